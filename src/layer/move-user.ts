import { applyUpdate, configurationUpdate, idle, type Writing } from "../function/update.js";
import { ourLayer } from "./lookup.js";
import { misfit, type SharedLayer } from "./users.js";

/** What became of a function that has an old version of our layer. */
export type Moved =
  | { readonly outcome: "moved" }
  /** It has the version already. */
  | { readonly outcome: "current" }
  /** It changed since the functions were listed, so that the layer version is not for it. */
  | { readonly outcome: "left"; readonly why: string };

/**
 * Gives another function the new version of our layer, and changes nothing else of it: the list keeps its order and the
 * other layers. Waits before and after, and never overwrites what somebody else does meanwhile. Throws what AWS refuses.
 */
export async function moveUser(writing: Writing, layer: SharedLayer, target: string): Promise<Moved> {
  const state = await idle(writing);
  const ours = ourLayer(state.layers, state.arn, layer.layerName);
  if (ours === undefined) {
    return { outcome: "left", why: "does not have the layer any more" };
  }
  // After a failed update GetFunction shows what was sent, while the function still runs what it ran before.
  if (ours === target && state.readiness.status !== "failed") {
    return { outcome: "current" };
  }
  const unfit = misfit(state, layer);
  if (unfit !== undefined) {
    return { outcome: "left", why: unfit };
  }
  const layers = state.layers.map(({ arn }) => (arn === ours ? target : arn));
  await applyUpdate(writing, state, configurationUpdate({ layers, runtime: undefined, settings: {} }));
  return { outcome: "moved" };
}
