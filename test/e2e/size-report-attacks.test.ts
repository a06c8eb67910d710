// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { searchPath } from "../support/machine.ts";
import { checkOut, openPullRequest, pullRequestEvent } from "../support/pull-request.ts";
import { setReportBench } from "../support/size-report.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { buildWheel, projectFiles } from "../support/wheels.ts";
import { commit, createWorkspace, type Files, git, temporaryDirectory, writeFiles } from "../support/workspace.ts";

// The worst case: `pull_request_target` with secrets, credentials of AWS and a token that may write, and a stranger's
// files in the workspace.

const stage = setStage();
const bench = setReportBench(stage);
beforeEach(() => stage.cache.delete());

const TARGET_EVENT = { name: "pull_request_target" };

/** A server of the stranger: what it is asked for, with all headers. */
async function startListener(answer: (path: string) => Buffer | undefined = () => undefined) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}\n${request.rawHeaders.join("\n")}`);
    const content = answer(request.url ?? "");
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = (server.address() as AddressInfo).port;
  return { host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}`, heard, stop: () => server.close() };
}

/** Files of a repository below a directory. */
function below(directory: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [`${directory}/${path}`, file]));
}

/** Programs that leave a mark, under every name that the action or one of its tools starts. */
function programs(marks: string): Files {
  const names = [
    "uv",
    "python3",
    "python",
    "python3.11",
    "git",
    "git-remote-http",
    "tar",
    "gtar",
    "zstd",
    "gzip",
    "sh",
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      { content: `#!/bin/sh\n/usr/bin/env > '${join(marks, name)}'\nexit 1\n`, executable: true } as const,
    ]),
  );
}

/** What tools read by themselves where they are started. */
function settings(marks: string, url: string): Files {
  const run = `import os, pathlib\npathlib.Path(${JSON.stringify(marks)}, "python").write_text(str(os.environ))\n`;
  return {
    "uv.toml": `[[index]]\nurl = "${url}/uv-toml/simple"\ndefault = true\n[pip]\nno-build = false\n`,
    "pyproject.toml": `[project]\nname = "shop"\nversion = "1"\n[tool.uv]\nno-build = false\n[[tool.uv.index]]\nurl = "${url}/pyproject/simple"\ndefault = true\n`,
    ".env": `UV_DEFAULT_INDEX=${url}/dotenv/simple\n`,
    "pip.conf": `[global]\nindex-url = ${url}/pip-conf/simple\n`,
    ".python-version": "3.11\n",
    ".gitattributes": "* filter=evil diff=evil\n",
    ".gitmodules": `[submodule "evil"]\n\tpath = evil\n\turl = ${url}/evil\n\tupdate = !touch '${join(marks, "submodule")}'\n`,
    "sitecustomize.py": run,
    "usercustomize.py": run,
    "marshal.py": run,
    "importlib/__init__.py": run,
    "evil.pth": `import os; ${run.split("\n")[1]}\n`,
    // The workspace as a repository by its own files.
    HEAD: "ref: refs/heads/main\n",
    config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = touch '${join(marks, "fsmonitor")}'\n\thooksPath = hooks\n[filter "evil"]\n\tsmudge = touch '${join(marks, "smudge")}'\n`,
    "objects/.keep": "",
    "refs/.keep": "",
    "hooks/post-checkout": { content: `#!/bin/sh\ntouch '${join(marks, "hook")}'\n`, executable: true },
  };
}

const SECRETS = {
  SECRET_OF_JOB: "hunter2-of-the-job",
  UV_INDEX_PRIVATE_USERNAME: "robot",
  UV_INDEX_PRIVATE_PASSWORD: "hunter2-of-the-index",
  UV_KEYRING_PROVIDER: "subprocess",
  AWS_SECRET_ACCESS_KEY: "hunter2-of-aws",
  AWS_SESSION_TOKEN: "hunter2-of-the-session",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "hunter2-of-oidc",
  GITHUB_TOKEN: "hunter2-of-github",
};

describe.skipIf(process.platform === "win32")("a report on `pull_request_target`", () => {
  it("starts no program and follows no setting of the pull request, and tells nobody a secret", async () => {
    const marks = await temporaryDirectory("marks");
    const outside = await createWorkspace({ files: { "keep.txt": "kept" } });
    const stranger = await startListener();
    const shared = projectFiles({
      name: "shared",
      version: "1.0",
      files: { "shared.py": "" },
      marker: join(marks, "build"),
    });
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: {
        ...functionFiles("two", `--extra-index-url ${stranger.url}/simple\n./shared\ndep==2.0\n`),
        ...below("shared", { ...shared, ...programs(marks) }),
        ...settings(marks, stranger.url),
        ...programs(marks),
        ...below(".venv/bin", programs(marks)),
        ".lambda-layers-deploy": { linkTo: outside },
      },
    });
    const workspace = await checkOut(pull, "merge");
    const home = await createWorkspace({
      files: { ".netrc": `machine 127.0.0.1 login robot password hunter2-of-netrc\n` },
    });
    const bin = join(workspace, ".venv/bin");
    const path = ["", ".", ".venv/bin", workspace, bin, searchPath(dirname(inject("uv")))].join(delimiter);
    const env = {
      ...stage.aws.env,
      ...SECRETS,
      HOME: home,
      UV_EXTRA_INDEX_URL: `http://robot:hunter2-in-url@${stranger.host}/private/simple`,
      PIP_EXTRA_INDEX_URL: `http://robot:hunter2-in-url@${stranger.host}/private/simple`,
    };
    const inputs = { "function-name": await bench.newFunction(), comment: "true" };
    const event = pullRequestEvent(pull, TARGET_EVENT);
    const { run, told, written } = await bench.report(workspace, pull, inputs, { event, env, path });

    expect([run.exitCode, run.issued.error], run.stdout).toEqual([0, 0]);
    expect(told.json.layer, run.stdout).toMatchObject({ packages: [{ name: "dep", version: "2.0" }] });
    expect(await readdir(marks)).toEqual([]);
    expect(await readdir(outside)).toEqual(["keep.txt"]);
    expect(written).toEqual([]);
    expect(stranger.heard.length).toBeGreaterThan(0);
    const asked = stranger.heard.join("\n");
    expect(asked).not.toMatch(/uv-toml|pyproject|dotenv|pip-conf|\/evil/);
    const comments = stage.github.comments(1).map(({ body }) => body);
    expect(comments).toHaveLength(1);
    expect(`${asked}${told.everything}${comments.join("\n")}`).not.toMatch(/hunter2|authorization|X-Amz-Signature/i);
    stranger.stop();
  });

  it.each(["file", "git"])("builds nothing that a wheel of the pull request asks for: %s", async (kind) => {
    const marks = await temporaryDirectory("marks");
    const marker = join(marks, "built");
    const pwned = projectFiles({ name: "pwned", version: "1.0", files: { "pwned.py": "" }, marker });
    const repository = await createWorkspace({ files: pwned, git: true });
    const url = kind === "file" ? pathToFileURL(repository).href : `git+${pathToFileURL(repository).href}`;
    const wheel = await buildWheel({
      name: "carrier",
      version: "1.0",
      files: { "carrier.py": "" },
      requires: [`pwned @ ${url}`],
    });
    const content = await readFile(wheel.file);
    const stranger = await startListener(() => content);
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: { "requirements.txt": `carrier @ ${stranger.url}/${wheel.fileName}\n` },
    });
    const event = pullRequestEvent(pull, TARGET_EVENT);
    const inputs = { "function-name": "carrier" };
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputs, { event });
    expect([run.exitCode, run.issued.error], run.stdout).toEqual([0, 0]);
    expect(stranger.heard.join("\n")).toContain(wheel.fileName);
    expect(await readdir(marks)).toEqual([]);
    expect(told.json.layer).toBeUndefined();
    expect(run.stdout).not.toContain("Updated");
    stranger.stop();
  });

  it("reads nothing outside by links of the base commit", async () => {
    const outside = await createWorkspace({ files: { "secret.txt": "x".repeat(12_345) } });
    const repository = await createWorkspace({
      files: { app: { linkTo: outside }, "requirements.txt": "dep==1.0\n" },
      git: true,
    });
    git(repository, "switch", "--quiet", "--create", "feature");
    await rm(join(repository, "app"));
    await writeFiles(repository, { "app/app.py": "" });
    commit(repository);
    git(repository, "switch", "--quiet", "main");
    git(repository, "switch", "--quiet", "--create", "merge");
    git(repository, "merge", "--quiet", "--no-ff", "--message=Merge", "feature");
    const sha = (name: string) => git(repository, "rev-parse", name).trim();
    const pull = { repository, base: sha("main"), head: sha("feature"), merge: sha("merge") };
    const event = pullRequestEvent(pull, TARGET_EVENT);
    const inputs = { "function-name": "links", "code-artifacts-dir": "app", requirements: "auto" };
    const request = { event, timeoutMs: 40_000 };
    const { run, told } = await bench.report(await checkOut(pull, "merge"), pull, inputs, request);
    expect([run.exitCode, run.issued.error], run.stdout).toEqual([0, 0]);
    expect(told.json.code).toEqual({ after: expect.objectContaining({ files: 1 }) });
    expect(told.markdown).toContain("has no directory <code>app</code>");
  });
});
