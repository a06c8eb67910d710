import type { FoundDependencies } from "./find.js";
import type { Requirement } from "./requirement.js";

/**
 * Names of packages that come in one version only, or from the repository: all requirements that name them are exact, or
 * all constraints are.
 */
export function pinnedNames(
  found: Pick<FoundDependencies, "requirements" | "constraints" | "pathDependencies">,
): ReadonlySet<string> {
  const { requirements, constraints, pathDependencies } = found;
  return new Set([...exact(requirements), ...exact(constraints), ...pathDependencies.map(({ name }) => name)]);
}

function exact(lines: readonly Requirement[]): readonly string[] {
  const loose = new Set(lines.filter(({ pinned }) => !pinned).map(({ name }) => name));
  return lines.map(({ name }) => name).filter((name) => !loose.has(name));
}
