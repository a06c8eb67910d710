import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { rcompare, valid } from "semver";
import type { Environment } from "../machine/environment.js";
import { findPrograms, isOfRunner, withRunnerPath } from "../machine/programs.js";
import { toolEnvironment } from "./install-environment.js";
import { runTool } from "./tool.js";

/** A CPython of the runtime's minor version on this machine. */
export interface Interpreter {
  /** Absolute path of the program. */
  readonly path: string;
  /** `3.11.7` */
  readonly version: string;
  /** What it needs to start. */
  readonly env: Readonly<Record<string, string>>;
}

export interface InterpreterRequest {
  /** `3.11` */
  readonly pythonVersion: string;
  /** The runner's. */
  readonly env: Environment;
  /** A program in here is part of what is deployed, not of the runner: it is never started. */
  readonly workspace: string;
  /** A directory of ours that exists; the interpreters are asked there. */
  readonly temp: string;
}

interface Candidate {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const LONGEST_START_MS = 30_000;
const WINDOWS = process.platform === "win32";

/** The first interpreter of the wanted minor version that proves it by running: on PATH, in the tool cache, or known to uv. */
export async function findInterpreter(request: InterpreterRequest): Promise<Interpreter | undefined> {
  for await (const candidate of candidates(request)) {
    const interpreter = await prove(candidate, request);
    if (interpreter !== undefined) return interpreter;
  }
  return undefined;
}

async function* candidates(request: InterpreterRequest): AsyncGenerator<Candidate> {
  const { pythonVersion } = request;
  for (const name of [`python${pythonVersion}`, "python3", "python"]) {
    yield* onPath(name, request).map((command) => ({ command }));
  }
  yield* WINDOWS ? onPath("py", request).map((command) => ({ command, args: [`-${pythonVersion}`] })) : [];
  yield* await inToolCache(request);
  yield* await knownToUv(request);
}

function onPath(name: string, { env, workspace }: InterpreterRequest): readonly string[] {
  return findPrograms(name, env, workspace);
}

/** Where actions/setup-python keeps interpreters: `<tool cache>/Python/<version>/<arch>`. */
async function inToolCache({ pythonVersion, env }: InterpreterRequest): Promise<readonly Candidate[]> {
  if (env.RUNNER_TOOL_CACHE === undefined) return [];
  const root = join(env.RUNNER_TOOL_CACHE, "Python");
  const versions = (await readdir(root).catch(() => [])).filter((version) => valid(version));
  return versions
    .filter((version) => version.startsWith(`${pythonVersion}.`))
    .toSorted(rcompare)
    .map((version) => join(root, version, process.arch))
    .map((directory) => ({
      command: WINDOWS ? join(directory, "python.exe") : join(directory, "bin", `python${pythonVersion}`),
      // Its shared library is found by an absolute path of GitHub's own machines otherwise.
      env: { LD_LIBRARY_PATH: join(directory, "lib") },
    }));
}

async function knownToUv(request: InterpreterRequest): Promise<readonly Candidate[]> {
  const [uv] = onPath("uv", request);
  if (uv === undefined) return [];
  // Without `--system` a virtual environment around the current directory would win.
  const args = ["python", "find", "--no-config", "--no-project", "--system", "--no-python-downloads"];
  const command = await output({ command: uv, args: [...args, request.pythonVersion] }, request);
  return command === undefined ? [] : [{ command: command.trim() }];
}

// A prerelease and a free-threaded build have bytecode of their own.
const PROGRAM = `
import sys
if sys.implementation.name == "cpython" and sys.version_info.releaselevel == "final" and "free-threading" not in sys.version:
    print("%d.%d.%d" % sys.version_info[:3])
    print(sys.executable)
`;

async function prove(candidate: Candidate, request: InterpreterRequest): Promise<Interpreter | undefined> {
  if (!isOfRunner(candidate.command, request.workspace)) return undefined;
  const args = [...(candidate.args ?? []), "-I", "-S", "-c", PROGRAM];
  const text = await output({ ...candidate, args }, request);
  const [version = "", path = ""] = text?.trim().split(/\r?\n/) ?? [];
  return version.startsWith(`${request.pythonVersion}.`) && isAbsolute(path)
    ? { path, version, env: environmentOf(candidate, request) }
    : undefined;
}

async function output(candidate: Candidate, request: InterpreterRequest): Promise<string | undefined> {
  const result = await runTool({
    command: candidate.command,
    args: candidate.args ?? [],
    env: environmentOf(candidate, request),
    cwd: request.temp,
    signal: AbortSignal.timeout(LONGEST_START_MS),
  }).catch(() => undefined);
  return result?.code === 0 ? result.stdout : undefined;
}

function environmentOf(candidate: Candidate, { env, workspace }: InterpreterRequest): Readonly<Record<string, string>> {
  const own = ["LD_LIBRARY_PATH", "PYENV_ROOT", "PYENV_VERSION", "UV_PYTHON_INSTALL_DIR"].flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...toolEnvironment(withRunnerPath(env, workspace)), ...Object.fromEntries(own), ...candidate.env };
}
