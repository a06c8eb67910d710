import type { Facts, ForeignLayer, Limits, Size } from "./facts.js";
import { type Column, fold, plural, table } from "./markdown.js";
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
  usedBefore,
} from "./size.js";
import { isDetached } from "./story.js";

const BLOCKS = 12;

/** The answer to "how big": code, layer and all together, before and now, against the limits. */
export function renderComparison(facts: Facts): string {
  const planned = facts.outcome === "planned";
  const rows = [codeRow(facts), layerRow(facts), othersRow(facts), totalRow(facts)].filter((row) => row !== undefined);
  const columns: Column[] = [
    ["", "left"],
    ["before", "right"],
    [planned ? "then" : "now", "right"],
    ["change", "right"],
    ["of the limit", "left"],
  ];
  return table(columns, rows);
}

type Cells = readonly string[];

function codeRow({ code, limits }: Facts): Cells | undefined {
  if (code === undefined) {
    return undefined;
  }
  const { before, now, change } = rowCells({ before: code.before?.zipped, now: code.after?.zipped });
  return ["Code package", before, `**${now}**`, change, uploadShare(code.after?.zipped, limits)];
}

function layerRow(facts: Facts): Cells | undefined {
  const { layer, limits } = facts;
  if (layer === undefined || (layer.source === "none" && layer.before === undefined)) {
    return undefined;
  }
  const row = { before: zippedOf(layer.before), now: isDetached(facts) ? ("none" as const) : layer.after?.zipped };
  const { before, now, change } = rowCells(row);
  const name = layer.packageCount === undefined ? "Layer" : `Layer, ${plural(layer.packageCount, "package")}`;
  return [name, before, now === "" ? "" : `**${now}**`, change, uploadShare(row.now, limits)];
}

/** What there was before: a layer that nobody attached is `none`, one of unknown size is unknown. */
function zippedOf(size: Size | undefined): Figure {
  return size === undefined ? "none" : size.zipped;
}

function othersRow({ foreignLayers }: Facts): Cells | undefined {
  if (foreignLayers.length === 0) {
    return undefined;
  }
  const zipped = sumOf(foreignLayers);
  const { before, now, change } = rowCells({ before: zipped, now: zipped });
  return [plural(foreignLayers.length, "other layer"), before, now, change, ""];
}

function sumOf(layers: readonly ForeignLayer[]): number | undefined {
  return layers.reduce<number | undefined>(
    (sum, { zipped }) => (sum === undefined || zipped === undefined ? undefined : sum + zipped),
    0,
  );
}

function totalRow(facts: Facts): Cells | undefined {
  const { limits } = facts;
  if (limits?.used === undefined) {
    return undefined;
  }
  const { before, now, change } = rowCells({ before: usedBefore(facts), now: limits.used });
  const least = limits.atLeast ? "≥ " : "";
  return [
    "**Unzipped, all together**",
    before === "–" ? before : least + before,
    `**${least}${now}**`,
    change,
    `\`${bar(limits.used / limits.unzipped, BLOCKS)}\` ${headroom(limits)}`,
  ];
}

/** A zip over the direct upload's limit goes through S3: said, not drawn as a failure. */
function uploadShare(zipped: Figure, limits: Limits | undefined): string {
  if (typeof zipped !== "number" || limits === undefined) {
    return "";
  }
  const share = zipped / limits.zipped;
  return share > 1
    ? `over ${formatLimit(limits.zipped)}: through S3`
    : `\`${bar(share, BLOCKS)}\` ${percent(share)} of ${formatLimit(limits.zipped)}`;
}

/** Every size that is known, for whoever wants to recompute them. */
export function renderAllSizes(facts: Facts): string | undefined {
  const { code, layer } = facts;
  const parts: readonly (readonly [string, Size | undefined])[] = [
    ["Code package before", code?.before],
    ["Code package now", code?.after],
    ["Layer before", layer?.before],
    ["Layer now", layer?.after],
  ];
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
  return fold(
    "<b>All sizes</b>: zipped, unzipped, files",
    table(
      [
        ["", "left"],
        ["zipped", "right"],
        ["unzipped", "right"],
        ["files", "right"],
      ],
      rows,
    ),
  );
}
