import { describe, expect, it } from "vitest";
import { COMMENT, fitting, SUMMARY } from "../../src/report/fitting.ts";

const ROOM = { longest: 20, measure: ({ length }: string) => length, end: "cut" };

describe("fitting", () => {
  it.each<[string, readonly (string | undefined)[], string]>([
    ["keeps what fits exactly, with room for the end", ["12345", "123456"], "12345\n\n123456\n"],
    ["leaves out a part that is one character too long", ["12345", "1234567"], "12345\n\ncut\n"],
    ["keeps a later part that fits", ["1", "123456789012345", "2"], "1\n\n2\n\ncut\n"],
    ["has no empty parts", ["1", undefined, "", "2"], "1\n\n2\n"],
  ])("%s", (_, parts, text) => {
    expect(fitting(parts, ROOM)).toBe(text);
    expect(fitting(parts, ROOM).length).toBeLessThanOrEqual(ROOM.longest);
  });

  it("counts bytes for a job summary and characters for a comment", () => {
    const bars = "█".repeat(30_000);
    expect(fitting([bars], COMMENT)).toBe(`${bars}\n`);
    expect(fitting([bars.repeat(12)], SUMMARY)).toBe(`${SUMMARY.end}\n`);
    expect(fitting([bars.repeat(3)], COMMENT)).toBe(`${COMMENT.end}\n`);
  });
});
