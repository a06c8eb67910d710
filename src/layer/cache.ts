import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashFile } from "../machine/file-hash.js";
import type { LayerArchive } from "./build.js";
import { SCRATCH, scratchIn } from "./cache-scratch.js";
import { type CachedTexts, openCachedTexts } from "./cached-texts.js";
import { type LayerManifest, parseManifest } from "./manifest.js";

/** The Actions cache as a place for built layers: an accelerator, so nothing here throws, and whatever comes back is checked. */
export interface LayerCache {
  /** The layer for a fingerprint, laid into `directory`. */
  restore(fingerprint: string, directory: string): Promise<Restored>;
  /** Only what is inside the layer, a few KB. */
  restoreManifest(fingerprint: string): Promise<LayerManifest | undefined>;
  save(archive: LayerArchive): Promise<void>;
}

export type Restored =
  | { readonly outcome: "hit"; readonly archive: LayerArchive }
  | { readonly outcome: "miss" }
  /** Something came back that is not what was asked for; `why` is a sentence. */
  | { readonly outcome: "unusable"; readonly why: string };

const FORMAT = 1;

/** The cache of this run, or undefined when the runner has none. */
export async function openCache(workspace: string): Promise<LayerCache | undefined> {
  const texts = await openCachedTexts(workspace);
  if (texts === undefined) {
    return undefined;
  }
  const cache = await import("@actions/cache");
  const inScratch = scratchIn(workspace);
  return {
    restore: (fingerprint, directory) =>
      inScratch<Restored>(async () => {
        const key = layerKey(fingerprint);
        const hit = await cache.restoreCache(pathsOf(fingerprint), key, undefined, undefined, true);
        // A key also matches as a prefix of longer ones, so it ends in the whole fingerprint and the answer is compared.
        if (hit?.toLowerCase() !== key) {
          return { outcome: "miss" };
        }
        const manifest = ofLayer(fingerprint, await readFile(path.join(workspace, manifestPath(fingerprint)), "utf8"));
        const restored = path.join(workspace, zipPath(fingerprint));
        if (manifest === undefined || (await hashFile(restored)) !== manifest.zip.sha256) {
          return { outcome: "unusable", why: "The layer in the Actions cache is damaged; it is built again." };
        }
        const file = path.join(directory, "restored-layer.zip");
        await copyFile(restored, file);
        return { outcome: "hit", archive: { file, manifest, notices: [] } };
      }, UNREADABLE),
    restoreManifest: (fingerprint) => restoreManifest(texts, fingerprint),
    async save({ file, manifest }) {
      const { fingerprint } = manifest;
      const text = JSON.stringify(manifest);
      await inScratch(async () => {
        await mkdir(path.join(workspace, SCRATCH, fingerprint), { recursive: true });
        await writeFile(path.join(workspace, manifestPath(fingerprint)), text);
        await copyFile(file, path.join(workspace, zipPath(fingerprint)));
        await cache.saveCache(pathsOf(fingerprint), layerKey(fingerprint), undefined, true);
      }, undefined);
      await texts.save(manifestPath(fingerprint), manifestKey(fingerprint), text);
    },
  };
}

/** What is inside the layer with this fingerprint, as a deploy kept it, or else under one of the other keys. */
export async function restoreManifest(
  texts: CachedTexts,
  fingerprint: string,
  others: readonly string[] = [],
): Promise<LayerManifest | undefined> {
  const keys = [manifestKey(fingerprint), ...others] as const;
  const found = await texts.restore(manifestPath(fingerprint), keys);
  return found && keys.includes(found.key) ? ofLayer(fingerprint, found.text) : undefined;
}

function ofLayer(fingerprint: string, text: string): LayerManifest | undefined {
  const manifest = parseManifest(text);
  return manifest?.fingerprint === fingerprint ? manifest : undefined;
}

function zipPath(fingerprint: string): string {
  return `${SCRATCH}/${fingerprint}/layer.zip`;
}

/** In the order that the cache compares. */
function pathsOf(fingerprint: string): string[] {
  return [manifestPath(fingerprint), zipPath(fingerprint)];
}

/** Where a manifest lies while it goes to the cache or comes from it, relative to the workspace. */
export function manifestPath(fingerprint: string): string {
  return `${SCRATCH}/${fingerprint}/manifest.json`;
}

const UNREADABLE = {
  outcome: "unusable",
  why: "What the Actions cache returned could not be read; it is built again.",
} as const;

function layerKey(fingerprint: string): string {
  return `lambda-layers-deploy-layer-${FORMAT}-${fingerprint}`;
}

/** Key of a layer's manifest that a deploy kept. */
function manifestKey(fingerprint: string): string {
  return `lambda-layers-deploy-manifest-${FORMAT}-${fingerprint}`;
}
