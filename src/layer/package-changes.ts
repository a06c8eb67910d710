import type { PackageChange, PackageSize } from "../report/facts.js";
import type { PackageComparison } from "../report/size-facts.js";

/** Every package of both sides, by name; empty when one side is not known. Pure. */
export function comparePackages(
  before: readonly PackageSize[] | undefined,
  after: readonly PackageSize[] | undefined,
): readonly PackageComparison[] {
  if (before === undefined || after === undefined) {
    return [];
  }
  const [from, to] = [byName(before), byName(after)];
  return [...new Set([...from.keys(), ...to.keys()])].toSorted().map((name) => {
    const [old, now] = [from.get(name), to.get(name)];
    return { name, ...(old && { before: old }), ...(now && { after: now }) };
  });
}

function byName(packages: readonly PackageSize[]): ReadonlyMap<string, PackageSize> {
  return new Map(packages.map((one) => [one.name, one]));
}

/** Packages added, removed or moved to another version. Pure. */
export function packageChanges(compared: readonly PackageComparison[]): readonly PackageChange[] {
  return compared
    .filter(({ before, after }) => before?.version !== after?.version)
    .map(({ name, before, after }) => ({
      name,
      ...(before && { from: before.version }),
      ...(after && { to: after.version }),
    }));
}
