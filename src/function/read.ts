import type { FunctionState, Lambda } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { type Clock, untilIdle } from "./readiness.js";

/** Reads $LATEST, waiting while it is busy. Throws when this action cannot deploy to it, or when it is not the wanted revision. */
export async function readFunction(
  lambda: Lambda,
  wanted: { readonly revisionId: string | undefined; readonly waitMs: number },
  clock: Clock,
): Promise<FunctionState> {
  const state = await untilIdle(() => lambda.getFunction(), wanted.waitMs, clock);
  if (state.packageType === "Image") {
    throw new ActionError(`The function ${state.name} is a container image; layers and zips do not apply to it.`, {
      hint: "Deploy it with aws-actions/aws-lambda-deploy, or create a zip function.",
      code: "image",
    });
  }
  if (wanted.revisionId !== undefined && wanted.revisionId !== state.revisionId) {
    throw new ActionError(`The function has revision ${state.revisionId}, not ${wanted.revisionId}.`, {
      hint: "Somebody changed it since `revision-id` was read: read it again, then deploy.",
      code: "revision",
    });
  }
  return state;
}
