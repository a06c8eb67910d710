import { escapeCode, escapeText } from "./escape.js";
import type { SmokeTestFacts } from "./facts.js";
import { type ItemColumn, longTable } from "./long-table.js";
import { formatMs } from "./markdown.js";

const OPEN = 12;
/** A longer address would leave no room for the answer. */
const LONGEST_REQUEST = 60;

/** The requests that the new version had to answer, what failed first. */
export function renderChecks(tests: readonly SmokeTestFacts[] = []): string | undefined {
  if (tests.length === 0) {
    return undefined;
  }
  const columns: readonly ItemColumn<SmokeTestFacts>[] = [
    { heading: "check", side: "left", cell: ({ method, path }) => escapeCode(`${method} ${path}`, LONGEST_REQUEST) },
    { heading: "answer", side: "left", cell: answer },
    { heading: "time", side: "right", cell: ({ ms }) => (ms === undefined ? "–" : formatMs(ms)) },
    { heading: "cold start", side: "right", cell: coldStart },
  ];
  return longTable(columns, [...tests.filter(({ ok }) => !ok), ...tests.filter(({ ok }) => ok)], OPEN, "check");
}

function answer({ ok, status, reason }: SmokeTestFacts): string {
  if (ok) {
    return `✅ ${status ?? "no error"}`;
  }
  return reason === undefined ? "⬜ not sent" : `❌ ${escapeText(reason)}`;
}

function coldStart({ initMs, restoreMs }: SmokeTestFacts): string {
  if (initMs !== undefined) {
    return formatMs(initMs);
  }
  return restoreMs === undefined ? "" : `${formatMs(restoreMs)} restored`;
}
