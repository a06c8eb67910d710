import { createHash } from "node:crypto";
import type { Target } from "../layer/target.js";
import type { FoundDependencies } from "./find.js";

/** Raise it when the same recipe makes other bytes than before. */
const BUILDER_FORMAT = 1;

/** Everything that decides what is in a layer, as asked for: nothing here needs a tool or a network to be known. */
export interface Recipe {
  readonly dependencies: FoundDependencies;
  readonly target: Target;
  readonly slim: "safe" | "off" | "aggressive";
  readonly botocoreServices: "all" | readonly string[];
  readonly bytecode: "auto" | "required" | "off";
}

/** Identity of a layer: sha256 of the canonical recipe, 64 hex digits. Index URLs, credentials, paths and order have no part in it. */
export function fingerprint(recipe: Recipe): string {
  return createHash("sha256").update(canonicalRecipe(recipe)).digest("hex");
}

/** The JSON that is hashed. */
export function canonicalRecipe({ dependencies, target, slim, botocoreServices, bytecode }: Recipe): string {
  return JSON.stringify({
    format: BUILDER_FORMAT,
    requirements: sortedSet(dependencies.requirements.map(({ canonical }) => canonical)),
    constraints: sortedSet(dependencies.constraints.map(({ canonical }) => canonical)),
    pathDependencies: sortedSet(
      dependencies.pathDependencies.map(({ name, extras, marker, contentHash }) =>
        JSON.stringify([name, sortedSet(extras), marker ?? "", contentHash]),
      ),
    ),
    resolverArguments: dependencies.resolverArguments.join(" "),
    excluded: sortedSet(dependencies.excluded),
    allowSource: sortedSet(dependencies.allowSource),
    runtime: target.runtime,
    architecture: target.architecture,
    platform: target.platform,
    slim,
    bytecode,
    // Not there unless asked for: layers of before this choice keep their fingerprint.
    ...(botocoreServices !== "all" && { botocoreServices: sortedSet(botocoreServices) }),
  });
}

// Not localeCompare: its order depends on the machine.
function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
