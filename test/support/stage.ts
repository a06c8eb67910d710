import { dirname } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { type Emulator, startEmulator } from "./aws/emulator.ts";
import { type CacheService, startCacheService } from "./cache-service.ts";
import { type GitHubApi, startGitHubApi } from "./github-api.ts";
import { searchPath } from "./machine.ts";
import { type PackageIndex, startPackageIndex } from "./package-index.ts";
import { type ActionRun, type RunRequest, runAction } from "./runner.ts";
import { buildSdist, buildWheel, type ProjectRequest, type WheelRequest } from "./wheels.ts";
import { createWorkspace, type Files, temporaryDirectory } from "./workspace.ts";

/** All that a deploy meets: AWS, the cache, an index with small wheels, GitHub's API, and a runner. */
export interface Stage {
  readonly aws: Emulator;
  readonly cache: CacheService;
  readonly index: PackageIndex;
  /** Cleared after each test. */
  readonly github: GitHubApi;
  /** Runs the committed bundle; every run has this stage's uv cache. */
  run(workspace: string, inputs: Readonly<Record<string, string>>, request?: Partial<RunRequest>): Promise<ActionRun>;
  /** Directories of PATH with the tools that a build finds on its runner. */
  readonly tools: readonly string[];
  /** Asks this stage's AWS, from outside of the action. */
  readonly lambda: LambdaClient;
  /** What the function answers, by Lambda's Invoke. */
  invoke(name: string, qualifier?: string): Promise<unknown>;
}

const HANDLER = "import json, dep\ndef handler(event, context):\n    return {'dep': dep.VERSION, 'code': %s}\n";

/** Wheels of a package `dep` in several versions and of one that it can be joined by. */
export const WHEELS: readonly WheelRequest[] = [
  {
    name: "dep",
    version: "1.0",
    files: { "dep/__init__.py": "VERSION = '1.0'\n", "dep/data.txt": "data\n".repeat(500) },
  },
  { name: "dep", version: "2.0", files: { "dep/__init__.py": "VERSION = '2.0'\n" } },
  { name: "other", version: "1.0", files: { "other/__init__.py": "VERSION = '1.0'\n" } },
];

/** A repository with a function that answers which code and which dependency it runs. */
export function functionFiles(code: string, requirements: string): Files {
  return { "app.py": HANDLER.replace("%s", JSON.stringify(code)), "requirements.txt": requirements };
}

/** A stage for the tests of a file; of `sdists` its index has the sources alone. */
export function setStage(wheels: readonly WheelRequest[] = WHEELS, sdists: readonly ProjectRequest[] = []): Stage {
  const stage: { -readonly [Key in keyof Stage]?: Stage[Key] } = {};
  beforeAll(async () => {
    const packages = await Promise.all([...wheels.map(buildWheel), ...sdists.map(buildSdist)]);
    stage.aws = await startEmulator({ motoPort: inject("motoPort") });
    stage.cache = await startCacheService({ protocol: "v2" });
    stage.index = await startPackageIndex({ packages: packages.map(({ file }) => file) });
    stage.github = await startGitHubApi();
    const uvCache = await temporaryDirectory("uv-cache");
    const client = new LambdaClient({
      region: stage.aws.region,
      endpoint: stage.aws.url,
      credentials: { accessKeyId: "ASIATESTS", secretAccessKey: "tests" },
    });
    stage.tools = [dirname(inject("uv"))];
    stage.lambda = client;
    stage.invoke = async (FunctionName, Qualifier = "$LATEST") => {
      const reply = await client.send(new InvokeCommand({ FunctionName, Qualifier, Payload: "{}" }));
      return JSON.parse(reply.Payload?.transformToString() ?? "null");
    };
    stage.run = (workspace, inputs, request = {}) =>
      runAction({
        workspace,
        inputs,
        path: searchPath(dirname(inject("uv"))),
        ...request,
        env: {
          ...stage.aws?.env,
          ...stage.cache?.env,
          GITHUB_API_URL: stage.github?.url,
          UV_DEFAULT_INDEX: stage.index?.url,
          UV_CACHE_DIR: uvCache,
          ...request.env,
        },
      });
  });
  afterEach(() => {
    stage.aws?.clearFaults();
    stage.github?.clear();
  });
  afterAll(async () => {
    await stage.aws?.stop();
    await stage.cache?.stop();
    await stage.index?.stop();
    await stage.github?.stop();
  });
  return stage as Stage;
}

/** A workspace whose function exists in AWS, deployed fat: code and dependencies in one zip. */
export async function workspaceOf(code: string, requirements: string): Promise<string> {
  return createWorkspace({ files: functionFiles(code, requirements), git: true });
}
