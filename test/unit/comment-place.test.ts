import { expect, test } from "vitest";
import { commentPlace } from "../../src/github/comment-place.ts";

const ENVIRONMENT = {
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_REPOSITORY: "octo-org/shop",
  GITHUB_EVENT_NAME: "pull_request",
};
const EVENT = JSON.stringify({ number: 7, pull_request: { number: 7 } });

test.each(["pull_request", "pull_request_target"])("the report of a %s belongs to its conversation", (name) => {
  expect(commentPlace({ ...ENVIRONMENT, GITHUB_EVENT_NAME: name }, EVENT)).toEqual({
    apiUrl: "https://api.github.com",
    repository: "octo-org/shop",
    number: 7,
  });
});

test.each(["push", "merge_group", "issue_comment", "workflow_run", ""])("that of a %s belongs nowhere", (name) => {
  expect(commentPlace({ ...ENVIRONMENT, GITHUB_EVENT_NAME: name }, EVENT)).toBeUndefined();
});

test.each(["", "{", "null", "{}", '{"number":"7"}', '{"number":7.5}', '{"number":-7}'])(
  "nor that of an event without number: %s",
  (event) => {
    expect(commentPlace(ENVIRONMENT, event)).toBeUndefined();
  },
);

test.each([{ GITHUB_API_URL: undefined }, { GITHUB_REPOSITORY: undefined }, { GITHUB_REPOSITORY: "../../user" }])(
  "nor without a repository on GitHub: %j",
  (missing) => {
    expect(commentPlace({ ...ENVIRONMENT, ...missing }, EVENT)).toBeUndefined();
  },
);
