import { formatBytes } from "./bytes.js";
import { escapeCode, escapeName } from "./escape.js";
import type { Facts, ForeignLayer, LayerFacts, PublishedLayerVersion } from "./facts.js";
import { layerVersion } from "./headline.js";
import { fold, plural, table } from "./markdown.js";

const LONGEST_ARN = 300;

/** Our layer as AWS has it, our newest versions of it, and the layers of others on this function. */
export function renderLayerInfo({ layer, foreignLayers }: Pick<Facts, "layer" | "foreignLayers">): string | undefined {
  const parts = [
    layer && properties(layer),
    layer && newestVersions(layer.newest),
    foreignLayers.length > 0 && others(foreignLayers),
  ].filter((part) => typeof part === "string");
  if (parts.length === 0) {
    return undefined;
  }
  const title =
    layer?.versionArn === undefined ? "<b>Layers of the function</b>" : `<b>Layer</b> ${layerVersion(layer)}`;
  return fold(title, parts.join("\n\n"));
}

function properties(layer: LayerFacts): string | undefined {
  const rows = [
    ["ARN", layer.versionArn && escapeCode(layer.versionArn, LONGEST_ARN)],
    ["Replaces", replaced(layer)],
    ["Made", layer.created && formatTime(layer.created)],
    ["For", [...(layer.runtimes ?? []), ...(layer.architectures ?? [])].map(escapeName).join(", ")],
    ["From", layer.dependencyFiles.map((path) => escapeCode(path)).join(", ")],
    ["Fingerprint", layer.fingerprint && escapeCode(layer.fingerprint)],
    ["Pinned", layer.pinned === undefined ? undefined : pinned(layer.pinned)],
    ["Bytecode", layer.bytecode === undefined ? undefined : bytecode(layer.bytecode)],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
  if (rows.length === 0) {
    return undefined;
  }
  return table(
    [
      ["", "left"],
      ["", "left"],
    ],
    rows,
  );
}

function replaced({ before, versionArn }: LayerFacts): string | undefined {
  return before === undefined || before.versionArn === versionArn
    ? undefined
    : escapeCode(before.versionArn, LONGEST_ARN);
}

function pinned(all: boolean): string {
  return all
    ? "yes, the same files always give the same packages"
    : "no: built another time, the same files may bring newer packages. Pin all with `==` to rule that out";
}

function bytecode(shipped: boolean): string {
  return shipped ? "yes, Python starts without compiling" : "no: Python compiles the packages at every cold start";
}

function newestVersions(versions: readonly PublishedLayerVersion[]): string | undefined {
  if (versions.length === 0) {
    return undefined;
  }
  return table(
    [
      ["our newest versions", "right"],
      ["made", "left"],
      ["", "left"],
    ],
    versions.map((one) => [
      one.attached ? `**${one.version}**` : `${one.version}`,
      formatTime(one.created),
      [one.attached && "✅ attached", one.wanted && "holds these dependencies"].filter(Boolean).join(", "),
    ]),
  );
}

function others(layers: readonly ForeignLayer[]): string {
  const lines = layers.map(
    ({ arn, zipped }) =>
      `- ${escapeCode(arn, LONGEST_ARN)}${zipped === undefined ? "" : `, ${formatBytes(zipped)} zipped`}`,
  );
  return `${plural(layers.length, "layer")} of others, kept in place:\n\n${lines.join("\n")}`;
}

/** `2026-08-14 09:12 UTC`; AWS writes `2026-08-14T09:12:03.123+0000`. */
function formatTime(iso: string): string {
  const time = new Date(iso.replace(/\+0000$/, "Z"));
  return Number.isNaN(time.getTime()) ? escapeName(iso) : `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
