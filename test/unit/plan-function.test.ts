import { describe, expect, it } from "vitest";
import type { FunctionState } from "../../src/aws/lambda.ts";
import { NEW_LAYER } from "../../src/function/layer-slots.ts";
import { newFunction } from "../../src/function/new-function.ts";
import { changesFunction, makePlan, type Wanted } from "../../src/function/plan.ts";

const OURS = "arn:aws:lambda:eu-central-1:123456789012:layer:orders-dependencies:7";
const OTHER = "arn:aws:lambda:eu-central-1:999999999999:layer:agent:3";
const ROLE = "arn:aws:iam::123456789012:role/lambda";
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/a";
const SIGNING = "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-1";
const FITS = { codeBefore: 1, codeAfter: 1, layersBefore: 1, layersAfter: 1, onlyRemoves: false };

const NEW_REQUEST = {
  functionName: { name: "orders" },
  region: "eu-central-1",
  settings: { role: ROLE, handler: "app.handler", memorySize: 512 },
  runtime: "python3.13",
  architecture: undefined,
} as const;

function live(changes: Partial<FunctionState> = {}): FunctionState {
  return {
    ...newFunction(NEW_REQUEST),
    exists: true,
    codeSha256: "b2xk",
    layers: [{ arn: OURS, zipped: 1_000 }],
    settings: { role: ROLE, handler: "app.handler", description: "", memorySize: 128, timeout: 3, environment: {} },
    ...changes,
  };
}

const STAYS: Wanted = {
  layer: { kind: "existing", arn: OURS },
  otherLayers: undefined,
  runtime: undefined,
  architecture: undefined,
  code: { changed: false, reason: "" },
  publish: true,
  alias: { kind: "stays" },
};
const plan = (state: FunctionState, wanted: Partial<Wanted>) => makePlan(state, OURS, { ...STAYS, ...wanted }, FITS);
const actions = ({ changes }: ReturnType<typeof plan>) => changes.map(({ action }) => action);

describe("the plan of a function's settings", () => {
  it("is empty when all of them are there", () => {
    const state = live({ tags: { team: "a", other: "b" }, sourceKmsKey: KEY });
    const wanted = { settings: state.settings, tags: { team: "a" }, sourceKmsKey: KEY };
    expect(plan(state, wanted).changes).toEqual([]);
  });

  it("is one update with layers and runtime, which holds only what differs", () => {
    const wanted = {
      layer: { kind: "new", reason: "" },
      runtime: "python3.12",
      settings: { memorySize: 256, timeout: 3 },
    } as const;
    expect(plan(live(), wanted).changes[1]).toEqual({
      action: "update-configuration",
      reason:
        "The new layer version is attached. The runtime moves from python3.13 to python3.12. Settings: `memory-size` 128 → 256.",
      layers: [NEW_LAYER],
      runtime: "python3.12",
      settings: { memorySize: 256 },
    });
  });

  it("publishes a version of them, and names no gap beside new code", () => {
    const made = plan(live(), { settings: { timeout: 9 }, code: { changed: true, reason: "1 file changed." } });
    expect(actions(made)).toEqual(["update-configuration", "update-code", "publish-version"]);
    expect(made.gap).toBeUndefined();
  });

  it("sends them all again after a failed update: GetFunction shows what was sent, not what runs", () => {
    const failed = live({ readiness: { status: "failed", reason: "", code: "InvalidSubnet" } });
    const [change] = plan(failed, { settings: { timeout: 3 } }).changes;
    expect(change).toMatchObject({
      reason: "The last update failed, so layers and settings are sent again.",
      layers: [OURS],
      settings: { timeout: 3 },
    });
  });

  it("compares no description with a version's, which tells where the version came from", () => {
    const version = live({ version: "7", settings: { description: "previous=6", timeout: 3 } });
    expect(plan(version, { settings: { description: "Orders", timeout: 3 } }).changes).toEqual([]);
    expect(actions(plan(live(), { settings: { description: "Orders" } }))).toContain("update-configuration");
  });

  it("keeps the key of the code, and sends the code again for another one", () => {
    const code = { changed: true, reason: "1 file changed." };
    expect(plan(live({ sourceKmsKey: KEY }), { code }).changes[0]).toMatchObject({ sourceKmsKey: KEY });
    expect(plan(live(), { code }).changes[0]).toMatchObject({ sourceKmsKey: "" });
    expect(plan(live(), { sourceKmsKey: KEY }).changes[0]).toMatchObject({
      action: "update-code",
      reason: "The code gets another key (`source-kms-key-arn`).",
      sourceKmsKey: KEY,
    });
  });

  it("sets tags and code signing before all that can be put back, without a version for them alone", () => {
    const side = { tags: { team: "orders", stage: "b" }, codeSigningConfig: SIGNING };
    const state = live({ tags: { team: "sales", stage: "b" } });
    const alone = plan(state, side);
    expect(alone.changes).toEqual([
      { action: "update-code-signing", reason: "The function gets csc-1.", config: SIGNING },
      { action: "update-tags", reason: "Set: `team`.", tags: { team: "orders" } },
    ]);
    expect(changesFunction(alone)).toBe(false);
    const all = plan(state, { ...side, code: { changed: true, reason: "" } });
    expect(actions(all)).toEqual(["update-code-signing", "update-tags", "update-code", "publish-version"]);
    expect(changesFunction(all)).toBe(true);
  });

  it("says why tags that AWS does not show are set again", () => {
    const [change] = plan(live({ tags: undefined }), { tags: { team: "orders" } }).changes;
    expect(change?.reason).toBe("Set: `team`. The function shows no tags; without `lambda:ListTags` it never does.");
  });
});

describe("the plan of a missing function", () => {
  it("creates it with everything at once, then publishes", () => {
    const wanted = {
      layer: { kind: "new", reason: "It is new." },
      otherLayers: [OTHER],
      settings: NEW_REQUEST.settings,
      tags: { team: "orders" },
      codeSigningConfig: SIGNING,
      sourceKmsKey: KEY,
      code: { changed: true, reason: "The function is new." },
    } as const;
    const made = makePlan(newFunction(NEW_REQUEST), undefined, { ...STAYS, ...wanted }, FITS);
    expect(actions(made)).toEqual(["publish-layer", "create-function", "publish-version"]);
    expect(made.gap).toBeUndefined();
    expect(made.changes[1]).toEqual({
      action: "create-function",
      reason: "It was missing; its layers are attached at once.",
      settings: NEW_REQUEST.settings,
      runtime: "python3.13",
      architecture: "x86_64",
      layers: [OTHER, NEW_LAYER],
      sourceKmsKey: KEY,
      tags: { team: "orders" },
      codeSigningConfig: SIGNING,
    });
  });

  it("creates the alias, and no version when none is wanted", () => {
    const none = { layer: { kind: "none" } } as const;
    const state = newFunction({ ...NEW_REQUEST, architecture: "arm64" });
    const alias = { kind: "moves", name: "live", from: undefined } as const;
    expect(actions(plan(state, { ...none, alias }))).toEqual(["create-function", "publish-version", "move-alias"]);
    const unpublished = plan(state, { ...none, publish: false });
    expect(unpublished.changes).toMatchObject([{ action: "create-function", architecture: "arm64", layers: [] }]);
  });

  const missing: readonly (readonly [object, string])[] = [
    [{ settings: {}, runtime: undefined }, "give `role`, `handler`, `runtime` too"],
    [{ settings: { role: ROLE } }, "give `handler` too"],
    [{ runtime: undefined }, "give `runtime` too"],
  ];
  it.each(missing)("names what it lacks: %j", (given, hint) => {
    const act = () => newFunction({ ...NEW_REQUEST, ...given });
    expect(act).toThrow("The function orders does not exist in eu-central-1.");
    expect(act).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  });
});
