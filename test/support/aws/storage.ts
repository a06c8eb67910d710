import { createHash } from "node:crypto";
import { type IncomingHttpHeaders, request } from "node:http";
import { refusal } from "./lambda/locations.ts";
import type { Answer } from "./lambda/scene.ts";
import { objectNotReadable } from "./lambda/texts.ts";

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** moto: the S3, IAM and STS behind the emulator. */
export interface Upstream {
  send(request: UpstreamRequest): Promise<Answer>;
}

// Headers that belong to one connection, and those that moto must not see: it never answers `Expect`.
const NOT_FORWARDED = ["connection", "keep-alive", "transfer-encoding", "expect", "content-length"];

export function upstream(port: number, account: string): Upstream {
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const forwarded = Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.includes(name)));
        const sent = request(
          {
            host: "127.0.0.1",
            port,
            method,
            path,
            headers: { ...forwarded, "content-length": body.length, "x-moto-account-id": account },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk: Buffer) => chunks.push(chunk));
            response.on("error", reject);
            response.on("end", () =>
              resolve(answerOf(response.statusCode ?? 502, response.headers, Buffer.concat(chunks))),
            );
          },
        );
        sent.on("error", reject);
        sent.end(body);
      }),
  };
}

function answerOf(status: number, headers: IncomingHttpHeaders, body: Buffer): Answer {
  const kept = Object.entries(headers).filter(
    ([name]) => !["connection", "transfer-encoding", "date", "server"].includes(name),
  );
  return { status, headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), body };
}

/** Signed as moto wants it: it looks at the scope and not at the signature. */
function signedFor(service: string, region = "us-east-1"): IncomingHttpHeaders {
  const credential = `emulator/20260101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0` };
}

/** An object's bytes as Lambda copies them. Throws Lambda's words for an S3 error. */
export async function readObject(
  moto: Upstream,
  { bucket, key, version }: { bucket: string; key: string; version: string | undefined },
): Promise<Buffer> {
  const query = version === undefined ? "" : `?versionId=${encodeURIComponent(version)}`;
  const path = `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}${query}`;
  const answer = await moto.send({ method: "GET", path, headers: signedFor("s3"), body: Buffer.alloc(0) });
  if (answer.status === 200) return answer.body ?? Buffer.alloc(0);
  const text = answer.body?.toString() ?? "";
  const member = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? "";
  throw objectNotReadable(member("Code"), member("Message"));
}

/** A call of IAM in the query protocol; gives the HTTP status. */
export async function callIam(moto: Upstream, form: Readonly<Record<string, string>>): Promise<number> {
  const headers = { ...signedFor("iam"), "content-type": "application/x-www-form-urlencoded" };
  const body = Buffer.from(new URLSearchParams({ Version: "2010-05-08", ...form }).toString());
  return (await moto.send({ method: "POST", path: "/", headers, body })).status;
}

/** A call of S3 without a body for the tests' own preparations; gives the HTTP status. */
export async function callS3(moto: Upstream, method: string, path: string, region: string, body = ""): Promise<number> {
  return (await moto.send({ method, path, headers: signedFor("s3", region), body: Buffer.from(body) })).status;
}

/** What S3 refuses and moto accepts: a body that is not what its checksum says. The error's exact words are not recorded. */
export function refusedBody({ headers, body }: UpstreamRequest): Answer | undefined {
  const claimed = headers["x-amz-checksum-sha256"];
  if (claimed === undefined || headers["content-encoding"]?.includes("aws-chunked")) return undefined;
  if (createHash("sha256").update(body).digest("base64") === claimed) return undefined;
  return refusal(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
}
