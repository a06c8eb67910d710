import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { ActionError } from "../errors.js";
import { importNamesOf } from "../function/import-names.js";
import { inPathOrder } from "../zip/path.js";
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
  readonly content: { readonly file: string } | { readonly bytes: Uint8Array };
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
  const root = await realpath(directory);
  const installed = (await readRecords(root)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ownerOf = attribution(installed);
  const paths = await walk(root, "");
  const entries = await Promise.all(paths.map((path) => readEntry(root, path, ownerOf(path))));
  const importable = entries.filter(({ path }) => !path.startsWith(ROOT + PROGRAMS));
  const pathsOf = (name: string) => importable.filter((entry) => entry.package === name).map(({ path }) => path);
  return {
    entries: inPathOrder(entries),
    distributions: installed.map(({ name, version }) => ({
      name,
      version,
      importNames: importNamesOf(pathsOf(name).map((path) => path.slice(ROOT.length))),
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
async function walk(root: string, directory: string): Promise<readonly string[]> {
  const items = await readdir(join(root, directory), { withFileTypes: true });
  const nested = items.map(async (item) => {
    const path = directory === "" ? item.name : `${directory}/${item.name}`;
    // A name that is not UTF-8 is read as U+FFFD.
    if (/[\p{Cc}\uFFFD]/u.test(item.name)) throw refused(path, "has a name that cannot be in a zip");
    if (item.isSymbolicLink()) await checkLink(root, path);
    return item.isDirectory() ? walk(root, path) : [path];
  });
  return (await Promise.all(nested)).flat();
}

async function checkLink(root: string, path: string): Promise<void> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  if (target === undefined) throw refused(path, "is a link that leads nowhere");
  if (!target.startsWith(root + sep)) throw refused(path, "is a link that leads out of the packages");
}

async function readEntry(root: string, path: string, owner: string): Promise<Entry> {
  const file = join(root, path);
  const stats = await stat(file);
  if (!stats.isFile()) throw refused(path, "is neither a file nor a link to one");
  const windows = process.platform === "win32";
  const isProgram = path.startsWith(PROGRAMS);
  const head = isProgram || windows ? await readHead(file) : "";
  const isScript = head.startsWith("#!");
  // Windows keeps no execute bits.
  const executable = windows ? isScript || head === "\x7fELF" : (stats.mode & 0o111) !== 0;
  const looksInto = /^[^/]+\.dist-info\/RECORD$/.test(path) || (isProgram && isScript);
  const content = looksInto ? { bytes: await readFile(file) } : { file };
  return { path: ROOT + path, package: owner, size: stats.size, executable, content };
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refused(path: string, why: string): ActionError {
  return new ActionError(`An installed file ${why}: ${JSON.stringify(path)}.`, {
    hint: "Use another version of the package that holds it, or leave it out with `exclude-packages`.",
    code: "installed-file",
  });
}
