import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import { JOB } from "../support/github-api.ts";
import { checkOut, openPullRequest, pullRequestEvent } from "../support/pull-request.ts";
import { type ActionRun, JOB_TOKEN, type RunRequest } from "../support/runner.ts";
import { WITHOUT_CREDENTIALS } from "../support/size-report.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";

const stage = setStage();
const PERSON = { login: "octocat", type: "User" } as const;
function pullRequest(name = "pull_request", from = "octo-org/shop") {
  const base = { ref: "main", repo: { full_name: "octo-org/shop" } };
  const head = { ref: "feature", repo: { full_name: from, fork: from !== "octo-org/shop" } };
  return { name, payload: { number: 7, repository: base.repo, pull_request: { number: 7, base, head } } };
}

/** Reports code alone, where it does not matter what the report says. */
async function report(inputs: Readonly<Record<string, string>> = {}, request: Partial<RunRequest> = {}) {
  const workspace = request.workspace ?? (await workspaceOf("one", "dep==1.0\n"));
  return stage.run(
    workspace,
    { "function-name": "orders", requirements: "none", ...inputs },
    { event: pullRequest(), env: WITHOUT_CREDENTIALS, ...request },
  );
}

const MARKER = "<!-- lambda-layers-deploy:orders -->";
const comments = () => stage.github.comments(7);
const told = ({ annotations }: ActionRun) =>
  Object.values(annotations)
    .flat()
    .map(({ message }) => message)
    .filter((message) => message.startsWith("No comment"));

describe("the report as a comment", () => {
  it("is written by the first push, left alone by one that changes nothing, and updated by one that does", async () => {
    const push = async (requirements: string) => {
      const base = functionFiles("one", "dep==1.0\n");
      const pull = await openPullRequest({ base, head: functionFiles("two", requirements) });
      const { payload } = pullRequestEvent(pull);
      const run = await report(
        { requirements: "auto", runtime: "python3.11", architectures: "x86_64" },
        {
          workspace: await checkOut(pull, "merge", "all"),
          event: { name: "pull_request", payload: { ...(payload as object), number: 7 } },
        },
      );
      expect([run.exitCode, told(run)], run.stdout).toEqual([0, []]);
      return run;
    };
    const another = /\bother\b(?! layers)/;
    const first = await push("dep==2.0\n");
    const [created] = comments();
    expect(created?.body).toMatch(/^<!-- lambda-layers-deploy:orders -->\n### .*orders/);
    expect(created?.body).toContain("dep");
    expect(created?.body).not.toMatch(another);
    expect(first.stdout).toContain(created?.html_url);

    await push("dep==2.0\n");
    expect(comments()).toEqual([created]);
    await push("dep==2.0\nother==1.0\n");
    expect(comments()).toEqual([{ ...created, body: expect.stringMatching(another) }]);
    expect(stage.github.seen()).toEqual(["GET 200", "POST 201", "GET 200", "GET 200", "PATCH 200"]);
  });

  it("tells the failure of a limit too", async () => {
    const run = await report({ "hard-limit": "10B" });
    expect([run.exitCode, run.issued.error], run.stdout).toEqual([1, 1]);
    expect(comments()[0]?.body).toContain(run.annotations.error[0]?.message.split(" ").slice(0, 3).join(" "));
  });

  it("is written on pull_request_target too", async () => {
    const run = await report({}, { event: pullRequest("pull_request_target", "stranger/shop") });
    expect([run.exitCode, comments().length]).toEqual([0, 1]);
  });

  it("is found among 300 comments, where a person has copied its marker", async () => {
    stage.github.add(7, `${MARKER}\nby hand`, PERSON);
    for (let index = 0; index < 298; index += 1) stage.github.add(7, `Comment ${index}`, PERSON);
    const ours = stage.github.add(7, `${MARKER}\nof an earlier push`, JOB);
    await report();
    expect(stage.github.seen()).toEqual(["GET 200", "GET 200", "GET 200", "PATCH 200"]);
    expect(comments()[0]?.body).toBe(`${MARKER}\nby hand`);
    expect(comments().at(-1)).toMatchObject({ id: ours.id, body: expect.not.stringContaining("of an earlier push") });
  });

  it("has a key for each function of a matrix, whose jobs run at the same time", async () => {
    const names = ["orders", "orders-api", "invoices"];
    await Promise.all(names.map((name) => report({ "function-name": name })));
    const before = comments();
    await Promise.all(names.map((name) => report({ "function-name": name })));
    expect(comments()).toEqual(before);
    expect(before.map(({ body }) => body.split("\n")[0]).sort()).toEqual(
      ["invoices", "orders", "orders-api"].map((name) => `<!-- lambda-layers-deploy:${name} -->`),
    );
  });

  it("goes through a proxy, where the runner has one", async () => {
    const { port } = new URL(stage.github.url);
    const asked: string[] = [];
    const proxy = createServer().on("connect", (request, client) => {
      asked.push(request.url ?? "");
      const server = connect(Number(port), "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        server.pipe(client).pipe(server);
      });
    });
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
    try {
      const HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const GITHUB_API_URL = "http://github.example.com";
      const run = await report(
        {},
        { env: { ...WITHOUT_CREDENTIALS, HTTP_PROXY, http_proxy: HTTP_PROXY, GITHUB_API_URL } },
      );
      expect([run.exitCode, told(run)], run.stdout).toEqual([0, []]);
      expect(asked).toContain("github.example.com:80");
      expect(comments()).toHaveLength(1);
    } finally {
      proxy.close();
    }
  });

  it("can be given another key", async () => {
    await report({ "comment-key": "orders arm64" });
    expect(comments()[0]?.body).toMatch(/^<!-- lambda-layers-deploy:orders arm64 -->\n/);
  });

  it("is not written where nobody wants one or nothing was asked", async () => {
    await report({ comment: "false" });
    await report({}, { event: { name: "merge_group", payload: { merge_group: { base_ref: "refs/heads/main" } } } });
    await report({ mode: "report" }, { event: { name: "push", payload: { number: 7 } } });
    expect(stage.github.requests).toEqual([]);
  });

  it("is not written about inputs that are wrong", async () => {
    expect(await report({ runtime: "ruby" })).toMatchObject({ exitCode: 1 });
    expect(stage.github.requests).toEqual([]);
  });
});

describe("a report that cannot be commented", () => {
  it.each([
    ["auto", { notice: 1, warning: 0 }],
    ["true", { notice: 0, warning: 1 }],
  ])("because the pull request is a fork's is green and says so (comment: %s)", async (comment, expected) => {
    stage.github.grant(JOB_TOKEN, { ...JOB, pullRequests: "read" });
    const run = await report({ comment }, { event: pullRequest("pull_request", "stranger/shop") });
    expect([run.exitCode, run.conclusion], run.stdout).toEqual([0, "success"]);
    expect(stage.github.seen()).toEqual(["GET 200", "POST 403"]);
    const count = (kind: "notice" | "warning") =>
      run.annotations[kind].filter(({ message }) => message.startsWith("No comment on the pull request.")).length;
    expect({ notice: count("notice"), warning: count("warning") }).toEqual(expected);
    expect(told(run)[0]).toContain("The report is in the job summary.");
    expect(run.issued.error).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>, (() => void)?]>([
    ["the token is wrong", { "github-token": "ghs_ofYesterday" }],
    ["the token was taken away", { "github-token": "" }],
    ["the conversation is locked", {}, () => stage.github.lock(7)],
    ["GitHub is down", {}, () => stage.github.intercept(() => ({ status: 503 }))],
    ["the connection breaks", {}, () => stage.github.intercept(() => "reset")],
  ])("because %s is green", async (_, inputs, prepare) => {
    prepare?.();
    const run = await report(inputs);
    expect([run.exitCode, run.issued.error, told(run).length], run.stdout).toEqual([0, 0, 1]);
    expect(comments()).toEqual([]);
  });

  it("because nobody listens is green", async () => {
    const run = await report({}, { env: { ...WITHOUT_CREDENTIALS, GITHUB_API_URL: "http://127.0.0.1:9" } });
    expect([run.exitCode, told(run).length], run.stdout).toEqual([0, 1]);
  });
});

it("never shows the token", async () => {
  const token = "ghs_aTokenThatOnlyThisTestKnows";
  stage.github.grant(token, JOB);
  const shown = async () => {
    const run = await report({ "github-token": token });
    const masking = new RegExp(`^::add-mask::${token}$`, "gm");
    return JSON.stringify([run.rawOutput.replace(masking, ""), run.summary, run.outputs, run.annotations, run.env]);
  };
  expect(await shown()).not.toContain(token);
  expect(stage.github.requests.map((request) => request.token)).toEqual([token, token]);
  stage.github.intercept(() => ({ status: 500, body: { message: token } }));
  expect(await shown()).not.toContain(token);
  expect(JSON.stringify(comments())).not.toContain(token);
});
