// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { existsSync } from "node:fs";
import { readFile, rm, symlink, unlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FoundDependencies } from "../../src/dependencies/find.ts";
import type { PathDependency } from "../../src/dependencies/path-dependency.ts";
import { findAt, foundIn, refusal } from "../support/dependencies.ts";
import { commit, createWorkspace, type Files, git, writeFiles } from "../support/workspace.ts";

const SHARED: Files = {
  "libs/shared/pyproject.toml": '[project]\nname = "My_Shared"\nversion = "1"\n',
  "libs/shared/src/shared/__init__.py": "x = 1\n",
  "libs/shared/run.sh": { content: "#!/bin/sh\n", executable: true },
  "app/main.py": "",
};

async function only(workspace: string): Promise<PathDependency> {
  const found = await findAt(workspace, { code: "app" });
  const [dependency, ...others] = found.outcome === "found" ? found.pathDependencies : [];
  if (dependency === undefined || others.length > 0) {
    throw new Error(`Not one path dependency: ${JSON.stringify(found)}`);
  }
  return dependency;
}

describe("a path dependency", () => {
  it.each([
    ["./libs/shared", [], undefined],
    ["libs/shared", [], undefined],
    ["-e ./libs/shared", [], undefined],
    ["--editable=libs/shared", [], undefined],
    ["my.shared @ file:libs/shared", [], undefined],
    ["my-shared @ ./libs/shared", [], undefined],
    ["my-shared[b,a] @ file:./libs/shared", ["a", "b"], undefined],
    ["-e ./libs/shared[B_c]", ["b-c"], undefined],
    ["./libs/shared[a] ; python_version<'3.12'", ["a"], 'python_version < "3.12"'],
    ["../libs/shared", [], undefined],
  ])("%s is named by its project", async (line, extras, marker) => {
    const file = line.startsWith("../") ? "app/requirements.txt" : "requirements.txt";
    const workspace = await createWorkspace({ files: { ...SHARED, [file]: line }, git: true });
    const found = (await findAt(workspace, { code: "app" })) as FoundDependencies;
    expect(found.requirements).toEqual([]);
    expect(found.pathDependencies).toEqual([
      {
        name: "my-shared",
        extras,
        ...(marker === undefined ? {} : { marker }),
        directory: join(workspace, "libs/shared"),
        path: "libs/shared",
        files: ["pyproject.toml", "run.sh", "src/shared/__init__.py"],
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it("named twice is one, with the extras of both", async () => {
    const { pathDependencies } = await foundIn(
      {
        ...SHARED,
        "requirements.txt": "./libs/shared[a]\n-e libs/shared\nmy-shared[b] @ file:libs/shared\n",
      },
      { code: "app" },
    );
    expect(pathDependencies.map(({ name, extras }) => [name, extras])).toEqual([["my-shared", ["a", "b"]]]);
  });

  it("the content is what git tracks, as it lies in the working tree", async () => {
    const workspace = await createWorkspace({ files: { ...SHARED, "requirements.txt": "./libs/shared" }, git: true });
    const shared = join(workspace, "libs/shared");
    const first = await only(workspace);

    await writeFiles(shared, { "untracked.py": "", "build/lib/x.py": "", ".venv/pyvenv.cfg": "" });
    await writeFiles(workspace, { "app/main.py": "changed", "other.txt": "" });
    expect(await only(workspace)).toEqual(first);

    await writeFiles(shared, { "src/shared/__init__.py": "x = 2\n" });
    const edited = await only(workspace);
    expect(edited.contentHash).not.toBe(first.contentHash);
    expect(edited.files).toEqual(first.files);

    git(workspace, "add", "libs/shared/untracked.py");
    const added = await only(workspace);
    expect(added.files).toContain("untracked.py");
    expect(added.contentHash).not.toBe(edited.contentHash);

    await unlink(join(shared, "run.sh"));
    expect((await only(workspace)).files).toEqual(["pyproject.toml", "src/shared/__init__.py", "untracked.py"]);
  });

  it("the execute bit that git knows is content", async () => {
    const workspace = await createWorkspace({ files: { ...SHARED, "requirements.txt": "./libs/shared" }, git: true });
    const first = await only(workspace);
    git(workspace, "update-index", "--chmod=-x", "libs/shared/run.sh");
    expect((await only(workspace)).contentHash).not.toBe(first.contentHash);
  });

  it("the same tree has the same content in another place, in another repository and without one", async () => {
    const files = { ...SHARED, "libs/shared/run.sh": "", "requirements.txt": "./libs/shared" };
    const here = await only(await createWorkspace({ files, git: true }));
    const there = await only(await createWorkspace({ files, git: true }));
    const plain = await only(await createWorkspace({ files }));
    expect(there.contentHash).toBe(here.contentHash);
    expect([plain.contentHash, plain.files]).toEqual([here.contentHash, here.files]);
  });

  it("without git, hidden and generated files are no content", async () => {
    const workspace = await createWorkspace({ files: { ...SHARED, "requirements.txt": "./libs/shared" } });
    const first = await only(workspace);
    await writeFiles(join(workspace, "libs/shared"), {
      ".env": "SECRET=1",
      ".pytest_cache/x": "",
      "src/shared/__pycache__/x.pyc": "",
      "build/x.py": "",
      "dist/x.whl": "",
      "env/pyvenv.cfg": "",
      "env/lib/x.py": "",
      "shared.egg-info/PKG-INFO": "",
      "node_modules/x.js": "",
    });
    expect(await only(workspace)).toEqual(first);
  });

  it("a directory that git ignores is read as if there were no git", async () => {
    const files = { ...SHARED, "requirements.txt": "./libs/shared", ".gitignore": "libs/\n" };
    const { files: listed } = await only(await createWorkspace({ files, git: true }));
    expect(listed).toEqual(["pyproject.toml", "run.sh", "src/shared/__init__.py"]);
  });

  it("git starts no program that the repository's configuration names", async () => {
    const workspace = await createWorkspace({ files: { ...SHARED, "requirements.txt": "./libs/shared" }, git: true });
    await writeFiles(workspace, {
      "spy.sh": { content: `#!/bin/sh\ntouch "${workspace}/started"\n`, executable: true },
    });
    git(workspace, "config", "core.fsmonitor", join(workspace, "spy.sh"));
    await only(workspace);
    expect(existsSync(join(workspace, "started"))).toBe(false);
  });

  it.skipIf(process.platform === "win32")("a git of the workspace is never started (shell script)", async () => {
    const spy = (file: string) => ({ content: `#!/bin/sh\n: > "${file}"\n`, executable: true }) as const;
    const workspace = await createWorkspace({ files: { ...SHARED, "requirements.txt": "./libs/shared" }, git: true });
    const started = join(workspace, "started");
    await writeFiles(workspace, { "bin/git": spy(started), "libs/shared/git": spy(started), git: spy(started) });
    const env = { PATH: `.::${workspace}:${join(workspace, "bin")}` };

    const found = await findAt(workspace, { code: "app", env });

    // As if there were no git.
    expect(found).toMatchObject({ pathDependencies: [{ files: expect.arrayContaining(["git", "run.sh"]) }] });
    expect(existsSync(started)).toBe(false);
  });

  it("links inside it count as what they lead to", async () => {
    const workspace = await createWorkspace({
      files: {
        ...SHARED,
        "requirements.txt": "./libs/shared",
        "libs/shared/again.py": { linkTo: "src/shared/__init__.py" },
        "libs/shared/alias": { linkTo: "src/shared" },
        "libs/shared/self": { linkTo: "." },
      },
      git: true,
    });
    const first = await only(workspace);
    expect(first.files).toEqual([
      "again.py",
      "alias/__init__.py",
      "pyproject.toml",
      "run.sh",
      "self/again.py",
      "self/pyproject.toml",
      "self/run.sh",
      "self/src/shared/__init__.py",
      "src/shared/__init__.py",
    ]);
    for (const file of first.files) {
      await expect(readFile(join(first.directory, file))).resolves.toBeDefined();
    }
    await rm(join(workspace, "libs/shared/again.py"));
    await writeFiles(workspace, { "libs/shared/again.py": "x = 1\n" });
    expect((await only(workspace)).contentHash).toBe(first.contentHash);
  });

  it.each([true, false])("a link out of it is an error (git: %s)", async (withGit) => {
    const workspace = await createWorkspace({
      files: { ...SHARED, "requirements.txt": "./libs/shared", "secret.txt": "" },
      git: withGit,
    });
    await symlink("../../secret.txt", join(workspace, "libs/shared/data.txt"));
    if (withGit) {
      commit(workspace);
    }
    await expect(findAt(workspace, { code: "app" })).rejects.toThrow(
      'requirements.txt:1: "data.txt" is a symbolic link out of the path dependency.',
    );
  });

  it.each([
    ["no pyproject.toml", { "libs/x/setup.py": "" }, '"libs/x/pyproject.toml" does not exist.'],
    [
      "no [project]",
      { "libs/x/pyproject.toml": '[tool.poetry]\nname = "x"' },
      '"libs/x/pyproject.toml" has no valid `name` in its `[project]` table.',
    ],
    [
      "a name with a newline",
      { "libs/x/pyproject.toml": '[project]\nname = "x\\n::error::"' },
      '"libs/x/pyproject.toml" has no valid `name` in its `[project]` table.',
    ],
    [
      "a name of another type",
      { "libs/x/pyproject.toml": "[project]\nname = 1" },
      '"libs/x/pyproject.toml" has no valid `name` in its `[project]` table.',
    ],
    [
      "broken TOML",
      { "libs/x/pyproject.toml": "[project]\n= 1" },
      '"libs/x/pyproject.toml" is no valid TOML (line 2).',
    ],
    [
      "a pyproject.toml outside",
      { "libs/x/pyproject.toml": { linkTo: process.execPath } },
      '"libs/x/pyproject.toml" does not exist.',
    ],
  ])("%s is refused", async (_, files: Files, message) => {
    const error = await refusal({ "requirements.txt": "./libs/x", "app/a.py": "", ...files }, { code: "app" });
    expect(error.message).toBe(`requirements.txt:1: ${message}`);
  });

  it("another name before @, a hash, or two directories of one name are refused", async () => {
    const error = await refusal(
      {
        ...SHARED,
        "copy/pyproject.toml": '[project]\nname = "my-shared"',
        "requirements.txt": `other @ ./libs/shared\n./libs/shared --hash=sha256:${"a".repeat(64)}\n./libs/shared\n./copy\n`,
      },
      { code: "app" },
    );
    expect(error.message.split("\n")).toEqual([
      "3 lines of the dependency files cannot be used:",
      '- requirements.txt:1: "./libs/shared" is "my-shared", not "other".',
      '- requirements.txt:2: "./libs/shared" can be a requirement only as a directory without `--hash`.',
      '- libs/shared: the path dependency "my-shared" is named in two ways: "libs/shared" and "copy".',
    ]);
  });
});

describe("the code itself", () => {
  const project = (text: string): Files => ({
    "app/pyproject.toml": `[project]\nname = "My.App"\n${text}`,
    "app/main.py": "",
  });
  const lines = async (line: string, text: string, more: Files = {}) => {
    const found = await foundIn({ ...project(text), "app/requirements.txt": line, ...more }, { code: "app" });
    return [found.requirements.map((one) => one.line), found.pathDependencies.map(({ name }) => name)];
  };

  it.each([".", "-e .", "./", "my-app @ file:.", "../app", "-e ./sub/.."])(
    "%s brings its dependencies alone",
    async (line) => {
      expect(
        await lines(line, 'dependencies = ["foo >= 1", "bar[x]; os_name==\'posix\'"]', { "app/sub/x": "" }),
      ).toEqual([["foo>=1", 'bar[x] ; os_name == "posix"'], []]);
    },
  );

  it("a project above the code directory is the code as well", async () => {
    const found = await foundIn(
      {
        "pyproject.toml": '[project]\nname = "me"\ndependencies = ["foo"]',
        "requirements.txt": "-e .\n",
        "src/app/x.py": "",
      },
      { code: "src/app" },
    );
    expect(found.requirements.map((one) => one.line)).toEqual(["foo"]);
  });

  it("extras are followed, also those that name others of the project", async () => {
    const text = [
      'dependencies = ["foo"]',
      "[project.optional-dependencies]",
      'all = ["my_app[Web_Two,all]"]',
      'web-two = ["bar==1", "my-app[deep]"]',
      'deep = ["baz"]',
      'dev = ["pytest"]',
    ].join("\n");
    expect(await lines(".[all]", text)).toEqual([["foo", "bar==1", "baz"], []]);
  });

  it("a path in its dependencies starts from it", async () => {
    expect(await lines(".", 'dependencies = ["my-shared @ file:../libs/shared"]', SHARED)).toEqual([[], ["my-shared"]]);
  });

  it.each([
    [
      ".",
      'dynamic = ["dependencies"]',
      'app/requirements.txt:1: "app/pyproject.toml" leaves its dependencies to a build (`dynamic`).',
    ],
    [
      ".[x]",
      'dynamic = ["optional-dependencies"]',
      'app/requirements.txt:1: "app/pyproject.toml" leaves its optional-dependencies to a build (`dynamic`).',
    ],
    [".[x]", "dependencies = []", 'app/requirements.txt:1: "app/pyproject.toml" has no extra "x".'],
    [
      ". ; os_name == 'nt'",
      "dependencies = []",
      'app/requirements.txt:1: the code itself ("app/pyproject.toml") can be named once, and without a marker.',
    ],
    ["other @ .", "", 'app/requirements.txt:1: "." is "my-app", not "other".'],
    [".", 'dependencies = ["foo @ file:."]', 'app/pyproject.toml: "file:." is "my-app", not "foo".'],
    [
      ".",
      'dependencies = ["my-app @ file:."]',
      'app/pyproject.toml: the code itself ("app/pyproject.toml") can be named once, and without a marker.',
    ],
    [
      ".",
      'dependencies = ["foo @ git+https://h.example/foo"]',
      'app/pyproject.toml: "foo" would be built from source, which runs code of the package.',
    ],
    [
      ".",
      'dependencies = ["foo @ https://h.example/${HOME}/foo-1-py3-none-any.whl"]',
      "app/pyproject.toml: a variable stands where none is filled in.",
    ],
    [
      ".",
      'dependencies = ["--index-url https://evil.example"]',
      'app/pyproject.toml: "--index-url https://evil.example" is no requirement.',
    ],
    [".", 'dependencies = ["foo\\n--no-binary :all:"]', "app/pyproject.toml: the line holds a control character."],
    [
      ".",
      `dependencies = ["foo ; os_name == 'a\\n--no-binary :all:'"]`,
      "app/pyproject.toml: the line holds a control character.",
    ],
    [
      ".",
      'dependencies = ["Foo_x"]\n[tool.uv.sources]\nfoo-x = { path = "../foo" }',
      'app/pyproject.toml: "foo-x" has a source in `[tool.uv.sources]` of "app/pyproject.toml", which is not read.',
    ],
    ["-c limits.txt", "", 'app/limits.txt:1: "." can be a requirement only as a directory without `--hash`.'],
  ])("%s with %s is refused", async (line, text, message) => {
    const files = { ...project(text), "app/requirements.txt": line, "app/limits.txt": "." };
    expect((await refusal(files, { code: "app" })).message).toBe(message);
  });

  it("all problems of its dependencies are told", async () => {
    const files = { ...project('dependencies = ["a=1", "b", "c @ ./none"]'), "app/requirements.txt": "." };
    const { message } = await refusal(files, { code: "app" });
    expect(message.split("\n").slice(1)).toEqual([
      '- app/pyproject.toml: "a=1" is no requirement.',
      '- app/pyproject.toml: "./none" does not exist.',
    ]);
  });
});

describe("a hostile path dependency", () => {
  it("has no project file of any size", async () => {
    const project = `[project]\nname = "shared"\n${"#".repeat(1024 ** 2)}`;
    const files = { ...SHARED, "libs/shared/pyproject.toml": project, "requirements.txt": "./libs/shared" };
    expect((await refusal(files)).message).toBe(
      'requirements.txt:1: "libs/shared/pyproject.toml" is larger than 1 MB.',
    );
  });

  it.skipIf(process.platform === "win32")("has no millions of files by links to its directories", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`libs/shared/f${index}.py`, ""]));
    const links = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`libs/shared/l${index}`, { linkTo: "." }]),
    );
    const files = { ...SHARED, ...many, ...links, "requirements.txt": "./libs/shared" };
    const error = await refusal(files, { git: true });
    expect(error.message).toBe("requirements.txt:1: links lead to more than 65535 files of the path dependency.");
  });
});
