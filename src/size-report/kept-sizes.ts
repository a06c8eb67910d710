import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { manifestKey, manifestPath } from "../layer/cache.js";
import { SCRATCH, scratchIn } from "../layer/cache-scratch.js";
import { type LayerManifest, parseManifest } from "../layer/manifest.js";
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

export type Prefixes = readonly [string, ...string[]];

export interface KeptEntry {
  readonly entry: SizesEntry;
  /** Of the commit that was asked for. */
  readonly exact: boolean;
}

const FORMAT = 1;
const SIZES = `${SCRATCH}/sizes.json`;
/** Bytes; a layer of 300 packages has 60 KB. */
const LONGEST = 4 * 1024 ** 2;

/** The cache of this run, or undefined when the runner has none. */
export async function openKeptSizes(workspace: string): Promise<KeptSizes | undefined> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) {
    return undefined;
  }
  const inScratch = scratchIn(workspace);

  /** A key also matches as a prefix of longer ones, so the one that was found is compared by who asks. */
  const fetch = (file: string, keys: readonly [string, ...string[]]) =>
    inScratch(async () => {
      const [key, ...others] = keys;
      const found = await cache.restoreCache([file], key, [...others], undefined, true);
      const place = path.join(workspace, file);
      const readable = found !== undefined && (await stat(place)).size <= LONGEST;
      return readable ? { key: found.toLowerCase(), text: await readFile(place, "utf8") } : undefined;
    }, undefined);

  const save = (file: string, key: string, text: string) =>
    inScratch(async () => {
      const place = path.join(workspace, file);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, text);
      await cache.saveCache([file], key, undefined, true);
    }, undefined);

  return {
    async restore([first, ...others], commit) {
      const keys = others.flatMap((prefix) => [...keysOf(prefix, commit), prefix]);
      const found = await fetch(SIZES, [...keysOf(first, commit), first, ...keys]);
      const entry = found && parseSizes(found.text);
      const named = entry && [first, ...others].some((prefix) => keysOf(prefix, entry.commit).includes(found.key));
      return entry && named ? { entry, exact: entry.commit === commit } : undefined;
    },
    async manifest(fingerprint, by) {
      const ofDeploys = manifestKey(fingerprint);
      const keys = by === "deploy" ? ([ofDeploys] as const) : ([ofDeploys, reportKey(fingerprint)] as const);
      const found = await fetch(manifestPath(fingerprint), keys);
      const manifest = found && keys.some((key) => key === found.key) ? parseManifest(found.text) : undefined;
      return manifest?.fingerprint === fingerprint ? manifest : undefined;
    },
    keep: ([prefix], entry, by) =>
      save(SIZES, `${prefix}${entry.commit}${by === "deploy" ? DEPLOYED : ""}`, formatSizes(entry)),
    keepManifest: (manifest) =>
      save(manifestPath(manifest.fingerprint), reportKey(manifest.fingerprint), JSON.stringify(manifest)),
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
