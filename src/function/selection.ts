import ignore from "ignore";
import type { LeftOut } from "./excluded.js";

/** What `code-include`, `code-exclude` and `.lambdaignore` say about paths relative to the code directory (with `/`). */
export interface Selection {
  /** Is this file part of the package? `leftOut`: it and the directories above it that are on the built-in list. */
  readonly takesFile: (path: string, leftOut: readonly LeftOut[]) => boolean;
  /** Can anything below this directory be part of the package? */
  readonly entersDirectory: (path: string, leftOut: readonly LeftOut[]) => boolean;
}

interface Pattern {
  /** Takes what it matches; with `!` it takes that away again. */
  readonly takes: boolean;
  readonly matches: (path: string) => boolean;
  /** `["app", "*.py"]` of `app/*.py`. */
  readonly parts: readonly string[];
  /** Matches from the code directory on, not at any depth. */
  readonly anchored: boolean;
}

/** Reads lists of gitignore patterns (https://git-scm.com/docs/gitignore#_pattern_format); upper and lower case differ on every platform. */
export function readSelection(include: readonly string[], exclude: readonly string[]): Selection {
  const patterns = include.filter((text) => !text.startsWith("#")).map(readPattern);
  const positive = patterns.filter(({ takes }) => takes);
  // The last one that matches decides, also below a directory that an earlier one takes: `app`, `!app/drafts/`.
  const included = (path: string): boolean => patterns.findLast(({ matches }) => matches(path))?.takes ?? false;
  const excluded = matcher(exclude);

  const named = (leftOut: readonly LeftOut[], candidates: readonly Pattern[]): boolean =>
    leftOut.every((entry) => candidates.some((pattern) => names(pattern, entry)));

  return {
    takesFile: (path, leftOut) =>
      included(path) &&
      !excluded(path) &&
      (leftOut.length === 0 ||
        named(
          leftOut,
          positive.filter((pattern) => pattern.matches(path)),
        )),
    entersDirectory: (path, leftOut) =>
      !excluded(`${path}/`) && named(leftOut, positive) && positive.some((pattern) => reachesInto(pattern, path)),
  };
}

function readPattern(text: string): Pattern {
  const takes = !text.startsWith("!");
  const pattern = (takes ? text : text.slice(1)).replace(/^\.\//, "/");
  const parts = pattern.split("/").filter((part) => part !== "");
  return { takes, matches: matcher([pattern]), parts, anchored: pattern.startsWith("/") || parts.length > 1 };
}

function names(pattern: Pattern, entry: LeftOut): boolean {
  return pattern.parts.some((part) => entry.isNamedBy(part) && matcher([part])(entry.name));
}

/** Saves reading directories, and failing on something in them, that no pattern can mean. */
function reachesInto({ parts, anchored }: Pattern, directory: string): boolean {
  if (!anchored) return true;
  for (const [index, name] of directory.split("/").entries()) {
    const part = parts[index];
    if (part === undefined || part.includes("**")) return true;
    if (!matcher([part])(name)) return false;
  }
  return true;
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = ignore({ ignoreCase: false }).add(patterns.map((pattern) => ({ pattern })));
  return (path) => rules.ignores(path);
}
