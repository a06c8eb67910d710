import { startCacheService } from "./cache-service.ts";
import type { Bench } from "./fault-cell.ts";
import { searchPath } from "./machine.ts";
import { startPackageIndex } from "./package-index.ts";
import { buildWheel } from "./wheels.ts";
import { temporaryDirectory } from "./workspace.ts";

export interface FaultBench extends Bench {
  stop(): Promise<void>;
}

/** What the cells of the fault matrix share: a cache, an index with one small package, and uv. */
export async function setBench(motoPort: number, uvDirectory: string): Promise<FaultBench> {
  const wheel = await buildWheel({
    name: "dep",
    version: "2.0",
    files: { "dep/__init__.py": "VERSION = '2.0'\n" },
  });
  const cache = await startCacheService();
  const index = await startPackageIndex({ packages: [wheel.file] });
  return {
    motoPort,
    path: searchPath(uvDirectory),
    env: { ...cache.env, UV_DEFAULT_INDEX: index.url, UV_CACHE_DIR: await temporaryDirectory("uv-cache") },
    async stop() {
      await cache.stop();
      await index.stop();
    },
  };
}
