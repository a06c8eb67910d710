import type { Alias } from "../aws/aliases.js";
import { awsFailure, isConflict, isMissing } from "../aws/failure.js";
import type { FunctionState, Lambda, PublishedVersion, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { createFunction } from "./create.js";
import type { LayerSlot } from "./layer-slots.js";
import { type Change, isSideSetting, type Plan } from "./plan.js";
import { untilIdle } from "./readiness.js";
import {
  applyUpdate,
  assertSame,
  codeUpdate,
  concurrent,
  configurationUpdate,
  idleAfterRefusal,
  settingsOf,
  type Update,
  type Writing,
} from "./update.js";

export interface SwitchRequest extends Writing {
  readonly plan: Plan;
  /** $LATEST as read before the plan was made. */
  readonly state: FunctionState;
  /** Publishes the planned layer version and returns its ARN. */
  readonly publishLayer: () => Promise<string>;
  /** Base64, of the code package. */
  readonly codeSha256: string;
  /** The code package as Lambda takes it; asked for before the first write. */
  readonly code: () => Promise<ZipContent>;
  readonly versionDescription: string;
  readonly aliasDescription: string | undefined;
  /** The version that the alias is to name when the plan publishes none. */
  readonly aliasGoal?: string;
  /** Proves that what was deployed works, before the alias moves; throws when it does not. */
  readonly check: ((qualifier: string) => Promise<void>) | undefined;
  /** Called as soon as AWS has accepted an update of the function, although it may still fail. */
  readonly onAccepted: (change: Change) => void;
  /** Called after each change of the plan that is done, with $LATEST as it is then. */
  readonly onDone: (change: Change, state: FunctionState) => void;
}

export interface MovedAlias {
  readonly arn: string;
  readonly version: string;
}

export interface Switched {
  readonly state: FunctionState;
  /** Published now. */
  readonly version: string | undefined;
  readonly alias: MovedAlias | undefined;
  /** Time between the two updates, ms; undefined when there was at most one. */
  readonly gapMs: number | undefined;
}

/** Carries the plan out, in its order, waiting before and after each update. Running it again after any crash converges. */
export async function carryOut(request: SwitchRequest): Promise<Switched> {
  const { plan, timed, clock } = request;
  const content = plan.changes.some(({ action }) => action === "update-code" || action === "create-function")
    ? await timed("upload", request.code)
    : undefined;
  let state = request.state;
  let newLayer: string | undefined;
  let version: string | undefined;
  let alias: MovedAlias | undefined;
  const accepted: number[] = [];
  const last = plan.changes.findLast(({ action }) => action !== "move-alias" && !isSideSetting(action));
  for (const change of plan.changes) {
    switch (change.action) {
      case "publish-layer":
        newLayer = await timed("upload", request.publishLayer);
        break;
      case "create-function": {
        const layers = change.layers.map((slot) => arnOf(slot, newLayer));
        const { codeSha256 } = request;
        state = await createFunction(request, { ...change, layers, codeSha256, content: needed(content) });
        break;
      }
      case "update-code-signing":
        await request.lambda.setCodeSigningConfig(change.config);
        break;
      case "update-tags":
        await request.lambda.setTags(state.arn, change.tags);
        break;
      case "update-configuration": {
        const layers = change.layers?.map((slot) => arnOf(slot, newLayer));
        state = await applyUpdate(request, state, told(request, change, configurationUpdate({ ...change, layers })));
        accepted.push(clock.now());
        break;
      }
      case "update-code":
        state = await applyUpdate(
          request,
          state,
          told(request, change, codeUpdate({ ...request, ...change, content: needed(content) })),
        );
        accepted.push(clock.now());
        break;
      case "publish-version":
        version = await publishVersion(request, state);
        break;
      case "move-alias":
        alias = await moveAlias(request, change.alias, needed(version ?? request.aliasGoal));
        break;
      default:
        change satisfies never;
    }
    request.onDone(change, state);
    if (change.action === "update-code" || change.action === "create-function") {
      checkTaken(needed(content), request.codeSha256, state);
    }
    if (change === last) {
      await request.check?.(version ?? "$LATEST");
    }
  }
  const [first, second] = accepted;
  const gapMs = first === undefined || second === undefined ? undefined : second - first;
  return { state, version, alias, gapMs };
}

/** The same update, which tells when it was accepted. */
function told(request: SwitchRequest, change: Change, update: Update): Update {
  return {
    ...update,
    send: async (lambda, revisionId) => {
      await update.send(lambda, revisionId);
      request.onAccepted(change);
    },
  };
}

/** Others may write to the bucket: what Lambda took from it must be what was meant. With a KMS key the sum is not known to be comparable. */
function checkTaken(content: ZipContent, sent: string, { codeSha256, sourceKmsKey }: FunctionState): void {
  if (content.from === "s3" && sourceKmsKey === "" && codeSha256 !== sent) {
    throw new ActionError(`The object ${content.key} in the bucket is not the code package that was put there.`, {
      hint: "Somebody else writes to the bucket: check who, then deploy again.",
      code: "code-mismatch",
    });
  }
}

async function publishVersion(request: SwitchRequest, state: FunctionState): Promise<string> {
  const { lambda, versionDescription: description } = request;
  const { codeSha256 } = state;
  const deadline = request.clock.now() + request.waitMs;
  let { revisionId } = state;
  for (;;) {
    try {
      const published = await request.timed("publish", () =>
        lambda.publishVersion({ codeSha256, revisionId, description }),
      );
      return await verifiedVersion(request, published, state);
    } catch (error) {
      // A lost reply leaves a version behind and a new RevisionId: asking again returns that same version.
      const current = await idleAfterRefusal(request, error);
      if (request.clock.now() > deadline) {
        throw error;
      }
      assertSame(settingsOf(state), settingsOf(current));
      revisionId = current.revisionId;
    }
  }
}

/** The version must hold exactly the code and layers that were deployed: another deploy may have come between. */
async function verifiedVersion(
  request: SwitchRequest,
  published: PublishedVersion,
  state: FunctionState,
): Promise<string> {
  const ready =
    published.readiness.status === "busy"
      ? await request.timed("wait", () =>
          untilIdle(() => request.lambda.getVersion(published.version), request.waitMs, request.clock),
        )
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

/**
 * Points the alias at the version, or creates it. A part of the traffic that went elsewhere comes back. After a refusal
 * that may belong to an attempt of ours whose reply was lost, the alias itself tells whether it moved.
 */
async function moveAlias(request: SwitchRequest, name: string, version: string): Promise<MovedAlias> {
  const { lambda, clock, aliasDescription: description } = request;
  const deadline = clock.now() + request.waitMs;
  const before = await findAlias(lambda, name);
  let current = before;
  while (!isAsWanted(current, version, description)) {
    try {
      return current === undefined
        ? await lambda.createAlias(name, version, description)
        : await lambda.updateAlias(name, { version, description, revisionId: current.revisionId });
    } catch (error) {
      if (!isConflict(error) && awsFailure(error)?.status !== 412) {
        throw error;
      }
      await clock.sleep(1_000);
      current = await findAlias(lambda, name);
      const moved = isAsWanted(current, version, description);
      if (!moved && (!isSameAlias(current, before) || clock.now() > deadline)) {
        throw error;
      }
    }
  }
  return needed(current);
}

async function findAlias(lambda: Lambda, name: string): Promise<Alias | undefined> {
  try {
    return await lambda.getAlias(name);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isAsWanted(alias: Alias | undefined, version: string, description: string | undefined): boolean {
  return (
    alias !== undefined &&
    alias.version === version &&
    !alias.weighted &&
    (description ?? alias.description) === alias.description
  );
}

function isSameAlias(one: Alias | undefined, other: Alias | undefined): boolean {
  return (
    one?.version === other?.version && one?.weighted === other?.weighted && one?.description === other?.description
  );
}

function arnOf(slot: LayerSlot, newLayer: string | undefined): string {
  return typeof slot === "string" ? slot : needed(newLayer);
}

/** The plan puts what is needed before what needs it. */
function needed<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("the plan is out of order");
  }
  return value;
}
