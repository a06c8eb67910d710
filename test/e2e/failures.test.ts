import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure, readReport } from "../support/report.ts";
import { functionFiles, setStage, WHEELS } from "../support/stage.ts";
import { createWorkspace, type Files, temporaryDirectory } from "../support/workspace.ts";

const BIG = 60 * 1024 ** 2;
const EXECUTED = join(await temporaryDirectory("marker"), "executed");
const WHEELS_HERE = [
  ...WHEELS,
  // Five of these are more than a layer may hold; zeros make small zips of them.
  ...[1, 2, 3, 4, 5].map((n) => ({
    name: `big${n}`,
    version: "1.0",
    files: { [`big${n}/data.bin`]: new Uint8Array(BIG) },
  })),
  { name: "needs-new-glibc", version: "1.0", tag: "cp311-cp311-manylinux_2_28_x86_64", files: { "new.py": "" } },
];
const stage = setStage(WHEELS_HERE, [
  { name: "source-only", version: "1.0", files: { "source_only.py": "" }, marker: EXECUTED },
]);

/** Secrets that a run has at hand; none of them may be told. */
const SECRETS = {
  index: "indexPassw0rd",
  company: "companyPassw0rd",
  live: "valueOfTheFunction",
  wanted: "valueOfTheInput",
} as const;

interface Case {
  readonly files?: Files;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly before?: () => Promise<unknown>;
  readonly says: readonly (string | RegExp)[];
  /** Several problems, a line each. */
  readonly lists?: boolean;
}

const good = functionFiles("code", "dep==1.0\n");

const cases: Readonly<Record<string, Case>> = {
  "several wrong inputs": {
    inputs: { runtime: "ruby", cache: "perhaps", "wait-for-minutes": "-1" },
    says: ["3 inputs are wrong", "`runtime`", "`cache`", "`wait-for-minutes`"],
    lists: true,
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
  "a package that exists as sources only": {
    files: functionFiles("x", "source-only==1.0\n"),
    says: ["source-only", "allow-source"],
  },
  "a path dependency outside the workspace": {
    files: functionFiles("x", "../outside\n"),
    says: ["requirements.txt:1", "../outside", "workspace"],
  },
  "a path dependency behind a link out of the workspace": {
    files: { ...functionFiles("x", "./libs/outside\n"), "libs/outside": { linkTo: "/usr/share" } },
    says: ["requirements.txt:1", "libs/outside", "workspace"],
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
    before: () =>
      stage.aws.createFunction({
        name: "failing-image",
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
    env: {
      UV_DEFAULT_INDEX: `http://deploy:${SECRETS.index}@127.0.0.1:9/simple`,
      UV_INDEX: undefined,
      UV_HTTP_RETRIES: "0",
      UV_CACHE_DIR: undefined,
    },
    says: [/index|reach/i],
  },
};

/** Names that a runner could take for commands, or that could break a line of the log. */
const COMMANDS = ["new\nline.txt", "::error::x.txt", "##[error]x.txt", "return\r::error::x.txt", "a\n::error::x.txt"];

const allSecrets = () => [...stage.aws.secrets(), ...Object.values(SECRETS)];

/** Deploys to a function with a secret in its environment, with secrets for the package index and for the function. */
async function deploy(workspace: string, { inputs, env }: Pick<Case, "inputs" | "env">) {
  const withPassword = stage.index.url.replace("//", `//deploy:${SECRETS.index}@`);
  const environment = JSON.stringify({ TOKEN: SECRETS.wanted });
  return stage.run(
    workspace,
    { "function-name": "failing", environment, ...inputs },
    {
      env: {
        UV_DEFAULT_INDEX: withPassword,
        UV_INDEX: `company=${stage.index.url}`,
        UV_INDEX_COMPANY_USERNAME: "deploy",
        UV_INDEX_COMPANY_PASSWORD: SECRETS.company,
        ...env,
      },
    },
  );
}

const writes = () => stage.aws.calls.map(({ op }) => op).filter((op) => !/^(s3\.|location\.)?(Get|List|Head)/.test(op));

beforeAll(() =>
  stage.aws.createFunction({
    name: "failing",
    zip: rawZip([{ name: "app.py", content: "" }]),
    handler: "app.handler",
    environment: { TOKEN: SECRETS.live },
  }),
);

describe("a deploy that cannot be", () => {
  it.each(Object.entries(cases))("%s: one sentence, one next step, nothing changed", async (_, wrong) => {
    await wrong.before?.();
    const workspace = await createWorkspace({ files: wrong.files ?? good });
    stage.aws.resetCalls();
    const run = await deploy(workspace, wrong);

    const { json } = await expectFailure(run, { ...wrong, secrets: allSecrets() });
    expect.soft(json.outcome).toBe("failed");
    expect.soft(run.summary).toMatch(/^### ❌ \S+: not deployed$/m);
    expect.soft(writes()).toEqual([]);
    expect.soft(run.outputs).toMatchObject({ changed: "false", "layer-changed": "false", "uploaded-bytes": "0" });
    expect.soft(existsSync(EXECUTED), "code of the package was executed").toBe(false);
  });

  it("builds the same sources when that is allowed, so what was not executed could have been", async () => {
    const workspace = await createWorkspace({ files: functionFiles("x", "source-only==1.0\n") });
    const run = await deploy(workspace, { inputs: { "allow-source": "source-only", "dry-run": "true" } });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(existsSync(EXECUTED)).toBe(true);
  });

  it("deploys code only when no requirement is there", async () => {
    const name = "without";
    const code = "def handler(event, context):\n    return 'alone'\n";
    await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
    const workspace = await createWorkspace({ files: { "app.py": code, "requirements.txt": "\n# nothing\n" } });
    stage.aws.resetCalls();
    const run = await stage.run(workspace, { "function-name": name });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(writes()).toEqual(["UpdateFunctionCode", "PublishVersion"]);
    expect(run.outputs).toMatchObject({
      "layer-source": "none",
      "layer-changed": "false",
      "layer-arn": "",
      "layer-version-arn": "",
      "size-ratio": "1.0",
    });
    expect((await stage.aws.getFunction(name)).configuration.Layers ?? []).toEqual([]);
    expect(await stage.invoke(name, "1")).toBe("alone");
  });

  it("ends with one readable sentence when AWS is down", async () => {
    const workspace = await createWorkspace({ files: good });
    const run = await deploy(workspace, { env: { AWS_ENDPOINT_URL: "http://127.0.0.1:9" } });
    await expectFailure(run, { says: ["AWS could not be reached for GetFunction"], secrets: allSecrets() });
  });
});

describe("names that look like commands", () => {
  beforeEach(({ skip }) => skip(process.platform === "win32", "no file can have such a name there"));

  it.each(COMMANDS.map((name) => [JSON.stringify(name), name]))(
    "%s as the name of a file that cannot be packed is shown, not obeyed",
    async (_, name = "") => {
      const workspace = await createWorkspace({ files: { ...good, [name]: { linkTo: "/etc/passwd" } } });
      stage.aws.resetCalls();
      const run = await deploy(workspace, {});
      await expectFailure(run, { says: [JSON.stringify(name)], secrets: allSecrets() });
      expect([run.issued.warning, run.issued.notice, writes()]).toEqual([0, 0, []]);
    },
  );

  it("packs files whose names look like commands, and tells of them without obeying", async () => {
    const name = "commands";
    await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
    // Those with a control character are refused, see above.
    const paths = COMMANDS.filter((path) => !/[\r\n]/.test(path));
    const odd = Object.fromEntries(paths.map((path) => [path, "text"]));
    const workspace = await createWorkspace({ files: { ...good, ...odd } });
    const run = await deploy(workspace, { inputs: { "function-name": name } });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.issued).toEqual({ error: 0, warning: 0, notice: 0 });
    expect((await readReport(run)).json.outcome).toBe("deployed");
    const { zip } = await stage.aws.getFunction(name);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      expect(zip.includes(path), JSON.stringify(path)).toBe(true);
      expect(run.summary.split(/\r|\n/)).not.toContain(path);
    }
  });

  it("keeps inputs and lines of files that look like commands out of the log", async () => {
    const requirements = "sub ::error::x/requirements.txt";
    const workspace = await createWorkspace({ files: { ...good, [requirements]: "bad name here ::error::y\n" } });
    const secrets = allSecrets();
    const named = await deploy(workspace, { inputs: { "function-name": "x\n::error::injected", requirements } });
    await expectFailure(named, { says: ["`function-name`"], secrets });
    const read = await deploy(workspace, { inputs: { requirements } });
    await expectFailure(read, { says: [`${JSON.stringify(requirements)}:1`], secrets });
  });
});
