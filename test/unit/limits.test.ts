import { describe, expect, it } from "vitest";
import { checkTotal, checkUpload, limitsOf } from "../../src/limits.ts";

const MB = 1024 ** 2;
const GATES = { hardLimit: 250 * MB, warnLimit: 200 * MB };
const code = { zipped: MB, unzipped: 10 * MB };

describe("the limits", () => {
  it("count code and all layers, and leave the rest", () => {
    const limits = limitsOf({
      code,
      layer: { unzipped: 40 * MB },
      otherLayers: [{ zipped: 5 * MB, unzipped: 20 * MB }],
    });
    expect(limits).toEqual({ zipped: 50 * MB, unzipped: 250 * MB, used: 70 * MB, headroom: 180 * MB, atLeast: false });
  });

  it("count a layer whose unzipped size nobody knows by its zip, and say so", () => {
    expect(limitsOf({ code, layer: undefined, otherLayers: [{ zipped: 5 * MB }] })).toMatchObject({
      used: 15 * MB,
      atLeast: true,
    });
  });

  it("let exactly the limit pass and stop one byte above, naming the largest packages", () => {
    const packages = [1, 2, 3, 4, 5, 6].map((n) => ({ name: `p${n}`, version: "1", unzipped: n * MB }));
    const at = (unzipped: number) => limitsOf({ code: { zipped: 1, unzipped }, layer: undefined, otherLayers: [] });
    expect(checkTotal(at(200 * MB), GATES, { packages })).toBeUndefined();
    expect(checkTotal(at(250 * MB), GATES, { packages })).toMatchObject({ level: "warning" });
    expect(() => checkTotal(at(250 * MB + 1), GATES, { packages })).toThrow(
      expect.objectContaining({
        message: "Code and layers are 250.0 MB unzipped; the limit is 250.0 MB.",
        hint: "The largest packages: p6 6.0 MB, p5 5.0 MB, p4 4.0 MB, p3 3.0 MB, p2 2.0 MB. Make the layer smaller with `slim: aggressive`, or leave out packages with `exclude-packages`, files with `code-exclude`.",
        code: "too-large",
      }),
    );
  });

  it.each([
    [true, / `bytecode: off` saves room, too\.$/],
    [false, /`code-exclude`\.$/],
    [undefined, /`code-exclude`\.$/],
  ])("advise to leave out bytecode only when the layer has some (%s)", (bytecode, hint) => {
    const limits = limitsOf({ code: { zipped: 1, unzipped: 251 * MB }, layer: undefined, otherLayers: [] });
    const layer = { packages: [], ...(bytecode !== undefined && { bytecode }) };
    expect(() => checkTotal(limits, GATES, layer)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(hint) }),
    );
  });

  it("never let a higher `hard-limit` pass Lambda's own", () => {
    const limits = limitsOf({ code: { zipped: 1, unzipped: 251 * MB }, layer: undefined, otherLayers: [] });
    expect(() => checkTotal(limits, { ...GATES, hardLimit: 300 * MB }, undefined)).toThrow("the limit is 250.0 MB");
  });

  it("ask for a bucket above 50 MiB, and only then", () => {
    expect(() => checkUpload("layer", 50 * MB, undefined)).not.toThrow();
    expect(() => checkUpload("layer", 50 * MB + 1, "bucket")).not.toThrow();
    expect(() => checkUpload("code package", 50 * MB + 1, undefined)).toThrow(/^The code package is 50.0 MB zipped/);
  });
});
