import { escapeCode, escapeText } from "./escape.js";
import type { Facts, LayerUserFacts } from "./facts.js";
import { longTable } from "./long-table.js";
import { fold, plural } from "./markdown.js";

const OPEN = 10;

/** The other functions on our layer, those that need a look first, and open when one could not be moved; undefined when nobody asked for them, or there are none. */
export function renderLayerUsers({ layer, layerUsers = [] }: Pick<Facts, "layer" | "layerUsers">): string | undefined {
  if (layerUsers.length === 0) {
    return undefined;
  }
  const behind = layerUsers.filter((user) => user.behind);
  const moved = layerUsers.filter(({ outcome }) => outcome === "moved");
  const sorted = layerUsers.toSorted((one, other) => rank(one) - rank(other));
  const title = [
    plural(layerUsers.length, "other function"),
    ...(moved.length > 0 ? [`${moved.length} moved`] : []),
    ...(behind.length > 0 ? [`${behind.length} behind`] : []),
  ];
  const rows = longTable(
    [
      { heading: "function", side: "left", cell: ({ name }) => escapeCode(name) },
      { heading: "layer version", side: "right", cell: (user) => versions(user) },
      { heading: "", side: "left", cell: (user) => stateOf(user, layer?.version) },
    ],
    sorted,
    OPEN,
    "function",
  );
  const failed = layerUsers.some(({ outcome }) => outcome === "failed");
  return failed
    ? `**On this layer**: ${title.join(", ")}\n\n${rows}`
    : fold(`<b>On this layer</b>: ${title.join(", ")}`, rows);
}

function rank({ behind, outcome }: LayerUserFacts): number {
  if (outcome === "failed") {
    return 0;
  }
  return behind ? 1 : 2;
}

function versions({ before, version }: LayerUserFacts): string {
  return before === undefined ? `${version}` : `${before} → **${version}**`;
}

function stateOf({ behind, outcome, reason, version }: LayerUserFacts, ours: number | undefined): string {
  const why = reason === undefined ? "" : `: ${escapeText(reason)}`;
  switch (outcome) {
    case "moved":
      return "✅ moved";
    case "failed":
      return `❌ not moved${why}`;
    case "skipped":
      return `⚠️ left alone${why}`;
    case undefined:
      if (behind) {
        return `behind${why}`;
      }
      return ours !== undefined && version > ours ? "newer" : "the same";
    default:
      return outcome satisfies never;
  }
}
