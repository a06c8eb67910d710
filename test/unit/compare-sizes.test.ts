import { describe, expect, it } from "vitest";
import type { BaseLayer } from "../../src/size-report/baseline.ts";
import { compareLayers, comparisonNotices, type HeadLayer, layerFacts } from "../../src/size-report/compare-sizes.ts";
import type { KnownLayer } from "../../src/size-report/measure-layer.ts";
import { nextDeploy, plannedChanges } from "../../src/size-report/next-deploy.ts";

const SIZE = { zipped: 100, unzipped: 300, files: 5, sha256: "f".repeat(64) };

function layer(
  fingerprint: string,
  packages: Readonly<Record<string, string>> | undefined,
  more: Partial<KnownLayer> = {},
) {
  return {
    outcome: "known",
    fingerprint,
    source: "built",
    size: SIZE,
    bytecode: true,
    pinned: true,
    packages:
      packages &&
      Object.entries(packages).map(([name, version]) => ({ name, version, unzipped: 60, importNames: [name] })),
    notBuilt: [],
    notices: [],
    ...more,
  } satisfies KnownLayer;
}

const NONE = { outcome: "none", reason: "" } as const;
const UNTOUCHED = { outcome: "untouched", reason: "" } as const;
const UNKNOWN = { outcome: "unknown" } as const;
const VERSIONS = { outcome: "versions", packages: [{ name: "dep", version: "1.0" }] } as const;
const ONE = layer("1", { dep: "1.0", gone: "1.0" });
const TWO = layer("2", { dep: "2.0", added: "1.0" });
const of = (name: string, version: string) => ({ name, version, unzipped: 60 });

describe("the layers of two commits", () => {
  it.each<readonly [string, BaseLayer, HeadLayer, object]>([
    ["are no business of a function without dependencies", ONE, UNTOUCHED, { outcome: "none" }],
    ["are none where there were none", NONE, NONE, { outcome: "none" }],
    [
      "are compared package by package",
      ONE,
      TWO,
      {
        outcome: "known",
        changed: true,
        before: SIZE,
        after: SIZE,
        packages: [
          { name: "added", after: of("added", "1.0") },
          { name: "dep", before: of("dep", "1.0"), after: of("dep", "2.0") },
          { name: "gone", before: of("gone", "1.0") },
        ],
        notBuilt: [],
      },
    ],
    [
      "are the same with the same fingerprint",
      ONE,
      ONE,
      { outcome: "known", changed: false, before: SIZE, after: SIZE },
    ],
    ["begin", NONE, TWO, { outcome: "known", changed: true, before: "none", after: SIZE }],
    ["end", ONE, NONE, { outcome: "known", changed: true, before: SIZE, after: "none" }],
    [
      "have one side where the base is not known",
      UNKNOWN,
      ONE,
      { outcome: "known", after: SIZE, packages: [{ name: "dep", after: of("dep", "1.0") }, { name: "gone" }] },
    ],
    [
      "have versions and no figures of another runtime",
      VERSIONS,
      TWO,
      {
        outcome: "known",
        changed: true,
        before: {},
        packages: [{ name: "added" }, { name: "dep", before: { name: "dep", version: "1.0" } }],
      },
    ],
    [
      "have no packages when one side's are not known",
      layer("1", undefined),
      TWO,
      { outcome: "known", changed: true, before: SIZE, packages: [] },
    ],
    [
      "have no figure",
      ONE,
      { outcome: "unknown", why: "No wheel." },
      { outcome: "unknown", why: "No wheel.", before: SIZE },
    ],
    [
      "leave out on both sides what one does not count",
      layer("1", {}, { notBuilt: ["b"] }),
      layer("2", {}, { notBuilt: ["a", "b"] }),
      { outcome: "known", notBuilt: ["a", "b"] },
    ],
  ])("%s", (_, base, head, expected) => {
    expect(compareLayers(base, head)).toMatchObject(expected);
  });

  it("have no before and no change where the base is not known", () => {
    const comparison = compareLayers(UNKNOWN, ONE);
    expect(Object.keys(comparison)).not.toContain("before");
    expect(Object.keys(comparison)).not.toContain("changed");
  });

  it("are explained where the figures do not show it", () => {
    expect(comparisonNotices(ONE, compareLayers(ONE, TWO))).toEqual([]);
    expect(comparisonNotices(VERSIONS, compareLayers(VERSIONS, TWO))).toHaveLength(1);
    const textOf = (notBuilt: readonly string[]) =>
      comparisonNotices(ONE, compareLayers(ONE, layer("2", {}, { notBuilt })))[0]?.text;
    expect(textOf(["shared", "sources"])).toMatch(/^Not counted: `shared`, `sources`\. They are built from source, /);
    expect(textOf(["shared"])).toMatch(/^Not counted: `shared`\. It is built from source, /);
  });
});

describe("the next deploy", () => {
  const ask = (base: BaseLayer, head: HeadLayer, more: object = {}) =>
    nextDeploy({
      head,
      comparison: compareLayers(base, head),
      codeZipped: 7,
      codeChanged: true,
      inAws: undefined,
      attached: undefined,
      ...more,
    });
  it.each([
    ["sends the code alone when the layer is the same", ask(ONE, ONE), { layer: "reused", upload: 7 }],
    ["sends nothing when all is the same", ask(ONE, ONE, { codeChanged: false }), { layer: "reused", upload: 0 }],
    ["sends code and layer when both differ", ask(ONE, TWO), { layer: "published", upload: 107 }],
    ["finds the layer where AWS has it", ask(ONE, TWO, { inAws: "published" }), { layer: "reused", upload: 7 }],
    [
      "publishes what the base has and AWS has not",
      ask(ONE, ONE, { inAws: "missing" }),
      { layer: "published", upload: 107 },
    ],
    ["is not known without base", ask(UNKNOWN, ONE), { layer: "unknown" }],
    [
      "is not known in bytes when the code's base is not",
      ask(ONE, TWO, { codeChanged: undefined }),
      { layer: "published" },
    ],
    [
      "is not known in bytes of a layer that is counted in part",
      ask(ONE, layer("2", {}, { notBuilt: ["x"] })),
      { layer: "published" },
    ],
    ["leaves layers alone", ask(ONE, UNTOUCHED), { layer: "untouched", upload: 7 }],
    ["detaches the layer", ask(ONE, NONE), { layer: "detached", upload: 7 }],
    ["has nothing to detach", ask(NONE, NONE), { layer: "untouched", upload: 7 }],
    ["detaches what is attached", ask(NONE, NONE, { attached: true }), { layer: "detached", upload: 7 }],
    [
      "sends a layer without figure",
      ask(ONE, { outcome: "unknown", why: "" }, { inAws: "missing" }),
      { layer: "published" },
    ],
  ])("%s", (_, next, expected) => {
    expect(next).toEqual(expected);
  });

  it.each([
    [["update-code"], ONE, ONE, true, undefined],
    [["publish-layer", "update-configuration", "update-code"], ONE, TWO, true, undefined],
    [["update-configuration"], ONE, TWO, false, "published"],
    [["update-configuration"], ONE, ONE, false, "published"],
    [[], ONE, TWO, false, "attached"],
    [["update-configuration"], ONE, NONE, undefined, undefined],
    [[], ONE, ONE, false, undefined],
  ] as const)("is planned as %j", (actions, base, head, codeChanged, inAws) => {
    const comparison = compareLayers(base, head);
    const next = ask(base, head, { inAws });
    expect(plannedChanges(next, { comparison, codeChanged, inAws }).map(({ action }) => action)).toEqual(actions);
  });
});

describe("our layer in the facts", () => {
  it("has what it was and what it is, and nothing that only the measuring needs", () => {
    expect(layerFacts("orders-dependencies", ["requirements.txt"], TWO, compareLayers(ONE, TWO))).toEqual({
      name: "orders-dependencies",
      source: "built",
      reason: "The dependencies differ from those of the base branch. It was built here to be measured.",
      dependencyFiles: ["requirements.txt"],
      fingerprint: "2",
      before: SIZE,
      after: SIZE,
      packageCount: 2,
      packages: [of("dep", "2.0"), of("added", "1.0")],
      changes: [
        { name: "added", to: "1.0" },
        { name: "dep", from: "1.0", to: "2.0" },
        { name: "gone", from: "1.0" },
      ],
      newest: [],
      pinned: true,
      bytecode: true,
    });
  });

  it("has no changes without a base", () => {
    expect(layerFacts("x", [], TWO, compareLayers(UNKNOWN, TWO))).toMatchObject({ changes: [] });
  });
});
