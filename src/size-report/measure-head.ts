import path from "node:path";
import type { Dependencies } from "../dependencies/find.js";
import { ActionError } from "../errors.js";
import { type CodePackage, packCode } from "../function/code.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { limitsOf, UNZIPPED_LIMIT } from "../limits.js";
import type { Environment } from "../machine/environment.js";
import { relativePath } from "../machine/paths.js";
import { readDependencies } from "../observe.js";
import { formatBytes } from "../report/bytes.js";
import { plural } from "../report/markdown.js";
import type { SizeReport } from "../report/size-facts.js";
import type { HeadLayer } from "./compare-sizes.js";
import { type Measuring, measureLayer } from "./measure-layer.js";
import { knownSize, type SizesEntry } from "./sizes-entry.js";

/** What this commit asks for; a sentence when that cannot be read and is no failure. */
export type HeadDependencies =
  | { readonly outcome: "read"; readonly dependencies: Dependencies }
  | { readonly outcome: "unreadable"; readonly why: string };

/** Reads the dependency files. Those of a stranger may need variables that are not given to them: then the layer has no figure. */
export async function readHeadDependencies(
  inputs: Inputs,
  journal: Journal,
  fileEnv: Environment,
  untrusted: boolean,
): Promise<HeadDependencies> {
  try {
    return { outcome: "read", dependencies: await readDependencies(inputs, journal, fileEnv) };
  } catch (error) {
    if (untrusted && error instanceof ActionError) {
      return { outcome: "unreadable", why: error.message };
    }
    throw error;
  }
}

/** Packs the code of this commit. */
export async function packHead(
  inputs: Inputs,
  journal: Journal,
  head: HeadDependencies,
  workDirectory: string,
): Promise<CodePackage> {
  const { workspace, codeDirectory: directory, codeInclude: include, codeExclude: exclude } = inputs;
  const dependencies = head.outcome === "read" ? head.dependencies : unread(inputs, head.why);
  const file = path.join(workDirectory, "code.zip");
  const code = await packCode({ workspace, directory, include, exclude, dependencies, file });
  journal.say(`${plural(code.files, "file")}, ${formatBytes(code.zipped)} zipped.`);
  journal.learn({
    code: {
      directory: relativePath(workspace, directory),
      after: knownSize(code),
      leftOut: code.leftOut,
      shadowing: [],
    },
  });
  return code;
}

/** The files that could not be read are no code all the same. */
function unread({ workspace, codeDirectory, requirements }: Inputs, reason: string): Dependencies {
  const beside = relativePath(workspace, path.join(codeDirectory, "requirements.txt"));
  return { outcome: "empty", files: typeof requirements === "string" ? [beside] : requirements, reason };
}

export interface HeadLayerRequest {
  readonly head: HeadDependencies;
  readonly code: CodePackage;
  readonly otherLayers: SizeReport["otherLayers"];
  /** What the baseline keeps. */
  readonly entry: SizesEntry | undefined;
  /** Somebody who knows says which runtime the function has. */
  readonly certain: boolean;
  readonly workDirectory: string;
}

/** A package that does not fit the runtime: no fault of the change when the runtime is a guess. */
const UNFIT = ["no-wheel", "requires-python", "binary"];

/** The layer of this commit. What it throws was not foreseen. */
export async function measureHeadLayer(measuring: Measuring, request: HeadLayerRequest): Promise<HeadLayer> {
  const { inputs, untrusted } = measuring;
  const { head, code, otherLayers, entry, certain, workDirectory } = request;
  if (head.outcome === "unreadable") {
    return { outcome: "unknown", why: head.why };
  }
  const { used = 0 } = limitsOf({ code, layer: undefined, otherLayers: otherLayers ? [otherLayers] : [] });
  try {
    return await measureLayer(measuring, {
      dependencies: head.dependencies,
      workspace: inputs.workspace,
      directory: path.join(workDirectory, "layer"),
      budget: Math.min(inputs.hardLimit, UNZIPPED_LIMIT) - used,
      known: typeof entry?.layer === "object" ? entry.layer : undefined,
    });
  } catch (error) {
    if (!(error instanceof ActionError)) {
      throw error;
    }
    const excused = untrusted || (!certain && UNFIT.includes(error.code));
    return { outcome: "unknown", why: error.message, ...(!excused && { failure: error }) };
  }
}
