import { describe, expect, it } from "vitest";
import type { LayerVersion } from "../../src/aws/lambda.ts";
import { pruneVersions } from "../../src/function/prune-versions.ts";
import { formatDescription } from "../../src/layer/description.ts";
import { pruneLayerVersions } from "../../src/layer/prune.ts";

const ARN = "arn:aws:lambda:eu-central-1:123456789012:layer";
const OURS = formatDescription({
  fingerprint: "a".repeat(64),
  zipped: 1,
  unzipped: 2,
  files: 1,
  packages: 1,
  pinned: true,
  bytecode: false,
});

function version(number: number, description = OURS): LayerVersion {
  return { arn: `${ARN}:deps:${number}`, version: number, description, created: "", runtimes: [], architectures: [] };
}

/** Versions of a layer, newest first, as AWS lists them. */
const upTo = (newest: number) => Array.from({ length: newest }, (_, index) => version(newest - index));
const having = (...layers: string[]) => ({ layers });
const numbers = (versions: readonly LayerVersion[]) => versions.map((it) => it.version);

describe("versions of our layer", () => {
  const table: readonly (readonly [string, Parameters<typeof pruneLayerVersions>[0], readonly number[]])[] = [
    ["all but the newest go", { versions: upTo(4), functions: [], keep: 1, newest: 4 }, [1, 2, 3]],
    [
      "the kept ones are the newest, by number",
      { versions: upTo(12), functions: [], keep: 3, newest: 12 },
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
    [
      "nothing goes while there are not more than are kept",
      { versions: upTo(3), functions: [], keep: 3, newest: 3 },
      [],
    ],
    ["nothing goes of a layer without versions", { versions: [], functions: [], keep: 1, newest: 0 }, []],
    [
      "one is about to be published, so none of the old is among the kept",
      { versions: upTo(2), functions: [], keep: 0, newest: 2 },
      [1, 2],
    ],
    [
      "one that a function has stays",
      { versions: upTo(4), functions: [having(`${ARN}:deps:2`)], keep: 1, newest: 4 },
      [1, 3],
    ],
    [
      "one that only a published version has stays",
      {
        versions: upTo(4),
        functions: [having(`${ARN}:deps:4`), having(`${ARN}:x:1`, `${ARN}:deps:1`)],
        keep: 1,
        newest: 4,
      },
      [2, 3],
    ],
    [
      "layers of similar names keep nothing",
      {
        versions: upTo(3),
        functions: [having(`${ARN}:deps-old:1`, `${ARN}:old-deps:2`), having(`${ARN}:deps:11`)],
        keep: 1,
        newest: 3,
      },
      [1, 2],
    ],
    [
      "a layer of the same name in another account or Region keeps nothing",
      {
        versions: upTo(2),
        functions: [
          having("arn:aws:lambda:eu-central-1:999999999999:layer:deps:1"),
          having("arn:aws:lambda:us-east-1:123456789012:layer:deps:1"),
        ],
        keep: 1,
        newest: 2,
      },
      [1],
    ],
    [
      "one that appeared during the run stays, newest or not",
      { versions: upTo(6), functions: [], keep: 1, newest: 4 },
      [1, 2, 3, 4],
    ],
    [
      "one that others published stays, and is no kept one",
      { versions: [version(4), version(3, "by hand"), version(2), version(1, "")], functions: [], keep: 1, newest: 4 },
      [2],
    ],
  ];
  it.each(table)("%s", (_, request, expected) => {
    expect(numbers(pruneLayerVersions(request).delete)).toEqual(expected);
  });

  it("tells which old ones are in use, and which others published; a version is in one list only", () => {
    const versions = [
      version(6, "newest, by hand"),
      version(5),
      version(4),
      version(3, "x"),
      version(2, "x"),
      version(1),
    ];
    const pruning = pruneLayerVersions({
      versions,
      functions: [having(`${ARN}:deps:1`, `${ARN}:deps:2`)],
      keep: 1,
      newest: 6,
    });
    expect([pruning.delete, pruning.byOthers].map(numbers)).toEqual([[4], [3]]);
  });

  it("keeps each of 300 functions' versions", () => {
    const functions = Array.from({ length: 300 }, (_, index) => having(`${ARN}:deps:${index + 1}`));
    const pruning = pruneLayerVersions({ versions: upTo(400), functions, keep: 10, newest: 400 });
    expect(numbers(pruning.delete)).toEqual(Array.from({ length: 90 }, (_, index) => index + 301));
  });
});

describe("versions of the function", () => {
  const table: readonly (readonly [string, Parameters<typeof pruneVersions>, readonly string[]])[] = [
    ["all but the newest go", [["1", "2", "3"], [], 1], ["1", "2"]],
    ["the newest are the highest numbers, in whatever order they come", [["10", "9", "2", "1"], [], 2], ["1", "2"]],
    ["nothing goes while there are not more than are kept", [["1", "2"], [], 2], []],
    ["a function without versions", [[], [], 1], []],
    ["$LATEST never goes and is no kept one", [["$LATEST", "1", "2"], [], 1], ["1"]],
    ["what is no number never goes", [["", "live", "0", "-1", "1e3", "1", "2"], [], 0], ["1", "2"]],
    ["one that an alias names stays", [["1", "2", "3"], [{ name: "live", versions: ["1"] }], 1], ["2"]],
    [
      "one that an alias sends a weight to stays",
      [["1", "2", "3", "4"], [{ name: "live", versions: ["3", "2"] }], 1],
      ["1"],
    ],
    [
      "every alias counts",
      [
        ["1", "2", "3", "4"],
        [
          { name: "live", versions: ["4"] },
          { name: "old", versions: ["1"] },
          { name: "x", versions: ["2"] },
        ],
        1,
      ],
      ["3"],
    ],
    [
      "version 1 is not kept by an alias on 11",
      [["1", "10", "11"], [{ name: "live", versions: ["11"] }], 1],
      ["1", "10"],
    ],
  ];
  it.each(table)("%s", (_, [versions, aliases, keep], expected) => {
    expect(pruneVersions(versions, aliases, keep)).toEqual(expected);
  });
});
