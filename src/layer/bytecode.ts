import { join } from "node:path";
import { ActionError } from "../errors.js";
import type { Environment } from "../machine/environment.js";
import { formatBytes } from "../report/bytes.js";
import type { Notice } from "../report/facts.js";
import { compile } from "./compiler.js";
import type { Entry } from "./entries.js";
import { findInterpreter } from "./interpreter.js";
import { totalSize } from "./layer-size.js";
import type { Target } from "./target.js";

export interface BytecodeRequest {
  readonly entries: readonly Entry[];
  readonly mode: "auto" | "required" | "off";
  readonly target: Target;
  /** Unzipped bytes that the layer may have. */
  readonly budget: number;
  readonly workDirectory: string;
  readonly workspace: string;
  /** The runner's. */
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
}

/** The layer's files with bytecode, where there can be some. */
export interface WithBytecode {
  readonly entries: readonly Entry[];
  readonly made: { readonly python: string; readonly modules: number; readonly skipped: number } | undefined;
  readonly notices: readonly Notice[];
}

/** Adds bytecode by an interpreter of the runtime's minor version: none but that one's is accepted there. Throws when it is required and cannot be. */
export async function addBytecode(request: BytecodeRequest): Promise<WithBytecode> {
  const { entries, mode, target, budget, workDirectory } = request;
  if (mode === "off") return { entries, made: undefined, notices: [] };
  const interpreter = await findInterpreter({ ...request, pythonVersion: target.pythonVersion, temp: workDirectory });
  if (interpreter === undefined) return without(request, missing(target));
  const compiled = await compile({ ...request, interpreter, directory: join(workDirectory, "bytecode") });
  const all = [...entries, ...compiled.entries];
  if (totalSize(all) > budget) return without(request, tooLarge(totalSize(all), budget));
  const made = { python: interpreter.version, modules: compiled.entries.length, skipped: compiled.skipped };
  return { entries: all, made, notices: [] };
}

interface Reason {
  readonly why: string;
  readonly hint: string;
}

function without({ mode, entries }: BytecodeRequest, { why, hint }: Reason): WithBytecode {
  if (mode === "required") throw new ActionError(`${why}.`, { hint, code: "bytecode" });
  const text = `${why}, so the layer has no bytecode and cold starts compile what they import. ${hint}`;
  return { entries, made: undefined, notices: [{ level: "note", text }] };
}

function missing({ pythonVersion }: Target): Reason {
  return {
    why: `This runner has no Python ${pythonVersion} to make bytecode`,
    hint: `Add \`actions/setup-python\` with \`python-version: "${pythonVersion}"\` before this step.`,
  };
}

function tooLarge(unzipped: number, budget: number): Reason {
  return {
    why: `With bytecode the layer is ${formatBytes(unzipped)} unzipped and ${formatBytes(budget)} are left for it`,
    hint: "Leave packages out with `exclude-packages`.",
  };
}
