import yauzl from "yauzl";
import type { Input } from "./input.ts";
import type { Scene } from "./scene.ts";
import { type Content, contentOf, type LayerVersion, type Region } from "./state.ts";
import {
  AwsError,
  codeStorageExceeded,
  combinedTooLarge,
  emptyZip,
  noCode,
  notAZip,
  REQUEST_LIMIT,
  requestTooLarge,
  UNZIPPED_LIMIT,
  unzippedTooLarge,
  ZIPPED_LIMIT,
  zippedTooLarge,
} from "./texts.ts";

/** Takes the zip that a request carries or names in S3. Throws what AWS says to one that it does not accept. */
export async function takeContent(scene: Scene, source: Input): Promise<Content> {
  if (scene.requestBytes > REQUEST_LIMIT) throw requestTooLarge(scene.operation);
  const zip = await zipOf(scene, source);
  const unzipped = await unzippedSize(zip);
  if (unzipped >= UNZIPPED_LIMIT) throw unzippedTooLarge();
  if (storedBytes(scene.state) + unzipped > scene.behaviour.codeStorage) throw codeStorageExceeded();
  if (source.ZipFile !== undefined) scene.uploaded(zip.length);
  return contentOf(zip, unzipped);
}

async function zipOf(scene: Scene, source: Input): Promise<Buffer> {
  if (source.ZipFile !== undefined) {
    const zip = Buffer.from(source.ZipFile, "base64");
    if (zip.length > ZIPPED_LIMIT) throw zippedTooLarge();
    return zip;
  }
  if (source.S3Bucket === undefined || source.S3Key === undefined) throw noCode();
  return scene.fetchObject({ bucket: source.S3Bucket, key: source.S3Key, version: source.S3ObjectVersion });
}

/** [docs] Lambda quotas: code storage counts the unzipped bytes of every function, version and layer version. */
export function storedBytes({ functions, layers }: Region): number {
  const contents = [
    ...[...functions.values()]
      .flatMap(({ latest, versions }) => [latest, ...versions.values()])
      .map(({ build }) => build.content),
    ...[...layers.values()].flatMap(({ versions }) => [...versions.values()]).map(({ content }) => content),
  ];
  return contents.reduce((sum, content) => sum + (content?.unzipped ?? 0), 0);
}

/** Refuses code and layers that are larger together than AWS allows. */
export function checkCombinedSize(content: Content | undefined, layers: readonly LayerVersion[]): void {
  const bytes = layers.reduce((sum, layer) => sum + layer.content.unzipped, content?.unzipped ?? 0);
  if (bytes > UNZIPPED_LIMIT) throw combinedTooLarge(bytes);
}

// The sizes that the central directory states: nothing is inflated.
async function unzippedSize(zip: Buffer): Promise<number> {
  if (zip.length === 0) throw emptyZip();
  try {
    const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
    if (archive.entryCount === 0) throw emptyZip();
    let sum = 0;
    for await (const entry of archive.eachEntry()) sum += entry.uncompressedSize;
    return sum;
  } catch (error) {
    throw error instanceof AwsError ? error : notAZip();
  }
}
