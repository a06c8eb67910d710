import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FoundDependencies } from "../dependencies/find.js";
import type { ActionError } from "../errors.js";
import { describeClashes, findClashes } from "./clash.js";
import { installEnvironment } from "./install-environment.js";
import { explainInstall } from "./install-error.js";
import { explainMissingWheel, type MissingWheel, missingWheel } from "./missing-wheel.js";
import { findOtherWheels } from "./other-wheels.js";
import { readRecords } from "./record.js";
import { writeRequirementFiles } from "./requirement-files.js";
import type { Target } from "./target.js";
import { type Environment, runTool, type ToolResult } from "./tool.js";
import { findUv } from "./uv.js";

export interface InstallRequest {
  readonly dependencies: FoundDependencies;
  readonly target: Target;
  /** An empty directory of ours, outside the workspace. */
  readonly workDirectory: string;
  readonly workspace: string;
  /** The runner's; uv gets an allow-list of it. */
  readonly env: Environment;
  readonly onLine?: (line: string) => void;
}

export interface Installed {
  /** Absolute path of the directory with the packages. Its files are linked to uv's cache: never edit them in place. */
  readonly tree: string;
  /** `uv 0.13.9` */
  readonly tool: string;
  /** A sentence for each pair of packages that hold one path. */
  readonly clashes: readonly string[];
}

/** Resolves the dependencies for the target and installs them, with one call of uv. Throws ActionError without secrets. */
export async function install(request: InstallRequest): Promise<Installed> {
  const { dependencies, target, workDirectory, workspace, env } = request;
  const { indexArguments } = dependencies;
  const environment = installEnvironment({ env, workspace, indexArguments, exists: existsSync });
  const uv = await findUv({ env, toolCacheDirectory: env.RUNNER_TOOL_CACHE, temp: workDirectory, indexArguments });
  const run: RunUv = (args, variables, onLine) =>
    runTool({
      command: uv.path,
      args: [...args, "--no-config", "--only-binary", ":all:", ...environment.arguments],
      env: { ...environment.env, ...variables },
      cwd: workDirectory, // uv looks for a virtual environment there and above
      ...(onLine && { onLine }),
    });

  const tree = join(workDirectory, "tree");
  const args = [
    ...["pip", "install", "--target", tree, ...targetArguments(target)],
    // Sources named in [tool.uv.sources] of a path dependency are in none of the dependency files.
    ...["--no-editable", "--no-sources"],
    ...dependencies.resolverArguments,
    ...(await writeRequirementFiles(dependencies, workDirectory)),
    ...sourceArguments(dependencies),
  ];
  const fill = async (variables: Environment) => {
    await rm(tree, { recursive: true, force: true });
    await mkdir(tree, { recursive: true });
    const { code, stderr } = await run(args, variables, request.onLine);
    if (code === 0) return;
    const missing = missingWheel(stderr);
    if (missing !== undefined) throw await withoutWheel(missing, run, request);
    throw explainInstall({ code, output: stderr, target, secrets: [...dependencies.secrets, ...environment.secrets] });
  };

  await fill({});
  const clashes = findClashes(await readRecords(tree));
  // Which of two files wins is a race of uv's threads.
  if (clashes.length > 0) await fill({ UV_CONCURRENT_INSTALLS: "1" });
  return { tree, tool: `uv ${uv.version}`, clashes: describeClashes(clashes) };
}

type RunUv = (args: readonly string[], variables: Environment, onLine?: (line: string) => void) => Promise<ToolResult>;

function targetArguments({ pythonVersion, platform }: Pick<Target, "pythonVersion" | "platform">): readonly string[] {
  return ["--python-version", pythonVersion, "--python-platform", platform];
}

function sourceArguments({ allowSource, pathDependencies }: FoundDependencies): readonly string[] {
  const own = pathDependencies.map(({ name }) => name);
  return [
    ...[...allowSource, ...own].flatMap((name) => ["--no-binary", name]),
    // uv's cache knows a project by its version and the time of its pyproject.toml.
    ...own.flatMap((name) => ["--reinstall-package", name]),
  ];
}

async function withoutWheel(missing: MissingWheel, run: RunUv, request: InstallRequest): Promise<ActionError> {
  const wanted = join(request.workDirectory, "wanted.txt");
  await writeFile(wanted, `${missing.wanted}\n`);
  const others = await findOtherWheels(request.target, async (platform) => {
    const args = [
      "pip",
      "compile",
      "--quiet",
      "--no-deps",
      "--format",
      "pylock.toml",
      ...targetArguments(platform),
      wanted,
    ];
    const { stdout } = await run(args, {});
    return /[^"/\\]+\.whl(?=")/.exec(stdout)?.[0];
  });
  return explainMissingWheel(missing, others, request.target);
}
