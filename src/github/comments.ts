import { isObject } from "../parse-json.js";
import { type GitHub, type GitHubAccess, type GitHubAnswer, GitHubTrouble, withGitHub } from "./api.js";
import { commentText, isMarked, isSameText, markerOf } from "./comment-text.js";

export interface CommentRequest extends GitHubAccess {
  /** `owner/name` */
  readonly repository: string;
  /** Of the pull request. */
  readonly number: number;
  /** Tells the comments of several reports on one pull request apart. */
  readonly key: string;
  /** Markdown. */
  readonly body: string;
}

export type PostedComment =
  | { readonly outcome: "created" | "updated" | "unchanged"; readonly url: string }
  /** A sentence, and what to do. */
  | { readonly outcome: "refused"; readonly why: string };

/** Writes the comment with this key: the one that is there, when its text differs, else a new one. Never throws for what GitHub answers. */
export async function postComment(request: CommentRequest): Promise<PostedComment> {
  try {
    return await withGitHub(request, (github) => post(github, request));
  } catch (error) {
    if (error instanceof GitHubTrouble) {
      return refused(`GitHub ${error.message}. Run the job again to have the comment.`);
    }
    throw error;
  }
}

// https://docs.github.com/en/rest/issues/comments: a pull request is an issue too.
async function post(github: GitHub, request: CommentRequest): Promise<PostedComment> {
  const { repository, number, key } = request;
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const one = (id: number) => `/repos/${repository}/issues/comments/${id}`;
  const body = commentText(key, request.body);

  const found = await listComments(github, comments);
  if ("status" in found) {
    return refused(reasonOf(found, request));
  }
  const login = await loginOf(github, request.token);
  const marker = markerOf(key);
  const ours = found.comments.filter(
    ({ author, body: text }) =>
      (author.isBot || (login !== undefined && author.login === login)) && isMarked(text, marker),
  );
  for (const [index, comment] of ours.entries()) {
    const kept = await keepOrUpdate(github, one(comment.id), comment, body);
    if (kept !== undefined) {
      const younger = ours.slice(index + 1).map(({ id }) => one(id));
      await removeAll(github, younger);
      return kept;
    }
  }
  const created = await github("POST", comments, { body });
  return created.status === 201
    ? { outcome: "created", url: urlOf(created.body) }
    : refused(reasonOf(created, request));
}

/** Undefined: the comment cannot be changed with this token, or is gone. */
async function keepOrUpdate(
  github: GitHub,
  path: string,
  comment: Comment,
  body: string,
): Promise<PostedComment | undefined> {
  if (isSameText(comment.body, body)) {
    return { outcome: "unchanged", url: comment.url };
  }
  const answer = await github("PATCH", path, { body });
  return answer.status === 200 ? { outcome: "updated", url: urlOf(answer.body) } : undefined;
}

/** Two runs at the same time each saw no comment: the older one stays. What cannot be removed is left to the next run. */
async function removeAll(github: GitHub, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await github("DELETE", path).catch(() => {});
  }
}

/** Whose comments are ours beside those of bots: only the token of a person can tell, `GET /user` is 403 for that of a job. */
async function loginOf(github: GitHub, token: string): Promise<string | undefined> {
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  if (!/^(ghp|gho|ghu|github_pat)_/.test(token)) {
    return undefined;
  }
  const { body } = await github("GET", "/user");
  return textOf(body, "login");
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly isBot: boolean; readonly login: string | undefined };
  readonly url: string;
}

const PAGE = 100;

/** All comments, oldest first, or the answer that is no list of them. */
async function listComments(
  github: GitHub,
  path: string,
): Promise<{ readonly comments: readonly Comment[] } | GitHubAnswer> {
  const comments: Comment[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await github("GET", `${path}?per_page=${PAGE}&page=${page}`);
    if (answer.status !== 200 || !Array.isArray(answer.body)) {
      return answer;
    }
    comments.push(...answer.body.flatMap(commentOf));
    // The header is absent when one page holds all. With it, a page can be short although others follow: some comments are hidden.
    const isLast = answer.link === undefined ? answer.body.length < PAGE : !/\brel="?next\b/.test(answer.link);
    if (isLast || answer.body.length === 0) {
      return { comments };
    }
  }
}

function commentOf(item: unknown): readonly Comment[] {
  const { id, user } = isObject(item) ? item : {};
  const body = textOf(item, "body");
  return typeof id === "number" && body !== undefined
    ? [{ id, body, author: { isBot: textOf(user, "type") === "Bot", login: textOf(user, "login") }, url: urlOf(item) }]
    : [];
}

function urlOf(comment: unknown): string {
  return textOf(comment, "html_url") ?? "";
}

function textOf(value: unknown, field: string): string | undefined {
  const text = isObject(value) ? value[field] : undefined;
  return typeof text === "string" ? text : undefined;
}

const refused = (why: string): PostedComment => ({ outcome: "refused", why });

function reasonOf({ status, body }: GitHubAnswer, { repository, number }: CommentRequest): string {
  const message = textOf(body, "message") ?? "";
  switch (status) {
    case 401:
      return "GitHub does not accept the token (401). Give `github-token` one that is valid.";
    case 403:
      return /\blocked\b/.test(message)
        ? "The conversation of the pull request is locked. Unlock it, or set `comment: false`."
        : "The token may not comment on this pull request (403). Give the job `permissions` with `pull-requests: write`; that of a pull request from a fork never has it.";
    case 404:
      return `GitHub shows this token no pull request ${number} in ${repository} (404). Give the job \`permissions\` with \`pull-requests: write\`.`;
    case 410:
      return "The conversation of the pull request is gone (410). Set `comment: false` where there is none.";
    default:
      return `GitHub took no comment (${status}). Run the job again, or set \`comment: false\`.`;
  }
}
