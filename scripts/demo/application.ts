import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { indexEnvironment, machineEnvironment, repository } from "../../test/support/machine.ts";
import { findPython, venvPython } from "../../test/support/python.ts";
import { commit, git, temporaryDirectory } from "../../test/support/workspace.ts";

/** A repository that holds the example application and nothing else. Returns its directory. */
export async function checkOutExample(): Promise<string> {
  const workspace = await temporaryDirectory("example");
  const ours = join(repository, "examples", "fastapi-app");
  cpSync(ours, workspace, { recursive: true, filter: (source) => !source.includes("__pycache__") });
  git(workspace, "init", "--quiet", "--initial-branch=main");
  commit(workspace);
  return workspace;
}

/** Replaces text in a file of the repository and commits that. Throws when the text is not there. */
export function edit(workspace: string, file: string, from: string | RegExp, to: string): void {
  const path = join(workspace, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}.`);
  writeFileSync(path, after);
  commit(workspace, `Change ${file}`);
}

export interface DemoTarget {
  readonly runtime: string;
  readonly architecture: "x86_64" | "arm64";
}

/** A runtime whose interpreter this machine has, and its own processor: the emulator runs the function here. */
export async function chooseTarget(): Promise<DemoTarget> {
  const versions = ["3.11", "3.12", "3.13", "3.14", "3.10"];
  for (const version of versions) {
    if ((await findPython(version)) === undefined) continue;
    return { runtime: `python${version}`, architecture: process.arch === "arm64" ? "arm64" : "x86_64" };
  }
  throw new Error(`The demo runs the function, which takes a Python that Lambda has: ${versions.join(", ")}.`);
}

/** The deployment package without layers: the code and all its dependencies in one zip, the way it is usually made. */
export async function packFat(workspace: string, { runtime, architecture }: DemoTarget): Promise<Buffer> {
  const machine = architecture === "arm64" ? "aarch64" : "x86_64";
  const directory = await temporaryDirectory("fat");
  const tree = join(directory, "tree");
  const python = venvPython();
  const uv = join(python, "..", process.platform === "win32" ? "uv.exe" : "uv");
  const env = { ...machineEnvironment(), ...indexEnvironment(), HOME: directory, LOCALAPPDATA: directory };
  const target = ["--target", tree, "--python-version", runtime.slice("python".length)];
  // The oldest C library of Lambda's runtimes: what fits it runs on all of them.
  const platform = ["--python-platform", `${machine}-manylinux_2_17`, "--only-binary", ":all:"];
  execFileSync(
    uv,
    ["pip", "install", "--quiet", "--python", python, ...target, ...platform, "-r", "requirements.txt"],
    { cwd: workspace, env, stdio: ["ignore", "ignore", "inherit"] },
  );
  for (const part of ["app", "lambda_function.py"]) {
    cpSync(join(workspace, part), join(tree, part), { recursive: true });
  }
  const zip = join(directory, "fat");
  execFileSync(python, ["-c", "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])", zip, tree]);
  return readFileSync(`${zip}.zip`);
}
