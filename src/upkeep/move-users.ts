import { connectLambda } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { describeFailure } from "../failure.js";
import type { AwsInputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { moveUser } from "../layer/move-user.js";
import type { LayerUser, SharedLayer } from "../layer/users.js";
import { CLOCK } from "../machine/clock.js";
import type { LayerUserFacts } from "../report/facts.js";
import type { TidyRequest } from "./tidy.js";
import { userFacts } from "./upkeep.js";

interface NewVersion {
  readonly arn: string;
  readonly version: number;
  readonly shared: SharedLayer;
}

/**
 * Gives the other functions the layer version of the deployed one. One after the other: all calls but GetFunction share
 * 15 a second in an account and Region. A failure stops none of the others, but throws in the end, naming all that failed.
 */
export async function moveUsers({ inputs, journal, upkeep }: TidyRequest): Promise<void> {
  const { layer } = journal.known();
  const { shared, users = [] } = upkeep;
  if (shared === undefined || layer?.versionArn === undefined || layer.version === undefined) {
    throw new Error("functions are to get a layer version that does not exist");
  }
  const target = { arn: layer.versionArn, version: layer.version, shared };
  let facts = users.map(userFacts);
  for (const user of users.filter(({ behind }) => behind)) {
    const now = await moveOne(inputs, journal, user, target);
    facts = facts.map((it) => (it.name === user.name ? now : it));
    journal.learn({ layerUsers: facts });
  }
  const failed = facts.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0) {
    const what = `${failed.length} of ${facts.length} functions on the layer did not get its version ${target.version}`;
    throw new ActionError(`${what}: ${failed.map(({ name, reason }) => `${name} (${reason})`).join("; ")}`, {
      hint: "The function of this workflow is deployed. Correct what AWS names, then run again: it moves the rest.",
      code: "layer-users",
    });
  }
}

async function moveOne(
  inputs: AwsInputs,
  journal: Journal,
  user: LayerUser,
  target: NewVersion,
): Promise<LayerUserFacts> {
  const { name, version: before, unfit } = user;
  if (unfit !== undefined) {
    return { ...userFacts(user), outcome: "skipped" };
  }
  try {
    const lambda = connectLambda(inputs.region, name, journal.calls);
    const writing = { lambda, waitMs: inputs.waitMs, clock: CLOCK, timed: journal.timed };
    const moved = await moveUser(writing, target.shared, target.arn);
    switch (moved.outcome) {
      case "moved":
        journal.say(`${name}: layer version ${before} → ${target.version}.`);
        return { name, version: target.version, behind: false, before, outcome: "moved" };
      case "current":
        return { name, version: target.version, behind: false };
      case "left":
        journal.say(`${name} ${moved.why}.`);
        return { ...userFacts(user), outcome: "skipped", reason: moved.why };
      default:
        return moved satisfies never;
    }
  } catch (error) {
    const { message } = describeFailure(error, { functionName: name, region: inputs.region });
    journal.say(`${name}: ${message}`);
    return { ...userFacts(user), outcome: "failed", reason: message };
  }
}
