import { awsFailure } from "./aws/failure.js";
import { ActionError } from "./errors.js";
import { describeFailure } from "./failure.js";
import { type RestoreRequest, restore } from "./function/restore.js";
import type { Journal } from "./journal.js";
import type { PutBackFacts } from "./report/facts.js";

/** Does the work; when it fails half-way, puts back what was changed, tells the journal and throws the failure. */
export async function orPutBack<T>(
  journal: Pick<Journal, "calls" | "learn" | "say">,
  work: () => Promise<T>,
  request: () => RestoreRequest,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isHalfDone(journal.calls.snapshot().calls, error)) {
      const facts = await putBack(request());
      journal.learn({ ...(facts && { putBack: facts }) });
      if (facts !== undefined) {
        journal.say(inWords(facts));
      }
    }
    throw error;
  }
}

/** The function was written to, and not by somebody else: their work is never overwritten. */
function isHalfDone(calls: Readonly<Record<string, number>>, error: unknown): boolean {
  const wrote = calls.UpdateFunctionConfiguration !== undefined || calls.UpdateFunctionCode !== undefined;
  const byOthers = (error instanceof ActionError && error.code === "concurrent") || awsFailure(error)?.status === 412;
  return wrote && !byOthers;
}

function inWords(facts: PutBackFacts): string {
  switch (facts.outcome) {
    case "restored":
      return `Put back: ${facts.parts.join(", ")}.`;
    case "left":
      return "Not put back: $LATEST is wholly new, and the old code was not laid aside.";
    case "failed":
      return `Putting back failed: ${facts.why}`;
    default:
      return facts satisfies never;
  }
}

/** Puts $LATEST back; undefined when nothing had changed. Never throws: the failure that led here is the one to report. */
async function putBack(request: RestoreRequest): Promise<PutBackFacts | undefined> {
  try {
    const restored = await restore(request);
    return restored.outcome === "restored" && restored.parts.length === 0 ? undefined : restored;
  } catch (error) {
    return { outcome: "failed", why: describeFailure(error).message };
  }
}
