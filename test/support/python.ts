import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const REPOSITORY = resolve(import.meta.dirname, "..", "..");

/** The Python of the test environment that `npm run setup` makes: it holds moto, boto3 and uv. */
export function venvPython(): string {
  const venv = join(REPOSITORY, ".cache", "venv");
  return process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}

/** Where boto3 and what it needs lie: packages that Lambda's runtime brings along. Pure Python, so any minor version can read them. */
export async function bundledPackages(): Promise<string | undefined> {
  const venv = join(venvPython(), "..", "..");
  if (process.platform === "win32") return join(venv, "Lib", "site-packages");
  const [version] = await readdir(join(venv, "lib")).catch(() => []);
  return version === undefined ? undefined : join(venv, "lib", version, "site-packages");
}

const found = new Map<string, Promise<string | undefined>>();

/** An interpreter of this minor version (`3.11`) on this machine, proven by running it; undefined when there is none. */
export function findPython(minor: string): Promise<string | undefined> {
  const known = found.get(minor) ?? search(minor);
  found.set(minor, known);
  return known;
}

async function search(minor: string): Promise<string | undefined> {
  for (const candidates of [onPath, ofPyenv, ofToolCache, ofUv]) {
    for (const candidate of await candidates(minor)) {
      const path = await provenPath(candidate, minor);
      if (path !== undefined) return path;
    }
  }
  return undefined;
}

async function onPath(minor: string): Promise<string[]> {
  return process.platform === "win32" ? ["python", "python3"] : [`python${minor}`, "python3", "python"];
}

async function ofPyenv(minor: string): Promise<string[]> {
  const root = process.env.PYENV_ROOT ?? join(homedir(), ".pyenv");
  return installed(join(root, "versions"), minor, (directory) => join(directory, "bin", "python"));
}

async function ofToolCache(minor: string): Promise<string[]> {
  const root = process.env.RUNNER_TOOL_CACHE;
  if (root === undefined) return [];
  const executable = process.platform === "win32" ? "python.exe" : join("bin", "python3");
  return installed(join(root, "Python"), minor, (directory) => join(directory, process.arch, executable));
}

async function installed(root: string, minor: string, executable: (directory: string) => string): Promise<string[]> {
  if (!existsSync(root)) return [];
  const versions = (await readdir(root)).filter((name) => name.startsWith(`${minor}.`));
  return versions.map((name) => executable(join(root, name))).filter(existsSync);
}

async function ofUv(minor: string): Promise<string[]> {
  const uv = join(venvPython(), "..", process.platform === "win32" ? "uv.exe" : "uv");
  const arguments_ = ["python", "find", "--no-config", "--no-project", "--no-python-downloads", minor];
  return run(uv, arguments_).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
}

// A name that exists proves nothing: pyenv's shims are there for every version and fail for those not selected.
async function provenPath(candidate: string, minor: string): Promise<string | undefined> {
  const program = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)";
  return run(candidate, ["-I", "-S", "-c", program]).then(
    ({ stdout }) => {
      const [version, path] = stdout.trim().split(/\r?\n/);
      return version === minor && path ? path : undefined;
    },
    () => undefined,
  );
}
