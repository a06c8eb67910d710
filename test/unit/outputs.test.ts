import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { outputsOf } from "../../src/outputs.ts";
import { publishReport } from "../../src/publish-report.ts";
import type { Facts } from "../../src/report/facts.ts";
import { readActionMetadata } from "../support/action-yml.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const ARN = "arn:aws:lambda:eu-central-1:123456789012";

const facts: Facts = {
  mode: "deploy",
  dryRun: false,
  outcome: "deployed",
  function: { name: "orders", arn: `${ARN}:function:orders`, version: "42" },
  code: {
    directory: ".",
    after: { zipped: 1_000, unzipped: 3_000, files: 4, sha256: SHA },
    leftOut: [],
    shadowing: [],
  },
  layer: {
    name: "deps",
    source: "built",
    reason: "New.",
    dependencyFiles: ["requirements.txt"],
    fingerprint: "a".repeat(64),
    versionArn: `${ARN}:layer:deps:7`,
    version: 7,
    after: { zipped: 9_000, unzipped: 20_000, files: 50 },
    packages: [],
    changes: [],
    newest: [],
  },
  otherLayers: [],
  plan: [
    { action: "publish-layer", reason: "" },
    { action: "update-configuration", reason: "" },
    { action: "update-code", reason: "" },
    { action: "publish-version", reason: "" },
  ],
  completed: 4,
  notices: [],
  phases: [],
  calls: {},
  uploadedBytes: 10_000,
};

describe("the outputs", () => {
  it("tell what happened", () => {
    expect(outputsOf(facts)).toEqual({
      "function-arn": `${ARN}:function:orders`,
      version: "42",
      "alias-arn": "",
      changed: "true",
      "code-changed": "true",
      "code-sha256": Buffer.from(SHA, "hex").toString("base64"),
      "code-size": "1000",
      "code-unzipped-size": "3000",
      "layer-changed": "true",
      "layer-source": "built",
      "layer-arn": `${ARN}:layer:deps`,
      "layer-version-arn": `${ARN}:layer:deps:7`,
      "layer-version": "7",
      "layer-fingerprint": "a".repeat(64),
      "layer-size": "9000",
      "layer-unzipped-size": "20000",
      "uploaded-bytes": "10000",
      "size-ratio": "10.0",
      "rolled-back": "false",
    });
  });

  it("are those that action.yml declares, beside the paths of the report", () => {
    const declared = Object.keys(readActionMetadata().outputs).filter((name) => !name.startsWith("report-"));
    expect(Object.keys(outputsOf(facts)).sort()).toEqual(declared.sort());
  });

  it.each([
    [0, "false", "false", "false"],
    [1, "false", "false", "true"],
    [2, "true", "false", "true"],
    [3, "true", "true", "true"],
  ])("after %i of the changes say what was done, not what was planned", (completed, changed, code, layer) => {
    const outputs = outputsOf({ ...facts, completed });
    expect([outputs.changed, outputs["code-changed"], outputs["layer-changed"]]).toEqual([changed, code, layer]);
  });

  it("say that something was written also when AWS accepted an update and then failed to carry it out", () => {
    const outputs = outputsOf({ ...facts, completed: 1, accepted: ["update-configuration"] });
    expect([outputs.changed, outputs["code-changed"]]).toEqual(["true", "false"]);
  });

  it("are empty where nothing is known", () => {
    const { code: _code, layer: _layer, ...nothing } = facts;
    const outputs = outputsOf({ ...nothing, function: { name: "orders" }, completed: 0, uploadedBytes: 0 });
    expect(outputs).toMatchObject({
      "function-arn": "",
      version: "",
      "code-size": "",
      "layer-source": "",
      "layer-arn": "",
      "size-ratio": "",
    });
  });

  it("name no source of a layer and no ratio when the layers are not this run's business, unless the sizes are known", () => {
    const { layer: _, ...untouched } = facts;
    const limits = { zipped: 50, unzipped: 250, used: 3, headroom: 247, atLeast: false };
    const of = (known: Partial<Facts>) => {
      const outputs = outputsOf({ ...untouched, ...known });
      return [outputs["layer-source"], outputs["size-ratio"]];
    };
    expect(of({})).toEqual(["", ""]);
    expect(of({ limits })).toEqual(["", "1.0"]);
    expect(of({ limits, layerLeftAlone: { arn: `${ARN}:layer:deps:7` } })).toEqual(["", ""]);
    expect(of({ limits, layerLeftAlone: { arn: `${ARN}:layer:deps:7`, zipped: 500 } })).toEqual(["", "1.5"]);
  });

  it("say `none` of dependencies that there are not", () => {
    const layer = { ...facts.layer, source: "none" } as NonNullable<Facts["layer"]>;
    expect(outputsOf({ ...facts, layer })).toMatchObject({ "layer-source": "none", "size-ratio": "1.0" });
  });
});

describe("publishReport", () => {
  afterEach(() => vi.unstubAllEnvs());

  async function published(report: Facts) {
    const directory = await temporaryDirectory("report");
    const [output, summary] = [path.join(directory, "output"), path.join(directory, "summary")];
    writeFileSync(output, "");
    writeFileSync(summary, "");
    vi.stubEnv("GITHUB_OUTPUT", output);
    vi.stubEnv("GITHUB_STEP_SUMMARY", summary);
    await publishReport(report, directory);
    const set = readFileSync(output, "utf8");
    return { set, file: (name: string) => new RegExp(`^${name}<<.*\\n(.*)`, "m").exec(set)?.[1] };
  }

  it("sets the outputs and writes both files", async () => {
    const { set, file } = await published(facts);
    expect(set).toContain(`${ARN}:layer:deps:7`);
    expect(readFileSync(file("report-path") ?? "", "utf8")).toContain("orders: ");
    expect(JSON.parse(readFileSync(file("report-json") ?? "", "utf8"))).toMatchObject({ outcome: "deployed" });
  });

  it("loses nothing but the text that cannot be made", async () => {
    const notices = [
      {
        level: "note",
        get text(): string {
          throw new Error("a defect");
        },
      },
    ] as const;
    const { set, file } = await published({ ...facts, notices });
    expect(set).toContain(`${ARN}:layer:deps:7`);
    expect(file("report-path")).toBeUndefined();
    expect(JSON.parse(readFileSync(file("report-json") ?? "", "utf8"))).toMatchObject({ outcome: "deployed" });
  });
});
