import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { normaliseName } from "../dependencies/name.js";
import { parseRecord } from "../layer/record.js";

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

/** The distributions at the top of the code directory. Without RECORD it is none: its files could not be told from the code's own. */
export function readCodeDistributions(directory: string): readonly CodeDistribution[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(".dist-info"))
    .map((entry) => readDistribution(directory, entry.name))
    .filter((distribution) => distribution !== undefined);
}

function readDistribution(directory: string, metadata: string): CodeDistribution | undefined {
  const [, name] = /^([^-]+)-[^-]+\.dist-info$/.exec(metadata) ?? [];
  const files = parseRecord(read(directory, metadata, "RECORD")).map((row) => whereInstalled(row.path));
  if (name === undefined || files.length === 0) return undefined;
  const [header = ""] = read(directory, metadata, "METADATA").split(/\r?\n\r?\n/, 1);
  const requires = [...header.matchAll(/^Requires-Dist:\s*(.+)$/gim)].map(([, text = ""]) => text);
  return { name: normaliseName(name), metadata, files, requires };
}

function read(...segments: string[]): string {
  try {
    return readFileSync(path.join(...segments), "utf8");
  } catch {
    return "";
  }
}

/** `pip install --target` moves programs after it has written their old places into RECORD. */
function whereInstalled(recorded: string): string {
  return recorded.replace(/^\.\.\/\.\.\/bin\//, "bin/");
}
