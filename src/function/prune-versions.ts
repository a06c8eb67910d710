import type { ListedAlias } from "../aws/inventory.js";

/** Which published versions of the function stay and which may go. Numbers, oldest first. */
export interface VersionPruning {
  readonly delete: readonly string[];
  /** Old ones that stay because an alias sends traffic to them. */
  readonly inUse: readonly string[];
}

/** Keeps the `keep` newest versions and every one that an alias uses. Pure. */
export function pruneVersions(
  versions: readonly string[],
  aliases: readonly ListedAlias[],
  keep: number,
): VersionPruning {
  const used = new Set(aliases.flatMap((alias) => alias.versions));
  // Anything but a number is $LATEST, or nothing that this action knows.
  const numbers = versions.filter((version) => /^[1-9]\d*$/.test(version)).toSorted((a, b) => Number(a) - Number(b));
  const old = numbers.slice(0, Math.max(0, numbers.length - keep));
  return { delete: old.filter((version) => !used.has(version)), inUse: old.filter((version) => used.has(version)) };
}
