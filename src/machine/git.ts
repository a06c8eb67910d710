import { execFile } from "node:child_process";
import { lstat } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Environment } from "./environment.js";
import { findPrograms, withRunnerPath } from "./programs.js";

export interface GitOptions {
  /** Added to git's environment, wins over it. */
  readonly env?: Environment;
}

/** Runs git for three minutes at most and returns what it prints; rejects when git fails. The error is not for people: it repeats the command and git's own words. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string>;

// A repository's configuration names programs (fsmonitor, hooks), and so do the remotes that git asks by itself for
// objects which are not there. Reading needs none of them.
const HARMLESS = ["-c", "core.fsmonitor=false", "-c", `core.hooksPath=${devNull}`, "-c", "safe.directory=*"];
/** Nothing that is read here takes as long. */
const LONGEST_MS = 180_000;

const ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1", // a commit is what its name says
  GIT_ALLOW_PROTOCOL: "none", // what keeps git before 2.45 from fetching
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
} as const;

/** The runner's git, kept from running other programs and from asking anybody; undefined without one. A git of the workspace is not started. */
export function findGit(workspace: string, env: Environment): Git | undefined {
  const [git] = findPrograms("git", env, workspace);
  if (git === undefined) {
    return undefined;
  }
  const system = Object.entries(withRunnerPath(env, workspace)).filter(([name]) => /^(?:PATH|SYSTEMROOT)$/i.test(name));
  return async (args, options = {}) => {
    const { stdout } = await promisify(execFile)(git, [...HARMLESS, ...args], {
      cwd: path.dirname(process.execPath), // programs are looked for there on Windows
      env: { ...Object.fromEntries(system), ...ENVIRONMENT, ...options.env },
      maxBuffer: 1024 ** 3,
      windowsHide: true,
      timeout: LONGEST_MS,
      killSignal: "SIGKILL",
    });
    return stdout;
  };
}

/**
 * The directory with `.git` in which this one lies. Never left to git: it would also take the directory itself for a
 * repository when its files look like one, and those any pull request can bring. A name `.git` it can not. Above
 * `highest` nothing is looked for.
 */
export async function repositoryOf(directory: string, highest?: string): Promise<string | undefined> {
  const found = await lstat(path.join(directory, ".git")).catch(() => undefined);
  if (found !== undefined) {
    return directory;
  }
  const parent = path.dirname(directory);
  return parent === directory || directory === highest ? undefined : repositoryOf(parent, highest);
}
