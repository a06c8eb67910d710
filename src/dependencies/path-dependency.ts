import { createHash } from "node:crypto";
import path from "node:path";
import type { Environment } from "../machine/environment.js";
import { hashFile } from "../machine/file-hash.js";
import { relativePath } from "../machine/paths.js";
import type { TrackedFile } from "./git-files.js";
import { readProject } from "./project.js";
import { trackedFiles } from "./tracked-files.js";

/** A project of the repository that is installed into the layer. */
export interface PathDependency {
  /** `[project].name`, normalised. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Environment marker, e.g. `python_version < "3.12"`. */
  readonly marker?: string;
  /** Absolute. */
  readonly directory: string;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** What is copied and built: tracked by git, relative to `directory`, with `/`. */
  readonly files: readonly string[];
  /** sha256 (hex) over paths, execute bits and bytes of `files`. */
  readonly contentHash: string;
}

/** Reads the project in a directory of the workspace (both real paths); throws when it has no `[project].name`. */
export async function readPathDependency(
  workspace: string,
  directory: string,
  env: Environment,
): Promise<PathDependency> {
  const { name } = await readProject(workspace, directory);
  const files = await trackedFiles(workspace, directory, env);
  return {
    name,
    extras: [],
    directory,
    path: relativePath(workspace, directory),
    files: files.map((file) => file.path),
    contentHash: await hashFiles(directory, files),
  };
}

async function hashFiles(directory: string, files: readonly TrackedFile[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await hashFile(path.join(directory, file.path));
    hash.update(JSON.stringify([file.path, file.executable, content]));
  }
  return hash.digest("hex");
}
