import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { createCallLog } from "../../src/aws/client.ts";
import { connectLambda, type FunctionCreation, type Lambda } from "../../src/aws/lambda.ts";
import { createFunction } from "../../src/function/create.ts";
import { untilIdle } from "../../src/function/readiness.ts";
import { restore } from "../../src/function/restore.ts";
import { settableOf } from "../../src/function/settable.ts";
import { type FunctionSettings, unexpectedSettings } from "../../src/function/settings.ts";
import { applyUpdate, configurationUpdate, type Writing } from "../../src/function/update.ts";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { fastClock } from "../support/clock.ts";
import { rawZip } from "../support/raw-archives.ts";

const CODE = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 1\n" }]);
const SECRET = "hunter2-secret";

let aws: Emulator;
let lambda: Lambda;
let name: string;
let number = 0;

beforeAll(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  for (const [key, value] of Object.entries(aws.env)) {
    vi.stubEnv(key, value);
  }
});
afterAll(() => aws.stop());
beforeEach(async () => {
  number += 1;
  name = `settings-${number}`;
  await aws.createFunction({ name, zip: CODE, handler: "app.handler" });
  lambda = connectLambda(aws.region, name, createCallLog());
  aws.resetCalls();
});

const writing = (to = lambda): Writing => ({
  lambda: to,
  waitMs: 60_000,
  clock: fastClock(),
  timed: (_phase, work) => work(),
});
const read = (from = lambda) => untilIdle(() => from.getFunction(), 60_000, fastClock());

function everySetting(): FunctionSettings {
  const [account, region] = [aws.account, aws.region];
  return {
    role: `arn:aws:iam::${account}:role/lambda`,
    handler: "app.other",
    description: "Orders",
    memorySize: 512,
    timeout: 30,
    ephemeralStorage: 1_024,
    environment: { PASSWORD: SECRET, EMPTY: "" },
    vpc: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"], ipv6: true },
    tracing: "Active",
    snapStart: "PublishedVersions",
    logging: { format: "JSON", applicationLevel: "DEBUG", systemLevel: "WARN", group: "/aws/lambda/orders" },
    deadLetterTarget: `arn:aws:sqs:${region}:${account}:dead`,
    fileSystems: [{ arn: `arn:aws:elasticfilesystem:${region}:${account}:access-point/fsap-1`, path: "/mnt/a" }],
    kmsKey: `arn:aws:kms:${region}:${account}:key/a`,
  };
}

describe("a function's settings", () => {
  test("are read with Lambda's defaults when nobody set any", async () => {
    expect((await read()).settings).toEqual({
      role: `arn:aws:iam::${aws.account}:role/lambda`,
      handler: "app.handler",
      description: "",
      memorySize: 128,
      timeout: 3,
      ephemeralStorage: 512,
      environment: {},
      vpc: { subnetIds: [], securityGroupIds: [], ipv6: false },
      tracing: "PassThrough",
      snapStart: "None",
      logging: { format: "Text", group: `/aws/lambda/${name}` },
      deadLetterTarget: "",
      fileSystems: [],
      kmsKey: "",
    });
  });

  test("come back as they were sent, by one update, and go back by another", async () => {
    const before = await read();
    const after = await applyUpdate(
      writing(),
      before,
      configurationUpdate({ layers: undefined, runtime: "python3.12", settings: everySetting() }),
    );
    expect(after.settings).toEqual(everySetting());
    expect(after.runtime).toBe("python3.12");
    expect(aws.summary().UpdateFunctionConfiguration).toBe(1);

    const back = await restore({
      ...writing(),
      before,
      sent: settableOf(after),
      code: undefined,
      lateCode: () => Promise.reject(new Error("no code was changed")),
      codeFirst: false,
    });
    expect(back).toEqual({ outcome: "restored", parts: ["runtime", "settings"] });
    expect((await read()).settings).toEqual(before.settings);
  });

  test("are found in force after a lost reply, though AWS shows more than was sent", async () => {
    const settings = {
      vpc: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
      logging: { format: "JSON" },
      environment: { MODE: "a" },
    };
    aws.fault({ op: "UpdateFunctionConfiguration", do: { kind: "lostReply" } });
    const change = configurationUpdate({ layers: undefined, runtime: undefined, settings });
    const after = await applyUpdate(writing(), await read(), change);
    expect(unexpectedSettings(settings, after.settings)).toEqual([]);
    expect(aws.summary().UpdateFunctionConfiguration).toBe(2);
  });

  test("count as somebody else's when they change during the wait, named by input", async () => {
    const before = await read();
    await aws.updateFunction(name, { MemorySize: 256 });
    const change = { layers: undefined, runtime: undefined, settings: { timeout: 9 } };
    const { revisionId, ...outdated } = await read();
    const update = applyUpdate(writing(), { ...before, revisionId }, configurationUpdate(change));
    expect(outdated.settings.memorySize).toBe(256);
    await expect(update).rejects.toThrow("Somebody else changed the function during this deploy (`memory-size`).");
  });

  test("that AWS cannot decrypt are missing, not empty, and are no concurrent change", async () => {
    const { kmsKey = "" } = everySetting();
    await aws.updateFunction(name, { KMSKeyArn: kmsKey, Environment: { Variables: { A1: "x" } } });
    aws.behaviour.deniedKeys = [kmsKey];
    const before = await read();
    expect(before.settings).not.toHaveProperty("environment");
    const settings = { environment: { A1: SECRET } };
    const after = await applyUpdate(
      writing(),
      before,
      configurationUpdate({ layers: undefined, runtime: undefined, settings }),
    );
    expect(unexpectedSettings(settings, after.settings)).toEqual([]);
    aws.behaviour.deniedKeys = [];
    expect((await read()).settings.environment).toEqual(settings.environment);
  });

  test("never stand in an error, though AWS repeats them in its own", async () => {
    const settings = { environment: { PASSWORD: SECRET, QUOTED: '"quoted"', LONG: "x".repeat(4_096) } };
    const sent = lambda.updateConfiguration({ layers: undefined, runtime: undefined, settings, revisionId: undefined });
    const error = await sent.then(
      () => new Error("not refused"),
      (refusal: Error) => refusal,
    );
    expect(error.message).toContain("exceeded the 4KB limit");
    expect(error.message).toContain('"PASSWORD":"***"');
    expect(`${error.message}${error.stack}`).not.toMatch(/hunter2|quoted/);
  });
});

describe("what belongs to no version", () => {
  const SIGNING = "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-1";

  test("tags are set beside those that are there", async () => {
    const { arn } = await read();
    await lambda.setTags(arn, { team: "orders", stage: "a" });
    await lambda.setTags(arn, { stage: "b" });
    expect((await read()).tags).toEqual({ team: "orders", stage: "b" });
    const allow = (Action: string) => ({ Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
    aws.allowOnly(allow("lambda:GetFunction"));
    expect((await read()).tags).toBeUndefined();
    aws.allowOnly(allow("*"));
  });

  test("code signing is absent, set and found", async () => {
    expect(await lambda.codeSigningConfig()).toBeUndefined();
    await expect(lambda.setCodeSigningConfig(SIGNING)).rejects.toThrow("code signing configuration cannot be found");
    aws.behaviour.codeSigningConfigs = [SIGNING];
    await lambda.setCodeSigningConfig(SIGNING);
    expect(await lambda.codeSigningConfig()).toBe(SIGNING);
  });

  test("the key of the code is read and sent", async () => {
    const sourceKmsKey = everySetting().kmsKey ?? "";
    const content = { from: "bytes", bytes: CODE } as const;
    expect((await read()).sourceKmsKey).toBe("");
    await lambda.updateCode({ content, architecture: undefined, sourceKmsKey, revisionId: undefined });
    expect((await read()).sourceKmsKey).toBe(sourceKmsKey);
  });
});

describe("creating a function", () => {
  const wanted = (): FunctionCreation & { readonly codeSha256: string } => ({
    settings: everySetting(),
    runtime: "python3.13",
    architecture: "arm64",
    layers: [],
    content: { from: "bytes", bytes: CODE },
    codeSha256: "",
    sourceKmsKey: everySetting().kmsKey ?? "",
    tags: { team: "orders" },
    codeSigningConfig: undefined,
  });
  const connect = () => connectLambda(aws.region, `${name}-new`, createCallLog());

  test("sends everything in one call and waits until it is active", async () => {
    const to = await connect();
    const created = await createFunction(writing(to), wanted());
    expect(created).toMatchObject({
      exists: true,
      runtime: "python3.13",
      architecture: "arm64",
      tags: { team: "orders" },
    });
    expect(created.settings).toEqual(everySetting());
    expect(created.readiness).toEqual({ status: "ready" });
    expect(aws.summary()).toMatchObject({ CreateFunction: 1 });
  });

  test("takes the function for its own after a lost reply, and only when it is the same", async () => {
    const to = await connect();
    const codeSha256 = (await createFunction(writing(to), wanted())).codeSha256;
    expect((await createFunction(writing(to), { ...wanted(), codeSha256 })).codeSha256).toBe(codeSha256);
    await expect(createFunction(writing(to), { ...wanted(), codeSha256: "other" })).rejects.toThrow(/\(code\)/);
  });

  test("tells why AWS could not make it active", async () => {
    const to = await connect();
    aws.failNextUpdate({ reason: "The subnet is gone.", code: "InvalidSubnet" });
    await expect(createFunction(writing(to), wanted())).rejects.toThrow(
      "The function was created but did not become active: The subnet is gone. (InvalidSubnet).",
    );
  });
});
