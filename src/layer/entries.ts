import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { ActionError } from "../errors.js";
import { inPathOrder } from "../zip/path.js";
import type { ZipInput } from "../zip/write.js";
import { byPackage } from "./by-package.js";
import { importNamesOf } from "./import-names.js";
import { PROGRAMS, ROOT } from "./layout.js";
import { type InstalledDistribution, parseDistInfo, readRecords } from "./record.js";

/** A file of the layer. */
export interface Entry {
  /** In the zip, with `/`: `python/fastapi/__init__.py`. */
  readonly path: string;
  /** Normalised name of the distribution that lists it in its RECORD; empty when none does. */
  readonly package: string;
  /** Bytes. */
  readonly size: number;
  readonly executable: boolean;
  /** A file is linked to the installer's cache: never edit it. Bytes are what slimming looks into. */
  readonly content: ZipInput["content"];
}

export interface Distribution {
  /** Normalised. */
  readonly name: string;
  readonly version: string;
  /** What it can be imported as: top-level modules and packages, sorted. */
  readonly importNames: readonly string[];
}

/** What was installed. */
export interface Tree {
  /** Sorted by the bytes of their paths. */
  readonly entries: readonly Entry[];
  /** Sorted by name. */
  readonly distributions: readonly Distribution[];
}

/** Reads a directory of installed packages. Throws an ActionError for a link that leaves it or leads to a directory, and for names that no zip should hold. */
export async function readTree(directory: string): Promise<Tree> {
  const root = realpathSync(directory);
  const installed = (await readRecords(root)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ownerOf = attribution(installed);
  const entries = inPathOrder(walk(root, "").map((path) => readEntry(root, path, ownerOf(path))));
  const packages = byPackage(entries.filter(({ path }) => !path.startsWith(ROOT + PROGRAMS)));
  return {
    entries,
    distributions: installed.map(({ name, version }) => ({
      name,
      version,
      importNames: importNamesOf((packages.get(name) ?? []).map(({ path }) => path.slice(ROOT.length))),
    })),
  };
}

/** RECORD is what a wheel claims, so it is only asked about paths that exist. Of two that list one path, the first by name has it. */
function attribution(installed: readonly InstalledDistribution[]): (path: string) => string {
  const owners = new Map(
    installed.toReversed().flatMap(({ name, files }) => files.map(({ path }) => [path, name] as const)),
  );
  const names = new Set(installed.map(({ name }) => name));
  return (path) => {
    const [directory = ""] = path.split("/", 1);
    const { name = "" } = parseDistInfo(directory) ?? {};
    return owners.get(path) ?? (names.has(name) ? name : "");
  };
}

/** Paths of all files, relative to `root`, with `/`. */
// Synchronous: thousands of short calls, each of which would cost more on the way through libuv's threads.
function walk(root: string, directory: string): readonly string[] {
  const items = readdirSync(join(root, directory), { withFileTypes: true });
  return items.flatMap((item) => {
    const path = directory === "" ? item.name : `${directory}/${item.name}`;
    // A name that is not UTF-8 is read as U+FFFD.
    if (/[\p{Cc}\uFFFD]/u.test(item.name)) throw refused(path, "has a name that cannot be in a zip");
    if (item.isSymbolicLink()) checkLink(root, path);
    return item.isDirectory() ? walk(root, path) : [path];
  });
}

function checkLink(root: string, path: string): void {
  const target = realPath(join(root, path));
  if (target === undefined) throw refused(path, "is a link that leads nowhere");
  if (!target.startsWith(root + sep)) throw refused(path, "is a link that leads out of the packages");
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function readEntry(root: string, path: string, owner: string): Entry {
  const file = join(root, path);
  const stats = statSync(file);
  if (!stats.isFile()) throw refused(path, "is neither a file nor a link to one");
  const windows = process.platform === "win32";
  const isProgram = path.startsWith(PROGRAMS);
  const head = isProgram || windows ? readHead(file) : "";
  const isScript = head.startsWith("#!");
  // Windows keeps no execute bits.
  const executable = windows ? isScript || head === "\x7fELF" : (stats.mode & 0o111) !== 0;
  const looksInto = /^[^/]+\.dist-info\/RECORD$/.test(path) || (isProgram && isScript);
  const content = looksInto ? { bytes: readFileSync(file) } : { file };
  return { path: ROOT + path, package: owner, size: stats.size, executable, content };
}

function readHead(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(4);
    return buffer.toString("latin1", 0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function refused(path: string, why: string): ActionError {
  return new ActionError(`An installed file ${why}: ${JSON.stringify(path)}.`, {
    hint: "Use another version of the package that holds it, or leave it out with `exclude-packages`.",
    code: "installed-file",
  });
}
