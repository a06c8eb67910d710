import { tooLarge, UNZIPPED_LIMIT } from "../limits.js";
import { formatBytes } from "../report/bytes.js";
import type { Entry } from "./entries.js";

/** Unzipped bytes. */
export function totalSize(entries: readonly Pick<Entry, "size">[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** Throws when the layer alone passes Lambda's limit for code and all layers. */
export function checkLayerSize(entries: readonly Entry[]): void {
  const total = totalSize(entries);
  if (total <= UNZIPPED_LIMIT) return;
  const names = [...new Set(entries.map((entry) => entry.package))].filter((name) => name !== "");
  throw tooLarge(
    `The layer is ${formatBytes(total)} unzipped; Lambda takes ${formatBytes(UNZIPPED_LIMIT)} for code and all layers.`,
    {
      packages: names.map((name) => ({ name, unzipped: totalSize(entries.filter((entry) => entry.package === name)) })),
    },
  );
}
