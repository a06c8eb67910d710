import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findAt, findIn, foundIn, refusal } from "../support/dependencies.ts";
import { createWorkspace } from "../support/workspace.ts";

describe("auto", () => {
  it.each([
    [
      "the code directory before the workspace",
      { "app/requirements.txt": "foo", "requirements.txt": "bar" },
      ["app/requirements.txt"],
    ],
    [
      "the workspace when the code directory has none",
      { "app/main.py": "", "requirements.txt": "bar" },
      ["requirements.txt"],
    ],
    ["no directory between them", { "app/main.py": "", "requirements.txt": "bar" }, ["requirements.txt"]],
    [
      "the code directory although a directory has the file's name",
      { "app/uv.lock/x": "", "app/requirements.txt": "foo" },
      ["app/requirements.txt"],
    ],
  ])("takes %s", async (_, files, expected) => {
    expect((await foundIn(files, { code: "app" })).files).toEqual(expected);
  });

  it("does not look between the code directory and the workspace", async () => {
    const { files } = await foundIn(
      { "services/api/main.py": "", "services/requirements.txt": "foo", "requirements.txt": "bar" },
      { code: "services/api" },
    );
    expect(files).toEqual(["requirements.txt"]);
  });

  it.each(["app/pyproject.toml", "app/api/pyproject.toml"])(
    "leaves the workspace's file alone when %s lies below it",
    async (project) => {
      const files = { [project]: "", "app/api/main.py": "", "requirements.txt": "bar" };
      expect(await findIn(files, { code: "app/api" })).toEqual({
        outcome: "untouched",
        reason: expect.stringContaining('No dependency file was found in "app/api" ('),
        overlooked: ["requirements.txt"],
      });
    },
  );

  it("the workspace's own pyproject.toml does not hide its file", async () => {
    const files = { "pyproject.toml": "", "app/main.py": "", "requirements.txt": "bar" };
    expect((await foundIn(files, { code: "app" })).files).toEqual(["requirements.txt"]);
  });

  it("nothing found leaves the layer untouched and says where it looked", async () => {
    expect(await findIn({ "app/main.py": "" }, { code: "app" })).toEqual({
      outcome: "untouched",
      reason:
        'No dependency file was found in "app" and "." (looked for uv.lock, pylock.toml, poetry.lock, Pipfile.lock, requirements.txt): the layers stay as they are.',
      overlooked: [],
    });
  });

  it.each([
    ["app/requirements-prod.txt", ["app/requirements-prod.txt"]],
    ["requirements/base.txt", ["requirements/base.txt"]],
    ["lambda_requirements.in", ["lambda_requirements.in"]],
    ["requirements-docker.txt", ["requirements-docker.txt"]],
    ["app/Pipfile", ["app/Pipfile"]],
    ["requirements-dev.txt", []],
    ["requirements/test.txt", []],
    ["docs/requirements-prod.txt", []],
    ["app/notes.txt", []],
  ])("nothing found, but %s is there: tells of %j", async (file, overlooked) => {
    expect(await findIn({ "app/main.py": "", [file]: "foo" }, { code: "app" })).toMatchObject({ overlooked });
  });

  const project = (dependencies: string) => `[project]\nname = "x"\n${dependencies}\n`;

  it.each([
    ["beside the code", "app/api/pyproject.toml", '"app/api"', "app/api/requirements.txt"],
    ["above the code", "app/pyproject.toml", '"app/api"', "app/api/requirements.txt"],
    ["at the workspace's root", "pyproject.toml", '"app/api" and "."', "requirements.txt"],
  ])("a pyproject.toml %s that lists dependencies is an error with the way out", async (_, file, places, target) => {
    const error = await refusal(
      { [file]: project('dependencies = ["fastapi"]'), "app/api/main.py": "" },
      { code: "app/api" },
    );
    expect(error.message).toBe(
      `No dependency file was found in ${places} (looked for uv.lock, pylock.toml, poetry.lock, Pipfile.lock, requirements.txt), but "${file}" lists dependencies.`,
    );
    expect(error.hint).toBe(
      `Run \`uv pip compile ${file} -o ${target}\` and commit that file, or name another file in \`requirements\`, \`none\` for no layer.`,
    );
  });

  it.each([
    ["lists none", project("dependencies = []")],
    ["is a tool's configuration", "[tool.ruff]\nline-length = 100\n"],
    ["cannot be read", "[project\ndependencies = ['fastapi']\n"],
  ])("a pyproject.toml that %s leaves the layer untouched", async (_, text) => {
    expect((await findIn({ "pyproject.toml": text, "app/main.py": "" }, { code: "app" })).outcome).toBe("untouched");
  });

  it("a pyproject.toml further up is another project's when one lies nearer to the code", async () => {
    const files = {
      "pyproject.toml": project('dependencies = ["fastapi"]'),
      "app/pyproject.toml": project(""),
      "app/main.py": "",
    };
    expect((await findIn(files, { code: "app" })).outcome).toBe("untouched");
  });

  it.each([
    ["uv.lock", "uv export --no-dev --no-emit-project -o requirements.txt"],
    ["pylock.toml", "uv export --no-dev --no-emit-project -o requirements.txt"],
    ["poetry.lock", "poetry self add poetry-plugin-export && poetry export -o requirements.txt"],
    ["Pipfile.lock", "pipenv requirements > requirements.txt"],
  ])("%s wins over requirements.txt and is refused, with the way out", async (lock, command) => {
    const files = { [lock]: "", "requirements.txt": "foo" };
    const error = await refusal(files);
    expect(error.message).toBe(`The dependency file "${lock}" is of a kind that is not supported yet.`);
    expect(error.hint).toBe(`Run \`${command}\` and set \`requirements: requirements.txt\`.`);
    expect((await foundIn(files, { requirements: ["requirements.txt"] })).files).toEqual(["requirements.txt"]);
  });

  it("a link out of the workspace is refused", async () => {
    const error = await refusal({ "requirements.txt": { linkTo: process.execPath } });
    expect(error.message).toBe('The dependency file "requirements.txt" is a symbolic link out of the workspace.');
  });

  it("a link inside the workspace is followed, and paths start from where it leads", async () => {
    const { requirements } = await foundIn(
      {
        "app/requirements.txt": { linkTo: "../deps/all.txt" },
        "deps/all.txt": "-r one.txt",
        "deps/one.txt": "foo",
      },
      { code: "app" },
    );
    expect(requirements.map(({ name }) => name)).toEqual(["foo"]);
  });
});

describe("a list", () => {
  it("is read in order, repeated requirements once, and locks beside it are not looked at", async () => {
    const { requirements, files } = await foundIn(
      { "uv.lock": "", "a/base.txt": "foo==1\nbar\n", "b.in": "baz\nFoo == 1\n" },
      { requirements: ["a/base.txt", "b.in"] },
    );
    expect(requirements.map(({ line }) => line)).toEqual(["foo==1", "bar", "baz"]);
    expect(files).toEqual(["a/base.txt", "b.in"]);
  });

  it.each([
    [
      "deps/require.txt",
      'The dependency file "deps/require.txt" does not exist.',
      'Correct `requirements`; beside it are "dev.in", "pdm.lock", "requirements.txt".',
    ],
    [
      "nowhere/require.txt",
      'The dependency file "nowhere/require.txt" does not exist.',
      "Correct `requirements`; its paths start from the workspace.",
    ],
    [
      "../require.txt",
      'The dependency file "../require.txt" is outside the workspace.',
      "Name a path inside the repository.",
    ],
    [
      "/etc/passwd",
      'The dependency file "/etc/passwd" is outside the workspace.',
      "Name a path inside the repository.",
    ],
    ["link", 'The dependency file "link" is a symbolic link out of the workspace.', "Put the file itself there."],
    [
      "loop",
      'The dependency file "loop" is a loop of symbolic links.',
      "Correct `requirements`; its paths start from the workspace.",
    ],
    ["deps", 'The dependency file "deps" is no file.', "Name files, not directories, in `requirements`."],
    [
      "a\0b",
      'The dependency file "a\\u0000b" is no path.',
      "Correct `requirements`; its paths start from the workspace.",
    ],
    [
      "deps/pdm.lock",
      'The dependency file "deps/pdm.lock" is of a kind that is not supported yet.',
      "Run `uv export --no-dev --no-emit-project -o requirements.txt` and set `requirements: requirements.txt`.",
    ],
  ])("refuses %s", async (name, message, hint) => {
    const error = await refusal(
      {
        "deps/requirements.txt": "foo",
        "deps/dev.in": "bar",
        "deps/pdm.lock": "",
        "deps/notes.md": "",
        link: { linkTo: process.execPath },
        loop: { linkTo: "loop" },
      },
      { requirements: ["deps/requirements.txt", name] },
    );
    expect([error.message, error.hint, error.code]).toEqual([message, hint, "requirements"]);
  });

  it("an absolute path inside the workspace is taken", async () => {
    const workspace = await createWorkspace({ files: { "requirements.txt": "foo" } });
    const found = await findAt(workspace, { requirements: [join(workspace, "requirements.txt")] });
    expect(found).toMatchObject({ outcome: "found", files: ["requirements.txt"] });
  });

  it("a workspace that is reached by a link is the same workspace", async () => {
    const files = { "real/requirements.txt": "-r more.txt\n", "real/more.txt": "foo", "real/app/x.py": "" };
    const outer = await createWorkspace({ files: { ...files, link: { linkTo: "real" } } });
    expect(await findAt(join(outer, "link"), { code: "app" })).toEqual(
      await findAt(join(outer, "real"), { code: "app" }),
    );
  });
});

describe("outcomes", () => {
  it("none looks at no file", async () => {
    const workspace = await createWorkspace({ files: { "requirements.txt": "bad=1" } });
    expect(await findAt(workspace, { requirements: "none" })).toEqual({
      outcome: "untouched",
      reason: "`requirements: none`: only the code is deployed.",
    });
  });

  it.each([
    ["an empty file", ""],
    ["comments alone", "# nothing\n\n"],
    ["options and constraints alone", "--index-url https://h.example/simple\n-c limits.txt\n"],
    ["the code itself without dependencies", "-e .\n"],
  ])("%s is a file without requirements", async (_, text) => {
    const files = {
      "requirements.txt": text,
      "limits.txt": "foo<2",
      "pyproject.toml": '[project]\nname = "me"\n',
    };
    expect(await findIn(files)).toMatchObject({
      outcome: "empty",
      files: expect.arrayContaining(["requirements.txt"]),
    });
  });

  it.each([
    ["an empty file", "# nothing\n", [], "`requirements.txt` asks for no packages."],
    [
      "a file of excluded packages",
      "boto3>=1.34\nBotoCore==1\n./lib\n",
      ["boto3", "botocore", "lib"],
      "`requirements.txt` asks for packages only that `exclude-packages` leaves out.",
    ],
  ])("%s leaves nothing to install, and says why", async (_, text, excludePackages, reason) => {
    const files = { "requirements.txt": text, "lib/pyproject.toml": '[project]\nname = "lib"\n', "app/x.py": "" };
    expect(await findIn(files, { code: "app", excludePackages })).toEqual({
      outcome: "empty",
      files: ["requirements.txt"],
      reason,
    });
  });

  it("what the workflow says is handed on", async () => {
    const found = await foundIn("foo", { allowSource: ["bar"], excludePackages: ["boto3", "botocore"] });
    expect([found.allowSource, found.excluded]).toEqual([["bar"], ["boto3", "botocore"]]);
  });

  it("a directory that cannot be listed as workspace fails instead of finding nothing", async () => {
    const workspace = await createWorkspace({ files: {} });
    await mkdir(join(workspace, "app"));
    await expect(findAt(join(workspace, "absent"))).rejects.toThrow("ENOENT");
  });
});
