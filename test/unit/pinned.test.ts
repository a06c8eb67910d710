import { describe, expect, it } from "vitest";
import { pinnedNames } from "../../src/dependencies/pinned.ts";
import { foundIn } from "../support/dependencies.ts";

describe("pinned names", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["two versions by markers", "a==1 ; python_version < '3.12'\na==2 ; python_version >= '3.12'", "", ["a"]],
    ["one of two lines is a range", "a==1 ; python_version < '3'\na>=1 ; python_version >= '3'", "", []],
    ["a range that a constraint makes one version", "a>=1", "a==1.5", ["a"]],
    ["a range whose constraints are two", "a>=1", "a==1 ; python_version < '3'\na>=1 ; python_version >= '3'", []],
    ["an exact line whose constraint is a range", "a==1", "a<2", ["a"]],
    ["what comes along, by a constraint", "a==1", "b==2", ["a", "b"]],
    ["names as their authors write them", "A_b==1\na.B==1", "", ["a-b"]],
  ])("%s", async (_, requirements, constraints, names) => {
    const files = { "requirements.txt": `${requirements}\n-c limits.txt`, "limits.txt": constraints };
    expect([...pinnedNames(await foundIn(files))].sort()).toEqual(names);
  });

  it("are those with one version or file in requirements, constraints or by path", async () => {
    const found = await foundIn(
      {
        "requirements.txt": [
          "a==1",
          "b===1.0",
          "c==1.*",
          "d>=1",
          "e @ https://h.example/e-1-py3-none-any.whl",
          "./libs/f",
          "g",
          "-c limits.txt",
        ].join("\n"),
        "limits.txt": "g==3\nh==4\nc<2\n",
        "libs/f/pyproject.toml": '[project]\nname = "f"\n',
        "app/x.py": "",
      },
      { code: "app" },
    );
    expect([...pinnedNames(found)].sort()).toEqual(["a", "b", "e", "f", "g", "h"]);
  });
});
