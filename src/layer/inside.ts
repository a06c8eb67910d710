import { isDenied, isMissing, unlessHidden } from "../aws/failure.js";
import type { Lambda } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { PackageSize, Size } from "../report/facts.js";
import type { LayerCache } from "./cache.js";
import { type LayerDescription, parseDescription } from "./description.js";
import { distributionsOf } from "./distributions.js";
import { importNamesOf } from "./import-names.js";

/** What is inside a published layer version, as far as it could be learned. */
export interface LayerContents {
  readonly size: Size;
  /** Undefined: not known. */
  readonly packages: readonly PackageSize[] | undefined;
  /** Top-level modules and packages; undefined: not known. */
  readonly importNames: readonly string[] | undefined;
  /** The version was made by this action, under whatever name. */
  readonly describes: LayerDescription | undefined;
}

/** Reads our layer version: by the manifest in the cache, else from the version itself, by ranges of its zip. */
export async function readOurLayer(
  arn: string,
  describes: LayerDescription | undefined,
  lambda: Lambda,
  cache: LayerCache | undefined,
): Promise<LayerContents> {
  const manifest = describes && (await cache?.restoreManifest(describes.fingerprint));
  if (describes !== undefined && manifest !== undefined) {
    const { packages } = manifest;
    const importNames = packages.flatMap((it) => it.importNames);
    return { size: sizeOf(describes), packages, importNames, describes };
  }
  const read = await unlessHidden(readLayer(arn, lambda));
  const size = describes === undefined ? {} : sizeOf(describes);
  return read ?? { size, packages: undefined, importNames: undefined, describes };
}

/** Reads a layer that is to stay attached beside ours. Throws when it was deleted: Lambda would refuse the whole list. */
export async function readOtherLayer(arn: string, lambda: Lambda): Promise<LayerContents> {
  try {
    return await readLayer(arn, lambda);
  } catch (error) {
    if (isMissing(error)) {
      throw new ActionError(`The layer version ${arn} does not exist.`, {
        hint: "Lambda refuses a list with a layer that is gone: name in `layers` those that exist and are to stay, or `none`.",
        code: "layers",
      });
    }
    if (isDenied(error)) {
      return { size: {}, packages: undefined, importNames: undefined, describes: undefined };
    }
    throw error;
  }
}

/** Where Python looks in a layer: https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html */
const SITE_PACKAGES = /^python\/(?:lib\/python3\.\d+\/site-packages\/)?/;

async function readLayer(arn: string, lambda: Lambda): Promise<LayerContents> {
  const { description, zipped, location } = await lambda.getLayerVersion(arn);
  const describes = parseDescription(description);
  const { readRemoteZip } = await import("../zip/remote.js"); // loads an HTTP client
  const zip = location === undefined ? undefined : await readRemoteZip(location);
  const size = zip ?? (describes === undefined ? { zipped } : sizeOf(describes));
  return {
    size: {
      zipped,
      ...(size.unzipped !== undefined && { unzipped: size.unzipped }),
      ...(size.files !== undefined && { files: size.files }),
    },
    packages: zip && distributionsOf(zip.entries),
    importNames: zip && importNamesOf(zip.entries.map(({ path }) => path.replace(SITE_PACKAGES, ""))),
    describes,
  };
}

export function sizeOf({ zipped, unzipped, files }: LayerDescription): Size {
  return { zipped, unzipped, files };
}
