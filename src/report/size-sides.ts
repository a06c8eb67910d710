import { cutMiddle, escapeName } from "./escape.js";
import type { Size } from "./facts.js";
import type { SizeReport } from "./size-facts.js";

/** One column of a size report. */
export interface Side {
  /** Whose sizes these are, as Markdown. */
  readonly heading: string;
  readonly code: Size | undefined;
  /** `"none"`: known not to exist. */
  readonly layer: Size | "none" | undefined;
  /** Unzipped bytes of everything; undefined when a part of it is not known. */
  readonly used: number | undefined;
}

/** Enough to know a branch by, in the head of a column of figures. */
const LONGEST_BRANCH = 30;

/** The commit that the report is about. */
export function changeSide(sizes: SizeReport): Side {
  return sideOf(sizes, `this ${sizes.subject}`, sizes.code.after, layerAfter(sizes));
}

/** What it is compared with: the base branch, else what is deployed; undefined when neither is known. */
export function baseSide(sizes: SizeReport): Side | undefined {
  const { baseline, code, layer } = sizes;
  if (baseline.outcome === "none") {
    return liveSide(sizes);
  }
  return sideOf(
    sizes,
    branchName(baseline.branch),
    code.before,
    layer.outcome === "none" ? layerLeftAlone(sizes) : layer.before,
  );
}

/** What is deployed now, beside what the report compares with. */
export function deployedSide(sizes: SizeReport): Side | undefined {
  return sizes.baseline.outcome === "none" ? undefined : liveSide(sizes);
}

/** The base branch by its name, as Markdown. */
export function branchName(branch: string | undefined): string {
  return branch === undefined ? "base" : escapeName(cutMiddle(branch, LONGEST_BRANCH));
}

/** Whether the totals are a lower bound: something in them could not be counted. */
export function isAtLeast({ layer, otherLayers }: SizeReport): boolean {
  return otherLayers?.atLeast === true || (layer.outcome === "known" && layer.notBuilt.length > 0);
}

function liveSide({ live, otherLayers }: SizeReport): Side | undefined {
  if (live === undefined) {
    return undefined;
  }
  const { code, layer = "none", used } = live;
  // Without the other layers on our side, a total with them would be no comparison.
  return { heading: "deployed now", code, layer, used: otherLayers === undefined ? undefined : used };
}

function sideOf(sizes: SizeReport, heading: string, code: Size | undefined, layer: Side["layer"]): Side {
  const ours = layer === "none" ? 0 : layer?.unzipped;
  const known = code?.unzipped !== undefined && ours !== undefined;
  return {
    heading,
    code,
    layer,
    used: known ? code.unzipped + ours + (sizes.otherLayers?.unzipped ?? 0) : undefined,
  };
}

function layerAfter(sizes: SizeReport): Side["layer"] {
  const { layer } = sizes;
  switch (layer.outcome) {
    case "none":
      return layerLeftAlone(sizes);
    case "unknown":
      return undefined;
    case "known":
      return layer.after;
    default:
      return layer satisfies never;
  }
}

/** What is attached stays, when the layers are not this function's business. */
function layerLeftAlone({ next, live }: SizeReport): Side["layer"] {
  return (next.layer === "untouched" ? live?.layer : undefined) ?? "none";
}
