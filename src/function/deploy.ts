import type { FunctionState, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { createFunction } from "./create.js";
import type { LayerSlot } from "./layer-slots.js";
import { type MovedAlias, moveAlias } from "./move-alias.js";
import { type Change, isSideSetting, type Plan, sendsCode } from "./plan.js";
import { publishVersion } from "./publish-version.js";
import { applyUpdate, codeUpdate, configurationUpdate, type Update, type Writing } from "./update.js";

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

export interface Switched {
  /** Published now. */
  readonly version: string | undefined;
  readonly alias: MovedAlias | undefined;
  /** Time between the two updates, ms; undefined when there was at most one. */
  readonly gapMs: number | undefined;
}

/** Carries the plan out, in its order, waiting before and after each update. Running it again after any crash converges. */
export async function carryOut(request: SwitchRequest): Promise<Switched> {
  const { plan, timed, clock } = request;
  const content = sendsCode(plan) ? await timed("upload", request.code) : undefined;
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
        version = await publishVersion(request, state, request.versionDescription);
        break;
      case "move-alias":
        alias = await moveAlias(request, {
          name: change.alias,
          version: needed(version ?? request.aliasGoal),
          description: request.aliasDescription,
        });
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
  return { version, alias, gapMs };
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
