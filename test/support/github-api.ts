import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createConversations,
  failed,
  type GitHubComment,
  type GitHubReply,
  type GitHubRequest,
  type Holder,
  notAccessible,
  notFound,
} from "./github-comments.ts";
import { JOB_TOKEN } from "./runner.ts";
import { REPOSITORY } from "./runner-job.ts";

/** A connection that breaks before the request is looked at, after it was obeyed, half-way through the answer, or that nobody answers. */
type Breakdown = "reset" | "reply lost" | "half an answer" | "silence";

export interface GitHubApi {
  readonly url: string;
  /** In their order, with the status of the answer; 0 when it did not come, or not whole. */
  readonly requests: readonly (GitHubRequest & { readonly status: number })[];
  /** `GET 200`, `POST 403`: the requests since the last clear(), in their order. */
  seen(): readonly string[];
  /** Of a pull request, oldest first. */
  comments(number: number): readonly GitHubComment[];
  /** A comment that was written by somebody; without author by one whose account is gone. */
  add(number: number, body: string, author?: Pick<Holder, "login" | "type">): GitHubComment;
  /** What a token is good for. That of the job is a bot's that may write. */
  grant(token: string, holder: Holder): void;
  lock(number: number): void;
  /** Answers `GET /repos/{owner}/{repo}/compare/{base}...{head}`; 404 without it. */
  onCompare(answer: (base: string, head: string) => GitHubReply): void;
  /** Looks at each request first; undefined: it is answered as always. */
  intercept(answer: (request: GitHubRequest) => GitHubReply | Breakdown | undefined): void;
  /** Forgets comments, requests and everything that was set. */
  clear(): void;
  stop(): Promise<void>;
}

export const JOB: Holder = { login: "github-actions[bot]", type: "Bot", pullRequests: "write" };

/** GitHub's API on loopback, as far as a report needs it: comments of pull requests, comparing commits, and who nobody is. */
export async function startGitHubApi(options: { readonly path?: string } = {}): Promise<GitHubApi> {
  const base = options.path ?? "";
  const requests: (GitHubRequest & { readonly status: number })[] = [];
  const conversations = createConversations(REPOSITORY);
  const holders = new Map([[JOB_TOKEN, JOB]]);
  let compare: ((base: string, head: string) => GitHubReply) | undefined;
  let intercept: ((request: GitHubRequest) => GitHubReply | Breakdown | undefined) | undefined;

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error) => response.destroy(error));
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const given = intercept?.(request);
    const unseen = given === "silence" || given === "reset";
    const reply = typeof given === "object" ? given : unseen ? { status: 0 } : answer(request);
    const breakdown = typeof given === "string" ? given : undefined;
    requests.push({ ...request, status: breakdown === undefined ? reply.status : 0 });
    write(response, reply, breakdown);
  }

  async function read(incoming: IncomingMessage): Promise<GitHubRequest> {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", origin);
    const text = Buffer.concat(await incoming.toArray()).toString();
    return {
      method: incoming.method ?? "",
      path: pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : `outside of the API: ${pathname}`,
      query: Object.fromEntries(searchParams),
      token: /^Bearer (.+)$/.exec(incoming.headers.authorization ?? "")?.[1],
      content: text === "" ? undefined : JSON.parse(text),
    };
  }

  function answer(request: GitHubRequest): GitHubReply {
    const holder = holders.get(request.token ?? "");
    // https://github.com/anmol098/waka-readme-stats/issues/506
    if (holder === undefined) return failed(401, "Bad credentials", "https://docs.github.com/rest");
    if (request.path === "/user") return user(holder);
    const prefix = `/repos/${REPOSITORY}/`;
    const rest = request.path.startsWith(prefix) ? request.path.slice(prefix.length) : "";
    const routes: readonly [RegExp, (first: string, second: string) => GitHubReply | undefined][] = [
      [/^issues\/(\d+)\/comments$/, (number) => conversations.all(request, url, holder, Number(number))],
      [/^issues\/comments\/(\d+)$/, (id) => conversations.one(request, holder, Number(id))],
      [/^compare\/(.+)\.\.\.(.+)$/, (from, to) => compare?.(from, to)],
    ];
    const replies = routes.flatMap(([path, reply]) => {
      const [whole, first = "", second = ""] = path.exec(rest) ?? [];
      return whole === undefined ? [] : [reply(first, second)];
    });
    return replies[0] ?? notFound("https://docs.github.com/rest");
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}${base}`;

  return {
    url,
    requests,
    seen: () => requests.map(({ method, status }) => `${method} ${status}`),
    comments: conversations.of,
    add: conversations.add,
    grant: (token, holder) => holders.set(token, holder),
    lock: conversations.lock,
    onCompare: (given) => {
      compare = given;
    },
    intercept: (given) => {
      intercept = given;
    },
    clear: () => {
      requests.length = 0;
      conversations.clear();
      holders.clear();
      holders.set(JOB_TOKEN, JOB);
      compare = undefined;
      intercept = undefined;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function write(response: ServerResponse, reply: GitHubReply, breakdown: Breakdown | undefined): void {
  if (breakdown === "silence") return;
  if (breakdown === "reset" || breakdown === "reply lost") {
    response.destroy();
    return;
  }
  const { body } = reply;
  const content = body instanceof Buffer ? body : Buffer.from(body === undefined ? "" : JSON.stringify(body));
  response.writeHead(reply.status, {
    "content-type": body instanceof Buffer ? "application/octet-stream" : "application/json; charset=utf-8",
    "content-length": content.length,
    ...reply.headers,
  });
  if (breakdown === undefined) response.end(content);
  else response.write(content.subarray(0, content.length / 2), () => response.destroy());
}

/** https://github.com/actions/create-github-app-token/issues/258: the token of an app is nobody's. */
function user({ login, type }: Holder): GitHubReply {
  return type === "User"
    ? { status: 200, body: { login, type } }
    : notAccessible("https://docs.github.com/rest/users/users#get-the-authenticated-user");
}
