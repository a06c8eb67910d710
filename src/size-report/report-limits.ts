import { limitsOf } from "../limits.js";
import type { Limits, Size } from "../report/facts.js";
import type { SizeReport } from "../report/size-facts.js";
import type { HeadLayer } from "./compare-sizes.js";
import type { LiveInside } from "./live-function.js";

/** Room left under Lambda's limits, as far as a report knows. A layer without figure makes it a lower bound. Pure. */
export function reportLimits(
  code: { readonly zipped: number; readonly unzipped: number },
  head: HeadLayer,
  inside: LiveInside | undefined,
  otherLayers: SizeReport["otherLayers"],
): Limits {
  const limits = limitsOf({
    code,
    layer: ourSize(head, inside),
    otherLayers: otherLayers === undefined ? [] : [{ unzipped: otherLayers.unzipped }],
  });
  const partly = head.outcome === "known" && head.notBuilt.length > 0;
  const atLeast = limits.atLeast || head.outcome === "unknown" || partly || otherLayers?.atLeast === true;
  return { ...limits, atLeast };
}

/** A layer that is not this function's business stays as it is. */
function ourSize(head: HeadLayer, inside: LiveInside | undefined): Size | undefined {
  switch (head.outcome) {
    case "known":
      return head.size;
    case "untouched":
      return inside?.sizes.layer;
    case "none":
    case "unknown":
      return undefined;
    default:
      return head satisfies never;
  }
}
