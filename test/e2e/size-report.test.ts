import { dirname } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { checkOut, openPullRequest } from "../support/pull-request.ts";
import type { ReportFile } from "../support/report.ts";
import { JOB_TOKEN } from "../support/runner.ts";
import { setReportBench } from "../support/size-report.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { git } from "../support/workspace.ts";

const stage = setStage();
const bench = setReportBench(stage);
beforeEach(() => stage.cache.delete());
/** No uv and no index: only what is known can be reported. */
const NOTHING_TO_BUILD_WITH = { path: "/usr/bin:/bin", env: { UV_DEFAULT_INDEX: "http://127.0.0.1:9/simple" } };

const BASE = functionFiles("one", "dep==1.0\n");
const BUMPED = functionFiles("a longer text than before", "dep==2.0\nother==1.0\n");
const CHANGES = [
  { name: "dep", from: "1.0", to: "2.0" },
  { name: "other", to: "1.0" },
];

/** Both sides as figures. */
function sidesOf({ code, layer }: ReportFile) {
  return { code: [code?.before, code?.after], layer: [layer?.before, layer?.after] };
}

describe("a pull request without kept sizes", () => {
  it("is compared with its base commit, fetched into a shallow clone with the token", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "fresh" };
    const { run, told, fetches, installs, written } = await bench.report(await checkOut(pull, "merge"), pull, inputs);

    expect(run.exitCode, run.stdout).toBe(0);
    expect(stage.aws.calls).toEqual([]);
    expect(fetches).toBeGreaterThan(0);
    expect(installs).toBeGreaterThan(0);
    expect(written.map((key) => key?.replace(/-1-.*/, ""))).toEqual(Array(2).fill("lambda-layers-deploy-report"));
    expect(told.json).toMatchObject({
      outcome: "reported",
      baseline: { source: "git", branch: "main", commit: pull.base },
    });
    expect(told.json.layer).toMatchObject({ source: "built", changes: CHANGES });
    expect(told.json.plan.map(({ action }) => action)).toEqual([
      "publish-layer",
      "update-configuration",
      "update-code",
    ]);
    expect(run.outputs).toMatchObject({
      changed: "false",
      "code-changed": "false",
      "layer-changed": "false",
      "uploaded-bytes": "0",
      "function-arn": "",
      "layer-version-arn": "",
    });
    expect(told.everything).not.toContain(JOB_TOKEN);
    expect(told.everything).not.toContain(Buffer.from(`x-access-token:${JOB_TOKEN}`).toString("base64"));
  });

  it("has the figures that each commit has by itself", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": "figures" });

    const alone = async (branch: "main" | "feature") => {
      const inputs = { "function-name": `figures-${branch}`, requirements: "requirements.txt" };
      const { told: own } = await bench.report(await checkOut(pull, branch), pull, inputs);
      return { code: own.json.code?.after, layer: own.json.layer?.after };
    };
    const [base, head] = [await alone("main"), await alone("feature")];
    expect(sidesOf(told.json)).toEqual({ code: [base.code, head.code], layer: [base.layer, head.layer] });
  });

  it("asks nobody for what a whole clone has, and takes the merge base when the branch itself is checked out", async () => {
    const later = { "app.py": "# what main has become in the meantime, which is no part of this change\n" };
    const pull = await openPullRequest({ base: BASE, head: { "other.py": "" }, later });
    const workspace = await checkOut(pull, "feature", "all");
    const { run, told, fetches } = await bench.report(workspace, pull, { "function-name": "whole" });

    expect(run.exitCode, run.stdout).toBe(0);
    expect(fetches).toBe(0);
    expect(stage.github.requests).toEqual([]);
    expect(told.json.code).toMatchObject({ before: { files: 1 }, after: { files: 2 } });
    expect(told.json.baseline?.commit).toBe(git(pull.repository, "merge-base", "main", "feature").trim());
    expect(git(workspace, "status", "--porcelain")).toBe("");
    expect(git(workspace, "worktree", "list").trim().split("\n")).toHaveLength(1);
  });

  it("asks GitHub for the merge base when the branch itself is checked out one commit deep", async () => {
    const pull = await openPullRequest({ base: BASE, head: { "other.py": "" }, later: { "third.py": "" } });
    const base = git(pull.repository, "merge-base", "main", "feature").trim();
    stage.github.onCompare((from, to) => ({
      status: 200,
      body: { merge_base_commit: { sha: from === pull.base && to === pull.head ? base : "" } },
    }));
    const { run, told } = await bench.report(await checkOut(pull, "feature"), pull, { "function-name": "asks" });

    expect(stage.github.seen()).toEqual(["GET 200"]);
    expect(told.json.code).toMatchObject({ before: { files: 1 }, after: { files: 2 } });
    expect(run.exitCode).toBe(0);
    expect(told.json.baseline?.commit).toBe(base);
  });

  it("has no baseline, and is green, when the base commit cannot be had", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const workspace = await checkOut(pull, "merge");
    const { run, told } = await bench.report(
      workspace,
      pull,
      { "function-name": "none" },
      { env: { GITHUB_SERVER_URL: "http://nobody.localhost:9" } },
    );

    expect([run.exitCode, run.issued.error, run.issued.warning], run.stdout).toEqual([0, 0, 0]);
    expect(told.json.baseline).toEqual({ source: "none" });
    expect(told.json.code?.before).toBeUndefined();
    expect(told.json.layer).toMatchObject({ source: "built", changes: [] });
    expect(told.json.layer?.before).toBeUndefined();
    expect(run.stdout).toMatch(/git: fatal: .*nobody\.localhost/);
  });

  it("is of a function that the base does not have", async () => {
    const pull = await openPullRequest({
      base: { "README.md": "" },
      head: { "new/app.py": "", "new/requirements.txt": "dep==1.0\n" },
    });
    const inputs = { "function-name": "new", "code-artifacts-dir": "new" };
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(told.json.code?.before).toBeUndefined();
  });

  it.each([
    ["without dependencies", {}, ["update-code"]],
    ["whose dependencies go", { "requirements.txt": "dep==1.0\n" }, ["update-configuration", "update-code"]],
  ])("is of a function %s", async (_, before, actions) => {
    const pull = await openPullRequest({
      base: { "app.py": "", ...before },
      head: { "app.py": "# more\n", ...("requirements.txt" in before && { "requirements.txt": "" }) },
    });
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": "bare" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(told.json.plan.map(({ action }) => action)).toEqual(actions);
    expect(told.json.layer?.after).toBeUndefined();
  });

  it("installs nothing at its second push", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "second" };
    const first = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    const second = await bench.report(await checkOut(pull, "merge"), pull, inputs, NOTHING_TO_BUILD_WITH);
    expect(second.run.exitCode, second.run.stdout).toBe(0);
    expect(second.told.json.layer).toMatchObject({ source: "restored", changes: CHANGES });
    expect(sidesOf(second.told.json)).toEqual(sidesOf(first.told.json));
  });

  it("uses no cache with `cache: false`", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "second", cache: "false" };
    const { run, read, written } = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect([read, written]).toEqual([[], []]);
  });
});

describe("sizes that a deploy has kept", () => {
  it("are the baseline of a change of the code alone: nothing is installed, fetched or asked of AWS", async () => {
    const pull = await openPullRequest({ base: BASE, head: functionFiles("a longer text", "dep==1.0\n") });
    const name = await bench.newFunction();
    const deployed = await bench.push(await checkOut(pull, "main"), { "function-name": name });
    expect(deployed.exitCode, deployed.stdout).toBe(0);
    const inputs = { "function-name": name, runtime: "", architectures: "" };
    const { run, told, fetches, read } = await bench.report(
      await checkOut(pull, "merge"),
      pull,
      inputs,
      NOTHING_TO_BUILD_WITH,
    );

    expect(run.exitCode, run.stdout).toBe(0);
    expect([stage.aws.calls, fetches, read.length]).toEqual([[], 0, 1]);
    expect(told.json.baseline).toEqual({ source: "cache", branch: "main", commit: pull.base });
    expect(told.json.layer).toMatchObject({ source: "restored", changes: [], packages: [{ name: "dep" }] });
    expect(told.json.layer?.before).toEqual(told.json.layer?.after);
    expect(told.json.layer?.fingerprint).toBe(deployed.outputs["layer-fingerprint"]);
    expect(told.json.code?.before).toMatchObject({ zipped: Number(deployed.outputs["code-size"]) });
    expect(told.json.code?.after).not.toEqual(told.json.code?.before);
    expect(told.json.plan.map(({ action }) => action)).toEqual(["update-code"]);
    expect(run.outputs).toMatchObject({ "layer-changed": "false", "layer-size": deployed.outputs["layer-size"] });
  });

  it("are compared package by package with new dependencies, which alone are installed", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const name = await bench.newFunction();
    await bench.push(await checkOut(pull, "main"), { "function-name": name });
    const { told, fetches } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": name });
    expect(fetches).toBe(0);
    expect(told.json.layer).toMatchObject({ source: "built", changes: CHANGES });
    expect(told.json.layer?.before).toMatchObject({ files: 6 });
  });

  it("are those of the newest deploy of the branch, when the base commit has none", async () => {
    const pull = await openPullRequest({ base: BASE, head: { "other.py": "" }, later: { "README.md": "text" } });
    const name = await bench.newFunction();
    const before = await openPullRequest({ base: BASE, head: {} });
    await bench.push(await checkOut(before, "main"), { "function-name": name });
    const { told, fetches } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": name });
    expect(fetches).toBe(0);
    expect(told.json.baseline).toEqual({ source: "newest", branch: "main", commit: before.base });
  });

  it("are not compared when they are of another runtime: then both are measured here", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const name = await bench.newFunction();
    await bench.push(await checkOut(pull, "main"), { "function-name": name });
    const inputs = { "function-name": name, runtime: "python3.12" };
    const { run, told, fetches } = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(fetches).toBeGreaterThan(0);
    expect(told.json.layer).toMatchObject({ changes: CHANGES });
    expect(told.json.layer?.before).toBeDefined();
  });

  it("are of one commit, also when only the layer has to be measured again", async () => {
    const before = await openPullRequest({ base: BASE, head: {} });
    const pull = await openPullRequest({
      base: BASE,
      head: { "requirements.txt": "dep==2.0\n" },
      later: { "later.py": "" },
    });
    const name = await bench.newFunction();
    await bench.push(await checkOut(before, "main"), { "function-name": name });
    const inputs = { "function-name": name, runtime: "python3.12" };
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    expect(told.json.baseline).toEqual({ source: "git", branch: "main", commit: pull.base });
    expect(told.json.code).toMatchObject({ before: { files: 2 }, after: { files: 2 } });
    expect(told.json.layer).toMatchObject({ changes: [{ name: "dep", from: "1.0", to: "2.0" }] });
  });

  it("are not compared when one has bytecode and the other has not", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "bytecode", runtime: "python3.11", architectures: "x86_64" };
    await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    const asKept = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    const without = await bench.report(await checkOut(pull, "merge"), pull, { ...inputs, bytecode: "off" });
    expect([asKept.fetches, without.fetches > 0]).toEqual([0, true]);
    const files = ({ told }: typeof asKept) => [told.json.layer?.before?.files, told.json.layer?.after?.files];
    expect([files(asKept), files(without)]).toEqual([
      [6, 10],
      [5, 8],
    ]);
  });

  it("are compared by versions alone when they are of another runtime and git has nothing", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const name = await bench.newFunction();
    await bench.push(await checkOut(pull, "main"), { "function-name": name });
    const { run, told } = await bench.report(
      await checkOut(pull, "merge"),
      pull,
      { "function-name": name, runtime: "python3.12" },
      { env: { GITHUB_SERVER_URL: "http://nobody.localhost:9" } },
    );
    expect(told.json.layer).toMatchObject({ changes: CHANGES });
    expect(told.json.layer?.before).toBeUndefined();
    expect(run.stdout).toContain("compared by their versions only");
  });

  it("are written by a deploy that changes something, and cost one that does not nothing", async () => {
    const pull = await openPullRequest({ base: BASE, head: {} });
    const name = await bench.newFunction();
    const workspace = await checkOut(pull, "main");
    const keys = () => stage.cache.entries().map(({ key }) => key);
    const before = keys();
    await bench.push(workspace, { "function-name": name, "dry-run": "true" });
    await bench.push(workspace, { "function-name": name, cache: "false" });
    expect(keys()).toEqual(before);

    await bench.push(workspace, { "function-name": name, "memory-size": "256" });
    const [key = "", ...more] = keys().filter((one) => !before.includes(one));
    expect([key.endsWith(pull.base), more]).toEqual([true, []]);

    const calls = stage.cache.calls.length;
    const unchanged = await bench.push(workspace, { "function-name": name });
    expect(unchanged.outputs.changed, unchanged.stdout).toBe("false");
    expect(stage.cache.calls).toHaveLength(calls);
  });

  it("hold no ARN", async () => {
    const pull = await openPullRequest({ base: BASE, head: {} });
    const name = await bench.newFunction();
    await bench.push(await checkOut(pull, "main"), { "function-name": name });
    const entry = stage.cache.entries().findLast(({ key }) => key.includes("-sizes-"));
    const kept = zstdDecompressSync(entry?.content ?? Buffer.alloc(0)).toString();
    expect(kept).toContain(pull.base);
    expect(kept).not.toContain("arn:aws");
    expect(entry?.key).not.toContain(name);
  });
});

describe("`mode: report` on a push", () => {
  it("keeps the sizes of the branch for the pull requests to come", async () => {
    const pull = await openPullRequest({ base: BASE, head: functionFiles("a longer text", "dep==1.0\n") });
    const inputs = { "function-name": "pushed", runtime: "python3.11", architectures: "x86_64" };
    const pushed = await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    expect(pushed.exitCode, pushed.stdout).toBe(0);
    const { run, fetches, read } = await bench.report(
      await checkOut(pull, "merge"),
      pull,
      inputs,
      NOTHING_TO_BUILD_WITH,
    );
    expect(run.exitCode, run.stdout).toBe(0);
    expect([fetches, read.length]).toEqual([0, 1]);
  });

  it("keeps those of each of several reports on one function, which else take those of the function", async () => {
    const pull = await openPullRequest({ base: BASE, head: functionFiles("a longer text", "dep==1.0\n") });
    const common = { "function-name": "matrix", runtime: "python3.11" };
    const intel = { ...common, architectures: "x86_64", "comment-key": "matrix x86_64" };
    const arm = { ...common, architectures: "arm64", "comment-key": "matrix arm64" };
    for (const inputs of [intel, arm]) await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    for (const inputs of [intel, arm]) {
      const { told, read } = await bench.report(await checkOut(pull, "merge"), pull, inputs, NOTHING_TO_BUILD_WITH);
      expect([told.json.baseline?.source, told.json.layer?.changes, read.length]).toEqual(["cache", [], 1]);
    }
    stage.cache.delete();
    await bench.push(await checkOut(pull, "main"), { ...common, architectures: "x86_64", mode: "report" });
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, intel, NOTHING_TO_BUILD_WITH);
    expect(told.json.baseline?.source).toBe("cache");
  });

  it("is compared with the commit before it", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "forward", runtime: "python3.11", architectures: "x86_64", mode: "report" };
    const event = { name: "push", payload: { before: pull.base } };
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, inputs, { event });
    expect(told.json.layer).toMatchObject({ changes: CHANGES });
  });
});

describe("a merge queue", () => {
  it("is compared with the branch that it is for", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const event = {
      name: "merge_group",
      payload: { merge_group: { base_ref: "refs/heads/main", base_sha: pull.base } },
    };
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": "queue" }, { event });
    expect(told.json.layer).toMatchObject({ changes: CHANGES });
  });
});

it("is of a repository that is checked out below the workspace", async () => {
  const pull = await openPullRequest({ base: BASE, head: BUMPED });
  const checkedOut = await checkOut(pull, "merge");
  const workspace = dirname(checkedOut);
  const inputs = { "function-name": "below", "code-artifacts-dir": "shop" };
  const { run, told } = await bench.report(workspace, pull, inputs);
  expect(run.exitCode, run.stdout).toBe(0);
  expect(told.json.layer).toMatchObject({ changes: CHANGES });
  expect(told.json.code).toMatchObject({ before: { files: 1 }, after: { files: 1 } });
});
