export interface GitHubRequest {
  readonly method: string;
  /** Below the API's URL: `/repos/octo-org/shop/issues/1/comments`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  readonly content: unknown;
}

export interface GitHubReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a buffer as it is. */
  readonly body?: unknown;
}

/** Whom a token stands for. */
export interface Holder {
  readonly login: string;
  readonly type: "Bot" | "User";
  /** What the token may do with pull requests. */
  readonly pullRequests: "write" | "read" | "none";
}

export interface GitHubComment {
  readonly id: number;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly body: string;
}

/** Of pull requests there are as many as anybody needs; another number has no conversation. */
const PULL_REQUESTS = 100;
const LONGEST_BODY = 65_536;
const DOC = "https://docs.github.com/rest/issues/comments";

// What GitHub says, as it was seen in logs: https://github.com/jayamanikharyono/airflow-dag-action/issues/23 (a read-only
// token), https://github.com/renovatebot/renovate/issues/6215 (locked),
// https://github.com/easybuilders/easybuild-easyconfigs/pull/24647 (too long).
export const failed = (status: number, message: string, doc: string, more: object = {}): GitHubReply => ({
  status,
  body: { message, ...more, documentation_url: doc, status: String(status) },
});
export const notAccessible = (doc: string) => failed(403, "Resource not accessible by integration", doc);
export const notFound = (doc: string) => failed(404, "Not Found", doc);

/** The conversations of a repository's pull requests. */
export function createConversations(repository: string) {
  const conversations = new Map<number, GitHubComment[]>();
  const locked = new Set<number>();
  let lastId = 2_000_000_000;

  function add(number: number, body: string, author?: Pick<Holder, "login" | "type">): GitHubComment {
    lastId += 1;
    const comment = {
      id: lastId,
      html_url: `https://github.com/${repository}/pull/${number}#issuecomment-${lastId}`,
      user: author === undefined ? null : { login: author.login, type: author.type },
      body,
    };
    conversations.set(number, [...(conversations.get(number) ?? []), comment]);
    return comment;
  }

  /** `GET` or `POST /repos/{owner}/{repo}/issues/{number}/comments` */
  function all(request: GitHubRequest, url: string, holder: Holder, number: number): GitHubReply {
    const doc = `${DOC}#${request.method === "POST" ? "create-an-issue-comment" : "list-issue-comments"}`;
    if (number < 1 || number > PULL_REQUESTS) return notFound(doc);
    if (request.method === "GET") {
      return holder.pullRequests === "none" ? notAccessible(doc) : page(request, url, conversations.get(number) ?? []);
    }
    if (holder.pullRequests === "write" && locked.has(number)) {
      const help = "https://docs.github.com/articles/locking-conversations/";
      return failed(403, "Unable to create comment because issue is locked.", help);
    }
    return refusal(request, holder, doc) ?? { status: 201, body: add(number, bodyOf(request), holder) };
  }

  /** `PATCH` or `DELETE /repos/{owner}/{repo}/issues/comments/{id}` */
  function one(request: GitHubRequest, holder: Holder, id: number): GitHubReply {
    const doc = `${DOC}#${request.method === "DELETE" ? "delete" : "update"}-an-issue-comment`;
    const comments = [...conversations.values()].find((each) => each.some((comment) => comment.id === id)) ?? [];
    const index = comments.findIndex((comment) => comment.id === id);
    const comment = comments[index];
    if (comment === undefined) return notFound(doc);
    const refused = refusal(request, holder, doc);
    if (refused !== undefined) return refused;
    if (request.method === "DELETE") {
      comments.splice(index, 1);
      return { status: 204 };
    }
    comments[index] = { ...comment, body: bodyOf(request) };
    return { status: 200, body: comments[index] };
  }

  return {
    add,
    all,
    one,
    of: (number: number): readonly GitHubComment[] => [...(conversations.get(number) ?? [])],
    lock: (number: number) => {
      locked.add(number);
    },
    clear: () => {
      conversations.clear();
      locked.clear();
    },
  };
}

function refusal(request: GitHubRequest, holder: Holder, doc: string): GitHubReply | undefined {
  if (holder.pullRequests !== "write") return notAccessible(doc);
  if (request.method === "DELETE" || [...bodyOf(request)].length <= LONGEST_BODY) return undefined;
  const message = `Body is too long (maximum is ${LONGEST_BODY} characters)`;
  const error = { resource: "IssueComment", code: "unprocessable", field: "data", message };
  return failed(422, "Validation Failed", doc, { errors: [error] });
}

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api: no Link when one page holds all. */
function page({ path, query }: GitHubRequest, url: string, comments: readonly GitHubComment[]): GitHubReply {
  const size = Math.min(100, Number(query.per_page ?? 30));
  const current = Number(query.page ?? 1);
  const last = Math.max(1, Math.ceil(comments.length / size));
  const link = (number: number, rel: string) => `<${url}${path}?per_page=${size}&page=${number}>; rel="${rel}"`;
  const links = [
    ...(current > 1 ? [link(current - 1, "prev"), link(1, "first")] : []),
    ...(current < last ? [link(current + 1, "next"), link(last, "last")] : []),
  ];
  return {
    status: 200,
    headers: links.length > 0 ? { link: links.join(", ") } : {},
    body: comments.slice((current - 1) * size, current * size),
  };
}

function bodyOf({ content }: GitHubRequest): string {
  return String((content as { readonly body?: unknown } | undefined)?.body ?? "");
}
