import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOut, openRepository } from "../../src/size-report/repository.ts";
import { type GitServer, startGitServer } from "../support/git-server.ts";
import { checkOut as cloneOf, openPullRequest, type PullRequest } from "../support/pull-request.ts";
import { createWorkspace, git, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const TOKEN = "ghs_onlyForThisTest";
const env = { PATH: process.env.PATH };
let server: GitServer;
let pull: PullRequest;

beforeAll(async () => {
  server = await startGitServer({ token: TOKEN });
  pull = await openPullRequest({ base: { "app.py": "base\n", "sub/x.py": "x\n" }, head: { "app.py": "head\n" } });
  await server.serve("shop", pull.repository);
});
afterAll(() => server.stop());

async function layAside(
  workspace: string,
  options: { readonly commit?: string; readonly token?: string | undefined; readonly remote?: string } = {},
) {
  const before = server.requests.length;
  const result = await checkOut({
    workspace,
    codeDirectory: workspace,
    env,
    commit: pull.base,
    remote: `${server.url}/shop`,
    token: TOKEN,
    directory: await temporaryDirectory("aside"),
    ...options,
  });
  return { result, fetched: server.requests.length > before };
}

/** Files of the base, in the directory that stands for the workspace. */
async function expectBase({ result }: Awaited<ReturnType<typeof layAside>>, below = ".") {
  if (result.outcome !== "there") throw new Error(result.said);
  expect(await readFile(join(result.workspace, below, "app.py"), "utf8")).toBe("base\n");
}

describe("the commit that is checked out", () => {
  it.each(["one", "all"] as const)("tells its parents as they are written, with history of depth %s", async (depth) => {
    const workspace = await cloneOf(pull, "merge", depth);
    const repository = await openRepository({ workspace, codeDirectory: workspace, env });
    expect(repository).toMatchObject({ head: pull.merge, parents: [pull.base, pull.head] });
  });

  it("tells the merge base as far as its history goes", async () => {
    const asked = async (depth: "one" | "all") => {
      const workspace = await cloneOf(pull, "feature", depth);
      const repository = await openRepository({ workspace, codeDirectory: workspace, env });
      return repository?.mergeBase(pull.base);
    };
    expect([await asked("all"), await asked("one")]).toEqual([pull.base, undefined]);
  });

  it("is none without repository, without git, and in a repository without commits", async () => {
    const plain = await createWorkspace({ files: { "app.py": "" } });
    const empty = await createWorkspace({ files: { "app.py": "" } });
    git(empty, "init", "--quiet");
    const whole = await cloneOf(pull, "main");
    const open = (workspace: string, path = env.PATH) =>
      openRepository({ workspace, codeDirectory: workspace, env: { PATH: path } });
    expect([await open(plain), await open(empty), await open(whole, "/nowhere")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is not that of a repository around the workspace", async () => {
    const around = await createWorkspace({ files: { "shop/app.py": "" }, git: true });
    const workspace = join(around, "shop");
    expect(await openRepository({ workspace, codeDirectory: workspace, env })).toBeUndefined();
  });

  it("is the workspace's, not that of a submodule that the code lies in", async () => {
    const workspace = await cloneOf(pull, "main");
    git(workspace, "clone", "--quiet", pull.repository, "module");
    git(join(workspace, "module"), "checkout", "--quiet", pull.head);
    const repository = await openRepository({ workspace, codeDirectory: join(workspace, "module"), env });
    expect(repository?.head).toBe(pull.base);
  });
});

describe("another commit", () => {
  it("is laid aside with the objects that are there", async () => {
    const aside = await layAside(await cloneOf(pull, "merge", "all"));
    expect(aside.fetched).toBe(false);
    await expectBase(aside);
  });

  it("is fetched where it is not there", async () => {
    const workspace = await cloneOf(pull, "merge");
    const before = await readdir(join(workspace, ".git"));
    const aside = await layAside(workspace);
    expect(aside.fetched).toBe(true);
    await expectBase(aside);
    expect(await readdir(join(workspace, ".git"))).toEqual(before);
    expect(git(workspace, "status", "--porcelain")).toBe("");
  });

  it("is fetched where its files are not there", async () => {
    git(pull.repository, "config", "uploadpack.allowFilter", "true");
    const workspace = join(await temporaryDirectory("partial"), "shop");
    git(
      pull.repository,
      "clone",
      "--quiet",
      "--filter=blob:none",
      "--branch=merge",
      `file://${pull.repository}`,
      workspace,
    );
    const aside = await layAside(workspace);
    expect(aside.fetched).toBe(true);
    await expectBase(aside);
  });

  it("is fetched where there is no repository", async () => {
    await expectBase(await layAside(await createWorkspace({ files: { "app.py": "" } })));
  });

  it("stands where the checkout stands in the workspace", async () => {
    const workspace = join(await cloneOf(pull, "merge"), "..");
    const codeDirectory = join(workspace, "shop", "sub");
    const directory = await temporaryDirectory("aside");
    const remote = `${server.url}/shop`;
    const result = await checkOut({
      workspace,
      codeDirectory,
      env,
      commit: pull.base,
      remote,
      token: TOKEN,
      directory,
    });
    await expectBase({ result, fetched: true }, "shop");
  });

  it.each([
    ["another token", { token: "ghs_of_somebody_else" }],
    ["no token", { token: undefined }],
    ["a commit that does not exist", { commit: "1".repeat(40) }],
  ])("fails with %s, in words without the token", async (_, options) => {
    const { result } = await layAside(await cloneOf(pull, "merge"), options);
    expect(result).toMatchObject({ outcome: "failed", said: expect.stringMatching(/^(?:fatal|remote|error): /) });
    const said = JSON.stringify(result);
    for (const secret of ["ghs_", Buffer.from("x-access-token:ghs_").toString("base64").slice(0, 20)]) {
      expect(said).not.toContain(secret);
    }
  });

  it("is not asked of another server, which would get the token", async () => {
    const seen: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${server.url}/shop/info/refs?service=git-upload-pack` }).end();
    });
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const remote = `http://127.0.0.1:${(other.address() as AddressInfo).port}/shop`;
    const before = server.requests.length;
    const { result } = await layAside(await cloneOf(pull, "merge"), { remote });
    other.close();
    expect(result.outcome).toBe("failed");
    expect([seen.length, seen.includes(undefined), server.requests.length]).toEqual([1, false, before]);
  });

  it("lets no configuration of the workspace run a program or lead elsewhere", async () => {
    const trace = join(await temporaryDirectory("trace"), "ran");
    const files = { ".gitattributes": "* filter=evil diff=evil\n", "app.py": "base\n" };
    const hostile = await openPullRequest({ base: files, head: { "app.py": "head\n" } });
    const workspace = await cloneOf(hostile, "merge", "all");
    await writeFiles(workspace, {
      "hooks/post-checkout": { content: `#!/bin/sh\ntouch '${trace}'\n`, executable: true },
    });
    const settings = {
      "core.fsmonitor": `touch '${trace}'; false`,
      "core.hooksPath": join(workspace, "hooks"),
      "core.alternateRefsCommand": `touch '${trace}'`,
      "core.sshCommand": `touch '${trace}'`,
      "core.pager": `touch '${trace}'`,
      "credential.helper": `!touch '${trace}'`,
      "filter.evil.smudge": `touch '${trace}'; cat`,
      "filter.evil.required": "true",
      "url.http://evil.localhost:9/.insteadOf": server.url,
    };
    for (const [name, value] of Object.entries(settings)) git(workspace, "config", name, value);
    expect((await openRepository({ workspace, codeDirectory: workspace, env }))?.head).toBe(hostile.merge);
    const borrowed = await layAside(workspace, { commit: hostile.base });
    await expectBase(borrowed);
    const fetched = await layAside(workspace, { commit: pull.base });
    expect([borrowed.fetched, fetched.fetched]).toEqual([false, true]);
    await expectBase(fetched);
    expect(existsSync(trace)).toBe(false);
  });
});

describe("a hostile commit", () => {
  /** A repository at a commit whose author has this name. */
  async function authored(name: string) {
    const workspace = await createWorkspace({ files: { "app.py": "" }, git: true });
    const parent = git(workspace, "rev-parse", "HEAD").trim();
    const tree = git(workspace, "rev-parse", "HEAD^{tree}").trim();
    const lines = [`tree ${tree}`, `parent ${parent}`, `author ${name} <a@b> 1 +0000`, "committer A <a@b> 1 +0000"];
    const file = join(await temporaryDirectory("commit"), "object");
    await writeFile(file, `${lines.join("\n")}\n\nparent ${"b".repeat(40)}\n`);
    const forged = git(workspace, "hash-object", "-t", "commit", "-w", "--literally", file).trim();
    git(workspace, "update-ref", "HEAD", forged);
    return { workspace, parent, forged };
  }

  it.each(["\u2028", "\r", "\u2029"])("has no other parents by its text: %j", async (end) => {
    const { workspace, parent } = await authored(`A${end}parent ${"a".repeat(40)}${end}`);
    const repository = await openRepository({ workspace, codeDirectory: workspace, env });
    expect(repository?.parents).toEqual([parent]);
  });

  it("is not another one by a reference that replaces it", async () => {
    const { workspace, parent, forged } = await authored("A");
    git(workspace, "replace", forged, parent);
    const repository = await openRepository({ workspace, codeDirectory: workspace, env });
    expect(repository).toMatchObject({ head: forged, parents: [parent] });
  });
});
