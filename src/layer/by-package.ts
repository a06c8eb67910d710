/** The files of each package, in the order given. */
export function byPackage<T extends { readonly package: string }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(entries, ({ package: name }) => name);
}
