import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FoundDependencies } from "../dependencies/find.js";
import type { ActionError } from "../errors.js";
import type { Environment } from "../machine/environment.js";
import { withRunnerPath } from "../machine/programs.js";
import { type Clash, describeClashes, findClashes } from "./clash.js";
import { installEnvironment } from "./install-environment.js";
import { explainInstall } from "./install-error.js";
import { findInterpreter } from "./interpreter.js";
import { PROGRAMS } from "./layout.js";
import { explainMissingWheel, type MissingWheel, missingWheel } from "./missing-wheel.js";
import { findOtherWheels } from "./other-wheels.js";
import { readRecords } from "./record.js";
import { writeRequirementFiles } from "./requirement-files.js";
import type { Target } from "./target.js";
import { runTool, type ToolResult } from "./tool.js";
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
  /** Ends the work; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
  const { dependencies, target, workDirectory, workspace } = request;
  // uv starts interpreters, git and keyring by their names.
  const env = withRunnerPath(request.env, workspace);
  const { indexArguments } = dependencies;
  const ownProjects = dependencies.pathDependencies.map(({ name }) => name);
  const environment = installEnvironment({ env, workspace, indexArguments, exists: existsSync });
  const uv = await findUv({
    env,
    workspace,
    toolCacheDirectory: env.RUNNER_TOOL_CACHE,
    temp: workDirectory,
    indexArguments,
  });
  const interpreter = await builder(request);
  const run: RunUv = (args, onLine) =>
    runTool({
      command: uv.path,
      args: [...args, "--no-config", "--only-binary", ":all:", ...environment.arguments],
      env: { ...environment.env, ...interpreter?.env },
      cwd: workDirectory, // uv looks for a virtual environment there and above
      signal: request.signal,
      ...(onLine && { onLine }),
    });

  const tree = join(workDirectory, "tree");
  const args = [
    ...["pip", "install", "--target", tree, ...targetArguments(target)],
    ...(interpreter ? ["--python", interpreter.path] : []),
    // Sources named in [tool.uv.sources] of a path dependency are in none of the dependency files.
    ...["--no-editable", "--no-sources"],
    ...dependencies.resolverArguments,
    ...(await writeRequirementFiles(dependencies, workDirectory)),
    ...dependencies.allowSource.flatMap((name) => ["--no-binary", name]),
    ...ownProjects.flatMap((name) => ["--no-binary", name]),
  ];
  const reinstalling = async (packages: readonly string[]) => {
    const again = packages.flatMap((name) => ["--reinstall-package", name]);
    const { code, stderr } = await run([...args, ...again], request.onLine);
    if (code === 0) return;
    const missing = missingWheel(stderr);
    if (missing !== undefined) throw await withoutWheel(missing, run, request);
    throw explainInstall({ code, output: stderr, target, secrets: [...dependencies.secrets, ...environment.secrets] });
  };

  await mkdir(tree);
  // uv's cache knows a project by its path and by what the project itself says.
  await reinstalling(ownProjects);
  const clashes = findClashes(await readRecords(tree));
  // Which of two files wins is a race of uv's threads. One after the other, it is the last one's.
  const clashing = new Set(clashes.flatMap(({ packages }) => packages));
  for (const name of [...clashing].toSorted().reverse()) await reinstalling([name]);
  return { tree, tool: `uv ${uv.version}`, clashes: describeClashes(clashes.filter(isImportable)) };
}

/** Programs are left out of the layer. */
function isImportable({ path }: Clash): boolean {
  return !path.startsWith(PROGRAMS);
}

type RunUv = (args: readonly string[], onLine?: (line: string) => void) => Promise<ToolResult>;

function targetArguments({ pythonVersion, platform }: Pick<Target, "pythonVersion" | "platform">): readonly string[] {
  return ["--python-version", pythonVersion, "--python-platform", platform];
}

/** What is built is built for the Python that builds it. Where the function's is missing, uv refuses what does not fit. */
async function builder({ dependencies, target, env, workspace, workDirectory }: InstallRequest) {
  const builds = dependencies.allowSource.length + dependencies.pathDependencies.length > 0;
  const { pythonVersion } = target;
  return builds ? findInterpreter({ pythonVersion, env, workspace, temp: workDirectory }) : undefined;
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
    const { stdout } = await run(args);
    return /[^"/\\]+\.whl(?=")/.exec(stdout)?.[0];
  });
  return explainMissingWheel(missing, others, request.target);
}
