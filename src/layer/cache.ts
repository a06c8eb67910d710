import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashFile } from "../file-hash.js";
import type { LayerArchive } from "./build.js";
import { SCRATCH, scratchIn } from "./cache-scratch.js";
import { type LayerManifest, parseManifest } from "./manifest.js";

/** The Actions cache as a place for built layers: an accelerator, so nothing here throws, and whatever comes back is checked. */
export interface LayerCache {
  /** The layer for a fingerprint, laid into `directory`. */
  restore(fingerprint: string, directory: string): Promise<Restored<LayerArchive>>;
  /** Only what is inside the layer, a few KB. */
  restoreManifest(fingerprint: string): Promise<Restored<LayerManifest>>;
  save(archive: LayerArchive): Promise<void>;
}

export type Restored<T> =
  | { readonly outcome: "hit"; readonly value: T }
  | { readonly outcome: "miss" }
  /** Something came back that is not what was asked for; `why` is a sentence. */
  | { readonly outcome: "unusable"; readonly why: string };

const FORMAT = 1;

/** The cache of this run, or undefined when the runner has none. */
export async function openCache(workspace: string): Promise<LayerCache | undefined> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) {
    return undefined;
  }
  const scratch = path.join(workspace, SCRATCH);
  const inScratch = scratchIn(workspace);
  const zipPath = (fingerprint: string) => `${SCRATCH}/${fingerprint}/layer.zip`;

  // A key also matches as a prefix of longer ones, so it ends in the whole fingerprint and the answer is compared.
  async function fetch(paths: string[], key: string): Promise<boolean> {
    const hit = await cache.restoreCache(paths, key, undefined, undefined, true);
    return hit?.toLowerCase() === key;
  }

  async function readManifest(fingerprint: string): Promise<LayerManifest | undefined> {
    const manifest = parseManifest(await readFile(path.join(workspace, manifestPath(fingerprint)), "utf8"));
    return manifest?.fingerprint === fingerprint ? manifest : undefined;
  }

  return {
    restore: (fingerprint, directory) =>
      inScratch<Restored<LayerArchive>>(async () => {
        if (!(await fetch([manifestPath(fingerprint), zipPath(fingerprint)], layerKey(fingerprint)))) {
          return { outcome: "miss" };
        }
        const manifest = await readManifest(fingerprint);
        const restored = path.join(workspace, zipPath(fingerprint));
        if (manifest === undefined || (await hashFile(restored)) !== manifest.zip.sha256) {
          return { outcome: "unusable", why: "The layer in the Actions cache is damaged; it is built again." };
        }
        const file = path.join(directory, "restored-layer.zip");
        await copyFile(restored, file);
        return { outcome: "hit", value: { file, manifest, notices: [] } };
      }, DAMAGED),
    restoreManifest: (fingerprint) =>
      inScratch<Restored<LayerManifest>>(async () => {
        if (!(await fetch([manifestPath(fingerprint)], manifestKey(fingerprint)))) {
          return { outcome: "miss" };
        }
        const manifest = await readManifest(fingerprint);
        return manifest === undefined ? DAMAGED : { outcome: "hit", value: manifest };
      }, DAMAGED),
    save: ({ file, manifest }) =>
      inScratch(async () => {
        const { fingerprint } = manifest;
        await mkdir(path.join(scratch, fingerprint), { recursive: true });
        await writeFile(path.join(workspace, manifestPath(fingerprint)), JSON.stringify(manifest));
        await copyFile(file, path.join(workspace, zipPath(fingerprint)));
        await cache.saveCache(
          [manifestPath(fingerprint), zipPath(fingerprint)],
          layerKey(fingerprint),
          undefined,
          true,
        );
        await cache.saveCache([manifestPath(fingerprint)], manifestKey(fingerprint), undefined, true);
      }, undefined),
  };
}

/** Where a manifest lies while it goes to the cache or comes from it, relative to the workspace. */
export function manifestPath(fingerprint: string): string {
  return `${SCRATCH}/${fingerprint}/manifest.json`;
}

const DAMAGED = {
  outcome: "unusable",
  why: "What the Actions cache returned could not be read; it is built again.",
} as const;

function layerKey(fingerprint: string): string {
  return `lambda-layers-deploy-layer-${FORMAT}-${fingerprint}`;
}

/** Key of a layer's manifest that a deploy kept. */
export function manifestKey(fingerprint: string): string {
  return `lambda-layers-deploy-manifest-${FORMAT}-${fingerprint}`;
}
