import { expect, test } from "vitest";
import { type Binary, readBinary } from "../../src/layer/elf.ts";
import { buildElf } from "../support/elf.ts";

function parse(bytes: Uint8Array): Binary {
  return readBinary((offset, length) => bytes.subarray(offset, offset + length));
}

test.each([
  ["x86_64", 62, "x86_64"],
  ["aarch64, which Lambda calls arm64", 183, "arm64"],
])("the machine is read: %s", (_, machine, expected) => {
  expect(parse(buildElf({ machine }))).toEqual({
    format: "elf",
    machine: expected,
    needs: { glibc: undefined, musl: false },
  });
});

test.each([
  ["32-bit x86", { machine: 3, bits: 32 }, "i386 (32-bit)"],
  ["x32, an x86_64 of 32 bits", { machine: 62, bits: 32 }, "x86_64 (32-bit)"],
  ["a big-endian one", { machine: 22, bigEndian: true }, "machine 22 (64-bit)"],
  ["a GPU's", { machine: 190 }, "machine 190 (64-bit)"],
] as const)("a machine that Lambda never has is named: %s", (_, request, machine) => {
  expect(parse(buildElf(request))).toMatchObject({ format: "elf", machine });
});

test.each([
  ["the highest of several", ["GLIBC_2.2.5", "GLIBC_2.28", "GLIBC_2.9"], [2, 28]],
  ["2.4 is older than 2.27", ["GLIBC_2.4", "GLIBC_2.27"], [2, 27]],
  ["three parts", ["GLIBC_2.2.5"], [2, 2]],
  ["packed relative relocations, new in 2.36", ["GLIBC_2.4", "GLIBC_ABI_DT_RELR"], [2, 36]],
  ["versions of other libraries do not count", ["GLIBCXX_3.4.32", "GCC_4.0", "GLIBC_PRIVATE"], undefined],
  ["no versions at all", [], undefined],
])("needed glibc: %s", (_, versions, glibc) => {
  expect(parse(buildElf({ libraries: ["libc.so.6"], versions }))).toMatchObject({ needs: { glibc } });
});

test("a weakly needed version may be absent, so it does not count", () => {
  const elf = buildElf({ libraries: ["libc.so.6"], versions: ["GLIBC_2.17"], weakVersions: ["GLIBC_2.38"] });
  expect(parse(elf)).toMatchObject({ needs: { glibc: [2, 17] } });
});

test.each([
  ["libc.musl-x86_64.so.1", true],
  ["libc.so", true],
  ["libc.so.6", false],
  ["libcrypto.so.3", false],
])("musl is told by the library it is linked to: %s", (library, musl) => {
  expect(parse(buildElf({ libraries: ["libm.so.6", library] }))).toMatchObject({ needs: { musl } });
});

test.each([
  ["a Windows program", "MZ\x90\0", "windows"],
  ["a Mach-O library", "\xcf\xfa\xed\xfe\x07", "mach-o"],
  ["a universal Mach-O library", "\xca\xfe\xba\xbe\0", "mach-o"],
  ["a linker script", "GROUP ( libfoo.so.1 )", "other"],
  ["nothing", "", "other"],
])("what is no ELF is told apart: %s", (_, content, format) => {
  expect(parse(Buffer.from(content, "latin1"))).toEqual({ format });
});

const WHOLE = buildElf({ libraries: ["libc.so.6"], versions: ["GLIBC_2.17", "GLIBC_2.28"] });

test("a library cut off anywhere is damaged, never an error", () => {
  const formats = new Set(
    Array.from({ length: WHOLE.length - 4 }, (_, cut) => parse(WHOLE.subarray(0, cut + 4)).format),
  );
  expect(formats).toEqual(new Set(["damaged"]));
});

test("any byte may be wrong: reading ends, and throws nothing", () => {
  const outcomes = Array.from({ length: WHOLE.length * 2 }, (_, index) => {
    const bytes = Buffer.from(WHOLE);
    bytes[Math.floor(index / 2)] = index % 2 === 0 ? 0xff : 0;
    return parse(bytes).format;
  });
  expect(outcomes).toHaveLength(WHOLE.length * 2);
});

test("a chain of versions that leads back to itself ends", () => {
  const bytes = Buffer.from(WHOLE);
  const verneed = 64 + 2 * 56;
  bytes.writeUInt16LE(0xffff, verneed + 2);
  bytes.writeUInt32LE(0, verneed + 16 + 12);
  let reads = 0;
  readBinary((offset, length) => {
    reads += 1;
    return bytes.subarray(offset, offset + length);
  });
  expect(reads).toBeLessThan(10_000);
});
