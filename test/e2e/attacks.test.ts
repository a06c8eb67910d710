// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { forgedIndex, hostileWorkspace } from "../support/hostile-repository.ts";
import { searchPath } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage, WHEELS } from "../support/stage.ts";
import { projectFiles } from "../support/wheels.ts";
import { createWorkspace, type Files, git, temporaryDirectory } from "../support/workspace.ts";

// What a pull request can bring: files of the repository. What a package can bring: files of a wheel.

const PURELIB = "impostor-1.0.data/purelib";
const stage = setStage([
  ...WHEELS,
  {
    name: "impostor",
    version: "1.0",
    files: {
      "impostor.py": "",
      [`${PURELIB}/boto3-99.0.dist-info/RECORD`]: "impostor.py,sha256=x,1\n",
      [`${PURELIB}/we ird<b>@octocat-1.0.dist-info/RECORD`]: "impostor.py,sha256=y,1\n",
    },
  },
]);

let count = 0;

/** The inputs for a new function. */
async function newFunction(inputs: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  count += 1;
  const name = `attacked-${count}`;
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
  return { "function-name": name, ...inputs };
}

/** Programs that note that they ran, and with which environment, in a directory of their own; then they start `next`. */
async function spies(names: readonly string[], next: (name: string) => string | undefined) {
  const notes = await temporaryDirectory("notes");
  const files = names.flatMap((name): [string, Files[string]][] => {
    const program = next(name);
    const last = program === undefined ? "exit 1" : `exec ${program} "$@"`;
    const content = `#!/bin/sh\n/usr/bin/env >> '${notes}/${name}'\n${last}\n`;
    return [[name, { content, executable: true }]];
  });
  return { notes, files: Object.fromEntries(files) };
}

const PROGRAMS = ["uv", "python3", "python", "python3.11", "git", "tar", "gtar", "zstd", "zstdmt", "gzip"];

describe.skipIf(process.platform === "win32")("files of the repository", () => {
  it("run no program by what they tell git", async () => {
    const library = projectFiles({ name: "evil", version: "1.0", files: { "evil.py": "" } });
    const { workspace, evil, trace } = await hostileWorkspace(
      "embedded",
      library,
      functionFiles("code", "dep==1.0\n./libs/evil\n"),
    );
    const run = await stage.run(workspace, await newFunction({ "dry-run": "true" }));
    expect(run.exitCode, run.stdout).toBe(0);
    expect(existsSync(trace)).toBe(false);

    await writeFile(join(evil, "index"), forgedIndex([...Object.keys(library), "../../../../../../out.js"]));
    const again = await stage.run(workspace, await newFunction({ "dry-run": "true" }));
    expect(again.exitCode, again.stdout).toBe(0);
    expect((await readdir(dirname(again.temp))).includes("out.js")).toBe(false);
  });

  it("are no programs that the action starts, not even as uv, Python, git, tar and zstd", async () => {
    const { notes, files } = await spies(PROGRAMS, () => undefined);
    const library = projectFiles({ name: "lib", version: "1.0", files: { "lib.py": "" } });
    const below = (directory: string, all: Files) =>
      Object.fromEntries(Object.entries(all).map(([path, file]) => [`${directory}/${path}`, file]));
    const workspace = await createWorkspace({
      files: {
        ...functionFiles("code", "dep==1.0\nother==1.0\n./lib\n"),
        ...files,
        ...below(".venv/bin", files),
        ...below("lib", { ...library, ...files }),
      },
    });
    const bin = join(workspace, ".venv/bin");
    const link = join(await createWorkspace({ files: { bin: { linkTo: bin } } }), "bin");
    const path = ["", ".", ".venv/bin", bin, link, searchPath(dirname(inject("uv")))];
    const run = await stage.run(workspace, await newFunction(), { path: path.join(delimiter) });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs["layer-source"]).toBe("built");
    expect(await readdir(notes)).toEqual([]);
  });

  it("send no secret of the runner to an index that they name", async () => {
    for (const name of ["AWS_SECRET_ACCESS_KEY", "ACTIONS_RUNTIME_TOKEN", "GITHUB_TOKEN"]) {
      const index = stage.index.url.replace("/simple/", `/\${${name}}/simple/`);
      const requirements = `dep==1.0\n--extra-index-url ${index}\n`;
      const workspace = await createWorkspace({ files: functionFiles("code", requirements) });
      const asked = stage.index.requests.length;
      const run = await stage.run(workspace, await newFunction(), { env: { GITHUB_TOKEN: "ghs_leak" } });
      expect(run.annotations.error.map(({ message }) => message)).toEqual([
        expect.stringContaining(`the environment variable ${name} is never filled in`),
      ]);
      expect(stage.index.requests).toHaveLength(asked);
    }
  });

  it("bring nothing into the package by a link that stays out by its name", async () => {
    for (const linkTo of [".env", ".git/config"]) {
      const files = { ...functionFiles("code", ""), ".env": "SECRET=1\n", "notes.txt": { linkTo } };
      const workspace = await createWorkspace({ files, git: true });
      git(workspace, "config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic c2VjcmV0");
      const run = await stage.run(workspace, await newFunction({ requirements: "none" }));
      expect(run.exitCode).toBe(1);
      expect(run.annotations.error[0]?.message).toContain(
        `The link "notes.txt" leads to "${linkTo}", which stays out.`,
      );
    }
  });

  it("show no secret by what is wrong with them", async () => {
    const requirements = "dep==1.0\nfoo ==${MY_TOKEN}\nbar @ ftp://u:${MY_TOKEN}@h/x\n";
    const workspace = await createWorkspace({ files: functionFiles("code", requirements) });
    const run = await stage.run(workspace, await newFunction(), { env: { MY_TOKEN: 's3cr"et\\tok' } });
    expect(run.exitCode).toBe(1);
    const report = await readFile(run.outputs["report-json"] ?? "", "utf8");
    expect(`${run.rawOutput}${run.summary}${report}`).not.toMatch(/s3cr|tok(?!en)/);
  });
});

describe.skipIf(process.platform === "win32")("the programs that the action starts", () => {
  it("see no credentials of AWS and no token of GitHub", async () => {
    const real = searchPath(dirname(inject("uv"))).split(delimiter);
    const find = (name: string) => real.map((directory) => join(directory, name)).find((file) => existsSync(file));
    const { notes, files } = await spies(
      PROGRAMS.filter((name) => find(name) !== undefined),
      find,
    );
    const bin = await createWorkspace({ files });
    const library = projectFiles({ name: "lib", version: "1.0", files: { "lib.py": "" } });
    const backend = `import json, os\nopen(${JSON.stringify(join(notes, "backend"))}, "w").write("\\n".join(f"{k}={v}" for k, v in os.environ.items()))\n`;
    const project = Object.fromEntries(
      Object.entries(library).map(([path, text]) => [`lib/${path}`, path === "backend.py" ? backend + text : text]),
    );
    const workspace = await createWorkspace({
      files: { ...functionFiles("code", "dep==1.0\n./lib\n"), ...project },
      git: true,
    });
    const run = await stage.run(workspace, await newFunction(), {
      path: [bin, ...real].join(delimiter),
      env: { GITHUB_TOKEN: "ghs_leak", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc" },
    });
    expect(run.exitCode, run.stdout).toBe(0);

    const seen = await readdir(notes);
    expect(seen).toEqual(expect.arrayContaining(["backend", "git", "tar", "uv", "zstd"]));
    for (const program of seen) {
      const names = (await readFile(join(notes, program), "utf8")).match(/^\w[\w-]*(?==)/gm) ?? [];
      const never = /^(?:AWS_.*|INPUT_.*|GITHUB_TOKEN)$/;
      // tar and zstd are started by the cache's client, which itself needs what the runner gives it.
      const asked = /^(?:tar|zstd|zstdmt|gzip)$/.test(program) ? never : /^(?:AWS_.*|INPUT_.*|GITHUB_.*|ACTIONS_.*)$/;
      expect([program, names.filter((name) => asked.test(name))]).toEqual([program, []]);
    }
  });
});

describe("a package", () => {
  it("is no other package by directories that it brings", async () => {
    const workspace = await createWorkspace({ files: functionFiles("code", "dep==1.0\nimpostor==1.0\n") });
    const run = await stage.run(workspace, await newFunction());
    expect(run.exitCode, run.stdout).toBe(0);
    const report = JSON.parse(await readFile(run.outputs["report-json"] ?? "", "utf8"));
    expect(report.layer.packages.map(({ name }: { name: string }) => name).toSorted()).toEqual(["dep", "impostor"]);
    expect(run.summary).not.toMatch(/octocat|boto3|config-settings/);
  });
});
