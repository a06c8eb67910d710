import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { repository } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const stage = setStage();

/** A function that was deployed from the workspace. */
async function deployed(name: string): Promise<string> {
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
  const workspace = await createWorkspace({ files: functionFiles("one", "dep==1.0\n") });
  const { exitCode, stdout } = await stage.run(workspace, { "function-name": name });
  expect(exitCode, stdout).toBe(0);
  stage.aws.resetCalls();
  return workspace;
}

describe("a run that finds nothing to do", () => {
  it("asks for the function and for its layer's versions at the same time", async () => {
    const workspace = await deployed("together");
    const listed = async () => {
      while (stage.aws.summary().ListLayerVersions === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    stage.aws.fault({ op: "GetFunction", do: { kind: "meanwhile", run: listed } });
    const { exitCode, stdout } = await stage.run(workspace, { "function-name": "together" });

    expect(exitCode, stdout).toBe(0);
    expect(stage.aws.summary()).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
  });

  it("does not load what only other runs need", async () => {
    const workspace = await deployed("light");
    const [hooks, loaded] = ["hooks.mjs", "loaded.txt"].map((name) => path.join(workspace, ".test", name));
    await writeFiles(workspace, { ".test/hooks.mjs": reportLoads(loaded ?? ""), ".test/loaded.txt": "" });
    const { exitCode, stdout } = await stage.run(
      workspace,
      { "function-name": "light" },
      { env: { NODE_OPTIONS: `--import ${pathToFileURL(hooks ?? "").href}` } },
    );
    expect(exitCode, stdout).toBe(0);
    const sizes = (await readFile(loaded ?? "", "utf8")).trim().split("\n").map(Number);

    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_600_000);
  });
});

describe("what a job downloads of the action, which GitHub makes by `git archive`", () => {
  it("holds what a deploy needs, and nothing else", async () => {
    const action = await temporaryDirectory("action");
    const archive = path.join(await temporaryDirectory("archive"), "action.tar");
    execFileSync("git", ["archive", "--worktree-attributes", "--output", archive, "HEAD"], { cwd: repository });
    execFileSync("tar", ["-xf", archive, "-C", action]);
    expect((await readdir(action)).toSorted()).toEqual(["LICENSE", "README.md", "action.yml", "dist"]);

    await stage.aws.createFunction({
      name: "packed",
      zip: rawZip([{ name: "app.py", content: "" }]),
      handler: "app.handler",
    });
    const workspace = await createWorkspace({ files: functionFiles("one", "dep==1.0\n") });
    const { exitCode, stdout, outputs } = await stage.run(
      workspace,
      { "function-name": "packed", cache: "false" },
      { action },
    );
    expect(exitCode, stdout).toBe(0);
    expect(outputs).toMatchObject({ changed: "true", "layer-source": "built" });
  });
});

/** A module that appends the size of each file which is loaded after it. */
function reportLoads(file: string): string {
  return `
    import { appendFileSync } from "node:fs";
    import { registerHooks } from "node:module";
    registerHooks({
      load(url, context, next) {
        const module = next(url, context);
        if (url.startsWith("file:")) appendFileSync(${JSON.stringify(file)}, module.source.length + "\\n");
        return module;
      },
    });
  `;
}
