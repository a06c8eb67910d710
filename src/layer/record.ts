import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { normaliseName } from "../dependencies/name.js";

/** What the RECORD file of an installed distribution lists. */
export interface InstalledDistribution {
  /** Normalised: lower case, runs of `-`, `_` and `.` are one `-`. */
  readonly name: string;
  readonly version: string;
  readonly files: readonly RecordedFile[];
}

export interface RecordedFile {
  /** As listed: relative to the directory, with `/`. */
  readonly path: string;
  /** `sha256=…` in URL-safe base64 without padding; empty where RECORD has none. */
  readonly hash: string;
}

/** The distributions installed in a directory by their RECORD files, sorted by name. */
export async function readRecords(directory: string): Promise<readonly InstalledDistribution[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".dist-info")).toSorted();
  const distributions = await Promise.all(names.map((name) => readRecord(directory, name)));
  return distributions.filter((distribution) => distribution !== undefined);
}

async function readRecord(directory: string, distInfo: string): Promise<InstalledDistribution | undefined> {
  const [name, version] = distInfo.slice(0, -".dist-info".length).split("-");
  if (name === undefined || version === undefined) return undefined;
  const text = await readFile(join(directory, distInfo, "RECORD"), "utf8").catch(() => "");
  return { name: normaliseName(name), version, files: parseRecord(text) };
}

/** The rows of a RECORD file: https://packaging.python.org/en/latest/specifications/recording-installed-packages/ */
export function parseRecord(text: string): readonly RecordedFile[] {
  return text
    .split(/\r?\n/)
    .map(parseRow)
    .filter((row) => row !== undefined);
}

function parseRow(line: string): RecordedFile | undefined {
  const match = /^(?:"((?:[^"]|"")*)"|([^,"]*)),(?:"([^"]*)"|([^,]*)),/.exec(line);
  if (match === null) return undefined;
  const path = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
  return path === "" ? undefined : { path, hash: match[3] ?? match[4] ?? "" };
}
