import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { type Emulator, startEmulator } from "../../test/support/aws/emulator.ts";
import { startMoto } from "../../test/support/aws/moto.ts";
import { type CacheService, startCacheService } from "../../test/support/cache-service.ts";
import { indexEnvironment, repository } from "../../test/support/machine.ts";
import { type ActionRun, runAction } from "../../test/support/runner.ts";
import { renderHtml } from "../render-summary.mjs";
import { checkOutExample, chooseTarget, packFat } from "./application.ts";
import { before, type Chapter, chapters, type Told } from "./chapters.ts";
import { get } from "./invoke.ts";
import { type Row, renderTimeline } from "./timeline.ts";

const FUNCTION = "orders-api";
const output = join(repository, "demo-output");

interface Stage {
  readonly aws: Emulator;
  readonly cache: CacheService;
  readonly workspace: string;
  readonly fatBytes: number;
  readonly ask: () => Promise<string>;
}

interface Scene {
  readonly row: Row;
  readonly verdicts: readonly Verdict[];
  readonly summary: string;
}

interface Verdict {
  readonly kept: boolean;
  readonly line: string;
}

const temporary = await realpath(await mkdtemp(join(tmpdir(), "lambda-layers-demo-")));
process.env.TEST_TEMP = temporary;
const moto = await startMoto();
const aws = await startEmulator({ motoPort: moto.port });
const cache = await startCacheService();
try {
  process.exitCode = (await tell()) ? 0 : 1;
} finally {
  await cache.stop();
  await aws.stop();
  await moto.stop();
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
}

/** Tells the story; true when every promise was kept. */
async function tell(): Promise<boolean> {
  const stage = await setUp();
  const first = {
    title: "0  One fat zip",
    sentBytes: stage.fatBytes,
    events: ["code and dependencies in one package, as it is usually made"],
    answer: await stage.ask(),
  };
  await rm(output, { recursive: true, force: true });
  await mkdir(output);
  const scenes: Scene[] = [];
  for (const chapter of chapters) {
    console.log(`${chapter.title} …`);
    scenes.push(await play(chapter, stage, scenes.at(-1)?.row.answer ?? first.answer));
  }

  const page = scenes.map(({ row, summary }) => `# ${row.title}\n\n${summary}`).join("\n\n---\n\n");
  await writeFile(join(output, "index.html"), await renderHtml(page, "Five deploys of one function"));
  const verdicts = scenes.flatMap((scene) => [scene.row.title, ...scene.verdicts.map(({ line }) => line)]);
  console.log(`\n${renderTimeline([first, ...scenes.map(({ row }) => row)])}\n\n${verdicts.join("\n")}`);
  console.log(`\nThe job summaries, as GitHub shows them: ${join(output, "index.html")}`);
  return scenes.every((scene) => scene.verdicts.every(({ kept }) => kept));
}

/** The function before its first deploy by this action: one zip with everything in it. */
async function setUp(): Promise<Stage> {
  const target = await chooseTarget();
  const workspace = await checkOutExample();
  before(workspace);
  console.log(`0  Packing the example with all its dependencies (${target.runtime}, ${target.architecture}) …`);
  const zip = await packFat(workspace, target);
  await aws.createFunction({ ...target, name: FUNCTION, zip, handler: "lambda_function.handler" });
  const lambda = new LambdaClient({
    region: aws.region,
    endpoint: aws.url,
    credentials: { accessKeyId: aws.env.AWS_ACCESS_KEY_ID, secretAccessKey: aws.env.AWS_SECRET_ACCESS_KEY },
  });
  return { aws, cache, workspace, fatBytes: zip.length, ask: () => get(lambda, FUNCTION, "/health") };
}

async function play(chapter: Chapter, { workspace, fatBytes, ask }: Stage, answerBefore: string): Promise<Scene> {
  const { title, file, change, inputs, promises } = chapter;
  change?.(workspace);
  aws.resetCalls();
  const cacheCalls = cache.calls.length;
  const run = await deploy(workspace, inputs ?? {});
  const told: Told = {
    calls: aws.summary(),
    outputs: run.outputs,
    cacheCalls: cache.calls.length - cacheCalls,
    answer: { before: answerBefore, now: await ask() },
    fatBytes,
  };
  await writeFile(join(output, `${file}.md`), run.summary);
  await writeFile(join(output, `${file}.html`), await renderHtml(run.summary, title));
  return {
    row: await describe(title, run, told),
    verdicts: Object.entries(promises(told)).map(([sentence, [found, wanted]]) => verdict(sentence, found, wanted)),
    summary: run.summary,
  };
}

/** Runs the built action as GitHub would. Throws with its log when it fails. */
async function deploy(workspace: string, inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  const run = await runAction({
    workspace,
    inputs: { "function-name": FUNCTION, ...inputs },
    env: { ...aws.env, ...cache.env, ...indexEnvironment(), RUNNER_TOOL_CACHE: join(temporary, "tool-cache") },
    timeoutMs: 300_000,
  });
  if (run.conclusion === "failure") throw new Error(`The deploy failed:\n${run.stdout}`);
  return run;
}

interface Report {
  readonly layer: { readonly reason: string };
  readonly plan: readonly { readonly action: string; readonly reason: string }[];
}

async function describe(title: string, run: ActionRun, { calls, answer }: Told): Promise<Row> {
  const { layer, plan } = JSON.parse(await readFile(run.outputs["report-json"] ?? "", "utf8")) as Report;
  const changes = plan.map(({ action, reason }) => `${action.replaceAll("-", " ")}: ${reason}`);
  return {
    title,
    ms: run.ms,
    calls: Object.entries(calls).reduce((total, [name, count]) => total + (isApi(name) ? count : 0), 0),
    sentBytes: Number(run.outputs["uploaded-bytes"]),
    events: changes.length > 0 ? changes : [layer.reason],
    answer: answer.now,
  };
}

/** Reading a zip from its presigned URL is no call of the API. */
function isApi(operation: string): boolean {
  return !operation.startsWith("location.");
}

function verdict(sentence: string, found: unknown, wanted: unknown): Verdict {
  return isDeepStrictEqual(found, wanted)
    ? { kept: true, line: `   ✓ ${sentence}` }
    : { kept: false, line: `   ✗ ${sentence}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}` };
}
