import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CellResult } from "../../test/support/fault-cell.ts";
import { COLUMNS, type Column, ROWS, type Row } from "../../test/support/fault-matrix.ts";
import { repository } from "../../test/support/machine.ts";

export interface Cell extends CellResult {
  readonly row: Row;
  readonly column: Column;
}

const FILE = join(repository, "docs", "reliability.md");
const MOST_NAMED = 3;
const SIGNS: Readonly<Record<string, string>> = {
  deployed: "ok",
  "nothing changed": "same",
  "rolled back": "back",
  "alias stays": "new",
  "half, alias stays": "half",
  "created, not active": "made",
};

/** A row for each call, a column for each fault, a sign for each outcome; below it the sentences. */
export function renderTerminal(cells: readonly Cell[]): string {
  const width = Math.max(...ROWS.map(({ title }) => title.length));
  const heads = COLUMNS.map((_, index) => String(index + 1).padStart(5)).join("");
  const table = ROWS.map(
    (row) => row.title.padEnd(width) + COLUMNS.map((column) => sign(cells, row, column).padStart(5)).join(""),
  );
  const legend = COLUMNS.map(({ title }, index) => `${index + 1} ${title}`).join(", ");
  const words = Object.entries(SIGNS).map(([outcome, short]) => `${short}: ${outcome}`);
  const sentences = cells
    .filter(({ sentence }) => sentence !== "")
    .map(({ row, column, sentence }) => `${row.title} × ${column.title}: ${sentence}`);
  return [
    `${" ".repeat(width)}${heads}`,
    ...table,
    "",
    legend,
    [...words, "·: not tried"].join(", "),
    "",
    ...sentences,
  ].join("\n");
}

function sign(cells: readonly Cell[], row: Row, column: Column): string {
  if (row.senseless?.(column) !== undefined) return "·";
  const cell = cells.find((one) => one.row === row && one.column === column);
  if (cell === undefined) return "";
  return cell.problems.length > 0 ? "OPEN" : (SIGNS[cell.outcome] ?? "OPEN");
}

/** The same as Markdown: for each fault what the calls that meet it lead to, and what the run says. */
export function renderDocument(cells: readonly Cell[]): string {
  return ROWS.map((row) => {
    const lines = grouped(
      cells.filter((cell) => cell.row === row),
      ({ column, outcome, sentence }) =>
        `| ${outcome} | ${sentence.replaceAll(column.op, "*call*").replaceAll("|", "\\|")} |`,
    );
    const table = [...lines].map(([line, those]) => `| ${named(those.map(({ column }) => column))} ${line}`);
    return [
      `### ${row.title}`,
      ["| Calls | Leaves | Says |", "| --- | --- | --- |", ...table].join("\n"),
      ...notTried(row),
    ].join("\n\n");
  }).join("\n\n");
}

/** Why some calls are not in the table. Those of the commonest reason are all that are left, and need no list. */
function notTried(row: Row): readonly string[] {
  const reasons = [...grouped(COLUMNS, (column) => row.senseless?.(column))].filter(([why]) => why !== undefined);
  const most = Math.max(...reasons.map(([, those]) => those.length));
  return reasons
    .toSorted(([, one], [, other]) => one.length - other.length)
    .map(([why, those]) => {
      const calls = those.length === most && most > MOST_NAMED ? "the other calls" : named(those);
      return `Not tried with ${calls}: ${why}.`;
    });
}

/** The things by what `key` says of them, in the order in which that is first said. */
function grouped<K, T>(things: readonly T[], key: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return groups;
}

function named(columns: readonly Column[]): string {
  return columns.map(({ title }) => title.replace(/^\S+/, "`$&`")).join(", ");
}

/** Puts the matrix into the document, or compares it; true when they agree then. */
export function updateDocument(matrix: string, check: boolean): boolean {
  const [begin, end] = ["<!-- matrix: begin -->", "<!-- matrix: end -->"];
  const document = readFileSync(FILE, "utf8");
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reliability.md has no markers ${begin} … ${end}.`);
  const wanted = `${document.slice(0, from)}${begin}\n\n${matrix}\n\n${document.slice(to)}`;
  if (wanted === document) return true;
  if (check) {
    console.error("docs/reliability.md does not agree with what was seen. Fix it with: npm run faults");
    return false;
  }
  writeFileSync(FILE, wanted);
  console.log("docs/reliability.md now tells what was seen.");
  return true;
}
