import type { FunctionState } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Architecture } from "../layer/target.js";
import { UNZIPPED_LIMIT } from "../limits.js";

/** A place in the function's list of layers: an ARN, or the layer version that this run is about to publish. */
export type LayerSlot = string | { readonly layer: "new" };

export const NEW_LAYER: LayerSlot = { layer: "new" };

export type WantedLayer =
  | { readonly kind: "untouched" }
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly arn: string }
  | { readonly kind: "new"; readonly reason: string };

/** What the function is to be after the deploy; an undefined field stays as it is. */
export interface Wanted {
  readonly layer: WantedLayer;
  /** The other layers, in order. */
  readonly otherLayers: readonly string[] | undefined;
  readonly runtime: string | undefined;
  readonly architecture: Architecture | undefined;
  readonly code: { readonly changed: boolean; readonly reason: string };
  readonly publish: boolean;
  readonly alias: WantedAlias;
}

export type WantedAlias =
  /** There is none, or it names the wanted state already. */
  | { readonly kind: "stays" }
  /** `from`: the version that it names; undefined: it is created. */
  | { readonly kind: "moves"; readonly name: string; readonly from: string | undefined };

/** Unzipped bytes, as far as they are known (a foreign layer counts at least its zipped bytes). */
export interface Footprint {
  readonly codeBefore: number;
  readonly codeAfter: number;
  readonly layersBefore: number;
  readonly layersAfter: number;
  /** The new layer only lacks packages of the old one, so the old code needs the old layer. */
  readonly onlyRemoves: boolean;
}

export type Change =
  | { readonly action: "publish-layer"; readonly reason: string }
  | {
      readonly action: "update-configuration";
      readonly reason: string;
      readonly layers: readonly LayerSlot[] | undefined;
      readonly runtime: string | undefined;
    }
  | { readonly action: "update-code"; readonly reason: string; readonly architecture: Architecture | undefined }
  | { readonly action: "publish-version"; readonly reason: string }
  | { readonly action: "move-alias"; readonly reason: string; readonly alias: string };

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
  const configuration = configurationChange(state, layers, wanted);
  const code = codeChange(state, wanted);
  const publishLayer: Change | undefined =
    wanted.layer.kind === "new" ? { action: "publish-layer", reason: wanted.layer.reason } : undefined;
  const both = configuration?.layers !== undefined && code !== undefined;
  const codeFirst = both && goesCodeFirst(wanted, footprint);
  const updates = (codeFirst ? [code, configuration] : [configuration, code]).filter((change) => change !== undefined);
  const last = [versionChange(wanted, updates.length > 0), aliasChange(wanted.alias)];
  const gap = codeFirst ? "new code with the old layers" : "the old code with the new layers";
  return {
    changes: [publishLayer, ...updates, ...last].filter((change) => change !== undefined),
    layers,
    gap: both ? gap : undefined,
  };
}

/** Ours keeps its index, else comes last; the others keep their order. */
function wantedLayers(state: FunctionState, ours: string | undefined, wanted: Wanted): readonly LayerSlot[] {
  const attached = state.layers.map((layer) => layer.arn);
  const index = ours === undefined ? -1 : attached.indexOf(ours);
  const others: readonly LayerSlot[] = wanted.otherLayers ?? attached.filter((arn) => arn !== ours);
  const slot = slotOfOurs(wanted.layer, ours);
  return slot === undefined ? others : others.toSpliced(index === -1 ? others.length : index, 0, slot);
}

function slotOfOurs(layer: WantedLayer, ours: string | undefined): LayerSlot | undefined {
  switch (layer.kind) {
    case "untouched":
      return ours;
    case "none":
      return undefined;
    case "existing":
      return layer.arn;
    case "new":
      return NEW_LAYER;
    default:
      return layer satisfies never;
  }
}

/** Lambda takes five layers at most and no layer twice; both are known before anything is sent. */
function checkLayers(layers: readonly LayerSlot[], ours: string | undefined): void {
  if (layers.length > 5) {
    throw new ActionError(`The function would have ${layers.length} layers; Lambda takes 5.`, {
      hint: "List the layers to keep in `layers`; ours takes one of the five places.",
      code: "layers",
    });
  }
  const names = layers.map((slot) => (typeof slot === "string" ? slot : (ours ?? "")).split(":").slice(0, 7).join(":"));
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ActionError(`The layer ${twice} would be attached twice; Lambda takes no layer in two versions.`, {
      hint: "Name it once in `layers`.",
      code: "layers",
    });
  }
}

function configurationChange(state: FunctionState, layers: readonly LayerSlot[], wanted: Wanted) {
  const attached = state.layers.map((layer) => layer.arn);
  // After a failed update GetFunction shows what was sent, while the function still runs what it ran before.
  const inDoubt = state.readiness.status === "failed" && layers.length > 0;
  const sameLayers =
    !inDoubt && attached.length === layers.length && attached.every((arn, index) => arn === layers[index]);
  const runtime = wanted.runtime === state.runtime ? undefined : wanted.runtime;
  if (sameLayers && runtime === undefined) {
    return undefined;
  }
  const reasons = [
    ...(sameLayers
      ? []
      : [inDoubt ? "The last update failed, so the layers are sent again." : layerReason(wanted.layer, state)]),
    ...(runtime === undefined ? [] : [`The runtime moves from ${state.runtime} to ${runtime}.`]),
  ];
  return {
    action: "update-configuration",
    reason: reasons.join(" "),
    layers: sameLayers ? undefined : layers,
    runtime,
  } as const;
}

function layerReason(layer: WantedLayer, state: FunctionState): string {
  switch (layer.kind) {
    case "new":
      return "The new layer version is attached.";
    case "existing":
      return state.layers.some((attached) => attached.arn === layer.arn)
        ? "The other layers change."
        : `Layer version ${layer.arn.split(":").at(-1)} is attached.`;
    case "none":
      return "Our layer is detached: nothing depends on it.";
    case "untouched":
      return "The other layers change.";
    default:
      return layer satisfies never;
  }
}

function codeChange(state: FunctionState, wanted: Wanted) {
  const architecture = wanted.architecture === state.architecture ? undefined : wanted.architecture;
  if (!wanted.code.changed && architecture === undefined) {
    return undefined;
  }
  const reasons = [
    ...(wanted.code.changed ? [wanted.code.reason] : []),
    ...(architecture === undefined ? [] : [`The function moves from ${state.architecture} to ${architecture}.`]),
  ];
  return { action: "update-code", reason: reasons.join(" "), architecture } as const;
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
  const reason = from === undefined ? `The alias ${name} is created.` : `The alias ${name} moves from version ${from}.`;
  return { action: "move-alias", reason, alias: name };
}

/**
 * Lambda checks the sum at each of the two updates, so a fat function may be too large for a layer beside it. When both
 * orders fit: old code runs with added packages, but not without the removed ones.
 */
function goesCodeFirst(wanted: Wanted, footprint: Footprint): boolean {
  const layersFirstFits = footprint.codeBefore + footprint.layersAfter <= UNZIPPED_LIMIT;
  const codeFirstFits = footprint.codeAfter + footprint.layersBefore <= UNZIPPED_LIMIT;
  if (!layersFirstFits && !codeFirstFits) {
    throw new ActionError(
      "Neither the new layers beside the old code nor the new code beside the old layers fit 250 MB.",
      {
        hint: "Make the code smaller in one deploy and change the dependencies in the next.",
        code: "no-order",
      },
    );
  }
  const prefersCodeFirst = footprint.onlyRemoves || wanted.layer.kind === "none";
  return prefersCodeFirst ? codeFirstFits : !layersFirstFits;
}
