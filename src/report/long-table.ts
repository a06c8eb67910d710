import { type Column, fold, plural, table } from "./markdown.js";

/** More rows tell nobody anything, and a summary may have 1 MiB. */
const LONGEST = 300;

/** A column and how its cells are made, as Markdown. */
export interface ItemColumn<T> {
  readonly heading: string;
  readonly side: Column[1];
  readonly cell: (item: T) => string;
}

/** A table of the first items; the others stand in a second one under a fold, and the end of a very long list is only counted. */
export function longTable<T>(...parts: Parameters<typeof tableAndFold<T>>): string {
  return tableAndFold(...parts).join("\n\n");
}

/** The same as two parts of a text, of which the fold may be left out when there is no room. */
export function tableAndFold<T>(
  columns: readonly ItemColumn<T>[],
  items: readonly T[],
  open: number,
  noun: string,
): readonly string[] {
  const rows = (some: readonly T[]) =>
    table(
      columns.map(({ heading, side }): Column => [heading, side]),
      some.map((item) => columns.map(({ cell }) => cell(item))),
    );
  // A fold that hides one or two rows is longer than they are.
  const first = items.length <= open + 2 ? items.length : open;
  const rest = items.slice(first, first + LONGEST);
  if (rest.length === 0) {
    return [rows(items)];
  }
  const dropped = items.length - first - rest.length;
  const end = dropped > 0 ? `\n\n${plural(dropped, `more ${noun}`)} not listed here.` : "";
  return [rows(items.slice(0, first)), fold(`and ${plural(items.length - first, `more ${noun}`)}`, rows(rest) + end)];
}
