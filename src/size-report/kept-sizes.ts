import { manifestPath, restoreManifest } from "../layer/cache.js";
import { SCRATCH } from "../layer/cache-scratch.js";
import { type Keys, openCachedTexts } from "../layer/cached-texts.js";
import type { LayerManifest } from "../layer/manifest.js";
import { formatSizes, parseSizes, type SizesEntry } from "./sizes-entry.js";

/** The Actions cache as a place for sizes. Of what reports keep, deploys read nothing. Nothing here throws, and whatever comes back is checked. */
export interface KeptSizes {
  /** Those of a commit, else the newest whose key begins with the prefix; of the first prefix that has some. */
  restore(prefixes: Prefixes, commit: string): Promise<KeptEntry | undefined>;
  /** What is inside the layer with this fingerprint, as a deploy kept it, or else a report. */
  manifest(fingerprint: string, by?: "deploy"): Promise<LayerManifest | undefined>;
  /** A report of the same commit takes nothing from what a deploy keeps: only that knows what the function has. */
  keep(prefixes: Prefixes, entry: SizesEntry, by?: "deploy"): Promise<void>;
  /** For later reports alone. */
  keepManifest(manifest: LayerManifest): Promise<void>;
}

export type Prefixes = Keys;

export interface KeptEntry {
  readonly entry: SizesEntry;
  /** Of the commit that was asked for. */
  readonly exact: boolean;
}

const FORMAT = 1;
const SIZES = `${SCRATCH}/sizes.json`;

/** The cache of this run, or undefined when the runner has none. */
export async function openKeptSizes(workspace: string): Promise<KeptSizes | undefined> {
  const texts = await openCachedTexts(workspace);
  if (texts === undefined) {
    return undefined;
  }
  return {
    async restore([first, ...others], commit) {
      const keys = others.flatMap((prefix) => [...keysOf(prefix, commit), prefix]);
      const found = await texts.restore(SIZES, [...keysOf(first, commit), first, ...keys]);
      const entry = found && parseSizes(found.text);
      const named = entry && [first, ...others].some((prefix) => keysOf(prefix, entry.commit).includes(found.key));
      return entry && named ? { entry, exact: entry.commit === commit } : undefined;
    },
    manifest: (fingerprint, by) => restoreManifest(texts, fingerprint, by === "deploy" ? [] : [reportKey(fingerprint)]),
    keep: ([prefix], entry, by) =>
      texts.save(SIZES, `${prefix}${entry.commit}${by === "deploy" ? DEPLOYED : ""}`, formatSizes(entry)),
    keepManifest: (manifest) =>
      texts.save(manifestPath(manifest.fingerprint), reportKey(manifest.fingerprint), JSON.stringify(manifest)),
  };
}

/** A key is written once: a deploy's must be free also where a report was faster. */
const DEPLOYED = "-deployed";

/** A commit's keys, the one that knows more first. */
function keysOf(prefix: string, commit: string): readonly [string, string] {
  return [`${prefix}${commit}${DEPLOYED}`, `${prefix}${commit}`];
}

/** Not the deploys' own name: what a report of a pull request keeps, no deploy reads. */
function reportKey(fingerprint: string): string {
  return `lambda-layers-deploy-report-${FORMAT}-${fingerprint}`;
}
