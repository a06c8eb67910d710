import { awsFailure, isConflict } from "../aws/failure.js";
import type { FunctionState, Lambda, PublishedVersion, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Change, LayerSlot, Plan } from "./plan.js";
import { type Clock, untilIdle } from "./readiness.js";

export interface SwitchRequest {
  readonly lambda: Lambda;
  readonly plan: Plan;
  /** As read before the plan was made. */
  readonly state: FunctionState;
  /** Publishes the planned layer version and returns its ARN. */
  readonly publishLayer: () => Promise<string>;
  readonly codeSha256: string;
  /** The code package as Lambda takes it; asked for before the first write. */
  readonly code: () => Promise<ZipContent>;
  readonly versionDescription: string;
  /** Longest single wait, ms. */
  readonly waitMs: number;
  readonly clock: Clock;
  /** Runs a part of the work and adds its time to a phase of the report. */
  readonly timed: <T>(phase: "upload" | "wait" | "publish", work: () => Promise<T>) => Promise<T>;
  /** Called after each change of the plan that is done. */
  readonly onDone: (change: Change) => void;
}

export interface Switched {
  readonly state: FunctionState;
  readonly version: string | undefined;
  /** Time between the two updates, ms; undefined when there was at most one. */
  readonly gapMs: number | undefined;
}

/** Carries the plan out, in its order, waiting before and after each update. Running it again after any crash converges. */
export async function carryOut(request: SwitchRequest): Promise<Switched> {
  const { plan, timed } = request;
  const updatesCode = plan.changes.some((change) => change.action === "update-code");
  const code = updatesCode ? await timed("upload", request.code) : undefined;
  let state = request.state;
  let newLayer: string | undefined;
  let version: string | undefined;
  const accepted: number[] = [];
  for (const change of plan.changes) {
    switch (change.action) {
      case "publish-layer":
        newLayer = await timed("upload", request.publishLayer);
        break;
      case "update-configuration":
        state = await update(request, state, configurationUpdate(request.lambda, change, newLayer));
        accepted.push(request.clock.now());
        break;
      case "update-code":
        state = await update(request, state, codeUpdate(request, change, code));
        accepted.push(request.clock.now());
        break;
      case "publish-version":
        version = await publishVersion(request, state);
        break;
      default:
        change satisfies never;
    }
    request.onDone(change);
  }
  const [first, second] = accepted;
  return { state, version, gapMs: first === undefined || second === undefined ? undefined : second - first };
}

/** One update: how to send it, and what the function is to be once it is done. */
interface Update {
  send(revisionId: string | undefined): Promise<void>;
  expected(before: FunctionState): Settings;
}

/** The settable part of a function's state: what a concurrent deploy would change. */
type Settings = Pick<FunctionState, "codeSha256" | "runtime" | "architecture" | "otherSettings"> & {
  readonly layerArns: string;
};

function settingsOf(state: FunctionState): Settings {
  const { codeSha256, runtime, architecture, otherSettings, layers } = state;
  return { codeSha256, runtime, architecture, otherSettings, layerArns: layers.map(({ arn }) => arn).join() };
}

function configurationUpdate(
  lambda: Lambda,
  change: Extract<Change, { action: "update-configuration" }>,
  newLayer: string | undefined,
): Update {
  const layers = change.layers?.map((slot) => arnOf(slot, newLayer));
  const { runtime } = change;
  return {
    send: (revisionId) => lambda.updateConfiguration({ layers, runtime, revisionId }),
    expected: (before) => ({
      ...settingsOf(before),
      ...(layers !== undefined && { layerArns: layers.join() }),
      ...(runtime !== undefined && { runtime }),
    }),
  };
}

function codeUpdate(
  { lambda, codeSha256: sent }: SwitchRequest,
  { architecture }: Extract<Change, { action: "update-code" }>,
  content: ZipContent | undefined,
): Update {
  if (content === undefined) {
    throw new Error("a code update without code");
  }
  // Once AWS has answered, its own sum counts: with code signing the stored zip is not the one that was sent.
  let codeSha256 = sent;
  return {
    send: async (revisionId) => {
      codeSha256 = await lambda.updateCode({ content, architecture, revisionId });
    },
    expected: (before) => ({
      ...settingsOf(before),
      codeSha256,
      ...(architecture !== undefined && { architecture }),
    }),
  };
}

/**
 * Sends one update and waits until it is in force. A conflict is waited out. After an answer that may belong to an
 * attempt of ours whose reply was lost, the function itself tells whether the update is in.
 */
async function update(request: SwitchRequest, before: FunctionState, change: Update): Promise<FunctionState> {
  const deadline = request.clock.now() + request.waitMs;
  let state = before;
  for (;;) {
    try {
      await request.timed("upload", () => change.send(state.revisionId));
      break;
    } catch (error) {
      state = await idleAfterRefusal(request, error);
      const settings = settingsOf(state);
      if (same(settings, change.expected(before)) && !same(settings, settingsOf(before))) {
        return succeeded(state);
      }
      if (!same(settings, settingsOf(before)) || request.clock.now() > deadline) {
        throw error;
      }
    }
  }
  const after = succeeded(await idle(request));
  assertSame(change.expected(before), settingsOf(after));
  return after;
}

/** Waits out a conflict (409) or a stale RevisionId (412); throws every other error again. */
async function idleAfterRefusal(request: SwitchRequest, error: unknown): Promise<FunctionState> {
  if (!isConflict(error) && awsFailure(error)?.status !== 412) {
    throw error;
  }
  // AWS can refuse although GetFunction shows the function idle: never ask again at once.
  await request.clock.sleep(1_000);
  return idle(request);
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

function idle(request: SwitchRequest): Promise<FunctionState> {
  return request.timed("wait", () => untilIdle(() => request.lambda.getFunction(), request.waitMs, request.clock));
}

function succeeded(state: FunctionState): FunctionState {
  if (state.readiness.status === "failed") {
    const { reason, code } = state.readiness;
    throw new ActionError(`AWS accepted the update, but it failed: ${reason} (${code}).`, {
      hint: "The function still runs what it ran before. Correct what AWS names, then run again.",
      code: "update-failed",
    });
  }
  return state;
}

function same(one: Settings, other: Settings): boolean {
  return (Object.keys(one) as (keyof Settings)[]).every((key) => one[key] === other[key]);
}

function assertSame(expected: Settings, found: Settings): void {
  const differs = (Object.keys(expected) as (keyof Settings)[]).filter((key) => expected[key] !== found[key]);
  if (differs.length > 0) {
    throw concurrent(`Somebody else changed the function during this deploy (${differs.map(wordFor).join(", ")}).`);
  }
}

function wordFor(setting: keyof Settings): string {
  const words = { codeSha256: "code", layerArns: "layers", otherSettings: "other settings" } as const;
  return setting in words ? words[setting as keyof typeof words] : setting;
}

function concurrent(message: string): ActionError {
  return new ActionError(message, {
    hint: "Run again, and give the workflow a `concurrency` group for this function.",
    code: "concurrent",
  });
}

function arnOf(slot: LayerSlot, newLayer: string | undefined): string {
  if (typeof slot === "string") {
    return slot;
  }
  if (newLayer === undefined) {
    throw new Error("a layer is attached before it was published");
  }
  return newLayer;
}
