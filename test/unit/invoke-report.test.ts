import { describe, expect, it } from "vitest";
import { parseInvokeReport } from "../../src/verify/invoke-report.ts";

const read = (log: string) => parseInvokeReport(Buffer.from(log).toString("base64"));

const WARM =
  "REPORT RequestId: 1c8d\tDuration: 3.01 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t";
const COLD = `${WARM}Init Duration: 110.10 ms\t\n`;
const json = (type: string, metrics: object) =>
  JSON.stringify({ time: "2026-08-20T11:25:40Z", type, record: { requestId: "1c8d", status: "success", metrics } });
const METRICS = { durationMs: 12.5, billedDurationMs: 13, memorySizeMB: 128, maxMemoryUsedMB: 40 };

describe("parseInvokeReport", () => {
  it.each<[string, string, object | undefined]>([
    [
      "a cold start",
      `START RequestId: 1c8d\nhello\nEND RequestId: 1c8d\n${COLD}`,
      { durationMs: 3.01, initMs: 110.1, maxMemoryMB: 36 },
    ],
    ["a warm one", WARM, { durationMs: 3.01, maxMemoryMB: 36 }],
    ["whole numbers", "REPORT RequestId: a\tDuration: 101 ms\tInit Duration: 7 ms\r\n", { durationMs: 101, initMs: 7 }],
    [
      "SnapStart",
      `${WARM}Restore Duration: 250.4 ms\tBilled Restore Duration: 90 ms\n`,
      { durationMs: 3.01, restoreMs: 250.4, maxMemoryMB: 36 },
    ],
    [
      "facts behind that are not known",
      `${COLD.trim()}\nXRAY TraceId: 1-5\tSegmentId: 2\tSampled: true\n`,
      { durationMs: 3.01, initMs: 110.1, maxMemoryMB: 36 },
    ],
    ["a crash", `${WARM}Status: error\tError Type: Runtime.ExitError\n`, { durationMs: 3.01, maxMemoryMB: 36 }],
    [
      "JSON",
      `${json("platform.start", {})}\n${json("platform.report", METRICS)}\n`,
      { durationMs: 12.5, maxMemoryMB: 40 },
    ],
    [
      "JSON of a cold start",
      json("platform.report", { ...METRICS, initDurationMs: 200 }),
      { durationMs: 12.5, initMs: 200, maxMemoryMB: 40 },
    ],
    [
      "JSON of SnapStart",
      json("platform.report", { ...METRICS, restoreDurationMs: 180, billedRestoreDurationMs: 90 }),
      { durationMs: 12.5, restoreMs: 180, maxMemoryMB: 40 },
    ],
    [
      "a look-alike before it",
      `REPORT RequestId: mine\tDuration: 999 ms\n${WARM}`,
      { durationMs: 3.01, maxMemoryMB: 36 },
    ],
    [
      "JSON that only speaks of it",
      `${json("platform.report", METRICS)}\n{"message":"platform.report"}\n`,
      { durationMs: 12.5, maxMemoryMB: 40 },
    ],
    ["a log cut in the middle of a line", `D: 9\tDuration: 77 ms\n${WARM}`, { durationMs: 3.01, maxMemoryMB: 36 }],
    ["a log cut in the middle of a character", `\ufffd\ufffd…\n${WARM}`, { durationMs: 3.01, maxMemoryMB: 36 }],
    ["words in the middle of a line", `my REPORT RequestId: 1\tDuration: 5 ms`, undefined],
    ["a report without duration", "REPORT RequestId: 1\tMemory Size: 128 MB", undefined],
    ["another JSON event", json("platform.runtimeDone", METRICS), undefined],
    ["JSON with other types in it", json("platform.report", { durationMs: "12" }), undefined],
    ["JSON null", 'null\n{}\n[]\n{"type":"platform.report","record":null}', undefined],
    ["a number that is none", "REPORT RequestId: 1\tDuration: 1.2.3 ms", undefined],
    ["broken JSON", '{"type":"platform.report","record":{"metrics":{"durationMs":1', undefined],
    ["nothing", "", undefined],
  ])("reads %s", (_, log, expected) => {
    expect(read(log)).toEqual(expected);
  });

  it("survives what is no Base64", () => {
    expect(parseInvokeReport("%%%")).toBeUndefined();
  });
});
