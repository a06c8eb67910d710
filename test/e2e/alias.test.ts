import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { writeFiles } from "../support/workspace.ts";

const stage = setStage();
const OLD = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'fat'\n" }]);

async function newFunction(name: string): Promise<void> {
  await stage.aws.createFunction({ name, zip: OLD, handler: "app.handler", runtime: "python3.11" });
}

async function deploy(workspace: string, inputs: Readonly<Record<string, string>>) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, { "alias-name": "live", ...inputs });
  const { "location.GetObject": _rangeReads, ...calls } = stage.aws.summary();
  return { run, calls };
}

describe("an alias", () => {
  it("is created, stays at two reads when nothing changed, moves, and heals a run that was cut off", async () => {
    const inputs = { "function-name": "aliased" };
    await newFunction("aliased");
    const workspace = await workspaceOf("one", "dep==1.0\n");

    const first = await deploy(workspace, inputs);
    expect(first.run.exitCode, first.run.stdout).toBe(0);
    expect(first.run.outputs).toMatchObject({ version: "1", "alias-arn": expect.stringMatching(/:aliased:live$/) });
    expect(await stage.invoke("aliased", "live")).toEqual({ dep: "1.0", code: "one" });

    const idle = await deploy(workspace, inputs);
    expect(idle.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
    expect(idle.run.outputs).toMatchObject({ changed: "false", version: "1", "alias-arn": "" });

    await writeFiles(workspace, functionFiles("two", "dep==2.0\n"));
    const second = await deploy(workspace, inputs);
    expect(second.run.exitCode, second.run.stdout).toBe(0);
    const order = stage.aws.calls.map(({ op }) => op).filter((op) => /^(Update|Publish|Create)/.test(op));
    expect(order).toEqual([
      "PublishLayerVersion",
      "UpdateFunctionConfiguration",
      "UpdateFunctionCode",
      "PublishVersion",
      "UpdateAlias",
    ]);
    expect(second.run.summary).toContain("Alias <code>live</code> moved");
    expect(await stage.invoke("aliased", "live")).toEqual({ dep: "2.0", code: "two" });
    expect((await stage.aws.getFunction("aliased", "2")).configuration.Description).toMatch(/^previous=1/);

    // As after a run that ended between its last update and the alias.
    await writeFiles(workspace, functionFiles("three", "dep==2.0\n"));
    stage.aws.fault({ op: "UpdateAlias", times: 20, do: { kind: "serverError" } });
    const cut = await deploy(workspace, inputs);
    expect(cut.run.exitCode).toBe(1);
    expect(await stage.invoke("aliased", "live")).toEqual({ dep: "2.0", code: "two" });
    stage.aws.clearFaults();
    const healed = await deploy(workspace, inputs);
    expect(healed.run.exitCode, healed.run.stdout).toBe(0);
    expect(healed.calls.UpdateFunctionCode).toBeUndefined();
    expect(healed.run.outputs.version).toBe("3");
    expect(await stage.invoke("aliased", "live")).toEqual({ dep: "2.0", code: "three" });
  });

  it("is asked of both: wrong names and `publish: false` fail before anything", async () => {
    const workspace = await workspaceOf("x", "dep==1.0\n");
    const { run } = await deploy(workspace, { "function-name": "aliased", "alias-name": "42", publish: "false" });
    expect(run.annotations.error[0]?.message).toMatch(/`alias-name` is "42"/);
    expect(stage.aws.calls).toEqual([]);
  });
});

describe("a deploy that fails half-way", () => {
  it("puts the code back when the layers that follow it are refused", async () => {
    await newFunction("code-first");
    const workspace = await workspaceOf("one", "dep==1.0\nother==1.0\n");
    await stage.run(workspace, { "function-name": "code-first" });
    const before = (await stage.aws.getFunction("code-first")).configuration;
    // Packages are only removed, so the code goes first.
    await writeFiles(workspace, functionFiles("two", "dep==1.0\n"));
    const refused = {
      status: 403,
      code: "AccessDeniedException",
      text: "not authorized to perform: lambda:UpdateFunctionConfiguration on resource: y",
    };
    stage.aws.fault({ op: "UpdateFunctionConfiguration", times: 50, do: { kind: "awsError", ...refused } });
    const run = await stage.run(workspace, { "function-name": "code-first" });
    expect(run.exitCode).toBe(1);
    const after = (await stage.aws.getFunction("code-first")).configuration;
    expect([after.Layers, after.CodeSha256]).toEqual([before.Layers, before.CodeSha256]);
    expect(run.outputs["rolled-back"]).toBe("true");
    expect(await stage.invoke("code-first")).toEqual({ dep: "1.0", code: "one" });
  });

  it("puts the layers back when the code is refused", async () => {
    await newFunction("half");
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const before = (await stage.aws.getFunction("half")).configuration;
    stage.aws.fault({
      op: "UpdateFunctionCode",
      times: 50,
      do: {
        kind: "awsError",
        status: 403,
        code: "AccessDeniedException",
        text: "User: x is not authorized to perform: lambda:UpdateFunctionCode on resource: y because no identity-based policy allows the lambda:UpdateFunctionCode action",
      },
    });
    stage.aws.resetCalls();
    const run = await stage.run(workspace, { "function-name": "half" });
    expect(run.exitCode).toBe(1);
    expect(run.issued.error).toBe(1);
    const after = (await stage.aws.getFunction("half")).configuration;
    expect([after.Layers, after.CodeSha256]).toEqual([before.Layers, before.CodeSha256]);
    expect(run.outputs).toMatchObject({ "rolled-back": "true", changed: "true" });
    expect(run.summary).toMatch(/rolled back, everything is as it was[\s\S]*Put back on `\$LATEST`: layers/);
    expect(await stage.invoke("half")).toBe("fat");
  });
});
