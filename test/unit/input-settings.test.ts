import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { InputReader } from "../../src/inputs/reader.ts";
import { readFunctionInputs, refuseForeignInputs } from "../../src/inputs/settings.ts";

const saved = { ...process.env };

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    delete process.env[name];
  }
});
afterEach(() => {
  Object.assign(process.env, saved);
});

type Given = Readonly<Record<string, string>>;

function read(given: Given) {
  for (const [name, value] of Object.entries(given)) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
  const reader = new InputReader();
  const inputs = readFunctionInputs(reader);
  refuseForeignInputs(reader);
  reader.throwProblems();
  return inputs;
}

function problemOf(given: Given): string {
  try {
    read(given);
  } catch (error) {
    expect(error).toBeInstanceOf(ActionError);
    return (error as ActionError).message;
  }
  throw new Error("no problem was found");
}

const ROLE = "arn:aws:iam::123456789012:role/service-role/my.role+x=1,2@z";
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/mrk-1234abcd";
const SIGNING = "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-0123456789abcdef0";
const QUEUE = "arn:aws:sqs:eu-central-1:123456789012:dead.fifo";
const ACCESS_POINT = "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-0123456789abcdef0";

describe("the inputs of the function", () => {
  it("are absent when omitted", () => {
    expect(read({})).toEqual({
      settings: {},
      tags: undefined,
      codeSigningConfig: undefined,
      sourceKmsKey: undefined,
    });
  });

  const forms: readonly (readonly [string, string, object])[] = [
    ["role", ROLE, { role: ROLE }],
    ["handler", "app/main.handler", { handler: "app/main.handler" }],
    ["function-description", "Takes\norders", { description: "Takes\norders" }],
    ["memory-size", "10240", { memorySize: 10_240 }],
    ["timeout", "900", { timeout: 900 }],
    ["ephemeral-storage", "512", { ephemeralStorage: 512 }],
    [
      "environment",
      '{"ENV":"production","DEBUG":"true","EMPTY":""}',
      { environment: { ENV: "production", DEBUG: "true", EMPTY: "" } },
    ],
    ["environment", "{}", { environment: {} }],
    [
      "vpc-config",
      '{"SubnetIds":["subnet-b","subnet-a"],"SecurityGroupIds":["sg-1"]}',
      { vpc: { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"] } },
    ],
    [
      "vpc-config",
      '{"SubnetIds":[],"SecurityGroupIds":[],"Ipv6AllowedForDualStack":false,"VpcId":""}',
      { vpc: { subnetIds: [], securityGroupIds: [], ipv6: false } },
    ],
    ["tracing-config", '{"Mode":"Active"}', { tracing: "Active" }],
    ["snap-start", '{"ApplyOn":"PublishedVersions"}', { snapStart: "PublishedVersions" }],
    [
      "logging-config",
      '{"LogFormat":"JSON","ApplicationLogLevel":"DEBUG","SystemLogLevel":"WARN","LogGroup":"/aws/lambda/x"}',
      { logging: { format: "JSON", applicationLevel: "DEBUG", systemLevel: "WARN", group: "/aws/lambda/x" } },
    ],
    ["logging-config", '{"LogFormat":"Text"}', { logging: { format: "Text" } }],
    ["dead-letter-config", `{"TargetArn":"${QUEUE}"}`, { deadLetterTarget: QUEUE }],
    ["dead-letter-config", '{"TargetArn":""}', { deadLetterTarget: "" }],
    [
      "file-system-configs",
      `[{"Arn":"${ACCESS_POINT}","LocalMountPath":"/mnt/data"}]`,
      { fileSystems: [{ arn: ACCESS_POINT, path: "/mnt/data" }] },
    ],
    ["file-system-configs", "[]", { fileSystems: [] }],
    ["kms-key-arn", KEY, { kmsKey: KEY }],
  ];
  it.each(forms)("take %s: %s", (name, text, settings) => {
    expect(read({ [name]: text }).settings).toEqual(settings);
  });

  it("take what has calls of its own", () => {
    const given = { tags: '{"team":"orders"}', "code-signing-config-arn": SIGNING, "source-kms-key-arn": KEY };
    expect(read(given)).toEqual({
      settings: {},
      tags: { team: "orders" },
      codeSigningConfig: SIGNING,
      sourceKmsKey: KEY,
    });
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ["role", "lambda", "the ARN of a role"],
    ["handler", "app handler", "the Python module and function"],
    ["function-description", "x".repeat(257), "256 characters at most"],
    ["memory-size", "127", "a whole number of MB from 128 to 10240"],
    ["memory-size", "10241", "a whole number of MB from 128 to 10240"],
    ["memory-size", "512MB", "a whole number of MB from 128 to 10240"],
    ["timeout", "0", "a whole number of seconds from 1 to 900"],
    ["timeout", "901", "a whole number of seconds from 1 to 900"],
    ["timeout", "1e2", "a whole number of seconds from 1 to 900"],
    ["ephemeral-storage", "511", "a whole number of MB from 512 to 10240"],
    ["ephemeral-storage", '{"Size":1024}', "a whole number of MB from 512 to 10240"],
    ["vpc-config", "[]", '`{"SubnetIds":'],
    ["vpc-config", '{"SubnetIds":["subnet-1"]}', '`{"SubnetIds":'],
    ["vpc-config", '{"SubnetIds":["one"],"SecurityGroupIds":["sg-1"]}', '`{"SubnetIds":'],
    ["vpc-config", '{"SubnetIDs":[],"SubnetIds":[],"SecurityGroupIds":[]}', '`{"SubnetIds":'],
    ["tracing-config", "Active", '`{"Mode":"Active"}`'],
    ["tracing-config", '{"Mode":"On"}', '`{"Mode":"Active"}`'],
    ["snap-start", '{"ApplyOn":"All"}', "PublishedVersions"],
    ["logging-config", '{"LogFormat":"XML"}', '`{"LogFormat":"JSON"'],
    ["logging-config", '{"Format":"JSON"}', '`{"LogFormat":"JSON"'],
    ["dead-letter-config", '{"TargetArn":"arn:aws:s3:::x"}', "SQS queue or SNS topic"],
    ["dead-letter-config", "{}", "SQS queue or SNS topic"],
    ["file-system-configs", `{"Arn":"${ACCESS_POINT}"}`, '`[{"Arn":'],
    ["file-system-configs", `[{"Arn":"${ACCESS_POINT}","LocalMountPath":"/data"}]`, '`[{"Arn":'],
    ["kms-key-arn", "alias/mine", "the ARN of a KMS key"],
    ["source-kms-key-arn", "alias/mine", "the ARN of a KMS key"],
    ["code-signing-config-arn", "csc-1", "the ARN of a code signing configuration"],
    ["tags", '["a"]', "a JSON object of strings"],
    ["tags", '{"a":1}', "a JSON object of strings"],
    ["tags", '{"aws:x":"1"}', "not starting with `aws:`"],
    ["tags", JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""]))), "50 tags"],
    ["package-type", "Image", "container images are deployed by aws-actions/aws-lambda-deploy"],
    ["image-uri", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/x:1", "container images are deployed by"],
    ["image-config", '{"Command":["x"]}', "container images are deployed by"],
    ["s3-key", "my/key.zip", "keys are `<s3-prefix><sha256>.zip`"],
  ];
  it.each(wrong)("refuse %s: %s, and say what is taken", (name, text, allowed) => {
    const problem = problemOf({ [name]: text });
    expect(problem).toContain(`Input \`${name}\``);
    expect(problem).toContain(allowed);
    expect(problem.split("\n")).toHaveLength(1);
  });

  it("let the package type pass that every function here has", () => {
    expect(read({ "package-type": "Zip" }).settings).toEqual({});
  });

  const SECRET = "hunter2-secret";
  const environments: readonly (readonly [string, string])[] = [
    [`{"PASSWORD":"${SECRET}"`, "a JSON object of strings"],
    [`PASSWORD=${SECRET}`, "a JSON object of strings"],
    [`{"PASSWORD":"${SECRET}","RETRIES":3}`, "a JSON object of strings"],
    [`["${SECRET}"]`, "a JSON object of strings"],
    [`{"1PASSWORD":"${SECRET}"}`, '`environment` is "1PASSWORD"'],
    [`{"MY-PASSWORD":"${SECRET}"}`, '`environment` is "MY-PASSWORD"'],
    [`{"AWS_SESSION_TOKEN":"${SECRET}"}`, "none that Lambda sets itself"],
    [`{"PASSWORD":"${SECRET.repeat(300)}"}`, "in 4,096 bytes"],
  ];
  it.each(environments)("refuse the environment %s without showing a value", (text, allowed) => {
    const problem = problemOf({ environment: text });
    expect(problem).toContain(allowed);
    expect(problem).not.toContain(SECRET);
  });

  it("take an environment of exactly 4 KB", () => {
    const value = "x".repeat(4_096 - '{"AB":""}'.length);
    expect(read({ environment: `{"AB":"${value}"}` }).settings.environment).toEqual({ AB: value });
    expect(problemOf({ environment: `{"AB":"${value}x"}` })).toContain("4097 bytes");
  });

  it("tell all problems at once", () => {
    const problem = problemOf({ role: "x", "memory-size": "1", environment: "x", "s3-key": "x" });
    expect(problem).toMatch(/^4 inputs are wrong:\n/);
    expect(problem.split("\n")).toHaveLength(5);
  });
});
