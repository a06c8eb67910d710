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
  /** Shows a tool's output in the log, where none of it can be a command. */
  readonly showing: <T>(secrets: readonly string[], work: (onLine: (line: string) => void) => Promise<T>) => Promise<T>;
}

/** Restores the layer from the Actions cache, else builds it and keeps it there. */
export async function ensureLayer({
  build,
  cache,
  force,
  keep,
  say,
  notice,
  showing,
}: EnsureRequest): Promise<LayerSupply> {
  const restored = force ? undefined : await cache?.restore(build.fingerprint, build.workDirectory);
  if (restored?.outcome === "hit") {
    say("Restored the layer from the Actions cache.");
    return { source: "restored", archive: restored.value };
  }
  if (restored?.outcome === "unusable") {
    notice({ level: "warning", text: restored.why });
  }
  // Only the installer's output: the cache's own commands (masks, warnings) must reach the runner.
  const built = await showing(build.dependencies.secrets, (onLine) => buildLayer({ ...build, onLine }));
  if (built.outcome === "empty") {
    return { source: "none" };
  }
  if (keep) {
    await cache?.save(built.archive);
  }
  return { source: "built", archive: built.archive };
}
