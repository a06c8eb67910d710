import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { scratchIn } from "./cache-scratch.js";

/** At least one; the first that the cache has counts. */
export type Keys = readonly [string, ...string[]];

/** The Actions cache as a place for texts of some KB, each in a file below `SCRATCH`. Nothing here throws. */
export interface CachedTexts {
  /** A key also matches as a prefix of longer ones: the one that was found is for whoever asks to compare. */
  restore(file: string, keys: Keys): Promise<{ readonly key: string; readonly text: string } | undefined>;
  save(file: string, key: string, text: string): Promise<void>;
}

/** Bytes; what is known of a layer of 300 packages has 60 KB. */
const LONGEST = 4 * 1024 ** 2;

/** The cache of this run, or undefined when the runner has none. */
export async function openCachedTexts(workspace: string): Promise<CachedTexts | undefined> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) {
    return undefined;
  }
  const inScratch = scratchIn(workspace);
  return {
    restore: (file, [key, ...others]) =>
      inScratch(async () => {
        const found = await cache.restoreCache([file], key, others, undefined, true);
        const place = path.join(workspace, file);
        const readable = found !== undefined && (await stat(place)).size <= LONGEST;
        return readable ? { key: found.toLowerCase(), text: await readFile(place, "utf8") } : undefined;
      }, undefined),
    save: (file, key, text) =>
      inScratch(async () => {
        const place = path.join(workspace, file);
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, text);
        await cache.saveCache([file], key, undefined, true);
      }, undefined),
  };
}
