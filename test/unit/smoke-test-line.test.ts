import { describe, expect, it } from "vitest";
import { parseSmokeTests, type SmokeTest, secretsOf } from "../../src/verify/smoke-test-line.ts";

const PLAIN: Omit<SmokeTest, "line" | "method" | "path"> = {
  statuses: undefined,
  limitMs: undefined,
  contains: [],
  headers: [],
  body: undefined,
};

/** What a line means, beside the plain request. */
function meaning(line: string): Partial<SmokeTest> {
  const { tests, problems } = parseSmokeTests(line);
  expect(problems).toEqual([]);
  expect(tests).toHaveLength(1);
  const { line: _line, method, path, ...checks } = tests[0] as SmokeTest;
  const different = Object.entries(checks).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(PLAIN[name as keyof typeof PLAIN]),
  );
  return { method, path, ...Object.fromEntries(different) };
}

const problemOf = (line: string) => parseSmokeTests(line).problems.map(({ text }) => text);

describe("a line of smoke-tests", () => {
  it.each<[string, Partial<SmokeTest>]>([
    ["GET /health", { method: "GET", path: "/health" }],
    ["GET /health 200 <500ms", { method: "GET", path: "/health", statuses: ["200"], limitMs: 500 }],
    ["HEAD /\t2xx", { method: "HEAD", path: "/", statuses: ["2xx"] }],
    ["GET /docs 2XX,304", { method: "GET", path: "/docs", statuses: ["2xx", "304"] }],
    ["GET /docs <1.5s", { method: "GET", path: "/docs", limitMs: 1_500 }],
    ["GET /a?b=%20c&d=é,1", { method: "GET", path: "/a?b=%20c&d=é,1" }],
    [
      'GET /docs contains "swagger" contains"a \\"b\\" \\u00e9 # <1ms"',
      { method: "GET", path: "/docs", contains: ["swagger", 'a "b" é # <1ms'] },
    ],
    [
      'PUT /x header content-type: "application/json"  header X-Empty:""',
      {
        method: "PUT",
        path: "/x",
        headers: [
          ["content-type", "application/json"],
          ["X-Empty", ""],
        ],
      },
    ],
    [
      'POST /items 201 contains "id" body={"a":1} # "not" a comment',
      { method: "POST", path: "/items", statuses: ["201"], contains: ["id"], body: '{"a":1} # "not" a comment' },
    ],
    ["DELETE /items/1 body=", { method: "DELETE", path: "/items/1", body: "" }],
    ["PATCH /items/1 body=a=1&b=2", { method: "PATCH", path: "/items/1", body: "a=1&b=2" }],
    ["OPTIONS /items 204 # says what is allowed", { method: "OPTIONS", path: "/items", statuses: ["204"] }],
  ])("means %j", (line, expected) => {
    expect(meaning(line)).toEqual(expected);
  });

  it.each<[string, RegExp]>([
    ["get /health", /^"get" is no method; allowed: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS$/],
    ["/health 200", /^the first word is no method/],
    ['"password": "hunter2"', /^the first word is no method/],
    ["GET", /a path that starts with `\/`/],
    ["GET 200", /a path that starts with `\/`/],
    ["GET https://example.com/", /a path that starts with `\/`/],
    ["GET /a#b", /a character that no URL holds/],
    ["GET /a`b", /a character that no URL holds/],
    ["GET /a\u0007b", /a character that no URL holds/],
    ["GET /100%", /a `%` that is not followed/],
    ["GET /%ff", /a `%` that is not followed/],
    ["GET /health 20", /^"20" is no status; allowed: `200`, `2xx`/],
    ["GET /health 600", /^"600" is no status/],
    ["GET /health 2xx, 304", /^"2xx," is no status/],
    ["GET /health 200<5ms", /^"200<5ms" is no status/],
    ["GET /health <500", /^"<500" is no time limit; allowed: `<500ms`, `<2s`/],
    ["GET /health < 500ms", /^"<" is no time limit/],
    ["GET /health <0ms", /^"<0ms" is no time limit/],
    ["GET /health <1m", /^"<1m" is no time limit/],
    ["GET /health <5ms <6ms", /^the line has two time limits$/],
    ["GET /health <5ms 200", /^a part of the line is no check/],
    ["GET /health 200 ok", /^"ok" is no check; allowed: `<500ms`/],
    ["GET /health contains swagger", /^after `contains` comes a text in double quotes$/],
    ["GET /health contains", /^after `contains` comes a text in double quotes$/],
    ['GET /health contains "swagger', /^the text after `contains` has no closing quote$/],
    ['GET /health contains "a\\x41"', /^the text after `contains` has an escape .* that JSON does not know$/],
    ['GET /health contains "a\tb"', /^the text after `contains` has an escape or a character/],
    ['GET /health contains "a"<5ms', /^after a text in quotes comes a space$/],
    ['GET /x header "a"', /^after `header` comes `name: "value"`$/],
    ['GET /x header a b: "c"', /^after `header` comes `name: "value"`$/],
    ["GET /x header authorization: Bearer hunter2", /^after `header authorization:` comes a text in double quotes$/],
    ['GET /x header authorization: "Bearer hunter2', /^the text after `header authorization:` has no closing quote$/],
    ['GET /x header authorization: "hunter2\\n"', /^the value of the header "authorization" holds a character/],
    ['GET /x header authorization: "Bearer "hunter2"', /^after a text in quotes comes a space$/],
    ['GET /x header authorization: "Bearer" hunter2', /^a part of the line is no check/],
  ])("is refused: %j", (line, sentence) => {
    const problems = problemOf(line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
    expect(problems[0]).not.toContain("hunter2");
  });

  it("is found by its number among comments and blank lines, each wrong one", () => {
    const { tests, problems } = parseSmokeTests("# health\n\nGET /a\r\n  GET b\n  # more\nGOT /c\nGET /d 200\n");
    expect(tests.map(({ line, path }) => [line, path])).toEqual([
      [3, "/a"],
      [7, "/d"],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([4, 6]);
  });

  it("can be an item of a JSON array", () => {
    const { tests, problems } = parseSmokeTests(JSON.stringify(["GET /a", 'POST /b body={"c":[1]}', "nothing"]));
    expect(tests.map(({ path, body }) => [path, body])).toEqual([
      ["/a", undefined],
      ["/b", '{"c":[1]}'],
    ]);
    expect(problems).toEqual([expect.objectContaining({ line: 3 })]);
    expect(parseSmokeTests('["GET /a"').problems).toHaveLength(1);
  });
});

describe("secretsOf", () => {
  it("names the values of headers that let somebody in, with and without their scheme", () => {
    const lines = [
      'GET /a header Authorization: "Bearer abc.def" header accept: "text/html" header x-api-key: "k3y"',
      'GET /b header authorization: "Bearer abc.def" header Cookie: "session=1; b=2" header x-token: ""',
    ];
    const secrets = secretsOf(parseSmokeTests(lines.join("\n")).tests);
    expect(secrets).toEqual(["Bearer abc.def", "abc.def", "k3y", "session=1; b=2"]);
  });
});
