import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import type { Dependencies } from "../../src/dependencies/find.ts";
import { contentChanges, sameContent } from "../../src/function/changes.ts";
import { packCode } from "../../src/function/code.ts";
import { shadowing } from "../../src/layer/import-names.ts";
import type { ZipEntry } from "../../src/zip/format.ts";
import { findAt } from "../support/dependencies.ts";
import { createWorkspace, type Files, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const NONE: Dependencies = { outcome: "untouched", reason: "" };
const onWindows = process.platform === "win32";

interface Options {
  readonly directory?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly dependencies?: Dependencies;
}

async function pack(workspace: string, { directory = ".", ...options }: Options = {}) {
  const file = join(await temporaryDirectory("code"), "code.zip");
  return packCode({
    workspace,
    directory: join(workspace, directory),
    include: ["**"],
    exclude: [],
    dependencies: NONE,
    file,
    ...options,
  });
}

/** Paths in the package of these (empty) files. */
async function packed(paths: readonly string[], options: Options & { readonly ignore?: string } = {}) {
  const { ignore, ...rest } = options;
  const files = Object.fromEntries(paths.map((path) => [path, ""]));
  const workspace = await createWorkspace({
    files: ignore === undefined ? files : { ...files, ".lambdaignore": ignore },
  });
  return (await pack(workspace, rest)).entries.map(({ path }) => path);
}

function python(script: string, ...args: readonly string[]): unknown {
  return JSON.parse(execFileSync(inject("python"), ["-I", "-c", script, ...args], { encoding: "utf8" }));
}

describe("what is in the code package", () => {
  const ALWAYS = ["app/__init__.py", "lambda_function.py"];

  it.each<[string, readonly string[]]>([
    [
      "hidden entries",
      [".env", ".git/config", ".gitignore", ".venv/lib/x.py", "app/.DS_Store", "app/.mypy_cache/x.json"],
    ],
    [
      "virtual environments under any name",
      ["env/pyvenv.cfg", "env/lib/x.py", "app/my-env/pyvenv.cfg", "app/my-env/y.py"],
    ],
    ["caches and bytecode", ["__pycache__/a.pyc", "app/__pycache__/b.py", "app/old.pyc"]],
    ["what other tools leave behind", ["node_modules/x/index.js", "app/node_modules/y.js", "cdk.out/tree.json"]],
    ["state of Terraform", ["terraform.tfstate", "infra/prod.tfstate.backup", "infra/terraform.tfstate.d/x"]],
    ["metadata of the project", ["my_app.egg-info/PKG-INFO", "app/x.egg-info"]],
    ["tests and build at the top", ["tests/test_app.py", "tests/data/x.json", "build/lib/x.py"]],
  ])("leaves out %s", async (_, paths) => {
    expect(await packed([...ALWAYS, ...paths])).toEqual(ALWAYS);
  });

  it("takes everything else, whatever .gitignore says", async () => {
    const paths = [
      "a.tf",
      "app/build/x.py",
      "app/tests/helpers.py",
      "build",
      "data/pyvenv.cfg.txt",
      "dist/x.py",
      "generated.py",
      "my_app.egg",
      "requirements.txt",
      "ümläut/a b.txt",
    ];
    const workspace = await createWorkspace({
      files: { ...Object.fromEntries(paths.map((path) => [path, ""])), ".gitignore": "generated.py\n*.txt\n" },
    });
    expect((await pack(workspace)).entries.map(({ path }) => path)).toEqual(paths);
  });

  it.each<[string, Options & { readonly ignore?: string }, readonly string[]]>([
    ["a directory at any depth", { include: ["app/"] }, ["app/a.py", "app/tests/t.py", "lib/app/c.py"]],
    ["a directory at its place", { include: ["/app/"] }, ["app/a.py", "app/tests/t.py"]],
    ["a path that starts with ./", { include: ["./app"] }, ["app/a.py", "app/tests/t.py"]],
    ["wildcards", { include: ["*.py"] }, ["app/a.py", "app/tests/t.py", "lib/app/c.py", "lib/b.py"]],
    ["wildcards in a directory", { include: ["lib/*.py"] }, ["lib/b.py"]],
    ["wildcards below a directory", { include: ["lib/**/*.py"] }, ["lib/app/c.py", "lib/b.py"]],
    ["several, and an exception", { include: ["app", "lib", "!lib/app/"] }, ["app/a.py", "app/tests/t.py", "lib/b.py"]],
    ["excluded: a name", { exclude: ["app"] }, ["lib/b.py", "x.txt"]],
    ["excluded: a path", { exclude: ["/app", "*.txt"] }, ["lib/app/c.py", "lib/b.py"]],
    ["excluded, with an exception", { exclude: ["*.py", "!b.py"] }, ["lib/b.py", "x.txt"]],
    [
      "excluded in another case",
      { exclude: ["APP", "X.TXT"] },
      ["app/a.py", "app/tests/t.py", "lib/app/c.py", "lib/b.py", "x.txt"],
    ],
    ["excluded although included", { include: ["app"], exclude: ["app/tests"] }, ["app/a.py", "lib/app/c.py"]],
    [".lambdaignore", { ignore: "# comment\r\n*.txt\r\n\r\n/lib/\r\n" }, ["app/a.py", "app/tests/t.py"]],
    [
      ".lambdaignore and code-exclude",
      { ignore: "*.txt\nlib\n", exclude: ["!lib"] },
      ["app/a.py", "app/tests/t.py", "lib/app/c.py", "lib/b.py"],
    ],
  ])("is chosen by gitignore patterns: %s", async (_, options, expected) => {
    expect(await packed(["app/a.py", "app/tests/t.py", "lib/app/c.py", "lib/b.py", "x.txt"], options)).toEqual(
      expected,
    );
  });

  it.each<[string, Options, readonly string[]]>([
    ["a directory", { include: ["**", "tests"] }, ["a.py", "tests/t.py"]],
    ["a hidden file", { include: ["**", ".env"] }, [".env", "a.py"]],
    ["hidden files by a pattern", { include: ["**", ".e*"] }, [".env", "a.py"]],
    ["a file in a hidden directory", { include: ["**", ".config/app.json"] }, [".config/app.json", "a.py"]],
    [
      "a hidden directory, without what is hidden in it",
      { include: [".config/**"] },
      [".config/app.json", ".config/other.json"],
    ],
    ["both names", { include: [".config/.secret/**"] }, [".config/.secret/key"]],
    ["a kind of file", { include: ["**", "*.pyc"] }, ["a.py", "b.pyc"]],
    ["an environment", { include: ["**", "env/**"] }, ["a.py", "env/e.py", "env/pyvenv.cfg"]],
    ["excluded all the same", { include: ["**", "tests"], exclude: ["tests"] }, ["a.py"]],
    ["only matched by wildcards", { include: ["*", "*/*", "**/*.py", "*.json", "?env", "t*/t.py"] }, ["a.py"]],
    ["another one is named", { include: ["**", ".other", "env2"] }, ["a.py"]],
  ])("holds what is on the built-in list only when code-include names it: %s", async (_, options, expected) => {
    const paths = [
      "a.py",
      ".config/.secret/key",
      ".config/app.json",
      ".config/other.json",
      ".env",
      "b.pyc",
      "env/e.py",
      "env/pyvenv.cfg",
      "tests/__pycache__/t.pyc",
      "tests/t.py",
    ];
    expect(await packed(paths, options)).toEqual(expected);
  });

  it("does not hold the dependency files that are in use, and only those", async () => {
    const workspace = await createWorkspace({
      files: {
        "src/main.py": "",
        "src/requirements.txt": "-r more/base.txt\n-c ../constraints.txt\nidna==3.10\n",
        "src/more/base.txt": "certifi\n",
        "src/more/requirements.txt": "not used\n",
        "constraints.txt": "certifi==2025.1.31\n",
      },
    });
    const paths = async (dependencies: Dependencies, include = ["**"]) =>
      (await pack(workspace, { directory: "src", dependencies, include })).entries.map(({ path }) => path);

    const found = await findAt(workspace, { code: "src" });
    expect(await paths(found)).toEqual(["main.py", "more/requirements.txt"]);
    expect(await paths(found, ["**", "requirements.txt"])).toEqual([
      "main.py",
      "more/requirements.txt",
      "requirements.txt",
    ]);
    expect(await paths(await findAt(workspace, { code: "src", requirements: "none" }))).toEqual([
      "main.py",
      "more/base.txt",
      "more/requirements.txt",
      "requirements.txt",
    ]);
  });
});

describe("links", () => {
  it.skipIf(onWindows)("inside the tree are stored as what they lead to", async () => {
    const workspace = await createWorkspace({
      files: {
        "app/main.py": "import shared.code\n",
        "lib/shared/code.py": "x = 1\n",
        "lib/run.sh": { content: "#!/bin/sh\n", executable: true },
        "app/shared": { linkTo: "../lib/shared" },
        "app/run.sh": { linkTo: "../lib/run.sh" },
        "app/again": { linkTo: "shared" },
      },
    });
    const { file, entries } = await pack(workspace, { include: ["/app"] });
    expect(entries.map(({ path, executable }) => [path, executable])).toEqual([
      ["app/again/code.py", false],
      ["app/main.py", false],
      ["app/run.sh", true],
      ["app/shared/code.py", false],
    ]);
    const script =
      "import json,sys,zipfile;print(json.dumps(zipfile.ZipFile(sys.argv[1]).read('app/shared/code.py').decode()))";
    expect(python(script, file)).toBe("x = 1\n");
  });

  const outside = "/etc";
  it.skipIf(onWindows).each<[string, Files, string]>([
    [
      "to a file out of the tree",
      { "a/x": { linkTo: "/etc/hostname" } },
      'The link "a/x" leads out of the code directory.',
    ],
    ["to a directory out of the tree", { x: { linkTo: outside } }, 'The link "x" leads out of the code directory.'],
    [
      "by a relative path out of the tree",
      { "a/x": { linkTo: "../../" } },
      'The link "a/x" leads out of the code directory.',
    ],
    [
      "through a link",
      { "a/x": { linkTo: "../y" }, y: { linkTo: outside } },
      'The link "a/x" leads out of the code directory.',
    ],
    ["to nothing", { x: { linkTo: "gone" } }, 'The link "x" leads to nothing.'],
    ["to itself", { x: { linkTo: "x" } }, 'The link "x" leads back to itself.'],
    ["to one another", { x: { linkTo: "y" }, y: { linkTo: "x" } }, 'The link "x" leads back to itself.'],
    [
      "to the directory they are in",
      { "a/x": { linkTo: "." } },
      'The link "a/x" leads back to a directory that contains it.',
    ],
    [
      "to the code directory",
      { "a/x": { linkTo: ".." } },
      'The link "a/x" leads back to a directory that contains it.',
    ],
    [
      "into a circle of two directories",
      { "a/x": { linkTo: "../b" }, "b/y": { linkTo: "../a" } },
      'The link "a/x/y" leads back to a directory that contains it.',
    ],
  ])("%s are an error that names them, unless they are left out", async (_, links, message) => {
    const workspace = await createWorkspace({ files: { "main.py": "", "a/a.py": "", "b/b.py": "", ...links } });
    await expect(pack(workspace)).rejects.toMatchObject({ name: "ActionError", code: "code-files", message });
    await expect(pack(workspace)).rejects.toHaveProperty("hint", expect.stringContaining("`code-exclude`"));

    const exclude = Object.keys(links).map((path) => `/${path}`);
    expect((await pack(workspace, { exclude })).files).toBe(3);
    expect((await pack(workspace, { include: ["/main.py"] })).files).toBe(1);
  });

  it.skipIf(onWindows)("to a directory whose name begins like the code directory's lead out of it", async () => {
    const workspace = await createWorkspace({
      files: { "src/main.py": "", "src/x.py": { linkTo: "../src-old/x.py" }, "src-old/x.py": "" },
    });
    await expect(pack(workspace, { directory: "src" })).rejects.toThrow(
      'The link "x.py" leads out of the code directory.',
    );
    expect((await pack(workspace)).files).toBe(3);
  });

  it.skipIf(onWindows)("are ended where they lead into one another's directories again and again", async () => {
    const levels = Array.from({ length: 11 }, (_, i) => i);
    const files = Object.fromEntries(
      levels.flatMap((i): [string, Files[string]][] => [
        [`${i}/left`, { linkTo: `../${i + 1}` }],
        [`${i}/right`, { linkTo: `../${i + 1}` }],
      ]),
    );
    const last = Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`11/${i}.py`, ""]));
    const workspace = await createWorkspace({ files: { ...files, ...last } });
    await expect(pack(workspace)).rejects.toThrow("more than 65535 files");
  });

  it.skipIf(onWindows)("are ended also where no directory holds a file", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => i);
    const links = levels.flatMap((i) =>
      ["left", "right"].map((side) => [`${i}/${side}`, { linkTo: `../${i + 1}` }] as const),
    );
    const workspace = await createWorkspace({ files: { "main.py": "", ...Object.fromEntries(links), "30/.keep": "" } });
    await expect(pack(workspace)).rejects.toMatchObject({
      message: "The code directory leads into more than 65535 directories.",
      hint: expect.stringContaining("`code-exclude`"),
    });
  });

  it.skipIf(onWindows).each<[string, Files, string]>([
    ["notes.txt", { "notes.txt": { linkTo: ".git/config" } }, ".git/config"],
    ["env.txt", { "env.txt": { linkTo: ".env" } }, ".env"],
    [
      "a/again.txt",
      { "a/again.txt": { linkTo: "../b.txt" }, "b.txt": { linkTo: "app/.env" }, "app/.env": "" },
      "app/.env",
    ],
    ["repository", { repository: { linkTo: ".git" } }, ".git"],
    ["objects", { objects: { linkTo: ".git/objects" }, ".git/objects/x": "" }, ".git/objects"],
    ["state", { state: { linkTo: "prod.tfstate" }, "prod.tfstate": "" }, "prod.tfstate"],
    ["lib", { lib: { linkTo: "env/lib" }, "env/pyvenv.cfg": "", "env/lib/x.py": "" }, "env/lib"],
    ["checks", { checks: { linkTo: "tests" }, "tests/x.py": "" }, "tests"],
  ])("%s to what stays out are an error, unless that is named", async (link, files, target) => {
    const secrets = { ".git/config": "", ".env": "" };
    const workspace = await createWorkspace({ files: { "main.py": "", ...secrets, ...files } });
    await expect(pack(workspace)).rejects.toMatchObject({
      code: "code-files",
      message: `The link ${JSON.stringify(link)} leads to ${JSON.stringify(target)}, which stays out.`,
      hint: expect.stringContaining("`code-exclude`"),
    });
    const named = await pack(workspace, { include: ["**", `/${target}`, `/${target}/**`] });
    expect(named.entries.some(({ path }) => path === link || path.startsWith(`${link}/`))).toBe(true);
    expect((await pack(workspace, { include: ["/main.py"] })).files).toBe(1);
  });
});

describe("entries that cannot be packed", () => {
  it.skipIf(onWindows).each([
    ["new\nline.py", '"new\\nline.py" contains a control character'],
    ["::warning::\rx.py", '"::warning::\\rx.py" contains a control character'],
    ["dir\u001b[31m/x.py", '"dir\\u001b[31m" contains a control character'],
    ["back\\slash.py", '"back\\\\slash.py" contains a backslash'],
  ])("are named: %j", async (path, message) => {
    const workspace = await createWorkspace({ files: { "main.py": "", [path]: "" } });
    await expect(pack(workspace)).rejects.toThrow(`The name ${message}.`);
    expect((await pack(workspace, { include: ["/main.py"] })).files).toBe(1);
  });

  it.runIf(process.platform === "linux")("are named when their name is not valid UTF-8", async () => {
    const workspace = await createWorkspace({ files: { "main.py": "" } });
    writeFileSync(Buffer.concat([Buffer.from(`${workspace}/latin`), Buffer.from([0xe9]), Buffer.from(".py")]), "");
    await expect(pack(workspace)).rejects.toThrow('The name "latin\uFFFD.py" is not valid Unicode.');
    expect((await pack(workspace, { exclude: ["latin*"] })).files).toBe(1);
  });

  it.skipIf(onWindows)("are named when they are neither file nor directory", async () => {
    const workspace = await createWorkspace({ files: { "main.py": "" } });
    execFileSync("mkfifo", [join(workspace, "pipe")]);
    await expect(pack(workspace)).rejects.toThrow('"pipe" is neither a file nor a directory.');
    expect((await pack(workspace, { exclude: ["pipe"] })).files).toBe(1);
  });

  const isRoot = process.getuid?.() === 0;
  if (isRoot) console.warn("Running as root, who may read everything: unreadable files are not tested.");
  it("are named when they cannot be read", async (context) => {
    if (onWindows || isRoot) return context.skip("Whoever runs this may read every file.");
    const workspace = await createWorkspace({ files: { "main.py": "", "dir/secret.py": "", "key.pem": "" } });
    chmodSync(join(workspace, "key.pem"), 0);
    await expect(pack(workspace)).rejects.toThrow('File "key.pem" cannot be read (EACCES).');
    chmodSync(join(workspace, "dir"), 0);
    await expect(pack(workspace)).rejects.toThrow('"dir" cannot be read (EACCES).');
    expect((await pack(workspace, { include: ["/main.py"] })).files).toBe(1);
    chmodSync(join(workspace, "dir"), 0o755);
  });

  it("says that nothing is left to pack", async () => {
    const empty = await createWorkspace({ files: { "src/.env": "", "src/tests/t.py": "" } });
    await expect(pack(empty, { directory: "src" })).rejects.toMatchObject({
      code: "no-code",
      message: 'The code directory "src" holds no file for the code package.',
    });
    await expect(pack(empty, { include: ["!src"] })).rejects.toMatchObject({ code: "no-code" });
    expect((await pack(empty)).files).toBe(1);
  });

  it("says that nothing was checked out", async () => {
    await expect(pack(await createWorkspace({ files: {} }))).rejects.toMatchObject({
      message: "The workspace is empty.",
      hint: "Run `actions/checkout` before this step.",
    });
  });

  it("says that .lambdaignore has more patterns than anybody writes", async () => {
    const file = (count: number) => ({ "main.py": "", ".lambdaignore": `# one\n\n${"x*y\n".repeat(count)}` });
    await expect(pack(await createWorkspace({ files: file(1_000) }))).resolves.toMatchObject({ files: 1 });
    await expect(pack(await createWorkspace({ files: file(1_001) }))).rejects.toThrow(
      "`.lambdaignore` holds more than 1000 patterns.",
    );
  });

  it("says that .lambdaignore is no file", async () => {
    const workspace = await createWorkspace({ files: { "main.py": "", ".lambdaignore/x": "" } });
    await expect(pack(workspace)).rejects.toThrow("`.lambdaignore` is no file.");
  });

  it.skipIf(onWindows).each([
    ["to a device", "/dev/zero", "leads out of the code directory"],
    ["to a file elsewhere", "/etc/hostname", "leads out of the code directory"],
    ["to a pipe", "pipe", "is no file"],
    ["to itself", ".lambdaignore", "cannot be read (ELOOP)"],
    ["to a large file", "large", "is larger than 1048576 bytes"],
  ])("says that .lambdaignore leads %s, and does not read that", async (_, linkTo, why) => {
    const large = Buffer.alloc(1024 ** 2 + 1, "\n");
    const workspace = await createWorkspace({ files: { "main.py": "", ".lambdaignore": { linkTo }, large } });
    execFileSync("mkfifo", [join(workspace, "pipe")]);
    await expect(pack(workspace)).rejects.toThrow(`\`.lambdaignore\` ${why}.`);
  });

  it.skipIf(onWindows)("reads a .lambdaignore behind a link inside the directory", async () => {
    const files = {
      "main.py": "",
      "notes.md": "",
      "conf/ignore": "*.md\n/conf\n",
      ".lambdaignore": { linkTo: "conf/ignore" },
    };
    expect((await pack(await createWorkspace({ files }))).entries.map(({ path }) => path)).toEqual(["main.py"]);
  });

  it.skipIf(onWindows).each(["RECORD", "METADATA"])(
    "does not read %s of an installed package through a link out",
    async (name) => {
      const files = { "main.py": "", "x-1.dist-info/RECORD": "main.py,,\n", "x-1.dist-info/METADATA": "Name: x\n" };
      const workspace = await createWorkspace({
        files: { ...files, [`x-1.dist-info/${name}`]: { linkTo: "/dev/zero" } },
      });
      expect((await pack(workspace, { exclude: ["*.dist-info"] })).files).toBe(1);
    },
  );
});

describe("the bytes of the package", () => {
  const FILES: Files = {
    "app/__init__.py": "",
    "app/main.py": "def handler(event, context):\n    return open('/dev/null') and 'ok'\n",
    "app/data.bin": Buffer.alloc(100_000, "0123456789abcdef\u0000"),
    "bin/tool": { content: "#!/bin/sh\n", executable: true },
    "zoë.py": "x = 1\n",
  };

  it("are the same from another directory, at another time, under another umask and in another order of creation", async () => {
    const first = await createWorkspace({ files: FILES });
    const second = await createWorkspace({ files: {} });
    await writeFiles(join(second, "somewhere/else"), Object.fromEntries(Object.entries(FILES).reverse()));
    for (const path of everything(join(second, "somewhere/else"))) {
      const { mode } = statSync(path);
      // As a umask of 077 leaves it.
      chmodSync(path, mode & 0o700);
      utimesSync(path, new Date(2001, 1, 1), new Date(2001, 1, 1));
    }
    const [one, two] = [await pack(first), await pack(second, { directory: "somewhere/else" })];
    expect((await readFile(one.file)).equals(await readFile(two.file))).toBe(true);
    expect(two).toEqual({ ...one, file: two.file });
    expect(one.codeSha256).toBe(Buffer.from(one.sha256, "hex").toString("base64"));
  });

  it.skipIf(onWindows)("differ for an execute bit and for a byte", async () => {
    const workspace = await createWorkspace({ files: FILES });
    const before = await pack(workspace);
    chmodSync(join(workspace, "bin/tool"), 0o644);
    const plain = await pack(workspace);
    writeFileSync(join(workspace, "zoë.py"), "x = 2\n");
    const edited = await pack(workspace);
    expect(new Set([before.sha256, plain.sha256, edited.sha256]).size).toBe(3);
    expect(contentChanges(plain.entries, before.entries)).toEqual({ added: [], removed: [], modified: ["bin/tool"] });
    expect(contentChanges(edited.entries, plain.entries)).toEqual({ added: [], removed: [], modified: ["zoë.py"] });
  });

  it("are imported by Python", async () => {
    const { file, importNames } = await pack(
      await createWorkspace({
        files: {
          ...FILES,
          "names/space/module.py": "y = 2\n",
          "templates/index.html": "",
          "two-words.py": "",
          "2nd.py": "",
          "v1.2/fast.so": "",
          "fast.cpython-312-x86_64-linux-gnu.so": "",
        },
      }),
    );
    const script = `
import json, sys, zipfile
zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])
sys.path.insert(0, sys.argv[2])
import app.main, zoë, names.space.module
print(json.dumps([app.main.handler({}, None), zoë.x, names.space.module.y]))`;
    expect(python(script, file, await temporaryDirectory("task"))).toEqual(["ok", 1, 2]);
    expect(importNames).toEqual(["app", "fast", "names", "zoë"]);
  });
});

describe("two packages beside each other", () => {
  const entry = (path: string, crc32 = 1, size = 10, executable = false): ZipEntry => ({
    path,
    size,
    crc32,
    executable,
    compressedSize: 5,
  });

  it("are the same although they are compressed differently and ordered differently", () => {
    const local = [entry("a"), entry("b")];
    const live = [{ ...entry("b"), compressedSize: 7 }, entry("a")];
    expect(sameContent(local, live)).toBe(true);
    expect(contentChanges(local, live)).toEqual({ added: [], removed: [], modified: [] });
  });

  it.each<[string, readonly ZipEntry[], readonly ZipEntry[], ReturnType<typeof contentChanges>]>([
    ["added", [entry("z"), entry("a"), entry("b")], [entry("a")], { added: ["b", "z"], removed: [], modified: [] }],
    ["removed", [entry("a")], [entry("c"), entry("a"), entry("b")], { added: [], removed: ["b", "c"], modified: [] }],
    ["another CRC", [entry("a", 2)], [entry("a", 1)], { added: [], removed: [], modified: ["a"] }],
    ["another size", [entry("a", 1, 11)], [entry("a", 1, 10)], { added: [], removed: [], modified: ["a"] }],
    ["another execute bit", [entry("a", 1, 1, true)], [entry("a", 1, 1)], { added: [], removed: [], modified: ["a"] }],
    [
      "a path that is live twice",
      [entry("a", 2)],
      [entry("a", 1), entry("a", 2)],
      { added: [], removed: [], modified: ["a"] },
    ],
    ["renamed", [entry("new")], [entry("old")], { added: ["new"], removed: ["old"], modified: [] }],
  ])("differ: %s", (_, local, live, changes) => {
    expect(contentChanges(local, live)).toEqual(changes);
    expect(sameContent(local, live)).toBe(false);
  });

  it("shadow what both let import", () => {
    expect(shadowing(["app", "requests", "yaml"], ["yaml", "fastapi", "requests"])).toEqual(["requests", "yaml"]);
  });
});

function everything(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).map((path) => join(directory, path));
}
