import type { PlannedChange } from "../report/facts.js";
import type { LayerComparison, SizeReport } from "../report/size-facts.js";
import type { HeadLayer } from "./compare-sizes.js";
import type { InAws } from "./live-function.js";
import type { KnownLayer } from "./measure-layer.js";

/** What is known of the live side and of the base when it comes to the next deploy. */
export interface NextQuestion {
  readonly head: HeadLayer;
  readonly comparison: LayerComparison;
  /** Zip bytes of this commit's code. */
  readonly codeZipped: number;
  /** The code differs from what the next deploy finds; undefined: not known. */
  readonly codeChanged: boolean | undefined;
  /** Where AWS has the layer already; undefined: nobody asked. */
  readonly inAws: InAws | undefined;
  /** Our layer is attached now; undefined: nobody asked. */
  readonly attached: boolean | undefined;
}

/** What the next deploy does with the layer, and how many zip bytes it sends. Pure. */
export function nextDeploy(question: NextQuestion): SizeReport["next"] {
  const { head, codeZipped, codeChanged } = question;
  const layer = nextLayer(question);
  const forLayer = layer === "published" ? (head.outcome === "known" ? wholeSize(head) : undefined) : 0;
  const forCode = codeChanged === undefined ? undefined : codeChanged ? codeZipped : 0;
  return layer === "unknown" || forLayer === undefined || forCode === undefined
    ? { layer }
    : { layer, upload: forCode + forLayer };
}

/** Of a layer that is counted in part nobody knows it. */
function wholeSize({ size, notBuilt }: KnownLayer): number | undefined {
  return notBuilt.length === 0 ? size.zipped : undefined;
}

function nextLayer({ head, comparison, inAws, attached }: NextQuestion): SizeReport["next"]["layer"] {
  const published = inAws === undefined ? undefined : inAws !== "missing";
  switch (head.outcome) {
    case "untouched":
      return "untouched";
    case "unknown":
      return madeOrFound(published);
    case "none":
      return (attached ?? comparison.outcome === "known") ? "detached" : "untouched";
    case "known":
      return madeOrFound(published ?? isTheSame(comparison));
    default:
      return head satisfies never;
  }
}

function madeOrFound(published: boolean | undefined): "published" | "reused" | "unknown" {
  if (published === undefined) {
    return "unknown";
  }
  return published ? "reused" : "published";
}

/** The base branch has this very layer. */
function isTheSame(comparison: LayerComparison): boolean | undefined {
  const changed = comparison.outcome === "known" ? comparison.changed : undefined;
  return changed === undefined ? undefined : !changed;
}

/** The steps of the next deploy, as far as they follow from sizes. Pure. */
export function plannedChanges(
  next: SizeReport["next"],
  { comparison, codeChanged, inAws }: Pick<NextQuestion, "comparison" | "codeChanged" | "inAws">,
): readonly PlannedChange[] {
  const differs = comparison.outcome === "known" && comparison.changed === true;
  const moves = inAws === undefined ? differs : inAws !== "attached";
  const publishes = "No published version of the layer was built from these dependencies, as far as this report knows.";
  return [
    ...(next.layer === "published" ? [{ action: "publish-layer", reason: publishes } as const] : []),
    ...(next.layer === "published" || next.layer === "detached" || (next.layer === "reused" && moves)
      ? [{ action: "update-configuration", reason: "The function gets other layers." } as const]
      : []),
    ...(codeChanged === true
      ? [{ action: "update-code", reason: "The code package differs from the one before." } as const]
      : []),
  ];
}
