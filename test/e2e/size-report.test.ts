import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GitServer, startGitServer } from "../support/git-server.ts";
import { checkOut, openPullRequest, type PullRequest, pullRequestEvent } from "../support/pull-request.ts";
import { readReport } from "../support/report.ts";
import { JOB_TOKEN, type RunRequest } from "../support/runner.ts";
import { functionFiles, setStage } from "../support/stage.ts";

const stage = setStage();
let server: GitServer;

beforeAll(async () => {
  server = await startGitServer({ token: JOB_TOKEN });
});
afterAll(() => server.stop());

const WITHOUT_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_REGION: undefined,
};

let count = 0;
const newName = () => `sizes-${++count}`;

/** Reports in a workspace, without AWS and as the pull request's first run; tells what was asked for on the way. */
async function report(
  workspace: string,
  pull: PullRequest,
  inputs: Readonly<Record<string, string>> = {},
  request: Partial<RunRequest> = {},
) {
  await server.serve("octo-org/shop", pull.repository);
  stage.aws.resetCalls();
  const [index, fetches] = [stage.index.requests.length, server.requests.length];
  const run = await stage.run(
    workspace,
    { "function-name": "orders", runtime: "python3.11", architectures: "x86_64", comment: "false", ...inputs },
    {
      event: pullRequestEvent(pull),
      ...request,
      env: { ...WITHOUT_CREDENTIALS, GITHUB_SERVER_URL: server.url, ...request.env },
    },
  );
  return {
    run,
    told: await readReport(run),
    installs: stage.index.requests.length - index,
    fetches: server.requests.length - fetches,
  };
}

describe("a pull request", () => {
  it("is compared with its base commit, fetched into a shallow clone", async () => {
    const pull = await openPullRequest({
      base: functionFiles("one", "dep==1.0\n"),
      head: functionFiles("two", "dep==2.0\nother==1.0\n"),
    });
    const workspace = await checkOut(pull, "merge");
    const { run, told, fetches } = await report(workspace, pull, { "function-name": newName() });

    expect(run.exitCode, run.stdout).toBe(0);
    expect(stage.aws.calls).toEqual([]);
    expect(fetches).toBeGreaterThan(0);
    expect(told.json.outcome).toBe("reported");
    expect(told.json.layer?.changes).toEqual([
      { name: "dep", from: "1.0", to: "2.0" },
      { name: "other", to: "1.0" },
    ]);
  });
});
