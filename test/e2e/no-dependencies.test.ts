import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, type Files } from "../support/workspace.ts";

const stage = setStage();
const APP = functionFiles("new", "")["app.py"] ?? "";
const FAT = ["app.py", "dep/__init__.py", "dep-1.0.dist-info/RECORD", "other-1.0.dist-info/RECORD"];
let count = 0;

/** Deploys to a function whose live zip has its packages inside. */
async function deploy(files: Files, inputs: Readonly<Record<string, string>> = {}) {
  count += 1;
  const name = `fat-${count}`;
  const zip = rawZip(FAT.map((path) => ({ name: path, content: "" })));
  await stage.aws.createFunction({ name, zip, handler: "app.handler" });
  stage.aws.resetCalls();
  const run = await stage.run(await createWorkspace({ files }), { "function-name": name, ...inputs });
  return { run, warnings: run.annotations.warning.map(({ message }) => message) };
}

describe("a fat function", () => {
  it("keeps its code when its packages would go and the file that lists them was not found", async () => {
    const files = { "app.py": APP, "requirements-prod.txt": "dep==1.0\nother==1.0\n" };
    const { run, warnings } = await deploy(files);
    expect(run.exitCode).toBe(1);
    expect(run.annotations.error[0]?.message).toMatch(
      /^No dependency file was found, and the live code package brings dep, other along: .* Name "requirements-prod\.txt" in `requirements`, or set/s,
    );
    expect(warnings).toEqual([expect.stringContaining('There is "requirements-prod.txt": name it in `requirements`')]);
    expect(stage.aws.summary()).toEqual({ GetFunction: 1, "location.GetObject": 1 });

    const named = await deploy(files, { requirements: "requirements-prod.txt" });
    expect([named.run.exitCode, named.warnings], named.run.stdout).toEqual([0, []]);
  });

  it("is deployed without its packages when `requirements: none` says so, with a warning", async () => {
    const { run, warnings } = await deploy({ "app.py": APP }, { requirements: "none" });
    expect([run.exitCode, run.outputs["code-changed"]], run.stdout).toEqual([0, "true"]);
    expect(warnings).toEqual([expect.stringContaining("brings dep, other along, the new one and its layers do not.")]);
  });

  it("is warned about the one package that the requirements do not have", async () => {
    const { warnings } = await deploy({ "app.py": APP, "requirements.txt": "dep==1.0\n" });
    expect(warnings).toEqual([expect.stringContaining("brings other along,")]);
  });

  it("is not, when the layer has them all", async () => {
    const { warnings } = await deploy({ "app.py": APP, "requirements.txt": "dep==1.0\nother==1.0\n" });
    expect(warnings).toEqual([]);
  });
});

it("a function that seems to need nothing is told so in the summary, until `requirements: none` says it", async () => {
  await stage.aws.createFunction({
    name: "slight",
    zip: rawZip([{ name: "app.py", content: "" }]),
    handler: "app.handler",
  });
  const workspace = await createWorkspace({ files: { "app.py": APP } });
  const { summary } = await stage.run(workspace, { "function-name": "slight" });
  expect(summary).toContain("No dependency file was found in");
  const told = await stage.run(workspace, { "function-name": "slight", requirements: "none" });
  expect(told.summary).not.toContain("No dependency file");
});
