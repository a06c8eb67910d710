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
  const run = await stage.run(await createWorkspace({ files }), { "function-name": name, ...inputs });
  expect(run.exitCode, run.stdout).toBe(0);
  return { run, warnings: run.annotations.warning.map(({ message }) => message) };
}

describe("a fat function", () => {
  it("is warned about when its packages go and the file that lists them was not found", async () => {
    const { run, warnings } = await deploy({ "app.py": APP, "requirements-prod.txt": "dep==1.0\n" });
    expect(warnings).toEqual([
      expect.stringMatching(/^No dependency file was found .* There is "requirements-prod\.txt": name it in /),
      expect.stringContaining("brings dep, other along, the new one and its layers do not."),
    ]);
    expect(run.summary).toContain("requirements-prod.txt");
    expect(run.summary).toContain("dep, other");
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
  const found = await deploy({ "app.py": APP });
  expect(found.run.summary).toContain("No dependency file was found in");
  expect((await deploy({ "app.py": APP }, { requirements: "none" })).run.summary).not.toContain("No dependency file");
});
