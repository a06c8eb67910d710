import { beforeEach, describe, expect, it } from "vitest";
import { checkOut, openPullRequest } from "../support/pull-request.ts";
import { rawZip } from "../support/raw-archives.ts";
import { setReportBench } from "../support/size-report.ts";
import { functionFiles, setStage } from "../support/stage.ts";

const stage = setStage();
const bench = setReportBench(stage);
beforeEach(() => stage.cache.delete());

const BASE = functionFiles("one", "dep==1.0\n");
const BUMPED = functionFiles("two", "dep==2.0\n");
const READ_ONLY = ["lambda:GetFunction", "lambda:GetLayerVersion", "lambda:ListLayerVersions"];
/** The runtime is the live function's. */
const inputsOf = (name: string) => ({ "function-name": name, runtime: "", architectures: "" });

/** A function that was deployed from main and has a layer of others too, a pull request, and AWS to be read. */
async function deployed() {
  const pull = await openPullRequest({ base: BASE, head: BUMPED });
  const name = await bench.newFunction();
  const foreign = await stage.aws.publishForeignLayer({
    name: "tools",
    zip: rawZip([{ name: "python/tools.py", content: "x".repeat(5000) }]),
  });
  await stage.aws.updateFunction(name, { Layers: [foreign] });
  const run = await bench.push(await checkOut(pull, "main"), { "function-name": name, cache: "false" });
  expect(run.exitCode, run.stdout).toBe(0);
  return { pull, name, run };
}

const withAws = () => ({ env: { ...stage.aws.env } });

describe("a report with credentials that may read", () => {
  it("knows the runtime, what is deployed now and the function's other layers, and writes nothing", async () => {
    const { pull, name } = await deployed();
    stage.aws.allowOnly({ Statement: [{ Effect: "Allow", Action: READ_ONLY, Resource: "*" }] });
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputsOf(name), withAws());
    stage.aws.allowOnly({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });

    expect(run.exitCode, run.stdout).toBe(0);
    expect(told.json.calls).toEqual({ GetFunction: 1, GetLayerVersionByArn: 2, ListLayerVersions: 1 });
    expect(told.json.function).toMatchObject({ runtime: "python3.11", arn: expect.stringContaining(name) });
    const { limits, code, layer } = told.json;
    expect(limits?.used).toBe(5000 + (code?.after?.unzipped ?? 0) + (layer?.after?.unzipped ?? 0));
    expect(told.json.plan.map(({ action }) => action)).toEqual([
      "publish-layer",
      "update-configuration",
      "update-code",
    ]);
    for (const secret of stage.aws.secrets()) expect(told.everything).not.toContain(secret);
  });

  it("sees that a layer is published already", async () => {
    const { pull, name } = await deployed();
    const other = await bench.newFunction();
    const inputs = { "function-name": other, "layer-name": `${name}-dependencies`, cache: "false" };
    await bench.push(await checkOut(pull, "feature"), inputs);
    const { told } = await bench.report(await checkOut(pull, "merge"), pull, inputsOf(name), withAws());
    expect(told.json.plan.map(({ action }) => action)).toEqual(["update-configuration", "update-code"]);
  });

  it("asks AWS nothing without a Region", async () => {
    const { pull, name } = await deployed();
    const request = { env: { ...stage.aws.env, AWS_REGION: undefined } };
    const { run } = await bench.report(await checkOut(pull, "merge"), pull, inputsOf(name), request);
    expect([run.exitCode, stage.aws.calls]).toEqual([0, []]);
  });
});

describe("a report that AWS does not answer", () => {
  it.each([
    ["GetFunction", { GetFunction: 1 }],
    ["ListLayerVersions", { GetFunction: 1, GetLayerVersionByArn: 2, ListLayerVersions: 1 }],
  ])("is green, with one notice: %s is denied", async (operation, calls) => {
    const { pull, name } = await deployed();
    stage.aws.fault({
      op: operation,
      do: { kind: "awsError", status: 403, code: "AccessDeniedException", text: "no" },
    });
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, { "function-name": name }, withAws());
    expect([run.exitCode, run.issued.error, run.issued.warning], run.stdout).toEqual([0, 0, 0]);
    expect(told.json.calls).toEqual(calls);
    expect(run.stdout.match(/What is deployed now could not be read: .*/g)).toHaveLength(1);
    expect(told.json.layer).toMatchObject({ changes: [{ name: "dep" }] });
  });

  it("is of a function that does not exist yet", async () => {
    const pull = await openPullRequest({ base: BASE, head: BUMPED });
    const inputs = { "function-name": "missing" };
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputs, withAws());
    expect(run.exitCode, run.stdout).toBe(0);
    expect(told.json.calls).toEqual({ GetFunction: 1 });
  });
});
