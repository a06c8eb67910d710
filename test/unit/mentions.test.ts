import { expect, test } from "vitest";
import { mentionsIn } from "../../src/layer/mentions.ts";

function modulesOf(text: string, path = "pkg/sub/module.py"): readonly string[] {
  return mentionsIn(text, path).modules;
}

test.each<[string, readonly string[]]>([
  ["import pkg.tests", ["pkg.tests"]],
  ["import os, pkg.tests.data as data", ["pkg.tests.data"]],
  ["import os, \\\n    pkg.tests", ["pkg.tests"]],
  ["from pkg.tests import data", ["pkg.tests", "pkg.tests.data"]],
  ["from pkg import core, tests", ["pkg.tests"]],
  ["from pkg import (  # noqa\n    core,\n    tests as t,\n)", ["pkg.tests"]],
  ["from pkg \\\n  import tests", ["pkg.tests"]],
  ["if x: from . import tests", ["pkg.sub.tests"]],
  ["from .tests import data", ["pkg.sub.tests", "pkg.sub.tests.data"]],
  ["from ..tests.data import x", ["pkg.tests.data", "pkg.tests.data.x"]],
  ["from .. import test", ["pkg.test"]],
  ["from ..other import conftest", ["pkg.other.conftest"]],
  ["\tfrom\tpkg.tests\timport\tx", ["pkg.tests", "pkg.tests.x"]],
  ["importlib.import_module('pkg.tests.data')", ["pkg.tests.data"]],
  ['run = "pkg.tests.runner:main"', ["pkg.tests.runner"]],
])("what is imported or named as a module is found: %j", (text, modules) => {
  expect(modulesOf(text)).toEqual(modules);
});

test.each([
  "# from pkg.tests import data",
  "    # import pkg.tests",
  ">>> from pkg.tests import data",
  "import pkg.testing",
  "from pkg.latest import contest",
  '"""See pkg.tests for more."""',
  "tests = 1",
])("what is no import is not: %j", (text) => {
  expect(modulesOf(text)).toEqual([]);
});

test("a relative import is counted from the package of the file", () => {
  expect(modulesOf("from . import tests", "pkg/__init__.py")).toEqual(["pkg.tests"]);
  expect(modulesOf("from . import tests", "module.py")).toEqual(["tests"]);
  expect(modulesOf("from ..... import tests", "pkg/module.py")).toEqual(["tests"]);
});

test("entry points are modules", () => {
  const text = "[console_scripts]\nrun = pkg.tests.runner:main\n";
  expect(modulesOf(text, "pkg-1.dist-info/entry_points.txt")).toEqual(["pkg.tests.runner"]);
});

test.each<[string, readonly { readonly parts: readonly string[]; readonly open?: true; readonly into?: string }[]]>([
  ['open("tests/data.csv")', [{ parts: ["tests"] }]],
  ["join(here, '../io/tests/data', name)", [{ parts: ["io", "tests"] }]],
  ['f"{root}/tests/{name}"', [{ parts: ["tests"], open: true }]],
  ['"%s/tests/x" % root', [{ parts: ["tests"], open: true }]],
  ['join(here, "tests", "data", name)', [{ parts: ["tests"], into: "data" }]],
  ['Path(here) / "sub/tests" / "data.csv"', [{ parts: ["sub", "tests"], into: "data.csv" }]],
  ['import_module(".tests", __name__)', [{ parts: ["tests"] }]],
  ['import_module(f"{__name__}.tests.data")', [{ parts: ["tests"], open: true }]],
  ["'a\\\\tests\\\\data'", [{ parts: ["tests"] }]],
  // A directory that is only named: to leave it out, to compare with it, to run it.
  ['os.path.join(package, "tests")', []],
  ['{"tests", conftest}', []],
  // A file.
  ['open("test.log")', []],
  ['"latest/contest/x"', []],
  ['"tests-old/x"', []],
])("paths that lead into tests are found: %j", (text, paths) => {
  const found = mentionsIn(text, "pkg/module.py").paths;
  expect(found.map(({ parts, open, into }) => ({ parts, ...(open && { open }), ...(into && { into }) }))).toEqual(
    paths,
  );
});

test("with a path go the words near it", () => {
  const [path] = mentionsIn('join(pkg.__path__[0], "sub", "tests", "data")', "pkg/module.py").paths;
  expect(path?.near).toEqual(expect.arrayContaining(["pkg", "sub", "data"]));
});

test.each([
  ["lazy.attach_stub(__name__, __file__)", true],
  ['path.with_suffix(".pyi")', true],
  ["# see typing.pyi", false],
])("who reads stubs is found: %j", (text, stubs) => {
  expect(mentionsIn(text, "pkg/module.py").stubs).toBe(stubs);
});

test("sources are found by name and by kind", () => {
  const text = "read('parse_c_type.h'); glob('*.pyx'); split('.c'); x.h; '.hidden'";
  expect(mentionsIn(text, "pkg/module.py").sources).toEqual(["parse_c_type.h", "*.pyx", ".c"]);
});

test.each([
  ['"#include <stdio.h>"', true],
  ["'#  include \"a.h\"'", true],
  ["# include NaN", false],
])("who writes C is found: %j", (text, writesC) => {
  expect(mentionsIn(text, "pkg/module.py").writesC).toBe(writesC);
});

test("a text without an end is read as well", () => {
  const text = `${"from x import (tests ".repeat(5_000)}${" ".repeat(200_000)}${"'tests/".repeat(5_000)}`;
  expect(modulesOf(text)).toEqual(["x.tests"]);
});
