import { escapeCode, escapeText } from "./escape.js";
import type { Facts } from "./facts.js";
import { failedTitle } from "./failed-title.js";
import { plural, unbrokenBytes } from "./markdown.js";
import { percent, timesLess } from "./size.js";
import type { SizeReport } from "./size-facts.js";
import { changesOf, comparesPackages } from "./size-report-changes.js";
import { baseSide, changeSide, isAtLeast } from "./size-sides.js";

interface SizeHeadline {
  readonly sign: "📦" | "❌";
  /** The change in one figure, as Markdown. */
  readonly title: string;
  /** What the next deploy does. */
  readonly lead: string;
}

const NAMES_IN_LEAD = 2;
const LONGEST_NAME_IN_LEAD = 40;

/** The answer in one line, and what it means for the next deploy in a second one. */
export function sizeHeadline(facts: Facts, sizes: SizeReport): SizeHeadline {
  // What the next deploy would do is no matter while the error stands.
  return facts.error === undefined
    ? { sign: "📦", title: inOneFigure(sizes), lead: leadOf(sizes) }
    : { sign: "❌", title: titleOfFailure(facts, sizes), lead: withoutBaseline(sizes) };
}

function titleOfFailure(facts: Facts, sizes: SizeReport): string {
  switch (facts.error?.code) {
    case "too-large": {
      const { used } = changeSide(sizes);
      return used === undefined ? "over the limit" : `over the limit, ${least(sizes)}${unbrokenBytes(used)} unzipped`;
    }
    case "gate":
      return `larger than allowed, ${inOneFigure(sizes)}`;
    default:
      return failedTitle(facts);
  }
}

function inOneFigure(sizes: SizeReport): string {
  const base = baseSide(sizes);
  const { used } = changeSide(sizes);
  if (used === undefined) {
    return sizes.layer.outcome === "unknown" ? "no figure for the layer" : "size not known";
  }
  const now = `${least(sizes)}${unbrokenBytes(used)} unzipped`;
  if (base?.used === undefined) {
    return base === undefined ? `${now}, no baseline yet` : `${now}, change not known`;
  }
  const change = changeInWords(base.used, used);
  return sizes.baseline.outcome === "none" ? `${change} beside what is deployed` : change;
}

function least(sizes: SizeReport): string {
  return isAtLeast(sizes) ? "≥ " : "";
}

/** `+1.2 MB unzipped (+3%)`; a share that rounds to nothing, or that nobody can picture, is left out. */
function changeInWords(before: number, after: number): string {
  const change = after - before;
  if (change === 0) {
    return "no change in size";
  }
  const sign = change < 0 ? "−" : "+";
  const share = Math.abs(change) / before;
  const shown = before > 0 && share >= 0.005 && share < 10 ? ` (${sign}${percent(share)})` : "";
  return `${sign}${unbrokenBytes(Math.abs(change))} unzipped${shown}`;
}

function leadOf(sizes: SizeReport): string {
  return [nextDeploy(sizes), withoutBaseline(sizes)].filter((part) => part !== "").join("\n\n");
}

/** Why there is nothing of the base branch to compare with. */
function withoutBaseline({ baseline, live }: SizeReport): string {
  if (baseline.outcome === "found") {
    return "";
  }
  return `${live === undefined ? "**Nothing to compare with yet.** " : ""}${escapeText(baseline.why)}`;
}

function nextDeploy(sizes: SizeReport): string {
  const { layer, next } = sizes;
  if (layer.outcome === "unknown") {
    return escapeText(layer.why);
  }
  const { upload } = next;
  const sends = upload === undefined ? "" : ` and sends ${unbrokenBytes(upload)}`;
  switch (next.layer) {
    case "published":
      return [`**The next deploy publishes a new layer${sends}**${becauseOf(sizes)}.`, codeAlone(sizes)]
        .join(" ")
        .trim();
    case "reused":
      return reused(sizes);
    case "detached":
      return `**The next deploy detaches the layer${sends}:** nothing asks for packages any more.`;
    case "untouched":
      return upload === undefined
        ? "**The next deploy leaves the layers alone.**"
        : `**The next deploy sends ${unbrokenBytes(upload)} of code** and leaves the layers alone.`;
    case "unknown":
      return upload === undefined ? "" : `**The next deploy sends ${unbrokenBytes(upload)}.**`;
    default:
      return next.layer satisfies never;
  }
}

/** `, because fastapi, starlette and 2 more packages changed` */
function becauseOf(sizes: SizeReport): string {
  const { layer } = sizes;
  if (layer.outcome !== "known" || !comparesPackages(sizes)) {
    return "";
  }
  if (layer.before === "none") {
    return ", its first one";
  }
  const versions = changesOf(layer).filter(({ kind }) => kind !== "rebuilt");
  if (versions.length > 0) {
    const most = versions.length <= NAMES_IN_LEAD + 1 ? versions.length : NAMES_IN_LEAD;
    const names = versions.slice(0, most).map(({ name }) => escapeCode(name, LONGEST_NAME_IN_LEAD));
    const rest = versions.length - most;
    const last = rest > 0 ? plural(rest, "more package") : names.pop();
    return `, because ${names.length === 0 ? last : `${names.join(", ")} and ${last}`} changed`;
  }
  return layer.changed === true
    ? ", because it is asked for in another way: the packages are the same"
    : layer.changed === false
      ? ": the one of the base branch is not published yet"
      : "";
}

/** The promise that makes a large upload bearable. */
function codeAlone({ code, next: { upload } }: SizeReport): string {
  const { zipped } = code.after;
  const less = timesLess(upload, zipped);
  return zipped === undefined || less === undefined ? "" : `A change of code alone sends ${unbrokenBytes(zipped)}.`;
}

function reused({ code, layer, next: { upload } }: SizeReport): string {
  if (upload === undefined) {
    return "**Only code travels:** the layer is reused.";
  }
  if (upload === 0) {
    return "**The next deploy has nothing to send.**";
  }
  const ours = layer.outcome === "known" && layer.after !== "none" ? layer.after.zipped : undefined;
  const whole = ours === undefined || code.after.zipped === undefined ? undefined : code.after.zipped + ours;
  const less = timesLess(whole, upload);
  const saved = whole === undefined || less === undefined ? "" : ` instead of ${unbrokenBytes(whole)} (${less})`;
  return `**Only code travels: the next deploy sends ${unbrokenBytes(upload)}${saved}.** The layer is reused.`;
}
