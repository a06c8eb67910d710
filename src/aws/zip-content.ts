import { readFile } from "node:fs/promises";
import { DIRECT_UPLOAD_LIMIT } from "../limits.js";
import { hexToBase64 } from "../zip/sha256.js";
import type { CallLog } from "./client.js";
import type { ZipContent } from "./lambda.js";

export interface ZipOnDisk {
  readonly file: string;
  /** Bytes, and the hex SHA-256 of the file. */
  readonly zipped: number;
  readonly sha256: string;
}

export interface Storage {
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
}

/** The zip as Lambda takes it; one over 50 MiB is put into S3 first, unless it lies there already. */
export async function zipContent(zip: ZipOnDisk, storage: Storage | undefined, log: CallLog): Promise<ZipContent> {
  if (zip.zipped <= DIRECT_UPLOAD_LIMIT) {
    return { from: "bytes", bytes: await readFile(zip.file) };
  }
  if (storage === undefined) {
    throw new Error("a zip over 50 MiB and no bucket: the limits were not checked");
  }
  const { storeZip } = await import("./s3.js");
  const { region, bucket } = storage;
  const key = `${storage.prefix}${zip.sha256}.zip`;
  const checksumSha256 = hexToBase64(zip.sha256);
  const objectVersion = await storeZip({ region, bucket, key, checksumSha256 }, zip.file, log);
  return { from: "s3", bucket, key, objectVersion };
}
