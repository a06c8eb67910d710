import { renderSdkSaving } from "./aws-sdk.js";
import { formatBytes } from "./bytes.js";
import { escapeCode, escapeName } from "./escape.js";
import type { Facts, LayerFacts, PublishedLayerVersion } from "./facts.js";
import { renderNames } from "./files.js";
import { layerVersion } from "./layer-version.js";
import { leftOutWords } from "./left-out.js";
import { type Column, fold, plural, table } from "./markdown.js";
import { otherLayersChange, renderOtherLayers } from "./other-layers.js";
import { renderPackages } from "./packages.js";

const LONGEST_ARN = 300;

/** What is in our layer, how AWS has it, our newest versions of it, and the layers of others on this function. */
export function renderLayerInfo(facts: Facts): string | undefined {
  const { layer, layerLeftAlone } = facts;
  const parts = [
    layer && renderPackages(layer),
    layer && renderSdkSaving(layer),
    layer && properties(layer),
    layer && newestVersions(layer.newest),
    layerLeftAlone && `The layer of dependencies stays as it is: ${escapeCode(layerLeftAlone.arn, LONGEST_ARN)}`,
    // Those that changed stand open, unless the run failed.
    facts.error !== undefined || otherLayersChange(facts) === undefined ? renderOtherLayers(facts) : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) {
    return undefined;
  }
  return fold(titleOf(layer), parts.join("\n\n"));
}

function titleOf(layer: LayerFacts | undefined): string {
  if (layer === undefined || layer.source === "none") {
    return "<b>Layers</b>";
  }
  const size = [
    layer.packageCount !== undefined && plural(layer.packageCount, "package"),
    layer.after?.unzipped !== undefined && `${formatBytes(layer.after.unzipped)} unzipped`,
  ].filter((part) => part !== false);
  return `<b>Layer</b> ${layerVersion(layer)}${size.length === 0 ? "" : `: ${size.join(", ")}`}`;
}

function properties(layer: LayerFacts): string | undefined {
  const rows = [
    ["ARN", layer.versionArn && escapeCode(layer.versionArn, LONGEST_ARN)],
    [layer.source === "none" ? "Detached" : "Replaces", replaced(layer)],
    ["Made", layer.created && formatTime(layer.created)],
    ["For", [...(layer.runtimes ?? []), ...(layer.architectures ?? [])].map(escapeName).join(", ")],
    ["From", renderNames(layer.dependencyFiles)],
    ["Fingerprint", layer.fingerprint && escapeCode(layer.fingerprint)],
    ["Pinned", layer.pinned === undefined ? undefined : pinned(layer.pinned)],
    ["Left out", layer.leftOut && leftOutWords(layer.leftOut, escapeName)],
    ["Bytecode", layer.bytecode === undefined ? undefined : bytecode(layer.bytecode)],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
  // The first row is the head of the table: an empty head is a line without meaning.
  return rows.length === 0
    ? undefined
    : table(
        (rows[0] ?? []).map((cell): Column => [cell, "left"]),
        rows.slice(1),
      );
}

function replaced({ before, versionArn }: LayerFacts): string | undefined {
  return before?.versionArn === undefined || before.versionArn === versionArn
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

/** `2026-08-14 09:12 UTC`; AWS writes `2026-08-14T09:12:03.123+0000`. */
function formatTime(iso: string): string {
  const time = new Date(iso.replace(/\+0000$/, "Z"));
  return Number.isNaN(time.getTime()) ? escapeName(iso) : `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
