import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import {
  distributionsIn,
  filesIn,
  hashesIn,
  installerEnvironment,
  installFrom,
  refusedInstall,
} from "../support/install.ts";
import { createWorkspace, temporaryDirectory } from "../support/workspace.ts";

// Real packages, from the index that this machine uses.

test("a native package comes as the wheel for the function's Python and processor", async () => {
  const { tree, tool, clashes } = await installFrom("pydantic-core==2.41.5");

  expect(await binaries(tree)).toEqual(["pydantic_core/_pydantic_core.cpython-311-x86_64-linux-gnu.so"]);
  expect(tool).toMatch(/^uv \d+\.\d+\.\d+$/);
  expect(clashes).toEqual([]);
});

test("python3.13 on arm64 is resolved on any machine, with the markers of the function", async () => {
  const requirements = `
    pydantic-core==2.41.5
    six==1.17.0 ; python_version >= "3.13" and platform_machine == "aarch64"
    idna==3.7 ; python_version < "3.13"
    toml==0.10.2 ; platform_machine == "x86_64"
    iniconfig==2.0.0 ; sys_platform != "linux"
  `;

  const { tree } = await installFrom(requirements, { runtime: "python3.13", architecture: "arm64" });

  expect(await binaries(tree)).toEqual(["pydantic_core/_pydantic_core.cpython-313-aarch64-linux-gnu.so"]);
  expect(await distributionsIn(tree)).toEqual([
    "pydantic_core-2.41.5",
    "six-1.17.0",
    expect.stringMatching(/^typing_extensions-/),
  ]);
});

test("two installs give the same bytes, in whatever order the lines stand", async () => {
  const lines = ["requests==2.32.3", "certifi==2024.8.30", "urllib3", "idna", "charset-normalizer"];

  const first = await hashesIn((await installFrom(lines.join("\n"))).tree);
  const second = await hashesIn((await installFrom(lines.toReversed().join("\n"))).tree);

  expect(Object.keys(first).length).toBeGreaterThan(50);
  expect(second).toEqual(first);
});

test("a hash binds where it is given, and is not demanded where it is not", async () => {
  const six = "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274";

  const { tree } = await installFrom(`six==1.17.0 --hash=sha256:${six}\nidna==3.7`);
  const refused = await refusedInstall(`six==1.17.0 --hash=sha256:${"0".repeat(64)}\nidna==3.7`);

  expect(await distributionsIn(tree)).toEqual(["idna-3.7", "six-1.17.0"]);
  expect(refused).toMatchObject({
    message: "The file of six==1.17.0 does not have the hash that the dependency file gives for it.",
    code: "hash-mismatch",
  });
});

test("a package that exists as source only is refused", async () => {
  expect(await refusedInstall("docopt==0.6.2")).toMatchObject({
    message:
      "docopt==0.6.2 has no wheel for python3.11 on x86_64, only source code, whose build would run code of the package on this runner.",
    hint: "Use another version or package, or add docopt to `allow-source`.",
    code: "no-wheel",
  });
});

test("a package whose wheels need a newer glibc than python3.11 has is refused", async () => {
  expect(await refusedInstall("numpy==2.4.6")).toMatchObject({
    message:
      "numpy==2.4.6 has wheels for python3.11 on x86_64 only for glibc 2.27 or newer, and the runtime has glibc 2.26.",
    hint: "Use an older version of numpy, or `runtime: python3.12` or newer, which has glibc 2.34.",
    code: "no-wheel",
  });
});

test.skipIf(process.platform === "win32")("uv starts nothing of the workspace (shell scripts)", async () => {
  const started = join(await temporaryDirectory("marker"), "started");
  const spy = { content: `#!/bin/sh\ntouch "${started}"\nexit 1\n`, executable: true } as const;
  const names = ["uv", "git", "keyring", "python", "python3", "python3.11"];
  const workspace = await createWorkspace({
    files: { "requirements.txt": "six==1.17.0", ...Object.fromEntries(names.map((name) => [`bin/${name}`, spy])) },
  });
  const env = { PATH: [join(workspace, "bin"), installerEnvironment().PATH].join(delimiter) };

  const { tree } = await installFrom({}, { workspace, env });

  expect(await distributionsIn(tree)).toEqual(["six-1.17.0"]);
  expect(existsSync(started)).toBe(false);
});

async function binaries(tree: string): Promise<readonly string[]> {
  return (await filesIn(tree)).filter((file) => file.endsWith(".so"));
}
