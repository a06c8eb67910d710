import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readBinary } from "../../src/layer/elf.ts";
import { parseManifest } from "../../src/layer/manifest.ts";
import {
  buildFrom,
  contentsOf,
  FINGERPRINT,
  layerFrom,
  pathsIn,
  refusedBuild,
  runPython,
  unpack,
} from "../support/build.ts";
import { findPython } from "../support/python.ts";
import { temporaryDirectory } from "../support/workspace.ts";

// Real packages, from the index that this machine uses.

const APP = ["fastapi==0.115.0", "pydantic==2.9.2", "python-multipart==0.0.12"];

// Imports a module and tells which sources of the directory had to be compiled for it, and whether each .pyc in it is valid.
const IMPORT_WITHOUT_COMPILING = `
import glob, importlib, importlib.util, json, marshal, os, sys
from importlib._bootstrap_external import SourceLoader

root = os.path.join(sys.argv[1], "python")
sys.path.insert(0, root)
compiled = []
original = SourceLoader.source_to_code
def source_to_code(self, data, path, **options):
    compiled.append(path)
    return original(self, data, path, **options)
SourceLoader.source_to_code = source_to_code

invalid, modules = [], glob.glob(root + "/**/*.pyc", recursive=True)
for path in modules:
    source = importlib.util.source_from_cache(path)
    data = open(path, "rb").read()
    header = importlib.util.MAGIC_NUMBER + bytes([1, 0, 0, 0]) + importlib.util.source_hash(open(source, "rb").read())
    name = "/opt/python/" + os.path.relpath(source, root).replace(os.sep, "/")
    if data[:16] != header or marshal.loads(data[16:]).co_filename != name:
        invalid.append(path)

from fastapi import FastAPI
from pydantic import BaseModel
class Item(BaseModel):
    price: float
app = FastAPI()
@app.post("/items")
def create(item: Item):
    return item
from importlib.metadata import version
print(json.dumps({
    "modules": len(modules), "invalid": invalid, "compiled": [path for path in compiled if path.startswith(root)],
    "version": version("fastapi"), "routes": len(app.routes),
}))
`;

test("python3.11 imports the layer of an app, and compiles none of it: every .pyc is valid", async (context) => {
  const python = await findPython("3.11");
  if (python === undefined) return context.skip("This machine has no Python 3.11.");

  const { file, manifest, notices } = await layerFrom(APP.join("\n"), { pythons: [dirname(python)] });

  const opt = await unpack(file);
  expect(await runPython(python, IMPORT_WITHOUT_COMPILING, opt)).toEqual({
    modules: expect.toSatisfy((count: number) => count > 200),
    invalid: [],
    compiled: [],
    version: "0.115.0",
    routes: 5,
  });
  expect(notices).toEqual([]);
  expect(manifest).toMatchObject({ fingerprint: FINGERPRINT, bytecode: true, pinned: false });
  expect(manifest.tools).toEqual({
    installer: expect.stringMatching(/^uv \d+\.\d+\.\d+$/),
    python: expect.stringMatching(/^3\.11\.\d+$/),
  });
});

test("the manifest says exactly what is in the zip, and survives a cache", async () => {
  const { file, manifest } = await layerFrom(APP.join("\n"), { bytecode: "off" });

  const opt = await unpack(file);
  const paths = await pathsIn(opt);
  const sizes = await Promise.all(paths.map(async (path) => (await readFile(join(opt, path))).length));
  expect(manifest.zip).toMatchObject({
    files: paths.length,
    unzipped: sizes.reduce((sum, size) => sum + size, 0),
    zipped: (await readFile(file)).length,
  });
  const { packages } = manifest;
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["fastapi", "pydantic-core", "starlette"]));
  expect(packages.find(({ name }) => name === "python-multipart")).toMatchObject({
    version: "0.0.12",
    importNames: ["multipart"],
  });
  // Every file belongs to a package.
  expect(packages.reduce((sum, { files }) => sum + files, 0)).toBe(paths.length);
  expect(packages.reduce((sum, { unzipped }) => sum + unzipped, 0)).toBe(manifest.zip.unzipped);
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
});

test.skipIf(process.platform === "win32")(
  "two directories, umasks, caches and orders of the lines give the same bytes",
  async () => {
    const before = process.umask(0o022);
    onTestFinished(() => {
      process.umask(before);
    });
    const first = await layerFrom(APP.join("\n"), { env: { TZ: "UTC" } });
    process.umask(0o077);
    const second = await layerFrom(APP.toReversed().join("\n"), {
      env: { TZ: "Asia/Tokyo", UV_CACHE_DIR: await temporaryDirectory("uv-cache") },
    });

    expect(first.file).not.toBe(second.file);
    expect(second.manifest).toEqual(first.manifest);
    expect((await readFile(second.file)).equals(await readFile(first.file))).toBe(true);
  },
);

test("slim leaves out programs and the installer's notes; off keeps what does not depend on this machine", async () => {
  const requirements = "uvicorn==0.32.0\nsix==1.17.0";
  const safe = await pathsIn(await unpack((await layerFrom(requirements, { bytecode: "off" })).file));
  const off = await pathsIn(await unpack((await layerFrom(requirements, { bytecode: "off", slim: "off" })).file));

  expect(safe).toContain("python/six.py");
  expect(safe).toContain("python/six-1.17.0.dist-info/METADATA");
  expect(off.filter((path) => !safe.includes(path))).toEqual(
    off.filter((path) => /dist-info\/(?:INSTALLER|REQUESTED)$/.test(path)),
  );
  expect(off).toContain("python/six-1.17.0.dist-info/INSTALLER");
  expect(off.filter((path) => path.startsWith("python/bin/"))).toEqual([]);
});

test("an arm64 layer built on any machine holds only aarch64 binaries, and bytecode for its Python", async () => {
  const python = await findPython("3.13");
  const pythons = python === undefined ? [] : [dirname(python)];
  const { file, manifest } = await layerFrom("pydantic==2.12.4\npyyaml==6.0.3", {
    ...{ runtime: "python3.13", architecture: "arm64", pythons },
  });

  const opt = await unpack(file);
  const libraries = (await pathsIn(opt)).filter((path) => path.includes(".so"));
  const machines = libraries.map(async (path) => {
    const bytes = await readFile(join(opt, path));
    const binary = readBinary((offset, length) => bytes.subarray(offset, offset + length));
    return [path, binary.format === "elf" ? binary.machine : binary.format];
  });
  expect(Object.fromEntries(await Promise.all(machines))).toEqual({
    "python/pydantic_core/_pydantic_core.cpython-313-aarch64-linux-gnu.so": "arm64",
    "python/yaml/_yaml.cpython-313-aarch64-linux-gnu.so": "arm64",
  });
  if (python === undefined) return;
  const tags = new Set(Object.keys(await contentsOf(opt, ".pyc")).map((path) => path.split(".").at(-2)));
  expect(tags).toEqual(new Set(["cpython-313"]));
  expect(manifest.tools.python).toMatch(/^3\.13\./);
});

test.skipIf(process.platform === "win32")(
  "an installer that succeeds and installs nothing is refused when something had to come (shell script)",
  async () => {
    const directory = await temporaryDirectory("silent");
    const answer = 'if [ "$1" = --version ]; then echo "uv 0.13.9"; fi';
    await writeFile(join(directory, "uv"), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
    const options = { pythons: [directory], excludePackages: ["idna"] };

    expect(await refusedBuild("six ; sys_platform == 'win32'\nidna\ntoml", options)).toMatchObject({
      message: 'uv 0.13.9 ended without an error, but has not installed "toml".',
      code: "nothing-installed",
    });
    expect(await buildFrom("six ; sys_platform == 'win32'\nidna", options)).toBe("empty");
  },
);

test("a package that needs a newer glibc than python3.11 has is refused in one sentence", async () => {
  expect(await refusedBuild("numpy==2.4.6")).toMatchObject({
    message: expect.stringMatching(/^numpy==2\.4\.6 .*glibc 2\.2[78].*glibc 2\.26\.$/),
    hint: "Use an older version of numpy, or `runtime: python3.12` or newer, which has glibc 2.34.",
    code: "no-wheel",
  });
});

test("a name in `allow-source` that the layer does not have is told, since it may be a slip", async () => {
  const { notices } = await layerFrom("six==1.17.0", { bytecode: "off", allowSource: ["sixx", "six"] });
  expect(notices).toEqual([{ level: "note", text: "`allow-source` names `sixx`, which the layer does not have." }]);
});
