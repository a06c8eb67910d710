import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage, WHEELS } from "../support/stage.ts";
import { createWorkspace, type Files, writeFiles } from "../support/workspace.ts";

const BIG = 60 * 1024 ** 2;
const stage = setStage([
  ...WHEELS,
  // Five of these are more than a layer may hold; zeros make small zips of them.
  ...[1, 2, 3, 4, 5].map((n) => ({
    name: `big${n}`,
    version: "1.0",
    files: { [`big${n}/data.bin`]: new Uint8Array(BIG) },
  })),
  { name: "needs-new-glibc", version: "1.0", tag: "cp311-cp311-manylinux_2_28_x86_64", files: { "new.py": "" } },
]);

interface Case {
  readonly files?: Files;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly before?: (name: string) => Promise<unknown>;
  /** In the sentence or in the next step. */
  readonly says: readonly (string | RegExp)[];
}

const good = functionFiles("code", "dep==1.0\n");

const cases: Readonly<Record<string, Case>> = {
  "several wrong inputs": {
    inputs: { runtime: "ruby", cache: "perhaps", "wait-for-minutes": "-1" },
    says: ["3 inputs are wrong", "`runtime`", "`cache`", "`wait-for-minutes`"],
  },
  "a missing dependency file": { inputs: { requirements: "deps/missing.txt" }, says: ["deps/missing.txt"] },
  "a dependency file outside the workspace": { inputs: { requirements: "../../etc/passwd" }, says: ["workspace"] },
  "an unknown package": { files: functionFiles("x", "no-such-package==1.0\n"), says: ["no-such-package"] },
  "an unknown version": { files: functionFiles("x", "dep==99.0\n"), says: ["dep", "99.0"] },
  "a contradiction": { files: functionFiles("x", "dep==1.0\ndep==2.0\n"), says: ["dep"] },
  "a wrong hash": { files: functionFiles("x", `dep==1.0 --hash=sha256:${"0".repeat(64)}\n`), says: ["dep", /hash/i] },
  "a wheel for a newer C library": {
    files: functionFiles("x", "needs-new-glibc==1.0\n"),
    says: ["needs-new-glibc", /2\.26|glibc/],
  },
  "a line that uv would execute": {
    files: functionFiles("x", "git+https://example.com/x.git\n"),
    says: ["requirements.txt:1"],
  },
  "a `-r` outside the workspace": {
    files: functionFiles("x", "-r ../../../etc/passwd\n"),
    says: ["requirements.txt:1"],
  },
  "a lock file that is not read yet": { files: { ...good, "uv.lock": "" }, says: ["uv.lock", "requirements"] },
  "a link out of the code directory": {
    files: { ...good, "secret.txt": { linkTo: "/etc/passwd" } },
    says: ["secret.txt"],
  },
  "a loop of links": { files: { ...good, "loop/again": { linkTo: ".." } }, says: ["loop"] },
  "an empty code directory": {
    files: { ...good, "empty/.keep": "" },
    inputs: { "code-artifacts-dir": "empty", requirements: "requirements.txt" },
    says: ["empty"],
  },
  "a handler that is not in the code": {
    files: { "other.py": "", "requirements.txt": "dep==1.0\n" },
    says: ["app.handler", "app.py"],
  },
  "a layer over the limit": {
    files: functionFiles("x", [1, 2, 3, 4, 5].map((n) => `big${n}==1.0`).join("\n")),
    says: [/300\.\d MB/, "250", "big1"],
  },
  "a limit of the team's own": { inputs: { "hard-limit": "100" }, says: ["the limit is 100 bytes", "dep"] },
  "a function that does not exist": {
    inputs: { "function-name": "nowhere" },
    says: ["nowhere does not exist in eu-central-1"],
  },
  "a function of a container image": {
    before: (name) =>
      stage.aws.createFunction({
        name: `${name}-image`,
        imageUri: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/a:1",
      }),
    inputs: { "function-name": "failing-image" },
    says: ["container image"],
  },
  "no credentials": {
    env: { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined },
    says: ["No AWS credentials", "configure-aws-credentials"],
  },
  "no Region": { env: { AWS_REGION: undefined }, says: ["`region` is empty"] },
  "another revision": {
    inputs: { "revision-id": "11111111-2222-3333-4444-555555555555" },
    says: ["revision", "11111111-2222"],
  },
  "a sixth layer": {
    inputs: { layers: [1, 2, 3, 4, 5].map((n) => `arn:aws:lambda:eu-central-1:123456789012:layer:l${n}:1`).join("\n") },
    says: ["layer"],
  },
  "an environment that changes what uv installs": {
    files: functionFiles("x", "other==1.0\n"),
    env: { UV_OVERRIDE: "/tmp/x" },
    says: ["UV_OVERRIDE"],
  },
  "an index that nobody serves": {
    files: functionFiles("x", "other==1.0\n"),
    env: { UV_DEFAULT_INDEX: "http://127.0.0.1:9/simple", UV_HTTP_RETRIES: "0", UV_CACHE_DIR: undefined },
    says: [/index|reach/i],
  },
};

describe("a deploy that cannot be", () => {
  it.each(Object.entries(cases))("%s: one sentence, one next step, nothing changed", async (title, wrong) => {
    const name = "failing";
    if (stage.aws.layerVersions("marker").length === 0) {
      await stage.aws.publishLayer({ name: "marker", zip: rawZip([{ name: "x", content: "" }]) });
      await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
    }
    await wrong.before?.(name);
    const workspace = await createWorkspace({ files: wrong.files ?? good });
    stage.aws.resetCalls();
    const run = await stage.run(workspace, { "function-name": name, ...wrong.inputs }, { env: { ...wrong.env } });

    expect(run.exitCode, run.stdout).toBe(1);
    expect(run.issued.error, run.stdout).toBe(1);
    const [error] = run.annotations.error;
    for (const part of wrong.says) {
      expect(error?.message).toMatch(part);
    }
    expect(error?.message).not.toMatch(/undefined|\[object|Unexpected token|at .*\.js:\d+/);
    expect(run.summary).toMatch(/^### ❌|not deployed/m);
    expect(
      stage.aws.calls.filter(({ op }) => /^(Publish|Update|Create|Delete|s3\.Put)/.test(op)),
      title,
    ).toEqual([]);
    expect(run.outputs).toMatchObject({ changed: "false", "uploaded-bytes": "0" });
    for (const secret of stage.aws.secrets()) {
      expect(run.rawOutput + run.summary).not.toContain(secret);
    }
  });

  it("says which permission is missing, at each call", async () => {
    const name = "denied";
    await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
    const workspace = await createWorkspace({ files: good });
    for (const action of ["GetFunction", "ListLayerVersions", "PublishLayerVersion"]) {
      stage.aws.fault({
        op: action,
        times: 1,
        do: {
          kind: "awsError",
          status: 403,
          code: "AccessDeniedException",
          text: `User: arn:aws:sts::123456789012:assumed-role/deploy/s is not authorized to perform: lambda:${action} on resource: * because no identity-based policy allows the lambda:${action} action`,
        },
      });
      const run = await stage.run(workspace, { "function-name": name, cache: "false" });
      expect(run.exitCode).toBe(1);
      expect(run.annotations.error[0]?.message).toContain(`Allow \`lambda:${action}\``);
    }
  });

  it("keeps names that look like commands out of the log", async () => {
    const workspace = await createWorkspace({ files: good });
    await writeFiles(workspace, { "sub ::error::x/requirements.txt": "bad name here ::error::y\n" });
    const run = await stage.run(workspace, {
      "function-name": "x\n::error::injected",
      requirements: "sub ::error::x/requirements.txt",
    });
    expect(run.issued.error).toBe(1);
    const second = await stage.run(workspace, {
      "function-name": "failing",
      requirements: "sub ::error::x/requirements.txt",
    });
    expect(second.issued.error).toBe(1);
    expect(second.exitCode).toBe(1);
  });

  it("ends with one readable sentence when AWS is down", async () => {
    const workspace = await createWorkspace({ files: good });
    const run = await stage.run(
      workspace,
      { "function-name": "failing" },
      { env: { AWS_ENDPOINT_URL: "http://127.0.0.1:9" } },
    );
    expect(run.exitCode).toBe(1);
    expect(run.issued.error).toBe(1);
    expect(run.annotations.error[0]?.message).toMatch(/AWS could not be reached for GetFunction/);
  });
});
