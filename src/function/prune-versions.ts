import type { ListedAlias } from "../aws/inventory.js";

/** Which published versions of the function may go: all but the `keep` newest and those that an alias uses. Numbers, oldest first. Pure. */
export function pruneVersions(
  versions: readonly string[],
  aliases: readonly ListedAlias[],
  keep: number,
): readonly string[] {
  const used = new Set(aliases.flatMap((alias) => alias.versions));
  // Anything but a number is $LATEST, or nothing that this action knows.
  const numbers = versions.filter((version) => /^[1-9]\d*$/.test(version)).toSorted((a, b) => Number(a) - Number(b));
  return numbers.slice(0, Math.max(0, numbers.length - keep)).filter((version) => !used.has(version));
}
