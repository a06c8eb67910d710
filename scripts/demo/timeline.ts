import { formatBytes } from "../../src/report/bytes.ts";

/** One row of the timeline; what was not measured stays empty. */
export interface Row {
  readonly title: string;
  readonly ms?: number;
  readonly calls?: number;
  readonly sentBytes: number;
  /** What happened, a phrase each. */
  readonly events: readonly string[];
  readonly answer: string;
}

const HEADS = ["run", "seconds", "API calls", "sent"];
const WIDTH = 110;

/** The runs as a table for a terminal: figures in columns, below them what happened and what the function answers then. */
export function renderTimeline(rows: readonly Row[]): string {
  const table = [HEADS, ...rows.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const [head, ...lines] = table.map((line) => aligned(line, widths));
  const rule = "─".repeat(WIDTH);
  const body = rows.flatMap(({ events, answer }, index) => [
    lines[index],
    ...events.flatMap((event) => wrapped(`· ${event}`)),
    ...wrapped(`→ GET /health: ${answer}`),
    rule,
  ]);
  return [rule, head, rule, ...body].join("\n");
}

function cells({ title, ms, calls, sentBytes }: Row): readonly string[] {
  const seconds = ms === undefined ? "" : (ms / 1000).toFixed(1);
  return [title, seconds, calls === undefined ? "" : String(calls), formatBytes(sentBytes)];
}

function aligned([title = "", ...figures]: readonly string[], [first = 0, ...widths]: readonly number[]): string {
  return [title.padEnd(first), ...figures.map((figure, index) => figure.padStart(widths[index] ?? 0))].join("    ");
}

function wrapped(text: string): readonly string[] {
  const lines = text.match(new RegExp(`.{1,${WIDTH - 5}}(?:\\s|$)`, "g")) ?? [text];
  return lines.map((line, index) => `   ${index === 0 ? "" : "  "}${line.trimEnd()}`);
}
