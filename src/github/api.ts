import { setTimeout } from "node:timers/promises";
import { HttpClient } from "@actions/http-client";
import { readBody } from "../machine/http-body.js";
import { parseJson } from "../parse-json.js";

export interface GitHubAccess {
  /** GITHUB_API_URL: `https://api.github.com`, with a path on GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
}

export interface GitHubAnswer {
  readonly status: number;
  /** The Link header. */
  readonly link: string | undefined;
  /** The parsed body; undefined when it is no JSON. */
  readonly body: unknown;
}

/** Sends one request; `path` begins with a slash. Any answer is returned, but one that may be another soon: GitHubTrouble. */
export type GitHub = (
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  content?: unknown,
) => Promise<GitHubAnswer>;

/** Trouble that may pass. The message is the end of a sentence about GitHub and holds neither URL nor token. */
export class GitHubTrouble extends Error {
  /** What GitHub asks for before the next request, in ms. */
  readonly pauseMs: number | undefined;

  constructor(message: string, pauseMs?: number) {
    super(message);
    this.pauseMs = pauseMs;
  }
}

const ATTEMPTS = 3;
const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const LONGEST_ANSWER_MS = 10_000;
const MOST_REDIRECTS = 3;

/** Does work that asks GitHub. Trouble makes it begin again, so that a write whose answer was lost is seen by the look before it. */
export async function withGitHub<T>({ apiUrl, token }: GitHubAccess, work: (github: GitHub) => Promise<T>): Promise<T> {
  const base = apiUrl.replace(/\/+$/, "");
  for (let attempt = 1; ; attempt += 1) {
    // Redirects are followed below: the client's own would take the token to another port of the host.
    const client = new HttpClient("lambda-layers-deploy", [], {
      allowRedirects: false,
      keepAlive: true,
      socketTimeout: LONGEST_ANSWER_MS,
    });
    try {
      return await work((method, path, content) => send(client, token, { method, url: `${base}${path}`, content }));
    } catch (error) {
      const pause = error instanceof GitHubTrouble ? (error.pauseMs ?? attempt * PAUSE_MS) : Number.POSITIVE_INFINITY;
      if (attempt === ATTEMPTS || pause > LONGEST_PAUSE_MS) throw error;
      await setTimeout(pause);
    } finally {
      client.dispose();
    }
  }
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly content: unknown;
}

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api: how to follow redirects and limits. */
async function send(client: HttpClient, token: string, request: Request, redirects = 0): Promise<GitHubAnswer> {
  const { message, text } = await exchange(client, token, request);
  const { statusCode: status = 0, headers } = message;
  const elsewhere = redirectOf(status, headers.location, request.url);
  if (elsewhere !== undefined && redirects < MOST_REDIRECTS) {
    return send(client, token, { ...request, url: elsewhere }, redirects + 1);
  }
  const usedUp = headers["x-ratelimit-remaining"] === "0";
  const wait = headers["retry-after"];
  if (status === 429 || (status === 403 && (usedUp || wait !== undefined))) {
    throw new GitHubTrouble(`takes no more requests for now (${status})`, pauseOf(wait, usedUp));
  }
  if (status >= 500) {
    throw new GitHubTrouble(`answered ${status}`);
  }
  return { status, link: [headers.link].flat()[0], body: parseJson(text) };
}

async function exchange(client: HttpClient, token: string, request: Request) {
  try {
    const content = request.content === undefined ? null : JSON.stringify(request.content);
    const { message } = await client.request(request.method, request.url, content, {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28",
      ...(content !== null && { "content-type": "application/json" }),
    });
    const body = await readBody(message, LONGEST_ANSWER_MS);
    return { message, text: body?.toString("utf8") ?? "" };
  } catch (error) {
    throw unreachable(error);
  }
}

/** Only the code is told: messages hold paths, and those of a proxy its address. */
function unreachable(error: unknown): GitHubTrouble {
  const { code } = error as { readonly code?: unknown };
  return new GitHubTrouble(typeof code === "string" ? `could not be reached (${code})` : "did not answer in time");
}

/** Where to repeat the request; undefined where the token has no business. */
function redirectOf(status: number, location: string | undefined, from: string): string | undefined {
  if (![301, 302, 307, 308].includes(status) || location === undefined || !URL.canParse(location, from)) {
    return undefined;
  }
  const url = new URL(location, from);
  return url.origin === new URL(from).origin ? url.href : undefined;
}

/** An hourly limit that is used up is not waited for. */
function pauseOf(retryAfter: string | undefined, usedUp: boolean): number | undefined {
  if (retryAfter !== undefined && /^\d+$/.test(retryAfter)) {
    return Number(retryAfter) * 1_000;
  }
  return usedUp ? Number.POSITIVE_INFINITY : undefined;
}
