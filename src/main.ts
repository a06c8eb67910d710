import type { FunctionState } from "./aws/lambda.js";
import { checkBeforeBuild, type Decision, decide, room, sizesWith } from "./decide.js";
import { compareCode } from "./function/compare.js";
import { hasHandler } from "./function/handler.js";
import { changesFunction, type Plan } from "./function/plan.js";
import { readLatest } from "./function/read.js";
import { type AwsInputs, forAws, type Inputs } from "./inputs.js";
import { type Journal, planSteps } from "./journal.js";
import { type ChosenLayer, chooseLayer } from "./layer/choose.js";
import { findLayer, wantedOf } from "./layer/find.js";
import { ourLayer } from "./layer/lookup.js";
import { type OtherLayer, readOtherLayers } from "./layer/others.js";
import { fencedLog } from "./layer/tool-output.js";
import { CLOCK } from "./machine/clock.js";
import { type Observed, observe } from "./observe.js";
import type { Outcome } from "./report/facts.js";
import type { Surroundings } from "./surroundings.js";
import { lookAhead } from "./upkeep/look-ahead.js";

interface Planned {
  readonly decision: Decision;
  /** $LATEST, which the plan changes. */
  readonly latest: FunctionState;
}

/**
 * The story of a deploy: observe, find the layer or make it, decide, act. Nothing is written to AWS before `act`. What a run
 * learns goes into the journal, of which the report is made, also when a step throws.
 */
export async function deploy(asked: Inputs, journal: Journal, { env, workDirectory }: Surroundings): Promise<Outcome> {
  const inputs = forAws(asked);
  const observed = await observe(inputs, journal, { env, workDirectory });
  const { state, code, lambda } = observed;
  const runtime = inputs.runtime ?? state.runtime;
  const architecture = inputs.architecture ?? state.architecture;

  const finding = await journal.step("Layer in AWS", "find", async () => {
    const found = await findLayer({ ...inputs, ...observed, runtime, architecture });
    journal.say(found.reason);
    return found;
  });
  const { attachedArn } = finding;
  const wanted = wantedOf(finding);
  const others = await journal.step("Other layers", "find", async () => {
    const read = await readOtherLayers({ ...inputs, lambda, state, attachedArn, wanted });
    journal.say(read.length === 0 ? "None to look at." : `${read.map(({ arn }) => arn).join(", ")}.`);
    return read;
  });
  checkBeforeBuild(inputs, observed, finding, others);

  const layer = await journal.step("Layer", "build", () =>
    chooseLayer({
      ...inputs,
      finding,
      lambda,
      asksForNames: !hasHandler(inputs.settings.handler ?? state.settings.handler, code.entries),
      budget: room(inputs, code, others),
      env,
      workDirectory,
      say: journal.say,
      showing: (secrets, work) => fencedLog({ info: journal.say }, secrets, work),
    }),
  );
  journal.learn({ ...(layer.facts && { layer: layer.facts }), ...sizesWith(observed, layer, others) });

  const { plan, latest, upkeep } = await journal.step("Plan", "find", async () => {
    const made = await planDeploy(inputs, observed, layer, others);
    learnDecision(journal, made.decision);
    const { plan } = made.decision;
    const upkeep = await lookAhead({ inputs, journal, lambda, plan, layer, latest: made.latest });
    return { plan, latest: made.latest, upkeep };
  });
  if (plan.changes.length === 0 && upkeep.changes.length === 0) {
    return "unchanged";
  }
  if (inputs.dryRun) {
    return "planned";
  }
  // Loaded only here: most runs change nothing, and are to start fast.
  if (plan.changes.length > 0) {
    const [{ act }, { smokeCheck }] = await Promise.all([import("./act.js"), import("./check.js")]);
    const check = smokeCheck(inputs, journal, inputs.settings.timeout ?? latest.settings.timeout);
    const commit = env.GITHUB_SHA;
    await journal.step("Deploy", undefined, () =>
      act({ inputs, journal, observed, latest, layer, plan, workDirectory, commit, check }),
    );
  }
  if (upkeep.changes.length > 0) {
    const { tidyUp } = await import("./upkeep/tidy.js");
    await journal.step("Upkeep", undefined, () => tidyUp({ inputs, journal, lambda, upkeep, newest: layer.newest }));
  }
  if (plan.changes.length > 0) {
    const { keepDeployedSizes } = await import("./size-report/keep-sizes.js");
    await keepDeployedSizes({ inputs, journal, env, runtime, architecture, code, layer, others });
  }
  return "deployed";
}

/**
 * The plan from what is live to what is wanted. Where callers come through an alias, only a version that is not the
 * wanted state makes $LATEST interesting: it is read then, changed, published, and the alias moves.
 */
async function planDeploy(
  inputs: AwsInputs,
  observed: Observed,
  layer: ChosenLayer,
  others: readonly OtherLayer[],
): Promise<Planned> {
  const { lambda, state, alias, code } = observed;
  const decision = decide(inputs, observed, layer, others, { kind: "stays" });
  if (alias === undefined) {
    return { decision, latest: state };
  }
  const latest = alias.version === undefined ? state : await latestBehind(inputs, observed, decision.plan);
  if (latest === undefined) {
    return { decision, latest: state };
  }
  const comparison = await compareCode(latest, code);
  const attachedArn = ourLayer(latest.layers, latest.arn, inputs.layerName);
  const { wanted } = layer;
  const othersOfLatest = await readOtherLayers({ ...inputs, lambda, state: latest, attachedArn, wanted });
  const moves = { kind: "moves", name: alias.name, from: alias.version } as const;
  const behind = { ...observed, state: latest, comparison };
  return { decision: decide(inputs, behind, { ...layer, attachedArn }, othersOfLatest, moves), latest };
}

/** $LATEST; undefined when the version that the alias names is as wanted, and so is what only $LATEST shows. */
async function latestBehind(inputs: AwsInputs, { lambda }: Observed, plan: Plan): Promise<FunctionState | undefined> {
  const { description } = inputs.settings;
  const settled = !changesFunction(plan);
  if (settled && description === undefined) {
    return undefined;
  }
  const latest = await readLatest(lambda, inputs, CLOCK);
  return settled && latest.description === description ? undefined : latest;
}

function learnDecision(journal: Journal, decision: Decision): void {
  const { plan, limits, shadowing, layers, codeAfter, notices } = decision;
  const { code } = journal.known();
  journal.learn({
    limits,
    ...layers,
    ...(code && { code: { ...code, after: codeAfter, shadowing } }),
  });
  for (const notice of notices) {
    journal.notice(notice);
  }
  if (plan.changes.length === 0) {
    journal.say("The function stays as it is.");
  }
  planSteps(journal, plan.changes);
}
