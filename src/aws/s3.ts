import { readFile } from "node:fs/promises";
import { HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type CallLog, REQUEST_HANDLER, watchCalls } from "./client.js";
import { awsFailure } from "./failure.js";

export interface StoredObject {
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
  /** Base64, of the whole zip. */
  readonly checksumSha256: string;
}

/**
 * Puts a zip into S3, unless it is there. Returns its version, in a versioned bucket. A key says nothing: only a checksum
 * that S3 itself computed proves that the object holds these bytes. Throws the SDK's errors.
 */
export async function storeZip(place: StoredObject, file: string, log: CallLog): Promise<string | undefined> {
  const client = new S3Client({ region: place.region, requestHandler: REQUEST_HANDLER });
  watchCalls(client, log, "s3.");
  const object = { Bucket: place.bucket, Key: place.key };
  try {
    const head = await client.send(new HeadObjectCommand({ ...object, ChecksumMode: "ENABLED" }));
    if (head.ChecksumSHA256 === place.checksumSha256) {
      return head.VersionId;
    }
  } catch (error) {
    // Without s3:ListBucket a missing object answers 403 instead of 404: not known, so upload. A 400 is for credentials
    // that expired; the answer to a HEAD does not say so, that to the upload will.
    const status = awsFailure(error)?.status;
    if (status !== 404 && status !== 403 && status !== 400) {
      throw error;
    }
  }
  // A buffer, not a stream: the SDK never retries a stream.
  const Body = await readFile(file);
  const put = new PutObjectCommand({ ...object, Body, ChecksumSHA256: place.checksumSha256 });
  const reply = await client.send(put);
  log.uploaded(Body.byteLength);
  return reply.VersionId;
}
