import path from "node:path";
import { unlessMissing } from "./aws/failure.js";
import { connectInventory } from "./aws/inventory.js";
import { connectLambda, type FunctionState, type Lambda } from "./aws/lambda.js";
import { ActionError } from "./errors.js";
import { fetchCode } from "./function/keep-code.js";
import { does, makePlan, type Plan } from "./function/plan.js";
import { previousOf, versionOfLatest } from "./function/previous.js";
import { type Live, readLive } from "./function/read.js";
import { settableOf } from "./function/settable.js";
import { type AwsInputs, forAws, type Inputs } from "./inputs.js";
import { type Journal, planSteps } from "./journal.js";
import { readOtherLayer } from "./layer/inside.js";
import { CLOCK } from "./machine/clock.js";
import type { Outcome } from "./report/facts.js";
import type { Surroundings } from "./surroundings.js";
import { contentFor, switchOver } from "./switch.js";

/** Where to go back to. */
interface Goal {
  readonly state: FunctionState;
  /** The version before the goal, for the next rollback; undefined: there is none. */
  readonly previous: string | undefined;
}

/**
 * The story of `mode: rollback`: back to an earlier version. With an alias only the alias moves; without one, code,
 * layers, runtime and architecture of $LATEST become those of the version, as far as they differ.
 */
export async function rollBack(asked: Inputs, journal: Journal, surroundings: Surroundings): Promise<Outcome> {
  const inputs = forAws(asked);
  const lambda = connectLambda(inputs.region, inputs.functionName.given, journal.calls);
  const { state: live, alias } = await journal.step("Function", "find", () =>
    readLive(lambda, { ...inputs, settings: {} }, CLOCK),
  );
  const goal = await journal.step("Goal", "find", () => findGoal(inputs, journal, lambda, live));
  const plan =
    alias === undefined
      ? planBack(live, goal.state, inputs.publish)
      : planAlias(alias.name, alias.version, goal.state.version, live);
  learnPlan(inputs, journal, live, goal.state, plan, alias);
  if (plan.changes.length === 0) {
    return "unchanged";
  }
  if (inputs.dryRun) {
    return "planned";
  }
  await journal.step("Rollback", undefined, () => goBack(inputs, journal, surroundings, { lambda, live, goal, plan }));
  return "rolled-back";
}

async function findGoal(inputs: AwsInputs, journal: Journal, lambda: Lambda, live: FunctionState): Promise<Goal> {
  const inventory = connectInventory(inputs.region, inputs.functionName.given, journal.calls);
  const all = await inventory.versions();
  const current = live.version === "$LATEST" ? versionOfLatest(live, all) : live;
  const newest = all.map(({ version }) => Number(version)).reduce((one, other) => Math.max(one, other), 0);
  const previous = current === undefined ? (newest === 0 ? undefined : String(newest)) : previousOf(current, all);
  const number = inputs.rollbackTo ?? previous;
  if (number === undefined) {
    throw new ActionError(`The function ${live.name} has no earlier version to go back to.`, {
      hint: "Name one in `rollback-to`, or deploy an earlier commit.",
      code: "no-version",
    });
  }
  const state = await unlessMissing(lambda.getFunction(number));
  if (state === undefined) {
    const known = all.map(({ version }) => version).slice(-5);
    throw new ActionError(`The function ${live.name} has no version ${number}.`, {
      hint: known.length === 0 ? "It has no versions at all." : `Its newest versions: ${known.join(", ")}.`,
      code: "no-version",
    });
  }
  journal.say(`From ${current === undefined ? "$LATEST" : `version ${current.version}`} to version ${number}.`);
  return { state, previous: previousOf(state, all) };
}

function planAlias(name: string, from: string | undefined, to: string, live: FunctionState): Plan {
  const layers = live.layers.map(({ arn }) => arn);
  const reason = from === undefined ? "There was none of this name." : `Callers leave version ${from} for ${to}.`;
  return { changes: from === to ? [] : [{ action: "move-alias", reason, alias: name }], layers, gap: undefined };
}

function planBack(live: FunctionState, goal: FunctionState, publish: boolean): Plan {
  const layersBefore = live.layers.reduce((sum, { zipped = 0 }) => sum + zipped, 0);
  const layersAfter = goal.layers.reduce((sum, { zipped = 0 }) => sum + zipped, 0);
  return makePlan(
    live,
    undefined,
    {
      layer: { kind: "untouched", why: `The layers of version ${goal.version}.` },
      otherLayers: goal.layers.map(({ arn }) => arn),
      runtime: goal.runtime,
      architecture: goal.architecture,
      code: { changed: goal.codeSha256 !== live.codeSha256, reason: `The code of version ${goal.version}.` },
      publish,
      alias: { kind: "stays" },
    },
    { codeBefore: live.codeSize, codeAfter: goal.codeSize, layersBefore, layersAfter, onlyRemoves: false },
  );
}

async function goBack(
  inputs: AwsInputs,
  journal: Journal,
  { workDirectory }: Surroundings,
  { lambda, live, goal, plan }: { lambda: Lambda; live: FunctionState; goal: Goal; plan: Plan },
): Promise<void> {
  // A list with a deleted layer is refused: found before anything is written.
  const attached = live.layers.map(({ arn }) => arn);
  await Promise.all(
    goal.state.layers.filter(({ arn }) => !attached.includes(arn)).map(({ arn }) => readOtherLayer(arn, lambda)),
  );
  await switchOver({
    inputs,
    journal,
    lambda,
    before: live,
    plan,
    workDirectory,
    aliasGoal: goal.state.version,
    publishLayer: () => Promise.reject(new Error("a rollback publishes no layer")),
    codeSha256: goal.state.codeSha256,
    code: async () => {
      const file = path.join(workDirectory, "goal.zip");
      return contentFor(inputs, journal)(await fetchCode(goal.state, file, inputs.bucket));
    },
    versionDescription: `previous=${goal.previous ?? "none"}`,
    check: undefined,
    oldCode: undefined,
    sent: () => settableOf(goal.state),
  });
}

function learnPlan(
  inputs: AwsInputs,
  journal: Journal,
  live: FunctionState,
  goal: FunctionState,
  plan: Plan,
  alias: Live["alias"],
): void {
  const { name, arn, architecture, runtime } = does(plan, "move-alias") ? live : goal;
  journal.learn({
    function: { name, arn, architecture, region: inputs.region, ...(runtime !== undefined && { runtime }) },
    ...(alias && { alias: { name: alias.name, ...(alias.version !== undefined && { before: alias.version }) } }),
    goal: goal.version,
  });
  planSteps(journal, plan.changes);
}
