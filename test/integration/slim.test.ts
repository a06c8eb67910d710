import { expect, onTestFinished, test } from "vitest";
import type { LayerArchive } from "../../src/layer/build.ts";
import { parseManifest } from "../../src/layer/manifest.ts";
import { layerFrom, pathsIn, refusedBuild, runPython, unpack } from "../support/build.ts";
import { startPackageIndex } from "../support/package-index.ts";
import { findPython } from "../support/python.ts";
import { buildWheel } from "../support/wheels.ts";

// Real packages, from the index that this machine uses, imported by a real Python.

// Without bytecode pandas takes its time.
const TIMEOUT = 180_000;
const NO_PYTHON = "This machine has no Python 3.11.";

// Runs a program, and tells what metadata say of the packages: each file that they list is there, each entry point can be loaded.
const WITH_METADATA = `
import json, os, sys
sys.path.insert(0, os.path.join(sys.argv[1], "python"))
from importlib.metadata import distributions, version
RESULT = {}
PROGRAM
found = list(distributions(path=[sys.path[0]]))
points = [point for one in found for point in one.entry_points]
failed = []
for point in points:
    try:
        point.load()
    except Exception as error:
        failed.append(point.value)
print(json.dumps({
    **RESULT,
    "names": sorted(one.metadata["Name"].lower() for one in found),
    "missing": [str(file) for one in found for file in one.files if not file.locate().exists()],
    "points": len(points), "failed": failed,
}))
`;

/** Builds a layer aggressively, and runs a program that has its modules and the standard library. */
async function tryOut(requirements: string, program: string, options: Parameters<typeof layerFrom>[1] = {}) {
  const python = await findPython("3.11");
  if (python === undefined) return undefined;
  const built = await layerFrom(requirements, { bytecode: "off", slim: "aggressive", ...options });
  const opt = await unpack(built.file);
  const text = WITH_METADATA.replace("PROGRAM", program);
  return { built, opt, answer: await runPython(python, text, opt) };
}

function saved({ manifest }: LayerArchive): Readonly<Record<string, number>> {
  return Object.fromEntries((manifest.leftOut ?? []).map(({ what, bytes }) => [what, bytes]));
}

// Makes a client of each service, and tells what botocore says when there is none.
const CLIENTS = `
import json, os, sys
sys.path.insert(0, os.path.join(sys.argv[1], "python"))
import boto3, botocore.exceptions
from importlib.metadata import files
def client(service):
    try:
        made = boto3.client(service, region_name="eu-central-1", aws_access_key_id="a", aws_secret_access_key="b")
        return made.meta.endpoint_url
    except botocore.exceptions.UnknownServiceError:
        return "unknown"
services = ["s3", "dynamodb", "sts", "sqs"]
missing = [str(path) for path in files("botocore") if not path.locate().exists()]
s3 = boto3.client("s3", region_name="eu-central-1", aws_access_key_id="a", aws_secret_access_key="b")
url = s3.generate_presigned_url("get_object", Params={"Bucket": "photos", "Key": "cat"})
print(json.dumps({
    "clients": {name: client(name) for name in services}, "signed": url.split("?")[0], "missing": missing,
    "pages": s3.can_paginate("list_objects_v2"), "waiters": len(s3.waiter_names) > 0,
    "table": boto3.resource("dynamodb", region_name="eu-central-1").Table("t").name,
}))
`;

test("botocore has the services that are asked for, and says of the others that it does not know them", async (context) => {
  const python = await findPython("3.11");
  if (python === undefined) return context.skip(NO_PYTHON);
  const requirements = "boto3==1.44.8\nbotocore==1.44.8";
  const all = await layerFrom(requirements, { bytecode: "off" });
  const some = await layerFrom(requirements, { bytecode: "off", botocoreServices: ["dynamodb", "s3"] });

  expect(await runPython(python, CLIENTS, await unpack(some.file))).toEqual({
    clients: {
      s3: "https://s3.eu-central-1.amazonaws.com",
      dynamodb: "https://dynamodb.eu-central-1.amazonaws.com",
      sts: "https://sts.eu-central-1.amazonaws.com",
      sqs: "unknown",
    },
    signed: "https://photos.s3.amazonaws.com/cat",
    missing: [],
    pages: true,
    waiters: true,
    table: "t",
  });
  expect(some.manifest.zip.zipped).toBeLessThan(all.manifest.zip.zipped / 5);
  const [largest] = some.manifest.leftOut ?? [];
  expect(largest?.what).toBe("data of other AWS services");
  const examples = (archive: typeof all) => archive.manifest.leftOut?.find(({ what }) => /examples/.test(what));
  const rows = all.manifest.zip.unzipped - some.manifest.zip.unzipped - (largest?.bytes ?? 0);
  // What is missing is what was counted, and its lines in RECORD.
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(200 * (largest?.files ?? 0));
  expect(examples(some)?.files).toBe(examples(all)?.files);
  expect(parseManifest(JSON.stringify(some.manifest))).toEqual(some.manifest);
  expect([...all.notices, ...some.notices]).toEqual([]);
});

test("botocore alone is told, since boto3 would be the runtime's", async () => {
  const services = { bytecode: "off", botocoreServices: ["s3"] } as const;
  const natural = await layerFrom("botocore==1.44.8", services);
  const asked = await layerFrom("boto3==1.44.8\nbotocore==1.44.8", { ...services, excludePackages: ["boto3"] });
  expect(natural.notices.map(({ level }) => level)).toEqual(["note"]);
  expect(asked.notices).toEqual([
    { level: "warning", text: expect.stringMatching(/^The layer has botocore without boto3/) },
  ]);
});

test("services that botocore does not know end the build; without botocore they change nothing, which is said", async () => {
  expect(await refusedBuild("botocore==1.44.8", { botocoreServices: ["s3", "dynamo"] })).toMatchObject({
    message: '`botocore-services` names "dynamo", which the installed botocore does not know.',
    hint: expect.stringContaining("`dynamodb`"),
    code: "botocore-services",
  });
  const { notices } = await layerFrom("six==1.17.0", { bytecode: "off", botocoreServices: ["s3"] });
  expect(notices).toEqual([
    { level: "note", text: "`botocore-services` changes nothing: no package of the layer brings botocore." },
  ]);
});

test(
  "aggressive: a web application and boto3 work, with their metadata",
  async (context) => {
    const requirements = "fastapi==0.115.0\npydantic==2.9.2\nboto3==1.44.8\nbotocore==1.44.8\nuvicorn==0.32.0";
    const tried = await tryOut(
      requirements,
      `
import boto3, fastapi, uvicorn
from pydantic import BaseModel
class Item(BaseModel):
    price: float
app = fastapi.FastAPI()
@app.post("/items")
def create(item: Item):
    return item
session = boto3.Session(aws_access_key_id="a", aws_secret_access_key="b", region_name="eu-central-1")
RESULT["schema"] = "/items" in app.openapi()["paths"]
RESULT["endpoint"] = session.client("s3").meta.endpoint_url
RESULT["buckets"] = session.resource("s3").Bucket("photos").name
RESULT["tables"] = session.client("dynamodb").can_paginate("list_tables")
RESULT["services"] = len(session.get_available_services())
RESULT["resources"] = [session.resource(name).meta.service_name for name in session.get_available_resources()]
RESULT["docs"] = "QueueName" in str(session.client("sqs").get_queue_url.__doc__)
RESULT["version"] = version("fastapi")
`,
    );
    if (tried === undefined) return context.skip(NO_PYTHON);
    expect(tried.answer).toMatchObject({
      schema: true,
      endpoint: "https://s3.eu-central-1.amazonaws.com",
      buckets: "photos",
      tables: true,
      services: expect.toSatisfy((count: number) => count > 400),
      resources: ["cloudformation", "cloudwatch", "dynamodb", "ec2", "glacier", "iam", "s3", "sns", "sqs"],
      docs: true,
      version: "0.115.0",
      missing: [],
      failed: ["anyio.pytest_plugin"], // which needs pytest
    });
    expect(saved(tried.built)["older API versions of AWS services"]).toBeGreaterThan(1_000_000);
  },
  TIMEOUT,
);

test(
  "aggressive: numpy and pandas work without their tests, with numpy.testing and pandas.testing",
  async (context) => {
    const tried = await tryOut(
      "numpy==2.2.6\npandas==2.3.2",
      `
import io, numpy, numpy.testing, numpy.f2py, numpy.lib.recfunctions, pandas, pandas.testing, pandas.api.types
frame = pandas.read_csv(io.StringIO("a,b\\n1,2\\n3,4\\n"))
pandas.testing.assert_frame_equal(frame, frame.copy())
numpy.testing.assert_array_equal(frame["a"].to_numpy(), numpy.array([1, 3]))
RESULT["sum"] = int(frame.groupby("a").sum()["b"].sum())
RESULT["include"] = numpy.get_include().endswith("include")
RESULT["versions"] = [version("numpy"), version("pandas")]
`,
    );
    if (tried === undefined) return context.skip(NO_PYTHON);
    expect(tried.answer).toMatchObject({ sum: 6, include: true, versions: ["2.2.6", "2.3.2"], missing: [] });
    expect(tried.answer).toHaveProperty("failed", ["pandas:plotting._matplotlib"]); // which needs matplotlib
    expect(saved(tried.built).tests).toBeGreaterThan(10_000_000);
    const paths = await pathsIn(tried.opt);
    expect(paths.filter((path) => path.startsWith("python/pandas/tests/"))).toEqual([]);
    expect(paths).toContain("python/pandas/_testing/__init__.py");
  },
  TIMEOUT,
);

test(
  "aggressive: packages that import their tests or examples, or read their stubs, keep them",
  async (context) => {
    const stubs = await buildWheel({
      name: "stubbed",
      version: "1.0",
      requires: ["lazy-loader"],
      files: {
        "stubbed/__init__.py":
          "import lazy_loader\n__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)\n",
        "stubbed/__init__.pyi": "from .core import answer\n",
        "stubbed/core.py": "answer = 42\n",
        "stubbed/tests/test_core.py": "",
      },
    });
    const index = await startPackageIndex({ packages: [stubs.file] });
    onTestFinished(() => index.stop());
    const tried = await tryOut(
      "bottleneck==1.6.0\nnumpy==2.2.6\npydicom==3.0.2\nstubbed==1.0",
      `
import bottleneck, stubbed
import pydicom, pydicom.examples
RESULT["median"] = float(bottleneck.nanmedian([1.0, 2.0, 9.0]))
RESULT["tests"] = callable(bottleneck.test)
RESULT["answer"] = stubbed.answer
RESULT["example"] = pydicom.examples.ct.Modality
`,
      { env: { UV_INDEX: index.url } },
    );
    if (tried === undefined) return context.skip(NO_PYTHON);
    expect(tried.answer).toMatchObject({ median: 2, tests: true, answer: 42, example: "CT", missing: [], failed: [] });
    const paths = await pathsIn(tried.opt);
    expect(paths).toContain("python/stubbed/__init__.pyi");
    expect(paths).not.toContain("python/stubbed/tests/test_core.py");
    expect(paths).toContain("python/bottleneck/tests/util.py");
    expect(paths.filter((path) => path.startsWith("python/numpy/") && path.endsWith(".pyi"))).toEqual([]);
  },
  TIMEOUT,
);
