import {
  GetFunctionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  type UpdateFunctionConfigurationCommandInput,
} from "@aws-sdk/client-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { claiming, code, invalid, newFunction, shaOf, startBench } from "../support/aws/bench.ts";
import { refusal } from "../support/aws/sdk.ts";
import { rawZip } from "../support/raw-archives.ts";

// Where a title says "recorded", the expected words are AWS's own, from LocalStack's public snapshot tests, which were
// recorded against real AWS (tests/aws/services/lambda_/test_lambda_api.snapshot.json).

const { aws, client } = await startBench();
let name: string;

beforeEach(async () => {
  name = await newFunction(aws);
});

const get = (qualifier?: string) =>
  client.send(new GetFunctionCommand({ FunctionName: name, ...(qualifier && { Qualifier: qualifier }) }));
/** Reads until the update is done: one read shows it unfinished. */
async function settled() {
  await get();
  return get();
}
const configure = (changes: Partial<UpdateFunctionConfigurationCommandInput>) =>
  client.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, ...changes }));
const upload = (zip: Buffer, more = {}) =>
  client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zip, ...more }));

describe("an update", () => {
  test("is InProgress for the configured number of reads, then Successful, with a new revision at both ends", async () => {
    aws.behaviour.polls = 2;
    const before = await get();
    const accepted = await upload(code("# 2"));
    const seen = [await get(), await get(), await get()].map(({ Configuration }) => Configuration);
    aws.behaviour.polls = 1;
    expect(accepted).toMatchObject({
      State: "Active",
      LastUpdateStatus: "InProgress",
      LastUpdateStatusReason: "The function is being created.",
      LastUpdateStatusReasonCode: "Creating",
      CodeSha256: shaOf(code("# 2")),
    });
    expect(seen.map((shown) => shown?.LastUpdateStatus)).toEqual(["InProgress", "InProgress", "Successful"]);
    const revisions = [before.Configuration, accepted, seen[0], seen[1], seen[2]].map((shown) => shown?.RevisionId);
    expect(new Set(revisions).size).toBe(3);
    expect(revisions[1]).toBe(revisions[3]);
  });

  test("makes the function busy: 409 as recorded until it is done", async () => {
    await upload(code("# 3"));
    const refused = await refusal(configure({ MemorySize: 256 }));
    expect(refused).toEqual({
      name: "ResourceConflictException",
      status: 409,
      text: `The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:${aws.region}:${aws.account}:function:${name}`,
    });
    await get();
    expect((await configure({ MemorySize: 256 })).MemorySize).toBe(256);
  });

  test("is refused with an old RevisionId: 412 as recorded", async () => {
    const { Configuration } = await get();
    await configure({ Timeout: 10 });
    await settled();
    const text =
      "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id";
    for (const refused of [
      await refusal(upload(code("# 4"), { RevisionId: Configuration?.RevisionId })),
      await refusal(configure({ Timeout: 11, RevisionId: Configuration?.RevisionId })),
    ]) {
      expect(refused).toEqual({ name: "PreconditionFailedException", status: 412, text });
    }
  });

  test("that fails shows reason and code, and the next one is accepted", async () => {
    aws.failNextUpdate({ code: "InvalidZipFileException", reason: "The zip is not one." }, name);
    await upload(code("# 5"));
    expect((await settled()).Configuration).toMatchObject({
      LastUpdateStatus: "Failed",
      LastUpdateStatusReason: "The zip is not one.",
      LastUpdateStatusReasonCode: "InvalidZipFileException",
    });
    await upload(code("# 6"));
    expect((await settled()).Configuration?.LastUpdateStatus).toBe("Successful");
  });

  test("leaves what it does not name, and Architectures move with the code", async () => {
    await configure({ Environment: { Variables: { A: "1" } }, MemorySize: 512 });
    await settled();
    await upload(code("# 7"), { Architectures: ["arm64"] });
    expect((await settled()).Configuration).toMatchObject({
      Environment: { Variables: { A: "1" } },
      MemorySize: 512,
      Architectures: ["arm64"],
    });
  });

  test("with DryRun changes nothing", async () => {
    const before = await get();
    expect((await upload(code("# 8"), { DryRun: true })).CodeSha256).toBe(shaOf(code("# 8")));
    expect((await get()).Configuration).toEqual(before.Configuration);
  });
});

describe("code", () => {
  test.each([
    [
      "garbage (recorded)",
      () => Buffer.from("no zip"),
      invalid("Could not unzip uploaded file. Please check your file, then try to upload again."),
    ],
    ["a zip without entries (reported)", () => rawZip([]), invalid("Uploaded file must be a non-empty zip")],
    [
      "262144000 bytes unzipped (recorded)",
      () => claiming(code(), 262_144_000),
      invalid("Unzipped size must be smaller than 262144000 bytes"),
    ],
    [
      "a zip over 50 MiB (recorded)",
      () => Buffer.alloc(52_428_801),
      { name: "RequestEntityTooLargeException", status: 413, text: "Zipped size must be smaller than 52428800 bytes" },
    ],
    [
      "a request over 70167211 bytes (recorded for CreateFunction, reported for this)",
      () => Buffer.alloc(52_700_000),
      {
        name: "RequestEntityTooLargeException",
        status: 413,
        text: "Request must be smaller than 70167211 bytes for the UpdateFunctionCode operation",
      },
    ],
  ])("refuses %s", async (_, zip, expected) => {
    expect(await refusal(upload(zip()))).toEqual(expected);
    expect((await get()).Configuration?.CodeSha256).toBe(shaOf(code()));
  });

  test("takes 262143999 bytes unzipped", async () => {
    expect((await upload(claiming(code(), 262_143_999))).LastUpdateStatus).toBe("InProgress");
  });

  test("is refused when the account's code storage is full", async () => {
    aws.behaviour.codeStorage = 1;
    const refused = await refusal(upload(code("# full")));
    aws.behaviour.codeStorage = 322_122_547_200;
    expect(refused).toMatchObject({ name: "CodeStorageExceededException", status: 400 });
  });

  test("of an image function is an image (recorded)", async () => {
    await aws.createFunction({ name: "image", imageUri: "1.dkr.ecr.eu-central-1.amazonaws.com/app:1" });
    const sent = client.send(new UpdateFunctionCodeCommand({ FunctionName: "image", ZipFile: code() }));
    expect(await refusal(sent)).toEqual(
      invalid("Please provide ImageUri when updating a function with packageType Image."),
    );
    const shown = await client.send(new GetFunctionCommand({ FunctionName: "image" }));
    expect(shown.Configuration?.PackageType).toBe("Image");
    expect(shown.Code).toMatchObject({ RepositoryType: "ECR", ImageUri: "1.dkr.ecr.eu-central-1.amazonaws.com/app:1" });
  });
});

describe("configuration", () => {
  const large = "x".repeat(4_090);
  test.each([
    [
      "an environment over 4 KB (recorded)",
      { Environment: { Variables: { LARGE: large } } },
      invalid(
        `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {"LARGE":"${large}"}`,
      ),
    ],
    [
      "a request over 5120 bytes (reported)",
      { Environment: { Variables: { LARGE: "x".repeat(5_200) } } },
      {
        name: "RequestEntityTooLargeException",
        status: 413,
        text: "Request must be smaller than 5120 bytes for the UpdateFunctionConfiguration operation",
      },
    ],
    [
      "a retired runtime (recorded)",
      { Runtime: "python3.7" as const },
      invalid(
        "The runtime parameter of python3.7 is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.",
      ),
    ],
    [
      "too little memory (the form of every ValidationException)",
      { MemorySize: 64 },
      {
        name: "ValidationException",
        status: 400,
        text: "1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
      },
    ],
  ])("refuses %s", async (_, changes, expected) => {
    expect(await refusal(configure(changes))).toEqual(expected);
  });
});
