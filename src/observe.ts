import path from "node:path";
import type { FunctionState, Lambda } from "./aws/lambda.js";
import { type Dependencies, findDependencies } from "./dependencies/find.js";
import { shownFiles } from "./dependencies/problem.js";
import { type CodePackage, packCode } from "./function/code.js";
import { type CodeComparison, compareCode } from "./function/compare.js";
import { type Live, readLive } from "./function/read.js";
import type { AwsInputs, Inputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { CLOCK } from "./machine/clock.js";
import type { Environment } from "./machine/environment.js";
import { formatBytes } from "./report/bytes.js";
import { plural } from "./report/markdown.js";
import type { Surroundings } from "./surroundings.js";

/** What is known before anything is decided: what the repository wants and what AWS has. */
export interface Observed {
  readonly lambda: Lambda;
  readonly dependencies: Dependencies;
  /** Published versions of our layer, asked for already; undefined when nobody has to know them. */
  readonly layerVersions: ReturnType<Lambda["layerVersions"]> | undefined;
  /** What callers get: $LATEST, or the version that the alias names. */
  readonly state: FunctionState;
  readonly alias: Live["alias"];
  /** ARN of the function's code signing configuration; undefined also when nobody asked. */
  readonly codeSigningConfig: string | undefined;
  readonly code: CodePackage;
  readonly comparison: CodeComparison;
}

/** Reads the dependency files, the function and the code. AWS is asked before the code is packed, and answers meanwhile. */
export async function observe(
  inputs: AwsInputs,
  journal: Journal,
  { env, workDirectory }: Surroundings,
): Promise<Observed> {
  const dependencies = await journal.step("Dependencies", "find", () => readDependencies(inputs, journal, env));
  const { connectLambda } = await import("./aws/lambda.js"); // with AWS's client, which wrong inputs do not wait for
  const lambda = connectLambda(inputs.region, inputs.functionName.given, journal.calls);
  const reading = inBackground(readLive(lambda, inputs, CLOCK));
  const layerVersions = dependencies.outcome === "found" ? lambda.layerVersions(inputs.layerName) : undefined;
  const packing = inBackground(journal.timed("pack", () => pack(inputs, dependencies, workDirectory)));

  const { state, alias, codeSigningConfig } = await journal.step("Function", "find", async () => {
    const live = await reading;
    learnFunction(inputs, journal, live);
    const asked = inputs.codeSigningConfig !== undefined && live.state.exists;
    return { ...live, codeSigningConfig: asked ? await lambda.codeSigningConfig() : undefined };
  });
  return journal.step("Code package", undefined, async () => {
    const code = await packing;
    const comparison = await journal.timed("pack", () => compareCode(state, code));
    learnCode(inputs, journal, code, comparison, state.exists);
    return { lambda, dependencies, layerVersions, state, alias, codeSigningConfig, code, comparison };
  });
}

/** Work that is awaited later: until then its failure is nobody's, and no end of the run. */
function inBackground<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

function pack(inputs: Inputs, dependencies: Dependencies, workDirectory: string): Promise<CodePackage> {
  return packCode({
    workspace: inputs.workspace,
    directory: inputs.codeDirectory,
    include: inputs.codeInclude,
    exclude: inputs.codeExclude,
    dependencies,
    file: path.join(workDirectory, "code.zip"),
  });
}

/** Reads the dependency files, and tells of them. */
export async function readDependencies(inputs: Inputs, journal: Journal, env: Environment): Promise<Dependencies> {
  const found = await findDependencies({ ...inputs, env });
  switch (found.outcome) {
    case "untouched":
      tellUntouched(found, journal);
      break;
    case "empty":
      journal.say(found.reason);
      break;
    case "found":
      journal.mask(found.secrets);
      journal.say(
        `Dependencies: ${found.files.join(", ")}, ${plural(found.requirements.length + found.pathDependencies.length, "requirement")}.`,
      );
      break;
    default:
      found satisfies never;
  }
  return found;
}

/** A search that found nothing is told in the summary: without its packages a function deploys well and does not start. */
function tellUntouched(
  { reason, overlooked }: Extract<Dependencies, { outcome: "untouched" }>,
  journal: Pick<Journal, "say" | "notice">,
): void {
  if (overlooked === undefined) {
    journal.say(reason);
    return;
  }
  if (overlooked.length === 0) {
    const advice = "If it needs packages, name their file in `requirements`; if not, set `requirements: none`.";
    journal.notice({ level: "note", text: `${reason} ${advice}` });
    return;
  }
  const advice = `There is ${shownFiles(overlooked)}: name it in \`requirements\`, or set \`requirements: none\`.`;
  journal.notice({ level: "warning", text: `${reason} ${advice}` });
}

function learnFunction(inputs: AwsInputs, journal: Journal, { state, alias }: Live): void {
  const runtime = inputs.runtime ?? state.runtime;
  const architecture = inputs.architecture ?? state.architecture;
  journal.say(
    state.exists
      ? `${state.name}: ${state.runtime}, ${state.architecture}, code ${formatBytes(state.codeSize)}, ${plural(state.layers.length, "layer")}.`
      : `${state.name} does not exist yet: it is to be created.`,
  );
  journal.learn({
    ...(alias && { alias: { name: alias.name, ...(alias.version !== undefined && { before: alias.version }) } }),
    function: {
      name: state.name,
      region: inputs.region,
      ...(state.exists && { arn: state.arn }),
      architecture,
      ...(runtime !== undefined && { runtime }),
      ...(state.runtime !== undefined && runtime !== state.runtime && { runtimeBefore: state.runtime }),
      ...(architecture !== state.architecture && { architectureBefore: state.architecture }),
    },
  });
  // With PYTHONPATH set, the runtime does not search /opt: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
  const { environment = {} } = { ...state.settings, ...inputs.settings };
  if (environment.PYTHONPATH !== undefined) {
    const text =
      "The function sets the variable `PYTHONPATH`: with it the runtime does not look for packages in layers by itself. Remove it, or add `/opt/python`.";
    journal.notice({ level: "warning", text });
  }
}

function learnCode(
  inputs: Inputs,
  journal: Journal,
  code: CodePackage,
  comparison: CodeComparison,
  exists: boolean,
): void {
  const { zipped, unzipped, files, sha256, leftOut } = code;
  journal.say(`${plural(files, "file")}, ${formatBytes(zipped)} zipped. ${comparison.reason}`);
  journal.learn({
    code: {
      directory: path.relative(inputs.workspace, inputs.codeDirectory) || ".",
      ...(exists && { before: comparison.before }),
      after: comparison.changed ? { zipped, unzipped, files, sha256 } : { ...comparison.before, unzipped, files },
      ...(comparison.changes && { changes: comparison.changes }),
      leftOut,
      shadowing: [],
    },
  });
}
