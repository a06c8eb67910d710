import { expect, test } from "vitest";
import { type Asked, layerNotices } from "../../src/layer/layer-notices.ts";
import type { LayerFacts } from "../../src/report/facts.ts";

const packages = (...names: string[]) => names.map((name) => ({ name, version: "1.0" }));
const LAYER: LayerFacts = {
  name: "deps",
  source: "reused",
  reason: "",
  dependencyFiles: ["requirements.txt"],
  packages: [],
  changes: [],
  newest: [],
  pinned: true,
  bytecode: true,
};
const NO_BYTECODE =
  /^The layer has no bytecode, so cold starts compile it\. .*`actions\/setup-python`.*`force-layer: true`/;
const HALF_SDK = /^The layer has boto3 and s3transfer without botocore: /;
const NOT_PINNED = /^Not every package of the layer is pinned/;

test.each<[string, Partial<LayerFacts>, Partial<Asked>, readonly (readonly [string, RegExp])[]]>([
  ["nothing of a whole one", {}, {}, []],
  ["that it has no bytecode, of one from AWS", { bytecode: false }, {}, [["note", NO_BYTECODE]]],
  [
    "that it has no bytecode, of one from the cache",
    { source: "restored", bytecode: false },
    {},
    [["note", NO_BYTECODE]],
  ],
  ["nothing of bytecode that nobody wants", { bytecode: false }, { bytecode: "off" }, []],
  ["nothing that the build says itself", { source: "built", bytecode: false, packages: packages("boto3") }, {}, []],
  ["that half of the SDK is in it", { packages: packages("boto3", "s3transfer") }, {}, [["note", HALF_SDK]]],
  [
    "that half of the SDK was left out, of one from the cache",
    { source: "restored", packages: packages("boto3", "s3transfer") },
    { excludePackages: ["botocore"] },
    [["warning", HALF_SDK]],
  ],
  ["nothing of the SDK when nobody looked into it", { packages: [] }, { excludePackages: ["botocore"] }, []],
  ["that a version is not pinned, also of a built one", { source: "built", pinned: false }, {}, [["note", NOT_PINNED]]],
])("a layer's notices say %s", (_, layer, asked, expected) => {
  const notices = layerNotices({ ...LAYER, ...layer }, { bytecode: "auto", excludePackages: [], ...asked });
  expect(notices).toEqual(expected.map(([level, text]) => ({ level, text: expect.stringMatching(text) })));
});
