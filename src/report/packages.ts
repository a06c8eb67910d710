import { formatBytes, unitOf } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { LayerFacts, PackageChange, PackageSize } from "./facts.js";
import { type Column, fold, plural, table } from "./markdown.js";
import { byteCell, listBar } from "./size.js";

const LARGEST = 10;
/** More rows tell nobody anything, and a summary may have 1 MiB. */
const LONGEST_LIST = 300;
const OPEN_CHANGES = 12;

type Kind = "added" | "upgraded" | "downgraded" | "changed" | "removed";

/** `2 packages upgraded, 1 added`, in words for the first line. */
export function countChanges(changes: readonly PackageChange[]): string {
  const kinds: readonly Kind[] = ["upgraded", "downgraded", "changed", "added", "removed"];
  return kinds
    .map((kind) => ({ kind, count: changes.filter((change) => kindOf(change) === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }, index) => (index === 0 ? `${plural(count, "package")} ${kind}` : `${count} ${kind}`))
    .join(", ");
}

/** Which packages came, went and changed: the first dozen open, the rest folded. */
export function renderPackageChanges(layer: LayerFacts): string | undefined {
  if (layer.changes.length === 0) {
    return undefined;
  }
  const sizes = new Map(layer.packages.map((one) => [one.name, one]));
  const rows = layer.changes.map((change) => changeRow(change, sizes.get(change.name)));
  const columns: Column[] = [
    ["package", "left"],
    ["before", "left"],
    ["now", "left"],
    ["", "left"],
  ];
  const sized = layer.packages.length > 0;
  return openAndFolded(
    sized ? [...columns, ["unzipped", "right"]] : columns,
    sized ? rows : rows.map((row) => row.slice(0, columns.length)),
    OPEN_CHANGES,
    "package",
  );
}

const SIGNS: Readonly<Record<Kind, string>> = {
  added: "🆕 added",
  upgraded: "⬆️ upgraded",
  downgraded: "⬇️ downgraded",
  changed: "changed",
  removed: "🗑️ removed",
};

function changeRow(change: PackageChange, size: PackageSize | undefined): readonly string[] {
  return [
    escapeName(change.name),
    change.from === undefined ? "" : escapeName(change.from),
    change.to === undefined ? "" : `**${escapeName(change.to)}**`,
    SIGNS[kindOf(change)],
    change.to === undefined ? "" : byteCell(size?.unzipped),
  ];
}

const RELEASE = /^\d+(\.\d+)*$/;

function kindOf({ from, to }: PackageChange): Kind {
  if (from === undefined || to === undefined) {
    return from === undefined ? "added" : "removed";
  }
  if (!RELEASE.test(from) || !RELEASE.test(to)) {
    return "changed";
  }
  return to.localeCompare(from, "en", { numeric: true }) < 0 ? "downgraded" : "upgraded";
}

/** The largest packages with bars, and under a second fold all the others. */
export function renderPackages(layer: LayerFacts): string | undefined {
  if (layer.packages.length === 0) {
    return undefined;
  }
  const packages = layer.packages.toSorted(
    (one, other) => (other.unzipped ?? 0) - (one.unzipped ?? 0) || (one.name < other.name ? -1 : 1),
  );
  const largest = packages[0]?.unzipped ?? 0;
  const unit = unitOf(largest);
  const total = layer.after?.unzipped;
  const rows = packages.map((one) => [
    escapeName(one.name),
    escapeName(one.version),
    byteCell(one.unzipped, unit),
    byteCell(one.zipped, unit),
    one.unzipped === undefined ? "" : `\`${listBar(one.unzipped, largest)}\``,
  ]);
  const title = `${plural(packages.length, "package")}${total === undefined ? "" : `, ${formatBytes(total)} unzipped`}`;
  return fold(
    `<b>What is in the layer</b>: ${title}`,
    openAndFolded(
      [
        ["package", "left"],
        ["version", "left"],
        ["unzipped", "right"],
        ["zipped", "right"],
        ["", "left"],
      ],
      rows,
      LARGEST,
      "package",
    ),
  );
}

/** A table of the first rows; the others stand in a second one under a fold, the last of a very long list are only counted. */
export function openAndFolded(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  open: number,
  noun: string,
): string {
  // A fold that hides one or two rows is longer than they are.
  const first = rows.length <= open + 2 ? rows.length : open;
  const rest = rows.slice(first, first + LONGEST_LIST);
  const dropped = rows.length - first - rest.length;
  return [
    table(columns, rows.slice(0, first)),
    rest.length > 0 &&
      fold(
        `and ${plural(rows.length - first, `more ${noun}`)}`,
        table(columns, rest) + (dropped > 0 ? `\n\n${plural(dropped, `more ${noun}`)} not listed here.` : ""),
      ),
  ]
    .filter((part) => part !== false)
    .join("\n\n");
}
