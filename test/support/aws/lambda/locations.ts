import { randomBytes, randomUUID } from "node:crypto";
import type { Answer } from "./scene.ts";
import type { Content } from "./state.ts";

const PREFIX = "/lambda-content/";
// [docs] GetFunction, GetLayerVersion: a presigned URL, valid for ten minutes.
const VALID_MS = 600_000;

export interface Locations {
  /** A fresh presigned URL for this zip: a secret, since whoever has it can read the zip. */
  give(origin: string, content: Content, name: string): string;
  isLocation(path: string): boolean;
  /** What S3 answers to a request for a presigned URL. */
  read(method: string, url: URL, range: string | undefined): Answer;
  /** Ends the validity of all URLs that were given so far. */
  expire(): void;
  /** The secret parts of all URLs that were given. */
  secrets(): readonly string[];
}

export function locations(): Locations {
  const given = new Map<
    string,
    { readonly content: Content; readonly token: string; readonly signature: string; until: number }
  >();
  return {
    give(origin, content, name) {
      const [token, signature] = [randomBytes(48).toString("base64url"), randomBytes(32).toString("hex")];
      const path = `${PREFIX}${encodeURIComponent(name)}-${randomUUID()}`;
      given.set(path, { content, token, signature, until: Date.now() + VALID_MS });
      const query = new URLSearchParams({
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Expires": String(VALID_MS / 1000),
        "X-Amz-Security-Token": token,
        "X-Amz-Signature": signature,
      });
      return `${origin}${path}?${query}`;
    },
    isLocation: (path) => path.startsWith(PREFIX),
    read(method, url, range) {
      const found = given.get(url.pathname);
      const signed =
        found?.token === url.searchParams.get("X-Amz-Security-Token") &&
        found?.signature === url.searchParams.get("X-Amz-Signature");
      if (found === undefined) return refusal(404, "NoSuchKey", "The specified key does not exist.");
      // The URL is signed for GET: another method has another signature.
      if (!signed || method !== "GET") {
        const text =
          "The request signature we calculated does not match the signature you provided. Check your key and signing method.";
        return refusal(403, "SignatureDoesNotMatch", text);
      }
      if (found.until < Date.now()) return refusal(403, "AccessDenied", "Request has expired");
      return part(found.content.zip, range);
    },
    expire() {
      for (const entry of given.values()) entry.until = 0;
    },
    secrets: () => [...given.values()].flatMap(({ token, signature }) => [token, signature]),
  };
}

// RFC 9110, one range: `bytes=0-99`, `bytes=100-`, `bytes=-22`.
function part(zip: Buffer, range: string | undefined): Answer {
  const whole = { "content-type": "application/zip", "accept-ranges": "bytes" };
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
  if (match === null || (match[1] === "" && match[2] === "")) return { status: 200, headers: whole, body: zip };
  const [first, last] = [match[1] ?? "", match[2] ?? ""];
  const start = first === "" ? Math.max(0, zip.length - Number(last)) : Number(first);
  const end = first === "" || last === "" ? zip.length - 1 : Math.min(Number(last), zip.length - 1);
  if (start > end) return refusal(416, "InvalidRange", "The requested range is not satisfiable");
  const headers = { ...whole, "content-range": `bytes ${start}-${end}/${zip.length}` };
  return { status: 206, headers, body: zip.subarray(start, end + 1) };
}

/** An error in the form of S3. */
export function refusal(
  status: number,
  code: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
  return { status, headers: { "content-type": "application/xml", ...headers }, body: Buffer.from(body) };
}
