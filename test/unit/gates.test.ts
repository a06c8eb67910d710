import { describe, expect, it } from "vitest";
import { checkGates, checkSizes, type Gated, type Gates, gatedDeploy } from "../../src/gates.ts";
import { limitsOf } from "../../src/limits.ts";
import type { LayerFacts } from "../../src/report/facts.ts";
import * as examples from "../fixtures/summary/facts.ts";

const KB = 1_024;
const MB = 1_048_576;
const NONE: Gates = { maxCodeSize: undefined, maxLayerGrowth: undefined };
const GATED: Gated = {
  code: {
    zipped: 60 * KB,
    files: [
      { path: "a.py", compressedSize: KB },
      { path: "model.bin\n::error::x", compressedSize: 50 * KB },
      { path: "b.py", compressedSize: 2 * KB },
      { path: "c.py", compressedSize: 12 },
    ],
  },
  layer: { before: 40 * MB, after: 44 * MB },
  base: "the base branch",
  packages: [
    { name: "less", growth: -9 * MB },
    { name: "little", growth: 3 },
    { name: "numpy", growth: 3 * MB },
    { name: "pandas", size: 8 * MB },
    { name: "unknown" },
  ],
};

describe("the gates", () => {
  it.each<[string, Gates, Gated]>([
    ["nobody set any", NONE, GATED],
    ["the code is exactly as large as allowed", { ...NONE, maxCodeSize: 60 * KB }, GATED],
    ["the layer grows by exactly as much in bytes", { ...NONE, maxLayerGrowth: { bytes: 4 * MB } }, GATED],
    ["the layer grows by exactly as much as a share", { ...NONE, maxLayerGrowth: { share: 0.1 } }, GATED],
    ["the layer shrinks", { ...NONE, maxLayerGrowth: { bytes: 0 } }, { ...GATED, layer: { before: 2, after: 1 } }],
    ["the layer goes", { ...NONE, maxLayerGrowth: { bytes: 0 } }, { ...GATED, layer: { before: 2, after: "none" } }],
    ["the code's size is unknown", { ...NONE, maxCodeSize: 1 }, { ...GATED, code: { zipped: undefined, files: [] } }],
  ])("let pass when %s", (_, gates, gated) => {
    expect(checkGates(gates, gated)).toEqual([]);
  });

  it.each<[string, Gates, string, string]>([
    [
      "a larger code package",
      { ...NONE, maxCodeSize: 60 * KB - 1 },
      "The code package is 61,440 bytes zipped, more than `max-code-size` (60.0 KB).",
      'The largest files: "model.bin\\n::error::x" 50.0 KB, "b.py" 2.0 KB, "a.py" 1.0 KB. Make it smaller, or raise the limit in the workflow.',
    ],
    [
      "more bytes in the layer",
      { ...NONE, maxLayerGrowth: { bytes: 4 * MB - 1 } },
      "The layer grows by 4,194,304 bytes (10%) unzipped, more than `max-layer-growth` (4.0 MB).",
      "The packages that count most: pandas 8.0 MB, numpy +3.0 MB, little +3 bytes. Make it smaller, or raise the limit in the workflow.",
    ],
    [
      "a larger share",
      { ...NONE, maxLayerGrowth: { share: 0.095 } },
      "The layer grows by 4.0 MB (10%) unzipped, more than `max-layer-growth` (9.5%).",
      "The packages that count most: pandas",
    ],
    [
      "both, in one sentence",
      { maxCodeSize: KB, maxLayerGrowth: { bytes: MB } },
      "The code package is 60.0 KB zipped, more than `max-code-size` (1.0 KB), and the layer grows by 4.0 MB (10%) unzipped, more than `max-layer-growth` (1.0 MB).",
      'The largest files: "model.bin',
    ],
  ])("stop %s", (_, gates, message, hint) => {
    expect(() => checkGates(gates, GATED)).toThrow(
      expect.objectContaining({ message, hint: expect.stringContaining(hint), code: "gate" }),
    );
  });

  it("are named beside Lambda's limit when both are passed", () => {
    const limits = limitsOf({ code: { zipped: 1, unzipped: 251 * MB }, layer: undefined, otherLayers: [] });
    const gates = { hardLimit: 250 * MB, warnLimit: 200 * MB, maxCodeSize: KB, maxLayerGrowth: undefined };
    const layer = { packages: [{ name: "pandas", unzipped: 40 * MB }] };
    expect(() => checkSizes(gates, GATED, limits, layer)).toThrow(
      expect.objectContaining({
        message:
          "Code and layers are 251.0 MB unzipped; the limit is 250.0 MB, and the code package is 60.0 KB zipped, more than `max-code-size` (1.0 KB).",
        hint: expect.stringMatching(
          /^The largest packages: pandas 40\.0 MB\. The largest files: "model\.bin.*\. Make the layer smaller/,
        ),
        code: "too-large",
      }),
    );
    expect(() => checkSizes({ ...gates, maxCodeSize: undefined }, GATED, limits, layer)).toThrow(
      /; the limit is 250\.0 MB\.$/,
    );
    expect(() => checkSizes({ ...gates, hardLimit: 300 * MB }, GATED, { ...limits, used: 210 * MB }, layer)).toThrow(
      /^The code package is 60\.0 KB zipped/,
    );
  });

  it("have a next step also when nothing is known of packages and files", () => {
    const gated: Gated = { ...GATED, code: { ...GATED.code, files: [] }, packages: [{ name: "unknown" }] };
    expect(() => checkGates({ maxCodeSize: 1, maxLayerGrowth: { bytes: 1 } }, gated)).toThrow(
      expect.objectContaining({ hint: "Make it smaller, or raise the limit in the workflow." }),
    );
  });

  it.each<[Gated["layer"], string | undefined]>([
    [{ before: "none", after: 5 }, "the base branch has no layer to compare with"],
    [{ before: undefined, after: 5 }, "the size of the layer of the base branch is not known"],
    [{ before: 5, after: undefined }, "the layer has no figure"],
    [{ before: "none", after: "none" }, undefined],
    [{ before: 5, after: 5 }, undefined],
  ])("tell when the growth could not be checked: %j", (layer, why) => {
    const notices = checkGates({ ...NONE, maxLayerGrowth: { share: 0 } }, { ...GATED, layer });
    expect(notices).toEqual(
      why === undefined ? [] : [{ level: "note", text: `\`max-layer-growth\` was not checked: ${why}.` }],
    );
    expect(checkGates(NONE, { ...GATED, layer })).toEqual([]);
  });
});

describe("a deploy at the gates", () => {
  const code = { zipped: 5, entries: [{ path: "a.py", compressedSize: 3 }] };
  const layer = examples.dependencies.layer as LayerFacts;

  it("compares its layer with the one that is attached, and names what changed", () => {
    const gated = gatedDeploy(code, layer);
    expect(gated).toMatchObject({ code: { zipped: 5, files: code.entries }, base: "the function" });
    expect(gated.layer).toEqual({ before: 40_377_015, after: 40_859_172 });
    expect(gated.packages).toEqual([
      { name: "fastapi", size: 1_633_610 },
      { name: "opentelemetry-api", growth: 411_041 },
      { name: "starlette", size: 657_245 },
    ]);
  });

  it("names all packages by their size when it is not known which ones changed", () => {
    const gated = gatedDeploy(code, { ...layer, changes: [] });
    expect(gated.packages).toHaveLength(layer.packages.length);
    expect(gated.packages.every(({ growth }) => growth === undefined)).toBe(true);
  });

  it.each<[string, LayerFacts | undefined, Gated["layer"]]>([
    ["its first layer", examples.firstLayer.layer, { before: "none", after: 40_859_172 }],
    ["its layer detached", examples.detached.layer, { before: 40_859_172, after: "none" }],
    [
      "an attached layer of unknown size",
      { ...layer, before: { versionArn: "a" } },
      { before: undefined, after: 40_859_172 },
    ],
    ["layers that are not its business", undefined, { before: "none", after: "none" }],
  ])("knows %s", (_, facts, sizes) => {
    expect(gatedDeploy(code, facts).layer).toEqual(sizes);
  });
});
