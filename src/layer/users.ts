import { lastPart } from "../aws/arn.js";
import type { ListedFunction } from "../aws/inventory.js";
import { ourLayer } from "./lookup.js";

/** The layer version that the functions on our layer are to have. */
export interface SharedLayer {
  readonly layerName: string;
  /** The function that this run deploys: it is no other user of its layer. */
  readonly functionName: string;
  /** Undefined: about to be published. */
  readonly version: number | undefined;
  /** What the layer version was built for. */
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
  /** This run brings the deployed function to another version, so those with a newer one follow it back. */
  readonly moves: boolean;
}

/** Another function whose $LATEST has our layer. */
export interface LayerUser {
  readonly name: string;
  /** Number of the version that it has. */
  readonly version: number;
  /** It is to be moved. */
  readonly behind: boolean;
  /** Why the layer version does not fit it, in words that follow its name. */
  readonly unfit: string | undefined;
}

/** The other functions on our layer, by name. Layers are compared by the parts of their ARNs. Pure. */
export function layerUsers(functions: readonly ListedFunction[], layer: SharedLayer): readonly LayerUser[] {
  return functions
    .filter(({ name, version }) => version === "$LATEST" && name !== layer.functionName)
    .flatMap((listed): readonly LayerUser[] => {
      const layers = listed.layers.map((attached) => ({ arn: attached }));
      const arn = ourLayer(layers, listed.arn, layer.layerName);
      if (arn === undefined) {
        return [];
      }
      const version = Number(lastPart(arn));
      return [{ name: listed.name, version, behind: isBehind(version, layer), unfit: misfit(listed, layer) }];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Why packages built for the layer's platform would not load in this function; undefined when they would. */
export function misfit(
  { runtime, architecture }: Pick<ListedFunction, "runtime" | "architecture">,
  { runtimes, architectures }: Pick<SharedLayer, "runtimes" | "architectures">,
): string | undefined {
  if (runtime === undefined || !runtimes.includes(runtime)) {
    return `runs on ${runtime ?? "no runtime of Lambda's"}, the layer is for ${runtimes.join(", ")}`;
  }
  return architectures.includes(architecture)
    ? undefined
    : `runs on ${architecture}, the layer is for ${architectures.join(", ")}`;
}

function isBehind(version: number, layer: SharedLayer): boolean {
  return layer.version === undefined || version < layer.version || (layer.moves && version !== layer.version);
}
