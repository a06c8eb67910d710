import type { FunctionState } from "../aws/lambda.js";

/** A published version, as far as going back is concerned. */
export interface NumberedVersion {
  readonly version: string;
  /** Says `previous=<n>`, or `previous=none`, where a deploy or a rollback wrote it down. */
  readonly description: string;
  readonly codeSha256: string;
  readonly layers: readonly string[];
}

/**
 * The version before this one: what its Description records, else the highest lower number. Going back twice goes
 * further back, since a rollback records what came before its goal. Undefined: there is none.
 */
export function previousOf(
  version: Pick<NumberedVersion, "version" | "description">,
  all: readonly Pick<NumberedVersion, "version">[],
): string | undefined {
  const recorded = /(?:^| )previous=(\d+|none)(?: |$)/.exec(version.description)?.[1];
  if (recorded === "none") {
    return undefined;
  }
  const numbers = all.map(({ version: number }) => Number(number));
  if (recorded !== undefined && numbers.includes(Number(recorded))) {
    return recorded;
  }
  const lower = numbers.filter((number) => number < Number(version.version));
  return lower.length === 0 ? undefined : String(Math.max(...lower));
}

/** The newest version that holds what $LATEST holds; undefined when $LATEST was never published. */
export function versionOfLatest(
  latest: Pick<FunctionState, "codeSha256" | "layers">,
  all: readonly NumberedVersion[],
): NumberedVersion | undefined {
  const layers = latest.layers.map(({ arn }) => arn).join();
  return all
    .filter((version) => version.codeSha256 === latest.codeSha256 && version.layers.join() === layers)
    .toSorted((one, other) => Number(other.version) - Number(one.version))[0];
}
