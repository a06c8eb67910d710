import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { createCallLog } from "../../src/aws/client.ts";
import { connectLambda, type FunctionState } from "../../src/aws/lambda.ts";
import { describeFailure } from "../../src/failure.ts";
import { carryOut } from "../../src/function/deploy.ts";
import { makePlan, type Wanted } from "../../src/function/plan.ts";
import { readLatest } from "../../src/function/read.ts";
import { publishLayer } from "../../src/layer/publish.ts";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { fastClock } from "../support/clock.ts";
import { rawZip } from "../support/raw-archives.ts";

const OLD_CODE = rawZip([{ name: "app.py", content: Buffer.from("old = 1\n") }]);
const NEW_CODE = rawZip([{ name: "app.py", content: Buffer.from("new = 1\n") }]);
const LAYER = rawZip([{ name: "python/dep.py", content: Buffer.from("dep = 1\n") }]);
const WAIT = { revisionId: undefined, waitMs: 60_000 };
const FOOTPRINT = { codeBefore: 1, codeAfter: 1, layersBefore: 0, layersAfter: 1, onlyRemoves: false };

let aws: Emulator;
let count = 0;

beforeAll(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  for (const [name, value] of Object.entries(aws.env)) {
    vi.stubEnv(name, value);
  }
});
afterAll(() => aws.stop());
beforeEach(() => {
  aws.clearFaults();
  aws.resetCalls();
});

const sha = (zip: Uint8Array) => createHash("sha256").update(zip).digest("base64");

interface Wish {
  readonly newLayer?: boolean;
  readonly newCode?: boolean;
  /** Happens after the function was read and before anything is written. */
  readonly meanwhile?: (name: string) => Promise<unknown>;
}

/** Deploys what is wished for to a new function. */
async function deploy({ newLayer = false, newCode = true, meanwhile }: Wish) {
  count += 1;
  const name = `switch-${count}`;
  await aws.createFunction({ name, zip: OLD_CODE, handler: "app.handler" });
  aws.resetCalls();
  const lambda = connectLambda(aws.region, name, createCallLog());
  const state = await readLatest(lambda, WAIT, fastClock());
  const wanted: Wanted = {
    layer: newLayer ? { kind: "new", reason: "Test." } : { kind: "untouched" },
    otherLayers: undefined,
    runtime: undefined,
    architecture: undefined,
    code: { changed: newCode, reason: "Test." },
    publish: true,
    alias: { kind: "stays" },
  };
  await meanwhile?.(name);
  const done: string[] = [];
  const clock = fastClock();
  const run = carryOut({
    lambda,
    plan: makePlan(state, undefined, wanted, FOOTPRINT),
    state,
    publishLayer: async () => (await publish(`${name}-layer`, clock)).arn,
    codeSha256: sha(NEW_CODE),
    code: async () => ({ from: "bytes", bytes: NEW_CODE }),
    versionDescription: "",
    aliasDescription: undefined,
    check: undefined,
    waitMs: WAIT.waitMs,
    clock,
    timed: (_, work) => work(),
    onAccepted: () => {},
    onDone: ({ action }) => done.push(action),
  });
  return { name, done, run };
}

async function publish(layerName: string, clock = fastClock()) {
  const lambda = connectLambda(aws.region, "any", createCallLog());
  return publishLayer({
    lambda,
    publication: {
      layerName,
      description: "deps",
      content: { from: "bytes", bytes: LAYER },
      runtime: "python3.11",
      architecture: "x86_64",
    },
    codeSha256: sha(LAYER),
    newest: 0,
    waitMs: WAIT.waitMs,
    clock,
  });
}

const messageOf = (run: Promise<unknown>) =>
  run.then(
    () => "no failure",
    (error: unknown) => describeFailure(error).message,
  );

const layersOf = (state: Record<string, unknown>) => ((state.Layers ?? []) as FunctionState["layers"]).length;

describe("the switch", () => {
  it("publishes, attaches, updates and numbers, each once, waiting after each update", async () => {
    const { name, run, done } = await deploy({ newLayer: true });
    expect(await run).toMatchObject({ version: "1", gapMs: expect.any(Number) });
    expect(done).toEqual(["publish-layer", "update-configuration", "update-code", "publish-version"]);
    const order = aws.calls.map(({ op }) => op).filter((op, index, all) => op !== all[index - 1]);
    expect(order).toEqual([
      "GetFunction",
      "PublishLayerVersion",
      "UpdateFunctionConfiguration",
      "GetFunction",
      "UpdateFunctionCode",
      "GetFunction",
      "PublishVersion",
    ]);
    const version = await aws.getFunction(name, "1");
    expect(version.zip.equals(NEW_CODE)).toBe(true);
    expect(layersOf(version.configuration)).toBe(1);
  });

  const survived: readonly (readonly [string, Parameters<Emulator["fault"]>[0]])[] = [
    ["429 twice", { op: "UpdateFunctionCode", times: 2, do: { kind: "throttle", retryAfter: 0 } }],
    ["500 once", { op: "UpdateFunctionCode", do: { kind: "serverError" } }],
    ["503 with HTML once", { op: "UpdateFunctionConfiguration", do: { kind: "gateway" } }],
    ["a reset before", { op: "UpdateFunctionConfiguration", do: { kind: "resetBefore" } }],
    ["a reset during the upload", { op: "UpdateFunctionCode", do: { kind: "resetDuringUpload", bytes: 10 } }],
    ["a lost reply of the configuration", { op: "UpdateFunctionConfiguration", do: { kind: "lostReply" } }],
    ["a lost reply of the code", { op: "UpdateFunctionCode", do: { kind: "lostReply" } }],
    ["a lost reply of the version", { op: "PublishVersion", do: { kind: "lostReply" } }],
    ["a lost reply of the layer", { op: "PublishLayerVersion", do: { kind: "lostReply" } }],
    ["429 for the layer", { op: "PublishLayerVersion", times: 3, do: { kind: "throttle" } }],
    ["500 for the layer", { op: "PublishLayerVersion", do: { kind: "serverError" } }],
  ];
  it.each(survived)("survives %s with nothing doubled", async (_, fault) => {
    aws.fault(fault);
    const { name, run } = await deploy({ newLayer: true });
    expect((await run).version).toBe("1");
    const { configuration, zip } = await aws.getFunction(name, "1");
    expect([layersOf(configuration), zip.equals(NEW_CODE)]).toEqual([1, true]);
    expect(configuration.Layers).toMatchObject([{ Arn: expect.stringMatching(/-layer:1$/) }]);
  });

  it("waits out somebody else's update in progress", async () => {
    const busy = {
      status: 409,
      code: "ResourceConflictException",
      text: "The operation cannot be performed at this time. An update is in progress for resource: x",
    };
    aws.fault({ op: "UpdateFunctionCode", times: 3, do: { kind: "awsError", ...busy } });
    const { run } = await deploy({});
    expect((await run).version).toBe("1");
    expect(aws.count("UpdateFunctionCode")).toBe(4);
  });

  it("gives up on a function that stays busy, with one sentence", async () => {
    const busy = {
      status: 409,
      code: "ResourceConflictException",
      text: "The operation cannot be performed at this time.",
    };
    aws.fault({ op: "UpdateFunctionCode", times: 10_000, do: { kind: "awsError", ...busy } });
    const { run } = await deploy({});
    expect(await messageOf(run)).toMatch(/^The function stayed busy/);
  });

  it("never overwrites somebody else's change", async () => {
    const { name, run } = await deploy({ meanwhile: (it) => aws.updateFunction(it, { MemorySize: 1024 }) });
    expect(await messageOf(run)).toMatch(/changed by somebody else/);
    expect((await aws.getFunction(name)).zip.equals(OLD_CODE)).toBe(true);
    expect(aws.count("PublishVersion")).toBe(0);
  });

  it("stops when an accepted update fails, and says why", async () => {
    aws.failNextUpdate({ reason: "The KMS key is disabled.", code: "DisabledKMSKey" });
    const { run, done } = await deploy({ newLayer: true });
    expect(await messageOf(run)).toBe(
      "AWS accepted the update, but it failed: The KMS key is disabled. (DisabledKMSKey).",
    );
    expect(done).toEqual(["publish-layer"]);
    expect([aws.count("UpdateFunctionCode"), aws.count("PublishVersion")]).toEqual([0, 0]);
  });
});

describe("publishing a layer", () => {
  it("does not publish again while the lost version is only slow to be listed", async () => {
    aws.behaviour.listingLag = 4;
    aws.fault({ op: "PublishLayerVersion", do: { kind: "lostReply" } });
    expect((await publish("slow-to-list")).version).toBe(1);
    aws.behaviour.listingLag = 0;
    expect(aws.count("PublishLayerVersion")).toBe(1);
  });

  it("is refused once when it is not allowed", async () => {
    aws.fault({
      op: "PublishLayerVersion",
      do: {
        kind: "awsError",
        status: 403,
        code: "AccessDeniedException",
        text: "User: x is not authorized to perform: lambda:PublishLayerVersion on resource: arn because no identity-based policy allows the lambda:PublishLayerVersion action",
      },
    });
    expect(await messageOf(publish("denied"))).toContain("may not perform lambda:PublishLayerVersion");
    expect(aws.count("PublishLayerVersion")).toBe(1);
  });

  it("gives up when AWS stays away", async () => {
    aws.fault({ op: "PublishLayerVersion", times: 100, do: { kind: "resetBefore" } });
    expect(await messageOf(publish("away"))).toMatch(/could not be reached for PublishLayerVersion/);
    expect(aws.count("PublishLayerVersion")).toBe(3);
  });
});
