import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type GitHubApi, startGitHubApi } from "../support/github-api.ts";
import type { GitHubReply, GitHubRequest } from "../support/github-comments.ts";
import { repository } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { JOB_TOKEN } from "../support/runner.ts";
import { temporaryDirectory } from "../support/workspace.ts";

// The script of docs/pull-requests.md that people copy, run by the tools of a hosted Ubuntu, against a GitHub on loopback.
const COMMIT = "0123456789012345678901234567890123456789";
const MARKER = "<!-- size report of a fork -->";
const HEAD = "stranger:evil`$(touch pwned)`";

let github: GitHubApi;
let storage: GitHubApi;
let artifact: { readonly size: number; readonly zip: Buffer };
beforeAll(async () => {
  github = await startGitHubApi();
  storage = await startGitHubApi();
});
beforeEach(({ skip }) => {
  skip(process.platform !== "linux", "the recipe is for runners with Ubuntu");
  report("12 MB\n");
  github.intercept(answer);
  storage.intercept(() => ({ status: 200, body: artifact.zip }));
});
afterEach(() => {
  github.clear();
  storage.clear();
});
afterAll(async () => {
  await github.stop();
  await storage.stop();
});

/** What the workflow of the pull request left behind. */
function report(text: string): void {
  const zip = rawZip([
    { name: "../outside.md", content: "out" },
    { name: "report.md", content: text },
  ]);
  artifact = { size: zip.length, zip };
}

function answer({ path, query }: GitHubRequest): GitHubReply | undefined {
  const [, rest] = /^\/repos\/octo-org\/shop\/(pulls|actions\/.*)$/.exec(path) ?? [];
  switch (rest) {
    case "pulls": {
      const pulls = [
        { number: 6, head: { sha: COMMIT.replace("0", "f") } },
        { number: 7, head: { sha: COMMIT } },
      ];
      return { status: 200, body: query.head === HEAD && query.state === "open" ? pulls : [] };
    }
    case "actions/runs/99/artifacts":
      return { status: 200, body: { artifacts: [{ id: 5, size_in_bytes: artifact.size }] } };
    case "actions/artifacts/5/zip":
      return { status: 302, headers: { location: `${storage.url}/report.zip?sig=1` } };
    default:
      return undefined;
  }
}

function script(): string {
  const document = readFileSync(join(repository, "docs/pull-requests.md"), "utf8");
  const blocks = [...document.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, block = ""]) => parse(block));
  const workflow = blocks.find((block) => block.on?.workflow_run);
  expect(workflow.jobs.comment.steps).toHaveLength(1);
  return workflow.jobs.comment.steps[0].run;
}

async function run(more: Readonly<Record<string, string>> = {}) {
  const temporary = await temporaryDirectory("recipe");
  const file = join(temporary, "script.sh");
  writeFileSync(file, script());
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
  const { stdout } = await promisify(execFile)("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
    env: {
      PATH: process.env.PATH,
      NO_PROXY: "127.0.0.1",
      RUNNER_TEMP: temporary,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: "octo-org/shop",
      TOKEN: JOB_TOKEN,
      RUN: "99",
      HEAD,
      COMMIT,
      ...more,
    },
  });
  return { stdout, files: readdirSync(temporary).sort() };
}

const bodies = () => github.comments(7).map(({ body }) => body);

describe("the recipe for forks", () => {
  test("writes the report on the pull request that GitHub names, and changes it later", async () => {
    for (let index = 0; index < 150; index += 1) github.add(7, "A word", { login: "octocat", type: "User" });
    const person = github.add(7, `${MARKER} by hand`, { login: "octocat", type: "User" });
    await run();
    report("13 MB\n");
    await run();
    expect(github.comments(7).slice(150)).toMatchObject([
      person,
      {
        user: { type: "Bot" },
        body: `${MARKER}\n> This report comes from the workflow run of a fork.\n\n13 MB\n`,
      },
    ]);
    expect(github.comments(6)).toEqual([]);
  });

  test("takes what a fork wrote for text", async () => {
    report('@octo-org/everyone $(touch pwned) `touch pwned` "; touch pwned; "\\n \\(1 + 1) \u0007\n');
    const { files } = await run();
    expect(bodies()[0]).toContain(
      '\uff20octo-org/everyone $(touch pwned) `touch pwned` "; touch pwned; "\\n \\(1 + 1) \u0007\n',
    );
    expect(files).toEqual(["answer.json", "comment.json", "report.txt", "report.zip", "script.sh"]);
  });

  test.each([
    ["long", "x".repeat(50_000_000)],
    ["made of mentions", "@".repeat(300_000)],
    ["made of long characters", "😀".repeat(100_000)],
  ])("cuts a report that is %s", async (_, text) => {
    report(text);
    await run();
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]?.length).toBeGreaterThan(30_000);
  });

  test("takes bytes that are no text", async () => {
    artifact = { size: 500, zip: rawZip([{ name: "report.md", content: Buffer.from([0xff, 0xfe, 0x41]) }]) };
    await run();
    expect(bodies()[0]).toMatch(/A$/);
  });

  test("gives its token to GitHub alone", async () => {
    await run();
    expect(storage.requests.map(({ token }) => token)).toEqual([undefined]);
    expect(new Set(github.requests.map(({ token }) => token))).toEqual(new Set([JOB_TOKEN]));
  });

  test.each<[string, Readonly<Record<string, string>>, (() => void)?]>([
    ["another commit was pushed since", { COMMIT: COMMIT.replace("0", "a") }],
    ["the branch is of no open pull request", { HEAD: "stranger:other" }],
    [
      "the artifact is too large",
      {},
      () => {
        artifact = { ...artifact, size: 2_000_000 };
      },
    ],
  ])("writes nothing when %s", async (_, env, prepare) => {
    prepare?.();
    expect((await run(env)).stdout).toMatch(/^(No open pull request|The run left no report)/);
    expect(storage.requests).toEqual([]);
    expect(bodies()).toEqual([]);
  });

  test("writes nothing when the artifact is no zip, and fails when it is larger than GitHub said", async () => {
    artifact = { size: 500, zip: Buffer.from("no zip") };
    expect((await run()).stdout).toBe("The artifact holds no report.\n");
    artifact = { size: 500, zip: Buffer.alloc(1_100_000) };
    await expect(run()).rejects.toThrow("Maximum file size exceeded");
    expect(bodies()).toEqual([]);
  });
});
