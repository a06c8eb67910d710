import type { AttachedLayer, LayerVersion } from "../aws/lambda.js";
import { type LayerDescription, parseDescription } from "./description.js";

/** A published version of our layer whose Description is ours. */
export interface KnownLayerVersion extends LayerVersion {
  readonly describes: LayerDescription;
}

/** What AWS knows of our layer: the versions seen so far, and the one that holds the wanted dependencies. */
export interface Lookup {
  readonly versions: readonly LayerVersion[];
  /** The version of our layer that the function has attached. */
  readonly attachedArn: string | undefined;
  readonly attached: KnownLayerVersion | undefined;
  readonly wanted: KnownLayerVersion | undefined;
}

/**
 * Looks for the wanted fingerprint among the published versions of our layer, newest first: an attached match stays,
 * else the newest one counts. Reads further pages only until it is found.
 */
export async function lookUp(
  pages: AsyncIterable<readonly LayerVersion[]>,
  attachedArn: string | undefined,
  fingerprint: string,
): Promise<Lookup> {
  let versions: readonly LayerVersion[] = [];
  for await (const page of pages) {
    versions = [...versions, ...page];
    if (search(versions, attachedArn, fingerprint).wanted !== undefined) {
      break;
    }
  }
  return search(versions, attachedArn, fingerprint);
}

function search(versions: readonly LayerVersion[], attachedArn: string | undefined, fingerprint: string): Lookup {
  const known = versions.map(asKnown).filter((version) => version !== undefined);
  const attached = known.find((version) => version.arn === attachedArn);
  const matches = known.filter((version) => version.describes.fingerprint === fingerprint);
  return { versions, attachedArn, attached, wanted: matches.find((version) => version === attached) ?? matches[0] };
}

/** A version whose Description is of our form. */
export function asKnown<T extends LayerVersion>(version: T): (T & KnownLayerVersion) | undefined {
  const describes = parseDescription(version.description);
  return describes === undefined ? undefined : { ...version, describes };
}

/** ARN of our layer among those of a function; names are compared by the parts of the ARN, so `deps` is not `deps-old`. */
export function ourLayer(
  layers: readonly Pick<AttachedLayer, "arn">[],
  functionArn: string,
  layerName: string,
): string | undefined {
  const [, , , region, account] = functionArn.split(":");
  return layers.find(({ arn }) => {
    const parts = arn.split(":");
    return parts[3] === region && parts[4] === account && parts[5] === "layer" && parts[6] === layerName;
  })?.arn;
}
