import { copyFile, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { distributionsIn, hashesIn, installFrom, refusedInstall } from "../support/install.ts";
import { type IndexOptions, startPackageIndex } from "../support/package-index.ts";
import { buildWheel, projectFiles, type WheelRequest } from "../support/wheels.ts";
import { temporaryDirectory, writeFiles } from "../support/workspace.ts";

describe("two packages that hold one path", () => {
  const paths = Array.from({ length: 300 }, (_, number) => `common/module${number}.py`);
  const shared = (content: string) => Object.fromEntries(paths.map((path) => [path, content]));
  const clashing = [
    wheel("alpha", { ...shared("a = 1\n"), "common/same.py": "same" }, { requires: ["beta"] }),
    wheel("beta", { ...shared("b = 2\n"), "common/same.py": "same" }),
    ...["c", "d", "e", "f"].map((name) => wheel(name, { [`${name}.py`]: name })),
  ];

  test("give the same bytes every time, whatever uv has in its cache, and are named", async () => {
    const env = await indexOf(clashing);
    const install = async (lines: readonly string[], cached: readonly string[] = []) => {
      const cache = { ...env, UV_CACHE_DIR: await temporaryDirectory("cache") };
      if (cached.length > 0) await installFrom(cached.join("\n"), { env: cache });
      const { tree, clashes } = await installFrom(lines.join("\n"), { env: cache });
      expect(clashes).toEqual([
        'alpha and beta hold "common/module0.py" and 299 more paths with different content: those of alpha are in the layer.',
      ]);
      const hashes = await hashesIn(tree);
      expect(await readFile(join(tree, "common/module7.py"), "utf8")).toBe("a = 1\n");
      return hashes;
    };

    const first = await install(["alpha", "c", "d", "e", "f"]);

    expect(Object.keys(first)).toEqual(expect.arrayContaining(["common/same.py", "c.py", "f.py", ...paths]));
    for (const cached of [[], ["alpha"], ["beta"], ["c", "d"], ["beta", "f"]]) {
      expect(await install(["f", "e", "d", "c", "alpha"], cached)).toEqual(first);
    }
  });

  test.each(["aaa", "zzz"])(
    "are taken in the order of their names when one, %s, is a project of the repository",
    async (name) => {
      const project = projectFiles({ name, version: "1", files: { "common/module7.py": "project" } });
      const files = Object.entries(project).map(([path, content]) => [`project/${path}`, content]);
      const env = await indexOf(clashing);

      const { tree, clashes } = await installFrom(
        { ...Object.fromEntries(files), "requirements.txt": "./project\nbeta" },
        { env },
      );

      expect(clashes).toHaveLength(1);
      expect(await readFile(join(tree, "common/module7.py"), "utf8")).toBe(name === "aaa" ? "project" : "b = 2\n");
    },
  );

  test("are no clash when the bytes are equal, as those of a namespace package", async () => {
    const env = await indexOf([
      wheel("one", { "space/__init__.py": "", "space/one.py": "" }),
      wheel("two", { "space/__init__.py": "", "space/two.py": "" }),
    ]);

    expect((await installFrom("one\ntwo", { env })).clashes).toEqual([]);
  });

  test("are not named for programs of one name, which a layer does not have", async () => {
    const env = await indexOf([
      wheel("one", { "one.py": "" }, { scripts: ["run = one:main"] }),
      wheel("two", { "two.py": "" }, { scripts: ["run = two:main"] }),
    ]);

    expect((await installFrom("one\ntwo", { env })).clashes).toEqual([]);
  });
});

describe("the files of the function", () => {
  test("constraints bind what they name, without asking for it", async () => {
    const env = await indexOf([wheel("lib", {}), wheel("lib", {}, { version: "2" }), wheel("unused", {})]);

    const { tree } = await installFrom(
      { "requirements.txt": "-c limits.txt\nlib", "limits.txt": "lib<2\nunused==1" },
      { env },
    );

    expect(await distributionsIn(tree)).toEqual(["lib-1"]);
  });

  test("excluded packages stay out, named directly or required by another", async () => {
    const env = await indexOf([
      wheel("parent", {}, { requires: ["sdk", "child"] }),
      wheel("child", {}),
      wheel("sdk", {}, { requires: ["nowhere"] }),
    ]);

    const { tree } = await installFrom("parent\nsdk", { env, excludePackages: ["sdk"] });

    expect(await distributionsIn(tree)).toEqual(["child-1", "parent-1"]);
  });

  test("requirements whose markers are all false install nothing", async () => {
    const env = await indexOf([wheel("lib", {})]);

    const { tree } = await installFrom('lib ; python_version < "3"', { env });

    expect(await distributionsIn(tree)).toEqual([]);
  });
});

describe("where packages come from", () => {
  test("an index in the file counts more than those of the environment, which its extra indexes join", async () => {
    const inFile = await indexOf([wheel("lib", { "lib.py": "file" })]);
    const extra = await indexOf([wheel("more", {})]);
    const own = await indexOf([wheel("own", {})]);
    const wrong = await indexOf([wheel("lib", { "lib.py": "environment" })]);

    const { tree } = await installFrom(
      `--index-url ${inFile.UV_DEFAULT_INDEX}\n--extra-index-url ${extra.UV_DEFAULT_INDEX}\nlib\nmore\nown`,
      { env: { ...wrong, PIP_EXTRA_INDEX_URL: own.UV_DEFAULT_INDEX ?? "" } },
    );

    expect(await distributionsIn(tree)).toEqual(["lib-1", "more-1", "own-1"]);
    expect(await readFile(join(tree, "lib.py"), "utf8")).toBe("file");
  });

  test("pip's variables are understood, also a find-links directory that does not exist", async () => {
    const { file } = await wheel("local", {});
    const { UV_DEFAULT_INDEX: PIP_INDEX_URL = "" } = await indexOf([wheel("lib", {})]);

    const { tree } = await installFrom("lib\nlocal", {
      env: { PIP_INDEX_URL, UV_DEFAULT_INDEX: "", PIP_FIND_LINKS: `/no/such/directory ${join(file, "..")}` },
    });

    expect(await distributionsIn(tree)).toEqual(["lib-1", "local-1"]);
  });

  test("with --no-index only the wheels of the repository are taken", async () => {
    const env = await indexOf([wheel("elsewhere", {})]);
    const { file, fileName } = await wheel("local", {});
    const vendored = { [`vendor/${fileName}`]: await readFile(file) };

    const { tree } = await installFrom(
      { ...vendored, "requirements.txt": "--no-index\n--find-links vendor\nlocal" },
      { env },
    );
    const refused = await refusedInstall(
      { ...vendored, "requirements.txt": "--no-index\n--find-links vendor\nelsewhere" },
      { env },
    );

    expect(await distributionsIn(tree)).toEqual(["local-1"]);
    expect(refused.message).toBe("There is no package elsewhere in the places given.");
  });

  test("settings of uv on the machine have no say", async () => {
    const right = await indexOf([wheel("lib", {}, { requires: ["child"] }), wheel("child", {})]);
    const XDG_CONFIG_HOME = await temporaryDirectory("settings");
    await writeFiles(XDG_CONFIG_HOME, { "uv/uv.toml": "[pip]\nno-deps = true\n" });

    const { tree } = await installFrom("lib", { env: { ...right, XDG_CONFIG_HOME } });

    expect(await distributionsIn(tree)).toEqual(["child-1", "lib-1"]);
  });

  test.each([
    ["in the URL", (url: string) => ({ UV_DEFAULT_INDEX: url.replace("//", "//deployer:s3cr3t-w0rd@") })],
    [
      "in variables of the index's name",
      (url: string) => ({
        UV_DEFAULT_INDEX: `corp=${url}`,
        UV_INDEX_CORP_USERNAME: "deployer",
        UV_INDEX_CORP_PASSWORD: "s3cr3t-w0rd",
      }),
    ],
  ])("credentials %s open a private index, and no line or message shows them", async (_, configure) => {
    const url = await privateIndex([wheel("lib", {})]);
    const lines: string[] = [];
    const env = configure(url);

    const { tree } = await installFrom("lib", { env, onLine: (line) => lines.push(line) });
    const refused = await refusedInstall("lib==9", { env, onLine: (line) => lines.push(line) });

    expect(await distributionsIn(tree)).toEqual(["lib-1"]);
    expect(refused.message).toBe("There is no lib==9 in the package index.");
    expect(lines.length).toBeGreaterThan(3);
    expect(JSON.stringify([lines, refused.message, refused.hint])).not.toContain("s3cr3t-w0rd");
  });

  test.each([
    ["none", (url: string) => url],
    ["wrong ones", (url: string) => url.replace("//", "//deployer:wr0ng-w0rd@")],
  ])("credentials: %s", async (_, configure) => {
    const url = await privateIndex([wheel("lib", {})]);

    const refused = await refusedInstall("lib", { env: { UV_DEFAULT_INDEX: configure(url) } });

    expect(refused).toMatchObject({
      message: `The package index ${new URL(url).host} refused access (401).`,
      code: "index-credentials",
    });
    expect(JSON.stringify([refused.message, refused.hint])).not.toContain("wr0ng-w0rd");
  });

  test("variables that would change the result are refused by name, before anything runs", async () => {
    const refused = await refusedInstall("lib", {
      env: { UV_OVERRIDE: "/secret/place", UV_EXCLUDE_NEWER: "2020-01-01", UV_NO_BINARY_PACKAGE: "lib", PATH: "" },
    });

    expect(refused).toMatchObject({
      message:
        "UV_EXCLUDE_NEWER, UV_NO_BINARY_PACKAGE, UV_OVERRIDE would change what is installed without the layer's fingerprint knowing it.",
      hint: "Unset them for this step and say it in the dependency file instead.",
      code: "uv-environment",
    });
  });
});

describe("what cannot be installed is said in one sentence with a next step", () => {
  const packages = [
    wheel("lib", {}),
    wheel("new", {}, { requiresPython: ">=3.13" }),
    wheel("wants-old-lib", {}, { requires: ["lib<1"] }),
    wheel("wants-nothing", {}, { requires: ["no-such-package"] }),
    wheel("glibc", {}, { tag: "cp311-cp311-manylinux_2_28_x86_64" }),
    wheel("glibc-lower", {}, { tag: "cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64" }),
    wheel("glibc-future", {}, { tag: "cp312-cp312-manylinux_2_39_x86_64" }),
    wheel("newer", {}, { tag: "cp313-cp313-manylinux_2_17_x86_64" }),
    wheel("arm", {}, { tag: "cp311-cp311-manylinux_2_17_aarch64" }),
    wheel("windows", {}, { tag: "cp311-cp311-win_amd64" }),
    wheel("parent", {}, { requires: ["glibc"] }),
  ];

  test.each([
    ["lib==9", "unknown-version", "There is no lib==9 in the package index."],
    ["lib>=9", "unknown-version", "There is no lib>=9 in the package index, only lib==1."],
    ["libb", "unknown-package", "There is no package libb in the package index."],
    ["wants-nothing", "unknown-package", "There is no package no-such-package in the package index."],
    ["new", "requires-python", "new needs Python >=3.13, and the function has python3.11."],
    ["lib>1\nlib<1", "conflict", "The requirements contradict each other: you require lib<1 and lib>1."],
    [
      "lib\nwants-old-lib",
      "conflict",
      "The requirements contradict each other: only lib==1 is available and all versions of wants-old-lib depend on lib<1, but you require wants-old-lib.",
    ],
    [
      "glibc",
      "no-wheel",
      "glibc==1 has wheels for python3.11 on x86_64 only for glibc 2.28 or newer, and the runtime has glibc 2.26.",
    ],
    [
      "parent",
      "no-wheel",
      "glibc==1 has wheels for python3.11 on x86_64 only for glibc 2.28 or newer, and the runtime has glibc 2.26.",
    ],
    [
      "glibc-lower",
      "no-wheel",
      "glibc-lower==1 has wheels for python3.11 on x86_64 only for glibc 2.24 or newer, and for this runtime uv takes none above 2.17.",
    ],
    ["newer", "no-wheel", "newer==1 has no wheel for python3.11, only for python3.13."],
    ["arm", "no-wheel", "arm==1 has no wheel for python3.11 on x86_64, only for arm64."],
    ["windows", "no-wheel", "windows==1 has no wheel for python3.11 on x86_64, only for win_amd64."],
  ])("%j: %s", async (requirements, code, message) => {
    const refused = await refusedInstall(requirements, { env: await indexOf(packages) });

    expect({ code: refused.code, message: refused.message }).toEqual({ code, message });
    expect(refused.hint).toMatch(/^[A-Z].*\.$/);
  });

  test("glibc that even Amazon Linux 2023 lacks", async () => {
    const refused = await refusedInstall("glibc-future", { runtime: "python3.12", env: await indexOf(packages) });

    expect([refused.message, refused.hint]).toEqual([
      "glibc-future==1 has wheels for python3.12 on x86_64 only for glibc 2.39 or newer, and the runtime has glibc 2.34.",
      "Use an older version of glibc-future.",
    ]);
  });

  test("a file that is not the one that the index lists", async () => {
    const lib = await wheel("lib", {});
    const env = await indexOf([lib], { wrongHash: [lib.fileName] });

    expect((await refusedInstall("lib", { env })).code).toBe("hash-mismatch");
  });

  test.each([
    [{ status: 403 }, "index-credentials", "refused access (403)."],
    [
      { status: 500 },
      "index-unreachable",
      "could not be reached: HTTP status server error (500 Internal Server Error).",
    ],
  ])("an index that answers %j", async (options, code, sentence) => {
    const env = await indexOf([], options);
    const host = new URL(env.UV_DEFAULT_INDEX ?? "").host;

    const refused = await refusedInstall("lib", { env: { ...env, UV_HTTP_RETRIES: "0" } });

    expect(refused.code).toBe(code);
    expect(refused.message).toContain(host);
    expect(refused.message).toContain(sentence);
  });

  test("an index that is not there", async () => {
    const refused = await refusedInstall("lib", {
      env: { UV_DEFAULT_INDEX: "http://user:secret@127.0.0.1:9/simple", UV_HTTP_RETRIES: "0" },
    });

    expect(refused.code).toBe("index-unreachable");
    expect(refused.message).toMatch(/^127\.0\.0\.1:9 could not be reached: /);
    expect(refused.message).not.toContain("secret");
  });

  test("--require-hashes with a requirement that has none", async () => {
    const refused = await refusedInstall("--require-hashes\nlib==1", { env: await indexOf(packages) });

    expect([refused.code, refused.message]).toEqual([
      "hash-missing",
      "With `--require-hashes`, all requirements must have a hash, but none were provided for: lib==1.",
    ]);
  });

  test("a wheel by URL that does not fit", async () => {
    const env = await indexOf(packages);
    const file = "arm-1-cp311-cp311-manylinux_2_17_aarch64.whl";

    const refused = await refusedInstall(`arm @ ${new URL(`/files/${file}`, env.UV_DEFAULT_INDEX)}`, { env });

    expect([refused.code, refused.message]).toEqual(["no-wheel", `${file} does not fit python3.11 on x86_64.`]);
  });

  test("a runner without Python", async () => {
    const alone = await temporaryDirectory("path");
    await copyFile(inject("uv"), join(alone, basename(inject("uv"))));
    const env = { ...(await indexOf(packages)), PATH: alone, HOME: alone, LOCALAPPDATA: alone, APPDATA: alone };

    const refused = await refusedInstall("lib", { env });

    expect([refused.code, refused.message]).toEqual([
      "no-python",
      "There is no Python on this runner that uv can use.",
    ]);
  });

  test("a build that fits this machine, but not the function", async () => {
    const project = projectFiles({ name: "native", version: "1", files: { "native.py": "" } });
    const files = Object.entries(project).map(([path, content]) => [
      `native/${path}`,
      content.replaceAll("py3-none-any", "cp311-cp311-linux_x86_64"),
    ]);

    const refused = await refusedInstall(
      { ...Object.fromEntries(files), "requirements.txt": "./native" },
      { architecture: "arm64", env: await indexOf([]) },
    );

    expect([refused.code, refused.message]).toEqual([
      "build",
      "native-1-cp311-cp311-linux_x86_64.whl, built on this runner, does not fit python3.11 on arm64.",
    ]);
  });
});

function wheel(name: string, files: WheelRequest["files"], others: Partial<WheelRequest> = {}) {
  return buildWheel({ name, version: "1", files, ...others });
}

type Packages = readonly (Promise<{ readonly file: string }> | { readonly file: string })[];

/** Variables that make uv use an index with these packages alone. */
async function indexOf(
  packages: Packages,
  options: Omit<IndexOptions, "packages"> = {},
): Promise<Record<string, string>> {
  const index = await startPackageIndex({ packages: await paths(packages), ...options });
  onTestFinished(index.stop);
  return { UV_DEFAULT_INDEX: index.url };
}

async function privateIndex(packages: Packages): Promise<string> {
  const credentials = { user: "deployer", password: "s3cr3t-w0rd" };
  const index = await startPackageIndex({ packages: await paths(packages), credentials });
  onTestFinished(index.stop);
  return index.url;
}

async function paths(packages: Packages): Promise<string[]> {
  return (await Promise.all(packages)).map(({ file }) => file);
}
