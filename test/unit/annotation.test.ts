import { expect, test } from "vitest";
import { annotationOf } from "../../src/annotation.ts";

const HINT = "Correct them.";
const REST = "\nThe rest is in the log and in the summary. Correct them.";

test("a failure that fits is told whole", () => {
  expect(annotationOf({ message: "It failed.", hint: HINT, code: "x" })).toBe("It failed. Correct them.");
  expect(annotationOf({ message: "It failed.", code: "x" })).toBe("It failed.");
  const longest = "x".repeat(4096 - HINT.length - 1);
  expect(annotationOf({ message: longest, hint: HINT, code: "x" })).toBe(`${longest} ${HINT}`);
});

test("a list that does not fit ends with a whole line, and says where the rest is", () => {
  const lines = Array.from({ length: 100 }, (_, index) => `- input ${index} ${"is wrong ".repeat(6)}`);
  const text = annotationOf({ message: lines.join("\n"), hint: HINT, code: "x" });
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(text.endsWith(REST)).toBe(true);
  const shown = text.slice(0, -REST.length).split("\n");
  expect(shown).toEqual(lines.slice(0, shown.length));
  // One more would be too much.
  expect(text.length + 1 + (lines[shown.length] ?? "").length).toBeGreaterThan(4096);
});

test("a line without an end is cut", () => {
  const text = annotationOf({ message: "x".repeat(5000), hint: HINT, code: "x" });
  expect(text).toHaveLength(4096);
  expect(text.endsWith(`x…${REST}`)).toBe(true);
});
