import { isObject, parseJson } from "../parse-json.js";

/** What Lambda says at the end of an invocation's log; times in ms. A figure that is not there is absent. */
export interface InvokeReport {
  /** Of the handler. */
  readonly durationMs: number;
  /** Loading the modules; only after a cold start. */
  readonly initMs?: number;
  /** Resuming a snapshot (SnapStart) instead of that. */
  readonly restoreMs?: number;
  readonly maxMemoryMB?: number;
}

/**
 * Reads the REPORT of LogResult: base64 of the log's last 4 KB, which may begin anywhere in a line. The function can print
 * the same words, but Lambda has the last one. Undefined without a report: a high log level hides it.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html
 */
export function parseInvokeReport(logResult: string): InvokeReport | undefined {
  const lines = Buffer.from(logResult, "base64").toString("utf8").split(/\r?\n/);
  return lines.map((line) => textReport(line) ?? jsonReport(line)).findLast((report) => report !== undefined);
}

/** `REPORT RequestId: …`, then facts between tabs; some may follow that are not known here. */
function textReport(line: string): InvokeReport | undefined {
  if (!line.startsWith("REPORT RequestId: ")) {
    return undefined;
  }
  const facts = new Map(
    line.split("\t").flatMap((part) => {
      const [, name, figure] = /^(.+?): ([\d.]+) (?:ms|MB)$/.exec(part.trim()) ?? [];
      return name === undefined ? [] : [[name, Number(figure)] as const];
    }),
  );
  return reportOf({
    durationMs: facts.get("Duration"),
    initDurationMs: facts.get("Init Duration"),
    restoreDurationMs: facts.get("Restore Duration"),
    maxMemoryUsedMB: facts.get("Max Memory Used"),
  });
}

/** The log format JSON: an object of the type `platform.report`. */
function jsonReport(line: string): InvokeReport | undefined {
  const event = parseJson(line);
  const record = isObject(event) && event.type === "platform.report" ? event.record : undefined;
  const metrics = isObject(record) ? record.metrics : undefined;
  return isObject(metrics) ? reportOf(metrics) : undefined;
}

function reportOf(metrics: {
  readonly durationMs?: unknown;
  readonly initDurationMs?: unknown;
  readonly restoreDurationMs?: unknown;
  readonly maxMemoryUsedMB?: unknown;
}): InvokeReport | undefined {
  const { durationMs, initDurationMs: initMs, restoreDurationMs: restoreMs, maxMemoryUsedMB: maxMemoryMB } = metrics;
  if (!isFigure(durationMs)) {
    return undefined;
  }
  return {
    durationMs,
    ...(isFigure(initMs) && { initMs }),
    ...(isFigure(restoreMs) && { restoreMs }),
    ...(isFigure(maxMemoryMB) && { maxMemoryMB }),
  };
}

function isFigure(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
