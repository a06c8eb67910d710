import { describe, expect, it } from "vitest";
import type { FunctionState } from "../../src/aws/lambda.ts";
import { NEW_LAYER } from "../../src/function/layer-slots.ts";
import { makePlan, type Wanted } from "../../src/function/plan.ts";
import type { Footprint } from "../../src/function/update-order.ts";

const MB = 1024 ** 2;
const LAYER = "arn:aws:lambda:eu-central-1:123456789012:layer";
const OURS = `${LAYER}:orders-dependencies:7`;

function state(layers: readonly string[], changes: Partial<FunctionState> = {}): FunctionState {
  return {
    exists: true,
    name: "orders",
    version: "$LATEST",
    description: "",
    arn: "arn:aws:lambda:eu-central-1:123456789012:function:orders",
    packageType: "Zip",
    runtime: "python3.11",
    architecture: "x86_64",
    codeSha256: "b2xk",
    codeSize: 1_000,
    codeLocation: undefined,
    layers: layers.map((arn) => ({ arn, zipped: 1_000 })),
    revisionId: "r1",
    readiness: { status: "ready" },
    settings: {},
    tags: undefined,
    sourceKmsKey: "",
    ...changes,
  };
}

function wanted(changes: Partial<Wanted> = {}): Wanted {
  return {
    layer: { kind: "existing", arn: OURS },
    otherLayers: undefined,
    runtime: undefined,
    architecture: undefined,
    code: { changed: false, reason: "" },
    publish: true,
    alias: { kind: "stays" },
    ...changes,
  };
}

const SMALL: Footprint = { codeBefore: MB, codeAfter: MB, layersBefore: MB, layersAfter: MB, onlyRemoves: false };
const NEW = { kind: "new", reason: "Other packages." } as const;
const CODE = { changed: true, reason: "1 file changed." };

function actions(plan: ReturnType<typeof makePlan>): readonly string[] {
  return plan.changes.map(({ action }) => action);
}

describe("the plan", () => {
  it("is empty when the function is as wanted", () => {
    expect(makePlan(state([OURS]), OURS, wanted(), SMALL)).toEqual({ changes: [], layers: [OURS], gap: undefined });
  });

  it("sends code alone when only the code differs", () => {
    const plan = makePlan(state([OURS]), OURS, wanted({ code: CODE }), SMALL);
    expect(actions(plan)).toEqual(["update-code", "publish-version"]);
    expect(plan.gap).toBeUndefined();
  });

  it("publishes no version where none is wanted", () => {
    expect(actions(makePlan(state([OURS]), OURS, wanted({ code: CODE, publish: false }), SMALL))).toEqual([
      "update-code",
    ]);
  });

  it.each([
    ["moves from version 41", "41", "Callers leave version 41 for this one."],
    ["is created", undefined, "There was none of this name."],
  ])("publishes and moves the alias also when $LATEST is as wanted already: it %s", (_, from, reason) => {
    const plan = makePlan(state([OURS]), OURS, wanted({ alias: { kind: "moves", name: "live", from } }), SMALL);
    expect(actions(plan)).toEqual(["publish-version", "move-alias"]);
    expect(plan.changes[1]?.reason).toBe(reason);
  });

  it("publishes and attaches a new layer before the code, and names the gap", () => {
    const plan = makePlan(state([OURS]), OURS, wanted({ layer: NEW, code: CODE }), SMALL);
    expect(actions(plan)).toEqual(["publish-layer", "update-configuration", "update-code", "publish-version"]);
    expect(plan.gap).toBe("the old code with the new layers");
  });

  const orders: readonly (readonly [string, Partial<Footprint>, Wanted["layer"], "layers" | "code"])[] = [
    ["both fit", {}, NEW, "layers"],
    ["the fat code leaves no room for the layer", { codeBefore: 200 * MB, layersAfter: 60 * MB }, NEW, "code"],
    ["packages are only removed", { onlyRemoves: true }, NEW, "code"],
    [
      "packages are only removed, but the new code leaves no room for the old layers",
      { onlyRemoves: true, codeAfter: 200 * MB, layersBefore: 60 * MB },
      NEW,
      "layers",
    ],
    ["our layer is detached", {}, { kind: "none" }, "code"],
    ["exactly at the limit", { codeBefore: 262_144_000 - MB }, NEW, "layers"],
    ["one byte over the limit", { codeBefore: 262_144_000 - MB + 1 }, NEW, "code"],
  ];
  it.each(orders)("when %s: %s first", (_, footprint, layer, first) => {
    const plan = makePlan(state([OURS]), OURS, wanted({ layer, code: CODE }), { ...SMALL, ...footprint });
    const updates = actions(plan).filter((action) => action.startsWith("update"));
    expect(updates[0]).toBe(first === "layers" ? "update-configuration" : "update-code");
    expect(updates).toHaveLength(2);
  });

  it("stops when neither order fits", () => {
    const footprint = {
      ...SMALL,
      codeBefore: 200 * MB,
      codeAfter: 200 * MB,
      layersBefore: 60 * MB,
      layersAfter: 60 * MB,
    };
    expect(() => makePlan(state([OURS]), OURS, wanted({ layer: NEW, code: CODE }), footprint)).toThrow(/Neither/);
  });

  const lists: readonly (readonly [
    string,
    readonly string[],
    string | undefined,
    Partial<Wanted>,
    readonly unknown[],
  ])[] = [
    [
      "ours keeps its index",
      [`${LAYER}:a:1`, OURS, `${LAYER}:b:2`],
      OURS,
      { layer: NEW },
      [`${LAYER}:a:1`, NEW_LAYER, `${LAYER}:b:2`],
    ],
    ["ours comes last when it was not there", [`${LAYER}:a:1`], undefined, { layer: NEW }, [`${LAYER}:a:1`, NEW_LAYER]],
    [
      "ours goes, the others stay",
      [`${LAYER}:a:1`, OURS, `${LAYER}:b:2`],
      OURS,
      { layer: { kind: "none" } },
      [`${LAYER}:a:1`, `${LAYER}:b:2`],
    ],
    [
      "the others are replaced around ours",
      [OURS, `${LAYER}:a:1`],
      OURS,
      { otherLayers: [`${LAYER}:c:3`] },
      [OURS, `${LAYER}:c:3`],
    ],
    ["`none` removes the others and keeps ours", [`${LAYER}:a:1`, OURS], OURS, { otherLayers: [] }, [OURS]],
    [
      "code only: layers are nobody's business",
      [OURS, `${LAYER}:a:1`],
      OURS,
      { layer: { kind: "untouched" } },
      [OURS, `${LAYER}:a:1`],
    ],
  ];
  it.each(lists)("%s", (_, attached, ours, changes, expected) => {
    expect(makePlan(state(attached), ours, wanted(changes), SMALL).layers).toEqual(expected);
  });

  it("refuses a sixth layer and a layer in two versions", () => {
    const five = [1, 2, 3, 4, 5].map((n) => `${LAYER}:l${n}:1`);
    expect(() => makePlan(state(five), undefined, wanted({ layer: NEW }), SMALL)).toThrow(
      "would have 6 layers; Lambda takes 5",
    );
    const twice = wanted({ otherLayers: [`${LAYER}:a:1`, `${LAYER}:a:2`] });
    expect(() => makePlan(state([OURS]), OURS, twice, SMALL)).toThrow("attached twice");
  });

  it("moves the runtime with the layers in one update", () => {
    const plan = makePlan(state([OURS]), OURS, wanted({ layer: NEW, runtime: "python3.13" }), SMALL);
    expect(plan.changes[1]).toMatchObject({
      action: "update-configuration",
      runtime: "python3.13",
      layers: [NEW_LAYER],
    });
  });

  it("sends the layers again when the last update failed: what GetFunction shows is not what runs", () => {
    const failed = state([OURS], { readiness: { status: "failed", reason: "", code: "InternalError" } });
    const plan = makePlan(failed, OURS, wanted({ code: CODE }), SMALL);
    expect(actions(plan)).toEqual(["update-configuration", "update-code", "publish-version"]);
    expect(plan.changes[0]?.reason).toBe("The last update failed, so the layers are sent again.");
  });

  it("does not send a runtime or an architecture that the function has", () => {
    const same = wanted({ runtime: "python3.11", architecture: "x86_64" });
    expect(makePlan(state([OURS]), OURS, same, SMALL).changes).toEqual([]);
  });

  it("moves the architecture by an update of the code, also when the code is the same", () => {
    const plan = makePlan(state([OURS]), OURS, wanted({ architecture: "arm64" }), SMALL);
    expect(plan.changes[0]).toMatchObject({ action: "update-code", architecture: "arm64" });
    expect(plan.changes[0]?.reason).toBe("The function moves from x86_64 to arm64.");
  });
});
