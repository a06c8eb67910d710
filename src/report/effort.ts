import { formatBytes, formatCount } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { type Column, fold, formatSeconds, plural, table } from "./markdown.js";
import { sizeRatio, togetherZipped } from "./size.js";
import { renderAllSizes } from "./size-table.js";

/** All sizes, and what the run cost: time by phase, calls to AWS, bytes sent and not sent. */
export function renderEffort(facts: Facts): string | undefined {
  const body = [renderAllSizes(facts), ratio(facts), phases(facts), calls(facts), sentAndSpared(facts)].filter(
    (part) => part !== undefined,
  );
  return body.length === 0 ? undefined : fold(`<b>Sizes, time and calls</b>: ${effortWords(facts)}`, body.join("\n\n"));
}

/** The output `size-ratio` in words: `394.8 times`, `1,121 times`. */
function ratio(facts: Facts): string | undefined {
  const times = sizeRatio(facts);
  if (times === undefined) {
    return undefined;
  }
  const shown = Number(times) < 1_000 ? times : formatCount(Math.round(Number(times)));
  return `Code and layer together are **${shown} times** the code alone, zipped.`;
}

/** `3.2 s, 9 AWS calls, 60.1 KB sent`. */
function effortWords(facts: Facts): string {
  const total = totalCalls(facts);
  return [
    facts.phases.length > 0 && formatSeconds(totalTime(facts)),
    total > 0 && plural(total, "AWS call"),
    `${formatBytes(facts.uploadedBytes)} sent`,
  ]
    .filter((part) => part !== false)
    .join(", ");
}

/** The same in small print: `0.3 s (find 0.2 s, pack 0.1 s)`, `GetFunction 1, ListLayerVersions 1`. */
export function effortInBrief(facts: Facts): readonly string[] {
  const parts = facts.phases.map(({ name, ms }) => `${escapeName(name)} ${formatSeconds(ms)}`);
  const made = callCounts(facts);
  const times = sizeRatio(facts);
  return [
    ...(times === undefined ? [] : [`(code + layer) / code = ${times}`]),
    ...(parts.length > 0 ? [`${formatSeconds(totalTime(facts))} (${parts.join(", ")})`] : []),
    ...(made === "" ? [] : [made]),
  ];
}

function totalTime(facts: Facts): number {
  return facts.phases.reduce((sum, { ms }) => sum + ms, 0);
}

function totalCalls(facts: Facts): number {
  return Object.values(facts.calls).reduce((sum, count) => sum + count, 0);
}

function phases(facts: Facts): string | undefined {
  if (facts.phases.length === 0) {
    return undefined;
  }
  const columns = [...facts.phases.map(({ name }) => escapeName(name)), "together"];
  return table(
    columns.map((name): Column => [name, "right"]),
    [[...facts.phases.map(({ ms }) => formatSeconds(ms)), `**${formatSeconds(totalTime(facts))}**`]],
  );
}

function calls(facts: Facts): string | undefined {
  const made = callCounts(facts);
  return made === "" ? undefined : `AWS calls: ${made}`;
}

function callCounts(facts: Facts): string {
  return Object.entries(facts.calls)
    .filter(([, count]) => count > 0)
    .map(([operation, count]) => `${escapeName(operation)} ${formatCount(count)}`)
    .join(", ");
}

function sentAndSpared(facts: Facts): string | undefined {
  const together = togetherZipped(facts);
  if (together === undefined) {
    return undefined;
  }
  const spared = together - facts.uploadedBytes;
  const rest = spared > 0 ? `, ${formatBytes(spared)} of code and layer not sent` : "";
  return `Bytes: ${formatBytes(facts.uploadedBytes)} sent${rest}`;
}
