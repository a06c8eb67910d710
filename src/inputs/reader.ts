import * as core from "@actions/core";
import { ActionError } from "../errors.js";
import type { Parsed } from "./forms.js";

/** Reads inputs and gathers what is wrong with them. */
export class InputReader {
  readonly #problems: string[] = [];

  problem(name: string, value: string, allowed: string): void {
    const given = value === "" ? "is empty" : `is ${JSON.stringify(shortened(value))}`;
    this.#problems.push(`\`${name}\` ${given}; allowed: ${allowed}`);
  }

  /** One line of an input that has many. */
  wrongLine(name: string, line: number, sentence: string): void {
    this.#problems.push(`\`${name}\`, line ${line}: ${sentence}`);
  }

  optional<T>(name: string, parse: (text: string) => Parsed<T>): T | undefined {
    const text = core.getInput(name);
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
    if (core.getInput(name) !== "") {
      return this.optional(name, parse);
    }
    const parsed = parse("");
    this.problem(name, "", parsed.ok ? "a value" : parsed.allowed);
    return undefined;
  }

  boolean(name: string): boolean | undefined {
    try {
      return core.getBooleanInput(name);
    } catch {
      this.problem(name, core.getInput(name), "true or false");
      return undefined;
    }
  }

  /** An input that is not taken, whether it is declared or not; `except`: the one value that changes nothing. */
  refuse(name: string, reason: string, except = ""): void {
    const text = core.getInput(name);
    if (text !== "" && text !== except) {
      this.#problems.push(`\`${name}\` is not taken: ${reason}`);
    }
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

function shortened(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
