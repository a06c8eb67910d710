import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import type { Dependencies } from "../../src/dependencies/find.ts";
import { packCode } from "../../src/function/code.ts";
import { holdsOnLambda } from "../../src/function/lambda-marker.ts";
import { findAt } from "../support/dependencies.ts";
import { machineEnvironment, searchPath } from "../support/machine.ts";
import { buildWheel } from "../support/wheels.ts";
import { createWorkspace, type Files, temporaryDirectory } from "../support/workspace.ts";

const run = promisify(execFile);

async function pack(directory: string, dependencies: Dependencies) {
  const file = join(await temporaryDirectory("code"), "code.zip");
  const code = await packCode({ workspace: directory, directory, include: ["**"], exclude: [], dependencies, file });
  return { leftOut: code.leftOut, paths: code.entries.map(({ path }) => path) };
}

interface Installed {
  readonly files?: readonly string[];
  readonly requires?: readonly string[];
}

/** As an installer leaves it in its target: `name version` → files and metadata. */
function installed(distributions: Readonly<Record<string, Installed>>): Files {
  return Object.fromEntries(
    Object.entries(distributions).flatMap(([key, { files = [`${key.split("-")[0]}.py`], requires = [] }]) => {
      const info = `${key}.dist-info`;
      const own = files.filter((path) => !/^[./]/.test(path));
      const record = [...files, `${info}/METADATA`, `${info}/RECORD`].map((path) => `${path},,\n`).join("");
      const needs = requires.map((line) => `Requires-Dist: ${line}\n`).join("");
      return [
        ...own.map((path): [string, string] => [path, ""]),
        [`${info}/METADATA`, `Metadata-Version: 2.4\nName: ${key}\n${needs}\nRequires-Dist: described\n`],
        [`${info}/RECORD`, record],
      ];
    }),
  );
}

/** What is left out of a code directory with these distributions. */
async function leftOut(
  requirements: string,
  distributions: Readonly<Record<string, Installed>>,
  excludePackages: readonly string[] = [],
) {
  const workspace = await createWorkspace({
    files: { "main.py": "", "requirements.txt": requirements, ...installed(distributions) },
  });
  return (await pack(workspace, await findAt(workspace, { excludePackages }))).leftOut;
}

describe("distributions installed in the code directory", () => {
  it.each([
    [
      "pip",
      (target: string) => [inject("python"), "-m", "pip", "--isolated", "install", "--no-compile", "--target", target],
    ],
    [
      "uv",
      (target: string) => [
        inject("uv"),
        "pip",
        "install",
        "--no-config",
        "--target",
        target,
        "--python",
        inject("python"),
      ],
    ],
  ])(
    "by a real %s are left out with their programs and metadata, when the requirements name or reach them",
    async (_, tool) => {
      const wheels = await temporaryDirectory("wheels");
      const wheel = { directory: wheels, version: "1.0" };
      await buildWheel({
        ...wheel,
        name: "Web-Kit",
        files: { "web/__init__.py": "", "web/a,b.txt": "", "web_data/x.json": "{}" },
        requires: [
          "base_lib>=1; python_version >= '3.8'",
          "colour; extra == 'pretty'",
          "winonly; sys_platform == 'win32'",
        ],
        scripts: ["web = web:main"],
      });
      await buildWheel({ ...wheel, name: "base_lib", files: { "base_lib.py": "", "shared/one.py": "" } });
      await buildWheel({ ...wheel, name: "colour", files: { "colour.py": "" } });
      await buildWheel({
        ...wheel,
        name: "own",
        files: { "own.py": "", "shared/two.py": "" },
        scripts: ["own = own:main"],
      });
      const workspace = await createWorkspace({
        files: { "main.py": "import web\n", "web/mine.txt": "", "requirements.txt": "web.kit==1.0\n" },
      });
      const [command = "", ...args] = tool(workspace);
      await run(command, [...args, "--no-index", "--find-links", wheels, "web-kit", "colour", "own"], {
        env: { ...machineEnvironment(), PATH: searchPath(), UV_CACHE_DIR: await temporaryDirectory("cache") },
      });

      const { leftOut, paths } = await pack(workspace, await findAt(workspace));
      expect(leftOut).toEqual(["base-lib", "web-kit"]);
      expect(paths.filter((path) => !path.includes(".dist-info/"))).toEqual([
        "bin/own",
        "colour.py",
        "main.py",
        "own.py",
        "shared/two.py",
        "web/mine.txt",
      ]);
      expect(new Set(paths.filter((path) => path.includes(".dist-info/")).map((path) => path.split("/")[0]))).toEqual(
        new Set(["colour-1.0.dist-info", "own-1.0.dist-info"]),
      );
    },
  );

  const A_NEEDS_B = {
    "a-1.0": { requires: ["B_b"] },
    "b.b-2.0": { requires: ["c (>=1.0)"] },
    "c-3.0": {},
    // Named only by the description below the headers of METADATA.
    "described-1.0": {},
    "d-4.0": {},
  };

  it.each<[string, string, Readonly<Record<string, Installed>>, readonly string[]]>([
    ["named", "d\n", A_NEEDS_B, ["d"]],
    ["reached through two others", `A>=1 --hash=sha256:${"0".repeat(64)}\n`, A_NEEDS_B, ["a", "b-b", "c"]],
    ["in a circle", "a\n", { "a-1": { requires: ["b"] }, "b-1": { requires: ["a"] } }, ["a", "b"]],
    ["by a URL", "a @ https://example.com/a-1-py3-none-any.whl\n", A_NEEDS_B, ["a", "b-b", "c"]],
    ["by none", "# none\nother\n", A_NEEDS_B, []],
    ["only on Windows", 'a; sys_platform == "win32"\n', A_NEEDS_B, []],
    ["only on some runtimes", 'a; python_version < "3.12"\n', A_NEEDS_B, []],
    ["on every runtime", 'a; python_version >= "3.10" and sys_platform != "win32"\n', A_NEEDS_B, ["a", "b-b", "c"]],
    ["by an extra that is asked", "a[x,Y_y]\n", { "a-1": { requires: ["b; extra == 'y-y'"] }, "b-1": {} }, ["a", "b"]],
    ["by an extra that is not asked", "a[x]\n", { "a-1": { requires: ["b; extra == 'y'"] }, "b-1": {} }, ["a"]],
    [
      "by an extra that another one asks",
      "a\nc\n",
      { "a-1": { requires: ["b; extra == 'y'"] }, "b-1": {}, "c-1": { requires: ["a[y]"] } },
      ["a", "b", "c"],
    ],
    [
      "by an extra that a later one asks",
      "c\na\n",
      { "a-1": { requires: ["b; extra == 'y'"] }, "b-1": {}, "c-1": { requires: ["a[y]"] } },
      ["a", "b", "c"],
    ],
    ["that is metadata only", "a\n", { "a-1": { files: [] } }, ["a"]],
    ["by a line that cannot be read", "a\n", { "a-1": { requires: ["b b b", "", "; x"] }, "b-1": {} }, ["a"]],
    ["in two versions", "a\n", { "a-1": { files: ["a/old.py"] }, "a-2": { files: ["a/new.py"] } }, ["a"]],
  ])("are left out by what the requirements need: %s", async (_, requirements, distributions, expected) => {
    expect(await leftOut(requirements, distributions)).toEqual(expected);
  });

  it("stay when exclude-packages names them, with what only they need", async () => {
    const distributions = {
      "boto3-1.0": { requires: ["botocore"] },
      "botocore-1.0": { requires: ["shared"] },
      "web-1.0": { requires: ["shared", "boto3"] },
      "shared-1.0": {},
    };
    expect(await leftOut("boto3\nweb\n", distributions, ["boto3"])).toEqual(["shared", "web"]);
  });

  it("stay when the layers are not this run's business, or there is nothing in ours", async () => {
    const workspace = await createWorkspace({
      files: { "main.py": "", "requirements.txt": "a\n", ...installed({ "a-1": {} }) },
    });
    expect((await pack(workspace, await findAt(workspace, { requirements: "none" }))).leftOut).toEqual([]);
    const empty = await pack(workspace, { outcome: "empty", files: ["requirements.txt"], reason: "" });
    expect(empty).toEqual({
      leftOut: [],
      paths: ["a-1.dist-info/METADATA", "a-1.dist-info/RECORD", "a.py", "main.py"],
    });
  });

  it("cannot leave out what another one lists too, nor anything by a path that leaves the directory", async () => {
    const workspace = await createWorkspace({
      files: {
        "main.py": "",
        "lib/main.py": "",
        "requirements.txt": "a\n",
        ...installed({
          "a-1": {
            files: ["a.py", "both.py", "./main.py", "lib/../main.py", "../main.py", "/main.py", "../../lib/main.py"],
          },
          "b-1": { files: ["both.py", "a-1.dist-info/METADATA"] },
        }),
      },
    });
    const { leftOut, paths } = await pack(workspace, await findAt(workspace));
    expect(leftOut).toEqual(["a"]);
    expect(paths).toEqual(["b-1.dist-info/METADATA", "b-1.dist-info/RECORD", "both.py", "lib/main.py", "main.py"]);
  });

  it("stay when they have no RECORD, which alone tells their files from the code's own", async () => {
    const workspace = await createWorkspace({
      files: { "main.py": "", "requirements.txt": "a\n", "a.py": "", "a-1.dist-info/METADATA": "Name: a\n" },
    });
    const { leftOut, paths } = await pack(workspace, await findAt(workspace));
    expect(leftOut).toEqual([]);
    expect(paths).toEqual(["a-1.dist-info/METADATA", "a.py", "main.py"]);
  });

  it("are only looked for at the top, where Python finds them", async () => {
    const files = Object.entries(installed({ "a-1": {} })).map(
      ([path, content]) => [`vendor/${path}`, content] as const,
    );
    const workspace = await createWorkspace({
      files: { "main.py": "", "requirements.txt": "a\n", ...Object.fromEntries(files), "a.dist-info": "a file" },
    });
    const { leftOut, paths } = await pack(workspace, await findAt(workspace));
    expect(leftOut).toEqual([]);
    expect(paths).toContain("vendor/a.py");
  });
});

describe("a marker holds on Lambda", () => {
  it.each([
    ["", true],
    ['python_version >= "3.8"', true],
    ['python_version >= "3"', true],
    ['python_version < "3.15"', true],
    ['python_version != "2.7"', true],
    ['python_version >= "3.11"', false],
    ['python_version < "3.11"', false],
    ['python_version <= "3.9"', false],
    ['python_version == "3.12"', false],
    ['python_version ~= "3.10"', false],
    ['python_full_version >= "3.8.1"', false],
    ['sys_platform == "linux"', true],
    ['sys_platform != "win32"', true],
    ['sys_platform != "linux"', false],
    ['platform_system == "Windows"', false],
    ['os_name == "posix" and implementation_name == "cpython"', true],
    ["platform_python_implementation != 'PyPy'", true],
    ['platform_machine == "x86_64"', false],
    ['extra == "asked"', true],
    ['extra == "A.sked"', false],
    ['extra == "Other"', false],
    ['extra != "other"', false],
    ['(python_version >= "3.8") and extra == "asked"', true],
    ['python_version >= "3.8" and extra == "other"', false],
    ['python_version < "3.11" or extra == "asked"', false],
    ["not a marker", false],
  ])("%s: %s", (marker, holds) => {
    expect(holdsOnLambda(marker, new Set(["asked"]))).toBe(holds);
  });
});
