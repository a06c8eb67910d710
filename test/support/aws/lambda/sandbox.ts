import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { temporaryDirectory } from "../../workspace.ts";
import type { Content } from "./state.ts";

/** The places where unpacked zips lie, so that functions can run. */
export interface Sandbox {
  /** A directory with these zips unpacked over each other: where two hold the same path, the last one wins. */
  unpacked(contents: readonly Content[]): Promise<string>;
  remove(): Promise<void>;
}

export function sandbox(): Sandbox {
  const known = new Map<string, Promise<string>>();
  let base: Promise<string> | undefined;
  return {
    unpacked(contents) {
      base ??= temporaryDirectory("sandbox");
      const key = createHash("sha256")
        .update(contents.map(({ codeSha256 }) => codeSha256).join())
        .digest("hex");
      const directory = known.get(key) ?? base.then((root) => unpackAll(contents, join(root, key.slice(0, 16))));
      known.set(key, directory);
      return directory;
    },
    async remove() {
      await Promise.allSettled(known.values());
      if (base !== undefined) await rm(await base, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function unpackAll(contents: readonly Content[], directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  for (const { zip } of contents) await unpack(zip, directory);
  return directory;
}

async function unpack(zip: Buffer, directory: string): Promise<void> {
  // yauzl refuses names that lead out of the directory.
  const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const path = join(directory, entry.fileName);
    if (entry.fileName.endsWith("/")) {
      await mkdir(path, { recursive: true });
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path));
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    if (mode !== 0) await chmod(path, mode);
  }
}
