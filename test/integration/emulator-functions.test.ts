import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteFunctionCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { code, invalid, newFunction, shaOf, startBench } from "../support/aws/bench.ts";
import { startEmulator } from "../support/aws/emulator.ts";
import { lambdaOf, refusal } from "../support/aws/sdk.ts";

// Where a title says "recorded", the expected words are AWS's own, from LocalStack's public snapshot tests, which were
// recorded against real AWS (tests/aws/services/lambda_/test_lambda_api.snapshot.json).

const { aws, client } = await startBench();
let name: string;

beforeEach(async () => {
  name = await newFunction(aws);
});

const get = (qualifier?: string) =>
  client.send(new GetFunctionCommand({ FunctionName: name, ...(qualifier && { Qualifier: qualifier }) }));
const upload = (zip: Buffer, more = {}) =>
  client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zip, ...more }));
const creating = (more: Partial<CreateFunctionCommandInput>) =>
  client.send(
    new CreateFunctionCommand({
      FunctionName: "created",
      Role: `arn:aws:iam::${aws.account}:role/lambda`,
      Runtime: "python3.11",
      Handler: "app.handler",
      Code: { ZipFile: code() },
      ...more,
    }),
  );
const notFound = (arn: string) => ({
  name: "ResourceNotFoundException",
  status: 404,
  text: `Function not found: ${arn}`,
});

describe("GetFunction", () => {
  test("shows the configuration, the size and hash of the zip, and where to read it", async () => {
    const { Configuration, Code } = await get();
    expect(Configuration).toMatchObject({
      FunctionArn: `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}`,
      State: "Active",
      LastUpdateStatus: "Successful",
      CodeSha256: shaOf(code()),
      CodeSize: code().length,
      Architectures: ["x86_64"],
      Version: "$LATEST",
    });
    expect(Configuration).not.toHaveProperty("Layers");
    expect(Buffer.from(await (await fetch(Code?.Location ?? "")).arrayBuffer())).toEqual(code());
  });

  test.each([
    ["a name", () => name],
    ["a partial ARN", () => `${aws.account}:function:${name}`],
    ["an ARN", () => `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}`],
    ["an ARN with $LATEST", () => `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}:$LATEST`],
  ])("finds a function by %s", async (_, asked) => {
    const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName: asked() }));
    expect(Configuration?.FunctionName).toBe(name);
  });

  test.each([
    [
      "an unknown name",
      () => ["nope", undefined],
      () => notFound(`arn:aws:lambda:${aws.region}:${aws.account}:function:nope`),
    ],
    [
      "an unknown version",
      () => [name, "7"],
      () => notFound(`arn:aws:lambda:${aws.region}:${aws.account}:function:${name}:7`),
    ],
    [
      "an ARN of another Region",
      () => [`arn:aws:lambda:ap-southeast-1:${aws.account}:function:${name}`, undefined],
      () => ({
        name: "ResourceNotFoundException",
        status: 404,
        text: `Functions from 'ap-southeast-1' are not reachable in this region ('${aws.region}')`,
      }),
    ],
    [
      "two qualifiers",
      () => [`${name}:1`, "2"],
      () => invalid("The derived qualifier from the function name does not match the specified qualifier."),
    ],
  ] as const)("refuses %s as recorded", async (_, asked, expected) => {
    const [FunctionName, Qualifier] = asked();
    expect(await refusal(client.send(new GetFunctionCommand({ FunctionName, Qualifier })))).toEqual(expected());
  });

  test("refuses an ARN of another account, without a word, as recorded", async () => {
    const asked = `arn:aws:lambda:${aws.region}:000000000001:function:${name}`;
    const refused = await refusal(client.send(new GetFunctionCommand({ FunctionName: asked })));
    expect([refused.name, refused.status]).toEqual(["AccessDeniedException", 403]);
  });
});

describe("CreateFunction", () => {
  test("makes a function that is Pending first, and refuses updates of it until it is Active", async () => {
    expect(await creating({ FunctionName: "fresh" })).toMatchObject({ State: "Pending", StateReasonCode: "Creating" });
    const update = () => client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "fresh", Timeout: 9 }));
    expect(await refusal(update())).toMatchObject({
      status: 409,
      text: "The operation cannot be performed at this time. The function is currently in the following state: Pending",
    });
    const shown = await client.send(new GetFunctionConfigurationCommand({ FunctionName: "fresh" }));
    expect([shown.State, shown.LastUpdateStatus]).toEqual(["Active", "Successful"]);
    expect((await update()).Timeout).toBe(9);
  });

  test.each([
    [
      "a name that is taken",
      () => ({ FunctionName: name }),
      () => ({ status: 409, text: `Function already exist: ${name}` }),
    ],
    [
      "a role that does not exist",
      () => ({ Role: `arn:aws:iam::${aws.account}:role/nobody` }),
      () => ({ status: 400, text: "The role defined for the function cannot be assumed by Lambda." }),
    ],
    [
      "two architectures (recorded)",
      () => ({ Architectures: ["x86_64" as const, "arm64" as const] }),
      () => ({
        name: "ValidationException",
        text: "1 validation error detected: Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1",
      }),
    ],
  ])("refuses %s", async (_, more, expected) => {
    expect(await refusal(creating(more()))).toMatchObject(expected());
  });
});

test("a deleted function is gone, and tags can be set, read and taken away before", async () => {
  const arn = `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}`;
  await client.send(new TagResourceCommand({ Resource: arn, Tags: { team: "a", stage: "b" } }));
  await client.send(new UntagResourceCommand({ Resource: arn, TagKeys: ["stage"] }));
  expect((await client.send(new ListTagsCommand({ Resource: arn }))).Tags).toEqual({ team: "a" });
  expect((await get()).Tags).toEqual({ team: "a" });
  await client.send(new DeleteFunctionCommand({ FunctionName: name }));
  expect(await refusal(get())).toEqual(notFound(arn));
});

test("ListFunctions gives pages of 50 without states, and the account's settings count the functions", async () => {
  const crowd = await startEmulator({ motoPort: inject("motoPort") });
  const caller = lambdaOf(crowd);
  for (let index = 0; index < 51; index++) await crowd.createFunction({ name: `f${index}`, zip: code() });
  const first = await caller.send(new ListFunctionsCommand({ MaxItems: 100 }));
  const second = await caller.send(new ListFunctionsCommand({ Marker: first.NextMarker }));
  const { AccountUsage } = await caller.send(new GetAccountSettingsCommand({}));
  await crowd.stop();
  expect([first.Functions?.length, second.Functions?.length, second.NextMarker]).toEqual([50, 1, undefined]);
  expect(first.Functions?.[0]).not.toHaveProperty("State");
  expect(AccountUsage?.FunctionCount).toBe(51);
});

test("helpers of tests are not counted, and looking with them lets no time pass", async () => {
  await upload(code("# 9"));
  aws.resetCalls();
  for (let times = 0; times < 3; times++) {
    expect((await aws.getFunction(name)).configuration.LastUpdateStatus).toBe("InProgress");
  }
  expect((await aws.getFunction(name)).zip).toEqual(code("# 9"));
  await aws.createFunction({ name: `${name}-other`, zip: code() });
  expect(aws.summary()).toEqual({});
});
