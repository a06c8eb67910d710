import { awsFailure, isConflict } from "../aws/failure.js";
import type { FunctionState, Lambda, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Architecture } from "../layer/target.js";
import type { Clock } from "../machine/clock.js";
import { untilIdle } from "./readiness.js";
import { assertSame, isSame, type Settable, settableOf } from "./settable.js";
import type { FunctionSettings } from "./settings.js";

/** What every write to the function needs. */
export interface Writing {
  readonly lambda: Lambda;
  /** Longest single wait, ms. */
  readonly waitMs: number;
  readonly clock: Clock;
  /** Runs a part of the work and adds its time to a phase of the report. */
  readonly timed: <T>(phase: "upload" | "wait" | "publish", work: () => Promise<T>) => Promise<T>;
}

/** One update: how to send it, and what the function is to be once it is done. */
export interface Update {
  send(lambda: Lambda, revisionId: string | undefined): Promise<void>;
  expected(before: FunctionState): Settable;
}

export interface ConfigurationChange {
  readonly layers: readonly string[] | undefined;
  readonly runtime: string | undefined;
  /** Only what is to change. */
  readonly settings?: FunctionSettings;
}

export function configurationUpdate({ layers, runtime, settings = {} }: ConfigurationChange): Update {
  return {
    send: (lambda, revisionId) => lambda.updateConfiguration({ layers, runtime, settings, revisionId }),
    expected: (before) => ({
      ...settableOf(before),
      settings: { ...before.settings, ...settings },
      ...(layers !== undefined && { layerArns: layers.join() }),
      ...(runtime !== undefined && { runtime }),
    }),
  };
}

export interface CodeChange {
  readonly content: ZipContent;
  /** Base64, of the zip that is sent. */
  readonly codeSha256: string;
  readonly architecture: Architecture | undefined;
  readonly sourceKmsKey: string;
}

export function codeUpdate({ content, codeSha256: sent, architecture, sourceKmsKey }: CodeChange): Update {
  // Once AWS has answered, its own sum counts: with code signing the stored zip is not the one that was sent.
  let codeSha256 = sent;
  return {
    send: async (lambda, revisionId) => {
      codeSha256 = await lambda.updateCode({ content, architecture, sourceKmsKey, revisionId });
    },
    expected: (before) => ({
      ...settableOf(before),
      codeSha256,
      sourceKmsKey,
      ...(architecture !== undefined && { architecture }),
    }),
  };
}

/**
 * Sends one update and waits until it is in force. A conflict is waited out. After an answer that may belong to an
 * attempt of ours whose reply was lost, the function itself tells whether the update is in.
 */
export async function applyUpdate(writing: Writing, before: FunctionState, update: Update): Promise<FunctionState> {
  const deadline = writing.clock.now() + writing.waitMs;
  let state = before;
  for (;;) {
    try {
      await writing.timed("upload", () => update.send(writing.lambda, state.revisionId));
      break;
    } catch (error) {
      state = await idleAfterRefusal(writing, error);
      const found = settableOf(state);
      const untouched = isSame(settableOf(before), found);
      if (isSame(update.expected(before), found) && !untouched) {
        return succeeded(state);
      }
      if (!untouched || writing.clock.now() > deadline) {
        throw error;
      }
    }
  }
  const after = succeeded(await idle(writing));
  assertSame(update.expected(before), settableOf(after));
  return after;
}

/** Reads $LATEST until nothing is under way. */
export function idle({ lambda, waitMs, clock, timed }: Writing): Promise<FunctionState> {
  return timed("wait", () => untilIdle(() => lambda.getFunction(), waitMs, clock));
}

/** Waits out a conflict (409) or a stale RevisionId (412); throws every other error again. */
export async function idleAfterRefusal(writing: Writing, error: unknown): Promise<FunctionState> {
  if (!isConflict(error) && awsFailure(error)?.status !== 412) {
    throw error;
  }
  // AWS can refuse although GetFunction shows the function idle: never ask again at once.
  await writing.clock.sleep(1_000);
  return idle(writing);
}

function succeeded(state: FunctionState): FunctionState {
  if (state.readiness.status === "failed") {
    const { reason, code } = state.readiness;
    throw new ActionError(`AWS accepted the update, but it failed: ${reason} (${code}).`, {
      hint: "The function goes on without this update. Correct what AWS names, then run again.",
      code: "update-failed",
    });
  }
  return state;
}
