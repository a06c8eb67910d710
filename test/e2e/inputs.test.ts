import { expect, it } from "vitest";
import { readActionMetadata } from "../support/action-yml.ts";
import { expectFailure } from "../support/report.ts";
import { setStage, workspaceOf } from "../support/stage.ts";

const stage = setStage();
const SECRET = "valueOfAVariable";

/** A text that an input does not take. */
const WRONG: Readonly<Record<string, string>> = {
  mode: "sometimes",
  "function-name": "no name!",
  "code-artifacts-dir": "../..",
  "code-include": " ",
  requirements: "[]",
  "exclude-packages": "a b",
  runtime: "ruby3.4",
  architectures: "mips",
  "allow-source": "a/b",
  "layer-name": "a layer",
  "botocore-services": "s3 and more",
  slim: "hard",
  bytecode: "perhaps",
  cache: "yes",
  "force-layer": "no",
  layers: "datadog",
  "keep-layer-versions": "0",
  "keep-versions": "-1",
  "update-layer-users": "on",
  role: "deploy",
  handler: ".",
  "function-description": "d".repeat(257),
  "memory-size": "64",
  timeout: "901",
  "ephemeral-storage": "1GB",
  environment: `TOKEN=${SECRET}`,
  "vpc-config": "{}",
  "tracing-config": "on",
  "snap-start": "{}",
  "logging-config": "[]",
  "dead-letter-config": "{}",
  "file-system-configs": "{}",
  "kms-key-arn": "alias/key",
  "source-kms-key-arn": "alias/key",
  "code-signing-config-arn": "csc-1",
  tags: "team=orders",
  publish: "maybe",
  "alias-name": "42",
  "alias-description": "d".repeat(257),
  "rollback-to": "$LATEST",
  "smoke-tests": "health",
  "smoke-event": "sqs.json",
  "revision-id": "?",
  "wait-for-minutes": "-1",
  "dry-run": "1",
  "s3-bucket": "My_Bucket",
  "s3-prefix": "/absolute",
  "hard-limit": "much",
  "warn-limit": "250 apples",
  "max-code-size": "10%",
  "max-layer-growth": "-1%",
  comment: "never",
  "comment-key": "a-->b",
  "github-token": "ghs_a ghs_b",
  region: "Frankfurt",
};
/** Every text is a pattern. */
const TAKES_EVERYTHING = ["code-exclude"];

it("names every input that is out of its form, in one error", async () => {
  const inputs = Object.keys(readActionMetadata().inputs).filter((name) => !TAKES_EVERYTHING.includes(name));
  expect(Object.keys(WRONG).toSorted()).toEqual(inputs.toSorted());

  const workspace = await workspaceOf("one", "dep==1.0\n");
  stage.aws.resetCalls();
  const run = await stage.run(workspace, WRONG);

  const says = [`${inputs.length} inputs are wrong`, ...inputs.map((name) => `- \`${name}\``)];
  const secrets = [SECRET, ...stage.aws.secrets()];
  const { json } = await expectFailure(run, { says, lists: true, secrets });
  const problems = json.error?.message.split("\n").slice(1) ?? [];
  expect(problems).toHaveLength(inputs.length);
  for (const problem of problems) expect.soft(problem).toMatch(/^- `[a-z0-9-]+`(, line 1:| is )/);
  expect(stage.aws.calls).toEqual([]);
  expect(run.outputs).toMatchObject({ changed: "false", "uploaded-bytes": "0" });
});
