import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FoundDependencies } from "../dependencies/find.js";
import { describeClashes, findClashes } from "./clash.js";
import { installEnvironment } from "./install-environment.js";
import { explainInstall } from "./install-error.js";
import { readRecords } from "./record.js";
import { writeRequirementFiles } from "./requirement-files.js";
import type { Target } from "./target.js";
import { type Environment, runTool } from "./tool.js";
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
  const secrets = [...dependencies.secrets, ...environment.secrets];
  const uv = await findUv({ env, toolCacheDirectory: env.RUNNER_TOOL_CACHE, temp: workDirectory, indexArguments });

  const tree = join(workDirectory, "tree");
  const args = [
    ...["pip", "install", "--no-config", "--target", tree],
    ...["--python-version", target.pythonVersion, "--python-platform", target.platform],
    // Sources named in another project's [tool.uv.sources] are none of the dependency files.
    ...["--only-binary", ":all:", "--no-editable", "--no-sources"],
    ...dependencies.resolverArguments,
    ...environment.arguments,
    ...(await writeRequirementFiles(dependencies, workDirectory)),
    ...sourceArguments(dependencies),
  ];
  const run = async (variables: Environment) => {
    await rm(tree, { recursive: true, force: true });
    await mkdir(tree, { recursive: true });
    const { onLine } = request;
    const { code, stderr } = await runTool({
      command: uv.path,
      args,
      env: { ...environment.env, ...variables },
      cwd: workDirectory, // uv looks for a virtual environment there and above
      ...(onLine && { onLine }),
    });
    if (code !== 0) throw explainInstall({ code, output: stderr, target, secrets });
  };

  await run({});
  const clashes = findClashes(await readRecords(tree));
  // Which of two files wins is a race of uv's threads.
  if (clashes.length > 0) await run({ UV_CONCURRENT_INSTALLS: "1" });
  return { tree, tool: `uv ${uv.version}`, clashes: describeClashes(clashes) };
}

function sourceArguments({ allowSource, pathDependencies }: FoundDependencies): readonly string[] {
  const own = pathDependencies.map(({ name }) => name);
  return [
    ...[...allowSource, ...own].flatMap((name) => ["--no-binary", name]),
    // uv's cache knows a project by its version and the time of its pyproject.toml.
    ...own.flatMap((name) => ["--reinstall-package", name]),
  ];
}
