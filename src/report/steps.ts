import { escapeCode, escapeText } from "./escape.js";
import type { Action, AliasFacts, Facts, LayerFacts, PlannedChange, RollbackFacts } from "./facts.js";
import { renderLeftOut } from "./files.js";
import { layerVersion } from "./headline.js";
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
  const kept = layer !== undefined && !publishes ? [item(keptTitle(layer), layer.reason)] : [];
  const list = [...kept, ...steps].map((step, index) => `${index + 1}. ${step}`).join("\n");
  return [list, gap(facts), facts.code && renderLeftOut(facts.code)].filter((part) => part !== undefined).join("\n\n");
}

function item(title: string, reason: string): string {
  return reason.trim() === "" ? `**${title}.**` : `**${title}.** ${escapeText(reason)}`;
}

function keptTitle(layer: LayerFacts): string {
  return layer.source === "none" ? "No layer needed" : `Layer ${layerVersion(layer)} reused`;
}

function done(action: Action, { layer, alias, function: { version } }: Facts): string {
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

function toDo(action: Action, layer: LayerFacts | undefined): string {
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

const OPERATIONS: Readonly<Record<Action, string>> = {
  "publish-layer": "PublishLayerVersion",
  "create-function": "CreateFunction",
  "update-code-signing": "PutFunctionCodeSigningConfig",
  "update-tags": "TagResource",
  "update-configuration": "UpdateFunctionConfiguration",
  "update-code": "UpdateFunctionCode",
  "publish-version": "PublishVersion",
  // Read first, to see where it points.
  "move-alias": "GetAlias",
  "update-layer-users": "ListFunctions",
  "delete-versions": "ListAliases",
  "delete-layer-versions": "ListFunctions",
};

/** After a failure: which steps were done, where it stopped, and in what state that leaves `$LATEST`. */
export function renderProgress(facts: Facts): string {
  const list = facts.plan.map((change, index) => progressOf(facts, change, index));
  return [describeState(facts), ...(list.length > 0 ? [list.join("<br>\n")] : [])].join("\n\n");
}

function progressOf(facts: Facts, change: PlannedChange, index: number): string {
  if (index < facts.completed) {
    return `✅ ${done(change.action, facts)}`;
  }
  return wasTried(facts, change, index)
    ? `❌ ${toDo(change.action, facts.layer)}`
    : `⬜ ${toDo(change.action, facts.layer)}, not begun`;
}

/** The first step that was not completed was begun when its operation was called. */
function wasTried(facts: Facts, { action }: PlannedChange, index: number): boolean {
  return index === facts.completed && (facts.calls[OPERATIONS[action]] ?? 0) > 0;
}

const READS = /^(s3\.)?(Get|Head|List)/;

function describeState(facts: Facts): string {
  return facts.rollback === undefined
    ? (describeUpkeep(facts) ?? describeCreation(facts) ?? describeHalfDone(facts))
    : describeRollback(facts.rollback, facts.alias);
}

/** What became of $LATEST, and what callers of the alias get. */
function describeRollback(rollback: RollbackFacts, alias: AliasFacts | undefined): string {
  const live =
    alias?.before === undefined
      ? ""
      : ` The alias ${escapeCode(alias.name)} still names version ${escapeText(alias.before)}.`;
  switch (rollback.outcome) {
    case "restored":
      return `**Put back on \`$LATEST\`: ${escapeText(rollback.parts.join(" and "))}.**${live}`;
    case "left":
      return `**\`$LATEST\` has the new code and the new configuration.** They belong together, and the old code was not laid aside.${live}`;
    case "failed":
      return `**\`$LATEST\` could not be put back: ${escapeText(rollback.why)}**${live} Run it again, or deploy the commit before.`;
    default:
      return rollback satisfies never;
  }
}

/** Of a function that this run was to create. */
function describeCreation(facts: Facts): string | undefined {
  const index = facts.plan.findIndex(({ action }) => action === "create-function");
  const change = facts.plan[index];
  if (change === undefined || (index >= facts.completed && !wasTried(facts, change, index))) {
    return undefined;
  }
  const created = index < facts.completed ? "The function was created." : "AWS did not confirm the new function.";
  return `**${created}** Run it again when that is solved: it goes on from here.`;
}

function describeHalfDone(facts: Facts): string {
  const did = new Set(facts.plan.slice(0, facts.completed).map(({ action }) => action));
  const current = facts.plan[facts.completed];
  const tried = current !== undefined && wasTried(facts, current, facts.completed) ? current.action : undefined;
  const again = "Run it again when that is solved: it goes on from here.";
  if (tried === "update-configuration" || tried === "update-code") {
    const what = tried === "update-code" ? "code" : "configuration";
    return `**AWS did not confirm the new ${what}.** ${latest(did)} ${again}`;
  }
  if (did.has("update-configuration") || did.has("update-code")) {
    return `**${latest(did)}** ${tried === "publish-version" || !did.has("publish-version") ? "No version was published of it." : ""} ${again}`;
  }
  return describeUntouched(facts, did);
}

/** Code and configuration are as they were. */
function describeUntouched({ calls }: Facts, did: ReadonlySet<Action>): string {
  const side = did.has("update-tags") || did.has("update-code-signing");
  const untouched = `**${side ? "Code and configuration were" : "The function was"} not touched.**`;
  if (did.has("publish-layer")) {
    return `${untouched} The layer is published: the next run finds it and builds nothing.`;
  }
  const wrote = Object.keys(calls).some((operation) => !READS.test(operation));
  return wrote ? untouched : "**Nothing was changed in AWS.**";
}

/** Of a run that stopped after the function itself was done. */
function describeUpkeep({ plan, completed }: Facts): string | undefined {
  const action = plan[completed]?.action;
  if (action !== "update-layer-users" && action !== "delete-versions" && action !== "delete-layer-versions") {
    return undefined;
  }
  const done = completed === 0 ? "The function itself is as it should be." : "The function itself is deployed.";
  return `**${done}** Run it again when that is solved: it does the rest.`;
}

function latest(did: ReadonlySet<Action>): string {
  const configuration = did.has("update-configuration");
  const code = did.has("update-code");
  if (configuration && code) {
    return "`$LATEST` has the new code and the new configuration.";
  }
  if (configuration) {
    return "`$LATEST` has the new configuration with the old code.";
  }
  return code
    ? "`$LATEST` has the new code with the old configuration."
    : "`$LATEST` had the old code and configuration until then.";
}
