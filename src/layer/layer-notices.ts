import type { LayerFacts, Notice } from "../report/facts.js";
import { sdkNotices } from "./aws-sdk.js";
import type { BuildRequest } from "./build.js";

export interface Asked extends Pick<BuildRequest, "bytecode"> {
  readonly excludePackages: readonly string[];
}

/**
 * What should be known of our layer. A build says some of it itself; of a layer from AWS or the cache it is said here, as far
 * as its facts tell: one that is attached already was not looked into, so nobody knows its packages. Pure.
 */
export function layerNotices(layer: LayerFacts, { bytecode, excludePackages }: Asked): readonly Notice[] {
  const notices: Notice[] = [];
  if (layer.pinned === false) {
    const text =
      "Not every package of the layer is pinned with `==`. The layer stays as it is until the requirements change; the next build may bring newer versions.";
    notices.push({ level: "note", text });
  }
  if (layer.source === "built") {
    return notices;
  }
  const names = layer.packages.map(({ name }) => name);
  notices.push(...sdkNotices(names, excludePackages));
  if (layer.bytecode === false && bytecode === "auto") {
    const text = `The layer has no bytecode, so cold starts compile it. To add it, put \`actions/setup-python\` with the Python of the runtime before this step, and run once with \`force-layer: true\`.`;
    notices.push({ level: "note", text });
  }
  return notices;
}
