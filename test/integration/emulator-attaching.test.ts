import {
  DeleteLayerVersionCommand,
  GetFunctionCommand,
  GetLayerVersionCommand,
  PublishLayerVersionCommand,
  type PublishLayerVersionCommandInput,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claiming, dependency, invalid, startBench } from "../support/aws/bench.ts";
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
const attach = async (...Layers: string[]) => {
  const shown = await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "user", Layers }));
  for (let reads = 0; reads < 2; reads++) await client.send(new GetFunctionCommand({ FunctionName: "user" }));
  return shown.Layers?.map(({ Arn }) => Arn);
};
const arnOf = (version: number | string) => `arn:aws:lambda:${aws.region}:${aws.account}:layer:${layer}:${version}`;

test("deleting is idempotent, and a function keeps what it uses though nobody can attach it any more (recorded)", async () => {
  await publish();
  await attach(arnOf(1));
  for (let times = 0; times < 2; times++) {
    const { $metadata } = await client.send(new DeleteLayerVersionCommand({ LayerName: layer, VersionNumber: 1 }));
    expect($metadata.httpStatusCode).toBe(204);
  }
  const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName: "user" }));
  expect(Configuration?.Layers).toEqual([{ Arn: arnOf(1), CodeSize: dependency().length }]);
  const missing = await refusal(client.send(new GetLayerVersionCommand({ LayerName: layer, VersionNumber: 1 })));
  expect(missing.status).toBe(404);
  expect(await refusal(attach(arnOf(1)))).toEqual(invalid(`Layer version ${arnOf(1)} does not exist.`));
});

describe("attaching", () => {
  test("replaces the whole list, in its order, and an empty list detaches all", async () => {
    const other = await aws.publishLayer({ name: `${layer}-other`, zip: dependency() });
    await publish();
    expect(await attach(arnOf(1), other)).toEqual([arnOf(1), other]);
    expect(await attach(other, arnOf(1))).toEqual([other, arnOf(1)]);
    expect(await attach()).toBeUndefined();
  });

  test.each([
    [
      "six layers",
      () => Array.from({ length: 6 }, (_, index) => arnOf(index + 1)),
      () => "Cannot reference more than 5 layers.",
    ],
    [
      "two versions of one layer",
      () => [arnOf(1), arnOf(2)],
      () =>
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${arnOf(1)} and ${arnOf(2)} are versions of the same layer.`,
    ],
    ["an unknown version", () => [arnOf(9)], () => `Layer version ${arnOf(9)} does not exist.`],
    [
      "a layer of another Region",
      () => [arnOf(1).replace(aws.region, "us-west-2")],
      () => `Layers are not in the same region as the function. Layers are expected to be in region ${aws.region}.`,
    ],
  ])("refuses %s (recorded)", async (_, arns, text) => {
    await publish();
    await publish();
    expect(await refusal(attach(...arns()))).toEqual(invalid(text()));
  });

  test("refuses an ARN without version (recorded)", async () => {
    const arn = arnOf("").slice(0, -1);
    const refused = await refusal(attach(arn));
    expect(refused.name).toBe("ValidationException");
    expect(refused.text).toContain(
      `1 validation error detected: Value '[${arn}]' at 'layers' failed to satisfy constraint: Member must satisfy constraint: [Member must have length`,
    );
  });

  test("refuses code and layers over 262144000 bytes together, on a change of either (reported)", async () => {
    await attach();
    await publish({ Content: { ZipFile: claiming(dependency(), 262_143_999) } });
    const over = `Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is ${262_143_999 + 6} bytes.`;
    expect(await refusal(attach(arnOf(1)))).toEqual(invalid(over));
    await publish({ Content: { ZipFile: claiming(dependency(), 262_143_994) } });
    expect(await attach(arnOf(2))).toEqual([arnOf(2)]);
    const more = client.send(new UpdateFunctionCodeCommand({ FunctionName: "user", ZipFile: dependency("# longer") }));
    expect((await refusal(more)).text).toContain("The actual size is 262144008 bytes.");
    await attach();
  });

  test("takes a shared layer of another account and refuses one that is not shared (reported)", async () => {
    const shared = await aws.publishForeignLayer({ name: layer, zip: dependency() });
    expect(await attach(shared)).toEqual([shared]);
    const secret = await aws.publishForeignLayer({ name: `${layer}-secret`, zip: dependency(), shared: false });
    const refused = await refusal(attach(secret));
    expect([refused.name, refused.status]).toEqual(["AccessDeniedException", 403]);
    expect(refused.text).toContain(
      `is not authorized to perform: lambda:GetLayerVersion on resource: ${secret} because no resource-based policy allows`,
    );
    await attach();
  });
});
