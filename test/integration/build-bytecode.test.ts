import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { compile } from "../../src/layer/compiler.ts";
import { readTree } from "../../src/layer/entries.ts";
import { findInterpreter, type Interpreter } from "../../src/layer/interpreter.ts";
import { buildFrom, contentsOf, layerFrom, pathsIn, refusedBuild, runPython, unpack } from "../support/build.ts";
import { machineEnvironment } from "../support/machine.ts";
import { startPackageIndex } from "../support/package-index.ts";
import { findPython } from "../support/python.ts";
import { buildWheel, type WheelRequest } from "../support/wheels.ts";
import { type Files, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const MINORS = ["3.10", "3.11", "3.12", "3.13", "3.14"];
const PYTHONS = await Promise.all(MINORS.map(async (minor) => ({ minor, path: await findPython(minor) })));
const python = PYTHONS.find(({ path }) => path !== undefined);
if (python?.path === undefined) throw new Error("These tests need a Python 3.10 or newer.");
const runtime = `python${python.minor}`;
const pythons = [dirname(python.path)];
const WINDOWS = process.platform === "win32";

/** Where the wheels of a test come from. */
async function indexOf(...wheels: readonly (Omit<WheelRequest, "name" | "version"> & { name?: string })[]) {
  const built = await Promise.all(wheels.map((wheel) => buildWheel({ name: "pkg", version: "1.0", ...wheel })));
  const index = await startPackageIndex({ packages: built.map(({ file }) => file) });
  onTestFinished(() => index.stop());
  return { UV_DEFAULT_INDEX: index.url };
}

/** Bytecode in base64 by path, for files that are laid out as an installer does. */
async function compileFiles(files: Files, interpreter: Interpreter) {
  const directory = await temporaryDirectory("tree");
  await writeFiles(directory, files);
  const { entries } = await readTree(directory);
  const compiled = await compile({ entries, interpreter, directory: await temporaryDirectory("bytecode") });
  const pairs = compiled.entries.map(async ({ path, size, content }) => {
    if (!("file" in content)) throw new Error("No file.");
    const { file, start = 0 } = content;
    return [path, (await readFile(file)).toString("base64", start, start + size)] as const;
  });
  return { skipped: compiled.skipped, bytecode: Object.fromEntries(await Promise.all(pairs)) };
}

function record(name: string, paths: readonly string[]): Files {
  return {
    [`${name}-1.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1\n`,
    [`${name}-1.dist-info/RECORD`]: paths.map((path) => `${path},,\n`).join(""),
  };
}

async function interpreterFor(minor: string): Promise<Interpreter | undefined> {
  const path = await findPython(minor);
  return path === undefined ? undefined : { path, version: `${minor}.0`, env: machineEnvironment() };
}

test("nothing of a package is executed while its bytecode is made", async () => {
  const marker = join(await temporaryDirectory("marker"), "executed");
  const write = `open(${JSON.stringify(marker)}, "w").close()\n`;
  const env = await indexOf({
    files: {
      "pkg/__init__.py": write,
      "sitecustomize.py": write,
      "usercustomize.py": write,
      "marshal.py": write,
      "run.pth": `import os; ${write}`,
    },
  });

  const { file } = await layerFrom("pkg", { runtime, pythons, env });

  const modules = Object.keys(await contentsOf(await unpack(file), ".pyc"));
  expect(modules).toContain(`python/pkg/__pycache__/__init__.cpython-${python.minor.replace(".", "")}.pyc`);
  expect(existsSync(marker)).toBe(false);
});

test("sources that are not for this Python stay without bytecode, and tests too; the rest is compiled", async () => {
  const said: string[] = [];
  const env = await indexOf({
    files: {
      "pkg/good.py": "A = 1\n",
      "pkg/python2.py": "print 'hello'\n",
      "pkg/template.py": "class {{ name }}:\n    pass\n",
      "pkg/nul.py": "A = '\0'\n",
      "pkg/latin.py": Buffer.from("# -*- coding: utf-8 -*-\nA = '\xe9'\n", "latin1"),
      "pkg/deep.py": `${"(".repeat(100_000)}1${")".repeat(100_000)}\n`,
      "pkg/tests/test_it.py": "A = 1\n",
      "test/it.py": "A = 1\n",
      "pkg/contest.py": "A = 1\n",
    },
  });

  const { file } = await layerFrom("pkg", { runtime, pythons, env, onStep: (sentence) => said.push(sentence) });

  const paths = await pathsIn(await unpack(file));
  expect(paths.filter((path) => path.endsWith(".pyc")).map((path) => path.split(".")[0])).toEqual([
    "python/pkg/__pycache__/contest",
    "python/pkg/__pycache__/good",
  ]);
  expect(paths).toEqual(expect.arrayContaining(["python/pkg/python2.py", "python/pkg/tests/test_it.py"]));
  expect(said.join("\n")).toMatch(
    /Compiled 2 modules \(5 files of other Pythons left alone\) with Python 3\.\d+\.\d+ in \d+\.\d s\./,
  );
});

test("bytecode that a wheel brings is replaced, and a module that is nothing else is kept", async () => {
  const env = await indexOf({
    files: {
      "pkg/a.py": "A = 1\n",
      "pkg/__pycache__/a.cpython-311.pyc": "stale",
      "pkg/__pycache__/a.cpython-38.pyc": "stale",
      "pkg/sourceless.pyc": "kept",
    },
  });

  const opt = await unpack((await layerFrom("pkg", { runtime, pythons, env })).file);

  const tag = `cpython-${python.minor.replace(".", "")}`;
  const bytecode = await contentsOf(opt, ".pyc");
  expect(Object.keys(bytecode)).toEqual([`python/pkg/__pycache__/a.${tag}.pyc`, "python/pkg/sourceless.pyc"]);
  expect(bytecode["python/pkg/sourceless.pyc"]).toBe(Buffer.from("kept").toString("base64"));
});

test("the installer's cache, to which the tree is linked, holds no bytecode afterwards", async () => {
  const cache = await temporaryDirectory("uv-cache");
  const env = { ...(await indexOf({ files: { "pkg/__init__.py": "A = 1\n" } })), UV_CACHE_DIR: cache };

  const { manifest } = await layerFrom("pkg", { runtime, pythons, env });

  expect(manifest.bytecode).toBe(true);
  const cached = await pathsIn(cache);
  expect(cached.some((path) => path.endsWith("pkg/__init__.py"))).toBe(true);
  expect(cached.filter((path) => path.endsWith(".pyc"))).toEqual([]);
});

describe("without an interpreter of the runtime's minor version", () => {
  const other = PYTHONS.find(({ minor, path }) => path !== undefined && minor !== python.minor);
  const elsewhere = other ?? { minor: "3.14", path: undefined };

  test("the layer ships without bytecode, and the report says how to add it", async () => {
    const env = await indexOf({ files: { "pkg/__init__.py": "" } });
    const missing = MINORS.findLast((minor) => minor !== python.minor && minor !== elsewhere.minor) ?? "3.14";

    const archive = await layerFrom("pkg", { runtime: `python${missing}`, pythons, only: true, env });

    expect(Object.keys(await contentsOf(await unpack(archive.file), ".pyc"))).toEqual([]);
    expect(archive.manifest).toMatchObject({ bytecode: false });
    expect(archive.manifest.tools).toEqual({ installer: expect.any(String) });
    expect(archive.notices).toEqual([
      {
        level: "note",
        text: `This runner has no Python ${missing} to make bytecode, so the layer has no bytecode and cold starts compile what they import. Add \`actions/setup-python\` with \`python-version: "${missing}"\` before this step.`,
      },
    ]);
  });

  test("`bytecode: required` fails with the same advice", async () => {
    const env = await indexOf({ files: { "pkg/__init__.py": "" } });
    const missing = MINORS.findLast((minor) => minor !== python.minor) ?? "3.14";

    expect(
      await refusedBuild("pkg", { runtime: `python${missing}`, pythons, only: true, env, bytecode: "required" }),
    ).toMatchObject({
      message: `This runner has no Python ${missing} to make bytecode.`,
      hint: `Add \`actions/setup-python\` with \`python-version: "${missing}"\` before this step.`,
      code: "bytecode",
    });
  });
});

test("bytecode that would pass what is left of the limit is not shipped, unless it is required", async () => {
  const env = await indexOf({ files: { "pkg/__init__.py": `A = "${"x".repeat(4_000)}"\n` } });
  const options = { runtime, pythons, env, budget: 6_000 };

  const { manifest, notices } = await layerFrom("pkg", options);

  expect(manifest.bytecode).toBe(false);
  expect(notices).toEqual([
    {
      level: "note",
      text: expect.stringMatching(
        /^With bytecode the layer is 8\.\d KB unzipped and 5\.9 KB are left for it, so the layer has no bytecode/,
      ),
    },
  ]);
  expect((await refusedBuild("pkg", { ...options, bytecode: "required" })).code).toBe("bytecode");
  expect((await layerFrom("pkg", { ...options, budget: 10_000 })).manifest.bytecode).toBe(true);
});

test("requirements that install nothing on the target make no layer", async () => {
  const requirements = 'six==1.17.0 ; sys_platform == "win32"\nidna';
  expect(await buildFrom(requirements, { runtime, pythons, excludePackages: ["idna"] })).toBe("empty");
});

// What an interpreter compiled before shows in the bytes of such modules: of the sets in 3.12 and newer, of the character in 3.10.
const SENSITIVE = {
  "sensitive/sets.py": `def f():
    a = {"inplace", "axis", "limit_area"}
def g():
    a = {"inplace", "axis", "limit_area"}
    b = {"numeric_only"}
`,
  "sensitive/character.py": "class Token:\n    id = '}'\n",
  "sensitive/none.py": "def f(x):\n    return x in {None, 'a', 'b', 'c', 'd', 'e', ...}\n",
  "sensitive/hashes.py": "def f(x):\n    return x in {'a', 'b', 'c', 'd', 'e'}\n",
};
const BEFORE = {
  "before/names.py": "axis = 1\n",
  "before/annotations.py": "from __future__ import annotations\nx: {1: 2} = 1\n",
};

test.for(PYTHONS)(
  "bytecode of $minor depends on the package alone: not on others, hash seeds, cores",
  async ({ minor }, { skip }) => {
    const interpreter = await interpreterFor(minor);
    if (interpreter === undefined) return skip(`Python ${minor} is not on this machine`);
    const own = record("sensitive", Object.keys(SENSITIVE));

    const alone = await compileFiles({ ...SENSITIVE, ...own }, interpreter);
    const again = await compileFiles({ ...SENSITIVE, ...own }, interpreter);
    const beside = await compileFiles(
      { ...SENSITIVE, ...own, ...BEFORE, ...record("before", Object.keys(BEFORE)) },
      interpreter,
    );

    expect(Object.keys(alone.bytecode)).toHaveLength(minor === "3.10" ? 3 : 4);
    expect(again).toEqual(alone);
    expect(beside.bytecode).toMatchObject(alone.bytecode);
  },
);

test.skipIf(WINDOWS)("a source on which the interpreter dies costs its own bytecode only (shell script)", async () => {
  const directory = await temporaryDirectory("crashing");
  // An interpreter that is killed by this one source, as deep nesting does to some.
  const path = join(directory, "python");
  const wrapper = `#!${python.path}
import os, sys
crash = 'if b"CRASH" in text: import os; os.kill(os.getpid(), 9)\\n                data = compiled('
at = sys.argv.index("-c") + 1
program = sys.argv[at].replace("data = compiled(", crash)
os.execv(sys.executable, [sys.executable, "-s", "-S", "-B", "-c", program, *sys.argv[at + 1:]])
`;
  await writeFile(path, wrapper, { mode: 0o755 });
  const sources = { "pkg/a.py": "", "pkg/b.py": "# CRASH\n", "pkg/c.py": "", "pkg/d.py": "# CRASH\n", "pkg/e.py": "" };

  const { bytecode, skipped } = await compileFiles(sources, { path, version: "3.11.0", env: machineEnvironment() });

  const module = (name: string) => `python/pkg/__pycache__/${name}.cpython-311.pyc`;
  expect(Object.keys(bytecode)).toEqual(["a", "c", "e"].map(module));
  expect(skipped).toBe(2);
});

describe.skipIf(WINDOWS)("an interpreter is found (programs are shell scripts)", () => {
  const request = async (env: Readonly<Record<string, string>>) => ({
    pythonVersion: python.minor,
    env,
    workspace: await temporaryDirectory("workspace"),
    temp: await temporaryDirectory("temp"),
  });

  async function program(path: string, script: string): Promise<string> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return dirname(path);
  }
  const real = `exec "${python.path}" "$@"`;

  test("on PATH, behind names that fail and versions that are others", async () => {
    const base = await temporaryDirectory("path");
    const shims = await program(join(base, "shims", `python${python.minor}`), "echo 'not selected' >&2; exit 127");
    const others = await program(join(base, "others", "python3"), "echo 2.7.18; echo /usr/bin/python2.7");
    const right = await program(join(base, "right", "python"), real);

    const found = await findInterpreter(await request({ PATH: [shims, others, right, "/bin"].join(":") }));

    expect(found?.path).toBe(python.path);
    expect(found?.version).toMatch(new RegExp(`^${python.minor}\\.\\d+$`));
  });

  test("in the tool cache of the runner, the newest first", async () => {
    const root = await temporaryDirectory("tools");
    const place = (version: string) => join(root, "Python", version, process.arch, "bin", `python${python.minor}`);
    await program(place(`${python.minor}.9`), `echo ${python.minor}.9; echo /nine`);
    await program(place(`${python.minor}.10`), `echo ${python.minor}.10; echo /ten`);
    await program(
      join(root, "Python", "2.7.18", process.arch, "bin", `python${python.minor}`),
      "echo 2.7.18; echo /two",
    );

    const found = await findInterpreter(await request({ PATH: "/nowhere", RUNNER_TOOL_CACHE: root }));

    expect(found).toMatchObject({
      path: "/ten",
      version: `${python.minor}.10`,
      env: { LD_LIBRARY_PATH: join(dirname(dirname(place(`${python.minor}.10`))), "lib") },
    });
  });

  test("by uv, which is asked for what exists and downloads nothing", async () => {
    const uv = await program(
      join(await temporaryDirectory("uv"), "uv"),
      `case "$*" in "python find --no-config --no-project --system --no-python-downloads ${python.minor}") echo "${python.path}";; *) exit 2;; esac`,
    );
    expect((await findInterpreter(await request({ PATH: uv })))?.path).toBe(python.path);
  });

  test.each([
    ["a prerelease or another implementation, which print nothing", "exit 0"],
    ["one that does not run", "exit 1"],
    ["one that lies about its minor version", "echo 3.1.0; echo /python"],
  ])("but never %s", async (_, script) => {
    const path = await program(join(await temporaryDirectory("path"), `python${python.minor}`), script);
    expect(await findInterpreter(await request({ PATH: path }))).toBeUndefined();
  });

  test("but never one that lies in the workspace, or relative to it", async () => {
    const marker = join(await temporaryDirectory("marker"), "started");
    const asked = await request({});
    const bin = await program(join(asked.workspace, ".venv", "bin", "python3"), `touch "${marker}"; ${real}`);
    await program(join(asked.temp, "python3"), `touch "${marker}"; ${real}`);

    expect(await findInterpreter({ ...asked, env: { PATH: `${bin}:.:` } })).toBeUndefined();
    expect(existsSync(marker)).toBe(false);
  });

  test("and gets nothing of the runner's environment but what it needs to start", async () => {
    const file = join(await temporaryDirectory("env"), "seen");
    const path = await program(join(await temporaryDirectory("path"), "python3"), `/usr/bin/env > "${file}"; ${real}`);
    const secrets = { AWS_SECRET_ACCESS_KEY: "s", GITHUB_TOKEN: "s", ACTIONS_RUNTIME_TOKEN: "s", PYTHONPATH: "/evil" };

    const found = await findInterpreter(await request({ PATH: path, PYENV_ROOT: "/pyenv", ...secrets }));

    const seen = await readFile(file, "utf8");
    for (const name of Object.keys(secrets)) expect(seen).not.toContain(`${name}=`);
    expect(seen).toContain("PYENV_ROOT=/pyenv");
    expect(found?.env).toEqual({ PATH: path, PYENV_ROOT: "/pyenv" });
  });
});

test("a layer's bytecode is what python itself would write", async () => {
  const env = await indexOf({ files: { "pkg/__init__.py": 'A = {"x", "y"}\ndef f(a=1):\n    "doc"\n    return a\n' } });
  const opt = await unpack((await layerFrom("pkg", { runtime, pythons, env })).file);
  const program = `
import base64, json, os, py_compile, sys, tempfile
source = os.path.join(sys.argv[1], "python/pkg/__init__.py")
target = os.path.join(tempfile.mkdtemp(), "x.pyc")
py_compile.compile(source, target, "/opt/python/pkg/__init__.py", doraise=True, optimize=0,
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
print(json.dumps(base64.b64encode(open(target, "rb").read()).decode()))
`;

  const [bytecode] = Object.values(await contentsOf(opt, ".pyc"));

  expect(bytecode).toBe(await runPython(python.path ?? "", program, opt));
});
