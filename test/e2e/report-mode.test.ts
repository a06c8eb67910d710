import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { readReport } from "../support/report.ts";
import { WITHOUT_CREDENTIALS } from "../support/size-report.ts";
import { setStage, workspaceOf } from "../support/stage.ts";

const stage = setStage();
const repo = { full_name: "octo-org/shop" };
const pullRequest = (name: string) => ({
  name,
  payload: { number: 1, pull_request: { number: 1, base: { ref: "main", repo }, head: { ref: "feature", repo } } },
});
const INPUTS = { "function-name": "orders", runtime: "python3.11", architectures: "x86_64", comment: "false" };

describe("a pull request", () => {
  it.each(["pull_request", "pull_request_target", "merge_group"])(
    "deploys nothing on %s, and needs no AWS",
    async (event) => {
      const workspace = await workspaceOf("one", "dep==1.0\n");
      stage.aws.resetCalls();
      const request = { event: pullRequest(event), env: WITHOUT_CREDENTIALS };
      const run = await stage.run(workspace, INPUTS, request);

      expect([run.exitCode, run.conclusion], run.stdout).toEqual([0, "success"]);
      expect(run.issued).toEqual({ error: 0, warning: 0, notice: 0 });
      expect(stage.aws.calls).toEqual([]);
      const { json } = await readReport(run);
      expect(json).toMatchObject({ mode: "report", outcome: "reported", calls: {}, uploadedBytes: 0 });
      expect(run.outputs).toMatchObject({
        changed: "false",
        "code-changed": "false",
        "layer-changed": "false",
        "uploaded-bytes": "0",
        "function-arn": "",
        version: "",
        "layer-version-arn": "",
      });
      expect(run.undeclaredOutputs).toEqual([]);
    },
  );

  it("still fails for inputs that are wrong", async () => {
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const request = { event: pullRequest("pull_request"), env: WITHOUT_CREDENTIALS };
    const run = await stage.run(workspace, { "function-name": "orders", runtime: "ruby" }, request);
    expect([run.exitCode, run.issued.error]).toEqual([1, 1]);
  });

  it("deploys when it is told to", async () => {
    await stage.aws.createFunction({
      name: "told",
      zip: rawZip([{ name: "app.py", content: "" }]),
      handler: "app.handler",
    });
    const workspace = await workspaceOf("one", "dep==1.0\n");
    const inputs = { "function-name": "told", mode: "deploy", requirements: "none" };
    const run = await stage.run(workspace, inputs, { event: pullRequest("pull_request") });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs).toMatchObject({ changed: "true", version: "1" });
  });
});
