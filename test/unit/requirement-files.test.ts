import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeRequirementFiles } from "../../src/layer/requirement-files.ts";
import { foundIn } from "../support/dependencies.ts";
import { temporaryDirectory } from "../support/workspace.ts";

it("copies no file of a path dependency to a place outside the copy, whatever its list says", async () => {
  const found = await foundIn(
    {
      "requirements.txt": "./lib",
      "app/main.py": "",
      "lib/pyproject.toml": '[project]\nname = "lib"\n',
      "lib/x.py": "",
      "x.py": "",
    },
    { code: "app" },
  );
  const [lib] = found.pathDependencies;
  if (lib === undefined) throw new Error("No path dependency.");
  const directory = await temporaryDirectory("install");
  const listed = { ...found, pathDependencies: [{ ...lib, files: [...lib.files, "../x.py"] }] };
  await expect(writeRequirementFiles(listed, directory)).rejects.toThrow("no path inside the path dependency");
  expect(existsSync(join(directory, "sources/0/x.py"))).toBe(false);
});
