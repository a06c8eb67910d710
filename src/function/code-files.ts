import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ActionError } from "../errors.js";
import { relativePath } from "../paths.js";
import type { ZipInput } from "../zip/write.js";
import { checkItem, errorCode, readItem, refusal, unreadable } from "./directory-item.js";
import { type LeftOut, leftOut } from "./excluded.js";
import { readSelection, type Selection } from "./selection.js";

export interface CodeFilesRequest {
  /** Absolute. */
  readonly directory: string;
  /** gitignore patterns, relative to the directory. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Absolute paths; left out like what is on the built-in list. */
  readonly dependencyFiles: readonly string[];
}

interface Walk {
  /** Real path of the code directory. */
  readonly root: string;
  readonly selection: Selection;
  /** Relative to the code directory, with `/`. */
  readonly dependencyFiles: ReadonlySet<string>;
}

interface Directory {
  readonly real: string;
  /** Relative to the code directory, with `/`; empty for itself. */
  readonly path: string;
  /** This directory and those above it that are on the built-in list. */
  readonly leftOut: readonly LeftOut[];
  /** Real paths of this directory and of those that it was reached through. */
  readonly chain: readonly string[];
}

// As many as a zip can hold; also ends the walk through links that lead into one another's directories again and again.
const MOST_FILES = 65_535;

/** The files that are the code package, links followed. Throws an ActionError that names an entry which cannot be part of it. */
export function findCodeFiles(request: CodeFilesRequest): readonly ZipInput[] {
  const root = realpathSync(request.directory);
  const walk: Walk = {
    root,
    selection: readSelection(request.include, [...readLambdaIgnore(root), ...request.exclude]),
    dependencyFiles: new Set(request.dependencyFiles.map((file) => relativePath(request.directory, file))),
  };
  const files: ZipInput[] = [];
  for (const file of filesBelow({ real: root, path: "", leftOut: [], chain: [root] }, walk)) {
    files.push(file);
    if (files.length > MOST_FILES) {
      const hint = "Leave some out with `code-exclude`, or look for links that lead into one another.";
      throw refusal(`The code package would hold more than ${MOST_FILES} files.`, hint);
    }
  }
  return files;
}

function readLambdaIgnore(root: string): readonly string[] {
  try {
    return readFileSync(path.join(root, ".lambdaignore"), "utf8").split(/\r?\n/);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT") return [];
    throw unreadable(".lambdaignore", false, code);
  }
}

// Synchronous: thousands of short calls, each of which would cost more on the way through libuv's threads.
function* filesBelow(directory: Directory, walk: Walk): Generator<ZipInput> {
  for (const entry of entriesOf(directory)) {
    const item = readItem(entry, directory.real, directory.path);
    const listed = leftOut(item.name, {
      directory: item.kind === "directory",
      atTop: directory.path === "",
      environment: item.kind === "directory" && existsSync(path.join(item.real, "pyvenv.cfg")),
      dependencyFile: walk.dependencyFiles.has(item.path),
    });
    const left = listed ? [...directory.leftOut, listed] : directory.leftOut;
    if (item.kind === "directory") {
      if (!walk.selection.entersDirectory(item.path, left)) continue;
      const { path: below, real } = checkItem(item, walk.root);
      if (directory.chain.includes(real)) throw loop(below);
      yield* filesBelow({ real, path: below, leftOut: left, chain: [...directory.chain, real] }, walk);
    } else if (walk.selection.takesFile(item.path, left)) {
      const { path: file, size, executable, real } = checkItem(item, walk.root);
      yield { path: file, size, executable, content: { file: real } };
    }
  }
}

function loop(link: string): ActionError {
  const message = `The link ${JSON.stringify(link)} leads back to a directory that contains it.`;
  return refusal(message, "Remove it, or leave it out with `code-exclude`.");
}

function entriesOf(directory: Directory): readonly Dirent[] {
  try {
    const entries = readdirSync(directory.real, { withFileTypes: true });
    // In an order of its own, so that of several problems always the same one is reported.
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (cause) {
    throw unreadable(directory.path || ".", false, errorCode(cause));
  }
}
