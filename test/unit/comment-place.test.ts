import { expect, test } from "vitest";
import { commentPlace } from "../../src/github/comment-place.ts";
import { parseEvent } from "../../src/github/event.ts";

const ENVIRONMENT = {
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_REPOSITORY: "octo-org/shop",
  GITHUB_EVENT_NAME: "pull_request",
};
const PAYLOAD = JSON.stringify({ number: 7, pull_request: { number: 7 } });
const place = (more: Readonly<Record<string, string | undefined>>, payload = PAYLOAD) => {
  const env = { ...ENVIRONMENT, ...more };
  return commentPlace(env, parseEvent(env, payload));
};

test.each(["pull_request", "pull_request_target"])("the report of a %s belongs to its conversation", (name) => {
  expect(place({ GITHUB_EVENT_NAME: name })).toEqual({
    apiUrl: "https://api.github.com",
    repository: "octo-org/shop",
    number: 7,
  });
});

test.each(["push", "merge_group", "issue_comment", "workflow_run", ""])("that of a %s belongs nowhere", (name) => {
  expect(place({ GITHUB_EVENT_NAME: name })).toBeUndefined();
});

test.each(["", "{", "null", "{}", '{"number":"7"}', '{"number":7.5}', '{"number":-7}'])(
  "nor that of an event without number: %s",
  (payload) => {
    expect(place({}, payload)).toBeUndefined();
  },
);

test.each([{ GITHUB_API_URL: undefined }, { GITHUB_REPOSITORY: undefined }, { GITHUB_REPOSITORY: "../../user" }])(
  "nor without a repository on GitHub: %j",
  (missing) => {
    expect(place(missing)).toBeUndefined();
  },
);
