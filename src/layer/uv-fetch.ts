import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { ActionError } from "../errors.js";
import { IndexError, saveFromIndex } from "./package-index.js";
import { UV_VERSION, UV_WHEELS, type UvWheel } from "./uv-release.js";

export interface UvFetch {
  /** Where the program shall be, in a directory that exists. */
  readonly file: string;
  /** An empty file that is written when `file` is complete. */
  readonly marker: string | undefined;
  /** URL of a package index, may hold user and password. */
  readonly index: string;
  readonly temp: string;
  /** `process.platform` and `process.arch`: `linux-x64` */
  readonly machine: string;
}

const HINT = "Put uv on the PATH in a step before this one, e.g. with `astral-sh/setup-uv`.";

/** Fetches the pinned release for this machine and verifies it. Throws ActionError. */
export async function fetchUv({ file, marker, index, temp, machine }: UvFetch): Promise<void> {
  const wheel = UV_WHEELS[machine];
  if (wheel === undefined) {
    throw new ActionError(`There is no uv to fetch for ${machine}.`, { hint: HINT, code: "uv-platform" });
  }
  const archive = join(temp, wheel.file);
  await download(wheel, index, archive);

  // Under another name first: a second job may be looking for it.
  const beside = join(dirname(file), `${randomUUID()}-${basename(file)}`);
  await extractProgram(archive, basename(file), beside);
  await chmod(beside, 0o755);
  await rename(beside, file);
  await rm(archive);
  if (marker !== undefined) await writeFile(marker, "");
}

async function download(wheel: UvWheel, index: string, archive: string): Promise<void> {
  const host = URL.canParse(index) ? new URL(index).host : "The package index";
  const failed = (reason: string, code: string) =>
    new ActionError(`uv ${UV_VERSION} could not be fetched: ${reason}.`, { hint: HINT, code });
  if (!URL.canParse(index)) throw failed("the index is no URL", "uv-fetch");
  const sha256 = await saveFromIndex({ index, project: "uv", file: wheel.file, size: wheel.size }, archive).catch(
    (error) => {
      throw error instanceof IndexError ? failed(`${host} ${error.message}`, "uv-fetch") : error;
    },
  );
  if (sha256 !== wheel.sha256) {
    throw failed(`${wheel.file} from ${host} is not the released file, its sha256 differs`, "uv-checksum");
  }
}

async function extractProgram(archive: string, program: string, target: string): Promise<void> {
  const zip = await yauzl.openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === `uv-${UV_VERSION}.data/scripts/${program}`) {
        return await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      }
    }
    throw new Error(`${basename(archive)} has no ${program}.`);
  } finally {
    zip.close();
  }
}
