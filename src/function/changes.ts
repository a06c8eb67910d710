import type { ZipEntry } from "../zip/format.js";

/** Paths that differ between two packages, each list sorted. */
export interface ContentChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly modified: readonly string[];
}

/** Compares names, sizes, CRCs and execute bits, not the compressed bytes: those differ between releases of zlib. */
export function contentChanges(local: readonly ZipEntry[], live: readonly ZipEntry[]): ContentChanges {
  const before = new Map(live.map((entry) => [entry.path, entry]));
  const after = new Map(local.map((entry) => [entry.path, entry]));
  // A path that occurs twice, as some tools append it, is unpacked in an order that only the unpacker knows.
  const twice = new Set(live.filter((entry) => before.get(entry.path) !== entry).map(({ path }) => path));
  const isSame = (entry: ZipEntry, other: ZipEntry): boolean =>
    entry.size === other.size &&
    entry.crc32 === other.crc32 &&
    entry.executable === other.executable &&
    !twice.has(entry.path);
  return {
    added: [...after.keys()].filter((path) => !before.has(path)).sort(),
    removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
    modified: [...after.values()]
      .filter((entry) => {
        const other = before.get(entry.path);
        return other !== undefined && !isSame(entry, other);
      })
      .map(({ path }) => path)
      .sort(),
  };
}

/** Would unpacking both give the same files? */
export function sameContent(local: readonly ZipEntry[], live: readonly ZipEntry[]): boolean {
  const { added, removed, modified } = contentChanges(local, live);
  return added.length + removed.length + modified.length === 0;
}
