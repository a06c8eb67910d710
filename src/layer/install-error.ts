import { ActionError } from "../errors.js";
import type { Target } from "./target.js";
import { scrub } from "./tool-output.js";

export interface FailedInstall {
  readonly code: number;
  /** What uv wrote to stderr. */
  readonly output: string;
  readonly target: Target;
  readonly secrets: readonly string[];
}

/** One sentence and one next step from what uv says. Pure. */
export function explainInstall({ output, secrets }: FailedInstall): ActionError {
  return new ActionError(`uv could not install the dependencies: ${scrub(output, secrets)}`, { code: "install" });
}
