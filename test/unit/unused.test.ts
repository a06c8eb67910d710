import { expect, test } from "vitest";
import type { Entry } from "../../src/layer/entries.ts";
import { type Mentions, mentionsIn } from "../../src/layer/mentions.ts";
import { slim } from "../../src/layer/slim.ts";
import { unused } from "../../src/layer/unused.ts";

/** Paths below the directory of the packages, with their texts. */
type Files = Readonly<Record<string, string>>;

/** What `aggressive` leaves out of these files, by its reason. */
function leftOut(files: Files): Readonly<Record<string, string | undefined>> {
  const entries = Object.keys(files).map(entry);
  const reasonOf = unused(entries, mentionsOf(files));
  const reasons = entries.map((one) => [one.path.slice("python/".length), reasonOf(one)] as const);
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== undefined));
}

function entry(path: string): Entry {
  return { path: `python/${path}`, package: "pkg", size: 1, executable: false, content: { file: path } };
}

function mentionsOf(files: Files): ReadonlyMap<string, Mentions> {
  return new Map(Object.entries(files).map(([path, text]) => [path, mentionsIn(text, path)]));
}

const PACKAGE: Files = {
  "pkg/__init__.py": "",
  "pkg/sub/__init__.py": "",
  "pkg/sub/module.py": "",
  "pkg/sub/tests/__init__.py": "",
  "pkg/sub/tests/data.csv": "",
  "pkg/sub/tests/deep/tests/test_it.py": "",
  "pkg/sub/tests/test_it.py": "",
};

const TESTS = Object.keys(PACKAGE).filter((path) => path.startsWith("pkg/sub/tests/"));

test("tests that nobody leads to are left out, whole", () => {
  expect(Object.keys(leftOut(PACKAGE))).toEqual(TESTS);
  expect(new Set(Object.values(leftOut(PACKAGE)))).toEqual(new Set(["tests"]));
});

test.each<Files>([
  { "pkg/sub/module.py": "from .tests import data" },
  { "pkg/__init__.py": "import pkg.sub.tests.test_it" },
  { "other/module.py": "from pkg.sub import tests" },
  { "other.py": "importlib.import_module('pkg.sub.tests')" },
  { "other-1.dist-info/entry_points.txt": "[x]\nname = pkg.sub.tests:plugin" },
  { "other.pth": "import pkg.sub.tests" },
  { "pkg/sub/module.py": 'join(dirname(__file__), "tests", "data.csv")' },
  { "pkg/sub/module.py": 'open("tests/data.csv")' },
  { "pkg/sub/deeper/module.py": 'open("../tests/data.csv")' },
  { "pkg/__init__.py": 'join(here, "sub", "tests", "data.csv")' },
  { "pkg/a/b.py": 'open(root + "/sub/tests/data.csv")' },
  { "pkg/a/b.py": 'open(f"{root}/tests/data.csv")' },
  { "pkg/__init__.py": 'import_module(f"{name}.tests")' },
  // What nobody can read may import them.
  { "pkg/sourceless.pyc": "" },
])("tests that somebody leads to stay: %j", (files) => {
  expect(leftOut({ ...PACKAGE, ...files })).toEqual({});
});

test.each<Files>([
  { "pkg/sub/module.py": 'join(dirname(__file__), "tests")' },
  { "pkg/sub/module.py": 'join(dirname(__file__), "tests", "missing.csv")' },
  { "pkg/a/module.py": 'join(dirname(__file__), "tests", "data.csv")' },
  { "pkg/sub/module.py": "# from .tests import data" },
  { "other/sub/module.py": 'open("tests/data.csv")' },
  { "pkg/sub/module.py": "from pkg.sub.testsuite import data" },
  { "pkg/sub/tests/test_it.py": "from pkg.sub.tests import data" },
  { "other/module.pyc": "" },
])("other words do not keep them: %j", (files) => {
  expect(Object.keys(leftOut({ ...PACKAGE, ...files }))).toEqual(TESTS);
});

test("tests that are used keep the tests that they use", () => {
  const chain: Files = {
    "pkg/module.py": "import pkg.a.tests",
    "pkg/a/tests/test_a.py": "from pkg.b.tests import test_b",
    "pkg/b/tests/test_b.py": "",
    "pkg/c/tests/test_c.py": "import pkg.a.tests, pkg.d.tests",
    "pkg/d/tests/test_d.py": "",
  };
  expect(Object.keys(leftOut(chain))).toEqual(["pkg/c/tests/test_c.py", "pkg/d/tests/test_d.py"]);
});

test("what is called test and holds none is no test, as django.test", () => {
  expect(leftOut({ "django/test/__init__.py": "", "django/test/client.py": "", "django/__init__.py": "" })).toEqual({});
  expect(
    Object.keys(
      leftOut({ "pkg/test/client.py": "", "pkg/test/tests/test_client.py": "", "pkg/testing/test_x.py": "" }),
    ),
  ).toEqual(["pkg/test/tests/test_client.py"]);
});

test("what configures pytest goes with the tests, and its words do not keep them", () => {
  const files = { ...PACKAGE, "pkg/conftest.py": 'join(here, "sub", "tests", "data.csv")' };
  expect(Object.keys(leftOut(files)).toSorted()).toEqual(["pkg/conftest.py", ...TESTS]);
  expect(leftOut({ ...files, "pkg/module.py": "import pkg.conftest" })).toEqual({});
  expect(leftOut({ "conftest.py": "" })).toEqual({});
});

test("stubs go, but not from a package that reads them", () => {
  const files = { "pkg/__init__.pyi": "", "pkg/py.typed": "", "lazy/__init__.py": "", "lazy/__init__.pyi": "" };
  expect(leftOut({ ...files, "lazy/__init__.py": "attach_stub(__name__, __file__)" })).toEqual({
    "pkg/__init__.pyi": "type stubs",
  });
  // Tests that are left out read nothing.
  expect(leftOut({ "pkg/a.pyi": "", "pkg/tests/test_stubs.py": "glob('*.pyi')" })).toMatchObject({
    "pkg/a.pyi": "type stubs",
  });
});

test("sources go, but not those that a module names, nor from a package that writes C", () => {
  const sources = ["a.c", "a.h", "b.pyx", "b.pxd", "lib.a", "d.hpp"].map((name) => [`pkg/${name}`, ""]);
  const files: Files = { ...Object.fromEntries(sources), "pkg/a.so": "", "pkg/x.cfg": "", "pkg/read.chapter": "" };
  expect(Object.keys(leftOut(files))).toEqual(sources.map(([path]) => path));
  expect(new Set(Object.values(leftOut(files)))).toEqual(new Set(["C sources and headers"]));
  const without = (text: string, path = "pkg/module.py") => Object.keys(leftOut({ ...files, [path]: text }));
  expect(without("read('a.h')")).not.toContain("pkg/a.h");
  expect(without("read('a.h')", "other/module.py")).not.toContain("pkg/a.h");
  expect(without("glob('*.h')")).not.toContain("pkg/a.h");
  expect(without("glob('*.h')", "other/module.py")).toContain("pkg/a.h");
  expect(without("'#include <a.h>'")).toEqual([]);
});

test("a translation's source goes when it is there compiled", () => {
  const files = { "pkg/de/app.mo": "", "pkg/de/app.po": "", "pkg/fr/app.po": "" };
  expect(leftOut(files)).toEqual({ "pkg/de/app.po": "sources of translations" });
});

test("programs for Windows go", () => {
  expect(leftOut({ "pkg/cli-64.exe": "", "pkg/tool": "" })).toEqual({ "pkg/cli-64.exe": "programs for Windows" });
});

test("of a service's API the newest version stays, and the one that boto3's resources were written for", () => {
  const of = (...versions: readonly string[]): Files =>
    Object.fromEntries(versions.map((version) => [`botocore/data/ec2/${version}/service-2.json.gz`, ""]));
  const [old, resource, newest] = ["2014-10-01", "2015-10-01", "2016-11-15"] as const;
  const files: Files = {
    ...of(old, resource, newest),
    [`botocore/data/ec2/${old}/waiters-2.json`]: "",
    // Without a model it is no version.
    "botocore/data/ec2/2020-01-01/paginators-1.json": "",
    "botocore/data/endpoints.json": "",
    [`boto3/data/ec2/${old}/resources-1.json`]: "",
    [`boto3/data/ec2/${resource}/resources-1.json`]: "",
  };
  expect(Object.keys(leftOut(files)).toSorted()).toEqual([
    `botocore/data/ec2/${old}/service-2.json.gz`,
    `botocore/data/ec2/${old}/waiters-2.json`,
    "botocore/data/ec2/2020-01-01/paginators-1.json",
  ]);
  expect(new Set(Object.values(leftOut(files)))).toEqual(new Set(["older API versions of AWS services"]));
});

test("only aggressive leaves it out, after what is needless anyway", () => {
  const files: Files = {
    ...PACKAGE,
    "pkg/a.pyi": "",
    "pkg/module.py": "",
    "pkg/module.pyc": "",
    "pkg-1.dist-info/INSTALLER": "",
  };
  const entries = Object.keys(files).map(entry);
  const choices = { botocoreServices: "all", mentions: mentionsOf(files) } as const;
  const notes = { what: "notes of the installer", files: 1, bytes: 1 };
  const bytecode = { what: "bytecode of the wheels", files: 1, bytes: 1 };
  expect(slim(entries, { ...choices, slim: "safe" }).leftOut).toEqual([bytecode, notes]);
  expect(slim(entries, { ...choices, slim: "aggressive" }).leftOut).toEqual([
    { what: "tests", files: TESTS.length, bytes: TESTS.length },
    bytecode,
    notes,
    { what: "type stubs", files: 1, bytes: 1 },
  ]);
});
