import { type Dirent, existsSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ActionError } from "../errors.js";
import { relativePath } from "../machine/paths.js";
import type { ZipInput } from "../zip/write.js";
import {
  checkItem,
  type DirectoryItem,
  errorCode,
  type Packable,
  readItem,
  refusal,
  unreadable,
} from "./directory-item.js";
import { type LeftOut, leftOut } from "./excluded.js";
import { readOwnFile } from "./own-file.js";
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
const MOST_DIRECTORIES = 65_535;

const LONGEST_IGNORE_FILE = 1024 ** 2;
// Each is compared with each file.
const MOST_PATTERNS = 1_000;

/** The files that are the code package, links followed. Throws an ActionError that names an entry which cannot be part of it. */
export function findCodeFiles(request: CodeFilesRequest): readonly ZipInput[] {
  const root = realpathSync(request.directory);
  const walk: Walk = {
    root,
    selection: readSelection(request.include, [...readLambdaIgnore(root), ...request.exclude]),
    dependencyFiles: new Set(request.dependencyFiles.map((file) => relativePath(request.directory, file))),
  };
  const files: ZipInput[] = [];
  let directories = 0;
  for (const found of walkBelow({ real: root, path: "", leftOut: [], chain: [root] }, walk)) {
    if (found === "directory") directories += 1;
    else files.push(found);
    if (files.length > MOST_FILES) {
      throw refusal(`The code package would hold more than ${MOST_FILES} files.`, TOO_MANY_HINT);
    }
    if (directories > MOST_DIRECTORIES) {
      throw refusal(`The code directory leads into more than ${MOST_DIRECTORIES} directories.`, TOO_MANY_HINT);
    }
  }
  return files;
}

const TOO_MANY_HINT = "Leave some out with `code-exclude`, or look for links that lead into one another.";

function readLambdaIgnore(root: string): readonly string[] {
  const name = ".lambdaignore";
  const file = readOwnFile(root, name, LONGEST_IGNORE_FILE);
  switch (file.outcome) {
    case "text":
      return patternsOf(name, file.text);
    case "missing":
      return [];
    case "refused":
      throw refusal(`\`${name}\` ${file.why}.`, "Put a text file there, or remove it.");
    default:
      return file satisfies never;
  }
}

function patternsOf(name: string, text: string): readonly string[] {
  const patterns = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (patterns.length > MOST_PATTERNS) {
    throw refusal(`\`${name}\` holds more than ${MOST_PATTERNS} patterns.`, "Name directories instead of files.");
  }
  return patterns;
}

/** Each file of the package and, before what it holds, each directory that is entered. */
// Synchronous: thousands of short calls, each of which would cost more on the way through libuv's threads.
function* walkBelow(directory: Directory, walk: Walk): Generator<ZipInput | "directory"> {
  yield "directory";
  for (const entry of entriesOf(directory)) {
    const item = readItem(entry, directory.real, directory.path);
    const left = [...directory.leftOut, ...listedNames(item.path, item.real, item.kind === "directory", walk)];
    if (item.kind === "directory") {
      if (!walk.selection.entersDirectory(item.path, left)) continue;
      const { path: below, real } = checkPlace(item, walk);
      if (directory.chain.includes(real)) throw loop(below);
      yield* walkBelow({ real, path: below, leftOut: left, chain: [...directory.chain, real] }, walk);
    } else if (walk.selection.takesFile(item.path, left)) {
      const { path: file, size, executable, real } = checkPlace(item, walk);
      yield { path: file, size, executable, content: { file: real } };
    }
  }
}

/** The entry, when its name or what it is puts it on the built-in list. */
function listedNames(itemPath: string, real: string, directory: boolean, walk: Walk): readonly LeftOut[] {
  const listed = leftOut(path.posix.basename(itemPath), {
    directory,
    atTop: !itemPath.includes("/"),
    environment: directory && existsSync(path.join(real, "pyvenv.cfg")),
    dependencyFile: walk.dependencyFiles.has(itemPath),
  });
  return listed ? [listed] : [];
}

/** The entry, when it can be part of the package; else throws, also for a link to what stays out: `notes.txt` → `.git/config`. */
function checkPlace<T extends DirectoryItem>(item: T, walk: Walk): Packable<T> {
  const packable = checkItem(item, walk.root);
  const target = relativePath(walk.root, item.real);
  if (item.link && target !== "." && staysOut(target, item.kind === "directory", walk)) {
    throw refusal(
      `The link ${JSON.stringify(item.path)} leads to ${JSON.stringify(target)}, which stays out.`,
      "Leave the link out with `code-exclude`, or name what it leads to in `code-include`.",
    );
  }
  return packable;
}

/** Is a part of the path on the built-in list, and not named by `code-include`? */
function staysOut(target: string, directory: boolean, walk: Walk): boolean {
  const names = target.split("/");
  const left = names.flatMap((_, index) => {
    const above = names.slice(0, index + 1).join("/");
    return listedNames(above, path.join(walk.root, above), directory || index < names.length - 1, walk);
  });
  const { entersDirectory, takesFile } = walk.selection;
  return left.length > 0 && !(directory ? entersDirectory : takesFile)(target, left);
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

/** The directory has no entry at all. */
export function holdsNothing(directory: string): boolean {
  return readdirSync(directory).length === 0;
}
