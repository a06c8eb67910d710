export interface ElfRequest {
  /** `e_machine`: 62 is x86_64, 183 is aarch64. */
  readonly machine?: number;
  readonly bits?: 32 | 64;
  readonly bigEndian?: boolean;
  /** DT_NEEDED. */
  readonly libraries?: readonly string[];
  /** Needed symbol versions, of the first library. */
  readonly versions?: readonly string[];
  /** Needed only if there, as weak references are. */
  readonly weakVersions?: readonly string[];
}

// Not 0: addresses are no offsets.
const BASE = 0x10_0000;

/** A shared library of headers only, as a linker lays them out: loaded at an address, dynamic section, strings, version needs. */
export function buildElf(request: ElfRequest = {}): Buffer {
  const { machine = 62, bits = 64, bigEndian = false, libraries = [], versions = [], weakVersions = [] } = request;
  const needs = [...versions.map((name) => ({ name, weak: 0 })), ...weakVersions.map((name) => ({ name, weak: 2 }))];
  const names = [...libraries, ...needs.map(({ name }) => name)];
  const strings = Buffer.from(`\0${names.map((name) => `${name}\0`).join("")}`);
  const nameAt = (name: string) => strings.indexOf(`\0${name}\0`) + 1;

  const tables = 64 + 2 * 56;
  const verneed = needs.length === 0 ? Buffer.alloc(0) : buildVerneed(needs, nameAt, nameAt(libraries[0] ?? ""));
  const stringsAt = tables + verneed.length;
  const dynamicAt = stringsAt + strings.length;
  const dynamic = words([
    ...libraries.flatMap((library) => [1, nameAt(library)]),
    ...[5, BASE + stringsAt, 10, strings.length],
    ...(needs.length === 0 ? [] : [0x6ffffffe, BASE + tables, 0x6fffffff, 1]),
    ...[0, 0],
  ]);
  const size = dynamicAt + dynamic.length;
  const header = buildHeader(machine, bits, bigEndian);
  const segments = [segment(1, 0, size), segment(2, dynamicAt, dynamic.length)];
  return Buffer.concat([header, ...segments, verneed, strings, dynamic]);
}

function buildHeader(machine: number, bits: 32 | 64, bigEndian: boolean): Buffer {
  const header = Buffer.alloc(64);
  header.write("\x7fELF", "latin1");
  header.set([bits === 64 ? 2 : 1, bigEndian ? 2 : 1, 1], 4);
  const half = (value: number, at: number) => {
    if (bigEndian) header.writeUInt16BE(value, at);
    else header.writeUInt16LE(value, at);
  };
  half(3, 16);
  half(machine, 18);
  header.writeBigUInt64LE(64n, 32);
  half(56, 54);
  half(2, 56);
  return header;
}

function segment(type: number, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(type, 0);
  bytes.writeBigUInt64LE(BigInt(offset), 8);
  bytes.writeBigUInt64LE(BigInt(BASE + offset), 16);
  bytes.writeBigUInt64LE(BigInt(size), 32);
  return bytes;
}

function buildVerneed(
  needs: readonly { readonly name: string; readonly weak: number }[],
  nameAt: (name: string) => number,
  library: number,
): Buffer {
  const bytes = Buffer.alloc(16 * (1 + needs.length));
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(needs.length, 2);
  bytes.writeUInt32LE(library, 4);
  bytes.writeUInt32LE(16, 8);
  for (const [index, { name, weak }] of needs.entries()) {
    const at = 16 * (index + 1);
    bytes.writeUInt16LE(weak, at + 4);
    bytes.writeUInt32LE(nameAt(name), at + 8);
    bytes.writeUInt32LE(index === needs.length - 1 ? 0 : 16, at + 12);
  }
  return bytes;
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), index * 8);
  return bytes;
}
