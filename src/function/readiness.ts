import type { Readiness } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Clock } from "../machine/clock.js";

/**
 * Reads until AWS is no longer busy with it; returns what was read last, ready or failed. Throws after `waitMs`.
 * GetFunction has a pool of its own (100 a second), so short pauses cost nobody anything.
 */
export async function untilIdle<T extends { readonly readiness: Readiness }>(
  read: () => Promise<T>,
  waitMs: number,
  clock: Clock,
): Promise<T> {
  const deadline = clock.now() + waitMs;
  let pause = 250;
  for (;;) {
    const current = await read();
    if (current.readiness.status !== "busy") {
      return current;
    }
    if (clock.now() + pause > deadline) {
      throw new ActionError(`The function was still ${current.readiness.why} after ${waitMs / 60_000} minutes.`, {
        hint: "Run again later, or raise `wait-for-minutes`.",
        code: "wait",
      });
    }
    await clock.sleep(pause);
    pause = Math.min(pause * 1.5, 2_000);
  }
}
