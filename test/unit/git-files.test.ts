import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitFiles } from "../../src/dependencies/git-files.ts";
import { foundIn } from "../support/dependencies.ts";
import { forgedIndex, hostileWorkspace } from "../support/hostile-repository.ts";
import { commit, createWorkspace } from "../support/workspace.ts";

const PROJECT = { "pyproject.toml": '[project]\nname = "evil"\nversion = "1"\n' };
const ENV = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot };

describe("git in a hostile directory", () => {
  it("does not take files of the repository for a repository, and so runs none of its programs", async () => {
    const { workspace, evil, trace } = await hostileWorkspace("embedded", PROJECT);
    expect(await gitFiles(workspace, evil, ENV)).toEqual([{ path: "pyproject.toml", executable: false }]);
    commit(workspace);
    const paths = (await gitFiles(workspace, evil, ENV)).map(({ path }) => path);
    expect(paths).toContain("config");
    expect(paths).not.toContain("sub/x.py");
    expect(existsSync(trace)).toBe(false);
  });

  it("runs no program that a `.git` of it names, also for objects that are missing", async () => {
    const { workspace, evil, trace } = await hostileWorkspace("own", PROJECT);
    await gitFiles(workspace, evil, ENV);
    expect(existsSync(trace)).toBe(false);
  });

  it.each(["../../out.js", "/etc/passwd", "a/../../../out.js", "a//b.js", "./a.js"])(
    "refuses an index that lists %s",
    async (listed) => {
      const workspace = await createWorkspace({ files: { ...PROJECT, "a/x.py": "" }, git: true });
      await writeFile(join(workspace, ".git/index"), forgedIndex(["pyproject.toml", listed]));
      await expect(gitFiles(workspace, workspace, ENV)).rejects.toThrow("which is no path inside it");
    },
  );

  it("does not hand on what a link into `.git` leads to", async () => {
    const files = {
      "requirements.txt": "./libs/evil",
      "app/main.py": "",
      "libs/evil/pyproject.toml": PROJECT["pyproject.toml"],
      "libs/evil/notes.txt": { linkTo: ".git/config" },
      "libs/evil/.git/config": "[http]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n",
    };
    await expect(foundIn(files, { code: "app" })).rejects.toThrow('"notes.txt" is a symbolic link into `.git`.');
  });
});
