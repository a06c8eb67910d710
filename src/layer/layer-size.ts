import { ActionError } from "../errors.js";
import { UNZIPPED_LIMIT } from "../limits.js";
import { formatBytes } from "../report/bytes.js";
import type { Entry } from "./entries.js";

const LISTED = 5;

/** Unzipped bytes. */
export function totalSize(entries: readonly Pick<Entry, "size">[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** Throws when the layer alone passes Lambda's limit for code and all layers, naming the largest packages. */
export function checkLayerSize(entries: readonly Entry[]): void {
  const total = totalSize(entries);
  if (total <= UNZIPPED_LIMIT) return;
  const names = [...new Set(entries.map((entry) => entry.package))].filter((name) => name !== "");
  const largest = names
    .map((name) => ({ name, size: totalSize(entries.filter((entry) => entry.package === name)) }))
    .toSorted((one, other) => other.size - one.size)
    .slice(0, LISTED)
    .map(({ name, size }) => `${name} ${formatBytes(size)}`);
  throw new ActionError(
    `The layer is ${formatBytes(total)} unzipped; Lambda takes ${formatBytes(UNZIPPED_LIMIT)} for code and all layers.`,
    {
      hint: `The largest packages: ${largest.join(", ")}. Leave packages out with \`exclude-packages\`.`,
      code: "layer-too-large",
    },
  );
}
