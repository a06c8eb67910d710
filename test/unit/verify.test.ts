import { describe, expect, it } from "vitest";
import type { Invoke } from "../../src/aws/invoke.ts";
import { parseSmokeTests } from "../../src/verify/smoke-test-line.ts";
import { runSmokeTests } from "../../src/verify/verify.ts";
import { fastClock } from "../support/clock.ts";

type Reply = object | Error;

/** Runs lines against a Lambda that gives these replies, one after the other, the last one again and again. */
async function run(lines: string, replies: readonly Reply[], waitMs = 60_000) {
  const events: { readonly qualifier: string; readonly event: Record<string, unknown> }[] = [];
  const shown: string[] = [];
  const clock = fastClock();
  const invoke: Invoke = async (qualifier, event) => {
    const reply = replies[Math.min(events.length, replies.length - 1)] as Reply;
    events.push({ qualifier, event: JSON.parse(event) });
    if (reply instanceof Error) throw reply;
    return {
      payload: JSON.stringify(reply),
      functionError: "errorType" in reply ? "Unhandled" : undefined,
      logResult: undefined,
    };
  };
  const outcome = await runSmokeTests({
    invoke,
    qualifier: "7",
    tests: parseSmokeTests(lines).tests,
    event: "http-api",
    region: "eu-central-1",
    waitMs,
    clock,
    newRequestId: () => "id",
    now: () => new Date(0),
    onResult: ({ path }) => shown.push(path),
  }).catch((error: Error) => error);
  return { outcome, events, shown };
}

const failure = (name: string, status: number | undefined) =>
  Object.assign(new Error(name), { name, operation: "Invoke", $metadata: { httpStatusCode: status } });
const OK = { statusCode: 200 };
const THROTTLED = failure("TooManyRequestsException", 429);
const PENDING = failure("ResourceConflictException", 409);
const NOT_READY = failure("SnapStartNotReadyException", 409);
const OUTAGE = failure("ServiceException", 500);
const RESET = failure("TimeoutError", undefined);
const DENIED = failure("AccessDeniedException", 403);

describe("runSmokeTests", () => {
  it("sends the lines in their order to the version", async () => {
    const { outcome, events, shown } = await run("GET /a\nPOST /b\nGET /a", [OK]);
    expect(outcome).toMatchObject({ outcome: "passed", results: [{ path: "/a" }, { path: "/b" }, { path: "/a" }] });
    expect(events.map(({ qualifier, event }) => [qualifier, event.rawPath])).toEqual([
      ["7", "/a"],
      ["7", "/b"],
      ["7", "/a"],
    ]);
    expect(shown).toEqual(["/a", "/b", "/a"]);
  });

  it("goes on after a wrong answer, and tells the first of them", async () => {
    const { outcome } = await run("GET /a\nGET /b\nGET /c", [OK, { statusCode: 500 }, { statusCode: 404 }]);
    expect(outcome).toMatchObject({
      outcome: "failed",
      results: [{ ok: true }, { ok: false, status: 500 }, { ok: false, status: 404 }],
      failure: {
        message: "2 of 3 checks failed, the first: `GET /b` answered 500 instead of 2xx.",
        code: "check-failed",
      },
    });
  });

  it("asks a function that does not come up only once", async () => {
    const crash = { errorType: "Runtime.ImportModuleError", errorMessage: "No module named 'x'" };
    const { outcome, events } = await run("GET /a\nGET /b", [crash]);
    expect(events).toHaveLength(1);
    expect(outcome).toMatchObject({
      results: [
        { path: "/a", reason: expect.stringMatching(/^failed/) },
        { path: "/b", ok: false },
      ],
      failure: {
        message: "A check failed: `GET /a` failed with Runtime.ImportModuleError: No module named 'x'.",
        hint: expect.stringContaining("requirements"),
      },
    });
  });

  it.each<[string, string, readonly Reply[], number]>([
    ["POST: too many calls", "POST /a", [THROTTLED, THROTTLED, OK], 3],
    ["POST: a version that is not up yet", "POST /a", [PENDING, NOT_READY, OK], 3],
    ["GET: an outage", "GET /a", [OUTAGE, RESET, OK], 3],
  ])("asks again after %s", async (_, line, replies, sent) => {
    const { outcome, events } = await run(line, replies);
    expect(outcome).toMatchObject({ outcome: "passed" });
    expect(events).toHaveLength(sent);
  });

  it.each<[string, string, readonly Reply[], number, Error]>([
    ["POST: an answer that leaves open whether it ran", "POST /a", [OUTAGE, OK], 1, OUTAGE],
    ["POST: no answer", "POST /a", [RESET, OK], 1, RESET],
    ["GET: an outage that lasts", "GET /a", [OUTAGE], 3, OUTAGE],
    ["a refusal", "GET /a", [DENIED, OK], 1, DENIED],
  ])("gives up after %s", async (_, line, replies, sent, error) => {
    const { outcome, events } = await run(line, replies);
    expect(outcome).toBe(error);
    expect(events).toHaveLength(sent);
  });

  it("waits for a version no longer than it may", async () => {
    const { outcome, events } = await run("GET /a", [NOT_READY], 20_000);
    expect(outcome).toBe(NOT_READY);
    expect(events.length).toBeGreaterThan(4);
    expect(events.length).toBeLessThan(12);
  });
});
