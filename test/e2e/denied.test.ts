import { randomBytes } from "node:crypto";
import { CreateAliasCommand, PublishVersionCommand } from "@aws-sdk/client-lambda";
import { afterEach, describe, expect, inject, it } from "vitest";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { lambdaOf } from "../support/aws/sdk.ts";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure } from "../support/report.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, type Files } from "../support/workspace.ts";

const stage = setStage();
const NAME = "orders";
const OLD = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'old'\n" }]);
/** More than a direct upload takes. Its name says that it is compressed already, which saves the time to try. */
const LARGE: Files = { "app.py": "def handler(event, context): pass\n", "model.gz": randomBytes(51 * 1024 ** 2) };

let aws: Emulator;
afterEach(() => aws.stop());

/** A function that nobody may do `action` with. */
async function startDenying(action: string, alias: "live" | undefined): Promise<void> {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  await aws.createFunction({
    name: NAME,
    zip: OLD,
    handler: "app.handler",
    environment: { TOKEN: "valueOfTheFunction" },
  });
  if (alias !== undefined) {
    const client = lambdaOf(aws);
    const { Version } = await client.send(new PublishVersionCommand({ FunctionName: NAME }));
    await client.send(new CreateAliasCommand({ FunctionName: NAME, Name: alias, FunctionVersion: Version }));
  }
  aws.resetCalls();
  aws.deny(action);
}

const state = async () => {
  const { Layers = [], CodeSha256, Runtime, Environment } = (await aws.getFunction(NAME)).configuration;
  return { Layers, CodeSha256, Runtime, Environment };
};

async function deploy(files: Files, inputs: Readonly<Record<string, string>>) {
  const workspace = await createWorkspace({ files });
  return stage.run(workspace, { "function-name": NAME, cache: "false", ...inputs }, { env: aws.env });
}

const files = functionFiles("new", "dep==1.0\n");
const succeeded = (op: string) => aws.calls.filter((call) => call.op === op && call.status === 200).length;

interface Denial {
  readonly alias?: "live";
  readonly inputs?: Readonly<Record<string, string>>;
}

describe("a permission that is missing", () => {
  const before: Readonly<Record<string, Denial>> = {
    "lambda:GetFunction": {},
    "lambda:ListLayerVersions": {},
    // Lambda asks for it where a layer is attached.
    "lambda:GetLayerVersion": {},
    "lambda:PublishLayerVersion": {},
    "lambda:UpdateFunctionConfiguration": {},
    "lambda:UpdateFunctionCode": {},
  };
  it.each(Object.entries(before))("%s: is named, and the function is as it was", async (action, { alias, inputs }) => {
    await startDenying(action, alias);
    const old = await state();
    const run = await deploy(files, { ...inputs });
    const secrets = ["valueOfTheFunction", ...aws.secrets()];
    await expectFailure(run, { says: [`may not perform ${action} on `, `Allow \`${action}\``], secrets });
    expect(await state()).toEqual(old);
    expect([succeeded("PublishVersion"), run.outputs.version]).toEqual([0, ""]);
  });

  const after: Readonly<Record<string, Denial>> = {
    "lambda:PublishVersion": {},
    "lambda:GetAlias": { alias: "live", inputs: { "alias-name": "live" } },
    "lambda:CreateAlias": { inputs: { "alias-name": "live" } },
    "lambda:UpdateAlias": { alias: "live", inputs: { "alias-name": "live" } },
  };
  it.each(Object.entries(after))(
    "%s: is named, $LATEST is new as a whole and callers get the old version",
    async (action, { alias, inputs }) => {
      await startDenying(action, alias);
      const run = await deploy(files, { ...inputs });
      await expectFailure(run, {
        says: [`may not perform ${action} on `, `Allow \`${action}\``],
        secrets: aws.secrets(),
      });
      const now = await state();
      expect(now).toMatchObject({
        CodeSha256: run.outputs["code-sha256"],
        Layers: [{ Arn: run.outputs["layer-version-arn"] }],
      });
      expect(run.outputs).toMatchObject({
        changed: "true",
        "layer-changed": "true",
        "rolled-back": "false",
        "alias-arn": "",
      });
      expect(run.summary).toContain("`$LATEST` has the new code and the new configuration");
      expect(await aliasVersion()).toBe(alias && "1");
    },
  );

  async function aliasVersion(): Promise<string | undefined> {
    const quiet = aws.getFunction(NAME, "live");
    return quiet.then(({ configuration }) => String(configuration.Version)).catch(() => undefined);
  }

  it.each(["s3:PutObject", "s3:GetObject"])("%s: is named, and the function is as it was", async (action) => {
    await startDenying(action, undefined);
    const bucket = await aws.createBucket(`denied-${aws.account}`);
    const old = await state();
    const run = await deploy(LARGE, { requirements: "none", "s3-bucket": bucket });
    await expectFailure(run, { says: [`may not perform ${action}`, `Allow \`${action}\``], secrets: aws.secrets() });
    expect(await state()).toEqual(old);
    expect(run.outputs.version).toBe("");
  });
});
