import { describe, expect, it } from "vitest";
import { renderSummary } from "../../src/report/summary.ts";
import * as examples from "../fixtures/summary/facts.ts";

describe("renderSummary", () => {
  // Each is a Markdown file to look at; `node scripts/render-summary.mjs FILE picture.png` shows it as GitHub does.
  it.each(Object.entries(examples))("tells the story of a run: %s", async (name, facts) => {
    await expect(renderSummary(facts)).toMatchFileSnapshot(`../fixtures/summary/${name}.md`);
  });
});
