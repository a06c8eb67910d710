import { formatBytes, formatCount } from "./bytes.js";

export const NO_BREAK_SPACE = "\u00a0";

/** Keeps a figure and its unit on one line. */
export function unbroken(text: string): string {
  return text.replaceAll(" ", NO_BREAK_SPACE);
}

/** A byte count for a sentence. */
export function unbrokenBytes(count: number): string {
  return unbroken(formatBytes(count));
}

/** A column of a table: its heading and on which side its cells stand. */
export type Column = readonly [heading: string, side: "left" | "right"];

/** A GitHub table; cells are Markdown already. In a right-aligned cell, a figure and its unit stay on one line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const kept = (cells: readonly string[]) =>
    cells.map((cell, index) => (columns[index]?.[1] === "right" ? unbroken(cell) : cell));
  return [
    line(columns.map(([heading]) => heading)),
    `|${columns.map(([, side]) => (side === "right" ? "--:" : ":--")).join("|")}|`,
    ...rows.map((cells) => line(kept(cells))),
  ].join("\n");
}

/** A part that opens by a click. The empty lines make GitHub read Markdown inside. */
export function fold(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** One of GitHub's coloured boxes. */
export function alert(kind: "NOTE" | "WARNING" | "CAUTION", paragraphs: readonly string[]): string {
  return `> [!${kind}]\n${paragraphs.map((paragraph) => `> ${paragraph}`).join("\n>\n")}`;
}

/** `a, b, c and 5 more`: no more than `most` by name. */
export function firstOf(names: readonly string[], most: number): string {
  const few = names.slice(0, most).join(", ");
  return names.length > most ? `${few} and ${names.length - most} more` : few;
}

/** `1 package`, `23 packages`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `0.2 s`, `1 min 12 s`, and for less than a tenth of a second `<0.1 s`. */
export function formatSeconds(ms: number): string {
  if (ms < 50) {
    return "&lt;0.1 s";
  }
  if (ms < 59_950) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `12 ms`, and from a second on as `formatSeconds`. */
export function formatMs(ms: number): string {
  const whole = Math.round(ms);
  if (whole >= 1_000) {
    return formatSeconds(ms);
  }
  return whole === 0 ? "&lt;1 ms" : `${whole} ms`;
}
