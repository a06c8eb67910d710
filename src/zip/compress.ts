import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { crc32, deflateRaw, deflateRawSync, type ZlibOptions } from "node:zlib";
import { ActionError } from "../errors.js";
import type { Method, ZipEntry } from "./format.js";
import type { ZipInput } from "./write.js";

export interface Compressed {
  readonly entry: ZipEntry;
  readonly method: Method;
  readonly bytes: Uint8Array;
}

// Level 9 takes more than twice as long on packages from PyPI and saves 0.4 %. Blocks of 8,000 symbols instead of 16,000
// save 0.2 %, most of it in compiled libraries, at no cost.
const LEVEL = 6;
const MEMORY = 7;
const LARGEST_WINDOW = 15;

// These formats are compressed inside: deflate would take time for less than 1 %.
const COMPRESSED_KINDS = new Set(
  "7z avif br bz2 gif gz jpeg jpg mp3 mp4 npz parquet png webm webp whl woff woff2 xz zip zst".split(" "),
);

// Below this size the way to another thread and back costs more than the compression.
const COMPRESSED_HERE = 16 * 1024;
// Few returns from the thread per file, and never a second copy of a large file's size reserved at once.
const LARGEST_CHUNK = 1024 * 1024;

// What is read ahead of the entry that is written next; keeps all threads busy behind one large file.
const WINDOW_BYTES = 64 * 1024 * 1024;
const WINDOW_FILES = 256;

// The largest are begun first: one that is begun last is waited for alone, while the other threads have nothing to do.
const LARGE_FILE = 1024 * 1024;
const LARGE_BYTES = WINDOW_BYTES / 2;

const deflateOnPool = promisify(deflateRaw);

/** Compresses on libuv's threads and yields in the order given; holds 64 MB of input (or one larger file) at most. */
export async function* compressInOrder(inputs: readonly ZipInput[]): AsyncGenerator<Compressed> {
  const ahead = new Ahead();
  for (const input of largest(inputs)) ahead.begin(input);
  let next = 0;
  try {
    for (const [turn, input] of inputs.entries()) {
      while (next < turn + WINDOW_FILES) {
        const other = inputs[next];
        if (!other || (next > turn && !ahead.hasRoomFor(other))) break;
        ahead.begin(other);
        next += 1;
        // Small files are compressed right here: what else is under way gets a turn between them.
        if (next % WINDOW_FILES === 0) await setImmediate();
      }
      yield await ahead.take(input);
    }
  } finally {
    await ahead.settled();
  }
}

/** As many of the large ones as may be held until their turns. */
function largest(inputs: readonly ZipInput[]): readonly ZipInput[] {
  const bySize = inputs.filter(({ size }) => size >= LARGE_FILE).toSorted((one, other) => other.size - one.size);
  let bytes = 0;
  return bySize.filter(({ size }) => {
    if (bytes + size > LARGE_BYTES) return false;
    bytes += size;
    return true;
  });
}

/** What was begun, and whose turn has not come. */
class Ahead {
  readonly #begun = new Map<ZipInput, Promise<Compressed>>();
  #bytes = 0;

  hasRoomFor(input: ZipInput): boolean {
    return this.#begun.has(input) || this.#bytes + input.size <= WINDOW_BYTES;
  }

  begin(input: ZipInput): void {
    if (this.#begun.has(input)) return;
    const result = compress(input);
    // Its failure is thrown when its turn comes; until then Node must not take it for an unhandled one.
    result.catch(() => undefined);
    this.#begun.set(input, result);
    this.#bytes += input.size;
  }

  async take(input: ZipInput): Promise<Compressed> {
    this.begin(input);
    const result = await this.#begun.get(input);
    if (result === undefined) throw new Error("what was begun is not there");
    this.#begun.delete(input);
    this.#bytes -= input.size;
    return result;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#begun.values());
  }
}

async function compress(input: ZipInput): Promise<Compressed> {
  const content = read(input);
  const deflated = await deflate(input.path, content);
  const method = deflated ? "deflated" : "stored";
  const bytes = deflated ?? content;
  const entry = {
    path: input.path,
    size: content.length,
    compressedSize: bytes.length,
    crc32: crc32(content),
    executable: input.executable,
  };
  return { entry, method, bytes };
}

/** The deflated bytes, or nothing when storing is the better choice. */
async function deflate(path: string, content: Uint8Array): Promise<Uint8Array | undefined> {
  const kind = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (content.length === 0 || COMPRESSED_KINDS.has(kind)) return undefined;
  const options = settingsFor(content.length);
  const deflated =
    content.length < COMPRESSED_HERE ? deflateRawSync(content, options) : await deflateOnPool(content, options);
  return deflated.length < content.length ? deflated : undefined;
}

/** No more memory than a file of this size can use: of small ones, clearing it takes as long as compressing. The bytes are the same. */
function settingsFor(size: number): ZlibOptions {
  // zlib looks back as far as the window is, less the 262 bytes that it keeps free.
  const windowBits = Math.min(LARGEST_WINDOW, Math.max(9, Math.ceil(Math.log2(size + 262))));
  return {
    level: LEVEL,
    windowBits,
    memLevel: Math.min(MEMORY, windowBits - 6),
    chunkSize: Math.min(Math.max(size, 64), LARGEST_CHUNK),
  };
}

// Read at once and not on libuv's threads: those are busy with compressing, and each call would queue behind that.
function read(input: ZipInput): Uint8Array {
  if ("bytes" in input.content) return input.content.bytes;
  const content = readFrom(input.content, input);
  if (content.length !== input.size) {
    throw new ActionError(`File ${JSON.stringify(input.path)} changed while it was read.`, {
      hint: "Let no other process write to it during this step, and run again.",
      code: "file-changed",
    });
  }
  return content;
}

function readFrom({ file, start }: { readonly file: string; readonly start?: number }, { path, size }: ZipInput) {
  try {
    return start === undefined ? readFileSync(file) : readPart(file, start, size);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
    throw new ActionError(`File ${JSON.stringify(path)} cannot be read (${code}).`, {
      hint: "Make it readable for the user that runs this step, or leave it out.",
      code: "unreadable-file",
      cause,
    });
  }
}

/** Fewer bytes when the file ends before. */
function readPart(file: string, start: number, size: number): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.allocUnsafe(size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, size, start));
  } finally {
    closeSync(descriptor);
  }
}
