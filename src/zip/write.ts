import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { ActionError } from "../errors.js";
import { compressInOrder } from "./compress.js";
import { centralHeader, endRecord, localHeader, type ZipEntry } from "./format.js";
import { inPathOrder } from "./path.js";

export interface ZipInput {
  /** Path in the zip, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  /** With `start`: `size` bytes of the file from there on; without, it is the whole file. */
  readonly content: { readonly file: string; readonly start?: number } | { readonly bytes: Uint8Array };
}

export interface WrittenZip {
  readonly file: string;
  /** Hex, of the zip. */
  readonly sha256: string;
  readonly zipped: number;
  readonly unzipped: number;
  readonly files: number;
  readonly entries: readonly ZipEntry[];
}

// Without the zip64 extension, which Lambda's limits make needless: 16 bits for the count, 32 bits for sizes and offsets.
const MOST_FILES = 65_535;
const LARGEST_ZIP = 0xffff_ffff;

// Thousands of files are a few hundred bytes long.
const WRITTEN_AT_ONCE = 1024 * 1024;

/**
 * Writes a zip that depends on nothing but paths, contents and execute bits, whatever the order of the inputs.
 * Throws an ActionError for a path that is unsafe or occurs twice, for a file that cannot be read or changed meanwhile, and past the format's limits.
 */
export async function writeZip(inputs: readonly ZipInput[], file: string): Promise<WrittenZip> {
  const sorted = inPathOrder(inputs);
  if (sorted.length > MOST_FILES) throw tooLarge(`${sorted.length} files, more than ${MOST_FILES}`);
  // Under another name until it is whole, so that a killed run leaves no half zip behind.
  const unfinished = `${file}.unfinished`;
  const descriptor = openSync(unfinished, "w");
  try {
    const written = await writeEntries(sorted, descriptor).finally(() => closeSync(descriptor));
    renameSync(unfinished, file);
    return { file, ...written };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

async function writeEntries(sorted: readonly ZipInput[], descriptor: number): Promise<Omit<WrittenZip, "file">> {
  const hash = createHash("sha256");
  const entries: ZipEntry[] = [];
  const directory: Buffer[] = [];
  let zipped = 0;
  let pending: Uint8Array[] = [];
  let written = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(pending);
    pending = [];
    written += bytes.length;
    hash.update(bytes);
    writeFileSync(descriptor, bytes);
  };
  const append = (bytes: Uint8Array): void => {
    zipped += bytes.length;
    if (zipped > LARGEST_ZIP) throw tooLarge("more than 4 GiB");
    pending.push(bytes);
    if (zipped - written > WRITTEN_AT_ONCE) flush();
  };

  for await (const { entry, method, bytes } of compressInOrder(sorted)) {
    directory.push(centralHeader(entry, method, zipped));
    entries.push(entry);
    append(localHeader(entry, method));
    append(bytes);
  }
  const offset = zipped;
  const central = Buffer.concat(directory);
  append(central);
  append(endRecord(entries.length, central.length, offset));
  flush();

  const unzipped = entries.reduce((sum, { size }) => sum + size, 0);
  return { sha256: hash.digest("hex"), zipped, unzipped, files: entries.length, entries };
}

function tooLarge(what: string): ActionError {
  return new ActionError(`The zip would hold ${what}.`, {
    hint: "Leave out what the function does not need: Lambda takes 250 MB unzipped.",
    code: "zip-too-large",
  });
}
