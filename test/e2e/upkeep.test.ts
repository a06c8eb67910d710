import { readFile } from "node:fs/promises";
import { CreateAliasCommand, DeleteFunctionCommand, ListVersionsByFunctionCommand } from "@aws-sdk/client-lambda";
import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import type { ActionRun } from "../support/runner.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { writeFiles } from "../support/workspace.ts";

const stage = setStage();
const CODE = rawZip([
  { name: "app.py", content: "import dep\ndef handler(event, context):\n    return dep.VERSION\n" },
  { name: "dep/__init__.py", content: "VERSION = 'own'\n" },
]);
/** Code that has its dependency from the layer only. */
const LEAN = rawZip([
  { name: "app.py", content: "import dep\ndef handler(event, context):\n    return dep.VERSION\n" },
]);

type Inputs = Readonly<Record<string, string>>;

async function newFunction(name: string, more = {}): Promise<void> {
  await stage.aws.createFunction({ name, zip: CODE, handler: "app.handler", runtime: "python3.11", ...more });
}

/** Runs the action once for each code and requirements; the last run. */
async function deploys(
  workspace: string,
  inputs: Inputs,
  states: readonly (readonly [string, string])[],
): Promise<ActionRun> {
  let last: ActionRun | undefined;
  for (const [code, requirements] of states) {
    await writeFiles(workspace, functionFiles(code, requirements));
    stage.aws.resetCalls();
    last = await stage.run(workspace, inputs);
    expect(last.exitCode, last.stdout).toBe(0);
  }
  if (last === undefined) throw new Error("no deploy");
  return last;
}

async function reportOf(run: ActionRun) {
  return JSON.parse(await readFile(run.outputs["report-json"] ?? "", "utf8"));
}

const layerNumbers = (name: string) => stage.aws.layerVersions(name).map(({ number }) => number);
const layersOf = async (name: string, qualifier?: string) =>
  (((await stage.aws.getFunction(name, qualifier)).configuration.Layers ?? []) as { Arn: string }[]).map(
    ({ Arn }) => Arn,
  );
async function versionsOf(name: string): Promise<readonly (string | undefined)[]> {
  const { Versions = [] } = await stage.lambda.send(new ListVersionsByFunctionCommand({ FunctionName: name }));
  return Versions.map(({ Version }) => Version).filter((version) => version !== "$LATEST");
}

const A = "dep==1.0\n";
const B = "dep==2.0\n";
const C = "dep==1.0\nother==1.0\n";
const D = "dep==2.0\nother==1.0\n";

/** The function `name` in four versions on three layer versions: 1 and 4 on the first, 2 on the second, 3 on the third. */
async function fourVersions(name: string): Promise<string> {
  await newFunction(name);
  const workspace = await workspaceOf("1", A);
  const states = [
    ["1", A],
    ["2", B],
    ["3", C],
    ["4", A],
  ] as const;
  await deploys(workspace, { "function-name": name }, states);
  expect([await versionsOf(name), layerNumbers(`${name}-dependencies`)]).toEqual([
    ["1", "2", "3", "4"],
    [1, 2, 3],
  ]);
  return workspace;
}

describe("old versions", () => {
  it("go in a run that published, and stay while anything has them; a dry run lists them first", async () => {
    const name = "pruned";
    const layer = `${name}-dependencies`;
    const workspace = await fourVersions(name);
    await stage.lambda.send(
      new CreateAliasCommand({
        FunctionName: name,
        Name: "live",
        FunctionVersion: "4",
        RoutingConfig: { AdditionalVersionWeights: { "1": 0.1 } },
      }),
    );
    await newFunction("pruned-neighbour", { layers: await layersOf(name, "2") });
    await stage.aws.publishLayer({ name: layer, zip: CODE, description: "by hand" });
    const keep = { "function-name": name, "keep-versions": "1", "keep-layer-versions": "1" };

    const planned = await deploys(workspace, { ...keep, "dry-run": "true" }, [["5", D]]);
    const plan = [
      { action: "delete-versions", reason: "`keep-versions: 1`: versions 2, 3 are older, and no alias uses them." },
      {
        action: "delete-layer-versions",
        reason: "`keep-layer-versions: 1`: version 3 is older, and no function or published version has it.",
      },
    ];
    expect((await reportOf(planned)).plan.slice(-2)).toEqual(plan);
    expect(planned.summary).toContain("versions 2, 3 are older");
    expect(planned.summary).toMatch(/leaves what this action did not publish.* layer version 4/);
    const { DeleteFunction = 0, DeleteLayerVersion = 0 } = stage.aws.summary();
    expect([DeleteFunction, DeleteLayerVersion]).toEqual([0, 0]);

    const deployed = await deploys(workspace, keep, [["5", D]]);
    expect(await versionsOf(name)).toEqual(["1", "4", "5"]);
    expect(layerNumbers(layer)).toEqual([1, 2, 4, 5]);
    expect((await reportOf(deployed)).plan.slice(-2)).toEqual(plan);
    expect((await reportOf(deployed)).layerUsers).toEqual([{ name: "pruned-neighbour", version: 2, behind: true }]);
    const order = stage.aws.calls.map(({ op }) => op);
    expect(order.indexOf("DeleteFunction")).toBeGreaterThan(order.lastIndexOf("PublishVersion"));
    expect(await stage.invoke(name, "live")).toEqual({ dep: "1.0", code: expect.stringMatching(/^[14]$/) });
    expect(await stage.invoke("pruned-neighbour")).toBe("own");

    await deploys(workspace, keep, [["5", D]]);
    expect(stage.aws.summary()).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
  });

  it("of the layer are not looked for when only the code changed", async () => {
    const name = "code-only";
    const workspace = await fourVersions(name);
    const keep = { "function-name": name, "keep-versions": "2", "keep-layer-versions": "1" };
    await deploys(workspace, keep, [["5", A]]);
    expect([await versionsOf(name), layerNumbers(`${name}-dependencies`)]).toEqual([
      ["4", "5"],
      [1, 2, 3],
    ]);
    const { ListFunctions, DeleteLayerVersion } = stage.aws.summary();
    expect([ListFunctions, DeleteLayerVersion]).toEqual([undefined, undefined]);
  });

  it("of the layer go beside the alias's move, which frees the version before", async () => {
    const name = "aliased";
    const workspace = await fourVersions(name);
    const inputs = { "function-name": name, "alias-name": "live" };
    await deploys(workspace, inputs, [["5", B]]);
    await deploys(workspace, { ...inputs, "keep-versions": "1", "keep-layer-versions": "1" }, [["6", D]]);
    expect([await versionsOf(name), layerNumbers(`${name}-dependencies`)]).toEqual([["6"], [4]]);
    expect(await stage.invoke(name, "live")).toEqual({ dep: "2.0", code: "6" });
  });

  it("that AWS does not delete are named in a warning, and the deploy is one", async () => {
    const name = "kept";
    const workspace = await fourVersions(name);
    const conflict = { status: 409, code: "ResourceConflictException", text: "Version 1 is in use by an alias." };
    const denied = {
      status: 403,
      code: "AccessDeniedException",
      text: "User: x is not authorized to perform: lambda:DeleteLayerVersion on resource: y",
    };
    stage.aws.fault({ op: "DeleteFunction", do: { kind: "awsError", ...conflict } });
    stage.aws.fault({ op: "DeleteLayerVersion", times: 9, do: { kind: "awsError", ...denied } });
    const run = await deploys(workspace, { "function-name": name, "keep-versions": "1", "keep-layer-versions": "1" }, [
      ["5", D],
    ]);
    expect([await versionsOf(name), layerNumbers(`${name}-dependencies`)]).toEqual([
      ["1", "5"],
      [1, 2, 3, 4],
    ]);
    expect((await reportOf(run)).outcome).toBe("deployed");
    expect(run.annotations.warning.map(({ message }) => message)).toEqual([
      "Of the old versions, these were not deleted: 1. Version 1 is in use by an alias.",
      expect.stringMatching(/^Of the old layer versions, these were not deleted: 2, 3\. .*lambda:DeleteLayerVersion/),
    ]);
  });

  it("cost money with SnapStart: a notice says so, and how many there are", async () => {
    const name = "snap";
    await newFunction(name);
    await stage.aws.updateFunction(name, { SnapStart: { ApplyOn: "PublishedVersions" } });
    const workspace = await workspaceOf("1", A);
    const first = await deploys(workspace, { "function-name": name }, [["1", A]]);
    expect(first.summary).toMatch(
      /AWS bills the snapshot of every published version.*keep-versions.* deletes old ones/,
    );
    const second = await deploys(workspace, { "function-name": name, "keep-versions": "2" }, [["2", A]]);
    expect(second.summary).toMatch(/as long as the version exists: 2 after this deploy/);
  });
});

describe("a layer version that was deleted while the function has it", () => {
  it("is built and published again", async () => {
    const name = "deleted-layer";
    await newFunction(name);
    const workspace = await workspaceOf("1", A);
    await deploys(workspace, { "function-name": name }, [["1", A]]);
    const [first = ""] = await layersOf(name);
    await stage.aws.deleteLayer(first);
    const run = await deploys(workspace, { "function-name": name }, [["1", A]]);
    expect(run.outputs).toMatchObject({ "layer-changed": "true", "layer-version": "2", "code-changed": "false" });
    expect(await layersOf(name)).toEqual([first.replace(/:1$/, ":2")]);
    expect(await stage.invoke(name, "2")).toEqual({ dep: "1.0", code: "1" });
    await deploys(workspace, { "function-name": name }, [["1", A]]);
    expect(stage.aws.summary()).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
  });
});

describe("the other functions on the layer", () => {
  /** A deployed function on version 1 of the layer, and others on it, by their names. */
  async function sharing(layer: string, others: readonly string[]): Promise<string> {
    await newFunction(`${layer}-main`);
    const workspace = await workspaceOf("1", A);
    await deploys(workspace, { "function-name": `${layer}-main`, "layer-name": layer }, [["1", A]]);
    const layers = await layersOf(`${layer}-main`);
    for (const name of others) {
      await newFunction(name, { zip: LEAN, layers });
    }
    return workspace;
  }

  it("get the new version, where it fits them, and nothing but it", async () => {
    const workspace = await sharing("team", ["team-api", "team-worker"]);
    const [first = ""] = await layersOf("team-main");
    const other = await stage.aws.publishForeignLayer({ name: "team", zip: CODE });
    await newFunction("team-arm", { layers: [first], architecture: "arm64" });
    await newFunction("team-other", { layers: [other] });
    const similar = await stage.aws.publishLayer({ name: "team-old", zip: CODE });
    await newFunction("team-similar", { layers: [similar] });
    const inputs = { "function-name": "team-main", "layer-name": "team", "update-layer-users": "true" };
    const listed = [
      { name: "team-api", version: 1, behind: true },
      { name: "team-arm", version: 1, behind: true, reason: "runs on arm64, the layer is for x86_64" },
      { name: "team-worker", version: 1, behind: true },
    ];

    const planned = await reportOf(await deploys(workspace, { ...inputs, "dry-run": "true" }, [["1", B]]));
    expect(planned.layerUsers).toEqual(listed);
    expect(planned.plan.at(-1)).toEqual({
      action: "update-layer-users",
      reason: "The new version of the layer goes to `team-api`, `team-worker`.",
    });
    expect(stage.aws.summary().UpdateFunctionConfiguration).toBeUndefined();

    const run = await deploys(workspace, inputs, [["1", B]]);
    expect((await reportOf(run)).layerUsers).toEqual([
      { name: "team-api", version: 2, behind: false, before: 1, outcome: "moved" },
      { ...listed[1], outcome: "skipped" },
      { name: "team-worker", version: 2, behind: false, before: 1, outcome: "moved" },
    ]);
    expect(run.summary).toContain("3 other functions, 2 moved, 1 behind");
    expect(await Promise.all(["team-api", "team-worker"].map((name) => stage.invoke(name)))).toEqual(["2.0", "2.0"]);
    expect(await Promise.all(["team-arm", "team-other", "team-similar"].map((name) => layersOf(name)))).toEqual([
      [first],
      [other],
      [similar],
    ]);
    expect(stage.aws.summary()).toMatchObject({ ListFunctions: 1, UpdateFunctionConfiguration: 3 });

    const idle = await deploys(workspace, inputs, [["1", B]]);
    expect(stage.aws.summary()).toEqual({ GetFunction: 1, ListLayerVersions: 1, ListFunctions: 1 });
    expect((await reportOf(idle)).outcome).toBe("unchanged");
  });

  it("are moved all but the one that AWS refuses, which fails the run; the next run moves it and nothing else", async () => {
    const workspace = await sharing("half", ["half-a", "half-b", "half-c"]);
    const inputs = {
      "function-name": "half-main",
      "layer-name": "half",
      "update-layer-users": "true",
      "keep-layer-versions": "1",
    };
    const text =
      "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 262144001 bytes.";
    stage.aws.fault({
      op: "UpdateFunctionConfiguration",
      fn: "half-b",
      do: { kind: "awsError", status: 400, code: "InvalidParameterValueException", text },
    });
    await writeFiles(workspace, functionFiles("1", B));
    const failed = await stage.run(workspace, inputs);
    expect(failed.exitCode).toBe(1);
    const report = await reportOf(failed);
    expect(report.outcome).toBe("failed");
    expect(report.error.message).toMatch(
      /^1 of 3 functions on the layer did not get its version 2: half-b \(.*262144000/,
    );
    expect(report.layerUsers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["moved", "failed", "moved"]);
    expect(failed.outputs).toMatchObject({
      changed: "true",
      "layer-changed": "true",
      version: "2",
      "rolled-back": "false",
    });
    expect(await stage.invoke("half-main")).toEqual({ dep: "2.0", code: "1" });
    expect(failed.summary.split("\n")[0]).toContain("deployed, but not every function on its layer was moved");
    expect(layerNumbers("half")).toEqual([1, 2]);

    const next = await deploys(workspace, inputs, [["1", B]]);
    const { GetFunction: _, ...calls } = stage.aws.summary();
    expect(calls).toEqual({ ListLayerVersions: 1, ListFunctions: 1, UpdateFunctionConfiguration: 1 });
    expect(next.outputs).toMatchObject({ changed: "false", "layer-changed": "false", version: "" });
    expect((await reportOf(next)).outcome).toBe("deployed");
    expect(await stage.invoke("half-b")).toBe("2.0");
  });

  it("follow the deployed function back to an older version, but are not taken back by a run that changes nothing", async () => {
    const workspace = await sharing("back", ["back-a"]);
    const inputs = { "function-name": "back-main", "layer-name": "back", "update-layer-users": "true" };
    await deploys(workspace, inputs, [["1", B]]);
    expect(await stage.invoke("back-a")).toBe("2.0");
    await deploys(workspace, inputs, [["1", A]]);
    expect(await stage.invoke("back-a")).toBe("1.0");
    await stage.aws.updateFunction("back-a", { Layers: [stage.aws.layerVersions("back").at(-1)?.arn] as string[] });
    await deploys(workspace, inputs, [["1", A]]);
    expect(await stage.invoke("back-a")).toBe("2.0");
    expect(stage.aws.count("UpdateFunctionConfiguration")).toBe(0);
  });

  it("are not looked for when nobody asks, and a missing permission to list them is named before anything is written", async () => {
    const workspace = await sharing("ask", ["ask-a"]);
    await deploys(workspace, { "function-name": "ask-main", "layer-name": "ask" }, [["1", B]]);
    expect([stage.aws.count("ListFunctions"), await layersOf("ask-a")]).toEqual([0, [expect.stringMatching(/:1$/)]]);
    const text =
      "User: x is not authorized to perform: lambda:ListFunctions on resource: * because no identity-based policy allows it";
    stage.aws.fault({
      op: "ListFunctions",
      do: { kind: "awsError", status: 403, code: "AccessDeniedException", text },
    });
    await writeFiles(workspace, functionFiles("1", C));
    stage.aws.resetCalls();
    const run = await stage.run(workspace, {
      "function-name": "ask-main",
      "layer-name": "ask",
      "update-layer-users": "true",
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain("lambda:ListFunctions");
    expect(stage.aws.summary().PublishLayerVersion).toBeUndefined();
  });
});

describe("the permissions in the README", () => {
  it("are enough for all of it, and protect the function itself", async () => {
    const name = "orders-api";
    const workspace = await fourVersions(name);
    await newFunction("orders-worker", { zip: LEAN, layers: await layersOf(name) });
    const blocks = await policiesOfReadme();
    const [policy] = blocks;
    const upkeep = blocks.find((block) => JSON.stringify(block).includes("lambda:ListFunctions"));
    const worker = `arn:aws:lambda:${stage.aws.region}:${stage.aws.account}:function:orders-worker`;
    const users = {
      Effect: "Allow",
      Action: ["lambda:GetFunction", "lambda:UpdateFunctionConfiguration"],
      Resource: worker,
    };
    stage.aws.allowOnly({ Statement: [...policy.Statement, ...upkeep, users] });
    const inputs = {
      "function-name": name,
      "keep-versions": "1",
      "keep-layer-versions": "1",
      "update-layer-users": "true",
    };
    const run = await deploys(workspace, inputs, [["5", D]]);
    expect(run.annotations.warning).toEqual([]);
    expect([await versionsOf(name), layerNumbers(`${name}-dependencies`)]).toEqual([["5"], [4]]);
    await expect(stage.lambda.send(new DeleteFunctionCommand({ FunctionName: name }))).rejects.toThrow(
      "not authorized",
    );
    stage.aws.allowOnly({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
    expect(await stage.invoke("orders-worker")).toBe("2.0");
  });
});

/** The policies that the README prints, for this account. */
async function policiesOfReadme() {
  const text = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  return [...text.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = ""]) =>
    JSON.parse(json.replaceAll("123456789012", stage.aws.account).replaceAll("eu-central-1", stage.aws.region)),
  );
}
