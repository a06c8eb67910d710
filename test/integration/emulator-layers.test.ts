import {
  AddLayerVersionPermissionCommand,
  DeleteLayerVersionCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  GetLayerVersionPolicyCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
  type ListLayerVersionsCommandInput,
  PublishLayerVersionCommand,
  type PublishLayerVersionCommandInput,
  RemoveLayerVersionPermissionCommand,
} from "@aws-sdk/client-lambda";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claiming, dependency, invalid, shaOf, startBench } from "../support/aws/bench.ts";
import { refusal } from "../support/aws/sdk.ts";

// "Recorded": AWS's own words, from LocalStack's public snapshot tests (test_lambda_api.snapshot.json, TestLambdaLayer).

const { aws, client } = await startBench();
let layer: string;
let number = 0;

beforeAll(() => aws.createFunction({ name: "user", zip: dependency(), handler: "dep.x" }));
beforeEach(() => {
  number += 1;
  layer = `deps-${number}`;
});

const publish = (more: Partial<PublishLayerVersionCommandInput> = {}) =>
  client.send(new PublishLayerVersionCommand({ LayerName: layer, Content: { ZipFile: dependency() }, ...more }));
const list = (more: Partial<ListLayerVersionsCommandInput> = {}) =>
  client.send(new ListLayerVersionsCommand({ LayerName: layer, ...more }));
const arnOf = (version: number | string) => `arn:aws:lambda:${aws.region}:${aws.account}:layer:${layer}:${version}`;

describe("publishing", () => {
  test("gives a new number each time, also to the same bytes, and never one twice (recorded)", async () => {
    const first = await publish({ Description: "one", LicenseInfo: "MIT", CompatibleRuntimes: ["python3.11"] });
    expect(first).toMatchObject({
      Version: 1,
      LayerVersionArn: arnOf(1),
      Description: "one",
      LicenseInfo: "MIT",
      CompatibleRuntimes: ["python3.11"],
      Content: { CodeSha256: shaOf(dependency()), CodeSize: dependency().length },
    });
    expect((await publish()).Version).toBe(2);
    for (const VersionNumber of [1, 2]) {
      await client.send(new DeleteLayerVersionCommand({ LayerName: layer, VersionNumber }));
    }
    expect((await publish()).Version).toBe(3);
  });

  test.each([
    [
      "garbage",
      { Content: { ZipFile: Buffer.from("no") } },
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
    ],
    [
      "262144000 bytes unzipped",
      { Content: { ZipFile: claiming(dependency(), 262_144_000) } },
      "Unzipped size must be smaller than 262144000 bytes",
    ],
  ])("refuses %s (recorded)", async (_, more, text) => {
    expect(await refusal(publish(more))).toEqual(invalid(text));
    expect((await list()).LayerVersions).toEqual([]);
  });

  test.each([
    [
      "a name with a space",
      { LayerName: "a b" },
      "Value 'a b' at 'layerName' failed to satisfy constraint: Member must satisfy regular expression pattern:",
    ],
    [
      "a description of 257 characters",
      { Description: "d".repeat(257) },
      `Value '${"d".repeat(257)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ],
    [
      "an unknown runtime (recorded)",
      { CompatibleRuntimes: ["python4.0" as "python3.11"] },
      "Value '[python4.0]' at 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy enum value set: [nodejs20.x,",
    ],
    [
      "an unknown architecture (recorded)",
      { CompatibleArchitectures: ["invalidarch" as "arm64"] },
      "Value '[invalidarch]' at 'compatibleArchitectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
    ],
  ])("refuses %s", async (_, more, text) => {
    const refused = await refusal(publish(more));
    expect(refused).toMatchObject({ name: "ValidationException", status: 400 });
    expect(refused.text).toContain(`1 validation error detected: ${text}`);
  });
});

describe("listing", () => {
  test("shows the newest first, in pages of 50 at most, without hash or size", async () => {
    for (let index = 0; index < 51; index++)
      await aws.publishLayer({ name: layer, zip: dependency(), description: `d${index}` });
    const first = await list();
    const second = await list({ Marker: first.NextMarker });
    expect(first.LayerVersions?.map(({ Version }) => Version)).toEqual(
      Array.from({ length: 50 }, (_, index) => 51 - index),
    );
    expect(second.LayerVersions).toEqual([
      { LayerVersionArn: arnOf(1), Version: 1, Description: "d0", CreatedDate: expect.any(String) },
    ]);
    expect(second.NextMarker).toBeUndefined();
    expect((await refusal(list({ MaxItems: 51 }))).text).toContain("Member must have value less than or equal to 50");
  });

  test("filters by runtime and architecture", async () => {
    await publish({ CompatibleRuntimes: ["python3.11"], CompatibleArchitectures: ["arm64"] });
    await publish({ CompatibleRuntimes: ["python3.12"], CompatibleArchitectures: ["x86_64"] });
    await publish();
    const numbers = async (filter: object) => (await list(filter)).LayerVersions?.map(({ Version }) => Version);
    expect(await numbers({ CompatibleRuntime: "python3.11" })).toEqual([1]);
    expect(await numbers({ CompatibleArchitecture: "x86_64" })).toEqual([2]);
    expect(await numbers({})).toEqual([3, 2, 1]);
  });

  test("takes an ARN for a name, and is empty for a layer that does not exist (recorded)", async () => {
    await publish();
    const arn = arnOf("").slice(0, -1);
    expect((await list({ LayerName: arn })).LayerVersions).toHaveLength(1);
    expect((await list({ LayerName: "doesnotexist" })).LayerVersions).toEqual([]);
  });

  test("can lag behind publishing, while the version itself can be read at once", async () => {
    aws.behaviour.listingLag = 2;
    await publish();
    aws.behaviour.listingLag = 0;
    const lengths = [await list(), await list(), await list()].map(({ LayerVersions }) => LayerVersions?.length);
    expect(lengths).toEqual([0, 0, 1]);
  });

  test("of all layers names the newest version of each", async () => {
    await publish();
    await publish();
    const { Layers } = await client.send(new ListLayersCommand({}));
    expect(Layers?.find(({ LayerName }) => LayerName === layer)?.LatestMatchingVersion?.Version).toBe(2);
  });
});

describe("reading", () => {
  test("by number and by ARN gives the zip, whole or in ranges, for GET only and until the URL expires", async () => {
    await publish();
    const byNumber = await client.send(new GetLayerVersionCommand({ LayerName: layer, VersionNumber: 1 }));
    const byArn = await client.send(new GetLayerVersionByArnCommand({ Arn: arnOf(1) }));
    expect(byArn.Content?.CodeSha256).toBe(byNumber.Content?.CodeSha256);
    const url = byArn.Content?.Location ?? "";
    const read = async (range?: string, method = "GET") => {
      const answer = await fetch(url, { method, headers: range ? { range } : {} });
      return [answer.status, answer.headers.get("content-range"), (await answer.arrayBuffer()).byteLength];
    };
    const size = dependency().length;
    expect(await read()).toEqual([200, null, size]);
    expect(await read("bytes=-22")).toEqual([206, `bytes ${size - 22}-${size - 1}/${size}`, 22]);
    expect(await read("bytes=10-19")).toEqual([206, `bytes 10-19/${size}`, 10]);
    expect((await read(`bytes=${size}-`))[0]).toBe(416);
    expect((await read(undefined, "HEAD"))[0]).toBe(403);
    expect((await fetch(url.replace(/Signature=./, "Signature=g"))).status).toBe(403);
    aws.expireLocations();
    expect((await read())[0]).toBe(403);
    expect(aws.secrets()).toContain(new URL(url).searchParams.get("X-Amz-Signature"));
  });

  test.each([
    [
      "an unknown version (recorded)",
      9,
      "ResourceNotFoundException",
      404,
      "The resource you requested does not exist.",
    ],
    ["version 0 (recorded)", 0, "InvalidParameterValueException", 400, "Layer Version Cannot be less than 1"],
  ])("refuses %s", async (_, VersionNumber, name, status, text) => {
    await publish();
    const sent = client.send(new GetLayerVersionCommand({ LayerName: layer, VersionNumber }));
    expect(await refusal(sent)).toEqual({ name, status, text });
  });

  test("refuses an ARN without version (recorded)", async () => {
    const refused = await refusal(client.send(new GetLayerVersionByArnCommand({ Arn: arnOf("").slice(0, -1) })));
    expect(refused.text).toContain(
      "at 'arn' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:",
    );
  });
});

test("a layer version is shared by statements, each once (recorded)", async () => {
  await publish();
  const version = { LayerName: layer, VersionNumber: 1 };
  const policy = () => client.send(new GetLayerVersionPolicyCommand(version));
  const add = () =>
    client.send(
      new AddLayerVersionPermissionCommand({
        ...version,
        StatementId: "s1",
        Principal: "*",
        Action: "lambda:GetLayerVersion",
      }),
    );
  expect((await refusal(policy())).text).toBe("No policy is associated with the given resource.");
  await add();
  expect(await refusal(add())).toMatchObject({
    status: 409,
    text: "The statement id (s1) provided already exists. Please provide a new statement id, or remove the existing statement.",
  });
  expect(JSON.parse((await policy()).Policy ?? "").Statement).toEqual([
    { Sid: "s1", Effect: "Allow", Principal: "*", Action: "lambda:GetLayerVersion", Resource: arnOf(1) },
  ]);
  await client.send(new RemoveLayerVersionPermissionCommand({ ...version, StatementId: "s1" }));
  expect((await refusal(policy())).status).toBe(404);
});
