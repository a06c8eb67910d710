import { describe, expect, it } from "vitest";
import type { Facts, Limits } from "../../src/report/facts.ts";
import type { SizeReport } from "../../src/report/size-facts.ts";
import { checkReport } from "../../src/size-report/check-report.ts";
import * as examples from "../fixtures/size-report/facts.ts";

const KB = 1_024;
const MB = 1_048_576;
const GATES = {
  hardLimit: 250 * MB,
  warnLimit: 200 * MB,
  maxCodeSize: undefined,
  maxLayerGrowth: undefined,
  bucket: undefined,
};
const checked = ({ sizes, limits }: Facts) => ({ sizes: sizes as SizeReport, limits: limits as Limits });

describe("a report at the gates", () => {
  it("says nothing of what fits", () => {
    expect(checkReport(checked(examples.grown), GATES, [])).toEqual([]);
  });

  it("fails over Lambda's limit as a deploy does, and names packages", () => {
    expect(() => checkReport(checked(examples.overLimit), GATES, [])).toThrow(
      expect.objectContaining({
        message: "Code and layers are 285.2 MB unzipped; the limit is 250.0 MB.",
        hint: expect.stringContaining("The largest packages: torch 204.8 MB, numpy 41.3 MB"),
        code: "too-large",
      }),
    );
  });

  it("counts the function's other layers, and warns at `warn-limit`", () => {
    expect(() => checkReport(checked(examples.besideLive), { ...GATES, hardLimit: 46 * MB }, [])).toThrow(
      "Code and layers are 46.9 MB unzipped",
    );
    expect(checkReport(checked(examples.besideLive), { ...GATES, warnLimit: 46 * MB }, [])).toEqual([
      { level: "warning", text: "Code and layers are 46.9 MB unzipped, more than `warn-limit` (46.0 MB)." },
    ]);
    expect(checkReport(checked(examples.grown), { ...GATES, warnLimit: 46 * MB }, [])).toEqual([]);
  });

  it("fails for growth beside the base branch, and names what grew most", () => {
    expect(() => checkReport(checked(examples.overGate), { ...GATES, maxLayerGrowth: { share: 0.1 } }, [])).toThrow(
      expect.objectContaining({
        message: "The layer grows by 41.3 MB (106%) unzipped, more than `max-layer-growth` (10%).",
        hint: expect.stringContaining("numpy +41.3 MB"),
        code: "gate",
      }),
    );
    expect(() => checkReport(checked(examples.grown), { ...GATES, maxLayerGrowth: { bytes: 600 * KB } }, [])).toThrow(
      expect.objectContaining({
        hint: expect.stringContaining("opentelemetry-api +401.4 KB, python-multipart +193.6 KB"),
      }),
    );
    expect(checkReport(checked(examples.grown), { ...GATES, maxLayerGrowth: { bytes: MB } }, [])).toEqual([]);
  });

  it("fails for a code package over `max-code-size`, and names files", () => {
    const files = [{ path: "app/model.bin", compressedSize: 40 * KB }];
    expect(() => checkReport(checked(examples.noFigure), { ...GATES, maxCodeSize: 60 * KB }, files)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('"app/model.bin" 40.0 KB') }),
    );
  });

  it.each<[Facts, string]>([
    [examples.first, "the size of the layer of the base branch is not known"],
    [examples.firstBesideLive, "the size of the layer of the base branch is not known"],
    [examples.firstLayer, "the base branch has no layer to compare with"],
    [examples.noFigure, "the layer has no figure"],
  ])("tells of growth that it could not check: %#", (facts, why) => {
    expect(checkReport(checked(facts), { ...GATES, maxLayerGrowth: { bytes: 0 } }, [])).toEqual([
      { level: "note", text: `\`max-layer-growth\` was not checked: ${why}.` },
    ]);
  });

  it("warns that the next deploy needs a bucket, when it sends a zip of more than 50 MB", () => {
    const small: SizeReport = {
      ...checked(examples.overLimit).sizes,
      code: { after: { zipped: 51 * MB, unzipped: 52 * MB } },
      layer: { outcome: "known", after: { zipped: 60 * MB, unzipped: 100 * MB }, packages: [], notBuilt: [] },
    };
    const { limits } = checked(examples.grown);
    expect(checkReport({ sizes: small, limits }, GATES, []).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The code package is 51\.0 MB zipped; .* the next deploy needs `s3-bucket`\.$/),
      expect.stringMatching(/^The layer is 60\.0 MB zipped;/),
    ]);
    expect(checkReport({ sizes: small, limits }, { ...GATES, bucket: "b" }, [])).toEqual([]);
    const reused: SizeReport = { ...small, code: { after: { zipped: 1, unzipped: 1 } }, next: { layer: "reused" } };
    expect(checkReport({ sizes: reused, limits }, GATES, [])).toEqual([]);
  });
});
