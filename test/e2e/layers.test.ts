import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { machineEnvironment, searchPath } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure, readReport } from "../support/report.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { createWorkspace, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const stage = setStage();
let count = 0;
let name = "";

beforeEach(() => {
  count += 1;
  name = `layered-${count}`;
});

const empty = rawZip([{ name: "app.py", content: "" }]);
const newFunction = (
  more: { readonly layers?: readonly string[]; readonly environment?: Record<string, string> } = {},
) => stage.aws.createFunction({ name, zip: empty, handler: "app.handler", runtime: "python3.11", ...more });

/** A layer of somebody else with one module of its own. */
const foreign = (layer: string) =>
  stage.aws.publishForeignLayer({ name: layer, zip: rawZip([{ name: `python/${layer}.py`, content: "x = 1\n" }]) });

async function deploy(workspace: string, inputs: Readonly<Record<string, string>> = {}) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, { "function-name": name, ...inputs });
  return {
    run,
    writes: stage.aws.calls.map(({ op }) => op).filter((op) => /^(Publish|Update|Create|Delete)/.test(op)),
  };
}

async function succeed(workspace: string, inputs: Readonly<Record<string, string>> = {}) {
  const done = await deploy(workspace, inputs);
  expect(done.run.exitCode, done.run.stdout).toBe(0);
  return done;
}

async function attached(): Promise<readonly string[]> {
  const { Layers = [] } = (await stage.aws.getFunction(name)).configuration as { Layers?: readonly { Arn: string }[] };
  return Layers.map(({ Arn }) => Arn);
}

const ours = (version: number, layer = `${name}-dependencies`) =>
  `arn:aws:lambda:${stage.aws.region}:${stage.aws.account}:layer:${layer}:${version}`;

describe("layers of others", () => {
  it("stay in their places around ours, until `layers` names others or none", async () => {
    const [one, two, three] = [await foreign("one"), await foreign("two"), await foreign("three")];
    await newFunction({ layers: [one, two] });
    const workspace = await workspaceOf("code", "dep==1.0\n");
    await succeed(workspace);
    expect(await attached()).toEqual([one, two, ours(1)]);

    await stage.aws.updateFunction(name, { Layers: [one, ours(1), two] });
    expect((await succeed(workspace)).writes).toEqual([]);
    await writeFiles(workspace, functionFiles("code", "dep==2.0\n"));
    const moved = await succeed(workspace);
    expect(moved.writes).toEqual(["PublishLayerVersion", "UpdateFunctionConfiguration", "PublishVersion"]);
    expect(await attached()).toEqual([one, ours(2), two]);

    const replaced = await succeed(workspace, { layers: three });
    expect(replaced.writes).toEqual(["UpdateFunctionConfiguration", "PublishVersion"]);
    expect(await attached()).toEqual([three, ours(2)]);
    expect((await succeed(workspace, { layers: JSON.stringify([three]) })).writes).toEqual([]);

    await succeed(workspace, { layers: "none" });
    expect(await attached()).toEqual([ours(2)]);
    expect((await succeed(workspace, { layers: "none" })).writes).toEqual([]);
    expect(await stage.invoke(name)).toEqual({ dep: "2.0", code: "code" });
  });

  it("that were deleted stop a deploy that has to name them, before it writes anything", async () => {
    const gone = await stage.aws.publishLayer({ name: "gone", zip: rawZip([{ name: "python/gone.py", content: "" }]) });
    await newFunction({ layers: [gone] });
    await stage.aws.deleteLayer(gone);
    const workspace = await workspaceOf("code", "dep==1.0\n");
    const before = (await stage.aws.getFunction(name)).configuration;

    const { run, writes } = await deploy(workspace);
    await expectFailure(run, { says: [`${gone} does not exist`, "`layers`"], secrets: stage.aws.secrets() });
    expect(writes).toEqual([]);
    expect((await stage.aws.getFunction(name)).configuration).toEqual(before);

    // Lambda lets the function keep it while the list is not sent.
    expect((await succeed(workspace, { requirements: "none" })).writes).toEqual([
      "UpdateFunctionCode",
      "PublishVersion",
    ]);
    await succeed(workspace, { layers: "none" });
    expect(await attached()).toEqual([ours(1)]);
  });

  it("are warned of when this action published them under another name", async () => {
    await newFunction();
    const workspace = await workspaceOf("code", "dep==1.0\n");
    await succeed(workspace, { "layer-name": `${name}-old` });
    const { run } = await succeed(workspace, { "layer-name": `${name}-new` });
    expect(await attached()).toEqual([ours(1, `${name}-old`), ours(1, `${name}-new`)]);
    expect(run.annotations.warning.map(({ message }) => message)).toEqual([
      expect.stringContaining(`\`${name}-old:1\` holds dependencies too, published by this action under another name`),
    ]);
    expect(run.summary).toContain("under another name");
  });

  it("are told of when they bring packages that ours brings", async () => {
    const zip = rawZip([
      { name: "python/dep/__init__.py", content: "VERSION = '0.9'\n" },
      { name: "python/dep-0.9.dist-info/METADATA", content: "Metadata-Version: 2.1\nName: dep\nVersion: 0.9\n" },
    ]);
    const theirs = await stage.aws.publishForeignLayer({ name: "theirs", zip });
    await newFunction({ layers: [theirs] });
    const { run } = await succeed(await workspaceOf("code", "dep==1.0\n"));
    const sentence = "`theirs:1` also brings `dep`; the layer that comes later in the list wins.";
    expect(run.stdout).toContain(sentence);
    expect(run.summary).toContain("<code>theirs:1</code> also brings <code>dep</code>");
    expect(run.issued.warning).toBe(0);
    expect(await stage.invoke(name)).toEqual({ dep: "1.0", code: "code" });
  });
});

describe("what keeps a layer from being used", () => {
  it("is warned of: the variable PYTHONPATH", async () => {
    await newFunction({ environment: { PYTHONPATH: "/var/task/vendor" } });
    const { run } = await succeed(await workspaceOf("code", "dep==1.0\n"));
    expect(run.annotations.warning.map(({ message }) => message)).toEqual([expect.stringContaining("`PYTHONPATH`")]);
    expect(run.summary).toContain("<code>PYTHONPATH</code>");
  });

  it("is warned of: a copy in the code, which wins", async () => {
    await newFunction();
    const files = { ...functionFiles("code", "dep==1.0\n"), "dep/__init__.py": "VERSION = 'mine'\n" };
    const { run } = await succeed(await createWorkspace({ files, git: true }));
    expect(run.annotations.warning.map(({ message }) => message)).toEqual([
      expect.stringContaining("The code package also holds `dep`"),
    ]);
    expect(run.summary).toContain("The code package also holds <code>dep</code>");
    expect(await stage.invoke(name)).toEqual({ dep: "mine", code: "code" });
  });

  it("is left out of the code: what `pip install -t .` put there", async () => {
    await newFunction();
    const workspace = await workspaceOf("code", "dep==1.0\nother==1.0\n");
    const target = ["pip", "install", "--target", workspace, "--default-index", stage.index.url, "--no-cache"];
    const env = { ...machineEnvironment(), PATH: searchPath(), HOME: await temporaryDirectory("home") };
    await promisify(execFile)(inject("uv"), [...target, "dep==1.0", "other==1.0"], { env });
    const { run } = await succeed(workspace);
    const { zip } = await stage.aws.getFunction(name);
    expect(["app.py", "dep/", "other/", ".dist-info"].map((part) => zip.includes(part))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(run.issued.warning).toBe(0);
    expect(run.summary).toMatch(/left out[\s\S]*<code>dep<\/code>[\s\S]*<code>other<\/code>/i);
    expect(await stage.invoke(name)).toEqual({ dep: "1.0", code: "code" });

    // As from the repository alone: nothing of it changes the code package.
    const clean = await succeed(await workspaceOf("code", "dep==1.0\nother==1.0\n"));
    expect(clean.writes).toEqual([]);
    expect((await readReport(clean.run)).json.outcome).toBe("unchanged");
  });
});
