import { ActionError } from "../errors.js";
import { CASES, type Explanation, ended } from "./install-cases.js";
import type { Target } from "./target.js";
import { scrub } from "./tool-output.js";

export interface FailedInstall {
  /** uv's exit code. */
  readonly code: number;
  /** What uv wrote to stderr. */
  readonly output: string;
  readonly target: Target;
  readonly secrets: readonly string[];
}

/** Characters; keeps a hostile build's output from costing time. */
const LONGEST_ERROR = 20_000;

/** One sentence and one next step from what uv says, without secrets. Pure. */
export function explainInstall({ code, output, target, secrets }: FailedInstall): ActionError {
  // A project of the repository is built from a copy, whose place says nothing to a reader.
  const text = flatten(scrub(output, secrets)).replace(/ @ file:\/\/[^\s`]+/g, "");
  const { message, hint, code: word } = explanation(text, code, target);
  return new ActionError(message, { hint, code: word });
}

// It is indented, as all that uv quotes.
const OUTPUT_OF_A_BUILD = /\n\s+(?:\[std(?:err|out)\]|--- std(?:err|out))\n.*?(?=\nhint: |$)/s;

/** What is marked below by `^^^`. */
const MARKED_LINE = /\n\s+(\S[^\n]*)\n\s+\^+[ \t]*(?=\n|$)/;

/** uv's error as one line, without what a build printed. */
export function flatten(output: string): string {
  const start = Math.max(0, output.lastIndexOf("\nerror: "));
  return output
    .slice(start, start + LONGEST_ERROR)
    .replace(OUTPUT_OF_A_BUILD, " ")
    .replace(MARKED_LINE, " in `$1`")
    .replace(/\s+/g, " ")
    .trim();
}

function explanation(text: string, code: number, target: Target): Explanation {
  for (const { pattern, explain } of CASES) {
    const groups = pattern.exec(text)?.map((group) => group ?? "");
    if (groups !== undefined) return explain(groups, target);
  }
  if (code >= 128) {
    return {
      message: `uv was ended by the system (exit code ${code}).`,
      hint: "Use a runner with more memory.",
      code: "install",
    };
  }
  const said = (/error: (.*?)(?: hint: |$)/.exec(text)?.[1] ?? text.slice(-300)) || "it says nothing";
  return {
    message: `uv could not install the dependencies: ${ended(said.replaceAll(" cause: ", ": "))}`,
    hint: "The whole output of uv is in the log.",
    code: "install",
  };
}
