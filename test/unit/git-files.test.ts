import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitFiles } from "../../src/dependencies/git-files.ts";
import { foundIn } from "../support/dependencies.ts";
import { commit, createWorkspace, git, temporaryDirectory } from "../support/workspace.ts";

const PROJECT = '[project]\nname = "evil"\nversion = "1"\n';

const ENV = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot };

/** A workspace, `libs/evil` in it, and a file that exists as soon as one of the repository's programs has run. */
async function hostile(place: "embedded" | "own"): Promise<{ workspace: string; evil: string; trace: string }> {
  const source = await createWorkspace({ files: { "pyproject.toml": PROJECT, "sub/x.py": "" }, git: true });
  git(source, "sparse-checkout", "set", "--cone", "--sparse-index");
  const tree = git(source, "rev-parse", "HEAD:sub").trim();
  await rm(join(source, ".git/objects", tree.slice(0, 2), tree.slice(2)));

  const workspace = await createWorkspace({ files: { "libs/evil/pyproject.toml": PROJECT }, git: true });
  const evil = join(workspace, "libs/evil");
  const repository = place === "embedded" ? evil : join(evil, ".git");
  await cp(join(source, ".git"), repository, { recursive: true });
  const trace = join(await temporaryDirectory("trace"), "ran");
  const config = (name: string, value: string) =>
    git(workspace, "config", "-f", join(repository, "config"), name, value);
  config("core.repositoryformatversion", "1");
  config("core.bare", "false");
  config("core.worktree", place === "embedded" ? "." : "..");
  config("extensions.partialClone", "origin");
  config("index.sparse", "true");
  config("remote.origin.url", source);
  config("remote.origin.promisor", "true");
  config("remote.origin.uploadpack", `touch '${trace}'; git-upload-pack`);
  config("core.fsmonitor", `touch '${trace}'; false`);
  return { workspace, evil, trace };
}

/** An index that lists empty files under these names: git itself would write none of them. */
function forgedIndex(paths: readonly string[]): Buffer {
  const entries = paths.toSorted().map((path) => {
    const head = Buffer.alloc(62);
    head.writeUInt32BE(0o100644, 24);
    head.write("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 40, "hex");
    head.writeUInt16BE(path.length, 60);
    return Buffer.concat([head, Buffer.from(path), Buffer.alloc(8 - ((62 + path.length) % 8))]);
  });
  const header = Buffer.from("DIRC\0\0\0\x02\0\0\0\0", "latin1");
  header.writeUInt32BE(paths.length, 8);
  const bytes = Buffer.concat([header, ...entries]);
  return Buffer.concat([bytes, createHash("sha1").update(bytes).digest()]);
}

describe("git in a hostile directory", () => {
  it("does not take files of the repository for a repository, and so runs none of its programs", async () => {
    const { workspace, evil, trace } = await hostile("embedded");
    expect(await gitFiles(workspace, evil, ENV)).toEqual([{ path: "pyproject.toml", executable: false }]);
    commit(workspace);
    const paths = (await gitFiles(workspace, evil, ENV)).map(({ path }) => path);
    expect(paths).toContain("config");
    expect(paths).not.toContain("sub/x.py");
    expect(existsSync(trace)).toBe(false);
  });

  it("runs no program that a `.git` of it names, also for objects that are missing", async () => {
    const { workspace, evil, trace } = await hostile("own");
    await gitFiles(workspace, evil, ENV);
    expect(existsSync(trace)).toBe(false);
  });

  it.each(["../../out.js", "/etc/passwd", "a/../../../out.js", "a//b.js", "./a.js"])(
    "refuses an index that lists %s",
    async (listed) => {
      const workspace = await createWorkspace({ files: { "pyproject.toml": PROJECT, "a/x.py": "" }, git: true });
      await writeFile(join(workspace, ".git/index"), forgedIndex(["pyproject.toml", listed]));
      await expect(gitFiles(workspace, workspace, ENV)).rejects.toThrow("which is no path inside it");
    },
  );

  it("does not hand on what a link into `.git` leads to", async () => {
    const files = {
      "requirements.txt": "./libs/evil",
      "app/main.py": "",
      "libs/evil/pyproject.toml": PROJECT,
      "libs/evil/notes.txt": { linkTo: ".git/config" },
      "libs/evil/.git/config": "[http]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n",
    };
    await expect(foundIn(files, { code: "app" })).rejects.toThrow('"notes.txt" is a symbolic link into `.git`.');
  });
});
