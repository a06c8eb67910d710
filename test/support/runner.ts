import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { type ActionMetadata, readActionMetadata } from "./action-yml.ts";
import { repository, searchPath } from "./machine.ts";
import { parsePairs } from "./runner-commands.ts";
import { type Event, type JobFiles, jobEnvironment, PUSH } from "./runner-job.ts";
import { type Annotation, type AnnotationKind, createStepLog, type Group } from "./runner-log.ts";
import { temporaryDirectory } from "./workspace.ts";

export interface RunRequest {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Added to the job's environment, wins over it; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A push to main by default. */
  readonly event?: Event;
  /** Directory with the action.yml, this repository's by default. */
  readonly action?: string;
  /** The file to run instead of `runs.main`. */
  readonly entry?: string;
  /** A program with its arguments that starts the step's process, to measure it. */
  readonly under?: readonly string[];
  /** PATH of the step. The default has the machine's tools, without the tests' own uv and Python. */
  readonly path?: string;
  /** 120 s by default; the run then fails the test. */
  readonly timeoutMs?: number;
  /** Called when the process runs, with a function that ends it and its children at once. */
  readonly onStart?: (kill: () => void) => void;
}

export interface ActionRun {
  readonly exitCode: number;
  /** `failure` also when the runner refused something although the process ended with 0. */
  readonly conclusion: "success" | "failure";
  /** The log as a person sees it, both streams in order of arrival, secrets masked. */
  readonly stdout: string;
  /** Every byte of both streams, unmasked. */
  readonly rawOutput: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly undeclaredOutputs: readonly string[];
  /** Outputs that hold a masked value: GitHub would not pass them on as outputs of the job. */
  readonly outputsWithSecrets: readonly string[];
  /** The job summary as shown: masked, empty when above 1 MiB. */
  readonly summary: string;
  readonly annotations: Readonly<Record<AnnotationKind, readonly Annotation[]>>;
  readonly issued: Readonly<Record<AnnotationKind, number>>;
  readonly masks: readonly string[];
  readonly groups: readonly Group[];
  readonly env: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  /** RUNNER_TEMP of the run. */
  readonly temp: string;
  readonly ms: number;
}

type Log = ReturnType<typeof createStepLog>;

/** `github.token` of the job. */
export const JOB_TOKEN = "ghs_tokenOfThisTestJob0000000000000000";
const SUMMARY_LIMIT_BYTES = 1024 * 1024;

/** Runs the action as a step of a job on GitHub does: same inputs, environment, working directory, log and command files. */
export async function runAction(request: RunRequest): Promise<ActionRun> {
  const action = request.action ?? repository;
  const metadata = readActionMetadata(action);
  const event = request.event ?? PUSH;
  const files = await createJobFiles(request.workspace, event);
  const log = createStepLog([JOB_TOKEN]);
  const inputs = inputEnvironment(metadata, request.inputs ?? {}, log);

  const started = performance.now();
  const { exitCode, rawOutput } = await runStep({
    file: resolve(request.entry ?? join(action, metadata.runs.main)),
    env: defined({ ...jobEnvironment(event, files), ...inputs, PATH: request.path ?? searchPath(), ...request.env }),
    cwd: request.workspace,
    under: request.under ?? [],
    timeoutMs: request.timeoutMs ?? 120_000,
    onStart: request.onStart,
    onLine: log.line,
  });
  const ms = performance.now() - started;

  const read = (name: string) => readFile(files.commandFile(name), "utf8");
  const pairs = async (name: string) => {
    try {
      return parsePairs(await read(name));
    } catch (error) {
      log.refuse(`Unable to process file command '${name}' successfully. ${(error as Error).message}`);
      return {};
    }
  };
  const fileOutputs = await pairs("set_output");
  const env = await pairs("set_env");
  const state = await pairs("save_state");
  const summary = shownSummary(await read("step_summary"), log);
  const paths = (await read("add_path")).split(/\r?\n/).filter((line) => line !== "");

  const { text, refused, outputs: logOutputs, ...seen } = log.finish();
  const outputs = { ...logOutputs, ...fileOutputs };
  return {
    ...seen,
    exitCode,
    conclusion: exitCode === 0 && !refused ? "success" : "failure",
    stdout: text,
    rawOutput,
    outputs,
    undeclaredOutputs: Object.keys(outputs).filter((name) => !(name in metadata.outputs)),
    outputsWithSecrets: Object.entries(outputs).flatMap(([name, value]) => (log.mask(value) === value ? [] : [name])),
    summary,
    env,
    paths,
    state,
    temp: files.temp,
    ms,
  };
}

async function createJobFiles(workspace: string, event: Event): Promise<JobFiles> {
  const job = await temporaryDirectory("job");
  const directory = async (name: string) => {
    await mkdir(join(job, name), { recursive: true });
    return join(job, name);
  };
  const temp = await directory("temp");
  const commands = await directory("commands");
  const commandFile = (name: string) => join(commands, name);
  for (const name of ["set_output", "set_env", "add_path", "save_state", "step_summary"]) {
    await writeFile(commandFile(name), "");
  }
  const eventFile = join(job, "event.json");
  await writeFile(eventFile, JSON.stringify(event.payload));
  return {
    workspace,
    home: await directory("home"),
    temp,
    toolCache: await directory("tool-cache"),
    eventFile,
    commandFile,
  };
}

function inputEnvironment(metadata: ActionMetadata, given: Readonly<Record<string, string>>, log: Log) {
  const declared = Object.keys(metadata.inputs);
  const unexpected = Object.keys(given).filter((name) => !declared.includes(name));
  if (unexpected.length > 0) {
    const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");
    log.annotate("warning", `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(declared)}]`);
  }
  const defaults = Object.entries(metadata.inputs).map(([name, input]) => [name, evaluate(input.default)]);
  const values: Record<string, string> = { ...Object.fromEntries(defaults), ...given };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function evaluate(value: string | undefined): string {
  const text = String(value ?? "").replace(/\$\{\{\s*github\.token\s*\}\}/g, JOB_TOKEN);
  if (text.includes("${{")) throw new Error(`The test runner does not evaluate ${text}`);
  return text;
}

function shownSummary(text: string, log: Log): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= SUMMARY_LIMIT_BYTES) return text.split("\n").map(log.mask).join("\n");
  const size = Math.floor(bytes / 1024);
  log.annotate("error", `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k.`);
  return "";
}

interface Step {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly under: readonly string[];
  readonly timeoutMs: number;
  readonly onStart: ((kill: () => void) => void) | undefined;
  readonly onLine: (line: string) => void;
}

async function runStep(step: Step): Promise<{ readonly exitCode: number; readonly rawOutput: string }> {
  const posix = process.platform !== "win32";
  const [program = process.execPath, ...words] = [...step.under, process.execPath, step.file];
  const child = spawn(program, words, {
    cwd: step.cwd,
    env: step.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: posix,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    splitLines(stream, step.onLine);
  }
  const raw = () => Buffer.concat(chunks).toString("utf8");
  const kill = () => {
    // The whole group: a tool that the action started would keep the pipes open.
    if (posix && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  };
  step.onStart?.(kill);
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      kill();
      fail(new Error(`The action did not end within ${step.timeoutMs} ms. Its output:\n${raw()}`));
    }, step.timeoutMs);
    child.on("error", fail);
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ exitCode: code ?? 1, rawOutput: raw() });
    });
  });
}

// The runner ends a line also at a lone carriage return, as .NET does, but at no other character.
function splitLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split(/\r?\n|\r(?=[^\n])/);
    rest = lines.pop() ?? "";
    lines.forEach(onLine);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest.replace(/\r$/, ""));
  });
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
