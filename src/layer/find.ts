import { unlessHidden } from "../aws/failure.js";
import type { FunctionState, Lambda } from "../aws/lambda.js";
import type { Dependencies, FoundDependencies } from "../dependencies/find.js";
import { fingerprint, type Recipe } from "../dependencies/fingerprint.js";
import type { WantedLayer } from "../function/layer-slots.js";
import { decideLayer } from "./decide.js";
import { asKnown, type KnownLayerVersion, type Lookup, lookUp, ourLayer } from "./lookup.js";
import { type Target, targetOf } from "./target.js";

export interface FindLayerRequest extends Pick<Recipe, "slim" | "botocoreServices" | "bytecode"> {
  readonly dependencies: Dependencies;
  readonly state: FunctionState;
  readonly lambda: Lambda;
  readonly layerName: string;
  /** Those of the layer, when they were asked for already. */
  readonly layerVersions?: ReturnType<Lambda["layerVersions"]> | undefined;
  /** Of the function after the deploy. */
  readonly runtime: string | undefined;
  readonly architecture: FunctionState["architecture"];
  /** Build and publish although the layer exists. */
  readonly forceLayer: boolean;
}

/** Where the layer for these dependencies is to come from. */
export type LayerFinding = {
  /** ARN of our layer version attached now. */
  readonly attachedArn: string | undefined;
  /** A sentence. */
  readonly reason: string;
} & (
  | { readonly outcome: "untouched" }
  | { readonly outcome: "none"; readonly files: readonly string[] }
  | (Recognised & { readonly outcome: "reused"; readonly version: KnownLayerVersion })
  | (Recognised & { readonly outcome: "missing"; readonly target: Target })
);

/** The dependencies have an identity, and AWS was asked for it. */
export interface Recognised {
  readonly dependencies: FoundDependencies;
  readonly fingerprint: string;
  readonly lookup: Lookup;
}

/** Asks AWS for the layer version of exactly these dependencies. Starts no tool. */
export async function findLayer(request: FindLayerRequest): Promise<LayerFinding> {
  const { dependencies, state, lambda, layerName } = request;
  const attachedArn = ourLayer(state.layers, state.arn, layerName);
  switch (dependencies.outcome) {
    case "untouched":
      return { outcome: "untouched", attachedArn, reason: dependencies.reason };
    case "empty": {
      const { files, reason } = dependencies;
      return { outcome: "none", attachedArn, files, reason };
    }
    case "found": {
      const target = targetOf(request.runtime ?? "(none)", request.architecture);
      const hash = fingerprint({ ...request, dependencies, target });
      const listed = await lookUp(request.layerVersions ?? lambda.layerVersions(layerName), attachedArn, hash);
      const lookup = listed.wanted === undefined ? await withUnlisted(request, listed, hash) : listed;
      const decision = decideLayer(filesOf(dependencies), lookup, request.forceLayer);
      const recognised = { attachedArn, dependencies, fingerprint: hash, lookup };
      return decision.outcome === "reused" ? { ...decision, ...recognised } : { ...decision, ...recognised, target };
    }
    default:
      return dependencies satisfies never;
  }
}

/**
 * A version that a run published and attached a moment ago may not be listed yet; it would be published twice. With an
 * alias, a run that was cut off has it on $LATEST only.
 */
async function withUnlisted({ lambda, state, layerName }: FindLayerRequest, listed: Lookup, hash: string) {
  const { arn, layers } = state.version === "$LATEST" ? state : await lambda.getFunction();
  const attached = ourLayer(layers, arn, layerName);
  if (attached === undefined || listed.versions.some((version) => version.arn === attached)) {
    return listed;
  }
  const version = await unlessHidden(lambda.getLayerVersion(attached));
  const known = version && asKnown(version);
  return known?.describes.fingerprint === hash ? { ...listed, wanted: known } : listed;
}

/** What the function's list of layers is to hold of ours. */
export function wantedOf(finding: LayerFinding): WantedLayer {
  switch (finding.outcome) {
    case "untouched":
      return { kind: "untouched" };
    case "none":
      return { kind: "none" };
    case "reused":
      return { kind: "existing", arn: finding.version.arn };
    case "missing":
      return { kind: "new", reason: finding.reason };
    default:
      return finding satisfies never;
  }
}

/** Why there is no layer although the files ask for packages, as a sentence: none is for this target, by their markers. */
export function installsNothing(dependencies: FoundDependencies, { runtime, architecture }: Target): string {
  return `${filesOf(dependencies)} installs nothing for ${runtime} on ${architecture}.`;
}

/** The dependency files in words: `requirements.txt`. */
function filesOf({ files }: { readonly files: readonly string[] }): string {
  return files.map((file) => `\`${file}\``).join(", ");
}
