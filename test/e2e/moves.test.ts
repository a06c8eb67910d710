import { beforeEach, describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure, readReport } from "../support/report.ts";
import { functionFiles, setStage, WHEELS, workspaceOf } from "../support/stage.ts";
import { createWorkspace, writeFiles } from "../support/workspace.ts";

const platforms = [
  "cp311-cp311-manylinux2014_x86_64",
  "cp312-cp312-manylinux2014_x86_64",
  "cp311-cp311-manylinux2014_aarch64",
];
const stage = setStage([
  ...WHEELS,
  ...platforms.map((tag) => ({ name: "native", version: "1.0", tag, files: { "native.py": `TAG = '${tag}'\n` } })),
]);
let count = 0;
let name = "";

beforeEach(async () => {
  count += 1;
  name = `moving-${count}`;
  const zip = rawZip([{ name: "app.py", content: "" }]);
  await stage.aws.createFunction({ name, zip, handler: "app.handler", runtime: "python3.11" });
});

async function deploy(workspace: string, inputs: Readonly<Record<string, string>> = {}) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, { "function-name": name, ...inputs });
  const calls = stage.aws.summary();
  return {
    run,
    calls,
    writes: stage.aws.calls.map(({ op }) => op).filter((op) => /^(Publish|Update|Create)/.test(op)),
  };
}

async function succeed(workspace: string, inputs: Readonly<Record<string, string>> = {}) {
  const done = await deploy(workspace, inputs);
  expect(done.run.exitCode, done.run.stdout).toBe(0);
  return done;
}

const configuration = async () => (await stage.aws.getFunction(name)).configuration;

/** What `native` in the newest layer was built for. */
async function platformOfLayer(): Promise<unknown> {
  const handler = "import native\ndef handler(event, context):\n    return native.TAG\n";
  const [newest] = stage.aws.layerVersions(`${name}-dependencies`).toReversed();
  const probe = `${name}-probe-${newest?.number}`;
  const zip = rawZip([{ name: "app.py", content: handler }]);
  await stage.aws.createFunction({ name: probe, zip, handler: "app.handler", layers: [newest?.arn ?? ""] });
  return stage.invoke(probe);
}

describe("a function that moves", () => {
  it("to another runtime gets it together with the layer for it, in one update", async () => {
    const workspace = await workspaceOf("code", "dep==1.0\nnative==1.0\n");
    await succeed(workspace);
    expect(await platformOfLayer()).toBe(platforms[0]);

    const { writes, run } = await succeed(workspace, { runtime: "python3.12" });
    expect(writes).toEqual(["PublishLayerVersion", "UpdateFunctionConfiguration", "PublishVersion"]);
    expect(await configuration()).toMatchObject({
      Runtime: "python3.12",
      Layers: [{ Arn: expect.stringMatching(/:2$/) }],
    });
    expect(await platformOfLayer()).toBe(platforms[1]);
    const [, layer] = stage.aws.layerVersions(`${name}-dependencies`);
    expect(layer?.zip.includes("cpython-311")).toBe(false);
    expect(run.summary).toMatch(/moved to python3\.12/);
    expect((await readReport(run)).json.outcome).toBe("deployed");

    expect((await succeed(workspace, { runtime: "python3.12" })).writes).toEqual([]);
    expect((await succeed(workspace)).writes).toEqual([]);
  });

  it("to arm64 gets a layer for it", async () => {
    const workspace = await workspaceOf("code", "dep==1.0\nnative==1.0\n");
    await succeed(workspace);
    const { writes, run } = await succeed(workspace, { architectures: "arm64" });
    expect(writes.toSorted()).toEqual([
      "PublishLayerVersion",
      "PublishVersion",
      "UpdateFunctionCode",
      "UpdateFunctionConfiguration",
    ]);
    expect(await configuration()).toMatchObject({
      Architectures: ["arm64"],
      Layers: [{ Arn: expect.stringMatching(/:2$/) }],
      CodeSha256: run.outputs["code-sha256"],
    });
    expect(await platformOfLayer()).toBe(platforms[2]);
    expect(run.summary).toMatch(/moved to arm64/);
    expect((await succeed(workspace, { architectures: "arm64" })).writes).toEqual([]);
  });

  it("publishes no version with `publish: false`", async () => {
    const workspace = await workspaceOf("code", "dep==1.0\n");
    const { writes, run } = await succeed(workspace, { publish: "false" });
    expect(writes).toEqual(["PublishLayerVersion", "UpdateFunctionConfiguration", "UpdateFunctionCode"]);
    expect(run.outputs).toMatchObject({ changed: "true", version: "" });
    expect((await readReport(run)).json.plan.map(({ action }) => action)).not.toContain("publish-version");
  });
});

describe("a busy function", () => {
  it("is waited for", async () => {
    stage.aws.makeBusy(name, 2);
    const { writes, calls } = await succeed(await workspaceOf("code", "dep==1.0\n"));
    expect(writes).toEqual([
      "PublishLayerVersion",
      "UpdateFunctionConfiguration",
      "UpdateFunctionCode",
      "PublishVersion",
    ]);
    expect(calls.GetFunction).toBeGreaterThanOrEqual(5);
    expect(await stage.invoke(name, "1")).toEqual({ dep: "1.0", code: "code" });
  });

  it.each(["UpdateFunctionConfiguration", "UpdateFunctionCode", "PublishVersion"])(
    "that refuses %s with 409 is asked again",
    async (op) => {
      const text = "The operation cannot be performed at this time. An update is in progress for resource: x";
      stage.aws.fault({ op, do: { kind: "awsError", status: 409, code: "ResourceConflictException", text } });
      const { run, calls } = await succeed(await workspaceOf("code", "dep==1.0\n"));
      expect(calls[op]).toBe(2);
      expect([run.issued.error, run.outputs.version]).toEqual([0, "1"]);
      expect(await stage.invoke(name, "1")).toEqual({ dep: "1.0", code: "code" });
    },
  );
});

describe("a version that cannot be published", () => {
  it("is all that is missing: the same deploy again finds nothing to do, and one with a change publishes", async () => {
    const workspace = await workspaceOf("code", "dep==1.0\n");
    stage.aws.fault({ op: "PublishVersion", times: 50, do: { kind: "serverError" } });
    const run = await stage.run(workspace, { "function-name": name }, { env: { AWS_MAX_ATTEMPTS: "2" } });
    const says = ["AWS answered 500 to PublishVersion.", "at most its version is missing: publish one with"];
    await expectFailure(run, { says, secrets: stage.aws.secrets() });
    expect(await stage.invoke(name)).toEqual({ dep: "1.0", code: "code" });

    stage.aws.clearFaults();
    const again = await succeed(workspace);
    expect([again.writes, again.run.outputs.version]).toEqual([[], ""]);
    await writeFiles(workspace, functionFiles("more", "dep==1.0\n"));
    expect((await succeed(workspace)).run.outputs.version).toBe("1");
  });

  it("is published by the same deploy again where everything was put back", async () => {
    const workspace = await workspaceOf("code", "dep==1.0\n");
    await succeed(workspace);
    stage.aws.fault({ op: "PublishVersion", times: 50, do: { kind: "serverError" } });
    const inputs = { "function-name": name, "memory-size": "256" };
    const run = await stage.run(workspace, inputs, { env: { AWS_MAX_ATTEMPTS: "2" } });
    await expectFailure(run, { says: ["Run again; a deploy converges."], secrets: stage.aws.secrets() });

    stage.aws.clearFaults();
    const again = await succeed(workspace, { "memory-size": "256" });
    expect(again.writes).toEqual(["UpdateFunctionConfiguration", "PublishVersion"]);
    expect(again.run.outputs.version).toBe("2");
  });
});

describe("the code package", () => {
  const code = { "app.py": "def handler(event, context):\n    return 'same'\n", "data.txt": "text\n".repeat(200) };
  const live = rawZip(Object.entries(code).map(([path, content]) => ({ name: path, content })));

  it("is not sent when only the compression differs", async () => {
    await stage.aws.createFunction({ name: `${name}-zipped`, zip: live, handler: "app.handler" });
    const inputs = { "function-name": `${name}-zipped`, requirements: "none" };
    const workspace = await createWorkspace({ files: code });
    const { run, calls } = await succeed(workspace, inputs);
    const { "location.GetObject": rangeReads, ...others } = calls;
    expect(others).toEqual({ GetFunction: 1 });
    expect(rangeReads).toBeGreaterThan(0);
    expect(run.outputs).toMatchObject({ changed: "false", "code-changed": "false", "uploaded-bytes": "0" });
    expect(run.stdout).toContain("only compressed differently");
    expect((await readReport(run)).json.outcome).toBe("unchanged");

    await writeFiles(workspace, { "data.txt": "TEXT\n".repeat(200) });
    const { writes } = await succeed(workspace, inputs);
    expect(writes).toEqual(["UpdateFunctionCode", "PublishVersion"]);
  });
});

describe("`revision-id`", () => {
  const other = { "revision-id": "11111111-2222-3333-4444-555555555555" };
  const revision = async () => ({ "revision-id": String((await configuration()).RevisionId) });

  it("lets a deploy pass when it is the function's, and stops it otherwise, also when nothing is to do", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const stopped = await deploy(workspace, other);
    await expectFailure(stopped.run, { says: ["revision", "11111111-2222"], secrets: stage.aws.secrets() });
    expect(stopped.writes).toEqual([]);

    const passed = await succeed(workspace, await revision());
    expect(passed.writes).toEqual([
      "PublishLayerVersion",
      "UpdateFunctionConfiguration",
      "UpdateFunctionCode",
      "PublishVersion",
    ]);

    const idle = await succeed(workspace, await revision());
    expect(idle.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
    const idleStopped = await deploy(workspace, other);
    await expectFailure(idleStopped.run, { says: ["revision", "11111111-2222"], secrets: stage.aws.secrets() });
    expect(idleStopped.writes).toEqual([]);

    const before = await revision();
    await stage.aws.updateFunction(name, { Timeout: 9 });
    await writeFiles(workspace, functionFiles("two", "dep==1.0\n"));
    const late = await deploy(workspace, before);
    expect([late.run.exitCode, late.writes]).toEqual([1, []]);
  });
});
