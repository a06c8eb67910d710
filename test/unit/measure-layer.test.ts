import { expect, test } from "vitest";
import type { Inputs } from "../../src/inputs.ts";
import { createJournal } from "../../src/journal.ts";
import { describeLayer } from "../../src/layer/description.ts";
import type { LayerManifest } from "../../src/layer/manifest.ts";
import { targetOf } from "../../src/layer/target.ts";
import { fingerprintOf, type Measuring, measureLayer } from "../../src/size-report/measure-layer.ts";
import { foundIn } from "../support/dependencies.ts";

const MEASURING: Measuring = {
  inputs: {
    slim: "safe",
    botocoreServices: "all",
    bytecode: "auto",
    excludePackages: ["botocore"],
  } as unknown as Inputs,
  journal: createJournal({ mode: "report", dryRun: false, function: { name: "orders" } }),
  env: {},
  fileEnv: {},
  target: targetOf("python3.13", "x86_64"),
  kept: undefined,
  keeps: false,
  untrusted: false,
};

test("a report of a kept layer says that half of the SDK is in it, as the report that built it", async () => {
  const dependencies = await foundIn("boto3==1.0\n", { excludePackages: ["botocore"] });
  const manifest: LayerManifest = {
    schema: 1,
    fingerprint: fingerprintOf(MEASURING, dependencies),
    zip: { sha256: "0".repeat(64), zipped: 1, unzipped: 2, files: 1 },
    packages: [{ name: "boto3", version: "1.0", zipped: 1, unzipped: 2, files: 1, importNames: ["boto3"] }],
    pinned: true,
    bytecode: true,
    tools: { installer: "uv 1.0" },
  };
  const known = { describes: describeLayer(manifest), manifest };
  const request = { dependencies, workspace: "/none", directory: "/none", budget: 0, known };
  expect(await measureLayer(MEASURING, request)).toMatchObject({
    source: "restored",
    notices: [{ level: "warning", text: expect.stringContaining("has boto3 without botocore and s3transfer") }],
  });
});
