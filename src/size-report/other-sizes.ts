import type { Size } from "../report/facts.js";
import type { SizeReport } from "../report/size-facts.js";

/** Layers beside ours in one figure; one of which only the zip is known counts by that: at least. Pure. */
export function otherSizes(sizes: readonly Size[]): NonNullable<SizeReport["otherLayers"]> {
  return {
    count: sizes.length,
    unzipped: sizes.reduce((sum, { unzipped, zipped = 0 }) => sum + (unzipped ?? zipped), 0),
    atLeast: sizes.some(({ unzipped }) => unzipped === undefined),
  };
}
