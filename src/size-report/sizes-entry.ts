import { createHash } from "node:crypto";
import { isCommit } from "../github/event.js";
import { formatDescription, type LayerDescription, parseDescription } from "../layer/description.js";
import { type LayerManifest, parseManifest } from "../layer/manifest.js";
import { ARCHITECTURES, type Architecture, RUNTIMES, type Runtime } from "../layer/target.js";
import type { SizeReport } from "../report/size-facts.js";
import { count, fields, flag, HEX_64, matching, oneOf } from "../strict-json.js";

/** What a run keeps of a commit's sizes, for the pull requests that are compared with it. No ARN is in it: forks can read caches. */
export interface SizesEntry {
  /** 40 hex digits. */
  readonly commit: string;
  readonly runtime: Runtime;
  readonly architecture: Architecture;
  readonly code: KnownSize;
  readonly layer: KeptLayer;
  /** The function's other layers; absent: not known. */
  readonly otherLayers?: NonNullable<SizeReport["otherLayers"]>;
}

/** Bytes and counts of a zip; `sha256` in hex. */
export interface KnownSize {
  readonly zipped: number;
  readonly unzipped: number;
  readonly files: number;
  readonly sha256: string;
}

/** Of a code package, for instance. */
export function knownSize({ zipped, unzipped, files, sha256 }: KnownSize): KnownSize {
  return { zipped, unzipped, files, sha256 };
}

/** `untouched`: the layers are not this function's business; `none`: it has no dependencies. */
export type KeptLayer =
  | "untouched"
  | "none"
  | {
      readonly describes: LayerDescription;
      /** What is inside, when it was at hand. */
      readonly manifest?: LayerManifest;
    };

const FORMAT = 1;

/** What all keys of one function and branch begin with. Names from outside are hashed: a key may hold neither commas nor any length. */
export function sizesKeyPrefix(names: readonly string[], branch: string): string {
  return `lambda-layers-deploy-sizes-${FORMAT}-${digest(names.join("\n"))}-${digest(branch)}-`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The text that is kept, a few KB. */
export function formatSizes({ layer, ...entry }: SizesEntry): string {
  const kept = typeof layer === "string" ? layer : { ...layer, describes: formatDescription(layer.describes) };
  return JSON.stringify({ schema: 1, ...entry, layer: kept });
}

/** Reads what may come from anyone; undefined when it is not exactly of our form. */
export function parseSizes(text: string): SizesEntry | undefined {
  try {
    return readEntry(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readEntry(value: unknown): SizesEntry {
  const { schema, commit, runtime, architecture, code, layer, otherLayers } = fields(value);
  if (schema !== 1 || !isCommit(commit)) throw new TypeError("schema");
  return {
    commit,
    runtime: oneOf(RUNTIMES, runtime),
    architecture: oneOf(ARCHITECTURES, architecture),
    code: readSize(code),
    layer: layer === "untouched" || layer === "none" ? layer : readLayer(layer),
    ...(otherLayers !== undefined && { otherLayers: readOthers(otherLayers) }),
  };
}

function readSize(value: unknown): KnownSize {
  const { zipped, unzipped, files, sha256 } = fields(value);
  return { zipped: count(zipped), unzipped: count(unzipped), files: count(files), sha256: matching(sha256, HEX_64) };
}

function readLayer(value: unknown): KeptLayer {
  const { describes: text, manifest: inside } = fields(value);
  const describes = typeof text === "string" ? parseDescription(text) : undefined;
  const manifest = inside === undefined ? undefined : parseManifest(JSON.stringify(inside));
  const fits = inside === undefined || (manifest !== undefined && manifest.fingerprint === describes?.fingerprint);
  if (describes === undefined || !fits) throw new TypeError("layer");
  return { describes, ...(manifest && { manifest }) };
}

function readOthers(value: unknown): NonNullable<SizesEntry["otherLayers"]> {
  const { count: number, unzipped, atLeast } = fields(value);
  return { count: count(number), unzipped: count(unzipped), atLeast: flag(atLeast) };
}
