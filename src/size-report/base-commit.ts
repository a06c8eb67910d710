import type { RunEvent } from "../github/event.js";
import type { Repository } from "./repository.js";

/** Asks GitHub for the newest commit that two commits have in common; undefined when it does not say. */
export type CompareCommits = (base: string, head: string) => Promise<string | undefined>;

/** The commit (40 hex digits) that the sizes are compared with; undefined when nothing says which. */
export async function findBaseCommit(
  event: RunEvent,
  repository: Pick<Repository, "head" | "parents" | "mergeBase"> | undefined,
  compare: CompareCommits,
): Promise<string | undefined> {
  const [firstParent, secondParent] = repository?.parents ?? [];
  switch (event.kind) {
    case "pull_request":
    case "pull_request_target": {
      // GitHub's own merge commit: the base branch first, then the pull request. On `pull_request_target` it may also be
      // the newest commit of a stranger's branch, which could merge what it was pushed as before into anything.
      const theirs = event.kind === "pull_request_target" && firstParent !== event.base;
      if (secondParent !== undefined && secondParent === event.head && !theirs) {
        return firstParent;
      }
      const head = repository?.head ?? event.head;
      if (event.base === undefined || head === undefined || head === event.base) {
        return event.base;
      }
      return (await repository?.mergeBase(event.base)) ?? (await compare(event.base, head)) ?? event.base;
    }
    case "merge_group":
    case "push":
      return event.base ?? firstParent;
    case "other":
      return firstParent;
    default:
      return event.kind satisfies never;
  }
}
