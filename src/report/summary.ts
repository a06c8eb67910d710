import { effortWords, renderEffort } from "./effort.js";
import { escapeName, escapeText } from "./escape.js";
import type { Facts, Notice } from "./facts.js";
import { renderFiles, renderLeftOut, renderShadowing } from "./files.js";
import { headlineOf } from "./headline.js";
import { renderLayerInfo } from "./layer-info.js";
import { alert, fold } from "./markdown.js";
import { renderPackageChanges, renderPackages } from "./packages.js";
import { renderAllSizes, renderComparison } from "./size-table.js";
import { renderProgress, renderSteps } from "./steps.js";
import { type Story, storyOf } from "./story.js";

const NOTICES_SHOWN = 20;

/** The job summary as GitHub Markdown: what happened, what it saved and how big it is on one screen, the rest folded. Under 1 MiB whatever the facts. */
export function renderSummary(facts: Facts): string {
  const story = storyOf(facts);
  const headline = headlineOf(facts);
  const parts = [
    `### ${headline.sign} ${escapeName(facts.function.name)}: ${headline.title}`,
    headline.hero && `## ${headline.hero}`,
    headline.lead,
    ...(story === "failed" ? failedParts(facts) : openParts(facts, story)),
    facts.code && renderFiles(facts.code),
    facts.layer && renderPackages(facts.layer),
    renderLayerInfo(facts),
    renderAllSizes(facts),
    renderEffort(facts),
    where(facts),
  ];
  return `${parts.filter((part) => typeof part === "string" && part !== "").join("\n\n")}\n`;
}

function failedParts(facts: Facts): readonly (string | undefined)[] {
  const { error } = facts;
  return [
    error &&
      alert("CAUTION", [
        escapeText(error.message),
        ...(error.hint === undefined ? [] : [`**Next step:** ${escapeText(error.hint)}`]),
      ]),
    renderProgress(facts),
    notices(facts),
    facts.code && facts.limits && fold("<b>Sizes</b>", renderComparison(facts)),
  ];
}

function openParts(facts: Facts, story: Story): readonly (string | undefined)[] {
  const steps = facts.plan.length > 0 ? renderSteps(facts) : undefined;
  const open = story === "planned" || story === "migrated" || story === "detached";
  return [
    story === "planned" ? steps : undefined,
    renderComparison(facts),
    notices(facts),
    facts.layer && renderPackageChanges(facts.layer),
    open && story !== "planned" && steps ? `**What was done, and why**\n\n${steps}` : undefined,
    !open && steps ? fold("<b>What was done, and why</b>", steps) : undefined,
  ];
}

function notices(facts: Facts): string | undefined {
  const shadowing = facts.code && renderShadowing(facts.code);
  const leftOut = facts.code && renderLeftOut(facts.code);
  const said = (level: Notice["level"]) =>
    facts.notices.filter((notice) => notice.level === level).map(({ text }) => escapeText(text));
  const warnings = [...(shadowing ? [shadowing] : []), ...said("warning")].slice(0, NOTICES_SHOWN);
  const notes = [...(leftOut ? [leftOut] : []), ...said("note")].slice(0, NOTICES_SHOWN);
  const alerts = [warnings.length > 0 && alert("WARNING", warnings), notes.length > 0 && alert("NOTE", notes)].filter(
    (part) => part !== false,
  );
  return alerts.length > 0 ? alerts.join("\n\n") : undefined;
}

/** The small print: which function this is about. */
function where(facts: Facts): string {
  const { runtime, architecture, region } = facts.function;
  const words = [runtime, architecture, region].filter((word) => word !== undefined).map(escapeName);
  return `<sub>${[...words, effortWords(facts)].join(" · ")}</sub>`;
}
