import { execFile } from "node:child_process";
import { lstat } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { isInside } from "../paths.js";
import { findPrograms, withRunnerPath } from "../programs.js";
import { problem, quoted } from "./problem.js";

export interface TrackedFile {
  /** Relative to the directory, with `/`. */
  readonly path: string;
  readonly executable: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

// A repository's configuration names programs (fsmonitor, hooks), and so do the remotes that git asks by itself for
// objects which are not there. Listing needs none of them.
const HARMLESS = ["-c", "core.fsmonitor=false", "-c", `core.hooksPath=${devNull}`, "-c", "safe.directory=*"];
const ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none", // what keeps git before 2.45 from fetching
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
} as const;

/** The files that git tracks in a directory, as its index lists them; empty without git or a repository. A git of the workspace is not started. */
export async function gitFiles(
  workspace: string,
  directory: string,
  env: Environment,
): Promise<readonly TrackedFile[]> {
  const [git] = findPrograms("git", env, workspace);
  const top = await repositoryOf(directory);
  if (git === undefined || top === undefined) {
    return [];
  }
  const files = (await listIndex(git, top, directory, withRunnerPath(env, workspace))).map((line) => ({
    path: line.slice(line.indexOf("\t") + 1),
    executable: line.startsWith("100755"),
  }));
  for (const file of files) {
    refuseOutside(directory, file.path);
  }
  // A path in conflict has several stages.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/**
 * The directory with `.git` in which this one lies. Never left to git: it would also take the directory itself for a
 * repository when its files look like one, and those any pull request can bring. A name `.git` it can not.
 */
async function repositoryOf(directory: string): Promise<string | undefined> {
  const found = await lstat(path.join(directory, ".git")).catch(() => undefined);
  if (found !== undefined) {
    return directory;
  }
  const parent = path.dirname(directory);
  return parent === directory ? undefined : repositoryOf(parent);
}

/** Lines `<mode> <object> <stage>\t<path>`. */
async function listIndex(git: string, top: string, directory: string, env: Environment): Promise<readonly string[]> {
  const system = Object.fromEntries(Object.entries(env).filter(([name]) => /^(?:PATH|SYSTEMROOT)$/i.test(name)));
  const place = ["-C", directory, `--git-dir=${path.join(top, ".git")}`, `--work-tree=${top}`];
  const listing = ["ls-files", "--stage", "-z", "--recurse-submodules"];
  try {
    const { stdout } = await promisify(execFile)(git, [...HARMLESS, ...place, ...listing], {
      cwd: path.dirname(process.execPath), // programs are looked for there on Windows
      env: { ...system, ...ENVIRONMENT },
      maxBuffer: 1024 ** 3,
      windowsHide: true,
    });
    return stdout.split("\0").filter((line) => line !== "");
  } catch {
    return [];
  }
}

/** Throws for what only a forged index lists. */
function refuseOutside(directory: string, file: string): void {
  const inside = isInside(directory, path.resolve(directory, file)) && !path.isAbsolute(file);
  if (!inside || path.posix.normalize(file) !== file) {
    throw problem(`git lists ${quoted(file)} in the path dependency, which is no path inside it.`);
  }
}
