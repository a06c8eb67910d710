import { escapeCode, escapeName, escapeText } from "./escape.js";
import type { Facts, LayerFacts } from "./facts.js";
import { failedTitle } from "./failed-title.js";
import { layerVersion } from "./layer-version.js";
import { plural, unbroken, unbrokenBytes } from "./markdown.js";
import { otherLayersChange } from "./other-layers.js";
import { countChanges } from "./package-changes.js";
import { rolledBackLead, rolledBackTitle } from "./rolled-back.js";
import { rowCells, timesLess, togetherZipped } from "./size.js";
import { does, isMigration, storyOf } from "./story.js";

/** The first lines of the summary, in Markdown. */
export interface Headline {
  readonly sign: "✅" | "❌" | "📝" | "📦" | "↩️";
  /** What happened, without the function's name. */
  readonly title: string;
  /** The one figure that is shown large. */
  readonly hero?: string;
  /** One to three sentences: what it means. */
  readonly lead: string;
}

/** What happened and what it saved. */
export function headlineOf(facts: Facts): Headline {
  const story = storyOf(facts);
  switch (story) {
    case "failed":
      return { sign: "❌", title: failedTitle(facts), lead: "" };
    case "planned":
      return planned(facts);
    case "reported":
      return { sign: "📦", title: "nothing was deployed", lead: "" };
    case "rolled-back":
      return { sign: "↩️", title: rolledBackTitle(facts), lead: rolledBackLead(facts) };
    case "unchanged":
      return facts.dryRun
        ? { sign: "📝", title: "plan, nothing to do", lead: `**${subject(facts)} would change nothing.**` }
        : { sign: "✅", title: "nothing to do", lead: unchangedLead(facts) };
    case "created":
      return { sign: "✅", title: `created${version(facts)}`, lead: createdLead(facts) };
    case "migrated":
      return { sign: "✅", title: `moved to layers${version(facts)}`, ...migrated(facts) };
    case "first-layer":
      return { sign: "✅", title: `deployed with its first layer${version(facts)}`, lead: firstLayerLead(facts) };
    case "detached":
      return { sign: "✅", title: `layer detached${version(facts)}`, lead: detachedLead(facts) };
    case "moved":
      return { sign: "✅", title: `moved to ${targetNow(facts)}${version(facts)}`, lead: movedLead(facts) };
    case "dependencies": {
      const what = facts.layer?.changes.length === 0 ? "layer updated" : "dependencies updated";
      return { sign: "✅", title: `${what}${version(facts)}`, lead: dependenciesLead(facts) };
    }
    case "code":
      return { sign: "✅", title: `code deployed${version(facts)}`, lead: codeLead(facts) };
    case "layer-users":
      return { sign: "✅", title: "functions on its layer moved", lead: layerUsersLead(facts) };
    case "configuration":
      return configured(facts);
    default:
      return story satisfies never;
  }
}

function version({ function: { version: number } }: Facts): string {
  return number === undefined ? "" : `, version ${escapeName(number)}`;
}

function planned(facts: Facts): Headline {
  const upload = bytesToSend(facts);
  const sends = upload === undefined || upload === 0 ? "would take" : `would send ${unbrokenBytes(upload)}, in`;
  return {
    sign: "📝",
    title: "plan, nothing was changed",
    ...(isMigration(facts) && { hero: packageBeforeAndNow(facts).join(" → ") }),
    lead: `**${subject(facts)} ${sends} ${plural(facts.plan.length, "step")}:**`,
  };
}

function subject({ mode, goal }: Facts): string {
  return mode === "rollback" && goal !== undefined ? `Going back to version ${escapeName(goal)}` : "A deploy";
}

/** What the plan uploads when nothing of it lies in S3 already. */
function bytesToSend(facts: Facts): number | undefined {
  const code = does(facts, "update-code") || does(facts, "create-function") ? facts.code?.after?.zipped : 0;
  const layer = does(facts, "publish-layer") ? facts.layer?.after?.zipped : 0;
  return code === undefined || layer === undefined ? undefined : code + layer;
}

function unchangedLead({ layer, goal }: Facts): string {
  if (goal !== undefined) {
    return `**Version ${escapeName(goal)} is what callers get already.** Nothing was changed.`;
  }
  return layer?.versionArn === undefined
    ? "**The code is what is deployed already.** Nothing was sent, the layers were not touched."
    : `**Code and dependencies are what is deployed already.** Nothing was sent, layer ${layerVersion(layer)} stays.`;
}

function migrated(facts: Facts): Pick<Headline, "hero" | "lead"> {
  const { code, layer } = facts;
  const [before, now] = packageBeforeAndNow(facts);
  const less = timesLess(code?.before?.zipped, code?.after?.zipped) ?? "less";
  const packages = layer?.packageCount === undefined ? "the packages" : `its ${plural(layer.packageCount, "package")}`;
  return {
    hero: `${before} → ${now}`,
    lead: sentences(
      `**A code deploy now sends ${now} instead of ${before}: ${less}.**`,
      layer && `Layer ${layerVersion(layer)} holds ${packages} and is sent again only when they change.`,
    ),
  };
}

/** In one unit, as in the table below it. */
function packageBeforeAndNow({ code }: Facts): readonly [string, string] {
  const { before, now } = rowCells({ before: code?.before?.zipped, now: code?.after?.zipped });
  return [unbroken(before), unbroken(now)];
}

function createdLead(facts: Facts): string {
  const { layer, function: now } = facts;
  return sentences(
    `**It runs on ${joinNames([now.runtime, now.architecture])}.**`,
    layer?.versionArn && `Layer ${layerVersion(layer)} ${obtained(layer)} and attached from the start.`,
    nextTime(facts),
  );
}

function firstLayerLead(facts: Facts): string {
  const { layer } = facts;
  return sentences(
    layer && `**Layer ${layerVersion(layer)} ${obtained(layer)} and attached.**`,
    uploaded(facts),
    nextTime(facts),
  );
}

function detachedLead({ layer }: Facts): string {
  return sentences(layer && `**The function has no layer of dependencies any more:** ${escapeText(layer.reason)}`);
}

function targetNow({ function: { runtime, runtimeBefore, architecture, architectureBefore } }: Facts): string {
  return joinNames([runtimeBefore && runtime, architectureBefore && architecture]);
}

function movedLead(facts: Facts): string {
  const { layer, function: now } = facts;
  return sentences(
    `**It ran on ${joinNames([now.runtimeBefore, now.architectureBefore])} before.**`,
    layer?.versionArn && `Layer ${layerVersion(layer)} ${obtained(layer)} and attached.`,
    uploaded(facts),
  );
}

function dependenciesLead(facts: Facts): string {
  const { layer } = facts;
  if (layer === undefined) {
    return "";
  }
  const attached = `Layer ${layerVersion(layer)} ${obtained(layer)} and attached.`;
  const first = layer.changes.length === 0 ? `**${attached}**` : `**${countChanges(layer.changes)}.** ${attached}`;
  return sentences(first, uploaded(facts), nextTime(facts));
}

function codeLead(facts: Facts): string {
  const { layer, uploadedBytes } = facts;
  const full = togetherZipped(facts);
  const less = timesLess(full, uploadedBytes);
  const others = otherLayersChange(facts);
  const saved = full === undefined || less === undefined ? "" : ` instead of ${unbrokenBytes(full)} (${less})`;
  return sentences(
    `**${unbrokenBytes(uploadedBytes)} uploaded${saved}.**`,
    layer?.versionArn === undefined
      ? others === undefined && "The layers were not touched."
      : `Dependencies unchanged: layer ${layerVersion(layer)} reused.`,
    others && `Other layers: ${others}.`,
  );
}

function configured(facts: Facts): Headline {
  const others = otherLayersChange(facts);
  const stayed = "**Code and dependencies stayed.**";
  const titled = (title: string, lead: string): Headline => ({ sign: "✅", title: `${title}${version(facts)}`, lead });
  if (others !== undefined) {
    return titled("layers updated", `${stayed} Other layers: ${others}.`);
  }
  return does(facts, "move-alias") && !does(facts, "update-configuration")
    ? titled("alias moved", "**`$LATEST` was as it should be already.**")
    : titled("configuration updated", stayed);
}

function layerUsersLead({ layer, layerUsers = [] }: Facts): string {
  const moved = layerUsers.filter(({ outcome }) => outcome === "moved");
  const names = moved.length === 1 ? escapeCode(moved[0]?.name ?? "") : plural(moved.length, "function");
  return sentences(
    layer && `**${names} moved to layer ${layerVersion(layer)}.** The function itself stayed as it was.`,
  );
}

function uploaded(facts: Facts): string {
  const amount = facts.uploadedBytes === 0 ? "Nothing was" : unbrokenBytes(facts.uploadedBytes);
  return `${amount} uploaded${does(facts, "update-code") ? "" : ", the code stayed"}.`;
}

/** The promise that makes a large upload bearable. */
function nextTime(facts: Facts): string | undefined {
  const code = facts.code?.after?.zipped;
  const less = timesLess(togetherZipped(facts), code);
  return code === undefined || less === undefined
    ? undefined
    : `A code change alone sends ${unbrokenBytes(code)}: ${less}.`;
}

function obtained(layer: LayerFacts): string {
  switch (layer.source) {
    case "reused":
      return "was found in AWS";
    case "restored":
      return "restored from the cache, published";
    case "built":
      return "built, published";
    case "none":
      return "left out";
    default:
      return layer.source satisfies never;
  }
}

function joinNames(names: readonly (string | undefined)[]): string {
  return names
    .filter((name) => name !== undefined)
    .map(escapeName)
    .join(" and ");
}

function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ");
}
