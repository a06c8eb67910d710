import { unitOf } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { Facts, PackageChange } from "./facts.js";
import { type ItemColumn, longTable } from "./long-table.js";
import { plural } from "./markdown.js";
import { byteCell } from "./size.js";
import { wordForAfter } from "./story.js";

const OPEN = 12;

export type Kind = "added" | "upgraded" | "downgraded" | "changed" | "removed";

export const SIGNS: Readonly<Record<Kind, string>> = {
  upgraded: "⬆️ upgraded",
  downgraded: "⬇️ downgraded",
  changed: "changed",
  added: "🆕 added",
  removed: "🗑️ removed",
};

/** `2 packages upgraded, 1 added`, in words for the first line. */
export function countChanges(changes: readonly PackageChange[]): string {
  const kinds = changes.map(kindOf);
  return (Object.keys(SIGNS) as Kind[])
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }, index) => (index === 0 ? `${plural(count, "package")} ${kind}` : `${count} ${kind}`))
    .join(", ");
}

/** Which packages came, went and changed: the first dozen open, the rest folded. */
export function renderPackageChanges(facts: Facts): string | undefined {
  const { changes = [], packages = [] } = facts.layer ?? {};
  if (changes.length === 0) {
    return undefined;
  }
  const columns: readonly ItemColumn<PackageChange>[] = [
    { heading: "package", side: "left", cell: ({ name }) => escapeName(name) },
    { heading: "before", side: "left", cell: ({ from }) => (from === undefined ? "" : escapeName(from)) },
    { heading: wordForAfter(facts), side: "left", cell: ({ to }) => (to === undefined ? "" : `**${escapeName(to)}**`) },
    { heading: "", side: "left", cell: (change) => SIGNS[kindOf(change)] },
  ];
  const sizes = new Map(packages.map(({ name, unzipped }) => [name, unzipped]));
  const known = changes.map(({ name }) => sizes.get(name)).filter((size) => size !== undefined);
  const unit = unitOf(Math.max(0, ...known));
  const size: ItemColumn<PackageChange> = {
    heading: "unzipped",
    side: "right",
    cell: ({ name, to }) => (to === undefined ? "" : byteCell(sizes.get(name), unit)),
  };
  return longTable(known.length === 0 ? columns : [...columns, size], byKind(changes), OPEN, "package");
}

/** In the order of the first line: what was upgraded is not to be looked for among the removed. */
function byKind(changes: readonly PackageChange[]): readonly PackageChange[] {
  const kinds = Object.keys(SIGNS);
  return changes.toSorted((one, other) => kinds.indexOf(kindOf(one)) - kinds.indexOf(kindOf(other)));
}

const RELEASE = /^\d+(\.\d+)*$/;

/** What became of a package whose version is another one. Only plain releases are compared: `1.0rc1` comes before `1.0`. */
export function kindOf({ from, to }: Pick<PackageChange, "from" | "to">): Kind {
  if (from === undefined || to === undefined) {
    return from === undefined ? "added" : "removed";
  }
  if (!RELEASE.test(from) || !RELEASE.test(to)) {
    return "changed";
  }
  return to.localeCompare(from, "en", { numeric: true }) < 0 ? "downgraded" : "upgraded";
}
