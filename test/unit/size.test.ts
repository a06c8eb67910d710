import { describe, expect, it } from "vitest";
import { formatBytes, unitOf } from "../../src/report/bytes.ts";
import type { Facts, Limits, Size } from "../../src/report/facts.ts";
import {
  bar,
  byteCell,
  countCell,
  type Figure,
  headroom,
  percent,
  rowCells,
  sharedUnit,
  sizeRatio,
  timesLess,
  togetherZipped,
  usedBefore,
} from "../../src/report/size.ts";
import * as examples from "../fixtures/summary/facts.ts";

const KB = 1_024;
const MB = 1_048_576;

describe("formatBytes", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [812, "812 bytes"],
    [1_023, "1,023 bytes"],
    [1_024, "1.0 KB"],
    [61_542, "60.1 KB"],
    [999.9 * KB, "999.9 KB"],
    [Math.ceil(999.95 * KB), "1.0 MB"],
    [1_005.4 * KB, "1.0 MB"],
    [MB - 1, "1.0 MB"],
    [999.9 * MB, "999.9 MB"],
    [1_000 * MB, "1.0 GB"],
    [-1_005.4 * KB, "-1.0 MB"],
    [19.5 * MB, "19.5 MB"],
    [250 * MB, "250.0 MB"],
    [3 * 1024 * MB, "3.0 GB"],
    [-2_048, "-2.0 KB"],
  ])("%d is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("keeps the unit of a column", () => {
    expect(formatBytes(300 * KB, "MB")).toBe("0.3 MB");
    expect(unitOf(300 * KB)).toBe("KB");
  });
});

describe("rowCells", () => {
  it.each<[string, Figure, Figure, string, string, string]>([
    ["grown by little", 61_235, 61_542, "59.8 KB", "60.1 KB", "+0.3 KB"],
    ["unchanged", 61_542, 61_542, "60.1 KB", "60.1 KB", "="],
    ["in one unit across a border", 1_000 * KB, 1.1 * MB, "1.0 MB", "1.1 MB", "+0.1 MB"],
    ["in two units when one would vanish", 19.8 * MB, 61_542, "19.8 MB", "60.1 KB", "−19.7 MB"],
    ["from a small size by what would be a thousand KB", 100, 1_005.4 * KB, "100 bytes", "1.0 MB", "+1.0 MB"],
    ["changed by less than the unit shows", 40_000_000, 40_000_916, "38.1 MB", "38.1 MB", "+916 bytes"],
    ["shrunk by one byte", 101, 100, "101 bytes", "100 bytes", "−1 byte"],
    ["new", "none", 24 * MB, "", "24.0 MB", "new"],
    ["removed", 24 * MB, "none", "24.0 MB", "", "removed"],
    ["unknown before", undefined, 24 * MB, "–", "24.0 MB", "–"],
    ["unknown now", 24 * MB, undefined, "24.0 MB", "–", "–"],
    ["nothing to nothing", 0, 0, "0 bytes", "0 bytes", "="],
    ["from nothing", 0, 2 * MB, "0.0 MB", "2.0 MB", "+2.0 MB"],
  ])("%s", (_, before, now, ...cells) => {
    expect(Object.values(rowCells({ before, now }))).toEqual(cells);
  });
});

describe("cells", () => {
  it("show an unknown figure as a dash, never as 0, and something small never as 0.0", () => {
    expect([byteCell(undefined), byteCell("none"), byteCell(0), byteCell(11_681, "MB")]).toEqual([
      "–",
      "",
      "0 bytes",
      "&lt;0.1 MB",
    ]);
    expect([countCell(undefined), countCell("none"), countCell(0), countCell(2_993)]).toEqual(["–", "", "0", "2,993"]);
  });

  it("share a unit only where it shows them all", () => {
    expect(sharedUnit([0.6 * MB, 21 * MB, undefined, "none", 0])).toBe("MB");
    expect(sharedUnit([0.4 * MB, 21 * MB])).toBeUndefined();
    expect(sharedUnit([])).toBe("bytes");
  });
});

function sized(
  code: Size,
  layer: Size | "none" | "untouched",
  known: Pick<Facts, "limits" | "layerLeftAlone"> = {},
): Pick<Facts, "code" | "layer" | "limits" | "layerLeftAlone"> {
  const facts = examples.code;
  return {
    ...known,
    code: { ...(facts.code as NonNullable<Facts["code"]>), after: code },
    ...(layer !== "untouched" && {
      layer: {
        ...(examples.detached.layer as NonNullable<Facts["layer"]>),
        ...(layer !== "none" && { source: "reused", after: layer }),
      },
    }),
  };
}

describe("sizeRatio", () => {
  it.each<[string, Size, Size | "none" | "untouched", string | undefined]>([
    ["code and layer against code, one decimal", { zipped: 61_542 }, { zipped: 19_890_000 }, "324.2"],
    ["no layer", { zipped: 61_542 }, "none", "1.0"],
    ["equal halves", { zipped: 100 }, { zipped: 100 }, "2.0"],
    ["layer of unknown size", { zipped: 100 }, {}, undefined],
    ["code of unknown size", {}, { zipped: 100 }, undefined],
  ])("%s", (_, code, layer, ratio) => {
    expect(sizeRatio(sized(code, layer))).toBe(ratio);
  });

  it("is known of a layer that is left alone, and 1.0 only once it is known that there is none", () => {
    const limits = examples.code.limits as Limits;
    const layerLeftAlone = { arn: "arn:x:7", zipped: 300 };
    expect([
      sizeRatio(sized({ zipped: 100 }, "untouched", { limits, layerLeftAlone })),
      sizeRatio(sized({ zipped: 100 }, "untouched", { limits, layerLeftAlone: { arn: "arn:x:7" } })),
      sizeRatio(sized({ zipped: 100 }, "untouched", { limits })),
      sizeRatio(sized({ zipped: 100 }, "untouched")),
      sizeRatio({}),
    ]).toEqual(["4.0", undefined, "1.0", undefined, undefined]);
  });

  it("has the zip bytes of both together as its counter", () => {
    expect(togetherZipped(sized({ zipped: 1 }, { zipped: 2 }))).toBe(3);
    expect(togetherZipped(sized({ zipped: 1 }, "none"))).toBe(1);
    expect(togetherZipped(sized({ zipped: 1 }, {}))).toBeUndefined();
  });
});

describe("timesLess", () => {
  it.each([
    [20_000, 61.5, "325x less"],
    [2_400, 1_000, "2.4x less"],
    [9_960, 1_000, "10x less"],
    [9_940, 1_000, "9.9x less"],
    [1_000_000, 1_000, "1,000x less"],
    [1_000_500, 1_000, "over 1,000x less"],
    [1_234_000, 1, "over 1,000x less"],
    [1_050, 1_000, undefined],
    [1_000, 1_000, undefined],
    [1_000, 0, undefined],
    [undefined, 1, undefined],
    [1, undefined, undefined],
  ])("%s against %s: %s", (full, part, words) => {
    expect(timesLess(full, part)).toBe(words);
  });
});

describe("usedBefore", () => {
  it("is what is used now, less what code and layer gained", () => {
    const exact = { atLeast: false, comparable: true };
    expect(usedBefore(examples.code)).toEqual({ bytes: 151_118 + 40_859_172, ...exact });
    expect(usedBefore(examples.migrated)).toEqual({ bytes: 32_830_856, ...exact });
    expect(usedBefore(examples.detached)).toEqual({ bytes: 151_118 + 40_859_172, ...exact });
    expect(usedBefore(examples.untouchedLayers)).toEqual({ bytes: 151_118 + 24_238_165, ...exact, atLeast: true });
  });

  const facts = examples.otherLayers;
  const [added, second] = facts.otherLayers;
  const usedWith = (otherLayersBefore: Facts["otherLayers"]) => usedBefore({ ...facts, otherLayersBefore });

  it("counts the layers of others that were there, not those that are", () => {
    const ours = 152_034 + 40_859_172;
    expect(usedWith([])).toEqual({ bytes: ours, atLeast: false, comparable: true });
    expect(usedWith([{ arn: "arn:x:1", zipped: 5, unzipped: 9 }])).toMatchObject({ bytes: ours + 9, atLeast: false });
    expect(usedWith([added, second].filter((one) => one !== undefined))).toMatchObject({ bytes: facts.limits?.used });
  });

  it("is a lower bound, of which no difference is made, when one that went was not looked into", () => {
    const ours = 152_034 + 40_859_172;
    expect(usedWith([{ arn: "arn:x:1", zipped: 5 }])).toEqual({ bytes: ours + 5, atLeast: true, comparable: false });
  });

  it("is unknown when one of the sizes is", () => {
    expect(usedBefore(examples.firstLayer)).toBeUndefined();
    expect(usedBefore(examples.wrongInputs)).toBeUndefined();
  });
});

describe("headroom", () => {
  const limits: Limits = { zipped: 50 * MB, unzipped: 250 * MB, atLeast: false };
  it.each<[Limits, string | undefined]>([
    [limits, undefined],
    [{ ...limits, used: 42.1 * MB, headroom: 207.9 * MB }, "17% of 250 MB, 207.9 MB left"],
    [{ ...limits, used: 42.1 * MB, atLeast: true }, "≥ 17% of 250 MB, ≤ 207.9 MB left"],
    [{ ...limits, used: 0.2 * MB, atLeast: true }, "≥ 204.8 KB of 250 MB, ≤ 249.8 MB left"],
    [{ ...limits, used: 262 * MB, headroom: -12 * MB }, "105% of 250 MB, 12.0 MB too much"],
    [{ ...limits, used: 250 * MB + 1 }, "101% of 250 MB, 1 byte too much"],
    [{ ...limits, used: 250 * MB }, "100% of 250 MB, 0 bytes left"],
  ])("%j", (given, words) => {
    expect(headroom(given)?.replaceAll("\u00a0", " ")).toBe(words);
  });
});

describe("percent", () => {
  it.each([
    [0, "0%"],
    [0.0001, "&lt;1%"],
    [0.166, "17%"],
    [0.999, "99%"],
    [1, "100%"],
    [1.0001, "101%"],
    [1.5, "150%"],
  ])("%d", (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe("bar", () => {
  const drawn = (share: number) => bar(share, 10).replaceAll("\u00a0", ".");
  it.each([
    [0, "`..........`"],
    [0.000_1, "`▌.........`"],
    [0.1, "`█.........`"],
    [0.46, "`████▌.....`"],
    [1, "`██████████`"],
    [7, "`██████████`"],
  ])("%d", (share, text) => {
    expect(drawn(share)).toBe(text);
  });
});
