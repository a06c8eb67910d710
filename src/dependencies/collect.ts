import { ActionError } from "../errors.js";
import { hideSecrets } from "./credentials.js";
import type { FoundDependencies } from "./find.js";
import type { PathDependency } from "./path-dependency.js";
import { quoted, shownPath } from "./problem.js";
import type { Item } from "./requirements.js";

const MOST_SHOWN = 10;

type Collected = Omit<FoundDependencies, "outcome" | "excluded" | "allowSource">;
type Problem = Extract<Item, { kind: "problem" }>;

/** What all lines say together: repeated ones once. Throws one error with every problem. */
export function collectDependencies(items: readonly Item[]): Collected {
  const dependencies = items.flatMap((item) => (item.kind === "path" ? [item.dependency] : []));
  const secrets = [...new Set(items.flatMap((item) => (item.kind === "secret" ? [item.value] : [])))];
  throwProblems([...items.filter((item) => item.kind === "problem"), ...pathConflicts(dependencies)], secrets);
  return {
    files: [...new Set(items.flatMap((item) => (item.kind === "file" ? [item.path] : [])))],
    requirements: requirementsOf(items, "requirements"),
    constraints: requirementsOf(items, "constraints"),
    indexArguments: indexArguments(argumentsOf(items, "index")),
    resolverArguments: unique(argumentsOf(items, "resolver")).sort().flat(),
    pathDependencies: mergePaths(dependencies),
    secrets,
  };
}

function requirementsOf(items: readonly Item[], kind: "requirements" | "constraints"): Collected["requirements"] {
  const wanted = items.flatMap((item) => (item.kind === kind ? [item.requirement] : []));
  return [...new Map(wanted.map((requirement) => [requirement.canonical, requirement])).values()];
}

function argumentsOf(items: readonly Item[], kind: "index" | "resolver"): readonly (readonly string[])[] {
  return items.flatMap((item) => (item.kind === kind ? [item.arguments] : []));
}

// For pip the last --index-url counts; uv takes one only.
function indexArguments(all: readonly (readonly string[])[]): readonly string[] {
  const main = all.filter(([flag]) => flag === "--index-url").at(-1) ?? [];
  return [...main, ...unique(all.filter(([flag]) => flag !== "--index-url")).flat()];
}

function unique(all: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(all.map((item) => [JSON.stringify(item), item])).values()];
}

/** One path dependency for each directory, with the extras of all its lines. */
function mergePaths(dependencies: readonly PathDependency[]): readonly PathDependency[] {
  return [...new Map(dependencies.map((one) => [one.directory, one])).values()].map((one) => {
    const same = dependencies.filter(({ directory }) => directory === one.directory);
    return { ...one, extras: [...new Set(same.flatMap(({ extras }) => extras))].sort() };
  });
}

function pathConflicts(dependencies: readonly PathDependency[]): readonly Problem[] {
  return [...new Set(dependencies.map(({ name }) => name))].flatMap((name) => {
    const same = dependencies.filter((one) => one.name === name);
    const meanings = [
      ...new Set(same.map(({ path, marker }) => (marker === undefined ? path : `${path} ; ${marker}`))),
    ];
    const message = `the path dependency ${quoted(name)} is named in two ways: ${meanings.map(quoted).join(" and ")}.`;
    return meanings.length < 2
      ? []
      : [{ kind: "problem", path: same[0]?.path ?? "", message, hint: "Keep one of them." }];
  });
}

function throwProblems(problems: readonly Problem[], secrets: readonly string[]): void {
  // Nobody has masked them yet.
  const clean = (text: string) => hideSecrets(text, secrets);
  const lines = problems.map(
    ({ path, line, message }) => `${clean(shownPath(path))}${line === undefined ? "" : `:${line}`}: ${clean(message)}`,
  );
  const hints = [...new Set(problems.flatMap(({ hint }) => (hint === undefined ? [] : [clean(hint)])))];
  if (lines.length === 0) {
    return;
  }
  const more = lines.length > MOST_SHOWN ? [`and ${lines.length - MOST_SHOWN} more`] : [];
  throw new ActionError(
    lines.length === 1
      ? `${lines[0]}`
      : `${lines.length} lines of the dependency files cannot be used:\n- ${[...lines.slice(0, MOST_SHOWN), ...more].join("\n- ")}`,
    { hint: hints.slice(0, 3).join(" ") || "Correct the dependency files.", code: "requirements" },
  );
}
