import { describe, expect, it } from "vitest";
import { describeLayer } from "../../src/layer/description.ts";
import type { LayerManifest } from "../../src/layer/manifest.ts";
import { formatSizes, parseSizes, type SizesEntry, sizesKeyPrefix } from "../../src/size-report/sizes-entry.ts";

const manifest: LayerManifest = {
  schema: 1,
  fingerprint: "a".repeat(64),
  zip: { sha256: "b".repeat(64), zipped: 10, unzipped: 20, files: 3 },
  packages: [{ name: "dep", version: "1.0", zipped: 10, unzipped: 20, files: 3, importNames: ["dep"] }],
  pinned: true,
  bytecode: false,
  tools: { installer: "uv 0.13.9" },
};
const entry: SizesEntry = {
  commit: "c".repeat(40),
  runtime: "python3.12",
  architecture: "arm64",
  code: { zipped: 1, unzipped: 2, files: 1, sha256: "d".repeat(64) },
  layer: { describes: describeLayer(manifest), manifest },
  otherLayers: { count: 1, unzipped: 5, atLeast: true },
};

describe("kept sizes", () => {
  it.each<readonly [string, SizesEntry]>([
    ["with a layer", entry],
    ["with a layer of which nobody knows what is inside", { ...entry, layer: { describes: describeLayer(manifest) } }],
    ["without layer", { ...entry, layer: "none" }],
    ["of code alone", { ...entry, layer: "untouched" }],
  ])("come back as they were: %s", (_, kept) => {
    expect(parseSizes(formatSizes(kept))).toEqual(kept);
  });

  const wrong: readonly (readonly [string, (value: Record<string, unknown>) => unknown])[] = [
    ["another schema", (value) => ({ ...value, schema: 2 })],
    ["no commit", (value) => ({ ...value, commit: "main" })],
    ["another language", (value) => ({ ...value, runtime: "nodejs22.x" })],
    ["another processor", (value) => ({ ...value, architecture: "mips" })],
    ["no code", (value) => ({ ...value, code: undefined })],
    ["half a byte", (value) => ({ ...value, code: { ...entry.code, zipped: 0.5 } })],
    ["less than nothing", (value) => ({ ...value, code: { ...entry.code, files: -1 } })],
    ["no sum", (value) => ({ ...value, code: { ...entry.code, sha256: "|" } })],
    ["another word for the layer", (value) => ({ ...value, layer: "all" })],
    ["a description by hand", (value) => ({ ...value, layer: { describes: "my layer" } })],
    [
      "a manifest of another layer",
      (value) => ({ ...value, layer: { ...layerOf(value), manifest: { ...manifest, fingerprint: "e".repeat(64) } } }),
    ],
    [
      "a hostile manifest",
      (value) => ({
        ...value,
        layer: { ...layerOf(value), manifest: { ...manifest, packages: [{ name: "<script>" }] } },
      }),
    ],
    ["other layers without count", (value) => ({ ...value, otherLayers: { unzipped: 1, atLeast: true } })],
    ["other layers, perhaps", (value) => ({ ...value, otherLayers: { count: 1, unzipped: 1, atLeast: "yes" } })],
    ["a list", () => []],
    ["nothing", () => null],
  ];
  const layerOf = (value: Record<string, unknown>) => value.layer as object;
  it.each(wrong)("are no sizes with %s", (_, change) => {
    expect(parseSizes(JSON.stringify(change(JSON.parse(formatSizes(entry)))))).toBeUndefined();
  });

  it("drop what nobody knows", () => {
    const more = { ...JSON.parse(formatSizes(entry)), arn: "arn:aws:lambda", __proto__: { x: 1 } };
    expect(parseSizes(JSON.stringify(more))).toEqual(entry);
  });

  it("have a key of fixed form, of which each part counts", () => {
    const keys = [
      sizesKeyPrefix(["orders", "."], "main"),
      sizesKeyPrefix(["orders", "app"], "main"),
      sizesKeyPrefix(["other", "."], "main"),
      sizesKeyPrefix(["orders", ".", "orders arm64"], "main"),
      sizesKeyPrefix(["orders", "."], "weird,branch\nname"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^lambda-layers-deploy-sizes-1-[0-9a-f]{16}-[0-9a-f]{16}-$/);
  });
});
