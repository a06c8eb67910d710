import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { createWorkspace, writeFiles } from "../support/workspace.ts";

const stage = setStage();
const OLD = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'first'\n" }]);

async function newFunction(name: string): Promise<void> {
  await stage.aws.createFunction({ name, zip: OLD, handler: "app.handler", runtime: "python3.11" });
}

/** Deploys these states one after the other, each becomes a version. */
async function history(name: string, states: readonly (readonly [code: string, requirements: string])[], inputs = {}) {
  await newFunction(name);
  const workspace = await workspaceOf("none", "dep==1.0\n");
  for (const [code, requirements] of states) {
    await writeFiles(workspace, functionFiles(code, requirements));
    const run = await stage.run(workspace, { "function-name": name, ...inputs });
    expect(run.exitCode, run.stdout).toBe(0);
  }
  return workspace;
}

async function rollBack(name: string, inputs = {}) {
  stage.aws.resetCalls();
  const workspace = await createWorkspace({ files: {} });
  const run = await stage.run(workspace, { "function-name": name, mode: "rollback", ...inputs });
  const written = stage.aws.calls.map(({ op }) => op).filter((op) => /^(Update|Publish|Create)/.test(op));
  return { run, written };
}

describe("mode: rollback", () => {
  it("moves only the alias, twice further back, and a deploy after it is the new previous", async () => {
    const states = [
      ["one", "dep==1.0\n"],
      ["two", "dep==2.0\n"],
      ["three", "dep==2.0\n"],
    ] as const;
    const workspace = await history("alias-back", states, { "alias-name": "live" });
    const alias = { "alias-name": "live" };

    const once = await rollBack("alias-back", alias);
    expect(once.run.exitCode, once.run.stdout).toBe(0);
    expect(once.written).toEqual(["UpdateAlias"]);
    expect(once.run.outputs).toMatchObject({ version: "2", "uploaded-bytes": "0", "rolled-back": "false" });
    expect(await stage.invoke("alias-back", "live")).toEqual({ dep: "2.0", code: "two" });

    const twice = await rollBack("alias-back", alias);
    expect(twice.run.outputs.version).toBe("1");
    expect(await stage.invoke("alias-back", "live")).toEqual({ dep: "1.0", code: "one" });

    const none = await rollBack("alias-back", alias);
    expect(none.run.exitCode).toBe(1);
    expect(none.run.annotations.error[0]?.message).toMatch(/no earlier version/);

    await writeFiles(workspace, functionFiles("four", "dep==1.0\n"));
    await stage.run(workspace, { "function-name": "alias-back", ...alias });
    expect((await stage.aws.getFunction("alias-back", "4")).configuration.Description).toMatch(/^previous=1/);
    const back = await rollBack("alias-back", alias);
    expect(back.run.outputs.version).toBe("1");
  });

  it("brings code and layers of $LATEST back, as far as they differ, and goes further back the second time", async () => {
    await history("latest-back", [
      ["one", "dep==1.0\n"],
      ["two", "dep==2.0\n"],
      ["three", "dep==2.0\n"],
    ]);

    const once = await rollBack("latest-back");
    expect(once.run.exitCode, once.run.stdout).toBe(0);
    expect(once.written).toEqual(["UpdateFunctionCode", "PublishVersion"]);
    expect(await stage.invoke("latest-back")).toEqual({ dep: "2.0", code: "two" });

    const twice = await rollBack("latest-back");
    expect(twice.written).toEqual(["UpdateFunctionConfiguration", "UpdateFunctionCode", "PublishVersion"]);
    expect(await stage.invoke("latest-back")).toEqual({ dep: "1.0", code: "one" });
  });

  it("goes to the version that is named, shows it in a dry run, and knows no other", async () => {
    await history("named-back", [
      ["one", "dep==1.0\n"],
      ["two", "dep==2.0\n"],
    ]);
    const dry = await rollBack("named-back", { "rollback-to": "1", "dry-run": "true" });
    expect([dry.run.exitCode, dry.written]).toEqual([0, []]);
    expect(dry.run.summary).toContain("The layers of version 1");
    expect(dry.run.summary).toContain("The code of version 1");
    const wrong = await rollBack("named-back", { "rollback-to": "77" });
    expect(wrong.run.annotations.error[0]?.message).toMatch(/has no version 77.*1, 2/);
    const { run } = await rollBack("named-back", { "rollback-to": "1" });
    expect(run.summary).toMatch(/rolled back to version 1/);
    expect(await stage.invoke("named-back")).toEqual({ dep: "1.0", code: "one" });
  });
});
