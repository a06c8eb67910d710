import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/github/event.ts";

const [BASE, HEAD] = ["a".repeat(40), "b".repeat(40)];
const repo = { full_name: "octo-org/shop" };

function pull(changes: object = {}, name = "pull_request") {
  const request = {
    number: 7,
    base: { ref: "main", sha: BASE, repo },
    head: { ref: "x", sha: HEAD, repo },
    ...changes,
  };
  return parseEvent({ GITHUB_EVENT_NAME: name }, JSON.stringify({ number: 7, pull_request: request }));
}

describe("the event of a run", () => {
  it("of a pull request tells its number, its base, its head, and that it is of the repository", () => {
    expect(pull()).toEqual({
      kind: "pull_request",
      number: 7,
      branch: "main",
      base: BASE,
      head: HEAD,
      fork: false,
      untrusted: false,
    });
  });

  it.each([
    ["of a fork", { head: { sha: HEAD, repo: { full_name: "stranger/shop" } } }],
    ["of a fork that is gone", { head: { sha: HEAD, repo: null } }],
    ["of nobody knows where", { head: { sha: HEAD } }],
    ["to nobody knows where", { base: { ref: "main", sha: BASE } }],
    ["of a hostile name", { head: { sha: HEAD, repo: { full_name: ["octo-org/shop"] } } }],
  ])("%s is not trusted", (_, changes) => {
    expect(pull(changes)).toMatchObject({ fork: true, untrusted: true });
  });

  it("on pull_request_target is not trusted, whoever wrote it", () => {
    expect(pull({}, "pull_request_target")).toMatchObject({
      kind: "pull_request_target",
      fork: false,
      untrusted: true,
    });
  });

  it.each(
    [
      [
        "workflow_run",
        "issue_comment",
        "pull_request_review",
        "pull_request_review_comment",
        "repository_dispatch",
        "",
      ],
    ].flat(),
  )("%s may run on behalf of anybody", (name) => {
    expect(parseEvent({ GITHUB_EVENT_NAME: name }, "{}")).toEqual({ kind: "other", fork: false, untrusted: true });
  });

  it.each(["schedule", "workflow_dispatch", "release"])("%s runs on behalf of the repository", (name) => {
    expect(parseEvent({ GITHUB_EVENT_NAME: name }, "{}")).toEqual({ kind: "other", fork: false, untrusted: false });
  });

  it.each([
    ["a commit in capitals", { base: { ref: "main", sha: "A".repeat(40), repo } }],
    ["an option instead of a commit", { base: { ref: "main", sha: "--upload-pack=touch x", repo } }],
    ["a commit and more", { base: { ref: "main", sha: `${BASE}\n`, repo } }],
    ["no commit at all", { base: { ref: "main", sha: "0".repeat(40), repo } }],
    ["a list", { base: { ref: "main", sha: [BASE], repo } }],
  ])("has no base for %s", (_, changes) => {
    expect(pull(changes).base).toBeUndefined();
  });

  it.each([["a\nb"], ["a b"], ["x".repeat(300)], [""], [7], ["a\u0000"]])("has no branch for %j", (ref) => {
    expect(pull({ base: { ref, sha: BASE, repo } }).branch).toBeUndefined();
  });

  it.each([[0], [-1], [1.5], ["7"], [Number.MAX_VALUE]])("has no number for %j", (number) => {
    const event = parseEvent(
      { GITHUB_EVENT_NAME: "pull_request" },
      JSON.stringify({ number, pull_request: { number } }),
    );
    expect(event.number).toBeUndefined();
  });

  it.each([[""], ["null"], ["[]"], ["{"], ['{"pull_request":null}'], ['{"pull_request":"x"}']])(
    "can be any text: %j",
    (text) => {
      expect(parseEvent({ GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "main" }, text)).toEqual({
        kind: "pull_request",
        branch: "main",
        fork: true,
        untrusted: true,
      });
    },
  );

  it("of a merge queue tells which branch it is for", () => {
    const text = JSON.stringify({ merge_group: { base_ref: "refs/heads/release/1", base_sha: BASE } });
    expect(parseEvent({ GITHUB_EVENT_NAME: "merge_group" }, text)).toEqual({
      kind: "merge_group",
      branch: "release/1",
      base: BASE,
      fork: false,
      untrusted: false,
    });
  });

  it("of a push tells the branch and the commit before, which a new branch has not", () => {
    const env = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };
    const push = (before: string) => parseEvent(env, JSON.stringify({ before }));
    expect(push(BASE)).toEqual({ kind: "push", branch: "main", base: BASE, fork: false, untrusted: false });
    expect(push("0".repeat(40))).toEqual({ kind: "push", branch: "main", fork: false, untrusted: false });
  });

  it("of a tag has no branch", () => {
    expect(parseEvent({ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/tags/v1" }, "{}").branch).toBeUndefined();
  });
});
