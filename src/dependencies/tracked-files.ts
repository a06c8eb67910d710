import { execFile } from "node:child_process";
import { readdir, realpath, stat } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { problem, quoted } from "./problem.js";
import { isInside, workspacePath } from "./workspace-path.js";

export interface TrackedFile {
  /** Relative to the directory, with `/`. */
  readonly path: string;
  readonly executable: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files of a directory that git tracks and that exist, sorted; where git tracks none, all but hidden and generated
 * ones. Links are listed as what they lead to; one out of the directory is an error. `directory` is a real path.
 */
export async function trackedFiles(directory: string, env: Environment): Promise<readonly TrackedFile[]> {
  const tracked = await gitFiles(directory, env);
  const listed = tracked.length > 0 ? tracked : await walk(directory, "");
  const entries = await Promise.all(listed.map((file) => follow(directory, file)));
  const files = entries.flatMap((entry) => (entry?.kind === "file" ? [entry.file] : []));
  const linked = entries.flatMap((entry) => (entry?.kind === "directory" ? filesBehind(entry, files) : []));
  return [...files, ...linked].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function gitFiles(directory: string, env: Environment): Promise<readonly TrackedFile[]> {
  // fsmonitor is a program named by the repository's configuration; in a container job the checkout has another owner.
  const system = Object.fromEntries(Object.entries(env).filter(([name]) => /^(?:PATH|SYSTEMROOT)$/i.test(name)));
  // A bare repository inside the checkout, or a lazy fetch, would run what its configuration names.
  const safe = ["-c", "core.fsmonitor=false", "-c", "safe.directory=*", "-c", "safe.bareRepository=explicit"];
  try {
    const { stdout } = await promisify(execFile)(
      "git",
      [...safe, "ls-files", "--stage", "-z", "--recurse-submodules"],
      {
        cwd: directory,
        env: {
          ...system,
          GIT_CONFIG_NOSYSTEM: "1",
          GIT_CONFIG_GLOBAL: devNull,
          GIT_NO_LAZY_FETCH: "1",
          GIT_ALLOW_PROTOCOL: "none",
        },
        maxBuffer: 1024 ** 3,
        windowsHide: true,
      },
    );
    const lines = stdout.split("\0").filter((line) => line !== "");
    // <mode> <object> <stage>\t<path>; a path in conflict has several stages.
    const files = lines.map((line) => ({
      path: line.slice(line.indexOf("\t") + 1),
      executable: line.startsWith("100755"),
    }));
    return [...new Map(files.map((file) => [file.path, file])).values()];
  } catch {
    return []; // no git, or no repository
  }
}

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
  const status = await stat(real);
  if (status.isDirectory()) {
    return { kind: "directory", link: file.path, target: workspacePath(directory, real) };
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
