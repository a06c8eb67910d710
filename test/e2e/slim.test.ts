import { expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure } from "../support/report.ts";
import { functionFiles, setStage, WHEELS, workspaceOf } from "../support/stage.ts";
import { createWorkspace } from "../support/workspace.ts";

const TESTED = {
  name: "tested",
  version: "1.0",
  files: { "tested/__init__.py": "", "tested/tests/test_it.py": "x = 1\n".repeat(5_000) },
};
const model = (service: string) => ({ [`botocore/data/${service}/2020-01-01/service-2.json`]: "{}\n".repeat(5_000) });
const BOTOCORE = {
  name: "botocore",
  version: "1.0",
  files: { "botocore/__init__.py": "", "botocore/data/endpoints.json": "{}\n", ...model("s3"), ...model("sqs") },
};
const stage = setStage([...WHEELS, TESTED, BOTOCORE]);
const CODE = rawZip([{ name: "app.py", content: "" }]);

async function deploy(workspace: string, inputs: Readonly<Record<string, string>>) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, inputs);
  const writes = stage.aws.calls.map(({ op }) => op).filter((op) => /^(Publish|Update|Create|Delete)/.test(op));
  return { run, writes };
}

it("slims aggressively when asked: another layer, which tells what it left out and is found again", async () => {
  const name = "aggressive";
  await stage.aws.createFunction({ name, zip: CODE, handler: "app.handler", runtime: "python3.11" });
  const workspace = await workspaceOf("code", "dep==1.0\ntested==1.0\n");
  const safe = await deploy(workspace, { "function-name": name });
  expect(safe.run.exitCode, safe.run.stdout).toBe(0);

  const slim = { "function-name": name, slim: "aggressive" };
  const { run, writes } = await deploy(workspace, slim);
  expect(run.exitCode, run.stdout).toBe(0);
  expect(writes).toEqual(["PublishLayerVersion", "UpdateFunctionConfiguration", "PublishVersion"]);
  expect(run.stdout).toContain("Left out tests 29.3 KB (1 file), ");
  expect(safe.run.stdout).not.toContain("Left out tests");
  expect(Number(run.outputs["layer-unzipped-size"])).toBeLessThan(Number(safe.run.outputs["layer-unzipped-size"]));
  expect(await stage.invoke(name)).toEqual({ dep: "1.0", code: "code" });

  expect((await deploy(workspace, slim)).writes).toEqual([]);
  expect(stage.aws.summary()).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
});

it("keeps the services of botocore that are asked for, and says so also when the layer comes from the cache", async () => {
  for (const name of ["services-1", "services-2"]) {
    await stage.aws.createFunction({ name, zip: CODE, handler: "app.handler", runtime: "python3.11" });
  }
  const files = functionFiles("code", "dep==1.0\nbotocore==1.0\n");
  const workspace = await createWorkspace({ files });
  const row = "| Left out | data of other AWS services 14.6 KB (1 file)";
  for (const [name, source] of [
    ["services-1", "built"],
    ["services-2", "restored"],
  ] as const) {
    const { run } = await deploy(workspace, { "function-name": name, "botocore-services": "S3" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs["layer-source"]).toBe(source);
    expect(run.summary).toContain(row);
  }
});

it("publishes nothing for a service that botocore does not know", async () => {
  const name = "unknown-service";
  await stage.aws.createFunction({ name, zip: CODE, handler: "app.handler", runtime: "python3.11" });
  const workspace = await createWorkspace({ files: functionFiles("code", "dep==1.0\nbotocore==1.0\n") });
  const { run, writes } = await deploy(workspace, { "function-name": name, "botocore-services": "s3, sqss" });
  const message = '`botocore-services` names "sqss", which the installed botocore does not know.';
  await expectFailure(run, { says: [message, "`sqs`"], secrets: stage.aws.secrets() });
  expect(writes).toEqual([]);
});
