import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";
import { createWorkspace, writeFiles } from "../support/workspace.ts";

const stage = setStage();
const OLD = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'old'\n" }]);
const SECRET = "hunter2-secret";

type Inputs = Readonly<Record<string, string>>;

/** A function as somebody left it, and with it the role that new functions take. */
const existing = (name: string) =>
  stage.aws.createFunction({ name, zip: OLD, handler: "app.handler", runtime: "python3.11" });
const role = () => `arn:aws:iam::${stage.aws.account}:role/lambda`;

async function deploy(workspace: string, inputs: Inputs) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, inputs);
  const { "location.GetObject": _rangeReads, ...calls } = stage.aws.summary();
  const [markdown, json] = await Promise.all(
    [run.outputs["report-path"], run.outputs["report-json"]].map((file) => (file ? readFile(file, "utf8") : "")),
  );
  return {
    run,
    calls,
    texts: [run.rawOutput, run.summary, markdown, json].join("\n"),
    report: JSON.parse(json || "{}"),
  };
}

const configurationOf = async (name: string) => (await stage.aws.getFunction(name)).configuration;

/** Every input of the function, as aws-actions/aws-lambda-deploy takes it. */
function everyInput(): Inputs {
  const [account, region] = [stage.aws.account, stage.aws.region];
  return {
    role: role(),
    handler: "app.handler",
    runtime: "python3.11",
    architectures: "x86_64",
    "function-description": "Takes orders",
    "memory-size": "512",
    timeout: "60",
    "ephemeral-storage": "1024",
    environment: JSON.stringify({ ENV: "production", PASSWORD: SECRET }),
    "vpc-config": '{"SubnetIds":["subnet-2","subnet-1"],"SecurityGroupIds":["sg-1"]}',
    "dead-letter-config": `{"TargetArn":"arn:aws:sqs:${region}:${account}:dead"}`,
    "tracing-config": '{"Mode":"Active"}',
    "file-system-configs": `[{"Arn":"arn:aws:elasticfilesystem:${region}:${account}:access-point/fsap-1","LocalMountPath":"/mnt/a"}]`,
    "snap-start": '{"ApplyOn":"PublishedVersions"}',
    "logging-config": '{"LogFormat":"JSON","ApplicationLogLevel":"WARN"}',
    "kms-key-arn": `arn:aws:kms:${region}:${account}:key/a`,
    "source-kms-key-arn": `arn:aws:kms:${region}:${account}:key/b`,
    tags: '{"Environment":"Production","Team":"DevOps"}',
  };
}

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

/** The statements that the README prints for every deploy, and those for creating a function. */
async function readmePolicies(): Promise<readonly [readonly Statement[], readonly Statement[]]> {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const printed = readme
    .replaceAll("123456789012", stage.aws.account)
    .replaceAll("eu-central-1", stage.aws.region)
    .replaceAll(":role/orders-api", ":role/lambda");
  const [deploying, , creating] = [...printed.matchAll(/^```json\n(.*?)^```/gms)].map(([, block]) =>
    JSON.parse(block ?? ""),
  );
  return [deploying.Statement, creating];
}

describe("a workflow written for aws-lambda-deploy", () => {
  const files = { "my-code-artifacts-dir/app.py": "def handler(event, context):\n    return 'new'\n" };
  const common = { "code-artifacts-dir": "my-code-artifacts-dir" };

  it("deploys: the usage of its README", async () => {
    await existing("usage");
    const workspace = await createWorkspace({ files });
    const inputs = { ...common, "function-name": "usage", handler: "app.handler", runtime: "python3.11" };
    const { run, calls } = await deploy(workspace, { ...inputs, "package-type": "Zip" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(calls).toMatchObject({ UpdateFunctionCode: 1 });
    expect(calls.UpdateFunctionConfiguration).toBeUndefined();
    expect(run.outputs).toMatchObject({ "function-arn": expect.stringMatching(/:function:usage$/), version: "1" });
    expect(await stage.invoke("usage")).toBe("new");
  });

  it("updates the configuration", async () => {
    await existing("configured");
    const workspace = await createWorkspace({ files });
    const { run } = await deploy(workspace, {
      ...common,
      "function-name": "configured",
      "memory-size": "512",
      timeout: "60",
      environment: '{"ENV":"production","DEBUG":"true"}',
    });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(await configurationOf("configured")).toMatchObject({
      Handler: "app.handler",
      MemorySize: 512,
      Timeout: 60,
      Environment: { Variables: { ENV: "production", DEBUG: "true" } },
    });
    expect(run.summary).toContain("<code>memory-size</code> 128 → 512");
    expect(run.summary).toContain("<code>DEBUG</code> added");
  });

  it("names a bucket, which a small package does not need", async () => {
    await existing("bucket");
    const workspace = await createWorkspace({ files });
    const { run, calls } = await deploy(workspace, {
      ...common,
      "function-name": "bucket",
      "s3-bucket": "my-s3-bucket",
    });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(Object.keys(calls).filter((call) => call.startsWith("s3."))).toEqual([]);
  });

  it("tries itself out", async () => {
    await existing("dry");
    const workspace = await createWorkspace({ files });
    const { run, calls } = await deploy(workspace, { ...common, "function-name": "dry", "dry-run": "true" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(Object.keys(calls).filter((call) => !/^(Get|List)/.test(call))).toEqual([]);
  });

  it("creates the function of its example", async () => {
    await existing("somebody-made-the-role");
    const workspace = await createWorkspace({ files });
    const inputs = {
      ...common,
      "function-name": "example",
      handler: "app.handler",
      runtime: "python3.11",
      role: role(),
    };
    const { run, calls } = await deploy(workspace, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(calls).toMatchObject({ CreateFunction: 1, PublishVersion: 1 });
    expect(run.outputs).toMatchObject({ "function-arn": expect.stringMatching(/:function:example$/), version: "1" });
    expect(await stage.invoke("example", "1")).toBe("new");
  });

  const refused: readonly (readonly [Inputs, RegExp])[] = [
    [{ "package-type": "Image", "image-uri": "x" }, /`package-type` is not taken: container images/],
    [{ "s3-key": "a.zip" }, /`s3-key` is not taken/],
    [{ runtime: "nodejs20.x" }, /`runtime` is "nodejs20.x"; allowed: one of python3\.10/],
    [{ handler: "index.handler" }, /The handler "index\.handler" needs "index\.py"/],
  ];
  it.each(refused)("is refused with a sentence for %j", async (given, sentence) => {
    const name = `refused-${refused.findIndex(([one]) => one === given)}`;
    await existing(name);
    const workspace = await createWorkspace({ files });
    const { run, calls } = await deploy(workspace, { ...common, "function-name": name, ...given });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.error.map(({ message }) => message).join()).toMatch(sentence);
    expect(Object.keys(calls).filter((call) => !/^(Get|List)/.test(call))).toEqual([]);
  });
});

describe("the inputs of the function", () => {
  beforeAll(() => existing("all"));

  it("are set by one update, rest at two reads, and change alone", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "all", ...everyInput() };
    const first = await deploy(workspace, inputs);
    expect(first.run.exitCode, first.run.stdout).toBe(0);
    expect(first.calls).toMatchObject({ UpdateFunctionConfiguration: 1, UpdateFunctionCode: 1, TagResource: 1 });
    expect(await configurationOf("all")).toMatchObject({
      Description: "Takes orders",
      MemorySize: 512,
      Timeout: 60,
      EphemeralStorage: { Size: 1_024 },
      Environment: { Variables: { ENV: "production", PASSWORD: SECRET } },
      VpcConfig: { SubnetIds: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] },
      TracingConfig: { Mode: "Active" },
      SnapStart: { ApplyOn: "PublishedVersions" },
      LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "WARN", SystemLogLevel: "INFO" },
    });
    expect(first.texts).not.toContain(SECRET);
    expect(first.report.plan[1]).toEqual({
      action: "update-tags",
      reason: expect.stringContaining("`Environment`, `Team`"),
    });

    const idle = await deploy(workspace, inputs);
    expect(idle.run.exitCode, idle.run.stdout).toBe(0);
    expect(idle.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
    expect(idle.run.outputs).toMatchObject({ changed: "false", version: "" });

    const changed = { environment: JSON.stringify({ PASSWORD: `${SECRET}2`, DEBUG: "1" }), "memory-size": "1024" };
    const second = await deploy(workspace, { ...inputs, ...changed });
    const { GetFunction: _polls, ...calls } = second.calls;
    expect(calls).toEqual({ ListLayerVersions: 1, UpdateFunctionConfiguration: 1, PublishVersion: 1 });
    expect(second.run.outputs).toMatchObject({ changed: "true", "code-changed": "false", version: "2" });
    expect(second.report.plan[0].reason).toBe(
      "Settings: `memory-size` 512 → 1024; `environment` (`DEBUG` added, `ENV` removed, `PASSWORD` changed).",
    );
    expect(second.texts).not.toContain(SECRET);

    const tag = await deploy(workspace, { ...inputs, ...changed, tags: '{"Team":"Orders"}' });
    expect(tag.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1, TagResource: 1 });
    expect(tag.run.outputs).toMatchObject({ changed: "true", version: "" });
  });

  it("leave what is not named as it is", async () => {
    const workspace = await workspaceOf("two", "dep==1.0\n");
    await deploy(workspace, { "function-name": "all" });
    expect(await configurationOf("all")).toMatchObject({ MemorySize: 1_024, Handler: "app.handler", Timeout: 60 });
  });

  it("never show a value that AWS repeats in a refusal", async () => {
    await existing("repeats");
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const text = `Lambda was unable to configure your environment variables. String measured: {"PASSWORD":"${SECRET}"}`;
    const refusal = { kind: "awsError", status: 400, code: "InvalidParameterValueException", text } as const;
    stage.aws.fault({ op: "UpdateFunctionConfiguration", do: refusal });
    const { run, texts } = await deploy(workspace, {
      "function-name": "repeats",
      environment: JSON.stringify({ PASSWORD: SECRET }),
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('String measured: {"PASSWORD":"***"}');
    expect(texts).not.toContain(SECRET);
  });

  it("ask for the code signing only when it is given", async () => {
    await existing("signed");
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const config = `arn:aws:lambda:${stage.aws.region}:${stage.aws.account}:code-signing-config:csc-1`;
    stage.aws.behaviour.codeSigningConfigs = [config];
    const inputs = { "function-name": "signed", "code-signing-config-arn": config };
    const first = await deploy(workspace, inputs);
    expect(first.run.exitCode, first.run.stdout).toBe(0);
    expect(first.report.plan[1]).toEqual({ action: "update-code-signing", reason: "The function gets csc-1." });
    const idle = await deploy(workspace, inputs);
    expect(idle.calls).toEqual({ GetFunction: 1, GetFunctionCodeSigningConfig: 1, ListLayerVersions: 1 });
  });

  it("are compared behind an alias, the description with $LATEST", async () => {
    await existing("behind");
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "behind", "alias-name": "live", "memory-size": "256" };
    const described = { ...inputs, "function-description": "Takes orders" };
    expect((await deploy(workspace, described)).run.outputs).toMatchObject({ version: "1", changed: "true" });
    expect((await deploy(workspace, inputs)).calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
    expect((await deploy(workspace, described)).calls).toEqual({ GetFunction: 2, ListLayerVersions: 1 });
    const other = await deploy(workspace, { ...inputs, "function-description": "Takes more orders" });
    expect(other.run.outputs).toMatchObject({ version: "2", changed: "true" });
    const tagged = await deploy(workspace, { ...inputs, tags: '{"a":"b"}' });
    expect(tagged.calls).toEqual({ GetFunction: 1, ListLayerVersions: 1, TagResource: 1 });
    expect(tagged.run.outputs).toMatchObject({ version: "2", changed: "true" });
  });

  it("go back with code and layers when a later step fails", async () => {
    await existing("back");
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "back", "memory-size": "256", environment: '{"MODE":"a"}' };
    await deploy(workspace, inputs);
    const before = await configurationOf("back");
    await writeFiles(workspace, functionFiles("two", "dep==2.0\n"));
    stage.aws.fault({ op: "UpdateFunctionCode", times: 20, do: { kind: "serverError" } });
    const { run } = await deploy(workspace, { ...inputs, "memory-size": "512", environment: '{"MODE":"b"}' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs["rolled-back"]).toBe("true");
    const { MemorySize, Environment, Layers } = await configurationOf("back");
    expect({ MemorySize, Environment, Layers }).toEqual({
      MemorySize: before.MemorySize,
      Environment: before.Environment,
      Layers: before.Layers,
    });
  });
});

describe("a missing function", () => {
  const needed = () => ({ role: role(), handler: "app.handler", runtime: "python3.11" });
  beforeAll(() => existing("its-role"));

  it("is created with its layer and every setting, and then at rest", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "new", ...everyInput() };
    const { run, calls, texts, report } = await deploy(workspace, inputs);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(calls).toMatchObject({ PublishLayerVersion: 1, CreateFunction: 1, PublishVersion: 1 });
    const others = ["UpdateFunctionConfiguration", "UpdateFunctionCode", "TagResource"];
    expect(Object.keys(calls).filter((call) => others.includes(call))).toEqual([]);
    expect(report.plan.map(({ action }: { action: string }) => action)).toEqual([
      "publish-layer",
      "create-function",
      "publish-version",
    ]);
    expect(report.code.before).toBeUndefined();
    expect(run.outputs).toMatchObject({
      "function-arn": expect.stringMatching(/:function:new$/),
      changed: "true",
      "code-changed": "true",
      "layer-changed": "true",
      version: "1",
    });
    expect(run.summary).toContain("new: created, version 1");
    expect(texts).not.toContain(SECRET);
    expect(await stage.invoke("new", "1")).toEqual({ dep: "1.0", code: "one" });
    expect((await deploy(workspace, inputs)).calls).toEqual({ GetFunction: 1, ListLayerVersions: 1 });
  });

  it("is created once when the reply is lost, and an alias with it", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    stage.aws.fault({ op: "CreateFunction", do: { kind: "lostReply" } });
    const { run, calls } = await deploy(workspace, { "function-name": "lost", "alias-name": "live", ...needed() });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(calls.CreateFunction).toBe(2);
    expect(run.outputs).toMatchObject({ version: "1", "alias-arn": expect.stringMatching(/:lost:live$/) });
    expect(await stage.invoke("lost", "live")).toEqual({ dep: "1.0", code: "one" });
  });

  it("is created by a role with the README's permissions, and the one that is missing is named", async () => {
    const config = `arn:aws:lambda:${stage.aws.region}:${stage.aws.account}:code-signing-config:csc-2`;
    stage.aws.behaviour.codeSigningConfigs = [config];
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "orders-api", tags: '{"a":"b"}', "code-signing-config-arn": config };
    const [deploying, creating] = await readmePolicies();
    const everything = { Effect: "Allow", Action: "*", Resource: "*" };
    const passing = (statements: readonly Statement[]) =>
      statements.filter(({ Action }) => !Action.includes("iam:PassRole"));
    try {
      stage.aws.allowOnly({ Statement: passing([...deploying, ...creating]) });
      const refused = await deploy(workspace, { ...inputs, ...needed() });
      expect(refused.run.exitCode).toBe(1);
      expect(refused.run.stdout).toContain("The credentials may not perform iam:PassRole on arn:aws:iam::");
      expect(refused.run.summary).toContain("AWS did not confirm the new function.");
      stage.aws.allowOnly({ Statement: [...deploying, ...creating] });
      const { run } = await deploy(workspace, { ...inputs, ...needed() });
      expect(run.exitCode, run.stdout).toBe(0);
      const settings = { "memory-size": "256", tags: '{"a":"c"}' };
      const changed = await deploy(workspace, { ...inputs, ...needed(), ...settings });
      expect(changed.run.exitCode, changed.run.stdout).toBe(0);
      expect(changed.calls).toMatchObject({ UpdateFunctionConfiguration: 1, TagResource: 1 });
    } finally {
      stage.aws.allowOnly({ Statement: [everything] });
    }
  });

  it("is only planned in a dry run", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const { run, calls } = await deploy(workspace, { "function-name": "planned", "dry-run": "true", ...needed() });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(Object.keys(calls).filter((call) => !/^(Get|List)/.test(call))).toEqual([]);
    expect(run.outputs).toMatchObject({ "function-arn": "", changed: "false", version: "" });
    expect(run.summary).toContain("**Create the function.**");
  });

  it("is not created when an input is missing, or a revision is asked for", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const { handler } = needed();
    const incomplete = await deploy(workspace, { "function-name": "nowhere", handler });
    expect(incomplete.run.stdout).toContain("The function nowhere does not exist in");
    expect(incomplete.run.stdout).toContain("give `role`, `runtime` too");
    const guarded = await deploy(workspace, { "function-name": "nowhere", "revision-id": "r1", ...needed() });
    expect(guarded.run.stdout).toContain("The function does not exist, so it has no revision, not r1.");
    expect([incomplete.run.exitCode, guarded.run.exitCode]).toEqual([1, 1]);
  });
});
