import type { ListedFunction } from "../aws/inventory.js";
import type { LayerVersion } from "../aws/lambda.js";
import { parseDescription } from "./description.js";

export interface LayerPruneRequest {
  /** All versions of our layer. */
  readonly versions: readonly LayerVersion[];
  /** Every function and published version of the account and Region. */
  readonly functions: readonly Pick<ListedFunction, "layers">[];
  /** How many of the newest versions stay. */
  readonly keep: number;
  /** Versions with a higher number appeared during this run: it made them, or another run may be about to attach them. */
  readonly newest: number;
}

/** Which versions of our layer may go, and which old ones stay although nothing has them; oldest first. */
export interface LayerPruning {
  readonly delete: readonly LayerVersion[];
  /** Not in use, but published by somebody else under our layer's name. */
  readonly byOthers: readonly LayerVersion[];
}

/** Keeps the `keep` newest versions that this action made, every one in use, and every one that it did not make. Pure. */
export function pruneLayerVersions({ versions, functions, keep, newest }: LayerPruneRequest): LayerPruning {
  const referenced = new Set(functions.flatMap(({ layers }) => layers));
  const oldestFirst = versions.toSorted((one, other) => one.version - other.version);
  const ours = oldestFirst.filter(isOurs);
  const old = ours.slice(0, Math.max(0, ours.length - keep));
  const oldestKept = ours[old.length]?.version ?? Number.POSITIVE_INFINITY;
  return {
    delete: old.filter(({ arn, version }) => !referenced.has(arn) && version <= newest),
    byOthers: oldestFirst.filter((it) => !isOurs(it) && !referenced.has(it.arn) && it.version < oldestKept),
  };
}

function isOurs({ description }: LayerVersion): boolean {
  return parseDescription(description) !== undefined;
}
