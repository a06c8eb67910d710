import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { HttpClient, type HttpClientResponse } from "@actions/http-client";
import { readBody } from "../machine/http-body.js";

export interface IndexFile {
  /** URL of a package index, may hold user and password. */
  readonly index: string;
  readonly project: string;
  readonly file: string;
  /** Bytes that are taken at most. */
  readonly size: number;
}

const ATTEMPTS = 3;
const PAUSE_MS = 500;
const LONGEST_ATTEMPT_MS = 300_000;

// https://packaging.python.org/en/latest/specifications/simple-repository-api/
const ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

/** A package index that did not give the file. The message is the end of a sentence about the index and holds no URL. */
export class IndexError extends Error {}

/** Saves a file of a package index as `target`, and returns the sha256 (hex) of what came. Throws IndexError. */
export async function saveFromIndex(wanted: IndexFile, target: string): Promise<string> {
  const client = new HttpClient("lambda-layers-deploy");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await save(client, wanted, target);
    } catch (error) {
      if (error instanceof IndexError || attempt === ATTEMPTS) throw explain(error);
      await setTimeout(attempt * PAUSE_MS);
    }
  }
}

async function save(client: HttpClient, wanted: IndexFile, target: string): Promise<string> {
  const base = new URL(`${wanted.index.replace(/\/*$/, "")}/${wanted.project}/`);
  const credentials = credentialsOf(base);
  base.username = "";
  base.password = "";

  const page = await get(client, base, { ...credentials, accept: ACCEPT });
  const type = page.message.headers["content-type"] ?? "";
  const link = findLink(await readPage(page), type, wanted.file);
  if (link === undefined) throw new IndexError(`has no ${wanted.file}`);

  const url = new URL(link, base);
  const { message } = await get(client, url, url.origin === base.origin ? credentials : {});
  const hash = createHash("sha256");
  let received = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length;
      hash.update(chunk);
      done(
        received > wanted.size ? new IndexError(`sends more than the ${wanted.size} bytes of ${wanted.file}`) : null,
        chunk,
      );
    },
  });
  await pipeline(message, hashing, createWriteStream(target), { signal: AbortSignal.timeout(LONGEST_ATTEMPT_MS) });
  return hash.digest("hex");
}

/** Bytes; that of uv itself has 2 MB. */
const LONGEST_PAGE = 32 * 1024 ** 2;

async function readPage({ message }: HttpClientResponse): Promise<string> {
  const body = await readBody(message, LONGEST_ATTEMPT_MS, LONGEST_PAGE);
  if (body === undefined) throw new IndexError(`sends more than ${LONGEST_PAGE} bytes as its list of files`);
  return body.toString("utf8");
}

async function get(client: HttpClient, url: URL, headers: Record<string, string>): Promise<HttpClientResponse> {
  const response = await client.get(url.href, headers);
  const status = response.message.statusCode ?? 0;
  if (status === 200) return response;
  response.message.destroy();
  const answer = `answered ${status}`;
  throw status >= 500 || status === 429 ? new Error(answer) : new IndexError(answer);
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

const LONGEST_ANCHOR = 4_096;

function findLink(page: string, contentType: string, file: string): string | undefined {
  if (contentType.includes("json")) {
    const { files } = JSON.parse(page) as { files?: readonly { filename?: unknown; url?: unknown }[] };
    const url = files?.find(({ filename }) => filename === file)?.url;
    return typeof url === "string" ? url : undefined;
  }
  // One short piece for each anchor: on a hostile page, a pattern that looks for its own start would take hours.
  const anchors = page
    .split(/<a\s/i)
    .slice(1)
    .filter((piece) => piece.length < LONGEST_ANCHOR)
    .map((piece) => /^[^>]*?href\s*=\s*["']([^"']*)["'][^>]*>([^<]*)<\/a>/i.exec(piece));
  const [, href] = anchors.find((anchor) => anchor?.[2]?.trim() === file) ?? [];
  return href?.replaceAll("&amp;", "&");
}

function explain(error: unknown): IndexError {
  if (error instanceof IndexError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new IndexError(code === undefined ? message : `cannot be reached (${code})`, { cause: error });
}
