import { readdirSync, realpathSync } from "node:fs";
import { parseDistInfo, parseRecord } from "../layer/record.js";
import { readOwnFile } from "./own-file.js";

/** A distribution that `pip install --target` or the like has put into the code directory. */
export interface CodeDistribution {
  /** Normalised. */
  readonly name: string;
  /** Name of the directory: `requests-2.32.5.dist-info`. */
  readonly metadata: string;
  /** As RECORD lists them, relative to the code directory: it may list any path. */
  readonly files: readonly string[];
  /** The lines of `Requires-Dist`: `urllib3>=1.26 ; extra == 'http'`. */
  readonly requires: readonly string[];
}

/** Bytes; the RECORD of the largest packages has a few MiB. */
const LONGEST_METADATA = 64 * 1024 ** 2;

/** The distributions at the top of the code directory. Without RECORD it is none: its files could not be told from the code's own. */
export function readCodeDistributions(directory: string): readonly CodeDistribution[] {
  const root = realpathSync(directory);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readDistribution(root, entry.name))
    .filter((distribution) => distribution !== undefined);
}

function readDistribution(root: string, metadata: string): CodeDistribution | undefined {
  const named = parseDistInfo(metadata);
  if (named === undefined) return undefined;
  const files = parseRecord(read(root, `${metadata}/RECORD`)).map((row) => whereInstalled(row.path));
  if (files.length === 0) return undefined;
  const [header = ""] = read(root, `${metadata}/METADATA`).split(/\r?\n\r?\n/, 1);
  const requires = [...header.matchAll(/^Requires-Dist:\s*(.+)$/gim)].map(([, text = ""]) => text);
  return { name: named.name, metadata, files, requires };
}

function read(root: string, name: string): string {
  const file = readOwnFile(root, name, LONGEST_METADATA);
  return file.outcome === "text" ? file.text : "";
}

/** `pip install --target` moves programs after it has written their old places into RECORD. */
function whereInstalled(recorded: string): string {
  return recorded.replace(/^\.\.\/\.\.\/bin\//, "bin/");
}
