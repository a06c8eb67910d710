import type { LayerFacts, Notice } from "../report/facts.js";
import { firstOf } from "../report/markdown.js";
import { sdkNotices } from "./aws-sdk.js";
import type { BuildRequest } from "./build.js";

export interface Asked extends Pick<BuildRequest, "bytecode"> {
  readonly excludePackages: readonly string[];
  /** Names of packages that come in one version only. */
  readonly pinned: ReadonlySet<string>;
}

const FEW = 3;

/**
 * What should be known of our layer. A build says some of it itself; of a layer from AWS or the cache it is said here, as far
 * as its facts tell: one that is attached already was not looked into, so nobody knows its packages. Pure.
 */
export function layerNotices(layer: LayerFacts, { bytecode, excludePackages, pinned }: Asked): readonly Notice[] {
  const notices: Notice[] = [];
  const names = layer.packages.map(({ name }) => name);
  if (layer.pinned === false) {
    const loose = listed(names.filter((name) => !pinned.has(name)));
    const text = `Not every package of the layer is pinned with \`==\`${loose}. The layer stays as it is until the requirements change; the next build may bring newer versions.`;
    notices.push({ level: "note", text });
  }
  if (layer.source === "built") {
    return notices;
  }
  notices.push(...sdkNotices(names, excludePackages));
  if (layer.bytecode === false && bytecode === "auto") {
    const text = `The layer has no bytecode, so cold starts compile it. To add it, put \`actions/setup-python\` with the Python of the runtime before this step, and run once with \`force-layer: true\`.`;
    notices.push({ level: "note", text });
  }
  return notices;
}

/** `: anyio, certifi, h11 and 5 more are not`; the packages of a layer that was not looked into have no names. */
function listed(names: readonly string[]): string {
  return names.length === 0 ? "" : `: ${firstOf(names, FEW)} ${names.length === 1 ? "is" : "are"} not`;
}
