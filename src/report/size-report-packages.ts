import { formatBytes, type Unit, unitOf } from "./bytes.js";
import { escapeName } from "./escape.js";
import { type ItemColumn, tableAndFold } from "./long-table.js";
import { fold, plural } from "./markdown.js";
import { SIGNS } from "./package-changes.js";
import { renderPackages } from "./packages.js";
import { byteCell, signedCell } from "./size.js";
import type { SizeReport } from "./size-facts.js";
import { type ChangedPackage, changesOf, comparesPackages } from "./size-report-changes.js";
import { baseSide, changeSide } from "./size-sides.js";

const OPEN = 10;
/** Where nothing changed that is known of: what the layer is made of, in short. */
const LARGEST = 5;

/** Which packages came, went and changed, the most bytes first: a table, and of a long list its rest under a fold. */
export function changedPackages(sizes: SizeReport): readonly string[] {
  const { layer } = sizes;
  const changed = layer.outcome === "known" && comparesPackages(sizes) ? changesOf(layer) : [];
  if (changed.length === 0) {
    return [];
  }
  const now = changed.map(({ after }) => after?.unzipped ?? 0);
  const moved = changed.map(({ bytes = 0 }) => Math.abs(bytes));
  return tableAndFold(columnsOf(sizes, unitOf(Math.max(...now)), unitOf(Math.max(...moved))), changed, OPEN, "package");
}

function columnsOf(sizes: SizeReport, unit: Unit, unitOfChange: Unit): readonly ItemColumn<ChangedPackage>[] {
  return [
    { heading: "package", side: "left", cell: ({ name }) => escapeName(name) },
    {
      heading: baseSide(sizes)?.heading ?? "",
      side: "left",
      cell: ({ before }) => (before === undefined ? "" : escapeName(before.version)),
    },
    {
      heading: changeSide(sizes).heading,
      side: "left",
      cell: ({ after }) => (after === undefined ? "" : `**${escapeName(after.version)}**`),
    },
    { heading: "", side: "left", cell: signOf },
    {
      heading: "unzipped",
      side: "right",
      cell: ({ after }) => byteCell(after === undefined ? "none" : after.unzipped, unit),
    },
    { heading: "change", side: "right", cell: ({ bytes }) => signedCell(bytes, unitOfChange) },
  ];
}

function signOf({ kind, bytes = 0 }: ChangedPackage): string {
  return kind === "rebuilt" ? (bytes > 0 ? "grown" : "shrunk") : SIGNS[kind];
}

/** The packages that stayed, under a fold; open and all of them, where there is nothing to compare with. */
export function otherPackages(sizes: SizeReport): string | undefined {
  const { layer } = sizes;
  if (layer.outcome !== "known") {
    return undefined;
  }
  const compares = comparesPackages(sizes);
  const changed = compares ? changesOf(layer).map(({ name }) => name) : [];
  const packages = layer.packages
    .filter(({ name }) => !changed.includes(name))
    .map(({ after }) => after)
    .filter((one) => one !== undefined);
  const table = compares ? renderPackages({ packages }) : renderPackages({ packages }, LARGEST);
  if (table === undefined || !compares) {
    return table;
  }
  const known = packages.map(({ unzipped }) => unzipped).filter((bytes) => bytes !== undefined);
  const together =
    known.length < packages.length ? "" : `, ${formatBytes(known.reduce((sum, bytes) => sum + bytes, 0))} unzipped`;
  return fold(`<b>Unchanged</b>: ${plural(packages.length, "package")}${together}`, table);
}
