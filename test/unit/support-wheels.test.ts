import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, test } from "vitest";
import { machineEnvironment, searchPath } from "../support/machine.ts";
import { buildSdist, buildWheel, projectFiles } from "../support/wheels.ts";
import { createWorkspace, temporaryDirectory } from "../support/workspace.ts";

const run = async (command: string, args: readonly string[]) =>
  (await promisify(execFile)(command, args, { env: { ...machineEnvironment(), PATH: searchPath() } })).stdout;
const python = async (script: string, ...args: readonly string[]) =>
  JSON.parse(await run(inject("python"), ["-I", "-c", `import json, sys, zipfile\n${script}`, ...args])) as unknown;

/** Installs from `packages` alone and returns the directory. */
async function install(packages: string, ...args: readonly string[]): Promise<string> {
  const target = await temporaryDirectory("installed");
  const cache = await temporaryDirectory("uv-cache");
  const options = ["--no-config", "--no-index", "--find-links", packages, "--cache-dir", cache, "--target", target];
  await run(inject("uv"), ["pip", "install", "--quiet", "--python", inject("python"), ...options, ...args]);
  return target;
}

const SHOP = {
  name: "Shop-Tools",
  version: "1.2.0",
  files: { "shop/__init__.py": "PRICE = 7\n", "shop/a,b.txt": "x" },
};

describe("a wheel", () => {
  test("is installed by uv and imported, with its dependency and its script", async () => {
    const directory = await temporaryDirectory("wheels");
    await buildWheel({ name: "base", version: "2.0", files: { "base.py": "NAME = 'base'\n" }, directory });
    const { fileName } = await buildWheel({ ...SHOP, requires: ["base>=1"], scripts: ["shop = shop:main"], directory });
    expect(fileName).toBe("shop_tools-1.2.0-py3-none-any.whl");
    const target = await install(directory, "shop-tools");
    expect(await readdir(join(target, "bin"))).toContain("shop");
    const imported = "sys.path.insert(0, sys.argv[1])\nimport shop, base\nprint(json.dumps([shop.PRICE, base.NAME]))";
    expect(await python(imported, target)).toEqual([7, "base"]);
  });

  test("has a RECORD with the hash and size of every file", async () => {
    const script = `import base64, csv, hashlib
wheel = zipfile.ZipFile(sys.argv[1])
record = next(name for name in wheel.namelist() if name.endswith("/RECORD"))
rows = [row for row in csv.reader(wheel.read(record).decode().splitlines()) if row[0] != record]
digest = lambda name: "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(wheel.read(name)).digest()).rstrip(b"=").decode()
right = [row == [name, digest(name), str(len(wheel.read(name)))] for row, name in zip(rows, wheel.namelist())]
print(json.dumps({"right": right, "files": len(wheel.namelist()), "broken": wheel.testzip()}))`;
    const { file } = await buildWheel(SHOP);
    expect(await python(script, file)).toEqual({ right: [true, true, true, true], files: 5, broken: null });
    const wrong = await buildWheel({ ...SHOP, record: "wrong" });
    expect(await python(script, wrong.file)).toMatchObject({ right: [false, false, false, false] });
  });

  test("may be hostile: names that leave the tree, symlinks, Markdown, commands in the metadata", async () => {
    const { file } = await buildWheel({
      name: "evil",
      version: "1",
      files: { "../../outside.py": "x", "a|`b`<i>.py": "y", "/abs.py": "z" },
      links: { "link.py": "/etc/passwd" },
      metadata: ["Summary: fine", "::error::from the metadata"],
      record: "missing",
    });
    const script = `wheel = zipfile.ZipFile(sys.argv[1])
modes = {info.filename: oct(info.external_attr >> 16) for info in wheel.infolist()}
print(json.dumps([modes, wheel.read("link.py").decode(), wheel.read("evil-1.dist-info/METADATA").decode()]))`;
    const [modes, target, metadata] = (await python(script, file)) as [Record<string, string>, string, string];
    expect(modes).toEqual({
      "../../outside.py": "0o100644",
      "a|`b`<i>.py": "0o100644",
      "/abs.py": "0o100644",
      "link.py": "0o120777",
      "evil-1.dist-info/METADATA": "0o100644",
      "evil-1.dist-info/WHEEL": "0o100644",
    });
    expect(target).toBe("/etc/passwd");
    expect(metadata).toContain("\n::error::from the metadata\n");
  });

  test("has the same bytes every time", async () => {
    const [first, second] = await Promise.all([buildWheel(SHOP), buildWheel(SHOP)]);
    expect(await readFile(first.file)).toEqual(await readFile(second.file));
    expect(first.sha256).toBe(second.sha256);
  });
});

describe("a project without a wheel", () => {
  const project = { name: "sourced", version: "0.1", files: { "sourced/__init__.py": "VALUE = 3\n" } };

  test("executes its code when uv builds the sdist, and the marker proves it", async () => {
    const marker = join(await temporaryDirectory("marker"), "executed");
    const { file, fileName } = await buildSdist({ ...project, marker });
    expect(fileName).toBe("sourced-0.1.tar.gz");
    await expect(install(dirname(file), "--only-binary", ":all:", "sourced")).rejects.toThrow("no usable wheels");
    expect(existsSync(marker)).toBe(false);
    const target = await install(dirname(file), "sourced");
    expect(existsSync(marker)).toBe(true);
    expect(await readFile(join(target, "sourced", "__init__.py"), "utf8")).toBe("VALUE = 3\n");
  });

  test("builds from a directory and litters it", async () => {
    const directory = await createWorkspace({ files: projectFiles(project) });
    const target = await install(directory, directory);
    expect(await readFile(join(target, "sourced", "__init__.py"), "utf8")).toBe("VALUE = 3\n");
    expect(existsSync(join(directory, "build", "trace.txt"))).toBe(true);
  });
});
