import { unlessMissing } from "../aws/failure.js";
import type { FunctionState, Lambda } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Clock } from "../machine/clock.js";
import { type NewFunctionRequest, newFunction } from "./new-function.js";
import { untilIdle } from "./readiness.js";

export interface ReadRequest extends NewFunctionRequest {
  readonly aliasName: string | undefined;
  readonly revisionId: string | undefined;
  /** Longest single wait, ms. */
  readonly waitMs: number;
}

/** What callers get: $LATEST or, with an alias, the version that it names. */
export interface Live {
  readonly state: FunctionState;
  /** `version` is undefined while the alias does not exist. */
  readonly alias: { readonly name: string; readonly version: string | undefined } | undefined;
}

/** Reads what is live, in one call where it can be. Throws when this action cannot deploy to it, or when it is not the wanted revision. */
export async function readLive(lambda: Lambda, request: ReadRequest, clock: Clock): Promise<Live> {
  const { aliasName: name } = request;
  if (name === undefined) {
    return { state: await latestOrNew(lambda, request, clock), alias: undefined };
  }
  const version = await unlessMissing(lambda.getFunction(name));
  if (version === undefined) {
    return { state: await latestOrNew(lambda, request, clock), alias: { name, version: undefined } };
  }
  if (request.revisionId !== undefined) {
    // A version has a revision of its own; the one to compare is that of $LATEST.
    await readLatest(lambda, request, clock);
  }
  return { state: checked(version), alias: { name, version: version.version } };
}

/** Reads $LATEST, waiting while it is busy. */
export async function readLatest(
  lambda: Lambda,
  { revisionId, waitMs }: Pick<ReadRequest, "revisionId" | "waitMs">,
  clock: Clock,
): Promise<FunctionState> {
  const state = checked(await untilIdle(() => lambda.getFunction(), waitMs, clock));
  checkRevision(state, revisionId);
  return state;
}

/** $LATEST or, of a missing function that can be created, what it begins with. */
async function latestOrNew(lambda: Lambda, request: ReadRequest, clock: Clock): Promise<FunctionState> {
  const latest = await unlessMissing(readLatest(lambda, request, clock));
  if (latest !== undefined) {
    return latest;
  }
  const state = newFunction(request);
  checkRevision(state, request.revisionId);
  return state;
}

function checkRevision({ exists, revisionId }: FunctionState, wanted: string | undefined): void {
  if (wanted !== undefined && wanted !== revisionId) {
    const found = exists ? `has revision ${revisionId}` : "does not exist, so it has no revision";
    throw new ActionError(`The function ${found}, not ${wanted}.`, {
      hint: "Somebody changed it since `revision-id` was read: read it again, then deploy.",
      code: "revision",
    });
  }
}

function checked(state: FunctionState): FunctionState {
  if (state.packageType === "Image") {
    throw new ActionError(`The function ${state.name} is a container image; layers and zips do not apply to it.`, {
      hint: "Deploy it with aws-actions/aws-lambda-deploy, or create a zip function.",
      code: "image",
    });
  }
  return state;
}
