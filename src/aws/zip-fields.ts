/** A zip as Lambda takes it: its bytes, or where they lie in S3. */
export type ZipContent =
  | { readonly from: "bytes"; readonly bytes: Uint8Array }
  | { readonly from: "s3"; readonly bucket: string; readonly key: string; readonly objectVersion: string | undefined };

/** Members of UpdateFunctionCode, and of the `Code` and `Content` of others. */
export function zipFields(content: ZipContent) {
  switch (content.from) {
    case "bytes":
      return { ZipFile: content.bytes };
    case "s3": {
      const { bucket, key, objectVersion } = content;
      return { S3Bucket: bucket, S3Key: key, ...(objectVersion !== undefined && { S3ObjectVersion: objectVersion }) };
    }
    default:
      return content satisfies never;
  }
}

/** Bytes of the zip that the request itself carries. */
export function inlineBytes(content: ZipContent): number {
  return content.from === "bytes" ? content.bytes.byteLength : 0;
}
