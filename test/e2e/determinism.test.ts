import { chmod, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "../support/machine.ts";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, type Files, temporaryDirectory } from "../support/workspace.ts";

const stage = setStage([
  {
    name: "dep",
    version: "1.0",
    files: { "dep/__init__.py": "VERSION = '1.0'\n", "dep/data.txt": "data\n".repeat(500) },
  },
  {
    name: "other",
    version: "1.0",
    files: { "other/__init__.py": "VERSION = '1.0'\n" },
    scripts: ["other = other:run"],
  },
  { name: "Third.Package", version: "1.0", files: { "third.py": "x = 1\n" }, requires: ["other>=1"] },
]);

const ORDERED = "dep==1.0\nother==1.0\nThird.Package==1.0\n";
const SHUFFLED = "# packages\nthird_package == 1.0\n\nother==1.0   # a comment\nDEP==1.0\n";
const CODE: Files = {
  "app.py": functionFiles("same", "")["app.py"] as string,
  "lib/a.py": "a = 1\n",
  "lib/b.py": "b = 2\n",
  "run.sh": { content: "#!/bin/sh\n", executable: true },
};

interface Variant {
  readonly requirements?: string;
  /** Files are written in the opposite order, with other times. */
  readonly reversed?: boolean;
  readonly umask?: number;
  /** A uv cache of its own, empty; else the one that all others share. */
  readonly cold?: boolean;
}

let shared: string;
let count = 0;

/** Runs dist/ under a umask, with a workspace as a checkout under that umask makes it; gives what was published. */
async function publish({ requirements = ORDERED, reversed = false, umask = 0o022, cold = false }: Variant) {
  count += 1;
  const name = `same-${count}`;
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
  const files = Object.entries({ ...CODE, "requirements.txt": requirements });
  const workspace = await createWorkspace({ files: Object.fromEntries(reversed ? files.toReversed() : files) });
  for (const entry of await readdir(workspace, { recursive: true })) {
    const path = join(workspace, entry);
    const executable = ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, (executable ? 0o777 : 0o666) & ~umask);
    if (reversed) await utimes(path, 1_000_000_000, 1_000_000_000);
  }
  const entry = join(await temporaryDirectory("entry"), "index.mjs");
  const bundle = pathToFileURL(join(repository, "dist", "index.js")).href;
  await writeFile(entry, `process.umask(${umask});\nawait import(${JSON.stringify(bundle)});\n`);
  const env = { UV_CACHE_DIR: cold ? await temporaryDirectory("uv-cache") : shared };
  const run = await stage.run(workspace, { "function-name": name, cache: "false" }, { entry, env });
  expect(run.exitCode, run.stdout).toBe(0);
  expect(run.outputs["layer-source"]).toBe("built");
  const [layer] = stage.aws.layerVersions(`${name}-dependencies`);
  const { zip } = await stage.aws.getFunction(name);
  return { layer: layer?.zip ?? Buffer.alloc(0), code: zip, description: layer?.description };
}

let first: Awaited<ReturnType<typeof publish>>;
beforeAll(async () => {
  shared = await temporaryDirectory("uv-cache");
  first = await publish({});
});

const variants: Readonly<Record<string, Variant>> = {
  "another workspace, with a warm uv cache": {},
  "a umask that hides nothing, with a cold uv cache": { umask: 0o000, cold: true },
  "another order of the requirements": { requirements: SHUFFLED },
  "old files written in the opposite order, and all of it": {
    requirements: SHUFFLED,
    reversed: true,
    umask: 0o077,
    cold: true,
  },
};

describe("published zips", () => {
  it.each(Object.entries(variants))("are the same bytes from %s", async (_, variant) => {
    const { layer, code, description } = await publish(variant);
    expect([layer.length > 500, code.length > 200]).toEqual([true, true]);
    expect(layer.equals(first.layer), "the layer").toBe(true);
    expect(code.equals(first.code), "the code package").toBe(true);
    expect(description).toBe(first.description);
  });
});
