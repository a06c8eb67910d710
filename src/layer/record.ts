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
  const names = (await readdir(directory)).toSorted();
  const distributions = await Promise.all(names.map((name) => readRecord(directory, name)));
  return distributions.filter((distribution) => distribution !== undefined);
}

// A wheel can bring any directory, so a name alone makes no distribution.
async function readRecord(directory: string, distInfo: string): Promise<InstalledDistribution | undefined> {
  const named = parseDistInfo(distInfo);
  if (named === undefined) return undefined;
  const read = (file: string) => readFile(join(directory, distInfo, file), "utf8").catch(() => "");
  const [header = ""] = (await read("METADATA")).split(/\r?\n\r?\n/, 1);
  const [, stated = ""] = /^Name:[ \t]*(\S+)[ \t]*$/im.exec(header) ?? [];
  return normaliseName(stated) === named.name ? { ...named, files: parseRecord(await read("RECORD")) } : undefined;
}

/** Name (normalised) and version in the name of a `.dist-info` directory; undefined for one that no installer makes. */
export function parseDistInfo(directory: string): Pick<InstalledDistribution, "name" | "version"> | undefined {
  // Characters of PEP 503 and PEP 440: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
  const groups = /^(?<name>[a-z0-9](?:[a-z0-9._]*[a-z0-9])?)-(?<version>[a-z0-9][a-z0-9._+!]*)\.dist-info$/i.exec(
    directory,
  )?.groups;
  return groups && { name: normaliseName(groups.name ?? ""), version: groups.version ?? "" };
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
