import { describe, expect, it } from "vitest";
import { codeAfter, layersAround } from "../../src/decided.ts";
import type { Change, Plan } from "../../src/function/plan.ts";

const packed = { zipped: 10, unzipped: 30, files: 2, sha256: "aa" };
const before = { zipped: 11, unzipped: 30, files: 2, sha256: "bb" };
const planOf = (...changes: readonly Change[]): Plan => ({ changes, layers: [], gap: undefined });
const sends: Change = { action: "update-code", reason: "", architecture: "arm64", sourceKmsKey: "" };

describe("codeAfter", () => {
  it("is the live package as long as none is sent", () => {
    expect(codeAfter(planOf({ action: "publish-version", reason: "" }), packed, { before })).toEqual(before);
  });

  it("is what is sent, also when its files are the live ones", () => {
    expect(codeAfter(planOf(sends), packed, { before })).toEqual(packed);
  });

  it("counts the files of this run when those of the live package were not read", () => {
    expect(codeAfter(planOf(), packed, { before: { zipped: 11, sha256: "bb" } })).toEqual(before);
  });
});

describe("layersAround", () => {
  const [ours, stays, goes, comes] = ["arn:ours:7", "arn:stays:1", "arn:goes:1", "arn:comes:1"] as const;
  const layers = [ours, stays, goes].map((arn, index) => ({ arn, zipped: index + 1 }));
  const others = [
    { arn: comes, size: { zipped: 50, unzipped: 90, files: 3 } },
    { arn: stays, size: { zipped: 2, unzipped: 6 } },
  ];

  it("knows the other layers before and after, without ours, each with what was read of it", () => {
    const wanted = { kind: "existing", arn: "arn:ours:8" } as const;
    expect(layersAround({ layers }, { attachedArn: ours, wanted }, others)).toEqual({
      otherLayers: [
        { arn: comes, zipped: 50, unzipped: 90 },
        { arn: stays, zipped: 2, unzipped: 6 },
      ],
      otherLayersBefore: [
        { arn: stays, zipped: 2, unzipped: 6 },
        { arn: goes, zipped: 3 },
      ],
    });
  });

  it("tells of our layer when it is left alone, and of no layer that is not there", () => {
    const wanted = { kind: "untouched" } as const;
    expect(layersAround({ layers }, { attachedArn: ours, wanted }, [])).toMatchObject({
      layerLeftAlone: { arn: ours, zipped: 1 },
    });
    const without = layersAround(
      { layers: [{ arn: stays, zipped: undefined }] },
      { attachedArn: undefined, wanted },
      [],
    );
    expect(without).toEqual({ otherLayers: [], otherLayersBefore: [{ arn: stays }] });
  });
});
