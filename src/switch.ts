import path from "node:path";
import type { FunctionState, Lambda, ZipContent } from "./aws/lambda.js";
import { type ZipOnDisk, zipContent } from "./aws/zip-content.js";
import { carryOut, type Switched, type SwitchRequest } from "./function/deploy.js";
import { fetchCode } from "./function/keep-code.js";
import type { Settable } from "./function/settable.js";
import type { Writing } from "./function/update.js";
import { isCodeFirst } from "./function/update-order.js";
import type { AwsInputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { CLOCK } from "./machine/clock.js";
import { orPutBack } from "./put-back.js";

export interface SwitchOverRequest
  extends Pick<
    SwitchRequest,
    "plan" | "publishLayer" | "codeSha256" | "code" | "versionDescription" | "aliasGoal" | "check"
  > {
  readonly inputs: AwsInputs;
  readonly journal: Journal;
  readonly lambda: Lambda;
  /** $LATEST before the first write. */
  readonly before: FunctionState;
  /** Its code, when it was laid aside. */
  readonly oldCode: ZipOnDisk | undefined;
  /** What $LATEST was to become, or became on the way. */
  readonly sent: () => Partial<Settable>;
  readonly workDirectory: string;
  /** Called after each change that is done. */
  readonly onDone?: SwitchRequest["onDone"];
}

/**
 * Carries a plan out, for a deploy or a rollback. The journal learns of each change as soon as it is made, so that a failure
 * is reported truly. When a step or a check fails, every field of $LATEST that was changed is put back; then the failure is thrown.
 */
export async function switchOver(request: SwitchOverRequest): Promise<void> {
  const { inputs, journal, lambda, before, plan, oldCode, workDirectory } = request;
  const writing: Writing = { lambda, waitMs: inputs.waitMs, clock: CLOCK, timed: journal.timed };
  const content = contentFor(inputs, journal);
  let completed = 0;
  const switched = await orPutBack(
    journal,
    () =>
      carryOut({
        ...writing,
        ...request,
        state: before,
        aliasDescription: inputs.aliasDescription,
        onAccepted: ({ action }) => journal.learn({ accepted: [...(journal.known().accepted ?? []), action] }),
        onDone: (change, state) => {
          completed += 1;
          journal.learn({ completed });
          request.onDone?.(change, state);
        },
      }),
    () => ({
      ...writing,
      before,
      sent: request.sent(),
      code: oldCode && (() => content(oldCode)),
      lateCode: async () => content(await fetchCode(before, oldCodeFile(workDirectory), inputs.bucket)),
      codeFirst: isCodeFirst(plan),
    }),
  );
  learnSwitched(journal, switched);
}

/** Where the code of before is laid aside. */
export function oldCodeFile(workDirectory: string): string {
  return path.join(workDirectory, "old-code.zip");
}

/** How a zip of this run gets to Lambda. */
export function contentFor(
  { region, bucket, keyPrefix: prefix }: AwsInputs,
  { calls }: Journal,
): (zip: ZipOnDisk) => Promise<ZipContent> {
  const storage = bucket === undefined ? undefined : { region, bucket, prefix };
  return (zip) => zipContent(zip, storage, calls);
}

function learnSwitched(journal: Journal, { version, alias: moved, gapMs }: Switched): void {
  const { function: facts, alias } = journal.known();
  journal.learn({
    ...(gapMs !== undefined && { gapMs: Math.round(gapMs) }),
    ...(facts && version !== undefined && { function: { ...facts, version } }),
    ...(alias && moved && { alias: { ...alias, arn: moved.arn, now: moved.version } }),
  });
}
