import type { FunctionState, PublishedVersion } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { untilIdle } from "./readiness.js";
import { assertSame, concurrent, settableOf } from "./settable.js";
import { idleAfterRefusal, type Writing } from "./update.js";

/** Publishes $LATEST, which is to be in this state, and returns the number once the version is active. Throws when somebody else deployed meanwhile. */
export async function publishVersion(writing: Writing, state: FunctionState, description: string): Promise<string> {
  const { lambda, waitMs, clock, timed } = writing;
  const { codeSha256 } = state;
  const deadline = clock.now() + waitMs;
  let { revisionId } = state;
  for (;;) {
    try {
      const published = await timed("publish", () => lambda.publishVersion({ codeSha256, revisionId, description }));
      return await verifiedVersion(writing, published, state);
    } catch (error) {
      // A lost reply leaves a version behind and a new RevisionId: asking again returns that same version.
      const current = await idleAfterRefusal(writing, error);
      if (clock.now() > deadline) {
        throw error;
      }
      assertSame(settableOf(state), settableOf(current));
      revisionId = current.revisionId;
    }
  }
}

/** The version must hold exactly the code and layers that were deployed: another deploy may have come between. */
async function verifiedVersion(
  { lambda, waitMs, clock, timed }: Writing,
  published: PublishedVersion,
  state: FunctionState,
): Promise<string> {
  const ready =
    published.readiness.status === "busy"
      ? await timed("wait", () => untilIdle(() => lambda.getVersion(published.version), waitMs, clock))
      : published;
  if (ready.readiness.status === "failed") {
    const { reason, code } = ready.readiness;
    throw new ActionError(`Version ${ready.version} was published but did not become active: ${reason} (${code}).`, {
      hint: "Correct what AWS names, then run again.",
      code: "version-failed",
    });
  }
  const layers = state.layers.map(({ arn }) => arn).join();
  if (ready.codeSha256 !== state.codeSha256 || ready.layers.join() !== layers) {
    throw concurrent(`Version ${ready.version} does not hold what this run deployed.`);
  }
  return ready.version;
}
