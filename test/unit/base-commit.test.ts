import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../src/github/event.ts";
import { findBaseCommit } from "../../src/size-report/base-commit.ts";

const pull: RunEvent = {
  kind: "pull_request",
  branch: "main",
  base: "tip",
  head: "head",
  fork: false,
  untrusted: false,
};
const push: RunEvent = { kind: "push", branch: "main", base: "before", fork: false, untrusted: false };
const other: RunEvent = { kind: "other", branch: "main", fork: false, untrusted: false };

const { base: _, ...newBranch } = push;
/** A repository at a commit with these parents, whose history has this merge base or none. */
const at = (head: string, parents: readonly string[], found?: string) => ({
  head,
  parents,
  mergeBase: async () => found,
});

describe("the base commit", () => {
  it.each([
    ["is the first parent of GitHub's merge commit", pull, at("merge", ["first", "head"], "wrong"), "first"],
    ["is the merge base where the branch is checked out", pull, at("head", ["one"], "merge-base"), "merge-base"],
    [
      "is the merge base when the branch ends in a merge of its own",
      pull,
      at("head", ["one", "main"], "merge-base"),
      "merge-base",
    ],
    ["is what GitHub says where the history is not there", pull, at("head", ["one"]), "tip...head"],
    ["is what GitHub says where there is no repository", pull, undefined, "tip...head"],
    [
      "is itself where the base branch is checked out",
      { ...pull, kind: "pull_request_target" },
      at("tip", ["one"]),
      "tip",
    ],
    [
      "is the first parent of GitHub's merge commit on `pull_request_target`, too",
      { ...pull, kind: "pull_request_target" },
      at("merge", ["tip", "head"], "wrong"),
      "tip",
    ],
    [
      "is not what a stranger's branch names as the first parent",
      { ...pull, kind: "pull_request_target" },
      at("newer", ["theirs", "head"], "merge-base"),
      "merge-base",
    ],
    ["is the commit before a push", push, at("head", ["one"]), "before"],
    ["is the first parent of the first push", newBranch, at("head", ["one"]), "one"],
    ["is the branch that a merge queue is for", { ...push, kind: "merge_group" }, at("head", ["one"]), "before"],
    ["is the first parent otherwise", other, at("head", ["one", "two"]), "one"],
    ["is unknown without a repository", other, undefined, undefined],
    ["is unknown for the first commit", other, at("head", []), undefined],
  ] as const)("%s", async (_title, event, repository, base) => {
    const compare = async (from: string, to: string) => `${from}...${to}`;
    expect(await findBaseCommit(event, repository, compare)).toBe(base);
  });

  it("is the tip of the base branch when nobody knows better", async () => {
    expect(await findBaseCommit(pull, at("head", ["one"]), async () => undefined)).toBe("tip");
  });
});
