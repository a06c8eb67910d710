import { errorBox, noticeBoxes } from "./boxes.js";
import { renderChecks } from "./checks.js";
import { effortInBrief, renderEffort } from "./effort.js";
import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { renderFiles } from "./files.js";
import { COMMENT, fitting, SUMMARY } from "./fitting.js";
import { headlineOf } from "./headline.js";
import { renderLayerInfo } from "./layer-info.js";
import { renderLayerUsers } from "./layer-users.js";
import { fold } from "./markdown.js";
import { nowLive } from "./now-live.js";
import { otherLayersChange, renderOtherLayers } from "./other-layers.js";
import { renderPackageChanges } from "./package-changes.js";
import { renderProgress } from "./progress.js";
import { sizeReportParts } from "./size-report.js";
import { renderComparison, renderSizes } from "./size-table.js";
import { renderSteps } from "./steps.js";
import { type Story, storyOf } from "./story.js";

/** What was done is what they are about. */
const OPEN_STORIES: readonly Story[] = ["planned", "migrated", "detached", "configuration", "rolled-back"];

/** Characters of an error's sentence in a comment, and of its next step: escaped they are many more. */
const LONGEST_ERROR = 1_000;

/** The job summary as GitHub Markdown: what happened, what it saved and how big it is on one screen, the rest folded. Under 1 MiB whatever the facts. */
export function renderSummary(facts: Facts): string {
  return fitting(partsOf(facts), SUMMARY);
}

/** The same for a comment on a pull request, at most 64,000 characters; a marker is not counted. */
export function renderComment(facts: Facts): string {
  return fitting(partsOf(facts, LONGEST_ERROR), COMMENT);
}

function partsOf(facts: Facts, longestError?: number): readonly (string | undefined)[] {
  if (facts.sizes !== undefined) {
    return sizeReportParts(facts, facts.sizes, longestError);
  }
  const story = storyOf(facts);
  const headline = headlineOf(facts);
  return [
    `### ${headline.sign} ${escapeName(facts.function.name)}: ${headline.title}`,
    headline.hero && `# ${headline.hero}`,
    headline.lead,
    ...(facts.error !== undefined ? failedParts(facts, longestError) : openParts(facts, story)),
    facts.code && renderFiles(facts.code),
    renderLayerInfo(facts),
    facts.error === undefined ? renderLayerUsers(facts) : undefined,
    story === "unchanged" ? undefined : renderEffort(facts),
    smallPrint(facts, story),
  ];
}

function failedParts(facts: Facts, longestError?: number): readonly (string | undefined)[] {
  const { error } = facts;
  const sizes = renderComparison(facts);
  return [
    error && errorBox(error, longestError),
    renderChecks(facts.smokeTests),
    renderProgress(facts),
    renderLayerUsers(facts),
    noticeBoxes(facts.notices),
    facts.limits && sizes && fold("<b>Before and after</b>", sizes),
  ];
}

function openParts(facts: Facts, story: Story): readonly (string | undefined)[] {
  const steps = facts.plan.length > 0 ? renderSteps(facts) : undefined;
  const open = OPEN_STORIES.includes(story);
  return [
    story === "planned" ? steps : undefined,
    story === "unchanged" ? renderSizes(facts) : renderComparison(facts),
    nowLive(facts),
    renderChecks(facts.smokeTests),
    noticeBoxes(facts.notices),
    renderPackageChanges(facts),
    otherLayersChange(facts) && renderOtherLayers(facts),
    open && story !== "planned" && steps ? `**What was done, and why**\n\n${steps}` : undefined,
    !open && steps ? fold("<b>What was done, and why</b>", steps) : undefined,
  ];
}

/** Which function this is about; and what a run cost that has no fold for it. */
function smallPrint(facts: Facts, story: Story): string | undefined {
  const { runtime, architecture, region } = facts.function;
  const words = [runtime, architecture, region].filter((word) => word !== undefined).map(escapeName);
  const all = story === "unchanged" ? [...words, ...effortInBrief(facts)] : words;
  return all.length === 0 ? undefined : `<sub>${all.join(" · ")}</sub>`;
}
