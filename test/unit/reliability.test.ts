import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { renderDocument } from "../../scripts/faults/document.ts";
import { repository } from "../support/machine.ts";

// The tables come from a run of all cells (`npm run faults -- --check`); this is what can be said without one.
test("the page about reliability has the faults of the matrix, and why a call does not meet one", () => {
  const said = (text: string) => text.split("\n").filter((line) => /^### |^Not tried with /.test(line));
  const page = readFileSync(path.join(repository, "docs", "reliability.md"), "utf8");
  const matrix = said(renderDocument([]));

  expect(matrix).toContain("Not tried with the other calls: AWS answers them whatever else is under way.");
  expect(said(page)).toEqual(matrix);
});
