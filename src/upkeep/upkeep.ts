import type { Inventory, ListedAlias, ListedFunction } from "../aws/inventory.js";
import type { FunctionState, Lambda, LayerVersion } from "../aws/lambda.js";
import { does, type Plan } from "../function/plan.js";
import { pruneVersions } from "../function/prune-versions.js";
import type { Inputs } from "../inputs.js";
import type { ChosenLayer } from "../layer/choose.js";
import { pruneLayerVersions } from "../layer/prune.js";
import { type LayerUser, layerUsers, type SharedLayer } from "../layer/users.js";
import type { LayerUserFacts, Notice } from "../report/facts.js";

/** What is done once the function itself works: for the others on its layer, and with what nobody uses any more. */
export type Upkeep =
  | { readonly action: "update-layer-users"; readonly reason: string; readonly users: readonly LayerUser[] }
  | { readonly action: "delete-versions"; readonly reason: string }
  | { readonly action: "delete-layer-versions"; readonly reason: string };

export interface UpkeepPlan {
  readonly wish: UpkeepWish;
  readonly changes: readonly Upkeep[];
  /** The layer version that its users are to have; undefined when the run has none, or nobody asked for users. */
  readonly shared: SharedLayer | undefined;
  /** The other functions on the layer; undefined: not asked for. */
  readonly users: readonly LayerUser[] | undefined;
  readonly notices: readonly Notice[];
}

/** What the upkeep is decided from. Only what was asked for is read; the rest is empty. */
export interface Stock {
  readonly functions: readonly ListedFunction[];
  readonly layerVersions: readonly LayerVersion[];
  readonly versions: readonly ListedFunction[];
  readonly aliases: readonly ListedAlias[];
}

/** What this run may look after: a version is only deleted by a run that publishes one. */
export interface UpkeepWish {
  readonly moveUsers: boolean;
  readonly keepLayerVersions: number | undefined;
  readonly keepVersions: number | undefined;
}

export function wishOf(inputs: Inputs, plan: Plan, layer: ChosenLayer, { exists }: FunctionState): UpkeepWish {
  return {
    moveUsers: inputs.updateLayerUsers && (layer.wanted.kind === "existing" || layer.wanted.kind === "new"),
    keepLayerVersions: does(plan, "publish-layer") ? inputs.keepLayerVersions : undefined,
    keepVersions: exists && does(plan, "publish-version") ? inputs.keepVersions : undefined,
  };
}

export function asksForNothing({ moveUsers, keepLayerVersions, keepVersions }: UpkeepWish): boolean {
  return !moveUsers && keepLayerVersions === undefined && keepVersions === undefined;
}

export const NO_STOCK: Stock = { functions: [], layerVersions: [], versions: [], aliases: [] };

/** Reads what the wish needs, to the end of each list. */
export async function readStock(
  { moveUsers, keepLayerVersions, keepVersions }: UpkeepWish,
  {
    inventory,
    lambda,
    layerName,
  }: { readonly inventory: Inventory; readonly lambda: Lambda; readonly layerName: string },
): Promise<Stock> {
  const prunesLayer = keepLayerVersions !== undefined;
  const prunesVersions = keepVersions !== undefined;
  return {
    functions: prunesLayer || moveUsers ? await inventory.functions(prunesLayer ? "all" : "latest") : [],
    layerVersions: prunesLayer ? await allOf(lambda.layerVersions(layerName)) : [],
    versions: prunesVersions ? await inventory.versions() : [],
    aliases: prunesVersions ? await inventory.aliases() : [],
  };
}

async function allOf<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) {
    all.push(...page);
  }
  return all;
}

export interface UpkeepRequest {
  readonly inputs: Inputs;
  readonly wish: UpkeepWish;
  readonly stock: Stock;
  readonly plan: Plan;
  readonly layer: ChosenLayer;
  /** $LATEST before the first write. */
  readonly latest: FunctionState;
}

/** The upkeep as it will be once the plan is carried out. Pure; what is deleted is decided anew when it comes to that. */
export function planUpkeep(request: UpkeepRequest): UpkeepPlan {
  const { inputs, wish, stock, plan, layer, latest } = request;
  const asked = wish.moveUsers || wish.keepLayerVersions !== undefined;
  const shared = asked ? sharedLayer(request) : undefined;
  const users = shared && layerUsers(stock.functions, shared);
  const movable = wish.moveUsers ? (users ?? []).filter(({ behind, unfit }) => behind && unfit === undefined) : [];
  const gone = wish.keepVersions === undefined ? [] : versionsToGo(stock, plan, wish.keepVersions - 1);
  const layers =
    wish.keepLayerVersions === undefined
      ? undefined
      : pruneLayerVersions({
          versions: stock.layerVersions,
          functions: afterwards(stock.functions, latest.name, gone, movable),
          keep: wish.keepLayerVersions - 1,
          newest: layer.newest,
        });
  const old = (layers?.delete ?? []).map(({ version }) => String(version));
  return {
    wish,
    shared,
    users,
    changes: [
      movable.length > 0 && shared && usersChange(movable, shared),
      gone.length > 0 && { action: "delete-versions", reason: versionsReason(gone, wish.keepVersions) },
      old.length > 0 && { action: "delete-layer-versions", reason: layerVersionsReason(old, wish.keepLayerVersions) },
    ].filter((change): change is Upkeep => typeof change === "object"),
    notices: [...byOthersNotice(layers?.byOthers ?? []), ...snapStartNotice(inputs, latest, plan, stock, gone.length)],
  };
}

function sharedLayer({ inputs, layer, latest }: UpkeepRequest): SharedLayer {
  return {
    layerName: inputs.layerName,
    functionName: latest.name,
    version: layer.wanted.kind === "existing" ? layer.facts?.version : undefined,
    runtimes: [inputs.runtime ?? latest.runtime ?? ""],
    architectures: [inputs.architecture ?? latest.architecture],
    moves: layer.attachedArn !== undefined && layer.attachedArn !== layer.facts?.versionArn,
  };
}

/** A user of the layer as the report shows it before anything is done. */
export function userFacts({ name, version, behind, unfit }: LayerUser): LayerUserFacts {
  return { name, version, behind, ...(behind && unfit !== undefined && { reason: unfit }) };
}

/** The alias that this run moves leaves its old version. */
function versionsToGo({ versions, aliases }: Stock, { changes }: Plan, keep: number): readonly string[] {
  const move = changes.find((change) => change.action === "move-alias");
  const others = aliases.filter(({ name }) => name !== move?.alias);
  return pruneVersions(
    versions.map(({ version }) => version),
    others,
    keep,
  );
}

/** Without what stops to hold old layer versions: $LATEST of functions that move on, and versions that are deleted. */
function afterwards(
  functions: readonly ListedFunction[],
  name: string,
  gone: readonly string[],
  movable: readonly LayerUser[],
): readonly ListedFunction[] {
  const moving = new Set([name, ...movable.map((user) => user.name)]);
  return functions.filter((it) =>
    it.version === "$LATEST" ? !moving.has(it.name) : !(it.name === name && gone.includes(it.version)),
  );
}

function usersChange(users: readonly LayerUser[], { version }: SharedLayer): Upkeep {
  const names = listed(users.map(({ name }) => `\`${name}\``));
  const what = version === undefined ? "The new version of the layer" : `Version ${version} of the layer`;
  return { action: "update-layer-users", users, reason: `${what} goes to ${names}.` };
}

export function versionsReason(versions: readonly string[], keep: number | undefined): string {
  return `\`keep-versions: ${keep}\`: ${areOlder(versions)}, and no alias uses ${itOrThem(versions)}.`;
}

export function layerVersionsReason(versions: readonly string[], keep: number | undefined): string {
  return `\`keep-layer-versions: ${keep}\`: ${areOlder(versions)}, and no function or published version has ${itOrThem(versions)}.`;
}

function areOlder(versions: readonly string[]): string {
  return versions.length === 1 ? `version ${versions[0]} is older` : `versions ${listed(versions)} are older`;
}

function itOrThem(versions: readonly string[]): string {
  return versions.length === 1 ? "it" : "them";
}

const MOST_NAMES = 20;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function byOthersNotice(versions: readonly LayerVersion[]): readonly Notice[] {
  if (versions.length === 0) {
    return [];
  }
  const numbers = listed(versions.map(({ version }) => String(version)));
  const text = `\`keep-layer-versions\` leaves what this action did not publish, though nothing uses it: layer ${versions.length === 1 ? "version" : "versions"} ${numbers}.`;
  return [{ level: "note", text }];
}

/** https://aws.amazon.com/lambda/pricing/#SnapStart_Pricing: with Python, keeping a version's snapshot costs money. */
function snapStartNotice(
  { settings, keepVersions }: Inputs,
  latest: FunctionState,
  plan: Plan,
  stock: Stock,
  gone: number,
): readonly Notice[] {
  const snapStart = (settings.snapStart ?? latest.settings.snapStart) === "PublishedVersions";
  if (!snapStart || !does(plan, "publish-version")) {
    return [];
  }
  const bill = "With SnapStart, AWS bills the snapshot of every published version as long as the version exists";
  const text =
    keepVersions === undefined
      ? `${bill}. \`keep-versions\` deletes old ones.`
      : `${bill}: ${stock.versions.length + 1 - gone} after this deploy.`;
  return [{ level: "note", text }];
}
