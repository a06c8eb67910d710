import * as core from "@actions/core";
import { ActionError } from "../errors.js";
import { distance } from "../spelling.js";
import type { Parsed } from "./forms.js";

/** Reads inputs and gathers what is wrong with them. */
export class InputReader {
  readonly #problems: string[] = [];
  readonly #known = new Set<string>();

  problem(name: string, value: string, allowed: string): void {
    const given = value === "" ? "is empty" : `is ${JSON.stringify(shortened(value))}`;
    this.#problems.push(`\`${name}\` ${given}; allowed: ${allowed}`);
  }

  /** One line of an input that has many. */
  wrongLine(name: string, line: number, sentence: string): void {
    this.#problems.push(`\`${name}\`, line ${line}: ${sentence}`);
  }

  optional<T>(name: string, parse: (text: string) => Parsed<T>): T | undefined {
    const text = this.#text(name);
    if (text === "") {
      return undefined;
    }
    const parsed = parse(text);
    if (parsed.ok) {
      return parsed.value;
    }
    this.problem(name, parsed.item ?? text, parsed.allowed);
    return undefined;
  }

  required<T>(name: string, parse: (text: string) => Parsed<T>): T | undefined {
    if (this.#text(name) !== "") {
      return this.optional(name, parse);
    }
    const parsed = parse("");
    this.problem(name, "", parsed.ok ? "a value" : parsed.allowed);
    return undefined;
  }

  boolean(name: string): boolean | undefined {
    this.#known.add(name);
    try {
      return core.getBooleanInput(name);
    } catch {
      this.problem(name, core.getInput(name), "true or false");
      return undefined;
    }
  }

  /** An input that is not taken, whether it is declared or not; `except`: the one value that changes nothing. */
  refuse(name: string, reason: string, except = ""): void {
    const text = this.#text(name);
    if (text !== "" && text !== except) {
      this.#problems.push(`\`${name}\` is not taken: ${reason}`);
    }
  }

  /** The runner only warns of what is not declared: `dryrun: true` would deploy. So what is nearly the name of an input is refused. */
  refuseMisspelt(variables: readonly string[]): void {
    const given = variables.filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6).toLowerCase());
    for (const name of given.filter((one) => !this.#known.has(one))) {
      const meant = [...this.#known].find((known) => isNear(name, known));
      if (meant !== undefined) {
        this.#problems.push(`\`${name}\` does not exist; \`${meant}\` does`);
      }
    }
  }

  #text(name: string): string {
    this.#known.add(name);
    return core.getInput(name);
  }

  throwProblems(): void {
    const [first, ...others] = this.#problems;
    if (first === undefined) {
      return;
    }
    const [message, what] =
      others.length === 0
        ? [`Input ${first}.`, "it"]
        : [`${others.length + 1} inputs are wrong:\n- ${this.#problems.join("\n- ")}`, "them"];
    throw new ActionError(message, { hint: `Correct ${what} in the workflow's \`with:\` block.`, code: "input" });
  }
}

/** Other dashes, or a slip: of one letter in a short name, of two in a long one. */
function isNear(name: string, known: string): boolean {
  const letters = (text: string) => text.replace(/[^a-z0-9]/g, "");
  return distance(letters(name), letters(known)) <= (known.length < 8 ? 1 : 2);
}

function shortened(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
