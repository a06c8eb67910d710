import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { FunctionState } from "../aws/lambda.js";
import type { ZipOnDisk } from "../aws/zip-content.js";
import { ActionError } from "../errors.js";
import { DIRECT_UPLOAD_LIMIT } from "../limits.js";
import { base64ToHex } from "../zip/sha256.js";

/** The code that a function has, laid aside so that it can be put back; or the sentence why it can not. */
export type KeptCode =
  | { readonly outcome: "kept"; readonly zip: ZipOnDisk }
  | { readonly outcome: "impossible"; readonly why: string };

/** Streams the live zip to `file` and proves its bytes. The URL is a secret, so no error of the download is shown. */
export async function keepCode(state: FunctionState, file: string, bucket: string | undefined): Promise<KeptCode> {
  if (state.codeSize > DIRECT_UPLOAD_LIMIT && bucket === undefined) {
    return { outcome: "impossible", why: "it is over 50 MB and there is no `s3-bucket`" };
  }
  const sha256 = state.codeLocation === undefined ? undefined : await download(state.codeLocation, file);
  if (sha256 === undefined || sha256 !== base64ToHex(state.codeSha256)) {
    return { outcome: "impossible", why: "it could not be downloaded" };
  }
  return { outcome: "kept", zip: { file, zipped: state.codeSize, sha256 } };
}

/** The same where nothing else will do: throws an ActionError when the code cannot be had. */
export async function fetchCode(state: FunctionState, file: string, bucket: string | undefined): Promise<ZipOnDisk> {
  const kept = await keepCode(state, file, bucket);
  if (kept.outcome === "kept") {
    return kept.zip;
  }
  const whose = state.version === "$LATEST" ? "The old code" : `The code of version ${state.version}`;
  throw new ActionError(`${whose} cannot be put back: ${kept.why}.`, {
    hint: "Deploy the commit that it was made from.",
    code: "no-code",
  });
}

async function download(url: string, file: string): Promise<string | undefined> {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("lambda-layers-deploy", [], { socketTimeout: 60_000 });
  try {
    const { message } = await client.get(url);
    if (message.statusCode !== 200) {
      message.resume();
      return undefined;
    }
    const hash = createHash("sha256");
    message.on("data", (chunk: Buffer) => hash.update(chunk));
    await pipeline(message, createWriteStream(file));
    return hash.digest("hex");
  } catch {
    return undefined;
  } finally {
    client.dispose();
  }
}
