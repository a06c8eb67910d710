import { ActionError } from "./errors.js";
import { formatBytes } from "./report/bytes.js";
import type { Limits, Notice, PackageSize, Size } from "./report/facts.js";

/** Bytes of a zip in a direct upload: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const DIRECT_UPLOAD_LIMIT = 52_428_800;

/** Code and all layers, unzipped bytes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const UNZIPPED_LIMIT = 262_144_000;

export interface Deployed {
  readonly code: { readonly zipped: number; readonly unzipped: number };
  /** Our layer; undefined when there is none. */
  readonly layer: Size | undefined;
  readonly otherLayers: readonly Size[];
}

/** Room left under Lambda's limits. A layer whose unzipped size is not known counts by its zipped one: at least. */
export function limitsOf({ code, layer, otherLayers }: Deployed): Limits {
  const layers = [...(layer === undefined ? [] : [layer]), ...otherLayers];
  const used = layers.reduce((sum, size) => sum + (size.unzipped ?? size.zipped ?? 0), code.unzipped);
  return {
    zipped: DIRECT_UPLOAD_LIMIT,
    unzipped: UNZIPPED_LIMIT,
    used,
    headroom: UNZIPPED_LIMIT - used,
    atLeast: layers.some((size) => size.unzipped === undefined),
  };
}

/** Stops before anything is sent when code and layers are too large; returns a warning when they come near. What else is too large goes into the same error. */
export function checkTotal(
  limits: Limits,
  gates: { readonly hardLimit: number; readonly warnLimit: number },
  layer: LayerSizes | undefined,
  alsoPassed: readonly { readonly problem: string; readonly look: readonly string[] }[] = [],
): Notice | undefined {
  const used = limits.used ?? 0;
  const hardLimit = Math.min(gates.hardLimit, UNZIPPED_LIMIT);
  const total = `Code and layers are ${limits.atLeast ? "at least " : ""}${formatBytes(used)} unzipped`;
  if (used > hardLimit) {
    const problems = [`${total}; the limit is ${formatBytes(hardLimit)}`, ...alsoPassed.map(({ problem }) => problem)];
    const looks = alsoPassed.flatMap(({ look }) => look);
    throw tooLarge(`${problems.join(", and ")}.`, layer, looks);
  }
  return used > gates.warnLimit
    ? { level: "warning", text: `${total}, more than \`warn-limit\` (${formatBytes(gates.warnLimit)}).` }
    : undefined;
}

/** A zip over 50 MiB needs a bucket. */
export function checkUpload(what: "code package" | "layer", zipped: number, bucket: string | undefined): void {
  if (zipped > DIRECT_UPLOAD_LIMIT && bucket === undefined) {
    throw new ActionError(
      `The ${what} is ${formatBytes(zipped)} zipped; Lambda takes ${formatBytes(DIRECT_UPLOAD_LIMIT)} in a direct upload.`,
      { hint: "Set `s3-bucket` to a bucket in the function's Region.", code: "needs-bucket" },
    );
  }
}

/** What of a layer can make it smaller. */
export interface LayerSizes {
  readonly packages: readonly Pick<PackageSize, "name" | "unzipped">[];
  readonly bytecode?: boolean;
}

/** The error for what Lambda would refuse; `looks`: sentences that name more to look at. */
export function tooLarge(message: string, layer: LayerSizes | undefined, looks: readonly string[] = []): ActionError {
  const named = (layer?.packages ?? [])
    .toSorted((one, other) => (other.unzipped ?? 0) - (one.unzipped ?? 0))
    .slice(0, 5)
    .map(({ name, unzipped }) => `${name} ${formatBytes(unzipped ?? 0)}`);
  const hint = [
    ...(named.length === 0 ? [] : [`The largest packages: ${named.join(", ")}.`]),
    ...looks,
    "Make the layer smaller with `slim: aggressive`, or leave out packages with `exclude-packages`, files with `code-exclude`.",
    ...(layer?.bytecode ? ["`bytecode: off` saves room, too."] : []),
  ];
  return new ActionError(message, { hint: hint.join(" "), code: "too-large" });
}
