import path from "node:path";
import type { Environment } from "../machine/environment.js";
import { findGit, type Git, repositoryOf } from "../machine/git.js";
import { isInside } from "../machine/paths.js";
import { problem, quoted } from "./problem.js";

export interface TrackedFile {
  /** Relative to the directory, with `/`. */
  readonly path: string;
  readonly executable: boolean;
}

/** The files that git tracks in a directory, as its index lists them; empty without git or a repository. A git of the workspace is not started. */
export async function gitFiles(
  workspace: string,
  directory: string,
  env: Environment,
): Promise<readonly TrackedFile[]> {
  const git = findGit(workspace, env);
  const top = await repositoryOf(directory);
  if (git === undefined || top === undefined) {
    return [];
  }
  const files = (await listIndex(git, top, directory)).map((line) => ({
    path: line.slice(line.indexOf("\t") + 1),
    executable: line.startsWith("100755"),
  }));
  for (const file of files) {
    refuseOutside(directory, file.path);
  }
  // A path in conflict has several stages.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** Lines `<mode> <object> <stage>\t<path>`. */
async function listIndex(git: Git, top: string, directory: string): Promise<readonly string[]> {
  const place = ["-C", directory, `--git-dir=${path.join(top, ".git")}`, `--work-tree=${top}`];
  const listing = ["ls-files", "--stage", "-z", "--recurse-submodules"];
  try {
    return (await git([...place, ...listing])).split("\0").filter((line) => line !== "");
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
