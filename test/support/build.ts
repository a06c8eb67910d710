import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { type BuildRequest, buildLayer, type LayerArchive } from "../../src/layer/build.ts";
import { targetOf } from "../../src/layer/target.ts";
import { findAt } from "./dependencies.ts";
import { installerEnvironment } from "./install.ts";
import { indexEnvironment } from "./machine.ts";
import { createWorkspace, temporaryDirectory } from "./workspace.ts";

const run = promisify(execFile);

export interface BuildOptions
  extends Partial<Pick<BuildRequest, "slim" | "botocoreServices" | "bytecode" | "budget" | "onStep">> {
  readonly runtime?: string;
  readonly architecture?: "x86_64" | "arm64";
  readonly allowSource?: readonly string[];
  readonly excludePackages?: readonly string[];
  /** Directories of interpreters, in front of the machine's own; with `only`, instead of them. */
  readonly pythons?: readonly string[];
  readonly only?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export const FINGERPRINT = "f".repeat(64);

/** Builds the layer for a requirements file as the action does, by default for python3.11 on x86_64, from this machine's index. */
export async function buildFrom(requirements: string, options: BuildOptions = {}): Promise<LayerArchive | "empty"> {
  const {
    runtime = "python3.11",
    architecture = "x86_64",
    allowSource = [],
    excludePackages = [],
    pythons = [],
    only = false,
  } = options;
  const workspace = await createWorkspace({ files: { "requirements.txt": requirements } });
  const machine = { ...installerEnvironment(), ...indexEnvironment() };
  const path = only ? [...pythons, dirname(inject("uv")), "/usr/bin", "/bin"] : [...pythons, machine.PATH ?? ""];
  const env = { ...machine, PATH: path.join(process.platform === "win32" ? ";" : ":"), ...options.env };
  const dependencies = await findAt(workspace, { env, allowSource, excludePackages });
  if (dependencies.outcome !== "found") throw new Error(`Nothing was found: ${JSON.stringify(dependencies)}`);
  const built = await buildLayer({
    dependencies,
    target: targetOf(runtime, architecture),
    workDirectory: await temporaryDirectory("build"),
    workspace,
    env,
    slim: options.slim ?? "safe",
    botocoreServices: options.botocoreServices ?? "all",
    bytecode: options.bytecode ?? "auto",
    fingerprint: FINGERPRINT,
    budget: options.budget ?? 262_144_000,
    ...(options.onStep && { onStep: options.onStep }),
  });
  return built.outcome === "empty" ? "empty" : built.archive;
}

/** A layer that must come out. */
export async function layerFrom(requirements: string, options: BuildOptions = {}): Promise<LayerArchive> {
  const archive = await buildFrom(requirements, options);
  if (archive === "empty") throw new Error("Nothing was installed.");
  return archive;
}

/** The error that a build ends with. */
export async function refusedBuild(requirements: string, options: BuildOptions = {}): Promise<ActionError> {
  const outcome = await buildFrom(requirements, options).catch((error: unknown) => error);
  if (!(outcome instanceof ActionError)) throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Unpacks a zip by Python's own reader; returns the directory. */
export async function unpack(zip: string): Promise<string> {
  const directory = await temporaryDirectory("opt");
  await run(inject("python"), ["-I", "-m", "zipfile", "-e", zip, directory]);
  return directory;
}

/** Paths below a directory, with `/`, sorted. */
export async function pathsIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

/** Bytes by path. */
export async function contentsOf(directory: string, ending: string): Promise<Readonly<Record<string, string>>> {
  const paths = (await pathsIn(directory)).filter((path) => path.endsWith(ending));
  const pairs = paths.map(async (path) => [path, (await readFile(join(directory, path))).toString("base64")] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

/** Runs a program by an interpreter that sees the standard library and this directory only, and writes no bytecode. */
export async function runPython(python: string, program: string, directory: string): Promise<unknown> {
  const { stdout } = await run(python, ["-I", "-S", "-B", "-c", program, directory], { env: {}, timeout: 60_000 });
  return JSON.parse(stdout);
}
