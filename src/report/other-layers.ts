import { formatBytes } from "./bytes.js";
import { escapeCode } from "./escape.js";
import type { Facts, OtherLayerFacts } from "./facts.js";
import { type Column, plural, table } from "./markdown.js";
import { wordForAfter } from "./story.js";

const LONGEST_ARN = 300;

type Layers = Pick<Facts, "otherLayers" | "otherLayersBefore">;

const SIGNS = { kept: "kept", added: "🆕 added", removed: "🗑️ removed" } as const;

/** `1 added, 2 removed`, `in another order`; undefined when the layers beside ours stay. */
export function otherLayersChange({ otherLayers: now, otherLayersBefore: then = now }: Layers): string | undefined {
  const added = without(now, then).length;
  const removed = without(then, now).length;
  if (added + removed === 0) {
    return now.every(({ arn }, index) => arn === then[index]?.arn) ? undefined : "in another order";
  }
  return [added > 0 && `${added} added`, removed > 0 && `${removed} removed`]
    .filter((part) => part !== false)
    .join(", ");
}

/** The layers beside ours, each kept, added or removed; undefined when there are and were none. */
export function renderOtherLayers(facts: Facts): string | undefined {
  const { otherLayers: now, otherLayersBefore: then = now } = facts;
  if (now.length + then.length === 0) {
    return undefined;
  }
  if (otherLayersChange(facts) === undefined) {
    const lines = now.map((layer) => `- ${[arnOf(layer), ...zippedOf(layer)].join(", ")}`);
    return `${plural(now.length, "layer")} that this run left alone:\n\n${lines.join("\n")}`;
  }
  const added = without(now, then);
  const row = (layer: OtherLayerFacts, kind: keyof typeof SIGNS) => [arnOf(layer), zippedOf(layer).join(), SIGNS[kind]];
  const columns: readonly Column[] = [
    ["other layers, in their order", "left"],
    ["size", "right"],
    [wordForAfter(facts), "left"],
  ];
  return table(columns, [
    ...now.map((layer) => row(layer, added.includes(layer) ? "added" : "kept")),
    ...without(then, now).map((layer) => row(layer, "removed")),
  ]);
}

/** Those that are not among the others. */
export function without(
  layers: readonly OtherLayerFacts[],
  others: readonly OtherLayerFacts[],
): readonly OtherLayerFacts[] {
  return layers.filter(({ arn }) => others.every((other) => other.arn !== arn));
}

function arnOf({ arn }: OtherLayerFacts): string {
  return escapeCode(arn, LONGEST_ARN);
}

function zippedOf({ zipped }: OtherLayerFacts): readonly string[] {
  return zipped === undefined ? [] : [`${formatBytes(zipped)} zipped`];
}
