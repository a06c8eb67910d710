import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Environment } from "../machine/environment.js";
import { isInside, relativePath } from "../machine/paths.js";
import { gitFiles, type TrackedFile } from "./git-files.js";
import { problem, quoted } from "./problem.js";

/**
 * The files of a directory that git tracks and that exist, sorted; where git tracks none, all but hidden and generated
 * ones. Links are listed as what they lead to; one out of the directory is an error. Both paths are real ones.
 */
export async function trackedFiles(
  workspace: string,
  directory: string,
  env: Environment,
): Promise<readonly TrackedFile[]> {
  const tracked = await gitFiles(workspace, directory, env);
  const listed = tracked.length > 0 ? tracked : await walk(directory, "");
  const entries = await Promise.all(listed.map((file) => follow(directory, file)));
  const files = entries.flatMap((entry) => (entry?.kind === "file" ? [entry.file] : []));
  const linked: TrackedFile[] = [];
  for (const entry of entries.filter((one) => one?.kind === "directory")) {
    for (const file of filesBehind(entry, files)) {
      linked.push(file);
    }
    if (files.length + linked.length > MOST_FILES) {
      throw problem(`links lead to more than ${MOST_FILES} files of the path dependency.`, "Remove them.");
    }
  }
  return [...files, ...linked].sort((a, b) => (a.path < b.path ? -1 : 1));
}

// As many as a zip can hold; some thousand links to a directory of as many files would be millions.
const MOST_FILES = 65_535;

const GENERATED = /^(?:\..*|__pycache__|build|dist|node_modules|.*\.egg-info)$/;

async function walk(directory: string, below: string): Promise<readonly TrackedFile[]> {
  const entries = await readdir(path.join(directory, below), { withFileTypes: true });
  if (below !== "" && entries.some((entry) => entry.name === "pyvenv.cfg")) {
    return [];
  }
  const kept = entries.filter((entry) => !GENERATED.test(entry.name));
  const files = await Promise.all(
    kept.map(async (entry) => {
      const file = path.posix.join(below, entry.name);
      if (entry.isDirectory()) {
        return walk(directory, file);
      }
      const status = await stat(path.join(directory, file)).catch(() => undefined);
      return [{ path: file, executable: ((status?.mode ?? 0) & 0o111) !== 0 }];
    }),
  );
  return files.flat();
}

type Entry =
  | { readonly kind: "file"; readonly file: TrackedFile }
  | { readonly kind: "directory"; readonly link: string; readonly target: string };

async function follow(directory: string, file: TrackedFile): Promise<Entry | undefined> {
  const real = await realpath(path.join(directory, file.path)).catch(() => undefined);
  if (real === undefined) {
    return undefined; // deleted, but not yet committed
  }
  if (!isInside(directory, real)) {
    throw problem(`${quoted(file.path)} is a symbolic link out of the path dependency.`, "Put the file itself there.");
  }
  const target = relativePath(directory, real);
  if (target.split("/").includes(".git")) {
    throw problem(`${quoted(file.path)} is a symbolic link into \`.git\`.`, "Remove it: passwords may stand there.");
  }
  const status = await stat(real);
  if (status.isDirectory()) {
    return { kind: "directory", link: file.path, target };
  }
  return status.isFile() ? { kind: "file", file } : undefined;
}

function filesBehind(
  { link, target }: Extract<Entry, { kind: "directory" }>,
  files: readonly TrackedFile[],
): readonly TrackedFile[] {
  const prefix = target === "." ? "" : `${target}/`;
  return files
    .filter((file) => file.path.startsWith(prefix))
    .map((file) => ({ ...file, path: `${link}/${file.path.slice(prefix.length)}` }));
}
