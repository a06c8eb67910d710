import { type IncomingHttpHeaders, request } from "node:http";
import type { Answer } from "./lambda/scene.ts";

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** moto: the S3, IAM and STS behind the emulator, with one account of its own. */
export interface Upstream {
  send(request: UpstreamRequest): Promise<Answer>;
  /** A request to S3 in the name of AWS itself. */
  s3(method: string, path: string, region: string, body?: string): Promise<Answer>;
  /** A call of IAM in the name of AWS itself. */
  iam(form: Readonly<Record<string, string>>): Promise<Answer>;
}

// Headers that belong to one connection, and those that moto must not see: it never answers `Expect`.
const NOT_FORWARDED = ["connection", "keep-alive", "transfer-encoding", "expect", "content-length"];
const NOT_RETURNED = ["connection", "transfer-encoding", "date", "server"];

export function upstream(port: number, account: string): Upstream {
  const send = ({ method, path, headers, body }: UpstreamRequest) =>
    new Promise<Answer>((resolve, reject) => {
      const own = { "content-length": body.length, "x-moto-account-id": account };
      const forwarded = { ...without(NOT_FORWARDED, headers), ...own };
      const sent = request({ host: "127.0.0.1", port, method, path, headers: forwarded }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const headers = without(NOT_RETURNED, response.headers) as Record<string, string>;
          resolve({ status: response.statusCode ?? 502, headers, body: Buffer.concat(chunks) });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  return {
    send,
    s3: (method, path, region, body = "") =>
      send({ method, path, headers: signed("s3", region), body: Buffer.from(body) }),
    iam(form) {
      const headers = { ...signed("iam", "us-east-1"), "content-type": "application/x-www-form-urlencoded" };
      const body = new URLSearchParams({ Version: "2010-05-08", ...form }).toString();
      return send({ method: "POST", path: "/", headers, body: Buffer.from(body) });
    },
  };
}

function without(names: readonly string[], headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

// moto finds the service by the signature's scope and does not check the signature.
function signed(service: string, region: string): IncomingHttpHeaders {
  const credential = `emulator/20260101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0` };
}
