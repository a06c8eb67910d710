import { machineEnvironment } from "./machine.ts";

export interface Event {
  readonly name: string;
  readonly payload: unknown;
}

export interface JobFiles {
  readonly workspace: string;
  readonly home: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly eventFile: string;
  readonly commandFile: (name: string) => string;
}

export const REPOSITORY = "octo-org/shop";
const SHA = "2c7f1c0e5d9a4b3f8e6d1a2b3c4d5e6f70819203";

export const PUSH: Event = {
  name: "push",
  payload: {
    ref: "refs/heads/main",
    before: "0000000000000000000000000000000000000000",
    after: SHA,
    repository: { full_name: REPOSITORY, default_branch: "main", private: true },
    pusher: { name: "octocat" },
  },
};

/** The environment that a hosted runner gives a step of this event: https://docs.github.com/actions/reference/variables-reference. */
export function jobEnvironment(event: Event, files: JobFiles): Record<string, string> {
  return {
    ...machineEnvironment(),
    ...github(event),
    HOME: files.home,
    USERPROFILE: files.home,
    LOCALAPPDATA: files.home,
    APPDATA: files.home,
    CI: "true",
    GITHUB_EVENT_PATH: files.eventFile,
    GITHUB_WORKSPACE: files.workspace,
    GITHUB_OUTPUT: files.commandFile("set_output"),
    GITHUB_ENV: files.commandFile("set_env"),
    GITHUB_PATH: files.commandFile("add_path"),
    GITHUB_STATE: files.commandFile("save_state"),
    GITHUB_STEP_SUMMARY: files.commandFile("step_summary"),
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "GitHub Actions 1",
    RUNNER_OS: { darwin: "macOS", win32: "Windows" }[process.platform as string] ?? "Linux",
    RUNNER_TEMP: files.temp,
    RUNNER_TOOL_CACHE: files.toolCache,
    TMPDIR: files.temp,
    TEMP: files.temp,
    TMP: files.temp,
  };
}

function github(event: Event): Record<string, string> {
  const pull = event.name.startsWith("pull_request");
  const ref = pull ? "refs/pull/1/merge" : "refs/heads/main";
  return {
    GITHUB_ACTION: "deploy",
    GITHUB_ACTION_REPOSITORY: "octo-org/lambda-layers-deploy",
    GITHUB_ACTION_REF: "v1",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "octocat",
    GITHUB_ACTOR_ID: "1",
    // Nobody listens here: a test of the API starts its own server and overrides this.
    GITHUB_API_URL: "http://127.0.0.1:9",
    GITHUB_BASE_REF: pull ? "main" : "",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/graphql",
    GITHUB_HEAD_REF: pull ? "feature" : "",
    GITHUB_JOB: "deploy",
    GITHUB_REF: ref,
    GITHUB_REF_NAME: pull ? "1/merge" : "main",
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REPOSITORY_ID: "42",
    GITHUB_REPOSITORY_OWNER: "octo-org",
    GITHUB_REPOSITORY_OWNER_ID: "7",
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1000",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: SHA,
    GITHUB_TRIGGERING_ACTOR: "octocat",
    GITHUB_WORKFLOW: "deploy",
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/deploy.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: SHA,
  };
}
