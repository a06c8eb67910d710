import { expect, test } from "vitest";
import { operationOf } from "../support/aws/operations.ts";
import { permissions } from "../support/aws/policy.ts";

const signed = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=ID/20261125/eu-west-1/${service}/aws4_request, Signature=0`;
const named = (service: string, method: string, path: string) =>
  operationOf(method, new URL(path, "http://127.0.0.1"), signed(service));

test.each([
  ["GET", "/2015-03-31/functions/hello?Qualifier=3", "GetFunction", { FunctionName: "hello", Qualifier: "3" }],
  ["GET", "/2015-03-31/functions/", "ListFunctions", {}],
  [
    "PUT",
    "/2015-03-31/functions/123456789012%3Afunction%3Ahello/code",
    "UpdateFunctionCode",
    { FunctionName: "123456789012:function:hello" },
  ],
  ["GET", "/2018-10-31/layers/deps/versions?Marker=x", "ListLayerVersions", { LayerName: "deps", Marker: "x" }],
  ["GET", "/2018-10-31/layers/deps/versions/7", "GetLayerVersion", { LayerName: "deps", VersionNumber: "7" }],
  ["GET", "/2018-10-31/layers?find=LayerVersion&Arn=a", "GetLayerVersionByArn", { Arn: "a" }],
  ["GET", "/2018-10-31/layers", "ListLayers", {}],
])("%s %s is Lambda's %s", (method, path, op, input) => {
  const operation = named("lambda", method, path);
  expect(operation).toMatchObject({ service: "lambda", op, region: "eu-west-1" });
  expect(operation.input).toMatchObject(input);
});

test.each([
  ["PUT", "/bucket/key?x-id=PutObject", "s3.PutObject"],
  ["PUT", "/bucket/key", "s3.PutObject"],
  ["HEAD", "/bucket/key", "s3.HeadObject"],
  ["HEAD", "/bucket", "s3.HeadBucket"],
  ["PUT", "/bucket", "s3.CreateBucket"],
  ["POST", "/bucket/key?uploads", "s3.CreateMultipartUpload"],
  ["PUT", "/bucket/key?partNumber=1&uploadId=u&x-id=UploadPart", "s3.UploadPart"],
  ["POST", "/bucket/key?uploadId=u", "s3.CompleteMultipartUpload"],
])("%s %s is %s", (method, path, op) => {
  expect(named("s3", method, path).op).toBe(op);
});

test.each([
  ["lambda:GetFunction", "arn:aws:lambda:eu-west-1:1:function:hello", true],
  ["lambda:GetFunctionConfiguration", "arn:aws:lambda:eu-west-1:1:function:hello", true],
  ["lambda:GetFunction", "arn:aws:lambda:eu-west-1:1:function:hello:prod", false],
  ["lambda:GetLayerVersion", "arn:aws:lambda:eu-west-1:1:layer:deps:3", true],
  ["lambda:GetLayerVersion", "arn:aws:lambda:eu-west-1:1:layer:secret:3", false],
  ["lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:1:function:hello", false],
])("a policy decides about %s on %s: %s", (action, resource, allowed) => {
  const may = permissions();
  may.allowOnly({
    Statement: [
      { Effect: "Allow", Action: "lambda:getfunction*", Resource: "arn:aws:lambda:*:1:function:hell?" },
      { Effect: "Allow", Action: ["lambda:GetLayerVersion"], Resource: ["arn:aws:lambda:*:1:layer:*:*"] },
      { Effect: "Deny", Action: "lambda:*", Resource: "arn:aws:lambda:*:1:layer:secret:*" },
    ],
  });
  expect(may.allows(action, resource)).toBe(allowed);
});
