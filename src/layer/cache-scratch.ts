import { rm } from "node:fs/promises";
import path from "node:path";
import { inCacheEnvironment } from "./cache-environment.js";

/**
 * Where files lie while they go to the Actions cache or come from it. The cache compares literal paths, and its archive is
 * unpacked relative to the workspace: one fixed relative path fits all runners. It is dotted, so that a code directory `.`
 * leaves it out, and removed after each use.
 */
export const SCRATCH = ".lambda-layers-deploy";

/** Runs work with an empty directory for it; whatever goes wrong there, the answer is `otherwise`. */
export function scratchIn(workspace: string): <T>(work: () => Promise<T>, otherwise: T) => Promise<T> {
  const scratch = path.join(workspace, SCRATCH);
  return async (work, otherwise) => {
    try {
      await rm(scratch, { recursive: true, force: true });
      return await inCacheEnvironment(workspace, work);
    } catch {
      return otherwise;
    } finally {
      await rm(scratch, { recursive: true, force: true }).catch(() => {});
    }
  };
}
