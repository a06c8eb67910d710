import { expect, test } from "vitest";
import { leftOutWords } from "../../src/report/left-out.ts";

const KB = 1024;

test("what was left out is told by its kinds, and crumbs in one word", () => {
  const kinds = [
    { what: "tests", files: 1_614, bytes: 2_000 * KB },
    { what: "type stubs", files: 1, bytes: 10 * KB },
    { what: "programs", files: 3, bytes: 10 * KB - 1 },
    { what: "notes", files: 1_000, bytes: 0 },
  ];
  const shown = (what: string) => `*${what}*`;
  expect(leftOutWords(kinds, shown)).toBe(
    "*tests* 2.0 MB (1,614 files), *type stubs* 10.0 KB (1 file), 1,003 small files",
  );
  expect(leftOutWords(kinds.slice(0, 1), shown)).toBe("*tests* 2.0 MB (1,614 files)");
  expect(leftOutWords([{ what: "notes", files: 1, bytes: 0 }], shown)).toBe("1 small file");
});
