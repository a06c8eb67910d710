import { describe, expect, test } from "vitest";
import { describeClashes, findClashes } from "../../src/layer/clash.ts";
import { parseRecord, readRecords } from "../../src/layer/record.ts";
import { createWorkspace } from "../support/workspace.ts";

test.each([
  ["six.py,sha256=abc,10", [{ path: "six.py", hash: "sha256=abc" }]],
  ["six.dist-info/RECORD,,", [{ path: "six.dist-info/RECORD", hash: "" }]],
  [
    "a.py,sha256=a,1\r\nb.py,sha256=b,2\r\n",
    [
      { path: "a.py", hash: "sha256=a" },
      { path: "b.py", hash: "sha256=b" },
    ],
  ],
  ['"a, b.py",sha256=a,1', [{ path: "a, b.py", hash: "sha256=a" }]],
  ['"say ""x"".py",sha256=a,1', [{ path: 'say "x".py', hash: "sha256=a" }]],
  ["\n\nnonsense\n,,\n", []],
])("parseRecord(%j)", (text, expected) => {
  expect(parseRecord(text)).toEqual(expected);
});

test("readRecords gives every distribution, its name normalised, also without RECORD", async () => {
  const directory = await createWorkspace({
    files: {
      "Ruamel.Yaml_clib-0.2.dist-info/RECORD": "_yaml.so,sha256=a,1\n",
      "Ruamel.Yaml_clib-0.2.dist-info/METADATA": "Name: ruamel.yaml.clib\n",
      "six-1.17.0.dist-info/METADATA": "Name: six\n",
      "six.py": "",
      "odd.dist-info/RECORD": "odd.py,,\n",
    },
  });

  expect(await readRecords(directory)).toEqual([
    { name: "ruamel-yaml-clib", version: "0.2", files: [{ path: "_yaml.so", hash: "sha256=a" }] },
    { name: "six", version: "1.17.0", files: [] },
  ]);
});

describe("clashes", () => {
  const distribution = (name: string, hashes: Record<string, string>) => ({
    name,
    version: "1",
    files: Object.entries(hashes).map(([path, hash]) => ({ path, hash })),
  });

  test("are paths with different hashes in several packages", () => {
    const clashes = findClashes([
      distribution("b", { "x/same.py": "1", "x/z.py": "2", "x/y.py": "3", "b.py": "4" }),
      distribution("a", { "x/same.py": "1", "x/z.py": "5", "x/y.py": "6", "a.py": "7" }),
      distribution("c", { "x/z.py": "5", "c.py": "8" }),
    ]);

    expect(clashes).toEqual([
      { path: "x/y.py", packages: ["a", "b"] },
      { path: "x/z.py", packages: ["a", "b", "c"] },
    ]);
    expect(describeClashes(clashes)).toEqual([
      'a and b hold "x/y.py" with different content: those of a are in the layer.',
      'a, b and c hold "x/z.py" with different content: those of a are in the layer.',
    ]);
  });

  test("are not within one package", () => {
    expect(
      findClashes([
        distribution("a", {}),
        {
          ...distribution("b", {}),
          files: [
            { path: "p", hash: "1" },
            { path: "p", hash: "2" },
          ],
        },
      ]),
    ).toEqual([]);
  });

  test.each([
    [1, 'a and b hold "p0" with different content: those of a are in the layer.'],
    [2, 'a and b hold "p0" and 1 more path with different content: those of a are in the layer.'],
    [4, 'a and b hold "p0" and 3 more paths with different content: those of a are in the layer.'],
  ])("of %d paths are one sentence", (count, sentence) => {
    const clashes = Array.from({ length: count }, (_, at) => ({ path: `p${at}`, packages: ["a", "b"] }));

    expect(describeClashes(clashes)).toEqual([sentence]);
  });

  test("show a hostile path on one line", () => {
    expect(describeClashes([{ path: "a\n::error::b", packages: ["a", "b"] }])[0]).not.toContain("\n");
  });
});
