import type { Environment } from "../machine/environment.js";
import { problem } from "./problem.js";

export interface Expanded {
  readonly text: string;
  /** Values that were filled in: none of them may stand in a message. */
  readonly values: readonly string[];
  /** Those in URLs: to be masked wherever they appear. */
  readonly secrets: readonly string[];
  /** Those of them that stand outside the userinfo. */
  readonly inPlace: readonly string[];
}

/** pip's form of a variable: upper case, digits, underscore. */
const VARIABLE = /\$\{([A-Z0-9_]+)\}/g;

// What the runner and AWS give to a step: in a URL it would go to whoever answers there.
const RUNNERS_OWN = /^(?:AWS_|ACTIONS_|INPUT_|GITHUB_TOKEN$|RUNNER_|STATE_)/;

/** Fills in `${NAME}` as pip does; throws when one is the runner's or AWS's own, has no value, or has a variable as its value (uv would expand that again). */
export function expandVariables(text: string, env: Environment): Expanded {
  const words = text.split(/(\s+)/).map((word) => expandWord(word, env));
  const expanded = words.map((word) => word.text).join("");
  refuseVariables(expanded);
  const inUrls = words.filter((word) => word.text.includes("://"));
  return {
    text: expanded,
    values: words.flatMap((word) => word.values),
    secrets: inUrls.flatMap((word) => word.values),
    inPlace: inUrls.flatMap((word) => word.inPlace),
  };
}

/** Throws when the text holds a variable: uv would expand it by its own environment. */
export function refuseVariables(text: string): void {
  if (text.search(VARIABLE) >= 0) {
    throw problem("a variable stands where none is filled in.", "Write its value, without `${`.");
  }
}

function expandWord(word: string, env: Environment) {
  const names = namesIn(word);
  const refused = names.find((name) => RUNNERS_OWN.test(name));
  if (refused !== undefined) {
    throw problem(
      `the environment variable ${refused} is never filled in: it belongs to the runner or to AWS.`,
      "Set a variable with a name of its own in the step's `env:`.",
    );
  }
  const unset = names.find((name) => !env[name]);
  if (unset !== undefined) {
    throw problem(`the environment variable ${unset} is not set.`, `Set ${unset} in the step's \`env:\`.`);
  }
  return {
    text: word.replace(VARIABLE, (_, name: string) => env[name] ?? ""),
    values: valuesIn(word, env),
    inPlace: valuesIn(word.replace(/:\/\/[^/?#]*@/, "://"), env),
  };
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].map(([, name = ""]) => name);
}

function valuesIn(text: string, env: Environment): readonly string[] {
  return namesIn(text).map((name) => env[name] ?? "");
}
