import { formatBytes } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { type Column, fold, formatSeconds, plural, table } from "./markdown.js";
import { togetherZipped } from "./size.js";

/** What the run cost: time by phase, calls to AWS, bytes sent and not sent. */
export function renderEffort(facts: Facts): string | undefined {
  const body = [phases(facts), calls(facts), sentAndSpared(facts)].filter((part) => part !== undefined);
  return body.length === 0 ? undefined : fold(`<b>Effort</b>: ${effortWords(facts)}`, body.join("\n\n"));
}

/** `3.2 s, 9 AWS calls, 60.1 KB sent`. */
export function effortWords(facts: Facts): string {
  const total = totalCalls(facts);
  return [
    facts.phases.length > 0 && formatSeconds(totalTime(facts)),
    total > 0 && plural(total, "AWS call"),
    `${formatBytes(facts.uploadedBytes)} sent`,
  ]
    .filter((part) => part !== false)
    .join(", ");
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
  const made = Object.entries(facts.calls).filter(([, count]) => count > 0);
  return made.length === 0
    ? undefined
    : `AWS: ${made.map(([operation, count]) => `${escapeName(operation)} ${count}`).join(", ")}`;
}

function sentAndSpared(facts: Facts): string | undefined {
  const together = togetherZipped(facts);
  if (together === undefined) {
    return undefined;
  }
  const spared = Math.max(0, together - facts.uploadedBytes);
  return `Bytes: ${formatBytes(facts.uploadedBytes)} sent, ${formatBytes(spared)} of code and layer not sent`;
}
