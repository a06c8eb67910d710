import { afterAll, beforeAll } from "vitest";
import { type GitServer, startGitServer } from "./git-server.ts";
import { type PullRequest, pullRequestEvent, pushEvent } from "./pull-request.ts";
import { rawZip } from "./raw-archives.ts";
import { readReport, type Told } from "./report.ts";
import { type ActionRun, JOB_TOKEN, type RunRequest } from "./runner.ts";
import { REPOSITORY } from "./runner-job.ts";
import type { Stage } from "./stage.ts";
import { git } from "./workspace.ts";

type Inputs = Readonly<Record<string, string>>;

/** A report, and what was asked for on the way. */
export interface Reported {
  readonly run: ActionRun;
  readonly told: Told;
  readonly installs: number;
  readonly fetches: number;
  /** Keys that the cache was asked for, and those that were written to it. */
  readonly read: readonly (string | undefined)[];
  readonly written: readonly (string | undefined)[];
}

export interface ReportBench {
  /** Reports in a workspace, as a run of the pull request without AWS. The runtime is given, unless `inputs` say otherwise. */
  report(workspace: string, pull: PullRequest, inputs: Inputs, request?: Partial<RunRequest>): Promise<Reported>;
  /** Runs on a push of what is checked out there to main, by default a deploy. */
  push(workspace: string, inputs: Inputs, request?: Partial<RunRequest>): Promise<ActionRun>;
  /** A function of a new name, deployed fat. */
  newFunction(): Promise<string>;
  /** From now on git is asked in vain. */
  readonly server: GitServer;
}

export const WITHOUT_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_REGION: undefined,
};

/** What the inputs of a report are in most tests: nothing is guessed, and nobody comments. */
const TARGET = { runtime: "python3.11", architectures: "x86_64", comment: "false" };

/** A stage with GitHub's git beside it. */
export function setReportBench(stage: Stage): ReportBench {
  let server: GitServer;
  let count = 0;
  beforeAll(async () => {
    server = await startGitServer({ token: JOB_TOKEN });
  });
  afterAll(() => server.stop());

  return {
    get server() {
      return server;
    },
    async report(workspace, pull, inputs, request = {}) {
      await server.serve(REPOSITORY, pull.repository);
      stage.aws.resetCalls();
      const [installs, fetches, calls] = [
        stage.index.requests.length,
        server.requests.length,
        stage.cache.calls.length,
      ];
      const event = request.event ?? pullRequestEvent(pull);
      const run = await stage.run(
        workspace,
        { ...TARGET, ...inputs },
        {
          ...request,
          event,
          env: {
            ...WITHOUT_CREDENTIALS,
            ...stage.cache.envFor([
              { ref: "refs/pull/1/merge", read: true, write: true },
              { ref: "refs/heads/main", read: true, write: false },
            ]),
            GITHUB_SERVER_URL: server.url,
            ...request.env,
          },
        },
      );
      const keys = (operation: string) =>
        stage.cache.calls.slice(calls).flatMap((call) => (call.operation === operation ? [call.key] : []));
      return {
        run,
        told: await readReport(run),
        installs: stage.index.requests.length - installs,
        fetches: server.requests.length - fetches,
        read: keys("lookup"),
        written: keys("finalize"),
      };
    },
    push(workspace, inputs, request = {}) {
      const sha = git(workspace, "rev-parse", "HEAD").trim();
      return stage.run(
        workspace,
        { comment: "false", ...inputs },
        {
          event: pushEvent(sha),
          ...request,
          env: { GITHUB_SHA: sha, GITHUB_SERVER_URL: server.url, ...request.env },
        },
      );
    },
    async newFunction() {
      count += 1;
      const name = `measured-${count}`;
      await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
      return name;
    },
  };
}
