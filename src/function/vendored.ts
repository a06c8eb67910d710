import type { Dependencies, FoundDependencies } from "../dependencies/find.js";
import { parseRequirementLine } from "../dependencies/requirement-line.js";
import type { CodeDistribution } from "./code-distributions.js";
import { holdsOnLambda } from "./lambda-marker.js";

/** What of the code directory the layer brings. */
export interface Vendored {
  /** Normalised names, sorted. */
  readonly distributions: readonly string[];
  /** Does the file (relative to the code directory, with `/`) belong to them alone? */
  readonly owns: (file: string) => boolean;
}

/** `name[extra1,extra2]; marker`, names normalised. */
interface Need {
  readonly name: string;
  readonly extras: readonly string[];
  readonly marker: string;
}

const NO_EXTRAS: ReadonlySet<string> = new Set();

/**
 * Of the installed distributions those that the requirements name, or reach through the installed metadata; whatever a layer holds now.
 * What `exclude-packages` names stays in the code, with what only it needs: the layer will not bring it.
 */
export function findVendored(installed: readonly CodeDistribution[], dependencies: Dependencies): Vendored {
  if (dependencies.outcome !== "found") return { distributions: [], owns: () => false };
  const reached = reach(wantedBy(dependencies), installed, new Set(dependencies.excluded));
  const brought = installed.filter(({ name }) => reached.has(name));
  const kept = new Set(installed.filter(({ name }) => !reached.has(name)).flatMap(({ files }) => files));
  const files = new Set(brought.flatMap((distribution) => distribution.files).filter((file) => !kept.has(file)));
  const metadata = new Set(brought.map((distribution) => distribution.metadata));
  return {
    distributions: [...new Set(brought.map(({ name }) => name))].sort(),
    owns: (file) => files.has(file) || metadata.has(file.split("/", 1)[0] ?? ""),
  };
}

function wantedBy({ requirements, pathDependencies }: FoundDependencies): readonly Need[] {
  return [
    ...parseNeeds(requirements.map(({ line }) => line)),
    ...pathDependencies.map(({ name, extras, marker = "" }) => ({ name, extras, marker })),
  ];
}

/** The names that are needed, directly or through others. */
function reach(
  wanted: readonly Need[],
  installed: readonly CodeDistribution[],
  excluded: ReadonlySet<string>,
): ReadonlySet<string> {
  const extrasOf = new Map<string, ReadonlySet<string>>();
  const open = wanted.filter(({ marker }) => holdsOnLambda(marker, NO_EXTRAS));
  for (let need = open.pop(); need; need = open.pop()) {
    const { name, extras } = need;
    const before = extrasOf.get(name);
    if (excluded.has(name) || (before && extras.every((extra) => before.has(extra)))) continue;
    const asked = new Set([...(before ?? []), ...extras]);
    extrasOf.set(name, asked);
    const requires = installed.filter((distribution) => distribution.name === name).flatMap((it) => it.requires);
    open.push(...parseNeeds(requires).filter(({ marker }) => holdsOnLambda(marker, asked)));
  }
  return new Set(extrasOf.keys());
}

function parseNeeds(lines: readonly string[]): readonly Need[] {
  return lines.map(parseNeed).filter((need) => need !== undefined);
}

/** What a line of a requirements file or of `Requires-Dist` asks for; undefined when it cannot be read. */
function parseNeed(text: string): Need | undefined {
  const [requirement = ""] = text.split(/\s--/, 1);
  try {
    const { name, extras, marker } = parseRequirementLine(requirement);
    return name === undefined ? undefined : { name, extras, marker };
  } catch {
    return undefined;
  }
}
