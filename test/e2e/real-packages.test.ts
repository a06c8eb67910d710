import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { get } from "../../scripts/demo/invoke.ts";
import { probeImports } from "../support/aws/probe.ts";
import { indexEnvironment, repository, searchPath } from "../support/machine.ts";
import { findPython } from "../support/python.ts";
import { rawZip } from "../support/raw-archives.ts";
import { setStage } from "../support/stage.ts";
import { createWorkspace, temporaryDirectory } from "../support/workspace.ts";

const stage = setStage([]);
const CODE = rawZip([{ name: "app.py", content: "" }]);
const python311 = await findPython("3.11");

/** The tools that a build finds on its runner: uv, and the interpreter when there is one. */
function withTools() {
  const directories = [path.dirname(inject("uv")), ...(python311 === undefined ? [] : [path.dirname(python311)])];
  return { path: searchPath(...directories.reverse()), env: { UV_DEFAULT_INDEX: undefined, ...indexEnvironment() } };
}

async function unpack(zip: Uint8Array): Promise<string> {
  const directory = await temporaryDirectory("unpacked");
  const file = path.join(directory, "..", `${path.basename(directory)}.zip`);
  await writeFile(file, zip);
  execFileSync(inject("python"), ["-m", "zipfile", "-e", file, directory]);
  return directory;
}

it("serves a FastAPI application from code and layer, with bytecode that Python accepts", async (context) => {
  if (python311 === undefined) return context.skip("This machine has no Python 3.11.");
  const name = "fastapi";
  const handler = "lambda_function.handler";
  await stage.aws.createFunction({ name, zip: CODE, handler, runtime: "python3.11" });
  const workspace = await createWorkspace({ files: {} });
  cpSync(path.join(repository, "examples", "fastapi-app"), workspace, { recursive: true });
  const run = await stage.run(workspace, { "function-name": name }, withTools());
  expect(run.exitCode, run.stdout).toBe(0);
  expect(await get(stage.lambda, name, "/health")).toMatch(/^200 \{.*"status":"ok"/);

  const [layer] = stage.aws.layerVersions(`${name}-dependencies`);
  expect(layer?.description).toMatch(/ pinned=yes bytecode=yes$/);
  const opt = await unpack(layer?.zip ?? new Uint8Array());
  const task = await unpack((await stage.aws.getFunction(name)).zip);
  const modules = ["lambda_function", "botocore.session", "multipart", "pydantic_settings"];
  const report = await probeImports({ python: python311 ?? "", opt, task }, modules);
  expect(report.failures).toEqual([]);
  expect(report.loaded.length).toBeGreaterThan(300);
  expect(report.compiled.filter((file) => file.startsWith("python/"))).toEqual([]);
});

it("sends a layer over 50 MiB through S3, once", async () => {
  const bucket = await stage.aws.createBucket(`large-${stage.aws.account}`);
  const requirements = "pandas==2.3.2\nnumpy==2.2.6\nmatplotlib==3.11.2\npillow==12.2.0\nfonttools==4.68.0\n";
  const workspace = await createWorkspace({ files: { "app.py": "import pandas\n", "requirements.txt": requirements } });
  for (const name of ["large-1", "large-2"]) {
    await stage.aws.createFunction({ name, zip: CODE, handler: "app.handler", runtime: "python3.11" });
  }
  const deploy = async (inputs: Readonly<Record<string, string>>) => {
    stage.aws.resetCalls();
    return stage.run(workspace, { bytecode: "off", ...inputs }, withTools());
  };

  const without = await deploy({ "function-name": "large-1" });
  expect(without.exitCode).toBe(1);
  expect(without.annotations.error[0]?.message).toMatch(/^The layer is 5\d\.\d MB zipped.*Set `s3-bucket`/);
  expect(stage.aws.calls.filter(({ op }) => /^(Publish|Update|s3)/.test(op))).toEqual([]);

  const first = await deploy({ "function-name": "large-1", "s3-bucket": bucket });
  expect(first.exitCode, first.stdout).toBe(0);
  expect(stage.aws.summary()).toMatchObject({ "s3.HeadObject": 1, "s3.PutObject": 1, PublishLayerVersion: 1 });
  const { outputs } = first;
  expect(Number(outputs["uploaded-bytes"])).toBe(Number(outputs["layer-size"]) + Number(outputs["code-size"]));

  const again = await deploy({
    "function-name": "large-2",
    "s3-bucket": bucket,
    "force-layer": "true",
    cache: "false",
  });
  expect(again.exitCode, again.stdout).toBe(0);
  expect(stage.aws.summary()).toMatchObject({ "s3.HeadObject": 1, PublishLayerVersion: 1 });
  expect(stage.aws.count("s3.PutObject")).toBe(0);
  expect(again.outputs).toMatchObject({ "layer-source": "built", "uploaded-bytes": again.outputs["code-size"] });
}, 300_000);

it("sends a code package over 50 MiB through S3", async () => {
  const bucket = await stage.aws.createBucket(`code-${stage.aws.account}`);
  await stage.aws.createFunction({ name: "large-code", zip: CODE, handler: "app.handler" });
  const workspace = await createWorkspace({ files: { "app.py": "", "model.bin": randomBytes(51 * 1024 ** 2) } });
  stage.aws.resetCalls();
  const run = await stage.run(workspace, { "function-name": "large-code", "s3-bucket": bucket });
  expect(run.exitCode, run.stdout).toBe(0);
  expect(stage.aws.summary()).toMatchObject({ "s3.PutObject": 1, UpdateFunctionCode: 1 });
  expect(run.outputs["uploaded-bytes"]).toBe(run.outputs["code-size"]);
});
