import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainInstall } from "../../src/layer/install-error.ts";
import { explainMissingWheel, missingWheel, type OtherWheels } from "../../src/layer/missing-wheel.ts";
import { targetOf } from "../../src/layer/target.ts";

// What uv 0.13.9 really printed in each of these cases.
const TEXTS = join(import.meta.dirname, "..", "fixtures", "uv-0.13.9");
const target = targetOf("python3.11", "x86_64");

async function textOf(name: string): Promise<string> {
  return readFile(join(TEXTS, `${name}.txt`), "utf8");
}

const EXPLAINED: Readonly<Record<string, readonly [code: string, message: string]>> = {
  "disk-full": ["disk-full", "The runner's disk is full."],
  "disk-full-early": ["disk-full", "The runner's disk is full."],
  "index-401": ["index-credentials", "The package index 127.0.0.1:8765 refused access (401)."],
  "file-401": ["index-credentials", "The package index 127.0.0.1:8765 refused access (401)."],
  "index-403": ["index-credentials", "The package index 127.0.0.1:8765 refused access (403)."],
  "index-503": [
    "index-unreachable",
    "127.0.0.1:8765 could not be reached: HTTP status server error (503 Service Unavailable).",
  ],
  "index-slow": ["index-unreachable", "127.0.0.1:8765 could not be reached: operation timed out."],
  "index-no-host": [
    "index-unreachable",
    "packages.invalid could not be reached: failed to lookup address information: Name or service not known.",
  ],
  "index-refused": ["index-unreachable", "127.0.0.1:9 could not be reached: Connection refused (os error 111)."],
  "index-no-json": ["index-answer", "127.0.0.1:8765 does not answer as a package index."],
  "index-no-index": ["index-answer", "127.0.0.1:8765 does not answer as a package index."],
  "index-certificate": ["index-certificate", "The certificate of pypi.org is not trusted (UnknownIssuer)."],
  "file-cut": ["index-answer", "The file of six==1.17.0 is damaged: Failed to read from zip file."],
  "file-404": [
    "unknown-file",
    "There is no file at https://files.pythonhosted.org/packages/nope/six-1.17.0-py2.py3-none-any.whl.",
  ],
  "require-hashes": [
    "hash-missing",
    "With `--require-hashes`, all requirements must have a hash, but none were provided for: six==1.17.0.",
  ],
  "require-hashes-unpinned": [
    "hash-missing",
    "With `--require-hashes`, all requirements must have their versions pinned with `==`, but found: six>=1.",
  ],
  "require-hashes-indirect": ["hash-missing", "With `--require-hashes`, charset-normalizer needs a hash, too."],
  "require-hashes-project": [
    "hash-missing",
    "With `--require-hashes`, all requirements must have a hash, but none were provided for: mylib.",
  ],
  "marker-misspelt": [
    "requirements",
    'uv cannot read a requirement: Expected a quoted string or a valid marker name, found `python_verison` in `idna==3.10 ; python_verison > "3.8"`.',
  ],
  "name-differs": ["requirements", "A file that is named foo is six."],
  "cache-not-writable": [
    "install",
    "uv could not install the dependencies: Failed to initialize cache at `/var/cache/uv`: failed to create directory `/var/cache/uv`: No such file or directory (os error 2).",
  ],
  "build-failed": [
    "build",
    "broken could not be built: The build backend returned an error: Call to `setuptools.build_meta.get_requires_for_build_wheel` failed (exit status: 1).",
  ],
  "build-requires": [
    "build",
    "broken could not be built: Failed to resolve requirements from `build-system.requires`: No solution found when resolving: `nosuchbuildbackend-xyz`: Because nosuchbuildbackend-xyz was not found in the package registry and you require nosuchbuildbackend-xyz, we can conclude that your requirements are unsatisfiable.",
  ],
  "git-failed": ["repository", "The repository of x could not be fetched."],
  "requires-python-project": ["requires-python", "broken needs Python >=3.13, and the function has python3.11."],
  "requires-python-many": ["requires-python", "ipython needs Python >=3.11, and the function has python3.11."],
  "url-does-not-fit": [
    "no-wheel",
    "pandas-3.0.6-cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl does not fit python3.11 on x86_64.",
  ],
  conflict: [
    "conflict",
    "The requirements contradict each other: fastapi==0.115.0 depends on starlette>=0.37.2,<0.39.0 and you require fastapi==0.115.0, but you require starlette==0.50.0.",
  ],
  "version-range": ["unknown-version", "There is no requests>=99 in the package index, only requests<=2.34.2."],
  "version-missing": ["unknown-version", "There is no fastapi==99.0 in the package index."],
};

test.each(Object.entries(EXPLAINED))("%s", async (name, [code, message]) => {
  const error = explainInstall({ code: 1, output: await textOf(name), target, secrets: [] });

  expect({ code: error.code, message: error.message }).toEqual({ code, message });
  expect(error.hint).toMatch(/^[A-Z].*\.$/);
  expect(missingWheel(await textOf(name))).toBeUndefined();
});

test("every text has its explanation", async () => {
  const names = (await readdir(TEXTS)).map((file) => file.slice(0, -".txt".length));

  expect(names.filter((name) => !name.startsWith("no-wheel")).toSorted()).toEqual(Object.keys(EXPLAINED).toSorted());
});

test("a process that the system ended", () => {
  expect(explainInstall({ code: 137, output: "Resolved 2 packages in 3ms\n", target, secrets: [] })).toMatchObject({
    message: "uv was ended by the system (exit code 137).",
    hint: "Use a runner with more memory.",
  });
});

test.each([
  ["nothing", "", "uv could not install the dependencies: it says nothing."],
  [
    "something new, on one line",
    "warning: w\nerror: Something\n  cause: new\n\nhint: do it",
    "uv could not install the dependencies: Something: new.",
  ],
  [
    "without the word error",
    "panicked at ::error::x\nnext",
    "uv could not install the dependencies: panicked at ::error::x next.",
  ],
  ["very much", `error: ${"x".repeat(10_000)}`, `uv could not install the dependencies: ${"x".repeat(400)}…`],
])("uv says %s", (_, output, message) => {
  expect(explainInstall({ code: 2, output, target, secrets: [] })).toMatchObject({ message, code: "install" });
});

test("what a build prints is not taken for what uv says", () => {
  const build =
    "error: Failed to build `x`\n  cause: it failed\n\n    [stderr]\n    error: Hash mismatch for `lib==1`\n";

  expect(explainInstall({ code: 1, output: `Resolved 1 package\n${build}`, target, secrets: [] }).message).toBe(
    "x could not be built: it failed.",
  );
});

test("secrets do not come through, wherever they stand", () => {
  const output =
    "error: Failed to fetch: `https://joe:hunter2@host/simple/six/`\n  cause: token hunter2 and p%40ss are bad";

  const { message, hint } = explainInstall({ code: 2, output, target, secrets: ["hunter2", "p@ss"] });

  expect(message).toBe("host could not be reached: token *** and *** are bad.");
  expect(hint).not.toMatch(/hunter2|p%40ss/);
});

test.each([
  ["no-wheel-source", { name: "docopt", wanted: "docopt==0.6.2", platforms: [] }],
  ["no-wheel-extra", { name: "pyspark", wanted: "pyspark>=3.0.0", platforms: [] }],
  ["no-wheel-abi", { name: "torch", wanted: "torch==2.1.0", platforms: [] }],
  ["no-wheel-platform", { name: "pywin32", wanted: "pywin32==306", platforms: ["win32", "win_amd64", "win_arm64"] }],
])("%s names the package", async (name, expected) => {
  expect(missingWheel(await textOf(name))).toEqual(expected);
});

test.each([
  ["all versions of docopt have no usable wheels", { name: "docopt", wanted: "docopt" }],
  ["all of:\n    lib==1\n    lib==2\n  have no usable wheels", { name: "lib", wanted: "lib==2" }],
])("missingWheel(%j)", (text, expected) => {
  expect(missingWheel(`cause: Because ${text} and you require it`)).toMatchObject(expected);
});

const missing = { name: "lib", wanted: "lib==1", platforms: [] };
const nowhere: OtherWheels = { newerGlibc: undefined, runtimes: [], architectures: [] };

test.each([
  [
    "python3.11",
    { ...nowhere, newerGlibc: "lib-1-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl" },
    "lib==1 has wheels for python3.11 on x86_64 only for glibc 2.27 or newer, and the runtime has glibc 2.26.",
    "Use an older version of lib, or `runtime: python3.12` or newer, which has glibc 2.34.",
  ],
  [
    "python3.11",
    { ...nowhere, newerGlibc: "lib-1-cp311-cp311-manylinux_2_26_x86_64.whl" },
    "lib==1 has wheels for python3.11 on x86_64 only for glibc 2.26 or newer, and for this runtime uv takes none above 2.17.",
    "Use an older version of lib, or `runtime: python3.12` or newer, which has glibc 2.34.",
  ],
  [
    "python3.14",
    { ...nowhere, newerGlibc: "lib-1-cp314-cp314-manylinux_2_35_x86_64.whl" },
    "lib==1 has wheels for python3.14 on x86_64 only for glibc 2.35 or newer, and the runtime has glibc 2.34.",
    "Use an older version of lib.",
  ],
  [
    "python3.14",
    { ...nowhere, runtimes: ["python3.10", "python3.11", "python3.12"] as const, architectures: ["arm64"] as const },
    "lib==1 has no wheel for python3.14, only for python3.10, python3.11 and python3.12.",
    "Use another version of lib or one of these runtimes.",
  ],
  [
    "python3.11",
    { ...nowhere, architectures: ["arm64"] as const },
    "lib==1 has no wheel for python3.11 on x86_64, only for arm64.",
    "Use another version of lib or `architectures: arm64`.",
  ],
  [
    "python3.11",
    nowhere,
    "lib==1 has no wheel for python3.11 on x86_64, only source code, whose build would run code of the package on this runner.",
    "Use another version or package, or add lib to `allow-source`.",
  ],
])("a missing wheel for %s, found elsewhere: %j", (runtime, others, message, hint) => {
  const error = explainMissingWheel(missing, others, targetOf(runtime, "x86_64"));

  expect({ message: error.message, hint: error.hint, code: error.code }).toEqual({ message, hint, code: "no-wheel" });
});
