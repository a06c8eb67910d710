import { openPromise, type ZipFile } from "yauzl";
import type { ZipEntry } from "./format.js";

/** What the central directory of a zip tells; directories are not among the entries. */
export interface ZipListing {
  readonly zipped: number;
  readonly unzipped: number;
  readonly files: number;
  readonly entries: readonly ZipEntry[];
}

// Lambda takes no zip that comes near to this; it bounds the work that a wrong or hostile file can cause.
const MOST_ENTRIES = 100_000;

/** Lists a zip on disk. Throws when it is not one. */
export async function readZip(file: string): Promise<ZipListing> {
  return listZip(await openPromise(file));
}

/** Lists an opened zip and closes it. Throws when its directory is broken, names unsafe paths or is absurdly long. */
export async function listZip(zip: ZipFile): Promise<ZipListing> {
  const entries: ZipEntry[] = [];
  if (zip.entryCount > MOST_ENTRIES) {
    zip.close();
    throw new Error(`The zip holds ${zip.entryCount} entries.`);
  }
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    entries.push({
      path: entry.fileName,
      size: entry.uncompressedSize,
      compressedSize: entry.compressedSize,
      crc32: entry.crc32,
      // The mode of Unix stands in the upper half.
      executable: ((entry.externalFileAttributes >>> 16) & 0o100) !== 0,
    });
  }
  const unzipped = entries.reduce((sum, { size }) => sum + size, 0);
  return { zipped: zip.fileSize, unzipped, files: entries.length, entries };
}
