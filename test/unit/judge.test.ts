import { describe, expect, it } from "vitest";
import { judge } from "../../src/verify/judge.ts";
import type { SmokeEvent } from "../../src/verify/smoke-event.ts";
import { parseSmokeTests, type SmokeTest } from "../../src/verify/smoke-test-line.ts";

interface Given {
  readonly answer: unknown;
  readonly error?: string;
  readonly report?: string;
  readonly first?: boolean;
  readonly event?: SmokeEvent;
}

function judged(line: string, { answer, error, report, first = false, event = "http-api" }: Given) {
  const [test] = parseSmokeTests(line).tests;
  const payload = typeof answer === "string" ? answer : JSON.stringify(answer);
  const logResult =
    report === undefined ? undefined : Buffer.from(`REPORT RequestId: 1\t${report}\n`).toString("base64");
  return judge(test as SmokeTest, event, { payload, functionError: error, logResult }, first);
}

const crash = (errorType: string, errorMessage: string) => ({
  answer: { errorType, errorMessage, stackTrace: [] },
  error: "Unhandled",
});

const FILE: SmokeEvent = { file: "event.json", text: "{}" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("judge", () => {
  it.each<[string, Given]>([
    ["GET /", { answer: { statusCode: 204 } }],
    ["GET / 2xx,304", { answer: { statusCode: 304 } }],
    ["GET / 404", { answer: { statusCode: 404, body: "no" } }],
    ["GET /", { answer: { statusCode: "200", body: "" } }],
    ['GET / contains "ö" contains "k"', { answer: { statusCode: 200, body: "ök" } }],
    ['GET / contains "ö"', { answer: { statusCode: 200, body: base64("ö"), isBase64Encoded: true } }],
    ['GET / contains "\\"a\\":1"', { answer: { statusCode: 200, body: { a: 1 } } }],
    ["GET / <5ms", { answer: { statusCode: 200 }, report: "Duration: 900 ms", first: true }],
    ["GET / <5ms", { answer: { statusCode: 200 }, report: "Duration: 900 ms\tInit Duration: 5 ms" }],
    ["GET / <5ms", { answer: { statusCode: 200 }, report: "Duration: 900 ms\tRestore Duration: 5 ms" }],
    ["GET / <5ms", { answer: { statusCode: 200 }, report: "Duration: 5 ms" }],
    ["GET / <5ms", { answer: { statusCode: 200 } }],
    ["POST /queue", { answer: null, event: FILE }],
    ['POST /queue contains "done"', { answer: { result: "done" }, event: FILE }],
    ["POST /queue", { answer: { statusCode: 202 }, event: FILE }],
  ])("passes %j with %j", (line, given) => {
    expect(judged(line, given).result).toMatchObject({ ok: true });
    expect(judged(line, given).result).not.toHaveProperty("reason");
  });

  it.each<[string, Given, string]>([
    ["GET /", { answer: { statusCode: 500 } }, "answered 500 instead of 2xx"],
    ["GET / 200,204", { answer: { statusCode: 201 } }, "answered 201 instead of 200,204"],
    ["GET /", { answer: { statusCode: 307 } }, "answered 307, a redirect, instead of 2xx"],
    ["GET /", { answer: { statusCode: 304 } }, "answered 304 instead of 2xx"],
    ["GET /", { answer: { statusCode: 2000 } }, "answered 2000 instead of 2xx"],
    ["GET /", { answer: "hello" }, "answered without a numeric `statusCode`"],
    ["GET /", { answer: '"hello"' }, "answered without a numeric `statusCode`"],
    ["GET /", { answer: null }, "answered without a numeric `statusCode`"],
    ["GET /", { answer: { statusCode: "ok" } }, "answered without a numeric `statusCode`"],
    ["POST /queue 200", { answer: null, event: FILE }, "answered without a numeric `statusCode`"],
    ["POST /queue", { answer: { statusCode: 500 }, event: FILE }, "answered 500 instead of 2xx"],
    ["GET / <500ms", { answer: { statusCode: 200 }, report: "Duration: 612.4 ms" }, "took 612 ms, more than 500 ms"],
    ['GET / contains "a\\nb"', { answer: { statusCode: 200, body: "ab" } }, 'answered without "a\\nb" in the body'],
    ['GET / contains "x"', { answer: { statusCode: 200 } }, 'answered without "x" in the body'],
    [
      'GET / contains "b2"',
      { answer: { statusCode: 200, body: base64("ö"), isBase64Encoded: true } },
      'answered without "b2" in the body',
    ],
    ["GET /", crash("ValueError", "boo\n  hoo"), "failed with ValueError: boo hoo"],
    [
      "GET /",
      crash("Runtime.ExitError", "RequestId: 1c8d-2 Error: Runtime exited with error: exit status 3"),
      "failed with Runtime.ExitError: Runtime exited with error: exit status 3",
    ],
    ["GET /", { answer: "no JSON", error: "Unhandled" }, "failed with an error"],
    ["GET / 500", { answer: { statusCode: 500 }, error: "Unhandled" }, "failed with an error"],
  ])("fails %j with %j", (line, given, reason) => {
    expect(judged(line, given).result).toMatchObject({ ok: false, reason });
  });

  it("looks for a crash first, then at the status, the time, the body", () => {
    const slow = { report: "Duration: 9 ms" };
    const line = 'GET / 200 <5ms contains "x"';
    const reasons = [
      judged(line, { ...crash("KeyError", "'a'"), ...slow }),
      judged(line, { answer: { statusCode: 404 }, ...slow }),
      judged(line, { answer: { statusCode: 200 }, ...slow }),
      judged(line, { answer: { statusCode: 200 } }),
    ].map(({ result }) => result.reason?.split(" ")[0]);
    expect(reasons).toEqual(["failed", "answered", "took", "answered"]);
  });

  it.each<[string, Given, RegExp | undefined, boolean]>([
    [
      "a missing package",
      crash("Runtime.ImportModuleError", "No module named 'x'"),
      /add it to the requirements/,
      true,
    ],
    [
      "a C library that is too old",
      crash("Runtime.ImportModuleError", "/lib64/libc.so.6: version `GLIBC_2.28' not found"),
      /newer C library .* newer `runtime`/,
      true,
    ],
    ["a wrong handler", crash("Runtime.HandlerNotFound", "Handler 'x' missing"), /correct `handler`/, true],
    ["a time-out", crash("Sandbox.Timedout", "Task timed out after 3.00 seconds"), /time-out/, true],
    ["an event of format 2.0 for a REST handler", crash("KeyError", "'httpMethod'"), /`rest-api` or `alb`/, false],
    ["an event of format 1.0 for a handler of 2.0", crash("KeyError", "'http'"), /`http-api` or `function-url`/, false],
    ["a file that the handler does not take", { ...crash("KeyError", "'http'"), event: FILE }, undefined, false],
    ["another KeyError", crash("KeyError", "'id'"), undefined, false],
    ["a handler of other events", { answer: { done: true } }, /leave the status out/, false],
    ["a redirect", { answer: { statusCode: 308 } }, /not followed/, false],
    ["a wrong status", { answer: { statusCode: 500 } }, undefined, false],
  ])("knows a next step for %s", (_, given, hint, hopeless) => {
    const judgement = judged("GET /", given);
    expect(judgement.hint ?? "").toMatch(hint ?? /^$/);
    expect(judgement.hopeless ?? false).toBe(hopeless);
  });

  it("tells what Lambda reports, and nothing for what it does not", () => {
    const report = "Duration: 12.4 ms\tMax Memory Used: 78 MB\tInit Duration: 231 ms";
    const test = { method: "GET", path: "/a?b", expected: "200,3xx", ok: true, status: 200 };
    expect(judged("GET /a?b 200,3xx", { answer: { statusCode: 200 }, report }).result).toEqual({
      ...test,
      ms: 12.4,
      initMs: 231,
      memoryMB: 78,
    });
    expect(judged("GET /a?b 200,3xx", { answer: { statusCode: 200 } }).result).toEqual(test);
  });

  it("shows no more than the beginning and end of a long error, and nothing of the answer", () => {
    const { result } = judged("GET /", crash("ValueError", "x".repeat(5_000)));
    expect(result.reason?.length).toBeLessThanOrEqual(300);
    const { reason } = judged('GET / contains "a"', { answer: { statusCode: 200, body: "hunter2" } }).result;
    expect(reason).not.toContain("hunter2");
  });
});
