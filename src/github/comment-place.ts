export interface CommentPlace {
  readonly apiUrl: string;
  readonly repository: string;
  /** Of the pull request. */
  readonly number: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the report of this run belongs: a pull request's conversation, or nowhere. `event` is the text of the event's file. */
export function commentPlace(env: Environment, event: string): CommentPlace | undefined {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository = "" } = env;
  const number = pullRequestNumber(env.GITHUB_EVENT_NAME, event);
  return apiUrl && number !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? { apiUrl, repository, number }
    : undefined;
}

function pullRequestNumber(name: string | undefined, event: string): number | undefined {
  if (name !== "pull_request" && name !== "pull_request_target") {
    return undefined;
  }
  try {
    const { number } = JSON.parse(event) as { readonly number?: unknown };
    return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : undefined;
  } catch {
    return undefined;
  }
}
