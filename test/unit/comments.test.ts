import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { commentText, markerOf } from "../../src/github/comment-text.ts";
import { type CommentRequest, postComment } from "../../src/github/comments.ts";
import { type GitHubApi, JOB, startGitHubApi } from "../support/github-api.ts";
import { JOB_TOKEN } from "../support/runner.ts";

let github: GitHubApi;
beforeAll(async () => {
  github = await startGitHubApi();
});
afterEach(() => github.clear());
afterAll(() => github.stop());

const PERSON = { login: "octocat", type: "User" } as const;
const post = (given: Partial<CommentRequest> = {}) =>
  postComment({
    apiUrl: github.url,
    repository: "octo-org/shop",
    token: JOB_TOKEN,
    number: 7,
    key: "orders",
    body: "12 MB",
    ...given,
  });
const bodies = () => github.comments(7).map(({ body }) => body);

describe("the comment", () => {
  test("is written once, then changed when its text changes, else left alone", async () => {
    const created = await post();
    expect(created).toEqual({ outcome: "created", url: github.comments(7)[0]?.html_url });
    expect(bodies()).toEqual(["<!-- lambda-layers-deploy:orders -->\n12 MB"]);

    expect(await post({ body: "13 MB" })).toEqual({ ...created, outcome: "updated" });
    expect(await post({ body: "13 MB\n" })).toEqual({ ...created, outcome: "unchanged" });
    expect(bodies()).toEqual(["<!-- lambda-layers-deploy:orders -->\n13 MB"]);
    expect(github.seen()).toEqual(["GET 200", "POST 201", "GET 200", "PATCH 200", "GET 200"]);
  });

  test("is the same one when GitHub gives other line ends back", async () => {
    github.add(7, "<!-- lambda-layers-deploy:orders -->\r\n12 MB", JOB);
    expect(await post()).toMatchObject({ outcome: "unchanged" });
  });

  test("is found on the last of many pages", async () => {
    for (let index = 0; index < 300; index += 1) github.add(7, `Comment ${index}`, PERSON);
    expect(await post()).toMatchObject({ outcome: "created" });
    expect(await post({ body: "13 MB" })).toMatchObject({ outcome: "updated" });
    expect(github.requests.map(({ method, query }) => [method, query.page])).toEqual([
      ...["1", "2", "3"].map((page) => ["GET", page]),
      ["POST", undefined],
      ...["1", "2", "3", "4"].map((page) => ["GET", page]),
      ["PATCH", undefined],
    ]);
    expect(github.requests.every(({ method, query }) => method !== "GET" || query.per_page === "100")).toBe(true);
    expect(github.comments(7)).toHaveLength(301);
  });

  test("is looked for on the pages after a short one too", async () => {
    const ours = github.add(7, markerOf("orders"), JOB);
    const other = github.add(8, "Shown", PERSON);
    github.intercept(({ method, query }) => {
      const next = { link: `<${github.url}/x?page=2>; rel="next", <${github.url}/x?page=2>; rel="last"` };
      if (method !== "GET") return undefined;
      return query.page === "1" ? { status: 200, headers: next, body: [other] } : { status: 200, body: [ours] };
    });
    expect(await post()).toMatchObject({ outcome: "updated" });
  });

  test("of another key stays as it is, also when one name begins with the other", async () => {
    await post({ key: "orders" });
    await post({ key: "orders-api", body: "1 MB" });
    await post({ key: "orders", body: "13 MB" });
    expect(bodies()).toEqual([
      "<!-- lambda-layers-deploy:orders -->\n13 MB",
      "<!-- lambda-layers-deploy:orders-api -->\n1 MB",
    ]);
  });

  test("of a person is never touched, nor one that only quotes the marker", async () => {
    const marker = markerOf("orders");
    const others = [
      github.add(7, `${marker}\nMine`, PERSON),
      github.add(7, `${marker}\nOf somebody who is gone`),
      github.add(7, `> ${marker}\n> 12 MB`, JOB),
      github.add(7, `Look: ${marker}`, JOB),
    ];
    expect(await post()).toMatchObject({ outcome: "created" });
    await post({ body: "13 MB" });
    expect(github.comments(7).slice(0, -1)).toEqual(others);
    expect(github.comments(7)).toHaveLength(others.length + 1);
  });

  test("is found again with the token of a person, and only the comment of that person", async () => {
    const token = "github_pat_11AAAAAAA";
    github.grant(token, { ...PERSON, pullRequests: "write" });
    const other = github.add(7, markerOf("orders"), { login: "hubot", type: "User" });
    expect(await post({ token })).toMatchObject({ outcome: "created" });
    expect(await post({ token, body: "13 MB" })).toMatchObject({ outcome: "updated" });
    expect(github.comments(7)).toMatchObject([other, { user: PERSON, body: `${markerOf("orders")}\n13 MB` }]);
  });

  test("that two runs wrote at the same time becomes one again", async () => {
    const [older] = [1, 2, 3].map((run) => github.add(7, `${markerOf("orders")}\nrun ${run}`, JOB));
    const stays = github.add(7, `${markerOf("invoices")}\n1 MB`, JOB);
    expect(await post()).toEqual({ outcome: "updated", url: older?.html_url });
    expect(github.comments(7)).toEqual([{ ...older, body: `${markerOf("orders")}\n12 MB` }, stays]);
  });

  test.each([403, 404])("is written anew when the old one may not be changed (%d)", async (status) => {
    const old = github.add(7, `${markerOf("orders")}\n11 MB`, { login: "other-app[bot]", type: "Bot" });
    github.intercept(({ method, path }) =>
      method === "PATCH" && path.endsWith(String(old.id)) ? { status, body: {} } : undefined,
    );
    expect(await post()).toMatchObject({ outcome: "created" });
    expect(await post({ body: "13 MB" })).toMatchObject({ outcome: "updated" });
    expect(bodies()).toEqual([old.body, `${markerOf("orders")}\n13 MB`]);
  });

  test("goes to GitHub Enterprise Server below the path of its API", async () => {
    const enterprise = await startGitHubApi({ path: "/api/v3" });
    try {
      expect(await post({ apiUrl: enterprise.url })).toMatchObject({ outcome: "created" });
      expect(await post({ apiUrl: `${enterprise.url}/`, body: "13 MB" })).toMatchObject({ outcome: "updated" });
      expect(enterprise.requests.map(({ path }) => path)).toContain("/repos/octo-org/shop/issues/7/comments");
    } finally {
      await enterprise.stop();
    }
  });
});

describe("a comment that is refused", () => {
  test("for a read-only token costs two requests", async () => {
    github.grant(JOB_TOKEN, { ...JOB, pullRequests: "read" });
    expect(await post()).toEqual({ outcome: "refused", why: expect.stringContaining("`pull-requests: write`") });
    expect(github.seen()).toEqual(["GET 200", "POST 403"]);
  });

  test("is left as it was", async () => {
    await post();
    github.grant(JOB_TOKEN, { ...JOB, pullRequests: "read" });
    expect(await post({ body: "13 MB" })).toMatchObject({ outcome: "refused" });
    expect(bodies()).toEqual([`${markerOf("orders")}\n12 MB`]);
  });

  test.each<[string, () => Partial<CommentRequest>, string]>([
    [
      "a token that may not even read",
      () => {
        github.grant(JOB_TOKEN, { ...JOB, pullRequests: "none" });
        return {};
      },
      "The token may not comment on this pull request (403).",
    ],
    [
      "a locked conversation",
      () => {
        github.lock(7);
        return {};
      },
      "The conversation of the pull request is locked.",
    ],
    ["a wrong token", () => ({ token: "ghs_wrong" }), "GitHub does not accept the token (401)."],
    ["a token with a line end", () => ({ token: "ghs_\nwrong" }), "GitHub could not be reached (ERR_INVALID_CHAR)."],
    ["no such pull request", () => ({ number: 1000 }), "no pull request 1000 in octo-org/shop (404)"],
    ["a repository that is not shown", () => ({ repository: "octo-org/other" }), "in octo-org/other (404)"],
    ["a conversation that is gone", () => answerAll(410), "(410)"],
    ["an answer that nobody foresaw", () => answerAll(418), "GitHub took no comment (418)."],
    ["a list that is none", () => answerAll(200), "GitHub took no comment (200)."],
    ["an hourly limit", () => answerAll(403, { "x-ratelimit-remaining": "0" }), "takes no more requests for now (403)"],
    ["a long pause", () => answerAll(429, { "retry-after": "60" }), "takes no more requests for now (429)"],
  ])("for %s says so, without the token", async (_, prepare, why) => {
    const request = prepare();
    const refused = await post(request);
    expect(refused).toEqual({ outcome: "refused", why: expect.stringContaining(why) });
    expect(JSON.stringify(refused)).not.toContain(request.token ?? JOB_TOKEN);
    expect(github.requests.length).toBeLessThanOrEqual(2);
  });

  const answerAll = (status: number, headers: Record<string, string> = {}) => {
    github.intercept(() => ({ status, headers, body: { message: "?" } }));
    return {};
  };
});

describe("GitHub in trouble", () => {
  test.each([
    { status: 502, body: {} },
    { status: 429, headers: { "retry-after": "0" } },
    { status: 403, headers: { "retry-after": "0" } },
    "reset" as const,
    "half an answer" as const,
  ])("is asked again (%j)", async (trouble) => {
    let times = 0;
    github.intercept(() => {
      times += 1;
      return times === 1 ? trouble : undefined;
    });
    expect(await post()).toMatchObject({ outcome: "created" });
  });

  test("is asked three times at most", async () => {
    github.intercept(() => ({ status: 502 }));
    expect(await post()).toEqual({
      outcome: "refused",
      why: "GitHub answered 502. Run the job again to have the comment.",
    });
    expect(github.requests).toHaveLength(3);
  });

  test("that took the comment, but whose answer was lost, gets no second one", async () => {
    let lost = false;
    github.intercept(({ method }) => {
      if (method !== "POST" || lost) return undefined;
      lost = true;
      return "reply lost";
    });
    expect(await post()).toMatchObject({ outcome: "unchanged" });
    expect(github.comments(7)).toHaveLength(1);
  });

  test("that nobody finds is no error", async () => {
    const gone = await startGitHubApi();
    await gone.stop();
    expect(await post({ apiUrl: gone.url })).toMatchObject({
      outcome: "refused",
      why: expect.stringContaining("could not be reached (ECONNREFUSED)"),
    });
  });

  test("that cannot take the last duplicate away has updated the comment all the same", async () => {
    for (const run of [1, 2]) github.add(7, `${markerOf("orders")}\nrun ${run}`, JOB);
    github.intercept(({ method }) => (method === "DELETE" ? { status: 500 } : undefined));
    expect(await post()).toMatchObject({ outcome: "updated" });
  });
});

describe("a redirect", () => {
  test("inside of GitHub is followed with the same request", async () => {
    github.intercept(({ path }) => {
      const [, rest] = /^\/repos\/octo-org\/old-name(\/.*)$/.exec(path) ?? [];
      return rest === undefined
        ? undefined
        : { status: 307, headers: { location: `${github.url}/repos/octo-org/shop${rest}` } };
    });
    expect(await post({ repository: "octo-org/old-name" })).toMatchObject({ outcome: "created" });
    expect(bodies()).toEqual([`${markerOf("orders")}\n12 MB`]);
  });

  test("to another host or port never gets the token", async () => {
    const other = await startGitHubApi();
    try {
      github.intercept(({ path }) => ({ status: 302, headers: { location: `${other.url}${path}` } }));
      expect(await post()).toMatchObject({ outcome: "refused", why: expect.stringContaining("(302)") });
      expect(other.requests).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  test("in a circle ends", async () => {
    github.intercept(({ path }) => ({ status: 301, headers: { location: `${github.url}${path}` } }));
    expect(await post()).toMatchObject({ outcome: "refused" });
    expect(github.requests.length).toBeLessThan(10);
  });
});

describe("the text of a comment", () => {
  test.each([
    ["orders", "orders"],
    ["services/api 1._:-", "services/api 1._:-"],
    ["a-->b", "a--%3Eb"],
    ["a\n::error::b", "a%0A::error::b"],
    ["100%", "100%25"],
    ["ü😀", "%C3%BC%F0%9F%98%80"],
  ])("begins with a marker that the key %j cannot end", (key, written) => {
    expect(commentText(key, "text")).toBe(`<!-- lambda-layers-deploy:${written} -->\ntext`);
  });

  test("is cut at the end of a line where GitHub would refuse it, the marker counted", () => {
    const line = `${"x".repeat(99)}\n`;
    const marker = `${markerOf("orders")}\n`;
    const fitting = "y".repeat(65_536 - marker.length);
    expect(commentText("orders", fitting)).toBe(marker + fitting);

    const cut = commentText("orders", line.repeat(1_000));
    expect(cut.length).toBeLessThanOrEqual(65_536);
    expect(cut.length).toBeGreaterThan(65_300);
    expect(cut).toMatch(/x{99}\n\nThe rest is in the job summary\.\n$/);
  });

  test("that has no line to end is cut all the same", async () => {
    expect(await post({ body: "y".repeat(100_000) })).toMatchObject({ outcome: "created" });
    expect(bodies()[0]).toMatch(/^<!-- lambda-layers-deploy:orders -->\n.*The rest is in the job summary\.\n$/s);
  });
});
