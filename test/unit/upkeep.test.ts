import { describe, expect, it } from "vitest";
import type { ListedFunction } from "../../src/aws/inventory.ts";
import type { FunctionState, LayerVersion } from "../../src/aws/lambda.ts";
import type { Change, Plan } from "../../src/function/plan.ts";
import type { Inputs } from "../../src/inputs.ts";
import type { ChosenLayer } from "../../src/layer/choose.ts";
import { formatDescription } from "../../src/layer/description.ts";
import { planUpkeep, type Stock, wishOf } from "../../src/upkeep/upkeep.ts";

const LAYER = "arn:aws:lambda:eu-central-1:123456789012:layer:deps";
const OURS = formatDescription({
  fingerprint: "a".repeat(64),
  zipped: 1,
  unzipped: 2,
  files: 1,
  packages: 1,
  pinned: true,
  bytecode: false,
});

const INPUTS = {
  layerName: "deps",
  settings: {},
  updateLayerUsers: true,
  keepLayerVersions: 1,
  keepVersions: 1,
} as unknown as Inputs;
const LATEST = {
  name: "orders",
  exists: true,
  runtime: "python3.13",
  architecture: "x86_64",
  settings: { snapStart: "None" },
} as unknown as FunctionState;

const NEW_LAYER = {
  wanted: { kind: "new", reason: "" },
  attachedArn: `${LAYER}:2`,
  newest: 2,
} as unknown as ChosenLayer;
/** The layer version with this number is found in AWS; the function has another one, or none. */
function found(version: number, attached: number | undefined): ChosenLayer {
  const arn = `${LAYER}:${version}`;
  const attachedArn = attached === undefined ? undefined : `${LAYER}:${attached}`;
  return {
    wanted: { kind: "existing", arn },
    attachedArn,
    newest: 9,
    facts: { version, versionArn: arn },
  } as unknown as ChosenLayer;
}

const planOf = (...actions: string[]): Plan => ({
  changes: actions.map(
    (action) => ({ action, reason: "", ...(action === "move-alias" && { alias: "live" }) }) as Change,
  ),
  layers: [],
  gap: undefined,
});
const DEPLOY = planOf("publish-layer", "update-configuration", "publish-version");

function listed(name: string, version: string, layer: number): ListedFunction {
  const arn = `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;
  const platform = { runtime: "python3.13", architecture: "x86_64", codeSha256: "", description: "" } as const;
  return { name, arn, version, ...platform, layers: [`${LAYER}:${layer}`] };
}
const layerVersion = (version: number): LayerVersion => ({
  arn: `${LAYER}:${version}`,
  version,
  description: OURS,
  created: "",
  runtimes: [],
  architectures: [],
});
const stock = (changes: Partial<Stock>): Stock => ({
  functions: [],
  layerVersions: [],
  versions: [],
  aliases: [],
  ...changes,
});

function plan(changes: Partial<Stock>, { inputs = INPUTS, latest = LATEST, made = DEPLOY, layer = NEW_LAYER } = {}) {
  return planUpkeep({
    inputs,
    latest,
    layer,
    plan: made,
    stock: stock(changes),
    wish: wishOf(inputs, made, layer, latest),
  });
}
const reasons = (upkeep: ReturnType<typeof plan>) => upkeep.changes.map(({ action, reason }) => `${action}: ${reason}`);

describe("the wish", () => {
  it.each<[string, Plan, Partial<FunctionState>, object]>([
    ["everything in a run that publishes", DEPLOY, {}, { keepLayerVersions: 1, keepVersions: 1 }],
    [
      "no old layers without a new one",
      planOf("update-code", "publish-version"),
      {},
      { keepLayerVersions: undefined, keepVersions: 1 },
    ],
    [
      "no old versions without a new one",
      planOf("publish-layer", "update-configuration"),
      {},
      { keepLayerVersions: 1, keepVersions: undefined },
    ],
    ["nothing old when nothing changes", planOf(), {}, { keepLayerVersions: undefined, keepVersions: undefined }],
    [
      "no old versions of a function that is created",
      DEPLOY,
      { exists: false },
      { keepLayerVersions: 1, keepVersions: undefined },
    ],
  ])("is %s", (_, made, state, expected) => {
    expect(wishOf(INPUTS, made, NEW_LAYER, { ...LATEST, ...state })).toMatchObject({ moveUsers: true, ...expected });
  });

  it.each(["untouched", "none"])("moves nobody when the run has no layer of its own: %s", (kind) => {
    const layer = { ...NEW_LAYER, wanted: { kind } } as ChosenLayer;
    expect(wishOf(INPUTS, planOf(), layer, LATEST).moveUsers).toBe(false);
  });
});

describe("the upkeep", () => {
  it("counts what is about to be published among what is kept", () => {
    const upkeep = plan({
      versions: [listed("orders", "1", 1), listed("orders", "2", 2)],
      layerVersions: [layerVersion(2), layerVersion(1)],
      functions: [listed("orders", "$LATEST", 2), listed("orders", "1", 1), listed("orders", "2", 2)],
    });
    expect(reasons(upkeep)).toEqual([
      "delete-versions: `keep-versions: 1`: versions 1, 2 are older, and no alias uses them.",
      "delete-layer-versions: `keep-layer-versions: 1`: versions 1, 2 are older, and no function or published version has them.",
    ]);
  });

  it("leaves layer versions that stay in use: by kept versions, by functions that do not move", () => {
    const functions = [
      listed("orders", "$LATEST", 2),
      listed("orders", "1", 1),
      listed("worker", "$LATEST", 2),
      { ...listed("arm", "$LATEST", 3), architecture: "arm64" } as const,
    ];
    const upkeep = plan(
      { functions, layerVersions: [1, 2, 3].map(layerVersion), versions: [] },
      { inputs: { ...INPUTS, keepVersions: undefined }, layer: { ...NEW_LAYER, newest: 3 } },
    );
    expect(reasons(upkeep)).toEqual([
      "update-layer-users: The new version of the layer goes to `worker`.",
      "delete-layer-versions: `keep-layer-versions: 1`: version 2 is older, and no function or published version has it.",
    ]);
  });

  it("knows that the alias which moves leaves its version, and no other does", () => {
    const versions = ["1", "2", "3"].map((version) => listed("orders", version, 1));
    const aliases = [
      { name: "live", versions: ["3"] },
      { name: "test", versions: ["2"] },
    ];
    const deletes = (made: Plan) =>
      reasons(plan({ versions, aliases }, { made })).map((reason) => /versions? ([\d, ]+) /.exec(reason)?.[1]);
    expect(deletes(planOf("publish-version", "move-alias"))).toEqual(["1, 3"]);
    expect(deletes(planOf("publish-version"))).toEqual(["1"]);
  });

  it.each<[string, ChosenLayer, readonly string[]]>([
    ["those with an older version move, when the function has one already", found(5, 5), ["older"]],
    ["those with another version move, when the function comes to one", found(5, 9), ["newer", "older"]],
    ["those with an older version move, when the function gets its first layer", found(5, undefined), ["older"]],
  ])("%s", (_, layer, expected) => {
    const functions = [listed("older", "$LATEST", 4), listed("same", "$LATEST", 5), listed("newer", "$LATEST", 6)];
    const upkeep = plan({ functions }, { layer, made: planOf() });
    expect(upkeep.users?.filter(({ behind }) => behind).map(({ name }) => name)).toEqual(expected);
    expect(reasons(upkeep)).toEqual([
      `update-layer-users: Version 5 of the layer goes to ${expected.map((name) => `\`${name}\``).join(", ")}.`,
    ]);
  });

  it("names 20 of many", () => {
    const versions = Array.from({ length: 300 }, (_, index) => listed("orders", String(index + 1), 1));
    expect(plan({ versions }).changes[0]?.reason).toMatch(/: versions 1, 2, .*, 20, 280 more are older/);
  });

  it.each<[string, Partial<Inputs>, Partial<FunctionState>, Plan, RegExp | undefined]>([
    [
      "tells who keeps all",
      { keepVersions: undefined },
      { settings: { snapStart: "PublishedVersions" } },
      DEPLOY,
      /`keep-versions` deletes old ones/,
    ],
    [
      "tells how many stay",
      { keepVersions: 2 },
      { settings: { snapStart: "PublishedVersions" } },
      DEPLOY,
      /exists: 2 after this deploy/,
    ],
    ["tells who turns it on", { settings: { snapStart: "PublishedVersions" } }, {}, DEPLOY, /SnapStart/],
    [
      "is silent when it is turned off",
      { settings: { snapStart: "None" } },
      { settings: { snapStart: "PublishedVersions" } },
      DEPLOY,
      undefined,
    ],
    ["is silent without SnapStart", {}, {}, DEPLOY, undefined],
    [
      "is silent when no version is published",
      {},
      { settings: { snapStart: "PublishedVersions" } },
      planOf("update-code"),
      undefined,
    ],
  ])("%s that SnapStart bills every version", (_, inputs, latest, made, text) => {
    const versions = ["1", "2", "3"].map((version) => listed("orders", version, 1));
    const { notices } = plan(
      { versions },
      { inputs: { ...INPUTS, ...inputs }, latest: { ...LATEST, ...latest }, made },
    );
    expect(notices.map((notice) => notice.text)).toEqual(text === undefined ? [] : [expect.stringMatching(text)]);
  });
});
