import { awsFailure } from "./aws/failure.js";
import { ActionError } from "./errors.js";
import { describeFailure } from "./failure.js";
import { type RestoreRequest, restore } from "./function/restore.js";
import type { RollbackFacts } from "./report/facts.js";

/** The function was written to, and not by somebody else: their work is never overwritten. */
export function isHalfDone(calls: Readonly<Record<string, number>>, error: unknown): boolean {
  const wrote = calls.UpdateFunctionConfiguration !== undefined || calls.UpdateFunctionCode !== undefined;
  const byOthers = (error instanceof ActionError && error.code === "concurrent") || awsFailure(error)?.status === 412;
  return wrote && !byOthers;
}

/** Puts $LATEST back; undefined when nothing had changed. Never throws: the failure that led here is the one to report. */
export async function putBack(request: RestoreRequest): Promise<RollbackFacts | undefined> {
  try {
    const restored = await restore(request);
    return restored.outcome === "restored" && restored.parts.length === 0 ? undefined : restored;
  } catch (error) {
    return { outcome: "failed", why: describeFailure(error).message };
  }
}
