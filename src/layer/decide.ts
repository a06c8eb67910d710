import type { KnownLayerVersion, Lookup } from "./lookup.js";

/** Where the layer for the wanted dependencies comes from, as far as AWS alone can say. */
export type LayerDecision =
  | { readonly outcome: "reused"; readonly version: KnownLayerVersion; readonly reason: string }
  /** Must be restored or built, then published. */
  | { readonly outcome: "missing"; readonly reason: string };

/** Reuse or make? Pure; `files` names the dependency files, the reason is a sentence for the summary. */
export function decideLayer(
  files: string,
  { wanted, attached, attachedArn }: Pick<Lookup, "wanted" | "attached" | "attachedArn">,
  force: boolean,
): LayerDecision {
  if (force) {
    return { outcome: "missing", reason: "`force-layer` asks for a new build." };
  }
  if (wanted !== undefined) {
    const since = wanted.arn === attachedArn ? "attached already" : "published earlier";
    const reason = `Version ${wanted.version}, ${since}, was built from exactly these dependencies.`;
    return { outcome: "reused", version: wanted, reason };
  }
  const reason =
    attached === undefined
      ? `No published version of the layer was built from ${files} for this platform.`
      : `Version ${attached.version} was built from something else than ${files} asks for now, for another platform, or with other build options.`;
  return { outcome: "missing", reason };
}
