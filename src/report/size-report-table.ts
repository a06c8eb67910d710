import type { Unit } from "./bytes.js";
import { effortInBrief } from "./effort.js";
import type { Facts, Limits } from "./facts.js";
import { type ItemColumn, longTable } from "./long-table.js";
import { fold, plural, unbroken } from "./markdown.js";
import { bar, byteCell, changeCell, type Figure, formatLimit, headroom, percent, sharedUnit, UNKNOWN } from "./size.js";
import type { SizeReport } from "./size-facts.js";
import { baseSide, changeSide, deployedSide, isAtLeast, type Side } from "./size-sides.js";
import { sizesTable } from "./size-table.js";

const BLOCKS = 20;

interface Row {
  readonly name: string;
  readonly figure: (side: Side) => Figure;
  /** In which the base and the commit can be compared. */
  readonly unit: Unit | undefined;
  readonly atLeast: boolean;
  /** What the commit's cell says when there is no figure. */
  readonly without: string;
}

/** The answer to "how big": code, layer and all together, of the base, of the commit and as deployed. */
export function renderSides(sizes: SizeReport): string {
  const [base, change, deployed] = [baseSide(sizes), changeSide(sizes), deployedSide(sizes)];
  const column = (side: Side, cell = (row: Row) => figureCell(row, side)): ItemColumn<Row> => ({
    heading: unbroken(side.heading),
    side: "right",
    cell,
  });
  const columns: readonly (ItemColumn<Row> | undefined)[] = [
    { heading: "", side: "left", cell: ({ name }) => name },
    base && column(base),
    column(change, (row) => commitCell(row, change)),
    base && {
      heading: "change",
      side: "right",
      cell: ({ figure }) => changeCell({ before: figure(base), now: figure(change) }),
    },
    deployed && column(deployed),
  ];
  const rows = rowsOf(
    sizes,
    [base, change, deployed].filter((side) => side !== undefined),
  ).map((row) => ({
    ...row,
    unit: sharedUnit([base && row.figure(base), row.figure(change)]),
  }));
  return longTable(
    columns.filter((one) => one !== undefined),
    rows,
    rows.length,
    "row",
  );
}

function rowsOf(sizes: SizeReport, sides: readonly Side[]): readonly Omit<Row, "unit">[] {
  const plain = { atLeast: false, without: UNKNOWN };
  const layer: Omit<Row, "unit"> = {
    name: layerName(sizes),
    figure: zippedOfLayer,
    atLeast: false,
    // A dash would look like a figure that is still to come.
    without: sizes.layer.outcome === "unknown" ? "no figure" : UNKNOWN,
  };
  return [
    { name: "Code, zipped", figure: ({ code }) => code?.zipped, ...plain },
    ...(sides.some(({ layer }) => layer !== "none") ? [layer] : []),
    { name: totalName(sizes), figure: ({ used }) => used, ...plain, atLeast: isAtLeast(sizes) },
  ];
}

function figureCell({ figure, unit, atLeast }: Row, side: Side): string {
  const cell = byteCell(figure(side), unit);
  return atLeast && typeof figure(side) === "number" ? `≥ ${cell}` : cell;
}

function commitCell(row: Row, side: Side): string {
  const figure = row.figure(side);
  return figure === undefined ? row.without : figure === "none" ? "" : `**${figureCell(row, side)}**`;
}

function zippedOfLayer({ layer }: Side): Figure {
  return layer === "none" ? "none" : layer?.zipped;
}

/** How much of Lambda's limits that is; undefined while it is not known. */
export function renderLimits({ limits }: Facts, sizes: SizeReport): string | undefined {
  const change = changeSide(sizes);
  if (limits?.used === undefined || change.used === undefined) {
    return undefined;
  }
  const uploads = [
    uploadShare("code", change.code?.zipped, limits),
    uploadShare("layer", zippedOfLayer(change), limits),
  ];
  return [
    `${bar(limits.used / limits.unzipped, BLOCKS)} ${headroom(limits)}`,
    ...uploads.filter((words) => words !== undefined),
  ].join(" · ");
}

/** A zip over the limit of a direct upload goes through S3; one that is far from it is not worth a word. */
function uploadShare(what: string, zipped: Figure, { zipped: limit }: Limits): string | undefined {
  if (typeof zipped !== "number" || zipped < limit / 10) {
    return undefined;
  }
  const share = zipped / limit;
  return share > 1
    ? `${what} over ${formatLimit(limit)} zipped: through S3`
    : `${what} ${percent(share)} of ${formatLimit(limit)} per upload`;
}

function layerName({ layer }: SizeReport): string {
  if (layer.outcome === "none") {
    return "Layer, left alone, zipped";
  }
  const count = layer.outcome === "known" ? layer.packages.filter(({ after }) => after !== undefined).length : 0;
  return count === 0 ? "Layer, zipped" : `Layer of ${plural(count, "package")}, zipped`;
}

function totalName({ layer, otherLayers }: SizeReport): string {
  if (otherLayers !== undefined) {
    return "**Unzipped, all together**";
  }
  return layer.outcome === "none" ? "**Unzipped**" : "**Unzipped, code and layer**";
}

/** Every size that is known, for whoever wants to recompute them, and what the run cost. */
export function renderAllSides(facts: Facts, sizes: SizeReport): string | undefined {
  const sides = [baseSide(sizes), changeSide(sizes), deployedSide(sizes)].filter((side) => side !== undefined);
  const named = (name: string, { heading }: Side) => `${name}, ${heading}`;
  const all = sizesTable([
    ...sides.map((side) => [named("Code", side), side.code] as const),
    ...sides.map((side) => [named("Layer", side), side.layer === "none" ? undefined : side.layer] as const),
  ]);
  return (
    all && fold("<b>All sizes</b>", [all, effortInBrief(facts).join(" · ")].filter((part) => part !== "").join("\n\n"))
  );
}
