import {
  CreateAliasCommand,
  type CreateAliasCommandInput,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  GetFunctionCommand,
  ListAliasesCommand,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  type PublishVersionCommandInput,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { code, newFunction, startBench } from "../support/aws/bench.ts";
import { refusal } from "../support/aws/sdk.ts";

// "Recorded": AWS's own words, from LocalStack's public snapshot tests (test_lambda_api.snapshot.json: TestLambdaVersions,
// TestLambdaAlias, TestLambdaRevisions).

const { aws, client } = await startBench();
let name: string;

beforeEach(async () => {
  name = await newFunction(aws);
});

const arn = (qualifier?: string) =>
  `arn:aws:lambda:${aws.region}:${aws.account}:function:${name}${qualifier ? `:${qualifier}` : ""}`;
const get = async (Qualifier?: string) =>
  (await client.send(new GetFunctionCommand({ FunctionName: name, Qualifier }))).Configuration;
const publish = (more: Partial<PublishVersionCommandInput> = {}) =>
  client.send(new PublishVersionCommand({ FunctionName: name, ...more }));
async function change(text: string, more = {}) {
  const shown = await client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: code(text), ...more }));
  for (let reads = 0; reads < 2; reads++) await get();
  return shown;
}
const createAlias = (more: Partial<CreateAliasCommandInput> = {}) =>
  client.send(new CreateAliasCommand({ FunctionName: name, Name: "live", FunctionVersion: "1", ...more }));
const updateAlias = (more: Partial<UpdateAliasCommandInput> = {}) =>
  client.send(new UpdateAliasCommand({ FunctionName: name, Name: "live", ...more }));

describe("PublishVersion", () => {
  test("makes an Active version with its own description, and the same again gives the same version (recorded)", async () => {
    const before = await get();
    const first = await publish({ Description: "first" });
    expect(first).toMatchObject({
      Version: "1",
      FunctionArn: arn("1"),
      Description: "first",
      State: "Active",
      LastUpdateStatus: "Successful",
    });
    expect((await get())?.RevisionId).not.toBe(before?.RevisionId);
    const revision = (await get())?.RevisionId;
    expect(await publish({ Description: "again" })).toMatchObject({
      Version: "1",
      Description: "first",
      RevisionId: first.RevisionId,
    });
    expect((await get())?.RevisionId).toBe(revision);
    await change("# 2");
    expect((await publish()).Version).toBe("2");
    expect((await get("1"))?.CodeSha256).toBe(first.CodeSha256);
  });

  test("is refused with another CodeSha256 or an old RevisionId, and while the function is busy (recorded)", async () => {
    const current = await get();
    expect(await refusal(publish({ CodeSha256: "abc" }))).toEqual({
      name: "InvalidParameterValueException",
      status: 400,
      text: `CodeSHA256 (abc) is different from current CodeSHA256 in $LATEST (${current?.CodeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
    });
    expect(await refusal(publish({ RevisionId: "old" }))).toMatchObject({
      name: "PreconditionFailedException",
      status: 412,
    });
    await client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: code("# busy") }));
    expect(await refusal(publish())).toMatchObject({ name: "ResourceConflictException", status: 409 });
  });

  test("as part of UpdateFunctionCode shows a Pending version beside $LATEST InProgress (recorded)", async () => {
    const shown = await client.send(
      new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: code("# p"), Publish: true }),
    );
    expect(shown).toMatchObject({ Version: "1", FunctionArn: arn("1"), State: "Pending", StateReasonCode: "Creating" });
    expect(shown).not.toHaveProperty("LastUpdateStatus");
    const latest = await get("$LATEST");
    expect(latest).toMatchObject({ FunctionArn: arn("$LATEST"), State: "Active", LastUpdateStatus: "InProgress" });
    await get("1");
    expect(await get("1")).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
  });

  test("numbers are listed, oldest first, and in ListFunctions with ALL; one that no alias uses can be deleted", async () => {
    await publish();
    await change("# 2");
    await publish();
    const versions = async () =>
      (await client.send(new ListVersionsByFunctionCommand({ FunctionName: name }))).Versions?.map(
        ({ Version }) => Version,
      );
    expect(await versions()).toEqual(["$LATEST", "1", "2"]);
    const { Functions } = await client.send(new ListFunctionsCommand({ FunctionVersion: "ALL" }));
    expect(Functions?.filter(({ FunctionName }) => FunctionName === name).map(({ Version }) => Version)).toEqual([
      "$LATEST",
      "1",
      "2",
    ]);
    await createAlias();
    const deleting = (Qualifier: string) => client.send(new DeleteFunctionCommand({ FunctionName: name, Qualifier }));
    expect((await refusal(deleting("1"))).status).toBe(409);
    expect((await refusal(deleting("$LATEST"))).text).toBe(
      "$LATEST version cannot be deleted without deleting the function.",
    );
    await deleting("2");
    expect(await versions()).toEqual(["$LATEST", "1"]);
  });
});

describe("an alias", () => {
  beforeEach(async () => {
    await publish();
    await change("# 2");
    await publish();
  });

  test("is created, read, moved and deleted; each change gives it a new revision (recorded)", async () => {
    const created = await createAlias({ Description: "prod", RoutingConfig: { AdditionalVersionWeights: { 2: 0.2 } } });
    expect(created).toMatchObject({
      AliasArn: arn("live"),
      Name: "live",
      FunctionVersion: "1",
      Description: "prod",
      RoutingConfig: { AdditionalVersionWeights: { 2: 0.2 } },
    });
    const read = () => client.send(new GetAliasCommand({ FunctionName: name, Name: "live" }));
    expect((await read()).RevisionId).toBe(created.RevisionId);
    expect(await get("live")).toMatchObject({ Version: "1", FunctionArn: arn("live") });
    const moved = await updateAlias({
      FunctionVersion: "2",
      RoutingConfig: { AdditionalVersionWeights: {} },
      RevisionId: created.RevisionId,
    });
    expect(moved).toMatchObject({ FunctionVersion: "2", Description: "prod" });
    expect(moved).not.toHaveProperty("RoutingConfig");
    expect(moved.RevisionId).not.toBe(created.RevisionId);
    const listed = await client.send(new ListAliasesCommand({ FunctionName: name, FunctionVersion: "2" }));
    expect(listed.Aliases?.map(({ Name }) => Name)).toEqual(["live"]);
    for (let times = 0; times < 2; times++)
      await client.send(new DeleteAliasCommand({ FunctionName: name, Name: "live" }));
    expect(await refusal(read())).toEqual({
      name: "ResourceNotFoundException",
      status: 404,
      text: `Cannot find alias arn: ${arn("live")}`,
    });
    expect((await refusal(updateAlias({ FunctionVersion: "1" }))).text).toBe(`Alias not found: ${arn("live")}`);
  });

  test.each<[string, Partial<CreateAliasCommandInput>, number, () => string]>([
    ["a version that does not exist", { FunctionVersion: "10" }, 404, () => `Function not found: ${arn("10")}`],
    [
      "a name of digits",
      { Name: "2024" },
      400,
      () =>
        "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
    ],
    [
      "weights for two versions",
      { RoutingConfig: { AdditionalVersionWeights: { 2: 0.1, 3: 0.1 } } },
      400,
      () => "Number of items in AdditionalVersionWeights cannot be greater than 1",
    ],
    [
      "a weight for its own version",
      { RoutingConfig: { AdditionalVersionWeights: { 1: 0.1 } } },
      400,
      () => "Invalid function version 1. Function version 1 is already included in routing configuration.",
    ],
    [
      "a weight over 1",
      { RoutingConfig: { AdditionalVersionWeights: { 2: 2 } } },
      400,
      () =>
        "1 validation error detected: Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]",
    ],
    [
      "a weight beside $LATEST",
      { FunctionVersion: "$LATEST", RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } } },
      400,
      () => "$LATEST is not supported for an alias pointing to more than 1 version",
    ],
  ])("refuses %s (recorded)", async (_, more, status, text) => {
    expect(await refusal(createAlias(more))).toMatchObject({ status, text: text() });
  });

  test("cannot be made twice, nor moved with an old revision (recorded)", async () => {
    await createAlias();
    expect(await refusal(createAlias())).toEqual({
      name: "ResourceConflictException",
      status: 409,
      text: `Alias already exists: ${arn("live")}`,
    });
    expect((await refusal(updateAlias({ FunctionVersion: "2", RevisionId: "old" }))).status).toBe(412);
  });
});
