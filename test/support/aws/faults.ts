import { refusal } from "./lambda/locations.ts";
import type { Answer } from "./lambda/scene.ts";
import { AwsError } from "./lambda/texts.ts";
import type { Operation } from "./operations.ts";

/** What goes wrong with a request. */
export type Fault =
  /** 429 with Retry-After (seconds), S3: 503 SlowDown. */
  | { readonly kind: "throttle"; readonly retryAfter?: number }
  | { readonly kind: "serverError" }
  /** A load balancer before the service answers 503 with HTML. */
  | { readonly kind: "gateway" }
  | { readonly kind: "awsError"; readonly status: number; readonly code: string; readonly text: string }
  | { readonly kind: "s3Error"; readonly status: number; readonly code: string; readonly text: string }
  /** The connection breaks before anything of the body is read; nothing happens in AWS. */
  | { readonly kind: "resetBefore" }
  /** The connection breaks after this many bytes of the body; nothing happens in AWS. */
  | { readonly kind: "resetDuringUpload"; readonly bytes: number }
  /** AWS does what was asked, and the connection breaks before the answer. */
  | { readonly kind: "lostReply" }
  | { readonly kind: "delay"; readonly ms: number }
  /** The request is taken and never answered; nothing happens in AWS. */
  | { readonly kind: "silence" }
  /** Something happens between the caller's request and its answer, like somebody else's deployment. */
  | { readonly kind: "meanwhile"; readonly run: () => unknown }
  /** The body is taken no faster than this. */
  | { readonly kind: "slow"; readonly bytesPerSecond: number };

export interface FaultRule {
  readonly op: string;
  /** Function or layer, as the caller names it; any when not given. */
  readonly fn?: string;
  /** How many requests are hit, 1 when not given. */
  readonly times?: number;
  /** How many matching requests pass before. */
  readonly after?: number;
  readonly do: Fault;
}

export interface Faults {
  add(rule: FaultRule): void;
  /** The fault that this request meets; it is used up by that. */
  take(operation: Operation): Fault | undefined;
  clear(): void;
}

export function faults(): Faults {
  let rules: { readonly rule: FaultRule; toPass: number; left: number }[] = [];
  return {
    add: (rule) => rules.push({ rule, toPass: rule.after ?? 0, left: rule.times ?? 1 }),
    take({ op, fn }) {
      const matching = rules.filter(({ rule }) => rule.op === op && (rule.fn === undefined || rule.fn === fn));
      const hit = matching.find(({ toPass, left }) => toPass === 0 && left > 0);
      for (const entry of matching) if (entry.toPass > 0) entry.toPass -= 1;
      if (hit !== undefined) hit.left -= 1;
      return hit?.rule.do;
    },
    clear() {
      rules = [];
    },
  };
}

/** The answer that a fault gives in place of the service; undefined for those that let the service answer. */
export function cannedAnswer(fault: Fault | undefined, { service }: Operation): Answer | AwsError | undefined {
  switch (fault?.kind) {
    case "throttle":
      return throttled(service, fault.retryAfter);
    case "serverError":
      return service === "s3"
        ? refusal(500, "InternalError", "We encountered an internal error. Please try again.")
        : new AwsError(500, "ServiceException", "An internal error occurred. Please try again later.");
    case "gateway":
      return {
        status: 503,
        headers: { "content-type": "text/html" },
        body: Buffer.from("<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"),
      };
    case "awsError":
      return new AwsError(fault.status, fault.code, fault.text);
    case "s3Error":
      return refusal(fault.status, fault.code, fault.text);
    default:
      return undefined;
  }
}

function throttled(service: string, retryAfter: number | undefined): Answer {
  if (service === "s3") return refusal(503, "SlowDown", "Please reduce your request rate.");
  return {
    status: 429,
    json: { Reason: "CallerRateLimitExceeded", Type: "User", message: "Rate exceeded" },
    headers: {
      "x-amzn-errortype": "TooManyRequestsException",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    },
  };
}
