import type { Notice } from "../report/facts.js";
import { type BuildRequest, buildLayer, type LayerArchive } from "./build.js";
import type { LayerCache } from "./cache.js";

/** A layer that is on this machine, not yet in AWS; or the finding that these requirements install nothing. */
export type LayerSupply = { readonly notices: readonly Notice[] } & (
  | { readonly source: "restored" | "built"; readonly archive: LayerArchive }
  | { readonly source: "none" }
);

/** Shows a tool's output in the log, where none of it can be a command. */
export type Showing = <T>(
  secrets: readonly string[],
  work: (onLine: (line: string) => void) => Promise<T>,
) => Promise<T>;

export interface EnsureRequest {
  readonly build: BuildRequest;
  readonly cache: LayerCache | undefined;
  /** Build although the cache may hold the layer. */
  readonly force: boolean;
  /** Keep a built layer in the cache. */
  readonly keep: boolean;
  readonly say: (sentence: string) => void;
  readonly showing: Showing;
}

/** Restores the layer from the Actions cache, else builds it and keeps it there. */
export async function ensureLayer({ build, cache, force, keep, say, showing }: EnsureRequest): Promise<LayerSupply> {
  const restored = force ? undefined : await cache?.restore(build.fingerprint, build.workDirectory);
  if (restored?.outcome === "hit") {
    say("Restored the layer from the Actions cache.");
    return { source: "restored", archive: restored.archive, notices: restored.archive.notices };
  }
  const damaged: readonly Notice[] = restored?.outcome === "unusable" ? [{ level: "warning", text: restored.why }] : [];
  // Only the installer's output lies behind the fence: a warning of ours would be no annotation there.
  const built = await showing(build.dependencies.secrets, (onLine) => buildLayer({ ...build, onLine }));
  if (built.outcome === "empty") {
    return { source: "none", notices: damaged };
  }
  const { archive } = built;
  if (keep) {
    await cache?.save(archive);
  }
  return { source: "built", archive, notices: [...damaged, ...archive.notices] };
}
