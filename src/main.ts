import { act } from "./act.js";
import { decide } from "./decide.js";
import type { Inputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { chooseLayer } from "./layer/choose.js";
import { readOtherLayers } from "./layer/others.js";
import { fencedLog } from "./layer/tool-output.js";
import { UNZIPPED_LIMIT } from "./limits.js";
import { observe } from "./observe.js";
import type { Outcome } from "./report/facts.js";

/** What a run works with beside its inputs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Empty directory of this run. */
  readonly workDirectory: string;
}

/**
 * The story of a deploy: observe, choose the layer, decide, act. Nothing is written to AWS before `act`. What a run
 * learns goes into the journal, of which the report is made, also when a step throws.
 */
export async function deploy(inputs: Inputs, journal: Journal, { env, workDirectory }: Surroundings): Promise<Outcome> {
  const observed = await observe(inputs, journal, { env, workDirectory });
  const { state, code, lambda } = observed;

  const layer = await journal.step("Layer", "build", () =>
    chooseLayer({
      ...inputs,
      ...observed,
      runtime: inputs.runtime ?? state.runtime,
      architecture: inputs.architecture ?? state.architecture,
      budget: Math.min(inputs.hardLimit, UNZIPPED_LIMIT) - code.unzipped,
      env,
      workDirectory,
      say: journal.say,
      notice: journal.notice,
      showing: (secrets, work) => fencedLog({ info: journal.say }, secrets, work),
    }),
  );
  journal.learn({ ...(layer.facts && { layer: layer.facts }) });

  const plan = await journal.step("Plan", "find", async () => {
    const others = await readOtherLayers({ ...inputs, lambda, state, layer });
    const decision = decide(inputs, observed, layer, others);
    learnDecision(journal, decision);
    return decision.plan;
  });
  if (plan.changes.length === 0) {
    return "unchanged";
  }
  if (inputs.dryRun) {
    return "planned";
  }
  await journal.step("Deploy", undefined, () => act(inputs, journal, observed, layer, plan, env.GITHUB_SHA));
  return "deployed";
}

function learnDecision(
  journal: Journal,
  { plan, limits, shadowing, others, notices }: ReturnType<typeof decide>,
): void {
  const { code } = journal.known();
  journal.learn({
    limits,
    foreignLayers: others,
    plan: plan.changes.map(({ action, reason }) => ({ action, reason })),
    ...(code && { code: { ...code, shadowing } }),
  });
  for (const notice of notices) {
    journal.notice(notice);
  }
  for (const [index, { action, reason }] of plan.changes.entries()) {
    journal.say(`${index + 1}. ${action}: ${reason}`);
  }
  if (plan.changes.length === 0) {
    journal.say("Nothing to do.");
  }
}
