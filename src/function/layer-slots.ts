import { lastPart, withoutQualifier } from "../aws/arn.js";
import type { FunctionState } from "../aws/lambda.js";
import { ActionError } from "../errors.js";

/** A place in the function's list of layers: an ARN, or the layer version that this run is about to publish. */
export type LayerSlot = string | { readonly layer: "new" };

export const NEW_LAYER: LayerSlot = { layer: "new" };

export type WantedLayer =
  /** `why`: the sentence for the list as a whole, when it changes. */
  | { readonly kind: "untouched"; readonly why?: string }
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly arn: string }
  | { readonly kind: "new"; readonly reason: string };

/** What is wanted of the function's layers. */
export interface WantedLayers {
  readonly layer: WantedLayer;
  /** The other layers, in order; undefined: they stay. */
  readonly otherLayers: readonly string[] | undefined;
}

/** Ours keeps its index, else comes last; the others keep their order. */
export function wantedLayers(
  state: FunctionState,
  ours: string | undefined,
  wanted: WantedLayers,
): readonly LayerSlot[] {
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
export function checkLayers(layers: readonly LayerSlot[], ours: string | undefined): void {
  if (layers.length > 5) {
    throw new ActionError(`The function would have ${layers.length} layers; Lambda takes 5.`, {
      hint: "List the layers to keep in `layers`; ours takes one of the five places.",
      code: "layers",
    });
  }
  const names = layers.map((slot) => withoutQualifier(typeof slot === "string" ? slot : (ours ?? "")));
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ActionError(`The layer ${twice} would be attached twice; Lambda takes no layer in two versions.`, {
      hint: "Name it once in `layers`.",
      code: "layers",
    });
  }
}

/** Why the list changes, as a sentence. */
export function layerReason(layer: WantedLayer, state: FunctionState): string {
  switch (layer.kind) {
    case "new":
      return "The new layer version is attached.";
    case "existing":
      return state.layers.some((attached) => attached.arn === layer.arn)
        ? "The other layers change."
        : `Layer version ${lastPart(layer.arn)} is attached.`;
    case "none":
      return "Our layer is detached: nothing depends on it.";
    case "untouched":
      return layer.why ?? "The other layers change.";
    default:
      return layer satisfies never;
  }
}
