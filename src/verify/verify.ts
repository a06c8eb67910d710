import { awsFailure, isThrottled, isUnclear } from "../aws/failure.js";
import type { Invocation, Invoke } from "../aws/invoke.js";
import { ActionError } from "../errors.js";
import type { Clock } from "../machine/clock.js";
import type { SmokeTestFacts } from "../report/facts.js";
import { type Judgement, judge, notSent } from "./judge.js";
import { eventOf, type SmokeEvent } from "./smoke-event.js";
import type { SmokeTest } from "./smoke-test-line.js";

export interface SmokeRequest {
  readonly invoke: Invoke;
  /** A version's number, or `$LATEST`. */
  readonly qualifier: string;
  readonly tests: readonly SmokeTest[];
  readonly event: SmokeEvent;
  readonly region: string;
  /** Longest wait for AWS to take one request, ms. */
  readonly waitMs: number;
  readonly clock: Clock;
  readonly newRequestId: () => string;
  readonly now: () => Date;
  /** Called after each. */
  readonly onResult: (result: SmokeTestFacts) => void;
}

export type SmokeOutcome =
  | { readonly outcome: "passed"; readonly results: readonly SmokeTestFacts[] }
  | {
      readonly outcome: "failed";
      readonly results: readonly SmokeTestFacts[];
      /** Which of them failed, why, and what to do. */
      readonly failure: ActionError;
    };

/**
 * Sends the requests one after the other, and goes on after a wrong answer, so that one run shows all of them. A function
 * that does not come up is not asked again. Throws when AWS does not let the function be invoked.
 */
export async function runSmokeTests(request: SmokeRequest): Promise<SmokeOutcome> {
  const judgements: Judgement[] = [];
  for (const [index, test] of request.tests.entries()) {
    const hopeless = judgements.some((one) => one.hopeless);
    const judgement = hopeless ? { result: notSent(test) } : await run(request, test, index === 0);
    judgements.push(judgement);
    request.onResult(judgement.result);
  }
  const results = judgements.map(({ result }) => result);
  const first = judgements.find(({ result }) => !result.ok);
  return first === undefined
    ? { outcome: "passed", results }
    : { outcome: "failed", results, failure: failureOf(first, results) };
}

async function run(request: SmokeRequest, test: SmokeTest, first: boolean): Promise<Judgement> {
  const { event, region, now, newRequestId } = request;
  const payload = eventOf(test, event, { region, time: now(), requestId: newRequestId() });
  return judge(test, event, await invokeOnce(request, test, payload), first);
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-safe-methods */
const SAFE = ["GET", "HEAD", "OPTIONS"];
const UNCLEAR_RETRIES = 2;

/**
 * Asks again when AWS certainly did not run the function: too many calls, or a version that is not up yet. After an
 * answer that leaves it open, only a request that changes nothing is sent again.
 */
async function invokeOnce(
  { invoke, qualifier, event, waitMs, clock }: SmokeRequest,
  test: SmokeTest,
  payload: string,
): Promise<Invocation> {
  const deadline = clock.now() + waitMs;
  const safe = typeof event === "string" && SAFE.includes(test.method);
  let unclear = 0;
  for (let pause = 500; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      return await invoke(qualifier, payload);
    } catch (error) {
      unclear += isUnclear(error) ? 1 : 0;
      const again = isNotRun(error) || (safe && isUnclear(error) && unclear <= UNCLEAR_RETRIES);
      if (!again || clock.now() + pause > deadline) {
        throw error;
      }
      await clock.sleep(pause);
    }
  }
}

/** 429, and 409: ResourceConflictException while Pending, SnapStartNotReadyException. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function isNotRun(error: unknown): boolean {
  return isThrottled(error) || awsFailure(error)?.status === 409;
}

function failureOf({ result, hint }: Judgement, results: readonly SmokeTestFacts[]): ActionError {
  const failed = results.filter(({ reason }) => reason !== undefined).length;
  const sent = results.filter(({ ok, reason }) => ok || reason !== undefined).length;
  const count = failed === 1 ? "A check failed" : `${failed} of ${sent} checks failed, the first`;
  const message = `${count}: \`${result.method} ${result.path}\` ${result.reason}.`;
  return new ActionError(message, {
    hint: hint ?? "Correct the code, or the line in `smoke-tests`; the function's log in CloudWatch says more.",
    code: "check-failed",
  });
}
