import { randomBytes } from "node:crypto";
import {
  GetFunctionCommand,
  ListLayerVersionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { code, shaOf } from "../support/aws/bench.ts";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { lambdaOf, refusal, s3Of } from "../support/aws/sdk.ts";
import { rawZip } from "../support/raw-archives.ts";

let aws: Emulator;
let client: ReturnType<typeof lambdaOf>;
let s3: ReturnType<typeof s3Of>;
let bucket: string;

beforeEach(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  client = lambdaOf(aws);
  s3 = s3Of(aws);
  bucket = await aws.createBucket(`storage-${aws.account}`, { versioned: true });
  await aws.createFunction({ name: "hello", zip: code(), handler: "app.handler" });
});
afterEach(() => aws.stop());

const put = (Key: string, Body: Buffer, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
const updateFrom = (S3Key: string, more = {}) =>
  client.send(new UpdateFunctionCodeCommand({ FunctionName: "hello", S3Bucket: bucket, S3Key, ...more }));

describe("code from S3", () => {
  test("is the object, or the version of it that is named", async () => {
    const { VersionId } = await put("code.zip", code("# 1"));
    await put("code.zip", code("# 2"));
    expect((await updateFrom("code.zip")).CodeSha256).toBe(shaOf(code("# 2")));
    for (let reads = 0; reads < 2; reads++) await client.send(new GetFunctionCommand({ FunctionName: "hello" }));
    expect((await updateFrom("code.zip", { S3ObjectVersion: VersionId })).CodeSha256).toBe(shaOf(code("# 1")));
    expect(aws.uploadedBytes()).toBe(code("# 1").length + code("# 2").length);
  });

  test("may be larger than a zip in the request", async () => {
    const large = rawZip([{ name: "app.bin", content: randomBytes(53_000_000) }]);
    await put("large.zip", large);
    expect(await updateFrom("large.zip")).toMatchObject({ CodeSize: large.length, CodeSha256: shaOf(large) });
  });

  test.each([
    ["a missing object", () => ({ S3Key: "nope" }), "NoSuchKey", "The specified key does not exist."],
    [
      "a missing bucket",
      () => ({ S3Bucket: "no-such-bucket-here" }),
      "NoSuchBucket",
      "The specified bucket does not exist",
    ],
  ])("refuses %s (recorded)", async (_, more, s3Code, s3Text) => {
    expect(await refusal(updateFrom("code.zip", more()))).toEqual({
      name: "InvalidParameterValueException",
      status: 400,
      text: `Error occurred while GetObject. S3 Error Code: ${s3Code}. S3 Error Message: ${s3Text}`,
    });
  });

  test("refuses a bucket of another Region", async () => {
    const away = await aws.createBucket(`away-${aws.account}`, { region: "us-west-2" });
    const refused = await refusal(updateFrom("code.zip", { S3Bucket: away }));
    expect(refused.text).toBe(
      "Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in this region: us-west-2. Please use this region to retry the request",
    );
    const redirected = await refusal(s3.send(new PutObjectCommand({ Bucket: away, Key: "x", Body: "x" })));
    expect([redirected.name, redirected.status]).toEqual(["PermanentRedirect", 301]);
    await s3Of(aws, "us-west-2").send(new PutObjectCommand({ Bucket: away, Key: "x", Body: "x" }));
  });
});

describe("S3", () => {
  test("refuses a body that is not what its checksum says", async () => {
    expect((await refusal(put("bad", code(), { ChecksumSHA256: shaOf(code("# other")) }))).name).toBe("BadDigest");
    await put("good", code(), { ChecksumSHA256: shaOf(code()) });
    expect((await refusal(put("good", code(), { IfNoneMatch: "*" }))).name).toBe("PreconditionFailed");
  });

  test("tells that an object is missing only to who may list the bucket", async () => {
    expect((await refusal(head("nope"))).status).toBe(404);
    aws.deny("s3:ListBucket");
    expect((await refusal(head("nope"))).status).toBe(403);
  });
});

describe("permissions", () => {
  const denial = (action: string, resource: string) => ({
    name: "AccessDeniedException",
    status: 403,
    text: `User: arn:aws:sts::${aws.account}:assumed-role/deploy/session is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  });

  test("that were taken away are missed in AWS's words, also where one call needs two", async () => {
    const layer = await aws.publishLayer({ name: "deps", zip: code() });
    const arn = `arn:aws:lambda:${aws.region}:${aws.account}:function:hello`;
    aws.deny("lambda:GetFunction");
    expect(await refusal(client.send(new GetFunctionCommand({ FunctionName: "hello" })))).toEqual(
      denial("lambda:GetFunction", arn),
    );
    aws.deny("lambda:GetLayerVersion");
    const attaching = client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "hello", Layers: [layer] }));
    expect(await refusal(attaching)).toEqual(denial("lambda:GetLayerVersion", layer));
    aws.deny("s3:PutObject");
    expect(await refusal(put("x", code()))).toMatchObject({ name: "AccessDenied", status: 403 });
    aws.deny("s3:GetObjectVersion");
    const denied = "Your access has been denied by S3";
    expect((await refusal(updateFrom("code.zip", { S3ObjectVersion: "any" }))).text).toContain(denied);
    aws.deny("s3:GetObject");
    expect((await refusal(updateFrom("code.zip"))).text).toContain(denied);
  });

  test("are those of the policy, by action and resource", async () => {
    const arn = `arn:aws:lambda:*:${aws.account}:function:hel*`;
    aws.allowOnly({ Statement: [{ Effect: "Allow", Action: ["lambda:GetFunction*"], Resource: arn }] });
    await client.send(new GetFunctionCommand({ FunctionName: "hello" }));
    expect((await refusal(client.send(new GetFunctionCommand({ FunctionName: "other" })))).status).toBe(403);
    const listing = client.send(new ListLayerVersionsCommand({ LayerName: "deps" }));
    expect(await refusal(listing)).toEqual(denial("lambda:ListLayerVersions", "*"));
  });
});
