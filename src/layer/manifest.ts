import type { LeftOut, PackageSize } from "../report/facts.js";
import { count, fields, flag, HEX_64, list, matching } from "../strict-json.js";
import type { WrittenZip } from "../zip/write.js";
import { byPackage } from "./by-package.js";
import type { Distribution, Entry } from "./entries.js";

/** What is inside a layer zip. It travels with the zip through the Actions cache. */
export interface LayerManifest {
  readonly schema: 1;
  /** 64 hex digits, of the recipe. */
  readonly fingerprint: string;
  /** Bytes and counts; `sha256` in hex. */
  readonly zip: {
    readonly sha256: string;
    readonly zipped: number;
    readonly unzipped: number;
    readonly files: number;
  };
  /** Sorted by name. */
  readonly packages: readonly LayerPackage[];
  /** Every package is named with one exact version in the dependency files. */
  readonly pinned: boolean;
  /** The layer ships bytecode. */
  readonly bytecode: boolean;
  /** What slimming took; layers of earlier versions of this action do not tell. */
  readonly leftOut?: readonly LeftOut[];
  readonly tools: {
    /** `uv 0.13.9` */
    readonly installer: string;
    /** Version of the interpreter that made the bytecode: `3.11.7`. */
    readonly python?: string;
  };
}

export interface LayerPackage extends Required<PackageSize> {
  readonly importNames: readonly string[];
}

/** The manifest of a written zip: its files grouped by package. Pure. */
export function manifestOf(
  built: Pick<LayerManifest, "fingerprint" | "pinned" | "bytecode" | "leftOut" | "tools">,
  distributions: readonly Distribution[],
  entries: readonly Entry[],
  zip: WrittenZip,
): LayerManifest {
  const ofPackage = byPackage(entries);
  const compressed = new Map(zip.entries.map(({ path, compressedSize }) => [path, compressedSize]));
  return {
    schema: 1,
    fingerprint: built.fingerprint,
    zip: { sha256: zip.sha256, zipped: zip.zipped, unzipped: zip.unzipped, files: zip.files },
    packages: distributions.map(({ name, version, importNames }) => {
      const files = ofPackage.get(name) ?? [];
      return {
        name,
        version,
        zipped: files.reduce((sum, { path }) => sum + (compressed.get(path) ?? 0), 0),
        unzipped: files.reduce((sum, { size }) => sum + size, 0),
        files: files.length,
        importNames,
      };
    }),
    pinned: built.pinned,
    bytecode: built.bytecode,
    ...(built.leftOut && { leftOut: built.leftOut }),
    tools: built.tools,
  };
}

/** Reads a manifest that may come from anyone; undefined when it is not exactly of our form. Fields that we do not know are dropped. */
export function parseManifest(text: string): LayerManifest | undefined {
  try {
    return readManifest(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,254}[a-z0-9])?$/;
const VERSION = /^[A-Za-z0-9.!+_-]{1,128}$/;
const IMPORT_NAME = /^[\p{L}_][\p{L}\p{N}_]{0,254}$/u;
const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} ,.'()-]{0,79}$/u;
const TOOL = /^[A-Za-z0-9 .+_-]{1,64}$/;

function readManifest(value: unknown): LayerManifest {
  const { schema, fingerprint, zip, packages, pinned, bytecode, leftOut, tools } = fields(value);
  if (schema !== 1) throw new TypeError("schema");
  const { sha256, zipped, unzipped, files } = fields(zip);
  const { installer, python } = fields(tools);
  return {
    schema,
    fingerprint: matching(fingerprint, HEX_64),
    zip: { sha256: matching(sha256, HEX_64), zipped: count(zipped), unzipped: count(unzipped), files: count(files) },
    packages: list(packages).map(readPackage),
    pinned: flag(pinned),
    bytecode: flag(bytecode),
    ...(leftOut !== undefined && { leftOut: list(leftOut).map(readLeftOut) }),
    tools: { installer: matching(installer, TOOL), ...(python !== undefined && { python: matching(python, TOOL) }) },
  };
}

function readPackage(value: unknown): LayerPackage {
  const { name, version, zipped, unzipped, files, importNames } = fields(value);
  return {
    name: matching(name, NAME),
    version: matching(version, VERSION),
    zipped: count(zipped),
    unzipped: count(unzipped),
    files: count(files),
    importNames: list(importNames).map((importName) => matching(importName, IMPORT_NAME)),
  };
}

function readLeftOut(value: unknown): LeftOut {
  const { what, files, bytes } = fields(value);
  return { what: matching(what, WORDS), files: count(files), bytes: count(bytes) };
}
