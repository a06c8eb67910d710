import type { Dependencies } from "../dependencies/find.js";
import type { KnownLayerVersion, Lookup } from "./lookup.js";

/** Where the layer for the wanted dependencies comes from, as far as AWS alone can say. */
export type LayerDecision =
  /** The function's layers are not this run's business. */
  | { readonly outcome: "untouched"; readonly reason: string }
  /** There are no dependencies: our layer goes. */
  | { readonly outcome: "none"; readonly reason: string }
  | { readonly outcome: "reused"; readonly version: KnownLayerVersion; readonly reason: string }
  /** Must be restored or built, then published. */
  | { readonly outcome: "missing"; readonly reason: string };

/** Reuse or make? Pure; the reason is a sentence for the summary. */
export function decideLayer(dependencies: Dependencies, lookup: Lookup, force: boolean): LayerDecision {
  switch (dependencies.outcome) {
    case "untouched":
      return { outcome: "untouched", reason: dependencies.reason };
    case "empty":
      return { outcome: "none", reason: `${listOf(dependencies.files)} names no packages.` };
    case "found":
      return decideFound(listOf(dependencies.files), lookup, force);
    default:
      return dependencies satisfies never;
  }
}

function decideFound(files: string, { wanted, attached, attachedArn }: Lookup, force: boolean): LayerDecision {
  if (force) {
    return { outcome: "missing", reason: "`force-layer` asks for a new build." };
  }
  if (wanted !== undefined) {
    const reason =
      wanted.arn === attachedArn
        ? `Version ${wanted.version}, attached already, was built from exactly these dependencies.`
        : `Version ${wanted.version}, published earlier, was built from exactly these dependencies.`;
    return { outcome: "reused", version: wanted, reason };
  }
  if (attached !== undefined) {
    return {
      outcome: "missing",
      reason: `${files} asks for other packages or another platform than version ${attached.version} holds.`,
    };
  }
  return { outcome: "missing", reason: `No published version of the layer was built from ${files}.` };
}

function listOf(files: readonly string[]): string {
  return files.map((file) => `\`${file}\``).join(", ");
}
