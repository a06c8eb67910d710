import { escapeCode, escapeText } from "./escape.js";
import type { Action, AliasFacts, Facts, LayerFacts } from "./facts.js";
import { renderLeftOut } from "./files.js";
import { layerVersion } from "./layer-version.js";
import { formatSeconds } from "./markdown.js";
import { does } from "./story.js";

/** What was done or would be done, in order, each with its reason. */
export function renderSteps(facts: Facts): string {
  const { layer } = facts;
  const planned = facts.outcome === "planned";
  const publishes = does(facts, "publish-layer");
  const steps = facts.plan.map((change) => {
    const title = planned ? toDo(change.action, layer) : done(change.action, facts);
    // Why the layer was built is why it is published.
    return item(title, change.action === "publish-layer" ? (layer?.reason ?? change.reason) : change.reason);
  });
  const list = steps.map((step, index) => `${index + 1}. ${step}`).join("\n");
  // Nothing is done about a layer that is kept: it is no step.
  const kept = layer !== undefined && !publishes ? item(keptTitle(layer), layer.reason) : undefined;
  const parts = [list, kept, gap(facts), facts.code && renderLeftOut(facts.code)];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function item(title: string, reason: string): string {
  return reason.trim() === "" ? `**${title}.**` : `**${title}.** ${escapeText(reason)}`;
}

function keptTitle(layer: LayerFacts): string {
  return layer.source === "none" ? "No layer needed" : `Layer ${layerVersion(layer)} reused`;
}

/** A step that was done, as a title. */
export function done(action: Action, { layer, alias, function: { version } }: Facts): string {
  switch (action) {
    case "publish-layer":
      return layer === undefined
        ? "Layer published"
        : `Layer ${layerVersion(layer)} ${layer.source === "restored" ? "restored from the cache and published" : "built and published"}`;
    case "create-function":
      return "Function created";
    case "update-code-signing":
      return "Code signing set";
    case "update-tags":
      return "Tags set";
    case "update-layer-users":
      return "Functions on the layer moved";
    case "delete-versions":
      return "Old versions pruned";
    case "delete-layer-versions":
      return "Old layer versions pruned";
    case "update-configuration":
      return "Configuration updated";
    case "update-code":
      return "Code sent";
    case "publish-version":
      return version === undefined ? "Version published" : `Version ${escapeText(version)} published`;
    case "move-alias":
      return `Alias ${aliasName(alias)} ${alias?.before === undefined ? "created" : "moved"}`;
    default:
      return action satisfies never;
  }
}

function aliasName(alias: AliasFacts | undefined): string {
  return alias === undefined ? "" : escapeCode(alias.name);
}

/** A step that is to be done, as a title. */
export function toDo(action: Action, layer: LayerFacts | undefined): string {
  switch (action) {
    case "publish-layer":
      return `${layer?.source === "restored" ? "Publish" : "Build and publish"} the layer`;
    case "create-function":
      return "Create the function";
    case "update-code-signing":
      return "Set the code signing";
    case "update-tags":
      return "Set the tags";
    case "update-layer-users":
      return "Move the functions on the layer";
    case "delete-versions":
      return "Prune old versions";
    case "delete-layer-versions":
      return "Prune old layer versions";
    case "update-configuration":
      return "Update the configuration";
    case "update-code":
      return "Send the code";
    case "publish-version":
      return "Publish a version";
    case "move-alias":
      return "Move the alias";
    default:
      return action satisfies never;
  }
}

/** Layers and code are two calls to AWS: how long callers could meet one without the other. */
function gap(facts: Facts): string | undefined {
  if (facts.gapMs === undefined) {
    return undefined;
  }
  const configuration = facts.plan.findIndex(({ action }) => action === "update-configuration");
  const code = facts.plan.findIndex(({ action }) => action === "update-code");
  const mix = configuration < code ? "the new layers with the old code" : "the new code with the old layers";
  return `In between, \`$LATEST\` had ${mix} for ${formatSeconds(facts.gapMs)}.`;
}
