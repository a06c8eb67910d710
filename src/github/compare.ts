import { type GitHubAccess, withGitHub } from "./api.js";
import { isCommit } from "./event.js";

/** The newest commit that two commits have in common, as GitHub knows it; undefined when it does not say. `repository` is `owner/name`. */
export async function mergeBase(
  access: GitHubAccess,
  repository: string,
  base: string,
  head: string,
): Promise<string | undefined> {
  try {
    // https://docs.github.com/en/rest/commits/commits#compare-two-commits
    const { status, body } = await withGitHub(access, (github) =>
      github("GET", `/repos/${repository}/compare/${base}...${head}?per_page=1`),
    );
    const { sha } = (body as { readonly merge_base_commit?: { readonly sha?: unknown } }).merge_base_commit ?? {};
    return status === 200 && isCommit(sha) ? sha : undefined;
  } catch {
    return undefined;
  }
}
