import { chmod, mkdir, symlink } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPrograms, isOfRunner, withRunnerPath } from "../../src/machine/programs.ts";
import { createWorkspace, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const ending = process.platform === "win32" ? ".exe" : "";
const program = { content: "", executable: true } as const;

async function runner() {
  const directory = await temporaryDirectory("runner");
  const workspace = await createWorkspace({ files: { [`bin/tool${ending}`]: program } });
  await writeFiles(directory, { [`one/tool${ending}`]: program, [`two/tool${ending}`]: program });
  return { workspace, directory, one: join(directory, "one"), two: join(directory, "two") };
}

const path = (...entries: readonly string[]) => ({ PATH: entries.join(delimiter) });

describe("programs", () => {
  test("are found in the order of PATH", async () => {
    const { workspace, one, two } = await runner();
    expect(findPrograms("tool", path("/nowhere", two, one), workspace)).toEqual(
      [two, one].map((directory) => join(directory, `tool${ending}`)),
    );
    expect(findPrograms("tool", {}, workspace)).toEqual([]);
  });

  test("are never those of the workspace or of a relative entry", async () => {
    const { workspace, one } = await runner();
    const relative = ["", ".", "bin", "./bin"];
    const env = path(...relative, workspace, join(workspace, "bin"), `${one}/../../${workspace}/bin`);
    expect(findPrograms("tool", env, workspace)).toEqual([]);
  });

  test.skipIf(ending !== "")("are not those behind a link into the workspace (links)", async () => {
    const { workspace, directory } = await runner();
    const [linked, links] = [join(directory, "linked"), join(directory, "links")];
    await symlink(join(workspace, "bin"), linked);
    await mkdir(links);
    await symlink(join(workspace, "bin/tool"), join(links, "tool"));
    await symlink(workspace, join(directory, "workspace"));

    expect(findPrograms("tool", path(linked, links), workspace)).toEqual([]);
    expect(findPrograms("tool", path(join(workspace, "bin")), join(directory, "workspace"))).toEqual([]);
  });

  test.skipIf(ending !== "")("can be executed, and are no directories (execute bits)", async () => {
    const { workspace, one, two } = await runner();
    await chmod(join(one, "tool"), 0o644);
    await mkdir(join(two, "other"));
    expect(findPrograms("tool", path(one), workspace)).toEqual([]);
    expect(findPrograms("other", path(two), workspace)).toEqual([]);
  });

  test("get a PATH without the workspace for those that they start", async () => {
    const { workspace, one, two } = await runner();
    const env = { ...path(".", one, workspace, "", two), HOME: workspace };
    expect(withRunnerPath(env, workspace)).toEqual({ ...path(one, two), HOME: workspace });
  });

  test("a directory beside the workspace whose name begins like its own is the runner's", async () => {
    const { workspace } = await runner();
    expect(isOfRunner(`${workspace}-tools/tool`, workspace)).toBe(true);
    expect(isOfRunner(join(workspace, "..tools/tool"), workspace)).toBe(false);
  });
});
