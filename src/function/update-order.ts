import { ActionError } from "../errors.js";
import { UNZIPPED_LIMIT } from "../limits.js";
import type { Change, Plan, Wanted } from "./plan.js";

/** Unzipped bytes, as far as they are known (another layer counts at least its zipped bytes). */
export interface Footprint {
  readonly codeBefore: number;
  readonly codeAfter: number;
  readonly layersBefore: number;
  readonly layersAfter: number;
  /** The new layer only lacks packages of the old one, so the old code needs the old layer. */
  readonly onlyRemoves: boolean;
}

/**
 * Whether the code is to be updated before the layers. Lambda checks the sum at each of the two updates, so a fat function
 * may be too large for a layer beside it. When both orders fit: old code runs with added packages, but not without the
 * removed ones. Throws when no order fits.
 */
export function goesCodeFirst({ layer }: Pick<Wanted, "layer">, footprint: Footprint): boolean {
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
  const prefersCodeFirst = footprint.onlyRemoves || layer.kind === "none";
  return prefersCodeFirst ? codeFirstFits : !layersFirstFits;
}

/** Whether that is so in a plan. */
export function isCodeFirst({ changes }: Plan): boolean {
  const place = (action: Change["action"]) => changes.findIndex((change) => change.action === action);
  return place("update-code") < place("update-configuration");
}
