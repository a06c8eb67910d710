import type { InstalledDistribution } from "./record.js";

/** Two distributions that bring one path with different content: only one of the two files can be installed. */
export interface Clash {
  readonly path: string;
  readonly packages: readonly [string, string];
}

/** Paths that two or more RECORD files list with different hashes, by path. Equal bytes are no clash. */
export function findClashes(distributions: readonly InstalledDistribution[]): readonly Clash[] {
  const owners = new Map<string, { readonly name: string; readonly hash: string }>();
  const clashes: Clash[] = [];
  for (const { name, files } of distributions) {
    for (const { path, hash } of files) {
      const owner = owners.get(path);
      if (owner === undefined) owners.set(path, { name, hash });
      else if (owner.hash !== hash && owner.name !== name) clashes.push({ path, packages: [owner.name, name] });
    }
  }
  return clashes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** One sentence for each pair of packages. */
export function describeClashes(clashes: readonly Clash[]): readonly string[] {
  const pairs = [...new Set(clashes.map(pairOf))];
  return pairs.map((pair) => {
    const [first, ...others] = clashes.filter((clash) => pairOf(clash) === pair);
    const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "path" : "paths"}`;
    return `${pair} both hold ${JSON.stringify(first?.path)}${more} with different content, and only one of the two is in the layer.`;
  });
}

function pairOf({ packages }: Clash): string {
  return packages.join(" and ");
}
