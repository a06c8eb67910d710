import { describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { describeFailure } from "../../src/failure.ts";

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly operation?: string;
}

/** An error as the SDK throws it, with the operation that our middleware adds. */
function thrown({ name = "Error", message = "", status, operation = "UpdateFunctionCode" }: Thrown): Error {
  const $metadata = status === undefined ? {} : { httpStatusCode: status };
  return Object.assign(new Error(message), { name, $metadata, operation });
}

const PLACE = { functionName: "orders", region: "eu-central-1" };

// Texts of AWS: recorded from AWS in LocalStack's public snapshots, or from the Lambda developer guide.
const cases: readonly (readonly [Thrown, string, string])[] = [
  [
    {
      name: "AccessDeniedException",
      status: 403,
      operation: "PublishLayerVersion",
      message:
        "User: arn:aws:sts::123456789012:assumed-role/deploy/s is not authorized to perform: lambda:PublishLayerVersion on resource: arn:aws:lambda:eu-central-1:123456789012:layer:deps because no identity-based policy allows the lambda:PublishLayerVersion action",
    },
    "The credentials may not perform lambda:PublishLayerVersion on arn:aws:lambda:eu-central-1:123456789012:layer:deps.",
    "Allow `lambda:PublishLayerVersion` in the policy of the role that deploys orders.",
  ],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  [
    {
      name: "AccessDeniedException",
      status: 403,
      message:
        "User: arn:aws:sts::123456789012:assumed-role/deploy/s is not authorized to perform: lambda:UpdateFunctionCode on resource: arn:aws:lambda:eu-central-1:123456789012:function:orders with an explicit deny in a service control policy",
    },
    "The credentials may not perform lambda:UpdateFunctionCode on arn:aws:lambda:eu-central-1:123456789012:function:orders: a service control policy denies it.",
    "ask who writes this policy",
  ],
  [
    { name: "SyntaxError", status: 403, operation: "GetLayerVersionByArn", message: "Unexpected token '<'" },
    "The credentials may not perform lambda:GetLayerVersion.",
    "Allow `lambda:GetLayerVersion`",
  ],
  [
    { name: "AccessDenied", status: 403, operation: "s3.PutObject", message: "Access Denied" },
    "The credentials may not perform s3:PutObject.",
    "Allow `s3:PutObject`",
  ],
  [
    {
      name: "AccessDeniedException",
      status: 403,
      message:
        "Your access has been denied by S3, please make sure your request credentials have permission to GetObject for my-bucket/lambda-layers-deploy/0a.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied",
    },
    "The credentials may not perform s3:GetObject on arn:aws:s3:::my-bucket/lambda-layers-deploy/0a.zip.",
    "Allow `s3:GetObject`",
  ],
  [
    { name: "CredentialsProviderError", message: "Could not load credentials from any providers" },
    "No AWS credentials were found.",
    "aws-actions/configure-aws-credentials",
  ],
  [
    { name: "ExpiredTokenException", status: 403 },
    "The AWS credentials expired before UpdateFunctionCode.",
    "role-duration-seconds",
  ],
  [
    { name: "UnrecognizedClientException", status: 403 },
    "AWS does not accept the credentials",
    "configure-aws-credentials",
  ],
  [
    { name: "ResourceNotFoundException", status: 404, operation: "GetFunction", message: "Function not found: arn:…" },
    "The function orders does not exist in eu-central-1.",
    "Check `function-name` and `region`",
  ],
  [
    {
      name: "PreconditionFailedException",
      status: 412,
      message: "The Revision Id provided does not match the latest Revision Id.",
    },
    "changed by somebody else",
    "`concurrency`",
  ],
  [
    { name: "ResourceConflictException", status: 409, message: "The operation cannot be performed at this time." },
    "The function stayed busy",
    "wait-for-minutes",
  ],
  [
    { name: "CodeStorageExceededException", status: 400, message: "Code storage limit exceeded." },
    "code storage in this Region is full",
    "Delete old",
  ],
  [
    {
      name: "RequestEntityTooLargeException",
      status: 413,
      message: "Request must be smaller than 70167211 bytes for the UpdateFunctionCode operation",
    },
    "too large for UpdateFunctionCode",
    "s3-bucket",
  ],
  [
    { name: "PermanentRedirect", status: 301, operation: "s3.PutObject" },
    "in another Region",
    "a bucket in eu-central-1",
  ],
  [
    {
      name: "InvalidParameterValueException",
      status: 400,
      operation: "UpdateFunctionConfiguration",
      message: "Layer version arn:aws:lambda:eu-central-1:123456789012:layer:x:1 does not exist.",
    },
    "does not exist",
    "`layers`",
  ],
  [
    {
      name: "InvalidParameterValueException",
      status: 400,
      message:
        "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 300000000 bytes.",
    },
    "combined with layers",
    "code-exclude",
  ],
  [{ name: "TooManyRequestsException", status: 429 }, "throttled UpdateFunctionCode", "later"],
  [
    { name: "SyntaxError", status: 503, message: "Unexpected token '<', \"<html>\" is not valid JSON" },
    "AWS answered 503 to UpdateFunctionCode.",
    "Run again",
  ],
  [
    { name: "TimeoutError", message: "connect ECONNREFUSED 127.0.0.1:1", operation: "GetFunction" },
    "AWS could not be reached for GetFunction (connect ECONNREFUSED 127.0.0.1:1).",
    "network",
  ],
];

describe("a failure of AWS", () => {
  it.each(cases)("becomes one sentence and one next step: %j", (error, message, hint) => {
    const failure = describeFailure(thrown(error), PLACE);
    expect(failure.message).toContain(message);
    expect(failure.message).not.toContain("Unexpected token");
    expect(failure.hint).toContain(hint);
  });
});

describe("a version that could not be published", () => {
  const denied = { name: "AccessDeniedException", status: 403, operation: "PublishVersion" } as const;
  const down = { name: "ServiceException", status: 500, operation: "PublishVersion" } as const;
  const missing = /at most its version is missing: publish one with `aws lambda publish-version`/;
  const hintOf = (error: Thrown, settled: boolean) => describeFailure(thrown(error), { ...PLACE, settled }).hint;

  it.each<Thrown>([
    down,
    { ...down, status: 429 },
    { operation: "PublishVersion", message: "socket timed out after 60000 ms" },
    { operation: "PublishVersion", message: "connect ECONNREFUSED" },
    { ...down, name: "ResourceConflictException", status: 409 },
  ])("is all that is missing where no alias waits for it: nothing would happen by running again: %j", (error) => {
    expect(hintOf(error, true)).toMatch(missing);
    expect(hintOf(error, true)).not.toMatch(/run again/i);
    expect(hintOf(error, false)).toMatch(/run again/i);
  });

  it("is named beside what has to be allowed first", () => {
    expect(hintOf(denied, true)).toMatch(/^Allow `lambda:PublishVersion` .*at most its version is missing/);
    expect(hintOf(denied, false)).not.toMatch(missing);
  });

  it("is not said of what somebody else changed, nor of other calls", () => {
    expect(hintOf({ ...down, status: 412 }, true)).toMatch(/^Run again, /);
    expect(hintOf({ ...down, operation: "UpdateFunctionCode" }, true)).toBe("Run again; a deploy converges.");
  });
});

describe("other failures", () => {
  it("keep the sentence, the step and the word of an ActionError", () => {
    const error = new ActionError("No wheel.", { hint: "Use another version.", code: "no-wheel" });
    expect(describeFailure(error)).toEqual({ message: "No wheel.", hint: "Use another version.", code: "no-wheel" });
  });
  it.each([
    [new TypeError("x is not a function"), "x is not a function"],
    ["text", "text"],
    [undefined, "undefined"],
  ])("are described too: %s", (error, message) => {
    expect(describeFailure(error)).toMatchObject({ message, code: "unexpected" });
  });
});
