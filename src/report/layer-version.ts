import { escapeCode } from "./escape.js";
import type { LayerFacts } from "./facts.js";

/** `orders-api-dependencies:7` in code font; without the number while it is not published. */
export function layerVersion(layer: Pick<LayerFacts, "name" | "version">): string {
  return escapeCode(layer.version === undefined ? layer.name : `${layer.name}:${layer.version}`);
}
