import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import * as core from "@actions/core";
import type { Gates } from "./gates.js";
import { type CheckInputs, readCheckInputs } from "./inputs/checks.js";
import { type CommentInputs, readCommentInputs } from "./inputs/comment.js";
import * as form from "./inputs/forms.js";
import { InputReader } from "./inputs/reader.js";
import { type FunctionInputs, readFunctionInputs, refuseForeignInputs } from "./inputs/settings.js";
import type { Architecture, Runtime } from "./layer/target.js";
import type { Environment } from "./machine/environment.js";
import { isInside } from "./machine/paths.js";
import type { EventFile } from "./verify/smoke-event.js";

/** What the workflow asks for, checked; a field that was omitted is undefined and changes nothing on the function. */
export interface Inputs extends FunctionInputs, CheckInputs, CommentInputs, Gates {
  readonly mode: "deploy" | "report" | "rollback";
  readonly functionName: form.FunctionName;
  /** Undefined: a report without one. */
  readonly region: string | undefined;
  readonly workspace: string;
  /** Absolute, inside the workspace. */
  readonly codeDirectory: string;
  readonly codeInclude: readonly string[];
  readonly codeExclude: readonly string[];
  readonly requirements: "auto" | "none" | readonly string[];
  readonly excludePackages: readonly string[];
  readonly runtime: Runtime | undefined;
  readonly architecture: Architecture | undefined;
  readonly allowSource: readonly string[];
  readonly layerName: string;
  readonly slim: "safe" | "off" | "aggressive";
  readonly botocoreServices: "all" | readonly string[];
  readonly bytecode: "auto" | "required" | "off";
  readonly cache: boolean;
  readonly forceLayer: boolean;
  readonly layers: readonly string[] | undefined;
  readonly publish: boolean;
  readonly aliasName: string | undefined;
  readonly aliasDescription: string | undefined;
  /** Number of a version; undefined: the one before. */
  readonly rollbackTo: string | undefined;
  /** Move the other functions on our layer to the version that this one has. */
  readonly updateLayerUsers: boolean;
  /** How many versions stay, of our layer and of the function; undefined: all. */
  readonly keepLayerVersions: number | undefined;
  readonly keepVersions: number | undefined;
  readonly revisionId: string | undefined;
  /** Longest single wait, in ms. */
  readonly waitMs: number;
  readonly dryRun: boolean;
  readonly bucket: string | undefined;
  readonly keyPrefix: string;
  /** Unzipped bytes of code and all layers. */
  readonly hardLimit: number;
  readonly warnLimit: number;
}

/** Inputs of a run that asks AWS. */
export interface AwsInputs extends Inputs {
  readonly region: string;
}

/** Of a deploy or rollback, for which getInputs insists on a Region. */
export function forAws(inputs: Inputs): AwsInputs {
  const { mode, region } = inputs;
  if (region === undefined) {
    throw new Error(`mode ${mode} without a Region`);
  }
  return { ...inputs, region };
}

/** Reads and checks every input; throws one ActionError that lists all problems. */
export function getInputs(env: Environment): Inputs {
  const reader = new InputReader();
  const mode = resolveMode(
    reader.required("mode", form.oneOf("auto", "deploy", "report", "rollback")),
    env.GITHUB_EVENT_NAME,
  );
  const functionName = reader.required("function-name", form.functionName);
  const workspace = realpathSync(env.GITHUB_WORKSPACE ?? process.cwd());
  const layerName = reader.optional("layer-name", form.layerName);
  const inputs = {
    mode,
    functionName,
    region: chooseRegion(reader, functionName?.region, env, mode),
    workspace,
    codeDirectory: reader.required("code-artifacts-dir", (text) => directoryInside(workspace, text)),
    codeInclude: reader.required("code-include", form.lines),
    codeExclude: reader.optional("code-exclude", form.lines) ?? [],
    requirements: reader.required("requirements", requirementFiles),
    excludePackages: reader.optional("exclude-packages", form.packageNames) ?? [],
    runtime: reader.optional("runtime", form.runtime),
    architecture: reader.optional("architectures", form.architecture),
    allowSource: reader.optional("allow-source", form.packageNames) ?? [],
    layerName: layerName ?? `${functionName?.name}-dependencies`,
    slim: reader.required("slim", form.oneOf("safe", "off", "aggressive")),
    botocoreServices: reader.required("botocore-services", form.serviceNames),
    bytecode: reader.required("bytecode", form.oneOf("auto", "required", "off")),
    cache: reader.boolean("cache"),
    forceLayer: reader.boolean("force-layer"),
    layers: reader.optional("layers", form.layerArns),
    ...readFunctionInputs(reader),
    publish: reader.boolean("publish"),
    aliasName: reader.optional("alias-name", form.aliasName),
    aliasDescription: reader.optional("alias-description", form.description),
    rollbackTo: reader.optional("rollback-to", form.versionNumber),
    ...readCheckInputs(reader, (text) => eventFile(workspace, text)),
    updateLayerUsers: reader.boolean("update-layer-users"),
    keepLayerVersions: reader.optional("keep-layer-versions", form.howMany),
    keepVersions: reader.optional("keep-versions", form.howMany),
    revisionId: reader.optional("revision-id", form.revisionId),
    waitMs: reader.required("wait-for-minutes", form.minutes),
    dryRun: reader.boolean("dry-run"),
    bucket: reader.optional("s3-bucket", form.bucket),
    keyPrefix: reader.optional("s3-prefix", form.keyPrefix) ?? "",
    hardLimit: reader.required("hard-limit", form.byteSize),
    warnLimit: reader.required("warn-limit", form.byteSize),
    maxCodeSize: reader.optional("max-code-size", form.byteSize),
    maxLayerGrowth: reader.optional("max-layer-growth", form.growth),
    ...readCommentInputs(reader, functionName?.name),
  };
  if (inputs.aliasName !== undefined && inputs.publish === false) {
    reader.problem("publish", "false", "true, since `alias-name` needs a version to name");
  }
  refuseForeignInputs(reader);
  reader.refuseMisspelt(Object.keys(process.env));
  reader.throwProblems();
  return inputs as Inputs;
}

function resolveMode(mode: "auto" | Inputs["mode"] | undefined, event: string | undefined): Inputs["mode"] {
  const reportEvents = ["pull_request", "pull_request_target", "merge_group"];
  if (mode === "auto") {
    return event !== undefined && reportEvents.includes(event) ? "report" : "deploy";
  }
  return mode ?? "deploy";
}

function chooseRegion(
  reader: InputReader,
  ofArn: string | undefined,
  env: Environment,
  mode: Inputs["mode"],
): string | undefined {
  const given = reader.optional("region", form.region);
  if (given !== undefined && ofArn !== undefined && given !== ofArn) {
    reader.problem("region", given, `the Region of \`function-name\`, ${ofArn}, or none`);
  }
  const chosen = given ?? ofArn ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined);
  if (chosen === undefined && core.getInput("region") === "" && mode !== "report") {
    reader.problem(
      "region",
      "",
      "an AWS Region, here or as AWS_REGION (aws-actions/configure-aws-credentials sets it)",
    );
  }
  return chosen;
}

/** An existing directory whose real place is inside the workspace. */
function directoryInside(workspace: string, text: string): form.Parsed<string> {
  const directory = placeInside(workspace, text);
  return directory !== undefined && statSync(directory).isDirectory()
    ? form.good(directory)
    : form.bad("an existing directory inside the workspace");
}

/** Lambda takes 6 MB in a request. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_EVENT = 6 * 1024 ** 2;

/** A file with JSON, sent to the function as its event. */
function eventFile(workspace: string, text: string): form.Parsed<EventFile> {
  const file = placeInside(workspace, text);
  try {
    if (file !== undefined && statSync(file).size <= LONGEST_EVENT) {
      const content = readFileSync(file, "utf8");
      JSON.parse(content);
      return form.good({ file: text, text: content });
    }
  } catch {
    // No file that can be read, or no JSON in it.
  }
  return form.bad("a file with JSON inside the workspace, 6 MB at most");
}

/** The real path of what exists inside the workspace. */
function placeInside(workspace: string, text: string): string | undefined {
  try {
    const place = realpathSync(path.resolve(workspace, text));
    return isInside(workspace, place) ? place : undefined;
  } catch {
    return undefined;
  }
}

function requirementFiles(text: string): form.Parsed<"auto" | "none" | readonly string[]> {
  const files = form.listItems(text);
  const only = files.length === 1 ? files[0] : undefined;
  if (only === "auto" || only === "none") {
    return form.good(only);
  }
  return files.length > 0 ? form.good(files) : form.bad("`auto`, `none`, or paths of dependency files");
}
