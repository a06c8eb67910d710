import { randomBytes } from "node:crypto";
import path from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { s3Of } from "../support/aws/sdk.ts";
import { searchPath } from "../support/machine.ts";
import { findPython } from "../support/python.ts";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace } from "../support/workspace.ts";

const FUNCTIONS = Array.from({ length: 2_000 }, (_, n) => `def f${n}(a, b):\n    return a + b * ${n}\n`).join("");

const stage = setStage([
  { name: "dep", version: "1.0", files: { "dep/__init__.py": "VERSION = '1.0'\n" } },
  {
    name: "my-service",
    version: "1.0",
    files: { "handlers/main.py": "def run(event, context):\n    return 'from the layer'\n" },
  },
  { name: "large", version: "1.0", files: { "large/data.bin": randomBytes(51 * 1024 ** 2) } },
  { name: "talkative", version: "1.0", files: { "talkative.py": FUNCTIONS } },
]);
const EMPTY = rawZip([{ name: "app.py", content: "" }]);

describe("a handler that lies in the layer", () => {
  it("is found by the run that builds the layer and by every later one", async () => {
    await stage.aws.createFunction({
      name: "wrapped",
      zip: EMPTY,
      handler: "handlers.main.run",
      runtime: "python3.11",
    });
    const workspace = await createWorkspace({ files: { "own.py": "", "requirements.txt": "my-service==1.0\n" } });
    for (const source of ["built", "reused"]) {
      const run = await stage.run(workspace, { "function-name": "wrapped" });
      expect(run.exitCode, run.stdout).toBe(0);
      expect(run.outputs["layer-source"]).toBe(source);
    }
    expect(await stage.invoke("wrapped")).toBe("from the layer");
  });

  it("is missed also when the layer is reused", async () => {
    await stage.aws.createFunction({ name: "wrong", zip: EMPTY, handler: "nowhere.run" });
    const workspace = await createWorkspace({ files: { "own.py": "", "requirements.txt": "my-service==1.0\n" } });
    const run = await stage.run(workspace, { "function-name": "wrong", "layer-name": "wrapped-dependencies" });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.error[0]?.message).toContain('"nowhere.py"');
  });
});

describe("an object that somebody put under the key of a zip", () => {
  const evil = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'evil'\n" }]);

  it("is not believed: the layer is sent", async () => {
    const bucket = await stage.aws.createBucket(`planted-layer-${stage.aws.account}`);
    const workspace = await createWorkspace({ files: { "app.py": "", "requirements.txt": "large==1.0\n" } });
    const deploy = async (name: string) => {
      await stage.aws.createFunction({ name, zip: EMPTY, handler: "app.handler" });
      const inputs = { "function-name": name, "s3-bucket": bucket, bytecode: "off" };
      const run = await stage.run(workspace, inputs);
      expect(run.exitCode, run.stdout).toBe(0);
      return stage.aws.layerVersions(`${name}-dependencies`)[0];
    };
    const first = await deploy("planted-1");
    const Key = `lambda-layers-deploy/${Buffer.from(first?.codeSha256 ?? "", "base64").toString("hex")}.zip`;
    await s3Of(stage.aws).send(new PutObjectCommand({ Bucket: bucket, Key, Body: evil }));
    expect((await deploy("planted-2"))?.codeSha256).toBe(first?.codeSha256);
  });
});

describe("bytecode that does not fit beside the function's other layers", () => {
  it("is left out, the layer still deploys, and later runs say so too", async (context) => {
    const python = await findPython("3.11");
    if (python === undefined) return context.skip("This machine has no Python 3.11.");
    const other = await stage.aws.publishForeignLayer({
      name: "other",
      zip: rawZip([{ name: "python/other.bin", content: Buffer.alloc(100_000) }]),
    });
    await stage.aws.createFunction({
      name: "tight",
      zip: EMPTY,
      handler: "app.handler",
      runtime: "python3.11",
      layers: [other],
    });
    const workspace = await createWorkspace({ files: functionFiles("x", "talkative==1.0\n") });
    const inputs = { "function-name": "tight", "hard-limit": String(FUNCTIONS.length + 105_000) };
    const tools = searchPath(path.dirname(python), ...stage.tools);
    const run = await stage.run(workspace, inputs, { path: tools });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(stage.aws.layerVersions("tight-dependencies")[0]?.description).toMatch(/bytecode=no$/);
    const again = await stage.run(workspace, inputs, { path: tools });
    expect(again.outputs["layer-source"]).toBe("reused");
    expect(again.summary).toContain("The layer has no bytecode, so cold starts compile it.");
  });
});

describe("an update that AWS accepts and then fails", () => {
  it("counts as a change", async () => {
    await stage.aws.createFunction({ name: "accepted", zip: EMPTY, handler: "app.handler" });
    const workspace = await createWorkspace({ files: functionFiles("x", "# none\n") });
    stage.aws.failNextUpdate({ reason: "The KMS key is disabled.", code: "DisabledKMSKey" }, "accepted");
    const run = await stage.run(workspace, { "function-name": "accepted" });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ changed: "true", "code-changed": "true", version: "" });
  });
});
