import type { Action, Facts } from "./facts.js";

/** What a run was about: decides the first lines of the summary and which parts stand open. */
export type Story =
  | "failed"
  | "planned"
  | "reported"
  | "rolled-back"
  | "unchanged"
  | "created"
  | "migrated"
  | "first-layer"
  | "detached"
  | "moved"
  | "dependencies"
  | "code"
  | "layer-users"
  | "configuration";

/** Which story the facts tell. */
export function storyOf(facts: Facts): Story {
  return facts.outcome === "deployed" ? deployStory(facts) : facts.outcome;
}

function deployStory(facts: Facts): Story {
  const { layer } = facts;
  if (does(facts, "create-function")) {
    return "created";
  }
  if (isMigration(facts)) {
    return "migrated";
  }
  if (isFirstLayer(facts)) {
    return "first-layer";
  }
  if (isDetached(facts)) {
    return "detached";
  }
  if (facts.function.runtimeBefore !== undefined || facts.function.architectureBefore !== undefined) {
    return "moved";
  }
  if (layer?.before !== undefined && layer.versionArn !== undefined && layer.before.versionArn !== layer.versionArn) {
    return "dependencies";
  }
  if (does(facts, "update-code")) {
    return "code";
  }
  return facts.plan.every(({ action }) => action === "update-layer-users") ? "layer-users" : "configuration";
}

function isFirstLayer({ layer }: Facts): boolean {
  return layer !== undefined && layer.source !== "none" && layer.before === undefined;
}

/** The code package had its dependencies inside, and they move to a layer. */
export function isMigration(facts: Facts): boolean {
  const before = facts.code?.before?.zipped;
  const after = facts.code?.after?.zipped;
  return isFirstLayer(facts) && before !== undefined && after !== undefined && before > 2 * after;
}

/** Our layer was attached, and nothing asks for one any more. */
export function isDetached({ layer }: Pick<Facts, "layer">): boolean {
  return layer?.before !== undefined && layer.source === "none" && layer.after === undefined;
}

/** What sizes and versions that the run is about are called: not "now" before they are there. */
export function wordForAfter({ outcome, error }: Facts): "now" | "then" | "wanted" {
  return outcome === "planned" ? "then" : error === undefined ? "now" : "wanted";
}

/** Whether the plan holds this change. */
export function does(facts: Facts, action: Action): boolean {
  return facts.plan.some((change) => change.action === action);
}
