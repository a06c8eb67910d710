import { expect, test } from "vitest";
import type { Entry } from "../../src/layer/entries.ts";
import { PROGRAMS } from "../../src/layer/layout.ts";
import type { Remaining } from "../../src/layer/leave-out.ts";
import { type Slimming, slim } from "../../src/layer/slim.ts";

function entry(path: string, content: Entry["content"] = { file: `/tree/${path}` }): Entry {
  return { path: `python/${path}`, package: "pkg", size: 10, executable: false, content };
}

function script(path: string): Entry {
  return entry(path, { bytes: Buffer.from("#!/home/runner/python\n") });
}

function slimmed(entries: readonly Entry[], choices: Partial<Slimming> = {}): Remaining {
  return slim(entries, { slim: "safe", botocoreServices: "all", ...choices });
}

function left(entries: readonly Entry[], mode: Slimming["slim"]): readonly string[] {
  const kept = new Set(slimmed(entries, { slim: mode }).entries.map(({ path }) => path));
  return entries.filter(({ path }) => !kept.has(path)).map(({ path }) => path.slice("python/".length));
}

const OF_THIS_MACHINE = [
  entry(".lock"),
  entry("pkg-1.dist-info/direct_url.json"),
  entry("pkg-1.dist-info/uv_cache.json"),
  entry("pkg-1.dist-info/uv_build.json"),
  script(`${PROGRAMS}pkg`),
  entry(`${PROGRAMS}pkg.exe`),
];

const NEEDLESS = [
  entry("pkg-1.dist-info/INSTALLER"),
  entry("pkg-1.dist-info/REQUESTED"),
  entry("botocore/data/s3/2006-03-01/examples-1.json"),
  entry(`${PROGRAMS}ruff`),
];

const NEEDED = [
  entry("pkg/__init__.py"),
  entry("pkg/tests/test_it.py"),
  entry("pkg/docs/__init__.py"),
  entry("pkg/py.typed"),
  entry("pkg/stubs.pyi"),
  entry("pkg/.lock"),
  entry("pkg/bin/tool"),
  entry("pkg/direct_url.json"),
  entry("pkg/examples-1.json"),
  entry("botocore/data/s3/2006-03-01/service-2.json.gz"),
  entry("pkg-1.dist-info/METADATA"),
  entry("pkg-1.dist-info/WHEEL"),
  entry("pkg-1.dist-info/entry_points.txt"),
  entry("pkg-1.dist-info/licenses/LICENSE"),
  entry("pkg-1.dist-info/licenses/INSTALLER"),
  entry("pkg.libs/libgfortran.so.5"),
];

test("safe leaves out exactly what no import, metadata or entry point needs", () => {
  const dropped = [...OF_THIS_MACHINE, ...NEEDLESS];
  expect(left([...dropped, ...NEEDED], "safe")).toEqual(dropped.map(({ path }) => path.slice("python/".length)));
});

test("off leaves out only what depends on the machine that builds", () => {
  const all = [...OF_THIS_MACHINE, ...NEEDLESS, ...NEEDED];
  expect(left(all, "off")).toEqual(OF_THIS_MACHINE.map(({ path }) => path.slice("python/".length)));
});

test("modules in a package that is named as the directory of programs are kept, its starters are not", () => {
  const entries = [entry(`${PROGRAMS}__init__.py`), entry(`${PROGRAMS}module.py`), script(`${PROGRAMS}pkg`)];
  expect(left(entries, "safe")).toEqual([`${PROGRAMS}pkg`]);
});

test.each(["safe", "off"] as const)("%s drops bytecode of a wheel unless it is all there is of a module", (mode) => {
  const entries = [
    entry("pkg/a.py"),
    entry("pkg/__pycache__/a.cpython-311.pyc"),
    entry("pkg/__pycache__/a.cpython-39.opt-1.pyc"),
    entry("pkg/a.pyc"),
    entry("pkg/sourceless.pyc"),
    entry("top.py"),
    entry("__pycache__/top.cpython-311.pyc"),
    entry("pkg/other/__pycache__/a.cpython-311.pyc"),
  ];
  expect(left(entries, mode)).toEqual([
    "pkg/__pycache__/a.cpython-311.pyc",
    "pkg/__pycache__/a.cpython-39.opt-1.pyc",
    "pkg/a.pyc",
    "__pycache__/top.cpython-311.pyc",
  ]);
});

test("their lines go from RECORD, the others stay byte for byte", () => {
  const rows = ["pkg-1.dist-info/INSTALLER,sha256=x,2\r\n", '"pkg/a, b.py",sha256=y,3\n', "pkg-1.dist-info/RECORD,,"];
  const record = entry("pkg-1.dist-info/RECORD", { bytes: Buffer.from(rows.join("")) });

  const { entries } = slimmed([entry("pkg-1.dist-info/INSTALLER"), entry("pkg/a, b.py"), record]);

  const [after] = entries.filter(({ path }) => path.endsWith("RECORD"));
  const expected = `${rows[1]}${rows[2]}`;
  expect(after).toEqual({ ...record, size: expected.length, content: { bytes: Buffer.from(expected) } });
});

test("a RECORD without such lines keeps its bytes, even if they are no UTF-8", () => {
  const bytes = Buffer.from([0xff, 0x2c, 0x2c, 0x0a]);
  const record = entry("pkg-1.dist-info/RECORD", { bytes });

  expect(slimmed([record, entry("pkg-1.dist-info/INSTALLER")]).entries).toEqual([record]);
});

test("what was left out is counted by its kind, the most bytes first", () => {
  const notes = ["INSTALLER", "REQUESTED"].map((name) => entry(`pkg-1.dist-info/${name}`));
  const { leftOut } = slimmed([entry(".lock"), ...notes, entry("pkg/a.py"), script(`${PROGRAMS}pkg`)]);
  expect(leftOut).toEqual([
    { what: "notes of the installer", files: 2, bytes: 20 },
    { what: "notes of the machine that built", files: 1, bytes: 10 },
    { what: "programs", files: 1, bytes: 10 },
  ]);
});

test("of botocore's services those that are asked for stay, with all that belongs to no service", () => {
  const common = ["_retry.json", "endpoints.json", "partitions.json", "sdk-default-configuration.json"];
  const kept = [
    ...common.map((name) => entry(`botocore/data/${name}`)),
    entry("botocore/data/s3/2006-03-01/service-2.json.gz"),
    entry("botocore/data/s3/2006-03-01/waiters-2.json"),
    entry("botocore/data/sts/2011-06-15/service-2.json.gz"),
    entry("botocore/session.py"),
    entry("pkg/botocore/data/sqs/2012-11-05/service-2.json"),
  ];
  const dropped = [
    entry("botocore/data/sqs/2012-11-05/service-2.json"),
    entry("botocore/data/s3control/2018-08-20/paginators-1.json"),
    entry("botocore/data/s3control/2018-08-20/service-2.json.gz"),
  ];
  for (const mode of ["safe", "off"] as const) {
    const { entries, leftOut } = slimmed([...kept, ...dropped], { slim: mode, botocoreServices: ["s3"] });
    expect(entries).toEqual(kept);
    expect(leftOut).toEqual([{ what: "data of other AWS services", files: 3, bytes: 30 }]);
  }
  expect(slimmed([...kept, ...dropped]).entries).toEqual([...kept, ...dropped]);
});

test.each([
  [["dynamo"], '"dynamo"', "close to that: `dynamodb`."],
  [
    ["s3", "secrets-manager", "cloudwatch-logs"],
    '"secrets-manager" and "cloudwatch-logs"',
    "`secretsmanager`, `logs`.",
  ],
  [["runtime.sagemaker"], '"runtime.sagemaker"', "close to that: `sagemaker-runtime`."],
  [["eventbridge"], '"eventbridge"', "or update botocore."],
])("services that botocore does not know are named with those that are close: %j", (wanted, names, hint) => {
  const known = ["dynamodb", "events", "logs", "s3", "sagemaker-runtime", "secretsmanager", "sqs"];
  const entries = known.map((name) => entry(`botocore/data/${name}/2020-01-01/service-2.json.gz`));
  const choice = () => slimmed(entries, { botocoreServices: wanted });
  expect(choice).toThrow(`\`botocore-services\` names ${names}, which the installed botocore does not know.`);
  expect(choice).toThrow(expect.objectContaining({ code: "botocore-services", hint: expect.stringContaining(hint) }));
});

test("without botocore its services are no matter", () => {
  const entries = [entry("pkg/a.py")];
  expect(slimmed(entries, { botocoreServices: ["s3"] })).toEqual({ entries, leftOut: [] });
});
