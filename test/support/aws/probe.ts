import { spawn } from "node:child_process";
import { join } from "node:path";

const PROGRAM = join(import.meta.dirname, "probe.py");
// Lambda gives the loading of the modules ten seconds of its own; slow shared runners get more here.
const INIT_LIMIT_MS = 60_000;

export interface Directories {
  /** An interpreter, see `findPython`. */
  readonly python: string;
  /** What lies in /var/task: the unpacked code. */
  readonly task?: string;
  /** What lies in /opt: the unpacked layers. */
  readonly opt?: string;
}

export interface Report {
  readonly failures: readonly { readonly module: string; readonly error: string }[];
  /** Files of task and opt that were loaded, relative to them, `/` on every system. */
  readonly loaded: readonly string[];
  /** Sources that Python compiled, because there was no .pyc that it accepts. */
  readonly compiled: readonly string[];
}

/** Imports these modules from the directories and nothing but them and the standard library. */
export async function probeImports(where: Directories, modules: readonly string[]): Promise<Report> {
  return report(where, { imports: modules });
}

/** Asks Python for the code of every .py in the directories and runs none: `compiled` is empty when every one has a .pyc that Python accepts. */
export async function probeBytecode(where: Directories): Promise<Report> {
  return report(where, {});
}

async function report({ python, ...directories }: Directories, task: object): Promise<Report> {
  const outcome = await run(python, { ...directories, ...task }, {}, INIT_LIMIT_MS);
  const done = outcome.lines.find(({ phase }) => phase === "done");
  if (done === undefined) throw new Error(`The probe ended with ${outcome.exit}:\n${outcome.log}`);
  return done as unknown as Report;
}

export interface HandlerCall extends Directories {
  /** Where the packages lie that Lambda's runtime brings along (boto3, …). */
  readonly bundled: string | undefined;
  readonly handler: string;
  /** JSON */
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>> & { readonly timeout: number };
  readonly env: Readonly<Record<string, string>>;
}

export type HandlerResult = {
  /** What was printed. */
  readonly log: string;
  readonly initMs: number;
  readonly ms: number;
  readonly maxMemoryMb: number;
} & (
  | { readonly ended: "returned"; readonly payload: string }
  | { readonly ended: "raised"; readonly error: object }
  | { readonly ended: "timed-out" }
  | { readonly ended: "exited"; readonly exit: number | string }
);

/** Loads and calls a handler once, in a fresh interpreter. `context.timeout` (seconds) begins when the modules are loaded. */
export async function callHandler({ python, env, ...request }: HandlerCall): Promise<HandlerResult> {
  const { lines, log, exit, timedOut } = await run(python, request, env, request.context.timeout * 1000);
  const [init, done] = ["init", "done"].map((phase) => lines.find((line) => line.phase === phase));
  const facts = {
    log,
    initMs: init?.ms ?? done?.initMs ?? 0,
    ms: done?.ms ?? (timedOut ? request.context.timeout * 1000 : 0),
    maxMemoryMb: done?.maxMemoryMb ?? 0,
  };
  if (done?.error !== undefined) return { ...facts, ended: "raised", error: done.error };
  if (done?.payload !== undefined) return { ...facts, ended: "returned", payload: done.payload };
  return timedOut ? { ...facts, ended: "timed-out" } : { ...facts, ended: "exited", exit };
}

interface Line {
  readonly phase: "init" | "done";
  readonly ms?: number;
  readonly initMs?: number;
  readonly maxMemoryMb?: number;
  readonly payload?: string;
  readonly error?: object;
}

interface Outcome {
  readonly lines: readonly Line[];
  readonly log: string;
  readonly exit: number | string;
  readonly timedOut: boolean;
}

function run(
  python: string,
  request: object,
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Outcome> {
  const system = process.platform === "win32" ? { SYSTEMROOT: process.env.SYSTEMROOT ?? "" } : {};
  const child = spawn(python, ["-I", "-S", "-B", PROGRAM], {
    cwd: "task" in request && typeof request.task === "string" ? request.task : import.meta.dirname,
    env: { ...system, ...env },
  });
  const lines: Line[] = [];
  const log: Buffer[] = [];
  let timedOut = false;
  let rest = "";
  const expire = () => {
    timedOut = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(expire, INIT_LIMIT_MS);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const line = JSON.parse(part) as Line;
      lines.push(line);
      clearTimeout(timer);
      if (line.phase === "init") timer = setTimeout(expire, timeoutMs);
    }
  });
  child.stderr.on("data", (chunk: Buffer) => log.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(request));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ lines, log: Buffer.concat(log).toString(), exit: code ?? signal ?? "nothing", timedOut });
    });
  });
}
