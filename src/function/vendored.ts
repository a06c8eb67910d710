import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Dependencies } from "../dependencies/find.js";
import { normaliseName, parseRequirementLine } from "../dependencies/requirement-line.js";
import { parseRecord } from "../layer/record.js";
import { holdsOnLambda } from "./lambda-marker.js";

/** Distributions installed into the code directory (`pip install --target .`) that the layer brings. */
export interface Vendored {
  /** Normalised names, sorted. */
  readonly distributions: readonly string[];
  /** Does the file (relative to the code directory, with `/`) belong to them alone? */
  readonly owns: (file: string) => boolean;
}

interface Installed {
  readonly name: string;
  /** Directory name: `requests-2.32.5.dist-info`. */
  readonly metadata: string;
  readonly files: readonly string[];
  readonly needs: readonly Need[];
}

/** `name[extra1,extra2]; marker`, names normalised. */
interface Need {
  readonly name: string;
  readonly extras: readonly string[];
  readonly marker: string;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Finds what the requirements name, or reach through the metadata of what is installed there, whatever a layer holds now.
 * A package of `exclude-packages` stays in the code, with what only it needs: the layer will not bring it.
 */
export async function findVendored(directory: string, dependencies: Dependencies): Promise<Vendored> {
  if (dependencies.outcome !== "found") return { distributions: [], owns: () => false };
  const installed = await readInstalled(directory);
  const wanted = reach(wantedBy(dependencies), installed, new Set(dependencies.excluded));
  const brought = installed.filter(({ name }) => wanted.has(name));
  const kept = new Set(installed.filter(({ name }) => !wanted.has(name)).flatMap(({ files }) => files));
  const files = new Set(brought.flatMap((distribution) => distribution.files).filter((file) => !kept.has(file)));
  const metadata = new Set(brought.map((distribution) => distribution.metadata));
  return {
    distributions: [...new Set(brought.map(({ name }) => name))].sort(),
    owns: (file) => files.has(file) || metadata.has(file.slice(0, file.indexOf("/"))),
  };
}

function wantedBy(dependencies: Extract<Dependencies, { outcome: "found" }>): readonly Need[] {
  return [
    ...parseNeeds(dependencies.requirements.map(({ line }) => line)),
    ...dependencies.pathDependencies.map(({ name, extras, marker = "" }) => ({ name, extras, marker })),
  ];
}

/** The names that are needed, directly or through others, each with the extras that are asked of it. */
function reach(
  wanted: readonly Need[],
  installed: readonly Installed[],
  excluded: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reached = new Map<string, Set<string>>();
  const open = wanted.filter(({ marker }) => holdsOnLambda(marker, NOTHING));
  for (let need = open.pop(); need; need = open.pop()) {
    const before = reached.get(need.name);
    if (excluded.has(need.name) || (before && need.extras.every((extra) => before.has(extra)))) continue;
    const extras = new Set([...(before ?? []), ...need.extras]);
    reached.set(need.name, extras);
    const next = installed.filter(({ name }) => name === need.name).flatMap(({ needs }) => needs);
    open.push(...next.filter(({ marker }) => holdsOnLambda(marker, extras)));
  }
  return reached;
}

async function readInstalled(directory: string): Promise<readonly Installed[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const metadata = entries.filter((entry) => entry.isDirectory() && entry.name.endsWith(".dist-info"));
  const installed = await Promise.all(metadata.map(({ name }) => readDistribution(directory, name)));
  return installed.filter((distribution) => distribution !== undefined);
}

async function readDistribution(directory: string, metadata: string): Promise<Installed | undefined> {
  const read = (file: string): Promise<string> =>
    readFile(path.join(directory, metadata, file), "utf8").catch(() => "");
  const [, name] = /^([^-]+)-[^-]+\.dist-info$/.exec(metadata) ?? [];
  const files = parseRecord(await read("RECORD")).map((row) => whereInstalled(row.path));
  // Without RECORD its files cannot be told from the code's own.
  if (name === undefined || files.length === 0) return undefined;
  const [header = ""] = (await read("METADATA")).split(/\r?\n\r?\n/, 1);
  const needs = [...header.matchAll(/^Requires-Dist:\s*(.+)$/gim)].map(([, text = ""]) => text);
  return { name: normaliseName(name), metadata, files, needs: parseNeeds(needs) };
}

/** `pip install --target` moves programs after it has written their old places into RECORD. Any other path outside fits no file of the code. */
function whereInstalled(recorded: string): string {
  return recorded.replace(/^\.\.\/\.\.\/bin\//, "bin/");
}

function parseNeeds(lines: readonly string[]): readonly Need[] {
  return lines.map(parseNeed).filter((need) => need !== undefined);
}

/** What a line of a requirements file or of `Requires-Dist` asks for; undefined for one that cannot be read. */
function parseNeed(text: string): Need | undefined {
  const [requirement = ""] = text.split(/\s--/, 1);
  try {
    const { name, extras, marker } = parseRequirementLine(requirement);
    return name === undefined ? undefined : { name, extras, marker };
  } catch {
    return undefined;
  }
}
