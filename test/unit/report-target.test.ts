import { describe, expect, it } from "vitest";
import { readProjectPython } from "../../src/size-report/project-python.ts";
import { runtimeOfRequiresPython, runtimeOfVersionFile } from "../../src/size-report/python-version.ts";
import { chooseTarget, type TargetHints } from "../../src/size-report/report-target.ts";
import { createWorkspace, type Files } from "../support/workspace.ts";

describe("a `.python-version` file", () => {
  it.each([
    ["3.12", "python3.12"],
    ["3.12.4\n", "python3.12"],
    ["# ours\n\n  3.11.9  \n3.10.1\n", "python3.11"],
    ["cpython-3.13.1", "python3.13"],
    ["python3.10", "python3.10"],
    ["3.9", undefined],
    ["3", undefined],
    ["pypy3.10-7.3", undefined],
    ["3.12-dev", undefined],
    ["", undefined],
    ["::error::3.12", undefined],
  ])("%j names %s", (text, runtime) => {
    expect(runtimeOfVersionFile(text)).toBe(runtime);
  });
});

describe("`requires-python`", () => {
  it("says nothing when it is endless", () => {
    expect(runtimeOfRequiresPython(`${">=3,".repeat(1_000_000)}<3.12`)).toBeUndefined();
  });

  it.each([
    [">=3.10", "python3.14"],
    [">=3.10,<3.13", "python3.12"],
    [">= 3.10, < 3.13", "python3.12"],
    ["~=3.11", "python3.14"],
    ["~=3.11.2", "python3.11"],
    ["==3.12.*", "python3.12"],
    ["==3.12.4", "python3.12"],
    ["===3.12.4", "python3.12"],
    [">=3.10,!=3.14.*", "python3.13"],
    [">3.12,<=3.13.0", "python3.13"],
    ["<=3.13", "python3.13"],
    ["<3.13.1", "python3.13"],
    ["<3.11,>3.10.99", undefined],
    [">=2.7,<3", undefined],
    ["<3.9", undefined],
    ["^3.11", undefined],
    ["", undefined],
    [">=3.10; x", undefined],
    [`>=${"9".repeat(400)}`, undefined],
  ])("%j leaves %s as the newest", (text, runtime) => {
    expect(runtimeOfRequiresPython(text)).toBe(runtime);
  });
});

describe("the Python of a project", () => {
  const requires = (text: string) => `[project]\nname = "x"\nrequires-python = "${text}"\n`;
  it.each<readonly [string, Files, string, string | undefined]>([
    [
      "is in the code directory",
      { "app/.python-version": "3.11", ".python-version": "3.12" },
      "python-version",
      "python3.11",
    ],
    ["is above it", { "app/a.py": "", ".python-version": "3.12" }, "python-version", "python3.12"],
    [
      "is the version file's before the project's",
      { "app/pyproject.toml": requires("==3.10.*"), ".python-version": "3.12" },
      "python-version",
      "python3.12",
    ],
    ["is the project's", { "app/a.py": "", "pyproject.toml": requires("<3.12") }, "requires-python", "python3.11"],
    ["cannot be read", { "app/a.py": "", "pyproject.toml": "[project" }, "", undefined],
    ["is a number", { "app/a.py": "", "pyproject.toml": "[project]\nrequires-python = 3.12\n" }, "", undefined],
    ["is behind a link out of the workspace", { "app/.python-version": { linkTo: "/etc/hostname" } }, "", undefined],
  ])("%s", async (_, files, from, runtime) => {
    const workspace = await createWorkspace({ files });
    const expected = runtime === undefined ? undefined : { runtime, from };
    expect(readProjectPython(workspace, `${workspace}/app`)).toEqual(expected);
  });
});

describe("the target of a report", () => {
  const nobody: TargetHints = {
    input: { runtime: undefined, architecture: undefined },
    live: undefined,
    baseline: undefined,
    project: undefined,
  };
  const everybody: TargetHints = {
    input: { runtime: "python3.10", architecture: "x86_64" },
    live: { runtime: "python3.11", architecture: "arm64" },
    baseline: { runtime: "python3.12", architecture: "arm64" },
    project: { runtime: "python3.13", from: "requires-python" },
  };
  const { input } = nobody;
  it.each([
    ["the inputs", everybody, "python3.10", "x86_64", "input", "input", true],
    ["the live function", { ...everybody, input }, "python3.11", "arm64", "live", "live", true],
    ["the baseline", { ...everybody, input, live: undefined }, "python3.12", "arm64", "baseline", "baseline", true],
    [
      "the project",
      { ...nobody, project: everybody.project },
      "python3.13",
      "x86_64",
      "requires-python",
      "guess",
      false,
    ],
    ["nobody", nobody, "python3.14", "x86_64", "guess", "guess", false],
    [
      "a live function of another language does not",
      { ...nobody, live: { runtime: "nodejs22.x", architecture: "arm64" } },
      "python3.14",
      "arm64",
      "guess",
      "live",
      false,
    ],
  ] as const)("is said by %s", (_, hints, runtime, architecture, runtimeFrom, architectureFrom, certain) => {
    const chosen = chooseTarget(hints);
    expect(chosen.target).toMatchObject({ runtime, architecture });
    expect(chosen.from).toEqual({ runtime: runtimeFrom, architecture: architectureFrom });
    expect(chosen.certain).toBe(certain);
  });

  it("is told when it is guessed, with the inputs to set", () => {
    expect(chooseTarget(everybody).notices).toEqual([]);
    const [notice] = chooseTarget(nobody).notices;
    expect(notice?.text).toBe(
      "Counted for python3.14 on x86_64, since nothing says what the function has. Set `runtime` and `architectures`.",
    );
    const known = { ...nobody, input: { ...input, runtime: "python3.12" } } as const;
    expect(chooseTarget(known).notices[0]?.text).toMatch(/Set `architectures`\.$/);
  });
});
