import { unitOf } from "./bytes.js";
import { escapeName } from "./escape.js";
import type { LayerFacts, PackageSize } from "./facts.js";
import { type ItemColumn, longTable } from "./long-table.js";
import { bar, byteCell } from "./size.js";

const LARGEST = 10;
const BLOCKS = 16;

/** The largest packages with bars, and under a fold all the others. */
export function renderPackages({ packages }: Pick<LayerFacts, "packages">, largestOnes = LARGEST): string | undefined {
  if (packages.length === 0) {
    return undefined;
  }
  const sorted = packages.toSorted(
    (one, other) => (other.unzipped ?? 0) - (one.unzipped ?? 0) || (one.name < other.name ? -1 : 1),
  );
  const largest = sorted[0]?.unzipped;
  const names: readonly ItemColumn<PackageSize>[] = [
    { heading: "package", side: "left", cell: ({ name }) => escapeName(name) },
    { heading: "version", side: "left", cell: ({ version }) => escapeName(version) },
  ];
  // A layer that was only looked into tells names and versions.
  const columns = largest === undefined ? names : [...names, ...sizeColumns(largest)];
  return longTable(columns, sorted, largestOnes, "package");
}

function sizeColumns(largest: number): readonly ItemColumn<PackageSize>[] {
  const unit = unitOf(largest);
  return [
    { heading: "unzipped", side: "right", cell: ({ unzipped }) => byteCell(unzipped, unit) },
    { heading: "zipped", side: "right", cell: ({ zipped }) => byteCell(zipped, unit) },
    {
      heading: "",
      side: "left",
      cell: ({ unzipped }) => (unzipped === undefined || largest === 0 ? "" : bar(unzipped / largest, BLOCKS)),
    },
  ];
}
