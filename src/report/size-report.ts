import { errorBox, noticeBoxes } from "./boxes.js";
import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import type { SizeReport } from "./size-facts.js";
import { sizeHeadline } from "./size-report-headline.js";
import { originOf } from "./size-report-origin.js";
import { changedPackages, otherPackages } from "./size-report-packages.js";
import { renderAllSides, renderLimits, renderSides } from "./size-report-table.js";

/** What a change does to the function's size, part by part: the answer first, then the figures, then what they rest on. */
export function sizeReportParts(
  facts: Facts,
  sizes: SizeReport,
  longestError?: number,
): readonly (string | undefined)[] {
  const { sign, title, lead } = sizeHeadline(facts, sizes);
  return [
    `### ${sign} ${escapeName(facts.function.name)}: ${title}`,
    facts.error && errorBox(facts.error, longestError),
    lead,
    renderSides(sizes),
    renderLimits(facts, sizes),
    noticeBoxes(facts.notices.filter(({ level }) => level === "warning")),
    ...changedPackages(sizes),
    noticeBoxes(facts.notices.filter(({ level }) => level === "note")),
    otherPackages(sizes),
    renderAllSides(facts, sizes),
    originOf(facts, sizes),
  ];
}
