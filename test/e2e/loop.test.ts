import { beforeAll, describe, expect, it } from "vitest";
import { readActionMetadata } from "../support/action-yml.ts";
import { fakeTools } from "../support/fake-tools.ts";
import { rawZip } from "../support/raw-archives.ts";
import { readReport } from "../support/report.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { createWorkspace, writeFiles } from "../support/workspace.ts";

const stage = setStage();
const FAT = rawZip([
  {
    name: "app.py",
    content: "import dep\ndef handler(event, context):\n    return {'dep': dep.VERSION, 'code': 'fat'}\n",
  },
  { name: "dep/__init__.py", content: "VERSION = '1.0'\n" },
]);

/** A function as teams have it: one zip with code and dependencies, no layers. */
async function fatFunction(name: string): Promise<void> {
  await stage.aws.createFunction({ name, zip: FAT, handler: "app.handler", runtime: "python3.11" });
}

/** Runs the action, returns what it did to AWS and to the cache. */
async function deploy(workspace: string, inputs: Readonly<Record<string, string>>, request = {}) {
  stage.aws.resetCalls();
  const cacheCalls = stage.cache.calls.length;
  const run = await stage.run(workspace, inputs, request);
  const { "location.GetObject": rangeReads = 0, ...calls } = stage.aws.summary();
  return { run, calls, rangeReads, cacheCalls: stage.cache.calls.length - cacheCalls };
}

let tools: Awaited<ReturnType<typeof fakeTools>>;
beforeAll(async () => {
  tools = await fakeTools(["uv", "uvx", "git", "pip", "tar", "zstd", "python", "python3", "python3.11", "python3.12"]);
});

const writes = (calls: Readonly<Record<string, number>>) => [
  calls.PublishLayerVersion ?? 0,
  calls.UpdateFunctionConfiguration ?? 0,
  calls.UpdateFunctionCode ?? 0,
  calls.PublishVersion ?? 0,
];

describe("a function's life", () => {
  it("moves to layers, rests, changes its code, its dependencies, and goes back", async () => {
    const name = "life";
    const inputs = { "function-name": name };
    await fatFunction(name);
    const workspace = await workspaceOf("one", "dep==1.0\n");

    const first = await deploy(workspace, inputs);
    expect(first.run.exitCode, first.run.stdout).toBe(0);
    expect(writes(first.calls)).toEqual([1, 1, 1, 1]);
    expect(first.run.undeclaredOutputs).toEqual([]);
    expect(Object.keys(first.run.outputs).sort()).toEqual(Object.keys(readActionMetadata().outputs).sort());
    expect(first.run.outputs).toMatchObject({
      changed: "true",
      "code-changed": "true",
      "layer-changed": "true",
      "layer-source": "built",
      "layer-version": "1",
      version: "1",
    });
    expect(await stage.invoke(name, "1")).toEqual({ dep: "1.0", code: "one" });
    expect(Number(first.run.outputs["uploaded-bytes"])).toBe(stage.aws.uploadedBytes());

    const idle = await deploy(workspace, inputs, { path: tools.path });
    expect(idle.run.exitCode, idle.run.stdout).toBe(0);
    expect(idle.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
    expect([idle.rangeReads, idle.cacheCalls, await tools.started()]).toEqual([0, 0, []]);
    expect((await readReport(idle.run)).json.outcome).toBe("unchanged");
    expect(idle.run.outputs).toMatchObject({
      changed: "false",
      "layer-source": "reused",
      version: "",
      "uploaded-bytes": "0",
    });

    await writeFiles(workspace, functionFiles("two", "dep==1.0\n"));
    const code = await deploy(workspace, inputs, { path: tools.path });
    const { GetFunction: polls, ...others } = code.calls;
    expect(others).toEqual({ ListLayerVersions: 1, UpdateFunctionCode: 1, PublishVersion: 1 });
    expect(polls).toBeGreaterThan(1);
    // git tells which commit was deployed; the workspace is at another one, so no sizes are kept for pull requests.
    expect([code.cacheCalls, await tools.started()]).toEqual([0, ["git"]]);
    // The live zip is compared by its central directory, of which the end comes first.
    expect(code.rangeReads).toBeLessThanOrEqual(2);
    expect(code.run.outputs["uploaded-bytes"]).toBe(code.run.outputs["code-size"]);
    expect(await stage.invoke(name, "2")).toEqual({ dep: "1.0", code: "two" });

    await writeFiles(workspace, functionFiles("two", "dep==2.0\nother==1.0\n"));
    const dependencies = await deploy(workspace, inputs);
    expect(writes(dependencies.calls)).toEqual([1, 1, 0, 1]);
    expect(Object.keys(dependencies.calls)).not.toContain("GetLayerVersion");
    expect(dependencies.calls.GetLayerVersionByArn ?? 0).toBeLessThanOrEqual(1);
    expect(dependencies.run.outputs["uploaded-bytes"]).toBe(dependencies.run.outputs["layer-size"]);
    expect(dependencies.run.summary).toMatch(/dep/);
    const { json: report } = await readReport(dependencies.run);
    expect(report.outcome).toBe("deployed");
    expect(report.layer?.changes).toEqual([
      { name: "dep", from: "1.0", to: "2.0" },
      { name: "other", to: "1.0" },
    ]);
    expect(await stage.invoke(name, "3")).toEqual({ dep: "2.0", code: "two" });

    await writeFiles(workspace, functionFiles("two", "dep==1.0\n"));
    const back = await deploy(workspace, inputs, { path: tools.path });
    expect(writes(back.calls)).toEqual([0, 1, 0, 1]);
    // The cache may unpack what it has of the two versions; nothing is installed.
    expect((await tools.started()).filter((tool) => tool !== "tar" && tool !== "git" && tool !== "zstd")).toEqual([]);
    expect(back.run.outputs).toMatchObject({
      "layer-source": "reused",
      "layer-version": "1",
      "layer-changed": "false",
    });
    expect(await stage.invoke(name, "4")).toEqual({ dep: "1.0", code: "two" });
  });

  it("starts a tool, and only then, when a layer is to be built", async () => {
    await fatFunction("tools");
    const workspace = await workspaceOf("tools", "dep==2.0\n");
    const { run } = await deploy(
      workspace,
      { "function-name": "tools", "dry-run": "true", cache: "false" },
      { path: tools.path },
    );
    expect(run.exitCode).toBe(1);
    expect(await tools.started()).toContain("uv");
  });

  it("shares one layer between functions with the same dependencies", async () => {
    for (const name of ["one", "two"]) {
      await fatFunction(`shared-${name}`);
    }
    const workspace = await workspaceOf("shared", "dep==1.0\n");
    const first = await deploy(workspace, { "function-name": "shared-one", "layer-name": "shared" });
    const second = await deploy(workspace, { "function-name": "shared-two", "layer-name": "shared" });
    expect([writes(first.calls)[0], writes(second.calls)[0]]).toEqual([1, 0]);
    expect(second.run.outputs["layer-version-arn"]).toBe(first.run.outputs["layer-version-arn"]);
  });

  it("shows the plan and changes nothing in a dry run", async () => {
    await fatFunction("dry");
    const workspace = await workspaceOf("dry", "dep==2.0\n");
    const savedBefore = stage.cache.count("upload");
    const { run, calls } = await deploy(workspace, { "function-name": "dry", "dry-run": "true" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(writes(calls)).toEqual([0, 0, 0, 0]);
    expect(stage.cache.count("upload")).toBe(savedBefore);
    expect(run.outputs).toMatchObject({
      changed: "false",
      "layer-changed": "false",
      "layer-version-arn": "",
      "uploaded-bytes": "0",
    });
    const { json: report } = await readReport(run);
    expect(report.outcome).toBe("planned");
    expect(report.plan.map(({ action }) => action)).toEqual([
      "publish-layer",
      "update-configuration",
      "update-code",
      "publish-version",
    ]);
    expect((await stage.aws.getFunction("dry")).zip.equals(FAT)).toBe(true);
  });

  it("detaches the layer, after the code, when no dependency is left", async () => {
    await fatFunction("leave");
    const workspace = await workspaceOf("leave", "dep==1.0\n");
    await deploy(workspace, { "function-name": "leave" });
    const alone = "def handler(event, context):\n    return 'alone'\n";
    await writeFiles(workspace, { "app.py": alone, "requirements.txt": "# nothing\n" });
    const { run, calls } = await deploy(workspace, { "function-name": "leave" });
    expect(run.exitCode, run.stdout).toBe(0);
    const order = stage.aws.calls.map(({ op }) => op).filter((op) => op.startsWith("Update"));
    expect(order).toEqual(["UpdateFunctionCode", "UpdateFunctionConfiguration"]);
    expect(calls.PublishLayerVersion).toBeUndefined();
    expect(await stage.invoke("leave", "2")).toBe("alone");
    expect(run.outputs["layer-source"]).toBe("none");
  });

  it("leaves layers alone with `requirements: none`", async () => {
    const other = await stage.aws.publishForeignLayer({
      name: "other",
      zip: rawZip([{ name: "python/x.py", content: "" }]),
    });
    await stage.aws.createFunction({ name: "plain", zip: FAT, handler: "app.handler", layers: [other] });
    const workspace = await createWorkspace({
      files: { "app.py": "def handler(event, context):\n    return 'plain'\n" },
    });
    const { run, calls } = await deploy(workspace, { "function-name": "plain", requirements: "none" });
    expect(run.exitCode, run.stdout).toBe(0);
    const { GetFunction: _, ...others } = calls;
    expect(others).toEqual({ UpdateFunctionCode: 1, PublishVersion: 1 });
    expect((await stage.aws.getFunction("plain")).configuration.Layers).toMatchObject([{ Arn: other }]);
  });
});
