import { expect, test } from "vitest";
import { parseManifest } from "../../src/layer/manifest.ts";
import { layerFrom, refusedBuild, runPython, unpack } from "../support/build.ts";
import { findPython } from "../support/python.ts";

// Real packages, from the index that this machine uses, imported by a real Python.

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
  if (python === undefined) return context.skip("This machine has no Python 3.11.");
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
