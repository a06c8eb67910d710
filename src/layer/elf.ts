/** Reads bytes of a file; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** What a file is made for, as far as its header tells. */
export type Binary =
  | { readonly format: "elf"; readonly machine: string; readonly needs: Needs }
  | { readonly format: "mach-o" | "windows" }
  /** Neither library nor program: text, data. */
  | { readonly format: "other" }
  /** Claims to be ELF, but cannot be read as such. */
  | { readonly format: "damaged" };

/** What the dynamic linker will look for. */
export interface Needs {
  /** Highest `GLIBC_<major>.<minor>`; undefined: none. */
  readonly glibc: readonly [major: number, minor: number] | undefined;
  /** Linked against musl, the C library of Alpine Linux. */
  readonly musl: boolean;
}

// https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html, symbol versions:
// https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_VERNEED = 0x6ffffffe;
const WEAK = 2;
const MACHINES: Readonly<Record<number, string>> = { 3: "i386", 40: "arm", 62: "x86_64", 183: "arm64" };

// Far beyond what linkers write; they bound what a hostile file can cost.
const MOST_SEGMENTS = 256;
const DYNAMIC_BYTES = 64 * 1024;
const MOST_VERSIONS = 4_096;
const LONGEST_NAME = 256;

/** Reads the headers of a library or program. Whatever the bytes are, it returns and reads little. Pure but for `read`. */
export function readBinary(read: ReadAt): Binary {
  const header = Buffer.from(read(0, 64));
  const format = formatOf(header);
  if (format !== "elf") return { format };
  try {
    return readElf(header, read);
  } catch (error) {
    // Offsets are checked by the reads themselves.
    if (error instanceof RangeError) return { format: "damaged" };
    throw error;
  }
}

function formatOf(header: Buffer): "elf" | "mach-o" | "windows" | "other" {
  const magic = header.toString("latin1", 0, 4);
  if (magic === "\x7fELF") return "elf";
  if (magic.startsWith("MZ")) return "windows";
  return ["\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "\xca\xfe\xba\xbe"].includes(magic) ? "mach-o" : "other";
}

function readElf(header: Buffer, read: ReadAt): Binary {
  const is64 = header.readUInt8(4) === 2;
  const isLittle = header.readUInt8(5) === 1;
  const code = isLittle ? header.readUInt16LE(18) : header.readUInt16BE(18);
  const machine = is64 && isLittle ? MACHINES[code] : undefined;
  if (machine === undefined) {
    const bits = is64 ? "64-bit" : "32-bit";
    return { format: "elf", machine: `${MACHINES[code] ?? `machine ${code}`} (${bits})`, needs: NOTHING };
  }
  return { format: "elf", machine, needs: readNeeds(header, read) };
}

const NOTHING: Needs = { glibc: undefined, musl: false };

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

function readNeeds(header: Buffer, read: ReadAt): Needs {
  const segments = readSegments(header, read);
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === undefined) return NOTHING;
  const tags = readDynamic(exactly(read, dynamic.offset, Math.min(dynamic.size, DYNAMIC_BYTES)));
  const find = (tag: number) => tags.find(([it]) => it === tag)?.[1];
  const name = (offset: number) => readName(read, fileOffset(find(DT_STRTAB) ?? 0, segments) + offset);
  const libraries = tags.filter(([tag]) => tag === DT_NEEDED).map(([, offset]) => name(offset));
  const verneed = find(DT_VERNEED);
  const versions = verneed === undefined ? [] : readVersions(read, fileOffset(verneed, segments)).map(name);
  return {
    glibc: highest(versions.map(glibcOf).filter((version) => version !== undefined)),
    // glibc's own is libc.so.6.
    musl: libraries.some((library) => /^libc\.(?:so$|musl-)/.test(library)),
  };
}

function readSegments(header: Buffer, read: ReadAt): readonly Segment[] {
  const start = Number(header.readBigUInt64LE(32));
  const count = Math.min(header.readUInt16LE(56), MOST_SEGMENTS);
  const table = exactly(read, start, count * 56);
  return Array.from({ length: count }, (_, index) => {
    const at = index * 56;
    return {
      type: table.readUInt32LE(at),
      offset: Number(table.readBigUInt64LE(at + 8)),
      address: Number(table.readBigUInt64LE(at + 16)),
      size: Number(table.readBigUInt64LE(at + 32)),
    };
  });
}

function readDynamic(table: Buffer): readonly (readonly [tag: number, value: number])[] {
  const tags = Array.from({ length: Math.floor(table.length / 16) }, (_, index) => {
    return [Number(table.readBigUInt64LE(index * 16)), Number(table.readBigUInt64LE(index * 16 + 8))] as const;
  });
  const end = tags.findIndex(([tag]) => tag === 0);
  return end < 0 ? tags : tags.slice(0, end);
}

/** Where in the string table the names of the needed versions lie. The linker bears weak ones to be absent. */
function readVersions(read: ReadAt, start: number): readonly number[] {
  const names: number[] = [];
  let budget = MOST_VERSIONS;
  for (let library = start, more = true; more && budget > 0; budget -= 1) {
    const need = exactly(read, library, 16);
    let version = library + need.readUInt32LE(8);
    for (let left = need.readUInt16LE(2); left > 0 && budget > 0; left -= 1, budget -= 1) {
      const auxiliary = exactly(read, version, 16);
      if ((auxiliary.readUInt16LE(4) & WEAK) === 0) names.push(auxiliary.readUInt32LE(8));
      version += auxiliary.readUInt32LE(12);
    }
    const next = need.readUInt32LE(12);
    library += next;
    more = next !== 0;
  }
  return names;
}

function readName(read: ReadAt, offset: number): string {
  const bytes = Buffer.from(read(checkOffset(offset), LONGEST_NAME));
  const end = bytes.indexOf(0);
  if (end < 0) throw new RangeError("a name without end");
  return bytes.toString("latin1", 0, end);
}

function fileOffset(address: number, segments: readonly Segment[]): number {
  const segment = segments.find((it) => {
    return it.type === PT_LOAD && address >= it.address && address < it.address + it.size;
  });
  if (segment === undefined) throw new RangeError("an address outside the file");
  return segment.offset + address - segment.address;
}

function exactly(read: ReadAt, offset: number, length: number): Buffer {
  const bytes = Buffer.from(read(checkOffset(offset), length));
  if (bytes.length < length) throw new RangeError("past the end of the file");
  return bytes;
}

function checkOffset(offset: number): number {
  if (!Number.isSafeInteger(offset)) throw new RangeError("no offset");
  return offset;
}

/** `GLIBC_2.2.5` → 2.2. Libraries with relative relocations packed ask for a name of its own, which 2.36 brought. */
function glibcOf(version: string): readonly [number, number] | undefined {
  if (version === "GLIBC_ABI_DT_RELR") return [2, 36];
  const [, major, minor] = /^GLIBC_(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?$/.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

function highest(versions: readonly (readonly [number, number])[]): readonly [number, number] | undefined {
  return versions.toSorted((one, other) => other[0] - one[0] || other[1] - one[1])[0];
}
