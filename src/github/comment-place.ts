import type { Environment } from "../machine/environment.js";
import type { RunEvent } from "./event.js";

export interface CommentPlace {
  readonly apiUrl: string;
  readonly repository: string;
  /** Of the pull request. */
  readonly number: number;
}

/** Where the report of this run belongs: the conversation of its pull request, or nowhere. */
export function commentPlace(env: Environment, { number }: Pick<RunEvent, "number">): CommentPlace | undefined {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository = "" } = env;
  return apiUrl && number !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? { apiUrl, repository, number }
    : undefined;
}
