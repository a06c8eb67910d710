import { isConflict } from "../aws/failure.js";
import type { FunctionState, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { NewFunction } from "./plan.js";
import { assertSame, settableOf } from "./settable.js";
import { idle, type Writing } from "./update.js";

export interface CreateRequest extends Omit<NewFunction, "layers"> {
  readonly layers: readonly string[];
  readonly content: ZipContent;
  /** Base64, of the zip. */
  readonly codeSha256: string;
}

/** Creates the function and waits until it is active. When one is there already, it must be exactly this one. */
export async function createFunction(writing: Writing, wanted: CreateRequest): Promise<FunctionState> {
  let answered = true;
  try {
    await writing.timed("upload", () => writing.lambda.createFunction(wanted));
  } catch (error) {
    // The reply to an earlier attempt of ours may be lost.
    if (!isConflict(error)) {
      throw error;
    }
    answered = false;
  }
  const created = await idle(writing);
  if (created.readiness.status === "failed") {
    const { reason, code } = created.readiness;
    throw new ActionError(`The function was created but did not become active: ${reason} (${code}).`, {
      hint: "Correct what AWS names, then run again.",
      code: "create-failed",
    });
  }
  const { runtime, architecture, settings, sourceKmsKey } = wanted;
  const found = settableOf(created);
  // With code signing the stored zip is not the one that was sent: after an answer AWS's own sum counts.
  const codeSha256 = answered ? found.codeSha256 : wanted.codeSha256;
  assertSame({ codeSha256, runtime, architecture, settings, sourceKmsKey, layerArns: wanted.layers.join() }, found);
  return created;
}
