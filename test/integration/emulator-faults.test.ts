import { once } from "node:events";
import { request } from "node:http";
import {
  GetFunctionCommand,
  PublishLayerVersionCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import type { Fault } from "../support/aws/faults.ts";
import { lambdaOf, refusal, s3Of } from "../support/aws/sdk.ts";
import { rawZip } from "../support/raw-archives.ts";

const zip = rawZip([{ name: "app.py", content: "def handler(event, context): return event" }]);

let aws: Emulator;
let client: ReturnType<typeof lambdaOf>;
let bucket: string;

beforeAll(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  client = lambdaOf(aws);
  bucket = await aws.createBucket(`faults-${aws.account}`);
  await aws.createFunction({ name: "hello", zip, handler: "app.handler" });
});
afterAll(() => aws.stop());
beforeEach(() => {
  aws.clearFaults();
  aws.resetCalls();
});

const get = (caller = client, FunctionName = "hello") => caller.send(new GetFunctionCommand({ FunctionName }));
const attempts = () => aws.calls.map(({ status, fault, attempt }) => [status, fault, attempt]);

describe("calls", () => {
  test("are listed in order with operation, name, bytes and status; a retry is a request, not a call", async () => {
    aws.fault({ op: "GetFunction", do: { kind: "serverError" } });
    await get();
    await client.send(new PublishLayerVersionCommand({ LayerName: "deps", Content: { ZipFile: zip } }));
    await s3Of(aws).send(new PutObjectCommand({ Bucket: bucket, Key: "a/b c.zip", Body: zip }));
    expect(aws.calls.map(({ op, fn, status, zipBytes }) => [op, fn, status, zipBytes])).toEqual([
      ["GetFunction", "hello", 500, 0],
      ["GetFunction", "hello", 200, 0],
      ["PublishLayerVersion", "deps", 201, zip.length],
      ["s3.PutObject", `${bucket}/a/b c.zip`, 200, zip.length],
    ]);
    expect(aws.count("GetFunction")).toBe(1);
    expect(aws.summary()).toEqual({ GetFunction: 2, PublishLayerVersion: 1, "s3.PutObject": 1 });
    expect(aws.uploadedBytes()).toBe(2 * zip.length);
    expect(aws.calls[2]?.bytes).toBeGreaterThan(zip.length * 1.3);
  });

  test("by an operation that is not emulated fail at once", async () => {
    const answer = await fetch(`${aws.url}/2021-10-31/functions/hello/url`, {
      headers: { authorization: "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/lambda/aws4_request" },
    });
    expect(answer.status).toBe(501);
    expect(aws.summary()).toEqual({ "GET /2021-10-31/functions/hello/url": 1 });
  });

  test("that ask whether they may send their body are told to", async () => {
    const asking = request(`${aws.url}/${bucket}/asked`, { method: "PUT", headers: { expect: "100-continue" } });
    asking.flushHeaders();
    await once(asking, "continue");
    asking.end("body");
    const [answer] = await once(asking, "response");
    expect(answer.resume().statusCode).toBe(403);
  });

  test("without a signature are refused", async () => {
    expect((await fetch(`${aws.url}/2015-03-31/functions/hello`)).status).toBe(403);
  });
});

describe("a fault", () => {
  // How the SDK sees them: 429, 500 and broken connections are retried, HTML is a SyntaxError with a status.
  test.each<[Fault["kind"], Fault, unknown[]]>([
    [
      "throttle",
      { kind: "throttle", retryAfter: 0 },
      [
        [429, "throttle", 1],
        [200, undefined, 2],
      ],
    ],
    [
      "serverError",
      { kind: "serverError" },
      [
        [500, "serverError", 1],
        [200, undefined, 2],
      ],
    ],
    [
      "gateway",
      { kind: "gateway" },
      [
        [503, "gateway", 1],
        [200, undefined, 2],
      ],
    ],
    [
      "resetBefore",
      { kind: "resetBefore" },
      [
        ["reset", "resetBefore", 1],
        [200, undefined, 2],
      ],
    ],
    [
      "lostReply",
      { kind: "lostReply" },
      [
        ["reset", "lostReply", 1],
        [200, undefined, 2],
      ],
    ],
    ["delay", { kind: "delay", ms: 5 }, [[200, "delay", 1]]],
  ])("%s hits one request, and the SDK gets its answer", async (_, fault, expected) => {
    aws.fault({ op: "GetFunction", do: fault });
    expect((await get()).Configuration?.FunctionName).toBe("hello");
    expect(attempts()).toEqual(expected);
  });

  test.each<[string, Fault, { name: string; status: number | undefined }]>([
    ["throttle", { kind: "throttle" }, { name: "TooManyRequestsException", status: 429 }],
    ["gateway", { kind: "gateway" }, { name: "SyntaxError", status: 503 }],
    ["resetBefore", { kind: "resetBefore" }, { name: "TimeoutError", status: undefined }],
    [
      "awsError",
      {
        kind: "awsError",
        status: 403,
        code: "ExpiredTokenException",
        text: "The security token included in the request is expired",
      },
      { name: "ExpiredTokenException", status: 403 },
    ],
  ])("%s without end reaches the caller", async (_, fault, expected) => {
    aws.fault({ op: "GetFunction", times: Number.POSITIVE_INFINITY, do: fault });
    expect(await refusal(get(lambdaOf(aws, { maxAttempts: 2 })))).toMatchObject(expected);
  });

  test("hits only its operation and its function, after as many requests as it says", async () => {
    await aws.createFunction({ name: "other", zip });
    aws.fault({ op: "GetFunction", fn: "hello", after: 2, do: { kind: "serverError" } });
    await get(client, "other");
    for (let times = 0; times < 3; times++) await get();
    expect(aws.calls.map(({ fn, status }) => [fn, status])).toEqual([
      ["other", 200],
      ["hello", 200],
      ["hello", 200],
      ["hello", 500],
      ["hello", 200],
    ]);
  });

  test("lostReply on PublishLayerVersion makes a version that the caller does not know of", async () => {
    aws.fault({ op: "PublishLayerVersion", do: { kind: "lostReply" } });
    const sent = lambdaOf(aws, { maxAttempts: 1 }).send(
      new PublishLayerVersionCommand({ LayerName: "lost", Content: { ZipFile: zip } }),
    );
    expect((await refusal(sent)).status).toBeUndefined();
    expect(aws.layerVersions("lost")).toHaveLength(1);
    expect(aws.uploadedBytes()).toBe(0);
  });

  test("resetDuringUpload cuts the body, and AWS has nothing", async () => {
    const Body = Buffer.alloc(8_000_000, "x");
    aws.fault({ op: "s3.PutObject", do: { kind: "resetDuringUpload", bytes: 1_000_000 } });
    await s3Of(aws).send(new PutObjectCommand({ Bucket: bucket, Key: "cut", Body }));
    expect(attempts()).toEqual([
      ["reset", "resetDuringUpload", 1],
      [200, undefined, 2],
    ]);
    const { ContentLength } = await s3Of(aws).send(new HeadObjectCommand({ Bucket: bucket, Key: "cut" }));
    expect(ContentLength).toBe(Body.length);
  });

  test("slow takes the body no faster than it says", async () => {
    aws.fault({ op: "s3.PutObject", do: { kind: "slow", bytesPerSecond: 1_000_000 } });
    await s3Of(aws).send(new PutObjectCommand({ Bucket: bucket, Key: "slow", Body: Buffer.alloc(200_000) }));
    expect(aws.calls[0]?.ms).toBeGreaterThan(150);
  });

  test("meanwhile lets somebody else act before the answer", async () => {
    aws.fault({
      op: "UpdateFunctionConfiguration",
      do: { kind: "meanwhile", run: () => aws.updateFunction("hello", { Timeout: 77 }) },
    });
    const { Configuration } = await get();
    const sent = client.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName: "hello",
        MemorySize: 512,
        RevisionId: Configuration?.RevisionId,
      }),
    );
    expect((await refusal(sent)).status).toBe(412);
    expect((await get()).Configuration?.Timeout).toBe(77);
  });
});

describe("a function that is not ready", () => {
  test("was made busy by somebody else", async () => {
    aws.makeBusy("hello", 2);
    const seen = [await get(), await get(), await get()].map(({ Configuration }) => Configuration?.LastUpdateStatus);
    expect(seen).toEqual(["InProgress", "InProgress", "Successful"]);
  });

  test("is Inactive, and takes an update", async () => {
    aws.makeInactive("hello");
    expect((await get()).Configuration).toMatchObject({ State: "Inactive", StateReasonCode: "Idle" });
    const shown = await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "hello", Timeout: 5 }));
    expect([shown.State, shown.LastUpdateStatus]).toEqual(["Active", "InProgress"]);
  });
});
