import {
  CreateAliasCommand,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { createCallLog } from "../../src/aws/client.ts";
import { connectInventory } from "../../src/aws/inventory.ts";
import { connectLambda } from "../../src/aws/lambda.ts";
import { describeFailure } from "../../src/failure.ts";
import { moveUser } from "../../src/layer/move-user.ts";
import type { SharedLayer } from "../../src/layer/users.ts";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { lambdaOf } from "../support/aws/sdk.ts";
import { fastClock } from "../support/clock.ts";
import { rawZip } from "../support/raw-archives.ts";

const CODE = rawZip([{ name: "app.py", content: "x = 1\n" }]);
const LAYER = rawZip([{ name: "python/dep.py", content: "x = 1\n" }]);

let aws: Emulator;
let client: ReturnType<typeof lambdaOf>;
let count = 0;

beforeAll(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  client = lambdaOf(aws);
  for (const [name, value] of Object.entries(aws.env)) {
    vi.stubEnv(name, value);
  }
});
afterAll(() => aws.stop());
beforeEach(() => {
  aws.clearFaults();
  aws.resetCalls();
});

const arnOf = (name: string) => `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}`;

async function newFunction(layers: readonly string[] = [], more = {}): Promise<string> {
  count += 1;
  const name = `inventory-${count}`;
  await aws.createFunction({ name, zip: CODE, handler: "app.handler", layers, runtime: "python3.11", ...more });
  return name;
}

/** Publishes versions that differ in their memory. */
async function publishVersions(name: string, versions: number): Promise<void> {
  for (let version = 1; version <= versions; version += 1) {
    await aws.updateFunction(name, { MemorySize: 128 + version });
    await client.send(new PublishVersionCommand({ FunctionName: name }));
  }
}

const exists = (name: string, version?: string) =>
  aws.getFunction(name, version).then(
    () => true,
    () => false,
  );

describe("the inventory", () => {
  it("lists 300 functions and their published versions, page after page", async () => {
    const layer = await aws.publishLayer({ name: "deps", zip: LAYER });
    const own = await startEmulator({ motoPort: inject("motoPort") });
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => own.createFunction({ name: `many-${index}`, zip: CODE })),
    );
    vi.stubEnv("AWS_ENDPOINT_URL", own.url);
    try {
      const log = createCallLog();
      const inventory = connectInventory(own.region, "many-0", log);
      expect(new Set((await inventory.functions("latest")).map(({ name }) => name)).size).toBe(300);
      expect(log.snapshot().calls).toEqual({ ListFunctions: 6 });
      await lambdaOf(own).send(new PublishVersionCommand({ FunctionName: "many-299" }));
      const all = await inventory.functions("all");
      expect(all.filter(({ version }) => version !== "$LATEST")).toMatchObject([{ name: "many-299", version: "1" }]);
      expect(all).toHaveLength(301);
    } finally {
      vi.stubEnv("AWS_ENDPOINT_URL", aws.url);
      await own.stop();
    }
    const name = await newFunction([layer], { architecture: "arm64" });
    const inventory = connectInventory(aws.region, name, createCallLog());
    expect((await inventory.functions("latest")).find((it) => it.name === name)).toMatchObject({
      name,
      arn: arnOf(name),
      version: "$LATEST",
      runtime: "python3.11",
      architecture: "arm64",
      layers: [layer],
    });
  });

  it("lists the function's versions without $LATEST, and aliases with both their versions, page after page", async () => {
    const name = await newFunction();
    await publishVersions(name, 53);
    for (let alias = 0; alias < 51; alias += 1) {
      await client.send(
        new CreateAliasCommand({
          FunctionName: name,
          Name: `alias-${alias}`,
          FunctionVersion: "53",
          ...(alias === 50 && { RoutingConfig: { AdditionalVersionWeights: { "7": 0.1 } } }),
        }),
      );
    }
    aws.resetCalls();
    const inventory = connectInventory(aws.region, name, createCallLog());
    const versions = (await inventory.versions()).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 53 }, (_, index) => String(index + 1)));
    const aliases = await inventory.aliases();
    expect(aliases).toHaveLength(51);
    expect(aliases.at(-1)).toEqual({ name: "alias-50", versions: ["53", "7"] });
    expect(aws.summary()).toEqual({ ListVersionsByFunction: 2, ListAliases: 2 });
  });

  it("deletes one version and leaves the function and its other versions", async () => {
    const name = await newFunction();
    await publishVersions(name, 2);
    for (const given of [name, `${aws.account}:function:${name}`, arnOf(name)]) {
      await connectInventory(aws.region, given, createCallLog()).deleteVersion("1");
      expect([await exists(name), await exists(name, "1"), await exists(name, "2")]).toEqual([true, false, true]);
    }
  });

  it.each([[""], ["$LATEST"], ["live"], ["0"], ["-1"], ["1 "], ["1\n"], ["1.0"], [undefined], [null], [1]])(
    "asks AWS to delete nothing for the version %j",
    async (version) => {
      const name = await newFunction();
      const inventory = connectInventory(aws.region, name, createCallLog());
      await expect(inventory.deleteVersion(version as string)).rejects.toThrow("so nothing is deleted");
      expect(aws.count("DeleteFunction")).toBe(0);
      expect(await exists(name)).toBe(true);
    },
  );

  it("deletes one version of a layer", async () => {
    const arns = [1, 2, 3].map(() => aws.publishLayer({ name: "pruned", zip: LAYER }));
    const [, second = ""] = await Promise.all(arns);
    const inventory = connectInventory(aws.region, "any", createCallLog());
    await inventory.deleteLayerVersion(second);
    expect(aws.layerVersions("pruned").map(({ number }) => number)).toEqual([1, 3]);
    await expect(inventory.deleteLayerVersion(second.replace(/:2$/, ""))).rejects.toThrow("so nothing is deleted");
    expect(aws.count("DeleteLayerVersion")).toBe(1);
  });
});

describe("another function on our layer", () => {
  let layer: { readonly old: string; readonly now: string; readonly other: string };

  beforeAll(async () => {
    layer = {
      old: await aws.publishLayer({ name: "shared", zip: LAYER }),
      now: await aws.publishLayer({ name: "shared", zip: LAYER }),
      other: await aws.publishForeignLayer({ name: "shared-old", zip: LAYER }),
    };
  });

  async function move(name: string, meanwhile?: () => Promise<unknown>) {
    const lambda = connectLambda(aws.region, name, createCallLog());
    const shared: SharedLayer = {
      layerName: "shared",
      functionName: "deployed",
      version: 2,
      runtimes: ["python3.11"],
      architectures: ["x86_64"],
      moves: true,
    };
    await meanwhile?.();
    return moveUser({ lambda, waitMs: 60_000, clock: fastClock(), timed: (_, work) => work() }, shared, layer.now);
  }
  const layersOf = async (name: string) =>
    ((await aws.getFunction(name)).configuration.Layers as { Arn: string }[]).map(({ Arn }) => Arn);

  it("gets the new version in the same place, and nothing else changes", async () => {
    const name = await newFunction([layer.old, layer.other], { environment: { KEY: "value" } });
    const before = (await aws.getFunction(name)).configuration;
    expect(await move(name)).toEqual({ outcome: "moved" });
    const { configuration: after, zip } = await aws.getFunction(name);
    expect(await layersOf(name)).toEqual([layer.now, layer.other]);
    const rest = ({ Layers: _1, RevisionId: _2, LastModified: _3, ...others }: typeof after) => others;
    expect([rest(after), zip.equals(CODE)]).toEqual([rest(before), true]);
    expect(aws.count("UpdateFunctionConfiguration")).toBe(1);
    expect(aws.calls.at(-1)?.op).toBe("GetFunction");
  });

  it("is waited for while somebody else's update is in progress", async () => {
    const name = await newFunction([layer.old]);
    aws.makeBusy(name, 4);
    expect(await move(name)).toEqual({ outcome: "moved" });
    expect(await layersOf(name)).toEqual([layer.now]);
  });

  it.each<[string, () => Promise<string>, string]>([
    ["lost the layer", () => newFunction([layer.other]), "does not have the layer any more"],
    [
      "moved to another runtime",
      () => newFunction([layer.old], { runtime: "python3.13" }),
      "runs on python3.13, the layer is for python3.11",
    ],
    [
      "moved to another processor",
      () => newFunction([layer.old], { architecture: "arm64" }),
      "runs on arm64, the layer is for x86_64",
    ],
  ])("is left alone when it %s since it was listed", async (_, prepare, why) => {
    expect(await move(await prepare())).toEqual({ outcome: "left", why });
    expect(aws.count("UpdateFunctionConfiguration")).toBe(0);
  });

  it("is left alone when it has the version already", async () => {
    expect(await move(await newFunction([layer.now]))).toEqual({ outcome: "current" });
    expect(aws.count("UpdateFunctionConfiguration")).toBe(0);
  });

  it("is never overwritten when somebody else changes it at the same time", async () => {
    const name = await newFunction([layer.old]);
    const run = () => aws.updateFunction(name, { MemorySize: 1024 });
    aws.fault({ op: "UpdateFunctionConfiguration", fn: name, do: { kind: "meanwhile", run } });
    const failure = await move(name).then(
      () => "moved",
      (error: unknown) => describeFailure(error).message,
    );
    expect(failure).toMatch(/changed by somebody else/);
    expect(await layersOf(name)).toEqual([layer.old]);
  });

  it("is moved once although a reply is lost", async () => {
    const name = await newFunction([layer.old]);
    aws.fault({ op: "UpdateFunctionConfiguration", fn: name, do: { kind: "lostReply" } });
    expect(await move(name)).toEqual({ outcome: "moved" });
    expect(await layersOf(name)).toEqual([layer.now]);
  });

  it("gets the version again when its last update failed and GetFunction only shows it", async () => {
    const name = await newFunction([layer.old]);
    aws.failNextUpdate({ reason: "No.", code: "InvalidConfiguration" }, name);
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Layers: [layer.now] }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 30 }, { FunctionName: name }).catch(() => {});
    expect(await move(name)).toEqual({ outcome: "moved" });
    expect((await aws.getFunction(name)).configuration.LastUpdateStatus).toBe("Successful");
  });

  it("tells why AWS did not take the update", async () => {
    const name = await newFunction([layer.old]);
    aws.failNextUpdate({ reason: "The layer does not unpack.", code: "InvalidConfiguration" }, name);
    await expect(move(name)).rejects.toThrow("it failed: The layer does not unpack. (InvalidConfiguration)");
  });
});
