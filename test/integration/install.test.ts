import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dependenciesOf, installInto } from "../support/install.ts";

describe("real packages", () => {
  test("a native package comes as the wheel for the function's Python and processor", async () => {
    const { tree, tool, clashes } = await installInto({ dependencies: dependenciesOf(["pydantic-core==2.41.5"]) });

    expect(await binaries(tree)).toEqual(["pydantic_core/_pydantic_core.cpython-311-x86_64-linux-gnu.so"]);
    expect(tool).toMatch(/^uv \d+\.\d+\.\d+$/);
    expect(clashes).toEqual([]);
  });

  test("python3.13 on arm64 is resolved from any machine, markers included", async () => {
    const { tree } = await installInto({
      runtime: "python3.13",
      architecture: "arm64",
      dependencies: dependenciesOf([
        "pydantic-core==2.41.5",
        'six==1.17.0 ; python_version >= "3.13" and platform_machine == "aarch64"',
        'idna==3.7 ; python_version < "3.13"',
        'toml==0.10.2 ; platform_machine == "x86_64"',
        'iniconfig==2.0.0 ; sys_platform != "linux"',
      ]),
    });

    expect(await binaries(tree)).toEqual(["pydantic_core/_pydantic_core.cpython-313-aarch64-linux-gnu.so"]);
    expect(await distributions(tree)).toEqual([
      "pydantic_core-2.41.5",
      "six-1.17.0",
      expect.stringMatching(/^typing_ext/),
    ]);
  });

  test("two installs give the same bytes", async () => {
    const install = () => installInto({ dependencies: dependenciesOf(["requests==2.32.3", "certifi==2024.8.30"]) });

    const first = await hashes((await install()).tree);

    expect(Object.keys(first).length).toBeGreaterThan(50);
    expect(await hashes((await install()).tree)).toEqual(first);
  });
});

async function files(tree: string): Promise<readonly string[]> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(tree.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();
}

async function binaries(tree: string): Promise<readonly string[]> {
  return (await files(tree)).filter((file) => file.endsWith(".so"));
}

async function distributions(tree: string): Promise<readonly string[]> {
  const names = await readdir(tree);
  return names.flatMap((name) => (name.endsWith(".dist-info") ? [name.slice(0, -".dist-info".length)] : [])).toSorted();
}

async function hashes(tree: string): Promise<Record<string, string>> {
  const pairs = (await files(tree)).map(async (file) => {
    const content = await readFile(join(tree, file));
    return [file, createHash("sha256").update(content).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
