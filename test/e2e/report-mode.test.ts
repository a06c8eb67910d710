import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { setStage, workspaceOf } from "../support/stage.ts";

const stage = setStage();
const WITHOUT_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_REGION: undefined,
};
const pullRequest = (name: string) => ({ name, payload: { number: 1, pull_request: { number: 1 } } });

describe("a pull request", () => {
  it.each(["pull_request", "pull_request_target", "merge_group"])(
    "deploys nothing on %s, and needs no AWS",
    async (event) => {
      const workspace = await workspaceOf("one", "dep==1.0\n");
      stage.aws.resetCalls();
      const [cacheCalls, indexCalls] = [stage.cache.calls.length, stage.index.requests.length];
      const request = { event: pullRequest(event), env: WITHOUT_CREDENTIALS, path: "" };
      const run = await stage.run(workspace, { "function-name": "orders" }, request);

      expect([run.exitCode, run.conclusion], run.stdout).toEqual([0, "success"]);
      expect(run.issued).toEqual({ error: 0, warning: 0, notice: 1 });
      expect(run.annotations.notice[0]?.message).toContain("`mode: deploy`");
      expect(stage.aws.calls).toEqual([]);
      expect([stage.cache.calls.length, stage.index.requests.length]).toEqual([cacheCalls, indexCalls]);
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
