import type { Operation, Service } from "./operations.ts";

/** One HTTP request that arrived. A retry of the SDK is one more, with the same invocation. */
export interface Call {
  /** `GetFunction`, `s3.PutObject`, `location.GetObject` (a zip read by its presigned URL). */
  readonly op: string;
  readonly service: Service;
  readonly fn: string | undefined;
  readonly attempt: number;
  readonly invocation: string;
  /** Of the request's body as it came over the wire. */
  readonly bytes: number;
  /** Bytes of the zip that the request brought itself, when the service took it. */
  readonly zipBytes: number;
  /** HTTP status; `reset`: the client saw a broken connection; `gone`: the client broke it; `open`: not answered yet. */
  readonly status: number | "reset" | "gone" | "open";
  /** The fault that was injected. */
  readonly fault: string | undefined;
  readonly ms: number;
}

export interface Recorder {
  readonly calls: readonly Call[];
  /** Calls in the order of their arrival: what the returned function is told completes the entry. */
  begin(operation: Operation, headers: NodeJS.Dict<string | string[]>): (end: Partial<Call>) => void;
  /** How many calls of this operation were made, retries not counted. */
  count(op: string): number;
  /** Requests by operation, retries counted. */
  summary(): Record<string, number>;
  /** Zip bytes of the uploads that were taken and whose taking the client was told. */
  uploadedBytes(): number;
  reset(): void;
}

export function recorder(): Recorder {
  const calls: Call[] = [];
  let anonymous = 0;
  return {
    calls,
    begin({ op, service, fn }, headers) {
      const started = performance.now();
      const attempt = Number(/attempt=(\d+)/.exec(String(headers["amz-sdk-request"]))?.[1] ?? 1);
      anonymous += 1;
      const invocation = String(headers["amz-sdk-invocation-id"] ?? `#${anonymous}`);
      const call: Call = {
        op,
        service,
        fn,
        attempt,
        invocation,
        bytes: 0,
        zipBytes: 0,
        status: "open",
        fault: undefined,
        ms: 0,
      };
      calls.push(call);
      return (end) => Object.assign(call, end, { ms: performance.now() - started });
    },
    count: (op) => new Set(calls.filter((call) => call.op === op).map(({ invocation }) => invocation)).size,
    summary() {
      const sums: Record<string, number> = {};
      for (const { op } of calls) sums[op] = (sums[op] ?? 0) + 1;
      return sums;
    },
    uploadedBytes: () =>
      calls
        .filter(({ status }) => typeof status === "number" && status < 300)
        .reduce((sum, { zipBytes }) => sum + zipBytes, 0),
    reset() {
      calls.length = 0;
    },
  };
}
