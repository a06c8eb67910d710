import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readActionMetadata } from "../support/action-yml.ts";
import { repository } from "../support/machine.ts";

const metadata = readActionMetadata();
const sources = globSync("src/**/*.ts", { cwd: repository }).map((file) =>
  readFileSync(join(repository, file), "utf8"),
);

/** What the pattern's group matches in these texts, each once, sorted. */
const names = (texts: readonly string[], pattern: RegExp) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name)))].sort();

describe("action.yml", () => {
  test("runs the committed bundle on Node 24", () => {
    expect(metadata.runs).toEqual({ using: "node24", main: "dist/index.js" });
    expect(existsSync(join(repository, metadata.runs.main))).toBe(true);
  });

  test("has what the Marketplace asks for", () => {
    expect(metadata.name).toMatch(/\S/);
    expect(metadata.description.length).toBeLessThanOrEqual(125);
    expect(metadata.branding?.icon).toMatch(/^[a-z-]+$/);
    const colours = ["white", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];
    expect(colours).toContain(metadata.branding?.color);
  });

  test.each(Object.entries({ ...metadata.inputs, ...metadata.outputs }))("describes %s", (_name, { description }) => {
    expect(description).toMatch(/\S.*[.)]$/s);
  });

  test("gives every boolean a default, because an empty text is no boolean", () => {
    const booleans = names(sources, /(?:\.boolean|getBooleanInput)\(\s*"([^"]+)"/g);
    expect(booleans.length).toBeGreaterThan(0);
    const defaults = booleans.map((name) => [name, String(metadata.inputs[name]?.default)]);
    expect(defaults.filter(([, value]) => value !== "true" && value !== "false")).toEqual([]);
  });

  test("declares exactly the inputs that are read", () => {
    const reads = /(?:\breader\.(?:required|optional|boolean)|\bget(?:Boolean|Multiline)?Input)\(\s*"([^"]+)"/g;
    expect(names(sources, reads)).toEqual(Object.keys(metadata.inputs).sort());
  });
});
