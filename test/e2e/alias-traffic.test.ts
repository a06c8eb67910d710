import { expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, writeFiles } from "../support/workspace.ts";

const stage = setStage();
const NAME = "traffic";
const DEPLOYS = 20;
const WRITES = ["UpdateFunctionConfiguration", "UpdateFunctionCode", "PublishVersion", "UpdateAlias"];

/** Code and dependency of one state have the same version, so that a mixture shows. */
const filesOf = (version: string) => functionFiles(version, `dep==${version}\n`);
const wholly = (version: string) => JSON.stringify({ dep: version, code: version });
const WHOLE = ["1.0", "2.0"].map(wholly);

it("callers of an alias never meet new code with old dependencies or the reverse, in 20 deploys of both", async () => {
  await stage.aws.createFunction({
    name: NAME,
    zip: rawZip([{ name: "app.py", content: "" }]),
    handler: "app.handler",
    runtime: "python3.11",
  });
  const workspace = await createWorkspace({ files: filesOf("2.0") });
  const deploy = () => stage.run(workspace, { "function-name": NAME, "alias-name": "live" });
  await deploy();

  const answers: string[] = [];
  const latest: string[] = [];
  const ask = async () => answers.push(JSON.stringify(await stage.invoke(NAME, "live")));
  let busy = true;
  const client = async () => {
    while (busy) await ask();
  };
  const clients = Promise.all([client(), client()]);
  try {
    for (let count = 1; count <= DEPLOYS; count += 1) {
      const version = count % 2 === 1 ? "1.0" : "2.0";
      await writeFiles(workspace, filesOf(version));
      // Between any two writes somebody calls, however fast they follow each other.
      const both = async () => {
        await ask();
        latest.push(JSON.stringify(await stage.invoke(NAME)));
      };
      for (const op of WRITES) {
        const run = op === "UpdateFunctionCode" ? both : ask;
        stage.aws.fault({ op, fn: NAME, do: { kind: "meanwhile", run } });
      }
      const run = await deploy();
      stage.aws.clearFaults();
      expect(run.exitCode, run.stdout).toBe(0);
      expect(run.outputs).toMatchObject({ "code-changed": "true", version: String(count + 1) });
      expect(JSON.stringify(await stage.invoke(NAME, "live"))).toBe(wholly(version));
    }
  } finally {
    busy = false;
    await clients;
  }

  expect(answers.filter((answer) => !WHOLE.includes(answer))).toEqual([]);
  expect(answers.length).toBeGreaterThan(WRITES.length * DEPLOYS);
  expect(new Set(answers)).toEqual(new Set(WHOLE));
  // Those who do not come through the alias do meet it, so a mixture would have been seen.
  expect(latest.filter((answer) => !WHOLE.includes(answer))).toHaveLength(DEPLOYS);
  expect(stage.aws.layerVersions(`${NAME}-dependencies`)).toHaveLength(2);
}, 180_000);
