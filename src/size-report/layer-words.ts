import { formatBytes } from "../report/bytes.js";
import type { BaseLayer } from "./baseline.js";
import type { HeadLayer } from "./compare-sizes.js";

/** What is known of a layer, as a sentence for the log. Pure. */
export function layerInWords(layer: HeadLayer | BaseLayer): string {
  switch (layer.outcome) {
    case "untouched":
      return "The layers are left alone.";
    case "none":
      return "There is no layer.";
    case "known": {
      const { zipped = 0, unzipped = 0 } = layer.size;
      const from = layer.source === "built" ? "built here" : "known from an earlier run";
      return `The layer is ${formatBytes(zipped)} zipped, ${formatBytes(unzipped)} unzipped, ${from}.`;
    }
    case "versions":
      return "Of the layer only the versions of its packages are known.";
    case "unknown":
      return "The size of the layer is not known.";
    default:
      return layer satisfies never;
  }
}
