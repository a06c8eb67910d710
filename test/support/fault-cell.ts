import { randomBytes } from "node:crypto";
import {
  CreateAliasCommand,
  GetAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  type LambdaClient,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import { DeleteObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { type Emulator, startEmulator } from "./aws/emulator.ts";
import { lambdaOf, s3Of } from "./aws/sdk.ts";
import type { Column, Outcome, Row } from "./fault-matrix.ts";
import { rawZip } from "./raw-archives.ts";
import { type ActionRun, runAction } from "./runner.ts";
import { createWorkspace, type Files } from "./workspace.ts";

/** What all cells share. */
export interface Bench {
  readonly motoPort: number;
  /** PATH of the runs. */
  readonly path: string;
  /** Of the cache, the package index and uv. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface CellResult {
  readonly outcome: Outcome | "neither old nor new";
  /** The error annotation; empty when the run succeeded. */
  readonly sentence: string;
  /** What is not as it must be, a sentence each. */
  readonly problems: readonly string[];
}

const NAME = "orders";
const LAYER = `${NAME}-dependencies`;

/** Runs one deploy that meets the fault of the row at the call of the column, and another one after it when it failed. */
export async function runCell(bench: Bench, row: Row, column: Column): Promise<CellResult> {
  const aws = await startEmulator({ motoPort: bench.motoPort });
  try {
    const scene = await SCENES[column.scene](aws);
    const before = await look(aws);
    const deploy = (inputs: Readonly<Record<string, string>>) =>
      runAction({
        workspace: scene.workspace,
        inputs: { "function-name": NAME, "alias-name": "live", ...scene.inputs, ...inputs },
        path: bench.path,
        env: { ...aws.env, ...bench.env, AWS_MAX_ATTEMPTS: String(row.attempts ?? 3) },
        timeoutMs: 300_000,
      });
    row.inject(aws, column, NAME);
    const run = await deploy(row.waitMinutes === undefined ? {} : { "wait-for-minutes": String(row.waitMinutes) });
    const met = aws.calls.some(({ op, fault }) => op === column.op && fault !== undefined);
    aws.clearFaults();
    const after = await look(aws);
    const outcome = outcomeOf(run, after);
    const problems = [
      ...(met ? [] : [`${column.op} never met the fault`]),
      ...problemsOf(run, row, column, outcome),
      ...(outcome === "deployed" ? doubled(after, before) : []),
      ...(outcome === "deployed" ? [] : await healing(aws, before, () => deploy({}))),
    ];
    return { outcome, sentence: run.annotations.error.map(({ message }) => message).join(" | "), problems };
  } finally {
    if (column.scene === "large code") await emptyBucket(aws);
    await aws.stop();
  }
}

type State = "old" | "new" | "mixed" | "absent";

interface Seen {
  readonly alias: State;
  readonly latest: State;
  readonly failed: boolean;
  readonly versions: readonly string[];
  readonly layers: number;
}

/** What callers get now, and what there is. */
async function look(aws: Emulator): Promise<Seen> {
  const client = lambdaOf(aws);
  // An update that nobody waited for is done sooner or later.
  const reads = [1, 2, 3].map(() => known(client.send(new GetFunctionCommand({ FunctionName: NAME }))));
  const state = (await Promise.all(reads)).at(-1)?.Configuration?.State;
  const listed = await known(client.send(new ListVersionsByFunctionCommand({ FunctionName: NAME })));
  return {
    alias: await answer(client, "live"),
    latest: await answer(client, "$LATEST"),
    failed: state === "Failed",
    versions: (listed?.Versions ?? []).map(({ Version }) => Version ?? "").filter((version) => version !== "$LATEST"),
    layers: aws.layerVersions(LAYER).length,
  };
}

async function answer(client: LambdaClient, Qualifier: string): Promise<State> {
  const reply = await known(client.send(new InvokeCommand({ FunctionName: NAME, Qualifier, Payload: "{}" })));
  const { dep, code } = JSON.parse(reply?.Payload?.transformToString() ?? "{}") as { dep?: string; code?: string };
  if (reply === undefined) return "absent";
  if (dep === "1.0" && code === "old") return "old";
  return dep === "2.0" && code === "new" ? "new" : "mixed";
}

/** Undefined when it does not exist. */
async function known<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as Error).name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

function outcomeOf(run: ActionRun, { alias, latest, failed }: Seen): CellResult["outcome"] {
  if (failed) return "created, not active";
  if (alias === "new" && latest === "new") return "deployed";
  if (alias !== "old" && alias !== "absent") return "neither old nor new";
  if (latest === "mixed") return "half, alias stays";
  if (latest === "new") return "alias stays";
  return run.outputs["rolled-back"] === "true" ? "rolled back" : "nothing changed";
}

function problemsOf(run: ActionRun, row: Row, column: Column, outcome: CellResult["outcome"]): readonly string[] {
  const expected = row.expect(column);
  const messages = run.annotations.error.map(({ message }) => message);
  const said = messages.join(" | ");
  const wrongOutcome = outcome === expected.outcome ? [] : [`${outcome} instead of ${expected.outcome}: ${said}`];
  const succeeded = run.conclusion === "success";
  if (succeeded !== (outcome === "deployed")) wrongOutcome.push(`the run ended as ${run.conclusion} with: ${outcome}`);
  if (expected.outcome === "deployed") return [...wrongOutcome, ...messages.map((message) => `an error: ${message}`)];
  return [
    ...wrongOutcome,
    ...(run.issued.error === 1 ? [] : [`${run.issued.error} errors: ${said}`]),
    ...(expected.says.test(said) ? [] : [`it says: ${said}`]),
    ...(/Unexpected token|undefined|\$metadata|\[object|^\s+at |\n/m.test(said) ? [`not for people: ${said}`] : []),
    ...(/^[A-Z][^\n]*\.$/.test(said) ? [] : [`no sentence: ${said}`]),
  ];
}

/** A layer version or a version of the function more than the deploy needs. */
function doubled(now: Seen, before: Seen): readonly string[] {
  const layers = now.layers - before.layers;
  const versions = now.versions.length - before.versions.length;
  return [
    ...(layers > 1 ? [`${layers} layer versions were published`] : []),
    ...(versions === 1 ? [] : [`${versions} versions were published`]),
  ];
}

/** The next run, undisturbed, brings everything to the wanted state. */
async function healing(aws: Emulator, before: Seen, deploy: () => Promise<ActionRun>): Promise<readonly string[]> {
  const run = await deploy();
  const now = await look(aws);
  return [
    ...(run.conclusion === "success" ? [] : [`the next run fails: ${run.annotations.error[0]?.message}`]),
    ...(outcomeOf(run, now) === "deployed" ? doubled(now, before) : [`the next run leaves ${outcomeOf(run, now)}`]),
  ];
}

interface Scene {
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const handler = (dep: string, code: string) =>
  `import json\n${dep}\ndef handler(event, context):\n    return {'statusCode': 200, 'dep': VERSION, 'code': '${code}'}\n`;
const WITH_LAYER = "from dep import VERSION";
const NEW_FILES: Files = { "app.py": handler(WITH_LAYER, "new"), "requirements.txt": "dep==2.0\n" };
/** More than a direct upload takes. Its name says that it is compressed already, which saves the time to try. */
const LARGE = { "model.gz": randomBytes(51 * 1024 ** 2) };

const SCENES: Readonly<Record<Column["scene"], (aws: Emulator) => Promise<Scene>>> = {
  async switch(aws) {
    await createOld(aws);
    await publishOld(aws, "live");
    return { workspace: await createWorkspace({ files: NEW_FILES }), inputs: {} };
  },
  async "first alias"(aws) {
    await createOld(aws);
    return { workspace: await createWorkspace({ files: NEW_FILES }), inputs: {} };
  },
  async "smoke tests"(aws) {
    await createOld(aws);
    await publishOld(aws, "live");
    return { workspace: await createWorkspace({ files: NEW_FILES }), inputs: { "smoke-tests": "GET / 200" } };
  },
  async "large code"(aws) {
    const code = (version: string, name: string) => handler(`VERSION = '${version}'`, name);
    await aws.createFunction({
      name: NAME,
      handler: "app.handler",
      zip: rawZip([{ name: "app.py", content: code("1.0", "old") }]),
    });
    await publishOld(aws, "live");
    const bucket = await aws.createBucket(`bucket-${aws.account}`);
    const workspace = await createWorkspace({ files: { "app.py": code("2.0", "new"), ...LARGE } });
    return { workspace, inputs: { requirements: "none", "s3-bucket": bucket } };
  },
  async "new function"(aws) {
    // Makes the role.
    await aws.createFunction({ name: "other", zip: rawZip([{ name: "app.py", content: "" }]) });
    const inputs = { role: `arn:aws:iam::${aws.account}:role/lambda`, handler: "app.handler", runtime: "python3.11" };
    return { workspace: await createWorkspace({ files: NEW_FILES }), inputs };
  },
};

async function createOld(aws: Emulator): Promise<void> {
  const zip = rawZip([{ name: "python/dep/__init__.py", content: "VERSION = '1.0'\n" }]);
  const layer = await aws.publishLayer({ name: LAYER, zip });
  await aws.createFunction({
    name: NAME,
    handler: "app.handler",
    zip: rawZip([{ name: "app.py", content: handler(WITH_LAYER, "old") }]),
    layers: [layer],
  });
}

async function publishOld(aws: Emulator, alias: string): Promise<void> {
  const client = lambdaOf(aws);
  const { Version } = await client.send(new PublishVersionCommand({ FunctionName: NAME }));
  await client.send(new CreateAliasCommand({ FunctionName: NAME, Name: alias, FunctionVersion: Version }));
  await client.send(new GetAliasCommand({ FunctionName: NAME, Name: alias }));
  aws.resetCalls();
}

async function emptyBucket(aws: Emulator): Promise<void> {
  const client = s3Of(aws);
  const Bucket = `bucket-${aws.account}`;
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
  for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket, Key }));
}
