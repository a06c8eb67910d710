import type { Invocation } from "../aws/invoke.js";
import { isObject, parseJson } from "../parse-json.js";
import { cutMiddle } from "../report/escape.js";
import type { SmokeTestFacts } from "../report/facts.js";
import { type InvokeReport, parseInvokeReport } from "./invoke-report.js";
import type { SmokeEvent } from "./smoke-event.js";
import type { SmokeTest } from "./smoke-test-line.js";

export interface Judgement {
  readonly result: SmokeTestFacts;
  /** What to do about it. */
  readonly hint?: string;
  /** The function did not come up or did not come back: every other request would end the same way. */
  readonly hopeless?: boolean;
}

interface Failed {
  readonly reason: string;
  readonly hint?: string;
  readonly hopeless?: boolean;
}

const LONGEST_ERROR = 300;

/**
 * Whether an answer is what the line asks for: no crash, then the status, then the time, then the body. The time of a
 * cold start, and of the first request in any case, is shown and not judged.
 */
export function judge(test: SmokeTest, event: SmokeEvent, invocation: Invocation, first: boolean): Judgement {
  const report = invocation.logResult === undefined ? undefined : parseInvokeReport(invocation.logResult);
  const facts = { ...requested(test), ...timesOf(report) };
  if (invocation.functionError !== undefined) {
    const { reason, ...rest } = crash(invocation.payload, event);
    return { result: { ...facts, ok: false, reason }, ...rest };
  }
  const answer = parseAnswer(invocation.payload);
  const failed = wrongStatus(test, event, answer.status) ?? tooSlow(test, report, first) ?? wrongBody(test, answer);
  const result = { ...facts, ...(answer.status !== undefined && { status: answer.status }) };
  if (failed === undefined) {
    return { result: { ...result, ok: true } };
  }
  const { reason, ...rest } = failed;
  return { result: { ...result, ok: false, reason }, ...rest };
}

/** The result of a request that is not sent, since an earlier one was hopeless: it has no reason of its own. */
export function notSent(test: SmokeTest): SmokeTestFacts {
  return { ...requested(test), ok: false };
}

function requested({ method, path, statuses }: SmokeTest): Pick<SmokeTestFacts, "method" | "path" | "expected"> {
  return { method, path, expected: (statuses ?? ["2xx"]).join(",") };
}

function timesOf(report: InvokeReport | undefined): Pick<SmokeTestFacts, "ms" | "initMs" | "restoreMs" | "memoryMB"> {
  return report === undefined
    ? {}
    : {
        ms: report.durationMs,
        ...(report.initMs !== undefined && { initMs: report.initMs }),
        ...(report.restoreMs !== undefined && { restoreMs: report.restoreMs }),
        ...(report.maxMemoryMB !== undefined && { memoryMB: report.maxMemoryMB }),
      };
}

/** The error types are those of Python's runtime client and of Lambda itself. */
function crash(payload: string, event: SmokeEvent): Failed {
  const { errorType, errorMessage } = fieldsOf(payload);
  const type = typeof errorType === "string" ? errorType : "an error";
  const text = typeof errorMessage === "string" ? errorMessage.replace(/\s+/g, " ").trim() : "";
  const message = text.replace(/^RequestId: \S+ Error: /, "");
  const reason = cutMiddle(`failed with ${type}${message === "" ? "" : `: ${message}`}`, LONGEST_ERROR);
  const hint = crashHint(type, message, event);
  const hopeless = type.startsWith("Runtime.") || type === "Sandbox.Timedout" || /Task timed out after/.test(message);
  return { reason, ...(hint !== undefined && { hint }), hopeless };
}

function crashHint(type: string, message: string, event: SmokeEvent): string | undefined {
  if (/GLIBC_\d/.test(message)) {
    return "A binary asks for a newer C library than the runtime has: choose a release of the package with a wheel for it, or a newer `runtime`.";
  }
  if (type === "Runtime.ImportModuleError") {
    return "What Python names is neither in the code package nor in a layer: add it to the requirements, or to `code-include` if it is code.";
  }
  if (type === "Runtime.HandlerNotFound") {
    return "The module is there, the function in it is not: correct `handler`, or the name in the code.";
  }
  if (type === "Sandbox.Timedout" || /Task timed out after/.test(message)) {
    return "The function ran into its time-out: its log in CloudWatch shows how far it came.";
  }
  const shapes = otherShapes(type, message);
  return shapes === undefined || typeof event !== "string"
    ? undefined
    : `The handler asks for another form of event: set \`smoke-event\` to ${shapes}.`;
}

/** The key that a handler misses names the form that it was written for. */
function otherShapes(type: string, message: string): string | undefined {
  if (type !== "KeyError") {
    return undefined;
  }
  const shapes: Readonly<Record<string, string>> = {
    "'httpMethod'": "`rest-api` or `alb`",
    "'http'": "`http-api` or `function-url`",
    "'rawPath'": "`http-api` or `function-url`",
  };
  return shapes[message];
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** What a front of AWS makes of the payload. An answer that is none of HTTP's is a body. */
function parseAnswer(payload: string): Answer {
  const { statusCode, body, isBase64Encoded } = fieldsOf(payload);
  const status = typeof statusCode === "string" && /^\d{3}$/.test(statusCode) ? Number(statusCode) : statusCode;
  if (typeof status !== "number") {
    return { status: undefined, body: payload };
  }
  const text = typeof body === "string" ? body : body === undefined || body === null ? "" : JSON.stringify(body);
  return { status, body: isBase64Encoded === true ? Buffer.from(text, "base64").toString("utf8") : text };
}

function wrongStatus(test: SmokeTest, event: SmokeEvent, status: number | undefined): Failed | undefined {
  if (status === undefined) {
    // An event of one's own need not be a request, nor its answer one with a status.
    return typeof event !== "string" && test.statuses === undefined
      ? undefined
      : {
          reason: "answered without a numeric `statusCode`",
          hint: "`smoke-tests` sends HTTP requests. For a handler of other events, set `smoke-event` to a JSON file and leave the status out of the line.",
        };
  }
  const statuses = test.statuses ?? ["2xx"];
  if (statuses.some((one) => one === String(status) || one === `${Math.floor(status / 100)}xx`)) {
    return undefined;
  }
  const redirect = status >= 300 && status < 400 && status !== 304;
  return {
    reason: `answered ${status}${redirect ? ", a redirect," : ""} instead of ${statuses.join(",")}`,
    ...(redirect && { hint: "Redirects are not followed: ask for the address it leads to, or expect the redirect." }),
  };
}

function tooSlow({ limitMs }: SmokeTest, report: InvokeReport | undefined, first: boolean): Failed | undefined {
  const cold = first || report?.initMs !== undefined || report?.restoreMs !== undefined;
  if (limitMs === undefined || report === undefined || cold || report.durationMs <= limitMs) {
    return undefined;
  }
  return { reason: `took ${Math.round(report.durationMs)} ms, more than ${limitMs} ms` };
}

function wrongBody(test: SmokeTest, { body }: Answer): Failed | undefined {
  const missing = test.contains.find((text) => !body.includes(text));
  return missing === undefined
    ? undefined
    : { reason: cutMiddle(`answered without ${JSON.stringify(missing)} in the body`, LONGEST_ERROR) };
}

function fieldsOf(payload: string): Readonly<Record<string, unknown>> {
  const value = parseJson(payload);
  return isObject(value) ? value : {};
}
