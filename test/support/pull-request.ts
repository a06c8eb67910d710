import { join } from "node:path";
import type { Event } from "./runner-job.ts";
import { commit, createWorkspace, type Files, git, temporaryDirectory, writeFiles } from "./workspace.ts";

/** A repository in which a pull request is open, with the commits that GitHub has of it. */
export interface PullRequest {
  /** A whole clone. */
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** The test merge of both, which actions/checkout takes on `pull_request`. */
  readonly merge: string;
}

/** Commits `base` on main and `head` on a branch; then main goes on by `later`. */
export async function openPullRequest(files: {
  readonly base: Files;
  readonly head: Files;
  readonly later?: Files;
}): Promise<PullRequest> {
  const repository = await createWorkspace({ files: files.base, git: true });
  git(repository, "switch", "--quiet", "--create", "feature");
  await writeFiles(repository, files.head);
  commit(repository, "Feature");
  git(repository, "switch", "--quiet", "main");
  if (files.later !== undefined) {
    await writeFiles(repository, files.later);
    commit(repository, "Later");
  }
  git(repository, "switch", "--quiet", "--create", "merge");
  git(repository, "merge", "--quiet", "--no-ff", "--message=Merge", "feature");
  const sha = (name: string) => git(repository, "rev-parse", name).trim();
  return { repository, base: sha("main"), head: sha("feature"), merge: sha("merge") };
}

/** The workspace as actions/checkout leaves it, by default one commit deep. */
export async function checkOut(
  { repository }: PullRequest,
  name: "merge" | "feature" | "main",
  depth: "one" | "all" = "one",
): Promise<string> {
  const workspace = join(await temporaryDirectory("checkout"), "shop");
  const shallow = depth === "one" ? ["--depth=1"] : [];
  git(repository, "clone", "--quiet", ...shallow, "--branch", name, `file://${repository}`, workspace);
  return workspace;
}

const BASE_REPOSITORY = "octo-org/shop";

/** The event of the pull request; from a fork, its branch is in another repository. */
export function pullRequestEvent(
  { base, head }: PullRequest,
  options: { readonly name?: string; readonly from?: string | null } = {},
): Event {
  const { name = "pull_request", from = BASE_REPOSITORY } = options;
  return {
    name,
    payload: {
      number: 1,
      pull_request: {
        number: 1,
        base: { ref: "main", sha: base, repo: { full_name: BASE_REPOSITORY } },
        head: { ref: "feature", sha: head, repo: from === null ? null : { full_name: from } },
      },
    },
  };
}

/** A push of this commit to main. */
export function pushEvent(after: string, before = "0".repeat(40)): Event {
  return {
    name: "push",
    payload: { ref: "refs/heads/main", before, after, repository: { full_name: BASE_REPOSITORY } },
  };
}
