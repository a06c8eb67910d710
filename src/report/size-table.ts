import type { Facts, LayerFacts, Limits, OtherLayerFacts, Size } from "./facts.js";
import { type Column, plural, table } from "./markdown.js";
import {
  bar,
  byteCell,
  countCell,
  type Figure,
  formatLimit,
  headroom,
  percent,
  rowCells,
  sharedUnit,
  UNKNOWN,
  usedBefore,
} from "./size.js";
import { does, isDetached, wordForAfter } from "./story.js";

const BLOCKS = 10;

/** The answer to "how big": code, layer and all together, before and now, against the limits. */
export function renderComparison(facts: Facts): string | undefined {
  const rows = [codeRow(facts), layerRow(facts), othersRow(facts), totalRow(facts)].filter((row) => row !== undefined);
  const columns: Column[] = [
    ["", "left"],
    ["before", "right"],
    [wordForAfter(facts), "right"],
    ["change", "right"],
    ["of the limit", "left"],
  ];
  return rows.length === 0 ? undefined : table(columns, rows);
}

type Cells = readonly string[];

/** A figure from before the run: of a function that it creates there is none. */
function orNew(facts: Facts, figure: Figure): Figure {
  return does(facts, "create-function") ? "none" : figure;
}

function codeRow(facts: Facts): Cells | undefined {
  const { code, limits } = facts;
  if (code === undefined) {
    return undefined;
  }
  const { before, now, change } = rowCells({ before: orNew(facts, code.before?.zipped), now: code.after?.zipped });
  return ["Code package", before, `**${now}**`, change, uploadShare(code.after?.zipped, limits)];
}

function layerRow(facts: Facts): Cells | undefined {
  const { layer, layerLeftAlone, limits } = facts;
  if (layerLeftAlone !== undefined) {
    const { before, now, change } = rowCells({ before: layerLeftAlone.zipped, now: layerLeftAlone.zipped });
    return ["Layer, left alone", before, `**${now}**`, change, uploadShare(layerLeftAlone.zipped, limits)];
  }
  if (layer === undefined || (layer.source === "none" && layer.before === undefined)) {
    return undefined;
  }
  const row = { before: zippedOf(layer.before), now: isDetached(facts) ? ("none" as const) : layer.after?.zipped };
  const { before, now, change } = rowCells(row);
  return [layerName(layer), before, now === "" ? "" : `**${now}**`, change, uploadShare(row.now, limits)];
}

function layerName(layer: LayerFacts): string {
  const packages = layer.packageCount === undefined ? "" : `, ${plural(layer.packageCount, "package")}`;
  // Bytecode is why a layer is larger than the packages were in the code.
  return `Layer${packages}${layer.bytecode ? " + bytecode" : ""}`;
}

/** What there was before: a layer that nobody attached is `none`, one of unknown size is unknown. */
function zippedOf(size: Size | undefined): Figure {
  return size === undefined ? "none" : size.zipped;
}

function othersRow(facts: Facts): Cells | undefined {
  const { otherLayers, otherLayersBefore: layersBefore = otherLayers } = facts;
  if (otherLayers.length === 0 && layersBefore.length === 0) {
    return undefined;
  }
  const { before, now, change } = rowCells({ before: sumOf(layersBefore), now: sumOf(otherLayers) });
  return [othersName(facts), before, now === "" ? "" : `**${now}**`, change, ""];
}

function othersName({ layer, layerLeftAlone, otherLayers, otherLayersBefore = otherLayers }: Facts): string {
  const ours = (layer !== undefined && layer.source !== "none") || layerLeftAlone !== undefined;
  const [before, now] = [otherLayersBefore.length, otherLayers.length];
  const kind = ours ? "other layer" : "layer";
  return before === now ? plural(now, kind) : `${ours ? "Other layers" : "Layers"}, ${before} → ${now}`;
}

/** Zipped, together; of no layers there is no size. */
function sumOf(layers: readonly OtherLayerFacts[]): Figure {
  const known = layers.map(({ zipped }) => zipped).filter((zipped) => zipped !== undefined);
  if (known.length < layers.length) {
    return undefined;
  }
  return layers.length === 0 ? "none" : known.reduce((sum, zipped) => sum + zipped, 0);
}

function totalRow(facts: Facts): Cells | undefined {
  const { limits } = facts;
  if (limits?.used === undefined) {
    return undefined;
  }
  const used = usedBefore(facts);
  const { before, now, change } = rowCells({ before: orNew(facts, used?.bytes), now: limits.used });
  return [
    "**Unzipped, all together**",
    before === UNKNOWN || before === "" || used === undefined ? before : `${least(used)}${before}`,
    `**${least(limits)}${now}**`,
    used?.comparable === false ? UNKNOWN : change,
    usedShare(limits),
  ];
}

function least({ atLeast }: { readonly atLeast: boolean }): string {
  return atLeast ? "≥ " : "";
}

function usedShare(limits: Limits): string {
  return limits.used === undefined ? "" : `${bar(limits.used / limits.unzipped, BLOCKS)} ${headroom(limits)}`;
}

/** A zip over the direct upload's limit goes through S3: said, not drawn as a failure. */
function uploadShare(zipped: Figure, limits: Limits | undefined): string {
  if (typeof zipped !== "number" || limits === undefined) {
    return "";
  }
  const share = zipped / limits.zipped;
  return share > 1
    ? `over ${formatLimit(limits.zipped)}: through S3`
    : `${bar(share, BLOCKS)} ${percent(share)} of ${formatLimit(limits.zipped)}`;
}

/** The same without "before", for a run that changed nothing. */
export function renderSizes(facts: Facts): string {
  const { code, layer, limits } = facts;
  const zipped = sharedUnit([code?.after?.zipped, layer?.after?.zipped]);
  const unzipped = sharedUnit([code?.after?.unzipped, layer?.after?.unzipped]);
  const row = (name: string, size: Size | undefined): Cells => [
    name,
    byteCell(size?.zipped, zipped),
    byteCell(size?.unzipped, unzipped),
    countCell(size?.files),
    uploadShare(size?.zipped, limits),
  ];
  const rows = [
    code && row("Code package", code.after),
    layer && layer.source !== "none" && row(layerName(layer), layer.after),
    facts.layerLeftAlone && row("Layer, left alone", facts.layerLeftAlone),
    facts.otherLayers.length > 0 && othersSizes(facts),
    limits?.used !== undefined && [
      "**Unzipped, all together**",
      "",
      `**${least(limits)}${byteCell(limits.used)}**`,
      "",
      usedShare(limits),
    ],
  ].filter((cells): cells is Cells => Array.isArray(cells));
  return table([...SIZE_COLUMNS, ["of the limit", "left"]], rows);
}

function othersSizes(facts: Facts): Cells {
  return [othersName(facts), byteCell(sumOf(facts.otherLayers)), UNKNOWN, UNKNOWN, ""];
}

const SIZE_COLUMNS: readonly Column[] = [
  ["", "left"],
  ["zipped", "right"],
  ["unzipped", "right"],
  ["files", "right"],
];

/** Every size that is known, for whoever wants to recompute them. */
export function renderAllSizes(facts: Facts): string | undefined {
  const { code, layer } = facts;
  const parts: readonly (readonly [string, Size | undefined])[] = [
    ["Code package before", code?.before],
    [`Code package ${wordForAfter(facts)}`, code?.after],
    ["Layer before", layer?.before],
    [`Layer ${wordForAfter(facts)}`, layer?.after],
  ];
  return sizesTable(parts);
}

/** Zipped, unzipped and number of files of what is known; undefined when nothing is. */
export function sizesTable(parts: readonly (readonly [name: string, size: Size | undefined])[]): string | undefined {
  const known = parts.filter((part): part is [string, Size] => part[1] !== undefined);
  if (known.length === 0) {
    return undefined;
  }
  const zipped = sharedUnit(known.map(([, size]) => size.zipped));
  const unzipped = sharedUnit(known.map(([, size]) => size.unzipped));
  const rows = known.map(([name, size]) => [
    name,
    byteCell(size.zipped, zipped),
    byteCell(size.unzipped, unzipped),
    countCell(size.files),
  ]);
  return table(SIZE_COLUMNS, rows);
}
