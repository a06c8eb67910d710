import { renderChecks } from "./checks.js";
import { effortInBrief, renderEffort } from "./effort.js";
import { escapeName, escapeText } from "./escape.js";
import type { Facts } from "./facts.js";
import { renderFiles } from "./files.js";
import { headlineOf } from "./headline.js";
import { renderLayerInfo } from "./layer-info.js";
import { renderLayerUsers } from "./layer-users.js";
import { alert, fold } from "./markdown.js";
import { nowLive } from "./now-live.js";
import { otherLayersChange, renderOtherLayers } from "./other-layers.js";
import { renderPackageChanges } from "./package-changes.js";
import { renderProgress } from "./progress.js";
import { renderComparison, renderSizes } from "./size-table.js";
import { renderSteps } from "./steps.js";
import { type Story, storyOf } from "./story.js";

/** GitHub drops a summary of more than 1,048,576 bytes. */
const LONGEST_SUMMARY = 1_000_000;
const NOTICES_SHOWN = 20;
/** What was done is what they are about. */
const OPEN_STORIES: readonly Story[] = ["planned", "migrated", "detached", "configuration", "rolled-back"];

/** The job summary as GitHub Markdown: what happened, what it saved and how big it is on one screen, the rest folded. Under 1 MiB whatever the facts. */
export function renderSummary(facts: Facts): string {
  const story = storyOf(facts);
  const headline = headlineOf(facts);
  const parts = [
    `### ${headline.sign} ${escapeName(facts.function.name)}: ${headline.title}`,
    headline.hero && `# ${headline.hero}`,
    headline.lead,
    ...(facts.error !== undefined ? failedParts(facts) : openParts(facts, story)),
    facts.code && renderFiles(facts.code),
    renderLayerInfo(facts),
    facts.error === undefined ? renderLayerUsers(facts) : undefined,
    story === "unchanged" ? undefined : renderEffort(facts),
    smallPrint(facts, story),
  ];
  return `${joined(fitting(parts.filter((part) => part !== undefined)))}\n`;
}

/** Leaves out whole parts, and says so, before GitHub throws the summary away. What comes first stays. */
function fitting(parts: readonly string[]): readonly string[] {
  const { kept } = parts.reduce<{ readonly kept: readonly string[]; readonly bytes: number }>(
    ({ kept, bytes }, part) => {
      const longer = bytes + Buffer.byteLength(part) + 2;
      return longer > LONGEST_SUMMARY ? { kept, bytes } : { kept: [...kept, part], bytes: longer };
    },
    { kept: [], bytes: 0 },
  );
  return kept.length === parts.length ? parts : [...kept, "A part of this summary is too long to be shown."];
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const written = parts.filter((part) => part !== undefined && part !== "");
  return written.length === 0 ? undefined : written.join("\n\n");
}

function failedParts(facts: Facts): readonly (string | undefined)[] {
  const { error } = facts;
  const sizes = renderComparison(facts);
  return [
    error &&
      alert("CAUTION", [
        `<b>${escapeText(error.message)}</b>`,
        ...(error.hint === undefined ? [] : [`**Next step:** ${escapeText(error.hint)}`]),
      ]),
    renderChecks(facts.smokeTests),
    renderProgress(facts),
    renderLayerUsers(facts),
    notices(facts),
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
    notices(facts),
    renderPackageChanges(facts),
    otherLayersChange(facts) && renderOtherLayers(facts),
    open && story !== "planned" && steps ? `**What was done, and why**\n\n${steps}` : undefined,
    !open && steps ? fold("<b>What was done, and why</b>", steps) : undefined,
  ];
}

function notices(facts: Facts): string | undefined {
  const boxes = (["warning", "note"] as const).map((level) => {
    const texts = facts.notices.filter((notice) => notice.level === level).map(({ text }) => escapeText(text));
    const shown = texts.slice(0, NOTICES_SHOWN);
    const rest = texts.length - shown.length;
    const all = rest > 0 ? [...shown, `and ${rest} more, in the log`] : shown;
    return all.length === 0 ? undefined : alert(level === "warning" ? "WARNING" : "NOTE", all);
  });
  return joined(boxes);
}

/** Which function this is about; and what a run cost that has no fold for it. */
function smallPrint(facts: Facts, story: Story): string | undefined {
  const { runtime, architecture, region } = facts.function;
  const words = [runtime, architecture, region].filter((word) => word !== undefined).map(escapeName);
  const all = story === "unchanged" ? [...words, ...effortInBrief(facts)] : words;
  return all.length === 0 ? undefined : `<sub>${all.join(" · ")}</sub>`;
}
