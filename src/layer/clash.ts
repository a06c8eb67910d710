import type { InstalledDistribution } from "./record.js";

/** One path that several distributions bring with different content. */
export interface Clash {
  readonly path: string;
  /** By name; the file of the first is taken. */
  readonly packages: readonly string[];
}

/** Paths that RECORD files list with different hashes, sorted. Equal bytes are no clash. */
export function findClashes(distributions: readonly InstalledDistribution[]): readonly Clash[] {
  const listings = new Map<string, { readonly name: string; readonly hash: string }[]>();
  for (const { name, files } of distributions) {
    for (const { path, hash } of files) {
      const listed = listings.get(path) ?? [];
      listed.push({ name, hash });
      listings.set(path, listed);
    }
  }
  return [...listings]
    .filter(([, listed]) => listed.length > 1 && new Set(listed.map(({ hash }) => hash)).size > 1)
    .map(([path, listed]) => ({ path, packages: [...new Set(listed.map(({ name }) => name))].toSorted() }))
    .filter(({ packages }) => packages.length > 1)
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
