import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { checkBinaries } from "../../src/layer/binaries.ts";
import type { Entry } from "../../src/layer/entries.ts";
import { targetOf } from "../../src/layer/target.ts";
import { buildElf } from "../support/elf.ts";
import { temporaryDirectory } from "../support/workspace.ts";

/** By path; `package:path` for another package than `pkg`. */
type Contents = Readonly<Record<string, Uint8Array | string>>;

const TARGET = targetOf("python3.11", "x86_64");
const X86 = buildElf();
const ARM = buildElf({ machine: 183 });
const WINDOWS = "MZ\x90\0";
const PURE = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n";

async function check(contents: Contents, target = TARGET, executable = false): Promise<ActionError | undefined> {
  const directory = await temporaryDirectory("binaries");
  const entries = Object.entries(contents).map(async ([name, content], index): Promise<Entry> => {
    const [, owner = "pkg", path = ""] = /^(?:(.*):)?(.*)$/.exec(name) ?? [];
    const file = join(directory, String(index));
    await writeFile(file, content);
    return { path: `python/${path}`, package: owner, size: content.length, executable, content: { file } };
  });
  const distributions = ["pkg", "other", "third", "fourth", "fifth"].map((name) => {
    return { name, version: "1.0", importNames: [] };
  });
  try {
    checkBinaries(await Promise.all(entries), distributions, target);
    return undefined;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return error;
  }
}

function glibc(minor: number): Buffer {
  return buildElf({ libraries: ["libc.so.6"], versions: ["GLIBC_2.2.5", `GLIBC_2.${minor}`] });
}

test.each<[string, Contents]>([
  ["an extension module of this Python", { "pkg/fast.cpython-311-x86_64-linux-gnu.so": X86 }],
  ["a stable-ABI module", { "pkg/fast.abi3.so": X86 }],
  [
    "modules for several Pythons, one of them this",
    {
      "pkg/fast.cpython-311-x86_64-linux-gnu.so": X86,
      "pkg/fast.cpython-313-x86_64-linux-gnu.so": X86,
    },
  ],
  ["a library as new as the runtime's glibc", { "pkg.libs/libx.so.5.0.0": glibc(26) }],
  ["a linker script", { "pkg/libx.so": "GROUP ( libx.so.1 )" }],
  ["Windows launchers, which installers carry along", { "pkg/t64.exe": WINDOWS, "pkg/x.dll": WINDOWS }],
  ["data whose name says nothing", { "pkg/LICENSE": "MIT", "pkg/data.bin": ARM }],
  [
    "helpers of a pure package for several systems",
    {
      "pkg/attach_linux_amd64.so": X86,
      "pkg/attach_linux_arm64.so": ARM,
      "pkg/cython.cp39-win_amd64.pyd": WINDOWS,
      "pkg/attach.dylib": "",
      "pkg-1.0.dist-info/WHEEL": PURE,
    },
  ],
  [
    "programs of a pure package for other systems only",
    { "pkg/linux-arm/run": ARM, "pkg/win.exe": WINDOWS, "pkg-1.0.dist-info/WHEEL": PURE },
  ],
])("passes: %s", async (_, contents) => {
  expect(await check(contents)).toBeUndefined();
});

const WHEEL_HINT =
  "Use a version that has a wheel for python3.11 on x86_64; a build from source fits only the machine that made it.";

test.each<[string, Contents, string, string]>([
  [
    "another processor",
    { "pkg/a.so": ARM, "pkg/b.so": ARM, "pkg/c.so": X86 },
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg/a.so" and 1 more file).',
    WHEEL_HINT,
  ],
  [
    "a library with a version behind its name",
    { "pkg.libs/libx.so.5.0.0": ARM },
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg.libs/libx.so.5.0.0").',
    WHEEL_HINT,
  ],
  [
    "a pure wheel with a library for one other processor only",
    { "pkg/libx.so": ARM, "pkg-1.0.dist-info/WHEEL": PURE },
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg/libx.so").',
    WHEEL_HINT,
  ],
  [
    "a pure wheel with a library for a machine that nobody knows, beside a damaged one",
    {
      "pkg/a.so": buildElf({ machine: 0xffff }),
      "pkg/b.so": X86.subarray(0, 90),
      "pkg-1.0.dist-info/WHEEL": PURE,
    },
    'pkg 1.0 is built for machine 65535 (64-bit), not for x86_64 ("pkg/a.so").',
    WHEEL_HINT,
  ],
  [
    "a pure wheel with a library for this processor and one that is damaged",
    { "pkg/a.so": X86, "pkg/b.so": X86.subarray(0, 90), "pkg-1.0.dist-info/WHEEL": PURE },
    'pkg 1.0 holds a damaged library ("pkg/b.so").',
    WHEEL_HINT,
  ],
  [
    "a pure wheel with modules for several systems, not for this one",
    { "pkg/a.so": ARM, "pkg/a.pyd": WINDOWS, "pkg-1.0.dist-info/WHEEL": PURE },
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg/a.so").',
    WHEEL_HINT,
  ],
  [
    "several systems in a wheel that is for one",
    { "pkg/a.so": ARM, "pkg/b.so": X86, "pkg-1.0.dist-info/WHEEL": "Tag: cp311-cp311-manylinux_2_17_x86_64\n" },
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg/a.so").',
    WHEEL_HINT,
  ],
  [
    "musl",
    { "pkg/a.so": buildElf({ libraries: ["libc.musl-x86_64.so.1"] }) },
    'pkg 1.0 is built for Alpine Linux (musl) ("pkg/a.so").',
    WHEEL_HINT,
  ],
  ["Windows", { "pkg/a.pyd": WINDOWS }, 'pkg 1.0 is built for Windows ("pkg/a.pyd").', WHEEL_HINT],
  [
    "macOS",
    { "pkg/a.cpython-311-darwin.so": Buffer.from("cffaedfe07000001", "hex") },
    'pkg 1.0 is built for macOS ("pkg/a.cpython-311-darwin.so").',
    WHEEL_HINT,
  ],
  [
    "another Python only",
    { "pkg/a.cpython-313-x86_64-linux-gnu.so": X86, "pkg/b.cpython-313-x86_64-linux-gnu.so": X86 },
    'pkg 1.0 is built for Python 3.13, not for python3.11 ("pkg/a.cpython-313-x86_64-linux-gnu.so" and 1 more file).',
    WHEEL_HINT,
  ],
  [
    "a damaged library",
    { "pkg/a.so": X86.subarray(0, 90) },
    'pkg 1.0 holds a damaged library ("pkg/a.so").',
    WHEEL_HINT,
  ],
  [
    "files that no package lists",
    { ":a.so": ARM },
    'A file of no package is built for arm64, not for x86_64 ("a.so").',
    WHEEL_HINT,
  ],
  [
    "a newer glibc, with the runtime that has it",
    { "pkg/a.so": glibc(27) },
    'pkg 1.0 needs glibc 2.27, and python3.11 has 2.26 ("pkg/a.so").',
    "Use an older version of pkg, or `runtime: python3.12` or newer, which has glibc 2.34.",
  ],
  [
    "a glibc that no runtime has",
    { "pkg/a.so": glibc(38) },
    'pkg 1.0 needs glibc 2.38, and python3.11 has 2.26 ("pkg/a.so").',
    "Use an older version of pkg, or its wheel if it was built from source here.",
  ],
])("refused: %s", async (_, contents, message, hint) => {
  const error = await check(contents);
  expect(error?.message).toBe(message);
  expect(error).toMatchObject({ hint, code: "binary" });
});

test("programs are checked too, whatever their name", async () => {
  const named = await check({ "pkg/driver/node": ARM });
  const executable = await check({ "pkg/tool.bin": ARM }, TARGET, true);

  expect(named?.message).toContain('"pkg/driver/node"');
  expect(executable?.message).toContain('"pkg/tool.bin"');
});

test("the same files are judged by the target: arm64 on Amazon Linux 2023", async () => {
  const target = targetOf("python3.13", "arm64");
  const arm = (minor: number) => buildElf({ machine: 183, libraries: ["libc.so.6"], versions: [`GLIBC_2.${minor}`] });

  expect(await check({ "pkg/a.cpython-313-aarch64-linux-gnu.so": arm(34) }, target)).toBeUndefined();
  expect((await check({ "pkg/a.so": arm(35) }, target))?.message).toContain(
    "needs glibc 2.35, and python3.13 has 2.34",
  );
  expect((await check({ "pkg/a.so": X86 }, target))?.message).toContain("is built for x86_64, not for arm64");
  expect((await check({ "pkg/a.cpython-313t-aarch64-linux-gnu.so": ARM }, target))?.message).toContain(
    "not for python3.13",
  );
});

test("all packages stand in one error, the first three in full", async () => {
  const error = await check({
    "pkg/a.so": ARM,
    "other:other/a.so": glibc(28),
    "third:third.so": ARM,
    "fourth:fourth.so": ARM,
    "fifth:fifth.so": ARM,
  });

  expect(error?.message).toBe(
    'pkg 1.0 is built for arm64, not for x86_64 ("pkg/a.so"); other 1.0 needs glibc 2.28, and python3.11 has 2.26 ("other/a.so"); third 1.0 is built for arm64, not for x86_64 ("third.so"); fourth, fifth cannot run there either.',
  );
});
