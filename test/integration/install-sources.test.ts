import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { distributionsIn, filesIn, installerEnvironment, installFrom, refusedInstall } from "../support/install.ts";
import { startPackageIndex } from "../support/package-index.ts";
import { findPython } from "../support/python.ts";
import { buildSdist, buildWheel, projectFiles } from "../support/wheels.ts";
import { commit, createWorkspace, git, temporaryDirectory, writeFiles } from "../support/workspace.ts";

describe("a path dependency", () => {
  const project = (content: string) =>
    below(
      "libs/shared code",
      projectFiles({ name: "shared", version: "1.0", files: { "shared/__init__.py": content }, requires: ["helper"] }),
    );

  test("is built from its tracked files, with what it requires", async () => {
    const index = await indexOf(await buildWheel({ name: "helper", version: "1", files: { "helper.py": "" } }));
    const workspace = await createWorkspace({
      files: { ...project("A = 1\n"), "requirements.txt": "./libs/shared code" },
      git: true,
    });
    await writeFiles(workspace, { "libs/shared code/lib/shared/draft.py": "not tracked" });

    const { tree } = await installFrom("", { workspace, env: index });

    expect(await distributionsIn(tree)).toEqual(["helper-1", "shared-1.0"]);
    expect((await filesIn(tree)).filter((file) => file.startsWith("shared/"))).toEqual(["shared/__init__.py"]);
  });

  test("is built again when it was edited, whatever it tells uv's cache, and leaves no trace in the workspace", async () => {
    const index = await indexOf(await buildWheel({ name: "helper", version: "1", files: { "helper.py": "" } }));
    const path = "libs/shared code/pyproject.toml";
    const cacheKeys = "\n[tool.uv]\ncache-keys = []\n";
    const workspace = await createWorkspace({
      files: {
        ...project("A = 1\n"),
        [path]: project("")[path] + cacheKeys,
        "requirements.txt": "./libs/shared code",
      },
      git: true,
    });
    const workDirectory = await temporaryDirectory("install"); // the same path, as on a runner that keeps its cache
    const contentOf = async () => {
      const { tree } = await installFrom("", { workspace, workDirectory, env: index });
      const content = await readFile(join(tree, "shared/__init__.py"), "utf8");
      await rm(workDirectory, { recursive: true });
      await mkdir(workDirectory);
      return content;
    };

    expect(await contentOf()).toBe("A = 1\n");
    await writeFiles(workspace, { "libs/shared code/lib/shared/__init__.py": "A = 2\n" });
    expect(await contentOf()).toBe("A = 2\n");

    commit(workspace);
    expect(git(workspace, "status", "--porcelain", "--ignored")).toBe("");
  });

  test("stands beside requirements with hashes", async () => {
    const helper = await buildWheel({ name: "helper", version: "1", files: { "helper.py": "" } });
    const files = {
      ...project(""),
      "requirements.txt": `./libs/shared code\nhelper==1 --hash=sha256:${helper.sha256}`,
    };

    const { tree } = await installFrom(files, { env: await indexOf(helper) });

    expect(await distributionsIn(tree)).toEqual(["helper-1", "shared-1.0"]);
  });

  test("can be asked for with extras and a marker, which are those of the function", async () => {
    const extras = (name: string) =>
      `[project.optional-dependencies]\n${name} = ["helper; python_version >= '3.13'"]\n`;
    const shared = projectFiles({ name: "shared", version: "1.0", files: { "shared.py": "" } });
    const files = {
      ...below("shared", shared),
      "shared/pyproject.toml": shared["pyproject.toml"] + extras("more"),
      "shared/backend.py": (shared["backend.py"] ?? "").replace(
        "Version: 1.0\\n",
        "Version: 1.0\\nProvides-Extra: more\\nRequires-Dist: helper; python_version >= '3.13' and extra == 'more'\\n",
      ),
      "requirements.txt": './shared[more] ; platform_machine == "aarch64"',
    };
    const index = await indexOf(await buildWheel({ name: "helper", version: "1", files: { "helper.py": "" } }));
    const installed = async (runtime: string, architecture: "arm64" | "x86_64") =>
      distributionsIn((await installFrom(files, { runtime, architecture, env: index })).tree);

    expect(await installed("python3.13", "arm64")).toEqual(["helper-1", "shared-1.0"]);
    expect(await installed("python3.12", "arm64")).toEqual(["shared-1.0"]);
    expect(await installed("python3.13", "x86_64")).toEqual([]);
  });

  test("takes nothing from where its [tool.uv.sources] points", async () => {
    const marker = join(await temporaryDirectory("marker"), "executed");
    const evil = await createWorkspace({ files: projectFiles({ name: "helper", version: "9", files: {}, marker }) });
    const sources = `\n[tool.uv.sources]\nhelper = { path = ${JSON.stringify(evil)} }\n`;
    const files = project("");
    const path = "libs/shared code/pyproject.toml";
    const helper = await buildWheel({ name: "helper", version: "1", files: { "helper.py": "" } });

    const { tree } = await installFrom(
      { ...files, [path]: files[path] + sources, "requirements.txt": "./libs/shared code" },
      { env: await indexOf(helper) },
    );

    expect(await distributionsIn(tree)).toEqual(["helper-1", "shared-1.0"]);
    expect(existsSync(marker)).toBe(false);
  });

  test("is built without credentials of AWS, GitHub and the runner", async () => {
    const report = join(await temporaryDirectory("report"), "environment");
    const files = projectFiles({ name: "shared", version: "1.0", files: { "shared.py": "" } });
    const spy = `import os\nopen(${JSON.stringify(report)}, "w").write("\\n".join(os.environ))\n`;
    const secrets = {
      AWS_ACCESS_KEY_ID: "a",
      AWS_SESSION_TOKEN: "b",
      ACTIONS_RUNTIME_TOKEN: "c",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "d",
      GITHUB_TOKEN: "e",
      INPUT_REGION: "f",
      DATABASE_PASSWORD: "g",
    };

    await installFrom(
      {
        ...below("shared", files),
        "shared/backend.py": spy + files["backend.py"],
        "requirements.txt": "./shared",
      },
      { env: { ...secrets, ...(await indexOf()) } },
    );

    const names = (await readFile(report, "utf8")).split("\n");
    expect(names).toContain("PATH");
    expect(names.filter((name) => name in secrets)).toEqual([]);
  });

  test("is built by the function's Python where the machine has it", async (context) => {
    const minors = ["3.10", "3.11", "3.12", "3.13", "3.14"];
    const pythons = await Promise.all(minors.map(async (each) => [each, await findPython(each)] as const));
    const usual = execFileSync(inject("python"), ["--version"], { encoding: "utf8" });
    const [minor, python] = pythons.find(([each, path]) => path && !usual.includes(` ${each}.`)) ?? [];
    if (python === undefined) return context.skip(`This machine has no other Python than ${usual}.`);
    const files = projectFiles({ name: "native", version: "1", files: { "native.py": "" } });
    const tagged = (files["backend.py"] ?? "").replace(
      '"native-1-py3-none-any.whl"',
      '"native-1-cp%d%d-none-any.whl" % __import__("sys").version_info[:2]',
    );
    const native = { ...files, "backend.py": tagged };

    const { tree } = await installFrom(
      { ...below("native", native), "requirements.txt": "./native" },
      {
        runtime: `python${minor}`,
        env: { ...(await indexOf()), PATH: `${installerEnvironment().PATH}${delimiter}${dirname(python)}` },
      },
    );

    expect(await distributionsIn(tree)).toEqual(["native-1"]);
  });

  test("whose build fails is named, with the reason", async () => {
    const files = projectFiles({ name: "shared", version: "1.0", files: {} });

    const refused = await refusedInstall(
      {
        ...below("shared", files),
        "shared/backend.py": "raise SystemExit('https://user:secret@host/ says no')",
        "requirements.txt": "./shared",
      },
      { env: await indexOf() },
    );

    expect(refused.code).toBe("build");
    expect(refused.message).toMatch(
      /^shared could not be built: The build backend returned an error: Call to `backend\.\S+` failed/,
    );
    expect(refused.message).not.toContain("secret");
  });
});

describe("a package that exists as source only", () => {
  test("is refused, and nothing of it is executed", async () => {
    const marker = join(await temporaryDirectory("marker"), "executed");
    const sdist = await buildSdist({ name: "source", version: "1", files: { "source.py": "" }, marker });

    const refused = await refusedInstall("source", { env: await indexOf(sdist) });

    expect(refused.message).toBe(
      "source==1 has no wheel for python3.11 on x86_64, only source code, whose build would run code of the package on this runner.",
    );
    expect(existsSync(marker)).toBe(false);
  });

  test("is built when allow-source names it, and only then, also as what another one requires", async () => {
    const marker = join(await temporaryDirectory("marker"), "executed");
    const sdist = await buildSdist({ name: "source", version: "1", files: { "source.py": "A = 1" }, marker });
    const parent = await buildWheel({ name: "parent", version: "1", files: { "parent.py": "" }, requires: ["source"] });
    const env = await indexOf(sdist, parent);

    expect((await refusedInstall("parent", { env, allowSource: ["another"] })).code).toBe("no-wheel");
    expect(existsSync(marker)).toBe(false);

    const { tree } = await installFrom("parent", { env, allowSource: ["source"] });

    expect(await distributionsIn(tree)).toEqual(["parent-1", "source-1"]);
    expect(existsSync(marker)).toBe(true);
  });
});

describe("a hostile workspace", () => {
  test("has no say: uv's settings, Python versions and environments in it are without effect", async () => {
    const marker = join(await temporaryDirectory("marker"), "executed");
    const right = await buildWheel({ name: "wanted", version: "1", files: { "wanted.py": "right" } });
    const wrong = await buildWheel({ name: "wanted", version: "2", files: { "wanted.py": "wrong" } });
    const other = await indexOf(wrong);
    const settings = `index-url = "${other.UV_DEFAULT_INDEX}"\nno-binary = true\noverride-dependencies = ["wanted==2"]\n`;
    const python = `#!/bin/sh\necho > ${marker}\nexec python3 "$@"\n`;

    const { tree } = await installFrom(
      {
        "pyproject.toml": `[tool.uv]\n${settings}[tool.uv.pip]\nno-deps = true\n`,
        "uv.toml": settings,
        ".python-version": "2.7",
        ".venv/pyvenv.cfg": "home = /usr/bin\n",
        ".venv/bin/python": { content: python, executable: true },
        "requirements.txt": "wanted",
      },
      { env: await indexOf(right) },
    );

    expect(await distributionsIn(tree)).toEqual(["wanted-1"]);
    expect(existsSync(marker)).toBe(false);
  });
});

function below(directory: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${directory}/${path}`, content]));
}

/** Variables that make uv use an index with these packages alone. */
async function indexOf(...packages: readonly { readonly file: string }[]): Promise<Record<string, string>> {
  const index = await startPackageIndex({ packages: packages.map(({ file }) => file) });
  onTestFinished(index.stop);
  return { UV_DEFAULT_INDEX: index.url };
}
