import { randomUUID } from "node:crypto";
import { connectInvoke } from "./aws/invoke.js";
import type { AwsInputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { CLOCK } from "./machine/clock.js";
import type { SmokeTestFacts } from "./report/facts.js";
import { secretsOf } from "./verify/smoke-test-line.js";
import { runSmokeTests } from "./verify/verify.js";

/** Loading code, restoring a snapshot and starting a runtime come before the function's own time. */
const START_MS = 60_000;
/** Seconds that a function can have at most. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_TIMEOUT = 900;

/** How long Lambda can be silent while a function of this timeout (s) works, ms. */
export function longestSilence(timeout: number = LONGEST_TIMEOUT): number {
  return timeout * 1000 + START_MS;
}

/**
 * Proves by the smoke tests that a version works; undefined when there are none. Throws when one fails. The journal learns
 * of each, and shows no more of it than its line does, of headers and bodies not even that. `timeout` is the function's, in seconds.
 */
export function smokeCheck(
  inputs: AwsInputs,
  journal: Journal,
  timeout: number | undefined,
): ((qualifier: string) => Promise<void>) | undefined {
  const { smokeTests: tests, smokeEvent: event, functionName, region, waitMs } = inputs;
  if (tests.length === 0) {
    return undefined;
  }
  journal.mask(secretsOf(tests));
  return (qualifier) =>
    journal.timed("check", async () => {
      const invoke = connectInvoke(region, functionName.given, journal.calls, longestSilence(timeout));
      const checked = await runSmokeTests({
        invoke,
        qualifier,
        tests,
        event,
        region,
        waitMs,
        clock: CLOCK,
        newRequestId: randomUUID,
        now: () => new Date(),
        onResult: (result) => {
          journal.learn({ smokeTests: [...(journal.known().smokeTests ?? []), result] });
          journal.say(sentenceOf(result));
        },
      });
      if (checked.outcome === "failed") {
        throw checked.failure;
      }
    });
}

function sentenceOf({ method, path, status, ms, initMs, restoreMs, ok, reason }: SmokeTestFacts): string {
  const time = [
    ms === undefined ? "time not reported" : `${Math.round(ms)} ms`,
    initMs !== undefined && `after a cold start of ${Math.round(initMs)} ms`,
    restoreMs !== undefined && `after a restore of ${Math.round(restoreMs)} ms`,
  ].filter((part) => part !== false);
  if (!ok && reason === undefined) {
    return `Check ${method} ${path} was not sent: it would end the same way.`;
  }
  return `Check ${method} ${path} ${ok ? `answered ${status ?? "without error"}` : reason} (${time.join(", ")}).`;
}
