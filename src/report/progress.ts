import { escapeCode, escapeText } from "./escape.js";
import type { Action, AliasFacts, Facts, PlannedChange, PutBackFacts } from "./facts.js";
import { done, toDo } from "./steps.js";
import { does } from "./story.js";

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
  // What was put back stands above: without the heading the list reads as if it were still so.
  const heading = facts.putBack?.outcome === "restored" ? ["How far it came before that:"] : [];
  return [describeState(facts), ...(list.length > 0 ? [[...heading, ...list].join("<br>\n")] : [])].join("\n\n");
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
/** AWS understood the request and did not do it; after any other failure the reply to a request that was done may be lost. */
const REFUSED = /^(AccessDenied|CodeStorageExceeded|ExpiredToken|InvalidParameterValue|credentials)/;
const AGAIN = "Run it again when that is solved: it goes on from here.";

function describeState(facts: Facts): string {
  return facts.putBack === undefined
    ? (describeUpkeep(facts) ?? describeCreation(facts) ?? describeHalfDone(facts))
    : describePutBack(facts, facts.putBack);
}

/** What became of $LATEST, and what callers of the alias get. */
function describePutBack(facts: Facts, putBack: PutBackFacts): string {
  const live = stillLive(facts.alias);
  switch (putBack.outcome) {
    case "restored":
      return `**Put back on \`$LATEST\`: ${escapeText(putBack.parts.join(" and "))}.**${live}${unusedVersion(facts)}`;
    case "left":
      return `**${latest(facts)}** ${nextOfLeft(facts)}${live}`;
    case "failed":
      return `**\`$LATEST\` could not be put back: ${escapeText(putBack.why)}**${live} Run it again, or deploy the commit before.`;
    default:
      return putBack satisfies never;
  }
}

function unusedVersion(facts: Facts): string {
  return doneActions(facts).has("publish-version") ? " The version that was published stays, unused." : "";
}

function stillLive(alias: AliasFacts | undefined): string {
  return alias?.before === undefined
    ? ""
    : ` The alias ${escapeCode(alias.name)} still names version ${escapeText(alias.before)}.`;
}

/** The old code was not laid aside, so the new one stays. */
function nextOfLeft(facts: Facts): string {
  const why = "The old code was not laid aside, so nothing was put back.";
  const checkFailed = facts.error?.code === "check-failed";
  return `${why} ${checkFailed ? "Deploy a correction, or the commit before." : next(facts)}`;
}

/** Of a function that this run was to create. */
function describeCreation(facts: Facts): string | undefined {
  const index = facts.plan.findIndex(({ action }) => action === "create-function");
  const change = facts.plan[index];
  if (change === undefined || (index >= facts.completed && !wasTried(facts, change, index))) {
    return undefined;
  }
  return index < facts.completed
    ? `**The function was created.** ${next(facts)}`
    : "**AWS did not confirm the new function.** Run it again when that is solved: it creates the function, or goes on with the one that is there.";
}

function describeHalfDone(facts: Facts): string {
  const did = doneActions(facts);
  const tried = triedAction(facts);
  if (tried === "update-configuration" || tried === "update-code") {
    const what = tried === "update-code" ? "code" : "configuration";
    return `**AWS did not confirm the new ${what}.** ${latest(facts)} Run it again when that is solved: it sends what is missing.`;
  }
  return did.has("update-configuration") || did.has("update-code")
    ? `**${latest(facts)}** ${next(facts)}`
    : describeUntouched(facts, did);
}

/** Of the version, and what the next run makes of it: without an alias it publishes only what it changes. */
function next(facts: Facts): string {
  const { alias, plan, completed } = facts;
  if (doneActions(facts).has("publish-version") || !does(facts, "publish-version")) {
    return AGAIN;
  }
  const [version, later] = versionOf(facts);
  const goesOn = alias !== undefined || plan[completed]?.action !== "publish-version";
  return goesOn ? `${version}. ${AGAIN}` : `${version}; ${later}.`;
}

function versionOf(facts: Facts): readonly [now: string, later: string] {
  const { code = "" } = facts.error ?? {};
  const publishes = "the next run that changes something publishes one";
  if (triedAction(facts) !== "publish-version" || REFUSED.test(code)) {
    return ["No version was published of it", publishes];
  }
  return code === "version-failed"
    ? ["The version that was published of it does not work", "the next run that changes something publishes another"]
    : ["A version may have been published of it", `if not, ${publishes}`];
}

function doneActions({ plan, completed }: Facts): ReadonlySet<Action> {
  return new Set(plan.slice(0, completed).map(({ action }) => action));
}

function triedAction(facts: Facts): Action | undefined {
  const current = facts.plan[facts.completed];
  return current !== undefined && wasTried(facts, current, facts.completed) ? current.action : undefined;
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

const DELETIONS: readonly Action[] = ["delete-versions", "delete-layer-versions"];

/** Of a run that stopped after the function itself was done. */
function describeUpkeep({ plan, completed }: Facts): string | undefined {
  const left = plan.slice(completed).map(({ action }) => action);
  const moves = left[0] === "update-layer-users";
  if (!moves && !DELETIONS.some((action) => action === left[0])) {
    return undefined;
  }
  return [
    `**The function itself is ${completed === 0 ? "as it should be" : "deployed"}.**`,
    moves && "Run it again when that is solved: it moves the rest.",
    left.some((action) => DELETIONS.includes(action)) && "Old versions are deleted by the next run that publishes one.",
  ]
    .filter((part) => part !== false)
    .join(" ");
}

/** What $LATEST has, of what the plan changes. */
function latest(facts: Facts): string {
  const did = doneActions(facts);
  const kinds = [
    ["code", "update-code"],
    ["configuration", "update-configuration"],
  ] as const;
  const changes = kinds.filter(([, action]) => facts.plan.some((change) => change.action === action));
  const done = changes.filter(([, action]) => did.has(action)).map(([kind]) => `the new ${kind}`);
  const open = changes.filter(([, action]) => !did.has(action)).map(([kind]) => kind);
  if (done.length === 0) {
    return `\`$LATEST\` had the old ${open.join(" and ")} until then.`;
  }
  const old = open.length === 0 ? "" : ` with the old ${open.join(" and ")}`;
  return `\`$LATEST\` has ${done.join(" and ")}${old}.`;
}
