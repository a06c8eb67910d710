import type { FunctionState } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { unexpectedSettings } from "./settings.js";

/** The settable part of a function's state: what a concurrent deploy would change. */
export type Settable = Pick<FunctionState, "codeSha256" | "runtime" | "architecture" | "sourceKmsKey" | "settings"> & {
  readonly layerArns: string;
};

export function settableOf(state: FunctionState): Settable {
  const { codeSha256, runtime, architecture, sourceKmsKey, settings, layers } = state;
  return {
    codeSha256,
    runtime,
    architecture,
    sourceKmsKey,
    settings,
    layerArns: layers.map(({ arn }) => arn).join(),
  };
}

export function isSame(expected: Settable, found: Settable): boolean {
  return differences(expected, found).length === 0;
}

/** Where is what was found not what is expected? */
export function differences(expected: Settable, found: Settable): readonly (keyof Settable)[] {
  return (Object.keys(expected) as (keyof Settable)[]).filter((key) =>
    key === "settings"
      ? unexpectedSettings(expected.settings, found.settings).length > 0
      : expected[key] !== found[key],
  );
}

/** Throws when somebody else changed the function. */
export function assertSame(expected: Settable, found: Settable): void {
  const words = differences(expected, found).flatMap((key) =>
    key === "settings"
      ? unexpectedSettings(expected.settings, found.settings).map((name) => `\`${name}\``)
      : [wordFor(key)],
  );
  if (words.length > 0) {
    throw concurrent(`Somebody else changed the function during this deploy (${words.join(", ")}).`);
  }
}

export function concurrent(message: string): ActionError {
  return new ActionError(message, {
    hint: "Run again, and give the workflow a `concurrency` group for this function.",
    code: "concurrent",
  });
}

/** In words: `code`, `layers`. */
export function wordFor(key: keyof Settable): string {
  const words = { codeSha256: "code", layerArns: "layers", sourceKmsKey: "the code's key" } as const;
  return key in words ? words[key as keyof typeof words] : key;
}
