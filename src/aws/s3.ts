import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type CallLog, REQUEST_HANDLER, UPLOAD_TIMEOUT, watchCalls } from "./client.js";

export interface StoredZip {
  readonly outcome: "present" | "uploaded";
  /** Only in a versioned bucket. */
  readonly objectVersion: string | undefined;
}

/** Puts a zip under a key that names its content, unless it is there. Throws the SDK's errors. */
export async function storeZip(
  place: { readonly region: string; readonly bucket: string; readonly key: string },
  file: string,
  log: CallLog,
): Promise<StoredZip> {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({ region: place.region, maxAttempts: 8, requestHandler: REQUEST_HANDLER });
  watchCalls(client, log, "s3.");
  const object = { Bucket: place.bucket, Key: place.key };
  try {
    const head = await client.send(new sdk.HeadObjectCommand(object));
    return { outcome: "present", objectVersion: head.VersionId };
  } catch (error) {
    // Without s3:ListBucket a missing object answers 403 instead of 404: not known, so upload.
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status !== 404 && status !== 403) {
      throw error;
    }
  }
  // A buffer, not a stream: the SDK never retries a stream.
  const Body = await readFile(file);
  const ChecksumSHA256 = createHash("sha256").update(Body).digest("base64");
  const reply = await client.send(new sdk.PutObjectCommand({ ...object, Body, ChecksumSHA256 }), UPLOAD_TIMEOUT);
  log.uploaded(Body.byteLength);
  return { outcome: "uploaded", objectVersion: reply.VersionId };
}
