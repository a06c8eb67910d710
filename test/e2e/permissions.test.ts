import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import type { PolicyDocument } from "../support/aws/policy.ts";
import { filesOf, makePast, OLD, type Past, publish, restorePast } from "../support/past.ts";
import type { ActionRun } from "../support/runner.ts";
import { setStage } from "../support/stage.ts";
import { createWorkspace, type Files } from "../support/workspace.ts";

// As in the README.
const NAME = "orders-api";
const BUCKET = "my-deployments";
/** Another function on the layer; the README says to grant for it what it grants for the first one. */
const WORKER = "orders-worker";
const NEW = filesOf({ code: "new", dep: "2.0" });
/** More than a direct upload takes. Its name says that it is compressed already, which saves the time to try. */
const LARGE: Files = { "app.py": "def handler(event, context): pass\n", "model.gz": randomBytes(51 * 1024 ** 2) };
const CODE_ONLY = { requirements: "none" };

const stage = setStage();
let past: Past;
let readme = "";
beforeAll(async () => {
  past = await makePast(stage, NAME);
  readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
});

interface Feature {
  readonly files?: Files;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Without one of these the run fails and names it. */
  readonly needs: readonly string[];
  /** Without one of these the deploy succeeds, and a warning names it. */
  readonly warns?: readonly string[];
  /** Without one of these everything is as with it. */
  readonly spares?: readonly string[];
  readonly prepare?: (aws: Emulator) => Promise<unknown>;
  readonly missing?: boolean;
}

const READ = ["lambda:GetFunction", "lambda:ListLayerVersions"];
const LAYER = ["lambda:PublishLayerVersion", "lambda:GetLayerVersion"];
const CODE = ["lambda:UpdateFunctionCode", "lambda:PublishVersion"];
const DEPLOY = [...READ, ...LAYER, "lambda:UpdateFunctionConfiguration", ...CODE];
const SWITCH = ["lambda:GetFunction", ...CODE];

const features: Readonly<Record<string, Feature>> = {
  "code only": { inputs: CODE_ONLY, needs: SWITCH },
  "code and a layer": { needs: DEPLOY },
  "a dry run": { inputs: { "dry-run": "true" }, needs: READ, spares: ["lambda:GetLayerVersion"] },
  "a zip through S3": {
    files: LARGE,
    inputs: { ...CODE_ONLY, "s3-bucket": BUCKET },
    needs: [...SWITCH, "s3:PutObject", "s3:GetObject"],
    spares: ["s3:ListBucket"],
    prepare: (aws) => aws.createBucket(bucketOf(aws)),
  },
  "a new alias": {
    inputs: { ...CODE_ONLY, "alias-name": "live" },
    needs: [...SWITCH, "lambda:GetAlias", "lambda:CreateAlias"],
  },
  "an alias": {
    inputs: { ...CODE_ONLY, "alias-name": "live" },
    needs: [...SWITCH, "lambda:GetAlias", "lambda:UpdateAlias"],
    prepare: (aws) => publish(aws, NAME, "live"),
  },
  "smoke tests": {
    inputs: { ...CODE_ONLY, "smoke-tests": "GET / 200" },
    needs: [...SWITCH, "lambda:InvokeFunction"],
  },
  "keep-versions, keep-layer-versions": {
    inputs: { "keep-versions": "1", "keep-layer-versions": "1" },
    needs: [...DEPLOY, "lambda:ListVersionsByFunction", "lambda:ListAliases", "lambda:ListFunctions"],
    warns: ["lambda:DeleteFunction", "lambda:DeleteLayerVersion"],
    prepare: (aws) => publish(aws, NAME),
  },
  "update-layer-users": {
    inputs: { "update-layer-users": "true" },
    needs: [...DEPLOY, "lambda:ListFunctions"],
    async prepare(aws) {
      const layers = aws.layerVersions(`${NAME}-dependencies`).map(({ arn }) => arn);
      await aws.createFunction({ name: WORKER, zip: past.zip, handler: "app.handler", layers });
    },
  },
  "a new function": {
    missing: true,
    inputs: { role: "ROLE", handler: "app.handler", runtime: "python3.11" },
    needs: [...READ, ...LAYER, "lambda:CreateFunction", "iam:PassRole", "lambda:PublishVersion"],
  },
  tags: {
    files: filesOf(OLD),
    inputs: { tags: '{"team":"orders"}' },
    needs: [...READ, "lambda:TagResource"],
    spares: ["lambda:ListTags"],
  },
  "code signing": {
    files: filesOf(OLD),
    inputs: { "code-signing-config-arn": "CONFIG" },
    needs: [...READ, "lambda:GetFunctionCodeSigningConfig", "lambda:PutFunctionCodeSigningConfig"],
    async prepare(aws) {
      aws.behaviour.codeSigningConfigs = [configOf(aws)];
    },
  },
  "going back with an alias": {
    inputs: { mode: "rollback", "alias-name": "live" },
    needs: ["lambda:GetFunction", "lambda:ListVersionsByFunction", "lambda:GetAlias", "lambda:UpdateAlias"],
    prepare: (aws) => publishTwo(aws, "live"),
  },
  "going back without an alias": {
    inputs: { mode: "rollback" },
    needs: [
      "lambda:GetFunction",
      "lambda:ListVersionsByFunction",
      "lambda:UpdateFunctionConfiguration",
      "lambda:GetLayerVersion",
      "lambda:PublishVersion",
    ],
    prepare: (aws) => publishTwo(aws),
  },
};

/** Version 1 with the layer, version 2 without it. */
async function publishTwo(aws: Emulator, alias?: string): Promise<void> {
  await publish(aws, NAME);
  await aws.updateFunction(NAME, { Layers: [] });
  await publish(aws, NAME, alias);
}

describe.concurrent.each(Object.entries(features))("%s", (_, feature) => {
  const { needs, warns = [], spares = [] } = feature;
  const without = (action: string) => [...needs, ...warns, ...spares].filter((other) => other !== action);

  it("is done with its lines of the README's policies", async () => {
    const run = await deploy(feature, [...needs, ...warns, ...spares]);
    expect(run.conclusion, run.stdout).toBe("success");
    expect(run.annotations.warning).toEqual([]);
  }, 120_000);

  it.each(needs)(
    "fails without %s, and names it",
    async (action) => {
      const run = await deploy(feature, without(action));
      expect(run.conclusion, run.stdout).toBe("failure");
      expect(run.annotations.error.map(({ message }) => message)).toEqual([expect.stringContaining(action)]);
    },
    120_000,
  );

  it.each(warns)(
    "is done without %s but for what it is for, and names it",
    async (action) => {
      const run = await deploy(feature, without(action));
      expect(run.conclusion, run.stdout).toBe("success");
      expect(run.annotations.warning.map(({ message }) => message).join()).toContain(action);
    },
    120_000,
  );

  it.each(spares)(
    "is done without %s too",
    async (action) => {
      const run = await deploy(feature, without(action));
      expect(run.conclusion, run.stdout).toBe("success");
      expect(readme.includes(`Without \`${action}\` `)).toBe(true);
    },
    120_000,
  );
});

it("the README grants nothing that no feature uses", () => {
  const granted = policiesOf(readme).flatMap(({ Action }) => Action);
  const used = Object.values(features).flatMap(({ needs, warns = [], spares = [] }) => [...needs, ...warns, ...spares]);
  expect([...new Set(granted)].toSorted()).toEqual([...new Set(used)].toSorted());
});

/** Deploys in an AWS of its own that allows these actions, on the resources that the README gives them. */
async function deploy(feature: Feature, actions: readonly string[]): Promise<ActionRun> {
  const aws = await startEmulator({ motoPort: inject("motoPort") });
  try {
    // Makes the role, too.
    if (feature.missing) await aws.createFunction({ name: "other", zip: past.zip });
    else await restorePast(aws, NAME, past);
    await feature.prepare?.(aws);
    aws.resetCalls();
    aws.allowOnly({ Statement: policiesOf(ofAccount(readme, aws), actions) });
    const workspace = await createWorkspace({ files: feature.files ?? NEW });
    const inputs = JSON.parse(ofAccount(JSON.stringify(feature.inputs ?? {}), aws));
    return await stage.run(workspace, { "function-name": NAME, ...inputs }, { env: aws.env });
  } finally {
    await aws.stop();
  }
}

type Statement = PolicyDocument["Statement"][number];

/** The statements that a text prints, as far as they are about these actions; all when not given. */
function policiesOf(text: string, actions?: readonly string[]): readonly Statement[] {
  const blocks = [...text.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = ""]) => JSON.parse(json));
  const statements: readonly Statement[] = blocks.flatMap((block) => block.Statement ?? block);
  const kept = statements.map((statement) => ({
    ...statement,
    Action: [statement.Action].flat().filter((action) => actions?.includes(action) ?? true),
  }));
  const forWorker = kept.map((statement) =>
    JSON.parse(JSON.stringify(statement).replaceAll(`function:${NAME}`, `function:${WORKER}`)),
  );
  return [...kept, ...forWorker];
}

/** With the names of this account in place of the README's. */
function ofAccount(text: string, aws: Emulator): string {
  return text
    .replaceAll("123456789012", aws.account)
    .replaceAll("eu-central-1", aws.region)
    .replaceAll(BUCKET, bucketOf(aws))
    .replaceAll(`role/${NAME}`, "role/lambda")
    .replaceAll('"ROLE"', `"arn:aws:iam::${aws.account}:role/lambda"`)
    .replaceAll('"CONFIG"', `"${configOf(aws)}"`);
}

const bucketOf = ({ account }: Emulator) => `${BUCKET}-${account}`;
const configOf = ({ account, region }: Emulator) => `arn:aws:lambda:${region}:${account}:code-signing-config:csc-1`;
