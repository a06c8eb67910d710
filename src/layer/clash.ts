import type { InstalledDistribution } from "./record.js";

/** One path that several distributions bring with different content. */
export interface Clash {
  readonly path: string;
  /** By name; the file of the first is taken. */
  readonly packages: readonly string[];
}

/** Paths that RECORD files list with different hashes, sorted. Equal bytes are no clash. */
export function findClashes(distributions: readonly InstalledDistribution[]): readonly Clash[] {
  const owners = new Map<string, { readonly names: Set<string>; readonly hashes: Set<string> }>();
  for (const { name, files } of distributions) {
    for (const { path, hash } of files) {
      const { names, hashes } = owners.get(path) ?? { names: new Set(), hashes: new Set() };
      owners.set(path, { names: names.add(name), hashes: hashes.add(hash) });
    }
  }
  return [...owners]
    .filter(([, { names, hashes }]) => names.size > 1 && hashes.size > 1)
    .map(([path, { names }]) => ({ path, packages: [...names].toSorted() }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** One sentence for each set of packages. */
export function describeClashes(clashes: readonly Clash[]): readonly string[] {
  const sets = [...new Set(clashes.map(namesOf))];
  return sets.map((names) => {
    const [first, ...others] = clashes.filter((clash) => namesOf(clash) === names);
    const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "path" : "paths"}`;
    const winner = first?.packages[0];
    return `${names} hold ${JSON.stringify(first?.path)}${more} with different content: those of ${winner} are in the layer.`;
  });
}

function namesOf({ packages }: Clash): string {
  return new Intl.ListFormat("en-GB").format(packages);
}
