/** The files of each package, in the order given. */
export function byPackage<T extends { readonly package: string }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const packages = new Map<string, T[]>();
  for (const entry of entries) {
    const files = packages.get(entry.package) ?? [];
    files.push(entry);
    packages.set(entry.package, files);
  }
  return packages;
}
