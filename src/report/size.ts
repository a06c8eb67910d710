import { formatBytes, formatCount, type Unit, unitOf } from "./bytes.js";
import type { Facts, Limits, OtherLayerFacts, Size } from "./facts.js";
import { NO_BREAK_SPACE, unbroken } from "./markdown.js";
import { without } from "./other-layers.js";

/** What a figure's cell shows when nobody knows it. */
export const UNKNOWN = "–";
/** What a change's cell shows when nothing changed. */
const SAME = "=";

/** One line of the comparison; `undefined` is unknown, `"none"` is known not to exist. Bytes, or a count of files. */
export interface Row {
  readonly before: Figure;
  readonly now: Figure;
}

export type Figure = number | undefined | "none";

/** The cells of a row: `before` and `now` in one unit where that shows both, and the signed difference. */
export function rowCells(row: Row): { readonly before: string; readonly now: string; readonly change: string } {
  const unit = sharedUnit([row.before, row.now]);
  return { before: byteCell(row.before, unit), now: byteCell(row.now, unit), change: changeCell(row, unit) };
}

/** The unit for figures that stand side by side, or undefined when the small ones would vanish in it. */
export function sharedUnit(figures: readonly Figure[]): Unit | undefined {
  const known = figures.filter((figure) => typeof figure === "number" && figure > 0) as number[];
  const unit = unitOf(Math.max(0, ...known));
  return known.every((bytes) => isVisible(bytes, unit)) ? unit : undefined;
}

/** One decimal still shows it: 0.1 MB does, 60.1 KB in MB would lose its digits. */
function isVisible(bytes: number, unit: Unit): boolean {
  return unit === "bytes" || Math.abs(bytes) >= 0.5 * oneOf(unit);
}

function oneOf(unit: Unit): number {
  return { bytes: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }[unit];
}

/** A cell with bytes: `60.1 KB`, `–` when unknown, empty when there is no such thing; never `0.0 MB` for something. */
export function byteCell(figure: Figure, unit?: Unit): string {
  if (typeof figure !== "number") {
    return figure === "none" ? "" : UNKNOWN;
  }
  return unit !== undefined && figure > 0 && figure < 0.05 * oneOf(unit)
    ? `&lt;0.1 ${unit}`
    : formatBytes(figure, unit);
}

/** A cell with a count: `1,204`, `–` when unknown, empty when there is no such thing. */
export function countCell(figure: Figure): string {
  if (typeof figure !== "number") {
    return figure === "none" ? "" : UNKNOWN;
  }
  return formatCount(figure);
}

/** The signed difference, in `unit` where that shows it; `new`, `removed`, `=`, and `–` when a side is unknown. */
export function changeCell(row: Row, unit?: Unit): string {
  if (row.before === "none" || row.now === "none") {
    return row.before === row.now ? "" : row.before === "none" ? "new" : "removed";
  }
  if (row.before === undefined || row.now === undefined) {
    return UNKNOWN;
  }
  return signedCell(row.now - row.before, unit);
}

/** A signed change: `+1.1 MB` in the unit of its column, and in its own where that would not show it; `=`, and `–` when unknown. */
export function signedCell(difference: number | undefined, unit?: Unit): string {
  if (difference === undefined || difference === 0) {
    return difference === 0 ? SAME : UNKNOWN;
  }
  // 12 bytes more are not +0.0 KB.
  const shown = unit !== undefined && Math.abs(difference) >= 0.05 * oneOf(unit) ? unit : unitOf(difference);
  return signed(difference, formatBytes(Math.abs(difference), shown));
}

function signed(difference: number, amount: string): string {
  return `${difference < 0 ? "−" : "+"}${amount}`;
}

type Zips = Pick<Facts, "code" | "layer" | "layerLeftAlone" | "limits">;

/** `(code + our layer) / code` in zip bytes, one decimal; `1.0` without a layer, undefined while a size is unknown. */
export function sizeRatio(facts: Zips): string | undefined {
  const code = facts.code?.after?.zipped;
  const together = togetherZipped(facts);
  return code === undefined || code === 0 || together === undefined ? undefined : (together / code).toFixed(1);
}

/** Zip bytes of code and our layer in one package; undefined while one of them is unknown. */
export function togetherZipped(facts: Zips): number | undefined {
  const code = facts.code?.after?.zipped;
  const layer = ourZipped(facts);
  return code === undefined || layer === undefined ? undefined : code + layer;
}

/** Zip bytes of our layer; 0 when there is none, undefined while that is not known. */
function ourZipped({ layer, layerLeftAlone, limits }: Zips): number | undefined {
  if (layer !== undefined) {
    return layer.source === "none" ? 0 : layer.after?.zipped;
  }
  if (layerLeftAlone !== undefined) {
    return layerLeftAlone.zipped;
  }
  // Limits are known once the layers are: then there is none of ours.
  return limits === undefined ? undefined : 0;
}

const MOST_TIMES = 1_000;

/** `325x less`, `2.4x less`; undefined when it is not worth a word. Next to a handler of three lines everything is large: not counted further. */
export function timesLess(full: number | undefined, part: number | undefined): string | undefined {
  if (full === undefined || part === undefined || part <= 0 || full / part < 1.1) {
    return undefined;
  }
  const times = full / part;
  if (Math.round(times) > MOST_TIMES) {
    return `over ${formatCount(MOST_TIMES)}x less`;
  }
  return `${times >= 9.95 ? formatCount(Math.round(times)) : times.toFixed(1)}x less`;
}

/** Unzipped bytes of everything before this run. */
export interface UsedBefore {
  readonly bytes: number;
  /** A layer of others counts by its zipped size. */
  readonly atLeast: boolean;
  /** The difference to what is used now is exact: what came and went was looked into. */
  readonly comparable: boolean;
}

/** What is used now, less what code and layers gained; undefined while that is unknown. */
export function usedBefore(
  facts: Pick<Facts, "code" | "layer" | "limits" | "otherLayers" | "otherLayersBefore" | "layerLeftAlone">,
): UsedBefore | undefined {
  const { limits, otherLayers: now, otherLayersBefore: then = now } = facts;
  const code = gain(facts.code?.before ?? {}, facts.code?.after ?? {});
  const layer = facts.layer === undefined ? 0 : gain(facts.layer.before ?? "none", facts.layer.after ?? "none");
  if (limits?.used === undefined || code === undefined || layer === undefined) {
    return undefined;
  }
  const [gone, came] = [without(then, now), without(now, then)];
  const kept = now.filter((one) => !came.includes(one));
  return {
    bytes: limits.used - code - layer - counted(came) + counted(gone),
    atLeast: gone.length + came.length === 0 ? limits.atLeast : hasUnknown([...kept, ...gone, ...ours(facts)]),
    comparable: !hasUnknown([...gone, ...came]),
  };
}

function ours({ layerLeftAlone }: Pick<Facts, "layerLeftAlone">): readonly OtherLayerFacts[] {
  return layerLeftAlone === undefined ? [] : [layerLeftAlone];
}

function hasUnknown(layers: readonly OtherLayerFacts[]): boolean {
  return layers.some(({ unzipped }) => unzipped === undefined);
}

/** As the limits count them. */
function counted(layers: readonly OtherLayerFacts[]): number {
  return layers.reduce((sum, { zipped = 0, unzipped = zipped }) => sum + unzipped, 0);
}

function gain(before: Size | "none", after: Size | "none"): number | undefined {
  const from = before === "none" ? 0 : before.unzipped;
  const to = after === "none" ? 0 : after.unzipped;
  return from === undefined || to === undefined ? undefined : to - from;
}

/** A bar for a share between 0 and 1 as a code span, whose grey ground is its empty part. Something is never drawn as nothing. */
export function bar(share: number, blocks: number): string {
  // Every monospaced font has the whole and the half block; finer ones come from another font and stand crooked.
  const halves = share <= 0 ? 0 : Math.min(blocks * 2, Math.max(1, Math.round(share * blocks * 2)));
  const filled = "█".repeat(Math.floor(halves / 2)) + "▌".repeat(halves % 2);
  return `\`${filled.padEnd(blocks, NO_BREAK_SPACE)}\``;
}

/** `17%`; under one percent `<1%` (as Markdown), and only what is over a limit is said to be more than all of it. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) {
    return "&lt;1%";
  }
  const rounded = Math.round(share * 100);
  return `${share < 1 ? Math.min(99, rounded) : share > 1 ? Math.max(101, rounded) : 100}%`;
}

/** `17% of 250 MB, 207.9 MB left`, with `≥` and `≤` when a layer of others counts by its zipped size. */
export function headroom(limits: Limits): string | undefined {
  if (limits.used === undefined) {
    return undefined;
  }
  const left = limits.headroom ?? limits.unzipped - limits.used;
  const part = limits.used / limits.unzipped;
  // `≥ <1%` would say nothing.
  const used = limits.atLeast ? `≥ ${part < 0.005 ? formatBytes(limits.used) : percent(part)}` : percent(part);
  const share = `${used} of ${formatLimit(limits.unzipped)}`;
  return left < 0
    ? `${share}, ${unbroken(`${formatBytes(-left)} too much`)}`
    : `${share}, ${unbroken(`${limits.atLeast ? "≤ " : ""}${formatBytes(left)} left`)}`;
}

/** A limit is a round number: `250 MB`. */
export function formatLimit(bytes: number): string {
  return formatBytes(bytes).replace(/\.0(?= )/, "");
}
