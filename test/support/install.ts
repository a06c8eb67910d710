import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { type Installed, install } from "../../src/layer/install.ts";
import { targetOf } from "../../src/layer/target.ts";
import { type FindOptions, findAt } from "./dependencies.ts";
import { indexEnvironment, machineEnvironment, searchPath } from "./machine.ts";
import { createWorkspace, type Files, temporaryDirectory } from "./workspace.ts";

export interface InstallOptions extends Omit<FindOptions, "env" | "git"> {
  readonly runtime?: string;
  readonly architecture?: "x86_64" | "arm64";
  /** An existing workspace; else a new one is made of the files. */
  readonly workspace?: string;
  /** A new directory by default. */
  readonly workDirectory?: string;
  /** Added to `installerEnvironment`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** The runner's environment: uv of the tests on PATH, and a cache that the tests of one run share. */
export function installerEnvironment(): Record<string, string> {
  return {
    ...machineEnvironment(),
    PATH: searchPath(dirname(inject("uv"))),
    HOME: process.env.HOME ?? process.env.USERPROFILE ?? "",
    UV_CACHE_DIR: join(process.env.TEST_TEMP ?? "", "uv-cache"),
  };
}

/** Reads a requirements file as the action does and installs it, by default for python3.11 on x86_64, from this machine's index. */
export async function installFrom(files: Files | string, options: InstallOptions = {}): Promise<Installed> {
  const { runtime = "python3.11", architecture = "x86_64", env, onLine, signal, ...others } = options;
  const { workspace: existing, workDirectory = await temporaryDirectory("install"), ...find } = others;
  const written = typeof files === "string" ? { "requirements.txt": files } : files;
  const workspace = existing ?? (await createWorkspace({ files: written }));
  const environment = { ...installerEnvironment(), ...indexEnvironment(), ...env };
  const dependencies = await findAt(workspace, { ...find, env: environment });
  if (dependencies.outcome !== "found") throw new Error(`Nothing was found: ${JSON.stringify(dependencies)}`);
  return install({
    dependencies,
    target: targetOf(runtime, architecture),
    workDirectory,
    workspace,
    env: environment,
    ...(onLine && { onLine }),
    signal,
  });
}

/** The error that an install ends with. */
export async function refusedInstall(files: Files | string, options: InstallOptions = {}): Promise<ActionError> {
  const outcome = await installFrom(files, options).catch((error: unknown) => error);
  if (!(outcome instanceof ActionError)) throw new Error(`Not refused: ${outcome}`);
  return outcome;
}

/** Paths below `tree`, with `/`, sorted. */
export async function filesIn(tree: string): Promise<readonly string[]> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

/** Distributions as their directories name them: `six-1.17.0`. */
export async function distributionsIn(tree: string): Promise<readonly string[]> {
  const names = await readdir(tree);
  return names.flatMap((name) => (name.endsWith(".dist-info") ? [name.slice(0, -".dist-info".length)] : [])).toSorted();
}

/** sha256 by path of all files that a layer takes. */
export async function hashesIn(tree: string): Promise<Record<string, string>> {
  const files = (await filesIn(tree)).filter((file) => file !== ".lock");
  const pairs = files.map(async (file) => {
    const content = await readFile(join(tree, file));
    return [file, createHash("sha256").update(content).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
