import { kindOf } from "./package-changes.js";
import type { LayerComparison, PackageComparison, SizeReport } from "./size-facts.js";

type Known = Extract<LayerComparison, { outcome: "known" }>;

/** A package that differs between base and commit. */
export interface ChangedPackage extends PackageComparison {
  readonly kind: ReturnType<typeof kindOf> | "rebuilt";
  /** Unzipped bytes more or less; undefined when not known. */
  readonly bytes: number | undefined;
}

/**
 * The same version that gained or lost less is no change: bytecode of another patch release of Python, or a wheel for
 * another processor, moves some bytes in packages that nobody touched.
 */
const NOISE = 1_024;

/** Both sides of the layer are known, so that a package on one side only was added or removed. */
export function comparesPackages({ baseline, layer }: SizeReport): boolean {
  return baseline.outcome === "found" && layer.outcome === "known" && layer.before !== undefined;
}

/** Packages that came, went or changed, those with the most bytes first. */
export function changesOf({ packages }: Known): readonly ChangedPackage[] {
  return packages
    .map((one) => ({ ...one, kind: kindOfPackage(one), bytes: growthOf(one) }))
    .filter(({ kind, bytes }) => kind !== "rebuilt" || (bytes !== undefined && Math.abs(bytes) >= NOISE))
    .toSorted((one, other) => impact(other) - impact(one) || (one.name < other.name ? -1 : 1));
}

function kindOfPackage({ before, after }: PackageComparison): ChangedPackage["kind"] {
  const [from, to] = [before?.version, after?.version];
  return from === to ? "rebuilt" : kindOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
}

/** Unzipped bytes more (or less) than before; undefined when a side is not known. */
export function growthOf({ before, after }: PackageComparison): number | undefined {
  const from = before === undefined ? 0 : before.unzipped;
  const to = after === undefined ? 0 : after.unzipped;
  return from === undefined || to === undefined ? undefined : to - from;
}

/** What has no figure comes last. */
function impact({ bytes }: ChangedPackage): number {
  return bytes === undefined ? -1 : Math.abs(bytes);
}
