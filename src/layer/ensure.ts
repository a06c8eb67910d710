import type { FoundDependencies } from "../dependencies/find.js";
import type { Notice } from "../report/facts.js";
import { type BuildRequest, buildLayer, type LayerArchive } from "./build.js";
import type { LayerCache } from "./cache.js";

/** A layer that is on this machine, not yet in AWS; or the finding that these requirements install nothing. */
export type LayerSupply =
  | { readonly source: "restored" | "built"; readonly archive: LayerArchive }
  | { readonly source: "none" };

export interface EnsureRequest {
  readonly build: BuildRequest & { readonly dependencies: FoundDependencies };
  readonly cache: LayerCache | undefined;
  /** Build although the cache may hold the layer. */
  readonly force: boolean;
  /** Keep a built layer in the cache. */
  readonly keep: boolean;
  readonly say: (sentence: string) => void;
  readonly notice: (notice: Notice) => void;
}

/** Restores the layer from the Actions cache, else builds it and keeps it there. */
export async function ensureLayer({ build, cache, force, keep, say, notice }: EnsureRequest): Promise<LayerSupply> {
  const restored = force ? undefined : await cache?.restore(build.fingerprint, build.workDirectory);
  if (restored?.outcome === "hit") {
    say("Restored the layer from the Actions cache.");
    return { source: "restored", archive: restored.value };
  }
  if (restored?.outcome === "unusable") {
    notice({ level: "warning", text: restored.why });
  }
  const built = await buildLayer(build);
  if (built.outcome === "empty") {
    return { source: "none" };
  }
  if (keep) {
    await cache?.save(built.archive);
  }
  return { source: "built", archive: built.archive };
}
