import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { forAws, getInputs } from "../../src/inputs.ts";
import { knowsAws } from "../../src/size-report/live-function.ts";
import { readActionMetadata } from "../support/action-yml.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const saved = { ...process.env };
/** What GitHub makes of the default of `github-token`. */
const TOKEN = "ghs_0123456789";
let workspace: string;

beforeEach(async () => {
  workspace = await temporaryDirectory("inputs");
  mkdirSync(path.join(workspace, "src"));
});

afterEach(() => {
  for (const name of Object.keys(process.env)) {
    delete process.env[name];
  }
  Object.assign(process.env, saved);
});

/** Reads the inputs as GitHub hands them over: defaults of action.yml, then what the workflow gives. */
function read(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  for (const [name, { default: value = "" }] of Object.entries(readActionMetadata().inputs)) {
    process.env[`INPUT_${name.toUpperCase()}`] = given[name] ?? (name === "github-token" ? TOKEN : value);
  }
  return getInputs({ GITHUB_WORKSPACE: workspace, AWS_REGION: "eu-central-1", GITHUB_EVENT_NAME: "push", ...env });
}

function problemOf(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): string {
  try {
    read({ "function-name": "orders", ...given }, env);
  } catch (error) {
    expect(error).toBeInstanceOf(ActionError);
    return (error as ActionError).message;
  }
  throw new Error("no problem was found");
}

describe("the inputs", () => {
  it("need only the function's name", () => {
    expect(read({ "function-name": "orders" })).toEqual({
      mode: "deploy",
      functionName: { given: "orders", name: "orders", region: undefined },
      region: "eu-central-1",
      workspace,
      codeDirectory: workspace,
      codeInclude: ["**"],
      codeExclude: [],
      requirements: "auto",
      excludePackages: [],
      runtime: undefined,
      architecture: undefined,
      allowSource: [],
      layerName: "orders-dependencies",
      slim: "safe",
      botocoreServices: "all",
      bytecode: "auto",
      cache: true,
      forceLayer: false,
      layers: undefined,
      settings: {},
      tags: undefined,
      codeSigningConfig: undefined,
      sourceKmsKey: undefined,
      publish: true,
      aliasName: undefined,
      aliasDescription: undefined,
      rollbackTo: undefined,
      smokeTests: [],
      smokeEvent: "http-api",
      updateLayerUsers: false,
      keepLayerVersions: undefined,
      keepVersions: undefined,
      revisionId: undefined,
      waitMs: 600_000,
      dryRun: false,
      bucket: undefined,
      keyPrefix: "lambda-layers-deploy/",
      hardLimit: 262_144_000,
      warnLimit: 209_715_200,
      maxCodeSize: undefined,
      maxLayerGrowth: undefined,
      comment: "auto",
      commentKey: "orders",
      githubToken: TOKEN,
    });
  });

  it.each([
    ["orders", "orders", "eu-central-1"],
    ["123456789012:function:orders", "orders", "eu-central-1"],
    ["arn:aws:lambda:us-east-1:123456789012:function:orders", "orders", "us-east-1"],
    ["arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders", "orders", "us-gov-west-1"],
  ])("take the function %s", (given, name, region) => {
    const inputs = read({ "function-name": given });
    expect([inputs.functionName.name, inputs.region, inputs.layerName]).toEqual([name, region, `${name}-dependencies`]);
  });

  it("take lists as lines and as JSON", () => {
    const lines = read({
      "function-name": "f",
      "exclude-packages": "Foo_Bar\n\n aws-sdk ",
      requirements: "a.txt\nb.txt",
    });
    expect(lines.excludePackages).toEqual(["boto3", "botocore", "foo-bar", "jmespath", "s3transfer"]);
    expect(lines.requirements).toEqual(["a.txt", "b.txt"]);
    expect(read({ "function-name": "f", "code-exclude": '["*.md", "docs/"]' }).codeExclude).toEqual(["*.md", "docs/"]);
    expect(read({ "function-name": "f", "code-exclude": "[ab].md\ndocs/" }).codeExclude).toEqual(["[ab].md", "docs/"]);
    expect(read({ "function-name": "f", architectures: '["arm64"]' }).architecture).toBe("arm64");
  });

  it("take other layers as lines, commas or JSON, and `none`", () => {
    const [a, b] = ["a", "b"].map((name) => `arn:aws:lambda:eu-central-1:123456789012:layer:${name}:1`);
    for (const text of [`${a}\n${b}`, `${a}, ${b}`, JSON.stringify([a, b])]) {
      expect(read({ "function-name": "f", layers: text }).layers).toEqual([a, b]);
    }
    expect(read({ "function-name": "f", layers: "none" }).layers).toEqual([]);
  });

  it("take services of botocore as lines, commas or JSON, and `all`", () => {
    for (const text of ["s3, dynamodb", "dynamodb\nS3\n", '["s3", "dynamodb", "s3"]']) {
      expect(read({ "function-name": "f", "botocore-services": text }).botocoreServices).toEqual(["dynamodb", "s3"]);
    }
    expect(read({ "function-name": "f", "botocore-services": "all" }).botocoreServices).toBe("all");
  });

  it.each([
    ["262144000", 262_144_000],
    ["250MB", 262_144_000],
    ["1.5 kb", 1_536],
  ])("read the size %s", (text, bytes) => {
    expect(read({ "function-name": "f", "hard-limit": text }).hardLimit).toBe(bytes);
  });

  it.each([
    ["10%", { share: 0.1 }],
    ["0.5 %", { share: 0.005 }],
    ["5MB", { bytes: 5_242_880 }],
    ["0", { bytes: 0 }],
  ])("read the growth %s", (text, growth) => {
    expect(read({ "function-name": "f", "max-layer-growth": text }).maxLayerGrowth).toEqual(growth);
    expect(read({ "function-name": "f", "max-code-size": "20KB" }).maxCodeSize).toBe(20_480);
  });

  it("read how many versions stay", () => {
    const given = {
      "function-name": "f",
      "keep-versions": "3",
      "keep-layer-versions": "12",
      "update-layer-users": "True",
    };
    expect(read(given)).toMatchObject({ keepVersions: 3, keepLayerVersions: 12, updateLayerUsers: true });
  });

  it.each([
    ["auto", "auto"],
    ["true", true],
    ["False", false],
  ])("read whether to comment: %s", (text, comment) => {
    expect(read({ "function-name": "f", comment: text })).toMatchObject({ comment });
  });

  it("read the key of the comment, and take an empty token for none", () => {
    const given = { "function-name": "f", "comment-key": "services/orders v1.2_a:b-c", "github-token": "" };
    expect(read(given)).toMatchObject({ commentKey: "services/orders v1.2_a:b-c", githubToken: undefined });
  });

  it.each(["pull_request", "pull_request_target", "merge_group"])("deploy nothing on %s, unless told", (event) => {
    const env = { GITHUB_EVENT_NAME: event };
    expect(read({ "function-name": "f" }, env).mode).toBe("report");
    expect(read({ "function-name": "f", mode: "deploy" }, env).mode).toBe("deploy");
  });

  it("need no Region for a report: a fork's pull request has none", () => {
    expect(read({ "function-name": "f" }, { GITHUB_EVENT_NAME: "pull_request", AWS_REGION: "" }).mode).toBe("report");
  });

  it.each([
    [{ "function-name": "" }, "`function-name` is empty"],
    [{ "function-name": "orders:live" }, '`function-name` is "orders:live"'],
    [{ "function-name": "a\n::error::b" }, '`function-name` is "a\\n::error::b"'],
    [{ "function-name": "x".repeat(65) }, "`function-name` is"],
    [{ mode: "undo" }, '`mode` is "undo"; allowed: one of auto, deploy, report, rollback'],
    [{ "code-artifacts-dir": "missing" }, "an existing directory inside the workspace"],
    [{ "code-artifacts-dir": "../" }, "an existing directory inside the workspace"],
    [{ "code-artifacts-dir": "/" }, "an existing directory inside the workspace"],
    [{ requirements: " " }, "`requirements` is empty"],
    [{ "exclude-packages": "ok\nnot ok" }, '`exclude-packages` is "not ok"'],
    [{ "allow-source": "a::b" }, '`allow-source` is "a::b"'],
    [{ runtime: "nodejs20.x" }, "one of python3.10, python3.11"],
    [{ architectures: "x86" }, "one of x86_64, arm64"],
    [{ architectures: '["x86_64", "arm64"]' }, "one of x86_64, arm64"],
    [{ "layer-name": "a b" }, "letters, digits"],
    [{ slim: "hard" }, "one of safe, off, aggressive"],
    [{ "botocore-services": "s3\n../data" }, '`botocore-services` is "../data"; allowed: `all`, or names of services'],
    [{ "botocore-services": "[]" }, "such as `s3, dynamodb`"],
    [{ bytecode: "yes" }, "one of auto, required, off"],
    [{ cache: "yes" }, '`cache` is "yes"; allowed: true or false'],
    [{ "dry-run": "" }, "`dry-run` is empty; allowed: true or false"],
    [{ layers: "arn:aws:lambda:eu-central-1:123456789012:layer:a" }, "ARNs of layer versions"],
    [{ "update-layer-users": "all" }, '`update-layer-users` is "all"; allowed: true or false'],
    [{ "keep-layer-versions": "0" }, '`keep-layer-versions` is "0"; allowed: a whole number, 1 or more'],
    [{ "keep-layer-versions": "all" }, "a whole number, 1 or more"],
    [{ "keep-versions": "-1" }, "a whole number, 1 or more"],
    [{ "keep-versions": "1.5" }, "a whole number, 1 or more"],
    [{ "keep-versions": "1e3" }, "a whole number, 1 or more"],
    [{ "revision-id": "a b" }, "a RevisionId"],
    [{ "wait-for-minutes": "0" }, "a number of minutes"],
    [{ "wait-for-minutes": "ten" }, "a number of minutes"],
    [{ "s3-bucket": "My_Bucket" }, "the name of an S3 bucket"],
    [{ "s3-prefix": "/a" }, "not starting with"],
    [{ "hard-limit": "250 apples" }, "a size such as"],
    [{ "warn-limit": "-1" }, "a size such as"],
    [{ "max-code-size": "10%" }, "a size such as"],
    [{ "max-layer-growth": "-10%" }, "allowed: `10%`, a size such as `5MB`, or a number of bytes"],
    [{ "max-layer-growth": "%" }, "allowed: `10%`"],
    [{ comment: "never" }, '`comment` is "never"; allowed: one of auto, true, false'],
    [{ "comment-key": "a-->b" }, '`comment-key` is "a-->b"; allowed: letters, digits'],
    [{ "comment-key": "x".repeat(101) }, "100 at most"],
    [{ "github-token": "ghs_a ghs_b" }, '`github-token` is "(not shown)"; allowed: a token'],
    [{ region: "Frankfurt" }, "an AWS Region such as"],
  ] as readonly (readonly [Record<string, string>, string])[])(
    "name input, value and allowed form: %j",
    (given, text) => {
      const problem = problemOf(given);
      expect(problem).toContain(text);
      expect(problem.split("\n")).toHaveLength(1);
    },
  );

  it("tell all problems at once", () => {
    const problem = problemOf({ "function-name": "", runtime: "ruby", cache: "maybe", region: "x" });
    expect(problem).toMatch(/^4 inputs are wrong:\n/);
    expect(problem.match(/^- `(function-name|region|runtime|cache)`/gm)).toHaveLength(4);
  });

  it("refuse a Region that is not the ARN's, and a missing one", () => {
    const arn = "arn:aws:lambda:us-east-1:123456789012:function:orders";
    expect(problemOf({ "function-name": arn, region: "eu-west-1" })).toContain(
      "the Region of `function-name`, us-east-1",
    );
    expect(problemOf({}, { AWS_REGION: "" })).toContain("`region` is empty");
    expect(read({ "function-name": "f" }, { AWS_REGION: "", AWS_DEFAULT_REGION: "eu-west-1" }).region).toBe(
      "eu-west-1",
    );
  });

  it("have no Region only in a report, which asks AWS nothing then", () => {
    const report = read({ "function-name": "f", mode: "report" }, { AWS_REGION: "" });
    expect(report.region).toBeUndefined();
    expect(() => forAws(report)).toThrow("mode report without a Region");
    const credentials = { AWS_ACCESS_KEY_ID: "id" };
    expect(knowsAws(report, credentials)).toBe(false);
    expect(knowsAws(read({ "function-name": "f", mode: "report" }), credentials)).toBe(true);
    expect(forAws(read({ "function-name": "f" })).region).toBe("eu-central-1");
  });

  it("refuse a code directory that only a link puts inside the workspace", async () => {
    const outside = await temporaryDirectory("outside");
    writeFileSync(path.join(outside, "app.py"), "");
    symlinkSync(outside, path.join(workspace, "link"));
    expect(problemOf({ "code-artifacts-dir": "link" })).toContain("inside the workspace");
    expect(read({ "function-name": "f", "code-artifacts-dir": "src" }).codeDirectory).toBe(path.join(workspace, "src"));
  });

  it("take smoke tests, and tell every wrong line beside the other problems", () => {
    const inputs = read({ "function-name": "f", "smoke-tests": "# up?\nGET /health 200 <500ms", "smoke-event": "alb" });
    expect(inputs.smokeTests).toMatchObject([{ line: 2, method: "GET", path: "/health", limitMs: 500 }]);
    expect(inputs.smokeEvent).toBe("alb");
    const problem = problemOf({
      "smoke-tests": 'GET /a\nGOT /b\nGET /c contains "hunter2\nGET /d header authorization: hunter2',
      "smoke-event": "sqs",
      cache: "maybe",
    });
    expect(problem.split("\n")).toEqual([
      "5 inputs are wrong:",
      expect.stringMatching(/^- `cache`/),
      '- `smoke-tests`, line 2: "GOT" is no method; allowed: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      "- `smoke-tests`, line 3: the text after `contains` has no closing quote",
      "- `smoke-tests`, line 4: after `header authorization:` comes a text in double quotes",
      '- `smoke-event` is "sqs"; allowed: one of http-api, rest-api, alb, function-url, or a file with JSON inside the workspace, 6 MB at most',
    ]);
  });

  it("take the event of smoke tests from a file in the workspace", async () => {
    const outside = await temporaryDirectory("outside");
    writeFileSync(path.join(outside, "event.json"), "{}");
    symlinkSync(path.join(outside, "event.json"), path.join(workspace, "link.json"));
    writeFileSync(path.join(workspace, "src", "event.json"), '{"Records": []}');
    writeFileSync(path.join(workspace, "broken.json"), "{");
    writeFileSync(path.join(workspace, "large.json"), JSON.stringify("x".repeat(6 * 1024 ** 2)));
    const given = (file: string, line = "POST /queue") => ({ "smoke-event": file, "smoke-tests": line });
    expect(read({ "function-name": "f", ...given("src/event.json") }).smokeEvent).toEqual({
      file: "src/event.json",
      text: '{"Records": []}',
    });
    for (const file of ["link.json", "broken.json", "large.json", "src", "../event.json", "none.json"]) {
      expect(problemOf(given(file))).toContain("or a file with JSON inside the workspace");
    }
    for (const line of ["POST /queue body={}", 'POST /queue header a: "b"']) {
      expect(problemOf(given("src/event.json", line))).toMatch(
        /^Input `smoke-tests`, line 1: the file of `smoke-event`/,
      );
    }
  });
});
