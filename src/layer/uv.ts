import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../machine/environment.js";
import { findPrograms, isOfRunner, withRunnerPath } from "../machine/programs.js";
import { configuredIndex, toolEnvironment } from "./install-environment.js";
import { runTool } from "./tool.js";
import { UV_VERSION } from "./uv-release.js";

export interface Uv {
  /** Absolute path of the program. */
  readonly path: string;
  readonly version: string;
}

export interface FindUvRequest {
  /** The runner's. */
  readonly env: Environment;
  /** A program in here is part of what is deployed, not of the runner: it is never started. */
  readonly workspace: string;
  /** `RUNNER_TOOL_CACHE`. */
  readonly toolCacheDirectory: string | undefined;
  /** A directory of ours that exists. */
  readonly temp: string;
  /** Index options of the dependency files: uv itself comes through the configured index. */
  readonly indexArguments: readonly string[];
}

// Releases before the late 0.12 ones take a file whose hash is not the one that the index lists; install-error.ts reads
// the texts of 0.13.
const OLDEST: readonly [number, number, number] = [0, 13, 0];

const PROGRAM = process.platform === "win32" ? "uv.exe" : "uv";
const LONGEST_START_MS = 30_000;

/** A uv that is new enough: on PATH, else from the tool cache, else the pinned release, fetched and verified. Throws ActionError. */
export async function findUv(request: FindUvRequest): Promise<Uv> {
  return (await uvOnPath(request)) ?? (await cachedUv(request)) ?? (await fetchedUv(request));
}

async function uvOnPath(request: FindUvRequest): Promise<Uv | undefined> {
  const [path] = findPrograms("uv", request.env, request.workspace);
  const version = path && (await versionOf(path, request));
  return path && version && isNewEnough(version) ? { path, version } : undefined;
}

async function cachedUv(request: FindUvRequest): Promise<Uv | undefined> {
  if (request.toolCacheDirectory === undefined) return undefined;
  const directory = cachedDirectory(request.toolCacheDirectory);
  const complete = await stat(`${directory}.complete`).catch(() => undefined);
  const path = join(directory, PROGRAM);
  return complete && isOfRunner(path, request.workspace) && (await versionOf(path, request)) === UV_VERSION
    ? { path, version: UV_VERSION }
    : undefined;
}

async function fetchedUv({ env, temp, toolCacheDirectory, indexArguments }: FindUvRequest): Promise<Uv> {
  const { fetchUv } = await import("./uv-fetch.js"); // loads an HTTP client that most runs do without
  const cache = toolCacheDirectory && (await writableDirectory(cachedDirectory(toolCacheDirectory)));
  const path = join(cache || temp, PROGRAM);
  await fetchUv({
    file: path,
    marker: cache && `${cache}.complete`,
    index: withoutName(configuredIndex(env, indexArguments) ?? "https://pypi.org/simple"),
    temp,
    machine: `${process.platform}-${process.arch}`,
  });
  return { path, version: UV_VERSION };
}

/** uv takes indexes as `name=https://…` too. */
function withoutName(index: string): string {
  return index.replace(/^[\w.-]+=/, "");
}

/** Where actions keep tools: `<tool cache>/<tool>/<version>/<arch>` with a file `<arch>.complete` beside it. */
function cachedDirectory(toolCacheDirectory: string): string {
  return join(toolCacheDirectory, "lambda-layers-deploy-uv", UV_VERSION, process.arch);
}

async function writableDirectory(directory: string): Promise<string | undefined> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
    return directory;
  } catch {
    return undefined;
  }
}

/** What `uv --version` says; undefined when that does not run. */
async function versionOf(path: string, { env, workspace, temp }: FindUvRequest): Promise<string | undefined> {
  try {
    const { code, stdout } = await runTool({
      command: path,
      args: ["--version"],
      env: toolEnvironment(withRunnerPath(env, workspace)),
      cwd: temp,
      signal: AbortSignal.timeout(LONGEST_START_MS),
    });
    return code === 0 ? /^uv (\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  } catch {
    return undefined;
  }
}

function isNewEnough(version: string): boolean {
  const numbers = version.split(".").map(Number);
  const at = OLDEST.findIndex((oldest, position) => oldest !== numbers[position]);
  return at < 0 || (numbers[at] ?? 0) > (OLDEST[at] ?? 0);
}
