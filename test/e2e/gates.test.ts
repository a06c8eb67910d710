import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GitServer, startGitServer } from "../support/git-server.ts";
import { checkOut, openPullRequest, pullRequestEvent } from "../support/pull-request.ts";
import { rawZip } from "../support/raw-archives.ts";
import { expectFailure, readReport } from "../support/report.ts";
import { JOB_TOKEN } from "../support/runner.ts";
import { WITHOUT_CREDENTIALS } from "../support/size-report.ts";
import { functionFiles, setStage, workspaceOf } from "../support/stage.ts";

const stage = setStage();
let server: GitServer;

beforeAll(async () => {
  server = await startGitServer({ token: JOB_TOKEN });
});
afterAll(() => server.stop());

const writes = () => stage.aws.calls.map(({ op }) => op).filter((op) => !/^(s3\.|location\.)?(Get|List|Head)/.test(op));

describe("the gates of a team's own", () => {
  it("stop a deploy before its first write, with one error, and let pass what fits", async () => {
    const name = "gated";
    await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
    const first = await stage.run(await workspaceOf("one", "dep==1.0\n"), {
      "function-name": name,
      "max-code-size": "1MB",
      "max-layer-growth": "0%",
    });
    expect(first.exitCode, first.stdout).toBe(0);
    expect(first.outputs).toMatchObject({ changed: "true", "layer-changed": "true" });
    expect((await readReport(first)).markdown).toContain("was not checked: the function has no layer to compare with");

    const workspace = await workspaceOf("two", "dep==1.0\nother==1.0\n");
    const gated = async (inputs: Readonly<Record<string, string>>) => {
      stage.aws.resetCalls();
      return stage.run(workspace, { "function-name": name, ...inputs });
    };
    const secrets = stage.aws.secrets();
    const grown = await expectFailure(await gated({ "max-layer-growth": "1%" }), {
      says: [
        /^The layer grows by [\d.]+ (bytes|KB) \(\d+%\) unzipped, more than `max-layer-growth` \(1%\)\./,
        "other +",
      ],
      secrets,
    });
    expect(grown.json.error?.code).toBe("gate");
    expect(grown.markdown).toMatch(/\*\*Unzipped, all together\*\* \| [^|]+ \| [^|]+ \| \+[^|]+ \|.*left \|/);
    expect(writes()).toEqual([]);

    await expectFailure(await gated({ "max-layer-growth": "10", "max-code-size": "100" }), {
      says: [
        /^The code package is .*, more than `max-code-size` \(100 bytes\), and the layer grows/,
        '"app.py"',
        "other",
      ],
      secrets,
    });
    expect(writes()).toEqual([]);

    const passed = await gated({ "max-layer-growth": "1MB", "max-code-size": "1KB" });
    expect(passed.exitCode, passed.stdout).toBe(0);
    expect(passed.outputs).toMatchObject({ changed: "true", "layer-changed": "true" });

    const idle = await gated({ "max-layer-growth": "0", "max-code-size": "1KB" });
    expect(idle.exitCode, idle.stdout).toBe(0);
    expect(writes()).toEqual([]);
    expect((await readReport(idle)).markdown).not.toContain("was not checked");
  });

  it("fail a report with every figure below the error, in summary and comment", async () => {
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: functionFiles("two", "dep==1.0\nother==1.0\n"),
    });
    await server.serve("octo-org/shop", pull.repository);
    const workspace = await checkOut(pull, "merge");
    const inputs = { "function-name": "reported", runtime: "python3.11", architectures: "x86_64" };
    const report = (gates: Readonly<Record<string, string>>) =>
      stage.run(
        workspace,
        { ...inputs, ...gates },
        { event: pullRequestEvent(pull), env: { ...WITHOUT_CREDENTIALS, GITHUB_SERVER_URL: server.url } },
      );

    const failed = await report({ "max-layer-growth": "1%", "max-code-size": "10" });
    const { json, markdown } = await expectFailure(failed, {
      says: [
        /^The code package is .*, and the layer grows by .* more than `max-layer-growth` \(1%\)\./,
        '"app.py"',
        "other",
      ],
      secrets: [],
    });
    expect([json.outcome, json.error?.code]).toEqual(["failed", "gate"]);
    expect(markdown).toMatch(
      /^### ❌ reported: larger than allowed, \+[\s\S]*CAUTION[\s\S]*\n\| Code, zipped \|[\s\S]*\n\| other \|/,
    );
    const [comment] = stage.github.comments(1);
    expect(comment?.body).toContain("### ❌ reported: larger than allowed");
    expect(comment?.body).toContain("\n| other |");

    const passed = await report({ "max-layer-growth": "1MB", "max-code-size": "1KB" });
    expect(passed.exitCode, passed.stdout).toBe(0);
    expect(stage.github.comments(1)).toHaveLength(1);
    expect(stage.github.comments(1)[0]?.body).toMatch(/\n### 📦 reported: \+[\d.]+.(bytes|KB) unzipped/);
  });
});
