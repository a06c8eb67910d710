import { expect, test } from "vitest";
import type { Entry } from "../../src/layer/entries.ts";
import { type LayerManifest, manifestOf, parseManifest } from "../../src/layer/manifest.ts";

const MANIFEST: LayerManifest = {
  schema: 1,
  fingerprint: "a".repeat(64),
  zip: { sha256: "b".repeat(64), zipped: 700, unzipped: 1000, files: 4 },
  packages: [
    { name: "pydantic-core", version: "2.41.5", zipped: 7, unzipped: 70, files: 2, importNames: ["pydantic_core"] },
    { name: "six", version: "1!1.17.0+local.1", zipped: 0, unzipped: 0, files: 0, importNames: [] },
  ],
  pinned: true,
  bytecode: true,
  leftOut: [{ what: "examples for botocore's documentation", files: 2, bytes: 70 }],
  tools: { installer: "uv 0.13.9", python: "3.11.7" },
};

test("files are grouped by package, with their sizes in the zip", () => {
  const entry = (path: string, owner: string, size: number): Entry => {
    return { path, package: owner, size, executable: false, content: { file: "" } };
  };
  const entries = [
    entry("python/a.py", "a", 10),
    entry("python/__pycache__/a.cpython-311.pyc", "a", 20),
    entry("python/b.py", "b", 5),
    entry("python/nobody.py", "", 1),
  ];
  const compressed = [3, 4, 5, 6];
  const zip = {
    file: "layer.zip",
    ...{ sha256: "b".repeat(64), zipped: 999, unzipped: 36, files: 4 },
    entries: entries.map(({ path, size }, index) => ({
      path,
      size,
      compressedSize: compressed[index] ?? 0,
      crc32: 0,
      executable: false,
    })),
  };
  const distributions = [
    { name: "a", version: "1", importNames: ["a"] },
    { name: "b", version: "2", importNames: ["b"] },
  ];

  const manifest = manifestOf(MANIFEST, distributions, entries, zip);

  expect(manifest).toEqual({
    ...MANIFEST,
    zip: { sha256: "b".repeat(64), zipped: 999, unzipped: 36, files: 4 },
    packages: [
      { name: "a", version: "1", zipped: 7, unzipped: 30, files: 2, importNames: ["a"] },
      { name: "b", version: "2", zipped: 5, unzipped: 5, files: 1, importNames: ["b"] },
    ],
  });
});

test("a manifest survives its way through JSON, with and without bytecode", () => {
  const without = { ...MANIFEST, bytecode: false, tools: { installer: "uv 0.13.9" } };
  expect(parseManifest(JSON.stringify(MANIFEST))).toEqual(MANIFEST);
  expect(parseManifest(JSON.stringify(without))).toEqual(without);
});

test("a manifest of a version that did not tell what was left out is one", () => {
  const { leftOut: _, ...older } = MANIFEST;
  expect(parseManifest(JSON.stringify(older))).toEqual(older);
});

test("fields that are not ours are dropped, at every depth", () => {
  const [first, second] = MANIFEST.packages;
  const more = { ...MANIFEST, x: 1, zip: { ...MANIFEST.zip, x: 1 }, packages: [{ ...first, x: 1 }, second] };
  expect(parseManifest(JSON.stringify(more))).toEqual(MANIFEST);
});

test.each([
  ["nothing", ""],
  ["half a file", JSON.stringify(MANIFEST).slice(0, 100)],
  ["another value", "null"],
  ["a list", "[]"],
  ["depth without end", "[".repeat(100_000)],
])("what is no manifest is undefined: %s", (_, text) => {
  expect(parseManifest(text)).toBeUndefined();
});

test.each<[string, unknown]>([
  ["schema", 2],
  ["schema", "1"],
  ["fingerprint", "A".repeat(64)],
  ["fingerprint", "a".repeat(63)],
  ["fingerprint", `${"a".repeat(64)}\n`],
  ["pinned", "yes"],
  ["bytecode", undefined],
  ["zip", null],
  ["zip", { ...MANIFEST.zip, zipped: -1 }],
  ["zip", { ...MANIFEST.zip, unzipped: 1.5 }],
  ["zip", { ...MANIFEST.zip, files: "4" }],
  ["zip", { ...MANIFEST.zip, sha256: undefined }],
  ["zip", { ...MANIFEST.zip, zipped: 2 ** 60 }],
  ["packages", {}],
  ["packages", [null]],
  ["packages", [{ ...MANIFEST.packages[0], name: "::error::x" }]],
  ["packages", [{ ...MANIFEST.packages[0], name: "a\nb" }]],
  ["packages", [{ ...MANIFEST.packages[0], version: "1 <script>" }]],
  ["packages", [{ ...MANIFEST.packages[0], files: null }]],
  ["packages", [{ ...MANIFEST.packages[0], importNames: ["../x"] }]],
  ["packages", [{ ...MANIFEST.packages[0], importNames: "six" }]],
  ["leftOut", {}],
  ["leftOut", [{ what: "tests\n::error::x", files: 1, bytes: 1 }]],
  ["leftOut", [{ what: "<b>", files: 1, bytes: 1 }]],
  ["leftOut", [{ what: "tests", files: -1, bytes: 1 }]],
  ["leftOut", [{ what: "tests", files: 1 }]],
  ["tools", {}],
  ["tools", { installer: "uv\n0.1" }],
  ["tools", { installer: "uv 0.1", python: 3 }],
])("a field out of its form makes the manifest undefined: %s %j", (field, value) => {
  expect(parseManifest(JSON.stringify({ ...MANIFEST, [field]: value }))).toBeUndefined();
});
