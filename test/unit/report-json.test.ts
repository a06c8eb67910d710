import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { reportJson } from "../../src/report/json.ts";
import * as reports from "../fixtures/size-report/facts.ts";
import * as examples from "../fixtures/summary/facts.ts";

const schema = JSON.parse(readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** What a program reads from the file. */
function written(facts: Parameters<typeof reportJson>[0]) {
  return JSON.parse(JSON.stringify(reportJson(facts)));
}

describe("reportJson", () => {
  it.each([...Object.entries(examples), ...Object.entries(reports)])("fits the schema: %s", (_, facts) => {
    validate(written(facts));
    expect(validate.errors).toBeNull();
  });

  it.each([
    [reports.grown, { source: "cache", branch: "main", commit: "9fceb02d".repeat(5) }],
    [reports.noFigure, { source: "newest", branch: "main", commit: "51ab3c90".repeat(5) }],
    [reports.first, { source: "none" }],
    [examples.code, undefined],
  ])("says whose sizes the ones before are: %#", (facts, baseline) => {
    expect(reportJson(facts).baseline).toEqual(baseline);
  });

  it("says what the contract says, and nothing else", () => {
    expect(reportJson(examples.halfway)).toEqual({
      schema: 1,
      mode: "deploy",
      function: {
        name: "orders-api",
        arn: "arn:aws:lambda:eu-central-1:123456789012:function:orders-api",
        region: "eu-central-1",
        runtime: "python3.13",
        architecture: "x86_64",
      },
      code: {
        before: { zipped: 20_773_169, unzipped: 32_830_856, files: 2_503, sha256: "0f".repeat(32) },
        after: { zipped: 61_542, unzipped: 152_034, files: 46, sha256: "2b".repeat(32) },
      },
      layer: {
        source: "built",
        reason: "No published version of the layer was built from `requirements.txt` for this platform.",
        fingerprint: "b77e0a14".repeat(8),
        versionArn: "arn:aws:lambda:eu-central-1:123456789012:layer:orders-api-dependencies:1",
        after: { zipped: 24_238_165, unzipped: 40_859_172, files: 2_993, sha256: "3c".repeat(32) },
        packages: examples.migrated.layer?.packages,
        changes: [],
      },
      limits: { zipped: 52_428_800, unzipped: 262_144_000, used: 41_011_206, headroom: 221_132_794 },
      plan: examples.migrated.plan,
      calls: {
        GetFunction: 4,
        ListLayerVersions: 1,
        PublishLayerVersion: 1,
        UpdateFunctionConfiguration: 1,
        UpdateFunctionCode: 1,
      },
      uploadedBytes: 24_238_165,
      phases: examples.migrated.phases,
      smokeTests: [],
      outcome: "failed",
      error: {
        message: "AWS refused UpdateFunctionCode for `orders-api`: the role may not do it.",
        hint: "Allow `lambda:UpdateFunctionCode` on the function for the role of this job.",
        code: "AccessDeniedException",
      },
    });
  });

  it("gives the layer attached before without its ARN", () => {
    expect(reportJson(examples.dependencies).layer?.before).toEqual({
      zipped: 24_031_877,
      unzipped: 40_377_015,
      files: 2_951,
      sha256: "2e".repeat(32),
    });
  });

  it("gives no sum of sizes of which it knows only the least that it can be", () => {
    expect(examples.foundEarlier.limits?.atLeast).toBe(true);
    expect(reportJson(examples.foundEarlier).limits).toEqual({ zipped: 52_428_800, unzipped: 262_144_000 });
  });

  it("leaves out what is not known", () => {
    expect(Object.keys(written(examples.wrongInputs))).toEqual([
      "schema",
      "mode",
      "function",
      "plan",
      "calls",
      "uploadedBytes",
      "phases",
      "smokeTests",
      "outcome",
      "error",
    ]);
    expect(written(examples.firstLayer).code.before).toEqual({ zipped: 312, sha256: "aa".repeat(32) });
  });

  it("is refused by the schema with a field more, a word outside an enum, or an unknown size as null", () => {
    const good = written(examples.code);
    expect(validate({ ...good, extra: 1 })).toBe(false);
    expect(validate({ ...good, outcome: "done" })).toBe(false);
    expect(validate({ ...good, code: { before: { zipped: null } } })).toBe(false);
  });
});

describe("docs/report.schema.json", () => {
  it("describes every field and every word of every enum", () => {
    expect(undescribed(schema, "")).toEqual([]);
  });

  it("allows only fields that it describes", () => {
    expect(open(schema, "")).toEqual([]);
  });
});

type Node = Readonly<Record<string, unknown>>;

function children(node: Node, path: string): readonly (readonly [string, Node])[] {
  const named = ["properties", "$defs"].flatMap((key) => Object.entries((node[key] ?? {}) as Record<string, Node>));
  const listed = ((node.oneOf ?? []) as Node[]).map((one, index) => [`oneOf ${index}`, one] as const);
  const inner = ["items", "additionalProperties"]
    .filter((key) => typeof node[key] === "object")
    .map((key) => [key, node[key] as Node] as const);
  return [...named, ...listed, ...inner].map(([name, child]) => [`${path}/${name}`, child]);
}

function undescribed(node: Node, path: string): readonly string[] {
  const here = typeof node.description === "string" && node.description.length > 3 ? [] : [path];
  return [...here, ...children(node, path).flatMap(([name, child]) => undescribed(child, name))];
}

function open(node: Node, path: string): readonly string[] {
  const here = node.type === "object" && (node.additionalProperties ?? true) === true ? [path] : [];
  return [...here, ...children(node, path).flatMap(([name, child]) => open(child, name))];
}
