import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { readTree, type Tree } from "../../src/layer/entries.ts";
import { type Files, temporaryDirectory, writeFiles } from "../support/workspace.ts";

async function treeOf(files: Files): Promise<Tree> {
  return readTree(await directoryOf(files));
}

async function directoryOf(files: Files): Promise<string> {
  const directory = await temporaryDirectory("tree");
  await writeFiles(directory, files);
  return directory;
}

async function refusal(files: Files): Promise<ActionError> {
  const outcome = await treeOf(files).catch((error: unknown) => error);
  if (!(outcome instanceof ActionError)) throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

test("every file lies below python/, with its size, sorted by the bytes of its path", async () => {
  const { entries } = await treeOf({ "b.py": "12", "a/z.py": "1", "a-b.py": "", "é.py": "é", "Z.py": "" });

  expect(entries.map(({ path, size }) => [path, size])).toEqual([
    ["python/Z.py", 0],
    ["python/a-b.py", 0],
    ["python/a/z.py", 1],
    ["python/b.py", 2],
    ["python/é.py", 2],
  ]);
});

test("a file belongs to the distribution whose RECORD lists it, quoted names too; to none when none does", async () => {
  const { entries } = await treeOf({
    'one/a, "b".py': "",
    "two.py": "",
    "nobody.py": "",
    "One_Pkg-1.0.dist-info/RECORD": '"one/a, ""b"".py",sha256=x,0\nOne_Pkg-1.0.dist-info/RECORD,,\n',
    "One_Pkg-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: one.pkg\n\nName: other\n",
    "two-2.dist-info/RECORD": "two.py,,\r\n",
    "two-2.dist-info/METADATA": "Name: two\r\n",
    "two-2.dist-info/LICENSE": "not listed, but in its metadata",
  });

  expect(Object.fromEntries(entries.map((entry) => [entry.path, entry.package]))).toEqual({
    'python/one/a, "b".py': "one-pkg",
    "python/two.py": "two",
    "python/nobody.py": "",
    "python/One_Pkg-1.0.dist-info/METADATA": "one-pkg",
    "python/One_Pkg-1.0.dist-info/RECORD": "one-pkg",
    "python/two-2.dist-info/RECORD": "two",
    "python/two-2.dist-info/LICENSE": "two",
    "python/two-2.dist-info/METADATA": "two",
  });
});

test("distributions have a normalised name, a version, and what they can be imported as", async () => {
  const files = [
    "pkg/__init__.py",
    "_fast.cpython-311-x86_64-linux-gnu.so",
    "single.py",
    "bin/tool.py",
    "pkg.libs/libx.so",
  ];
  const { distributions } = await treeOf({
    ...Object.fromEntries(files.map((file) => [file, ""])),
    "My.Pkg-1.2.post1.dist-info/RECORD": files.map((file) => `${file},,\n`).join(""),
    "My.Pkg-1.2.post1.dist-info/METADATA": "Name: My-Pkg\n",
    "empty-0.1.dist-info/RECORD": "",
    "empty-0.1.dist-info/METADATA": "Name: empty\n",
  });

  expect(distributions).toEqual([
    { name: "empty", version: "0.1", importNames: [] },
    { name: "my-pkg", version: "1.2.post1", importNames: ["_fast", "pkg", "single"] },
  ]);
});

test("RECORD comes from a wheel: what it claims outside the tree, or wrongly, changes nothing", async () => {
  const { entries } = await treeOf({
    "real.py": "1",
    "evil-1.dist-info/METADATA": "Name: evil\n",
    "evil-1.dist-info/RECORD": [
      "/etc/passwd,,",
      "../../../outside.py,,",
      "C:\\x.py,,",
      "gone.py,,",
      ',,"',
      "\0,,",
    ].join("\n"),
  });

  expect(entries.map((entry) => [entry.path, entry.package])).toEqual([
    ["python/evil-1.dist-info/METADATA", "evil"],
    ["python/evil-1.dist-info/RECORD", "evil"],
    ["python/real.py", ""],
  ]);
});

test.each([
  ["without METADATA", "boto3-99.0.dist-info", undefined],
  ["whose METADATA has another name", "boto3-99.0.dist-info", "Name: requests\n"],
  ["whose METADATA has a name only in its description", "boto3-99.0.dist-info", "Version: 99.0\n\nName: boto3\n"],
  ["named as no package can be", "we ird<b>@octocat-1.0.dist-info", "Name: we ird<b>@octocat\n"],
  ["named like an option", "__config-settings=x-1.0.dist-info", "Name: --config-settings=x\n"],
  ["with a name that begins with a line", "_-evil-1.0.dist-info", "Name: _-evil\n"],
  ["without a version", "evil.dist-info", "Name: evil\n"],
  ["with a version of another alphabet", "evil-\u202e1.dist-info", "Name: evil\n"],
])("a directory like an installed distribution's is none %s", async (_, directory, metadata) => {
  const tree = await treeOf({
    "same.py": "",
    "real-1.dist-info/METADATA": "Name: real\n",
    "real-1.dist-info/RECORD": "same.py,sha256=x,0\n",
    [`${directory}/RECORD`]: "same.py,sha256=y,0\n",
    ...(metadata !== undefined && { [`${directory}/METADATA`]: metadata }),
  });

  expect(tree.distributions.map(({ name }) => name)).toEqual(["real"]);
  expect([...new Set(tree.entries.map((entry) => entry.package))].toSorted()).toEqual(["", "real"]);
});

test("of two distributions with one path the first by name is said to have it", async () => {
  const { entries } = await treeOf({
    "ns/__init__.py": "",
    "ns/same.py": "",
    "a-1.dist-info/METADATA": "Name: a\n",
    "b-1.dist-info/METADATA": "Name: b\n",
    "b-1.dist-info/RECORD": "ns/__init__.py,sha256=b,0\nns/same.py,sha256=s,0\n",
    "a-1.dist-info/RECORD": "ns/__init__.py,sha256=a,0\nns/same.py,sha256=s,0\n",
  });

  expect(entries.find(({ path }) => path === "python/ns/__init__.py")?.package).toBe("a");
});

test.skipIf(process.platform === "win32")("execute bits are kept (Windows has none)", async () => {
  const { entries } = await treeOf({ "run.sh": { content: "", executable: true }, "data.txt": "" });

  expect(entries.map(({ path, executable }) => [path, executable])).toEqual([
    ["python/data.txt", false],
    ["python/run.sh", true],
  ]);
});

test.skipIf(process.platform === "win32")("a link inside the tree is stored as the file it leads to", async () => {
  const directory = await directoryOf({ "lib.so.1": "content" });
  await symlink("lib.so.1", join(directory, "lib.so"));

  const { entries } = await readTree(directory);

  const link = entries.find(({ path }) => path === "python/lib.so");
  if (link === undefined || !("file" in link.content)) throw new Error("The link is missing.");
  expect(link.size).toBe(7);
  expect(await readFile(link.content.file, "utf8")).toBe("content");
});

test.skipIf(process.platform === "win32").each([
  ["out of the tree", { "a/link.py": { linkTo: "../../secret" } }, "is a link that leads"],
  ["to a system file", { "link.py": { linkTo: "/etc/hostname" } }, "is a link that leads out of the packages"],
  ["to nothing", { "link.py": { linkTo: "gone.py" } }, "is a link that leads nowhere"],
  ["to itself", { "link.py": { linkTo: "link.py" } }, "is a link that leads nowhere"],
  ["to a directory", { "a/x.py": "", link: { linkTo: "a" } }, "is neither a file nor a link to one"],
  ["to its own directory, without end", { "a/link": { linkTo: "." } }, "is neither a file nor a link to one"],
] as const)("a link is refused when it leads %s", async (_, files, why) => {
  const error = await refusal(files);

  expect(error.message).toContain(`An installed file ${why}`);
  expect(error).toMatchObject({ code: "installed-file", hint: expect.stringContaining("exclude-packages") });
});

test.skipIf(process.platform === "win32").each(["new\nline.py", "::error::x\u001b.py"])(
  "a name with control characters is refused, and quoted: %j",
  async (name) => {
    expect((await refusal({ [name]: "" })).message).toBe(
      `An installed file has a name that cannot be in a zip: ${JSON.stringify(name)}.`,
    );
  },
);

test("reading changes nothing in the tree, which is linked to the installer's cache", async () => {
  const directory = await temporaryDirectory("tree");
  await mkdir(join(directory, "a-1.dist-info"));
  await writeFile(join(directory, "a-1.dist-info", "RECORD"), "a-1.dist-info/INSTALLER,,\n");

  await readTree(directory);

  expect(await readFile(join(directory, "a-1.dist-info", "RECORD"), "utf8")).toBe("a-1.dist-info/INSTALLER,,\n");
});
