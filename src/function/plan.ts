import { lastPart } from "../aws/arn.js";
import type { FunctionState } from "../aws/lambda.js";
import type { Architecture } from "../layer/target.js";
import { checkLayers, type LayerSlot, layerReason, type WantedLayers, wantedLayers } from "./layer-slots.js";
import { describeSettings, differingSettings, type FunctionSettings } from "./settings.js";
import { type Footprint, goesCodeFirst } from "./update-order.js";

/** What the function is to be after the deploy; an undefined field stays as it is. */
export interface Wanted extends WantedLayers {
  readonly runtime: string | undefined;
  readonly architecture: Architecture | undefined;
  readonly settings?: FunctionSettings;
  readonly tags?: Tags | undefined;
  /** ARN of a code signing configuration that the function does not have yet. */
  readonly codeSigningConfig?: string | undefined;
  /** ARN of the key that encrypts the code. */
  readonly sourceKmsKey?: string | undefined;
  readonly code: { readonly changed: boolean; readonly reason: string };
  readonly publish: boolean;
  readonly alias: WantedAlias;
}

export type Tags = Readonly<Record<string, string>>;

export type WantedAlias =
  /** There is none, or it names the wanted state already. */
  | { readonly kind: "stays" }
  /** `from`: the version that it names; undefined: it is created. */
  | { readonly kind: "moves"; readonly name: string; readonly from: string | undefined };

export type Change =
  | { readonly action: "publish-layer"; readonly reason: string }
  | {
      readonly action: "update-configuration";
      readonly reason: string;
      readonly layers: readonly LayerSlot[] | undefined;
      readonly runtime: string | undefined;
      /** Only what is to change. */
      readonly settings: FunctionSettings;
    }
  | {
      readonly action: "update-code";
      readonly reason: string;
      readonly architecture: Architecture | undefined;
      readonly sourceKmsKey: string;
    }
  | ({ readonly action: "create-function"; readonly reason: string } & NewFunction)
  | { readonly action: "update-code-signing"; readonly reason: string; readonly config: string }
  | { readonly action: "update-tags"; readonly reason: string; readonly tags: Tags }
  | { readonly action: "publish-version"; readonly reason: string }
  | { readonly action: "move-alias"; readonly reason: string; readonly alias: string };

export interface NewFunction {
  readonly settings: FunctionSettings;
  readonly runtime: string;
  readonly architecture: Architecture;
  readonly layers: readonly LayerSlot[];
  readonly sourceKmsKey: string;
  readonly tags: Tags;
  readonly codeSigningConfig: string | undefined;
}

export interface Plan {
  readonly changes: readonly Change[];
  /** The function's layers afterwards. */
  readonly layers: readonly LayerSlot[];
  /** What $LATEST is between the two updates; undefined when there is only one. */
  readonly gap: string | undefined;
}

/** Current state and wanted state → ordered changes, each with its reason. Throws when no order fits Lambda's limit. */
export function makePlan(state: FunctionState, ours: string | undefined, wanted: Wanted, footprint: Footprint): Plan {
  const layers = wantedLayers(state, ours, wanted);
  checkLayers(layers, ours);
  if (!state.exists) {
    return newFunctionPlan(state, layers, wanted);
  }
  const configuration = configurationChange(state, layers, wanted);
  const code = codeChange(state, wanted);
  const publishLayer = layerPublication(wanted);
  const both = configuration?.layers !== undefined && code !== undefined;
  const codeFirst = both && goesCodeFirst(wanted, footprint);
  const updates = (codeFirst ? [code, configuration] : [configuration, code]).filter((change) => change !== undefined);
  const last = [versionChange(wanted, updates.length > 0), aliasChange(wanted.alias)];
  const gap = codeFirst ? "new code with the old layers" : "the old code with the new layers";
  return {
    changes: [publishLayer, ...sideChanges(state, wanted), ...updates, ...last].filter(
      (change) => change !== undefined,
    ),
    layers,
    gap: both ? gap : undefined,
  };
}

/** Whether the plan holds one of these changes. */
export function does({ changes }: Pick<Plan, "changes">, ...actions: readonly Change["action"][]): boolean {
  return changes.some(({ action }) => actions.includes(action));
}

/** Whether the plan sends the code package. */
export function sendsCode(plan: Plan): boolean {
  return does(plan, "update-code", "create-function");
}

/** Whether the plan changes the function itself, so that a version of it would be another one. */
export function changesFunction({ changes }: Plan): boolean {
  return changes.some(({ action }) => !isSideSetting(action));
}

/** What belongs to the function as a whole and to none of its versions. */
export function isSideSetting(action: Change["action"]): boolean {
  return action === "update-tags" || action === "update-code-signing";
}

/** One call takes everything, so there is no gap. */
function newFunctionPlan(state: FunctionState, layers: readonly LayerSlot[], wanted: Wanted): Plan {
  const { settings = {}, tags = {}, codeSigningConfig, sourceKmsKey = "" } = wanted;
  const create: Change = {
    action: "create-function",
    reason: layers.length === 0 ? "It was missing." : "It was missing; its layers are attached at once.",
    settings,
    runtime: state.runtime ?? "",
    architecture: state.architecture,
    layers,
    sourceKmsKey,
    tags,
    codeSigningConfig,
  };
  const changes = [layerPublication(wanted), create, firstVersion(wanted), aliasChange(wanted.alias)];
  return { changes: changes.filter((change) => change !== undefined), layers, gap: undefined };
}

function firstVersion({ publish }: Wanted): Change | undefined {
  return publish ? { action: "publish-version", reason: "The first state of the function gets a number." } : undefined;
}

function layerPublication({ layer }: Wanted): Change | undefined {
  return layer.kind === "new" ? { action: "publish-layer", reason: layer.reason } : undefined;
}

function configurationChange(state: FunctionState, layers: readonly LayerSlot[], wanted: Wanted) {
  const attached = state.layers.map((layer) => layer.arn);
  // After a failed update GetFunction shows what was sent, while the function still runs what it ran before.
  const inDoubt = state.readiness.status === "failed";
  const sameLayers = attached.length === layers.length && attached.every((arn, index) => arn === layers[index]);
  const sendsLayers = !sameLayers || (inDoubt && layers.length > 0);
  const runtime = wanted.runtime === state.runtime ? undefined : wanted.runtime;
  const { settings: all = {} } = wanted;
  const { description, ...others } = all;
  // The description of a version tells where it came from; that of the function stands in $LATEST.
  const comparable = state.version === "$LATEST" ? all : others;
  const settings = inDoubt ? comparable : differingSettings(state.settings, comparable);
  const described = describeSettings(state.settings, settings);
  if (!sendsLayers && runtime === undefined && described.length === 0) {
    return undefined;
  }
  const reasons = [
    ...(inDoubt ? [`The last update failed, so ${sentAgain(sendsLayers, described.length > 0)} sent again.`] : []),
    ...(!inDoubt && sendsLayers ? [layerReason(wanted.layer, state)] : []),
    ...(runtime === undefined ? [] : [`The runtime moves from ${state.runtime} to ${runtime}.`]),
    ...(!inDoubt && described.length > 0 ? [`Settings: ${described.join("; ")}.`] : []),
  ];
  return {
    action: "update-configuration",
    reason: reasons.join(" "),
    layers: sendsLayers ? layers : undefined,
    runtime,
    settings,
  } as const;
}

function sentAgain(layers: boolean, settings: boolean): string {
  if (layers) {
    return settings ? "layers and settings are" : "the layers are";
  }
  return settings ? "the settings are" : "the runtime is";
}

function codeChange(state: FunctionState, wanted: Wanted) {
  const architecture = wanted.architecture === state.architecture ? undefined : wanted.architecture;
  const { sourceKmsKey = state.sourceKmsKey } = wanted;
  const otherKey = sourceKmsKey !== state.sourceKmsKey;
  if (!wanted.code.changed && architecture === undefined && !otherKey) {
    return undefined;
  }
  const reasons = [
    ...(wanted.code.changed ? [wanted.code.reason] : []),
    ...(architecture === undefined ? [] : [`The function moves from ${state.architecture} to ${architecture}.`]),
    ...(otherKey ? ["The code gets another key (`source-kms-key-arn`)."] : []),
  ];
  return { action: "update-code", reason: reasons.join(" "), architecture, sourceKmsKey } as const;
}

/** First: the code signing is to guard the code, and whatever is refused here leaves $LATEST and the alias alone. */
function sideChanges(state: FunctionState, wanted: Wanted): readonly (Change | undefined)[] {
  return [codeSigningChange(wanted), tagsChange(state, wanted)];
}

function codeSigningChange({ codeSigningConfig: config }: Wanted): Change | undefined {
  return config === undefined
    ? undefined
    : { action: "update-code-signing", reason: `The function gets ${lastPart(config)}.`, config };
}

function tagsChange({ tags: live }: FunctionState, { tags = {} }: Wanted): Change | undefined {
  const different = Object.entries(tags).filter(([key, value]) => live?.[key] !== value);
  if (different.length === 0) {
    return undefined;
  }
  const names = different.map(([key]) => `\`${key}\``).join(", ");
  const why = live === undefined ? " The function shows no tags; without `lambda:ListTags` it never does." : "";
  return { action: "update-tags", reason: `Set: ${names}.${why}`, tags: Object.fromEntries(different) };
}

function versionChange({ publish, alias }: Wanted, changes: boolean): Change | undefined {
  if (changes && publish) {
    return { action: "publish-version", reason: "The function changed, so this state gets a number." };
  }
  // $LATEST is as wanted, perhaps by a run that was cut off: AWS returns the version that holds it, or makes it.
  const reason = "The alias needs a version that holds the state of $LATEST.";
  return alias.kind === "moves" ? { action: "publish-version", reason } : undefined;
}

function aliasChange(alias: WantedAlias): Change | undefined {
  if (alias.kind === "stays") {
    return undefined;
  }
  const { name, from } = alias;
  const reason = from === undefined ? "There was none of this name." : `Callers leave version ${from} for this one.`;
  return { action: "move-alias", reason, alias: name };
}
