import { formatBytes } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { plural } from "./markdown.js";
import type { Baseline, SizeReport, TargetSource } from "./size-facts.js";
import { branchName } from "./size-sides.js";

/** What the figures rest on, in small print. */
export function originOf({ function: { runtime, architecture }, layer: ours }: Facts, sizes: SizeReport): string {
  const { baseline, targetFrom, otherLayers, untrusted } = sizes;
  const words = [
    runtime && `${escapeName(runtime)}${sourceOf(targetFrom.runtime)}`,
    architecture && `${escapeName(architecture)}${sourceOf(targetFrom.architecture)}`,
    ours?.bytecode === false && "layer without bytecode",
    baselineInWords(baseline),
    otherLayers === undefined
      ? "other layers of the function are not counted"
      : otherLayers.count > 0 && `with ${plural(otherLayers.count, "other layer")} of ${bytesOf(otherLayers)} unzipped`,
    untrusted && "nothing of this pull request was executed",
  ].filter((word) => word !== undefined && word !== false);
  return `<sub>${words.join(" · ")}</sub>`;
}

function bytesOf({ unzipped, atLeast }: NonNullable<SizeReport["otherLayers"]>): string {
  return `${atLeast ? "≥ " : ""}${formatBytes(unzipped)}`;
}

function baselineInWords(baseline: Baseline): string | undefined {
  if (baseline.outcome === "none") {
    return undefined;
  }
  const { source, branch, commit } = baseline;
  const at = commit === undefined ? "" : ` at ${escapeName(commit.slice(0, 7))}`;
  const name = branchName(branch);
  switch (source) {
    case "cache":
      return `baseline: ${name}${at}, from the cache`;
    case "newest":
      return `baseline: newest run of ${name}${at}, maybe not the commit that this one is based on`;
    case "git":
      return `baseline: ${name}${at}, built here`;
    default:
      return source satisfies never;
  }
}

/** Only what a person may want to correct. */
function sourceOf(source: TargetSource): string {
  switch (source) {
    case "input":
    case "live":
    case "baseline":
      return "";
    case "python-version":
      return " (of <code>.python-version</code>)";
    case "requires-python":
      return " (of <code>requires-python</code>)";
    case "guess":
      return " (a guess)";
    default:
      return source satisfies never;
  }
}
