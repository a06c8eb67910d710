import { ActionError } from "./errors.js";
import { checkTotal, type LayerSizes } from "./limits.js";
import { formatBytes } from "./report/bytes.js";
import type { LayerFacts, Limits, Notice, Size } from "./report/facts.js";
import type { Figure } from "./report/size.js";

/** How much larger the layer may become, unzipped: bytes, or a share of what it is (0.1 for 10%). */
export type Growth = { readonly bytes: number } | { readonly share: number };

/** Limits of a team's own; undefined: none. */
export interface Gates {
  /** Zipped bytes. */
  readonly maxCodeSize: number | undefined;
  readonly maxLayerGrowth: Growth | undefined;
}

/** What the gates are about. */
export interface Gated {
  readonly code: { readonly zipped: number | undefined; readonly files: readonly GatedFile[] };
  /** Unzipped bytes. */
  readonly layer: { readonly before: Figure; readonly after: Figure };
  /** Whose layer `before` is, in words. */
  readonly base: string;
  /** What a reader should look at when the layer has grown too much. */
  readonly packages: readonly GatedPackage[];
}

export interface GatedFile {
  readonly path: string;
  readonly compressedSize: number;
}

export interface GatedPackage {
  readonly name: string;
  /** Unzipped bytes more than before; absent when only the `size` is known. */
  readonly growth?: number;
  readonly size?: number;
}

const NAMED = 3;

/** Stops when Lambda's limit or a gate is passed, with all that are in one error; returns a warning near the limit, and notes. Pure. */
export function checkSizes(
  gates: Gates & Parameters<typeof checkTotal>[1],
  gated: Gated,
  limits: Limits,
  layer: LayerSizes | undefined,
): readonly Notice[] {
  const failed = failedGates(gates, gated);
  const near = checkTotal(limits, gates, layer, failed);
  return [...(near === undefined ? [] : [near]), ...checkGates(gates, gated, failed)];
}

/** Stops when a gate is passed, with all that are in one error; returns a note for one that could not be checked. Pure. */
export function checkGates(gates: Gates, gated: Gated, failed = failedGates(gates, gated)): readonly Notice[] {
  if (failed.length > 0) {
    const sentence = failed.map(({ problem }) => problem).join(", and ");
    throw new ActionError(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, {
      hint: `${failed.flatMap(({ look }) => look).join(" ")} Make it smaller, or raise the limit in the workflow.`.trim(),
      code: "gate",
    });
  }
  return unchecked(gates, gated);
}

function failedGates(gates: Gates, gated: Gated): readonly Failed[] {
  return [codeGate(gates, gated), growthGate(gates, gated)].filter((one) => one !== undefined);
}

interface Failed {
  /** Part of a sentence. */
  readonly problem: string;
  /** Sentences: where to begin. */
  readonly look: readonly string[];
}

function codeGate({ maxCodeSize }: Gates, { code }: Gated): Failed | undefined {
  if (maxCodeSize === undefined || code.zipped === undefined || code.zipped <= maxCodeSize) {
    return undefined;
  }
  const largest = code.files
    .toSorted((one, other) => other.compressedSize - one.compressedSize)
    .slice(0, NAMED)
    .map(({ path, compressedSize }) => `${JSON.stringify(path)} ${formatBytes(compressedSize)}`);
  return {
    problem: `the code package is ${exactly(code.zipped, maxCodeSize)} zipped, more than \`max-code-size\` (${formatBytes(maxCodeSize)})`,
    look: largest.length === 0 ? [] : [`The largest files: ${largest.join(", ")}.`],
  };
}

function growthGate({ maxLayerGrowth }: Gates, { layer: { before, after }, packages }: Gated): Failed | undefined {
  if (maxLayerGrowth === undefined || typeof before !== "number" || typeof after !== "number") {
    return undefined;
  }
  const growth = after - before;
  const allowed = "bytes" in maxLayerGrowth ? maxLayerGrowth.bytes : maxLayerGrowth.share * before;
  if (growth <= allowed) {
    return undefined;
  }
  const share = before > 0 ? ` (${percentOf(growth / before)})` : "";
  return {
    problem: `the layer grows by ${exactly(growth, allowed)}${share} unzipped, more than \`max-layer-growth\` (${inWords(maxLayerGrowth)})`,
    look: grownMost(packages),
  };
}

/** Figures that read alike although one is larger are told in bytes. */
function exactly(bytes: number, limit: number): string {
  return formatBytes(bytes) === formatBytes(limit) ? formatBytes(bytes, "bytes") : formatBytes(bytes);
}

function inWords(growth: Growth): string {
  return "bytes" in growth ? formatBytes(growth.bytes) : percentOf(growth.share);
}

/** `12%`, `0.5%` */
function percentOf(share: number): string {
  return `${Number((share * 100).toFixed(share < 0.1 ? 1 : 0))}%`;
}

function grownMost(packages: readonly GatedPackage[]): readonly string[] {
  const weight = ({ growth, size }: GatedPackage) => growth ?? size ?? 0;
  const named = packages
    .filter((one) => weight(one) > 0)
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, NAMED)
    .map(
      ({ name, growth, size = 0 }) => `${name} ${growth === undefined ? formatBytes(size) : `+${formatBytes(growth)}`}`,
    );
  return named.length === 0 ? [] : [`The packages that count most: ${named.join(", ")}.`];
}

function unchecked({ maxLayerGrowth }: Gates, { layer: { before, after }, base }: Gated): readonly Notice[] {
  if (maxLayerGrowth === undefined || after === "none" || (typeof before === "number" && after !== undefined)) {
    return [];
  }
  const why =
    after === undefined
      ? "the layer has no figure"
      : before === "none"
        ? `${base} has no layer to compare with`
        : `the size of the layer of ${base} is not known`;
  return [{ level: "note", text: `\`max-layer-growth\` was not checked: ${why}.` }];
}

/** A deploy as the gates see it: the layer is compared with the one that is attached. Pure. */
export function gatedDeploy(
  code: { readonly zipped: number; readonly entries: readonly GatedFile[] },
  layer: LayerFacts | undefined,
): Gated {
  return {
    code: { zipped: code.zipped, files: code.entries },
    layer: {
      before: unzippedOf(layer?.before),
      after: layer?.source === "none" ? "none" : unzippedOf(layer?.after),
    },
    base: "the function",
    packages: layer === undefined ? [] : gatedPackages(layer),
  };
}

/** Unzipped bytes of a layer, where no size at all means that there is no layer. */
export function unzippedOf(size: Size | "none" | undefined): Figure {
  return size === undefined || size === "none" ? "none" : size.unzipped;
}

/** New packages count with all they have; of one that had another version only the size is known. Without any change known, all are named by size. */
function gatedPackages({ changes, packages }: LayerFacts): readonly GatedPackage[] {
  const added = changes.filter(({ from }) => from === undefined).map(({ name }) => name);
  const changed = changes.map(({ name }) => name);
  return packages
    .filter(({ name }) => changes.length === 0 || changed.includes(name))
    .map(({ name, unzipped }) => {
      if (unzipped === undefined) {
        return { name };
      }
      return added.includes(name) ? { name, growth: unzipped } : { name, size: unzipped };
    });
}
