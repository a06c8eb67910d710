import type { Entry } from "./entries.js";
import { PROGRAMS, ROOT } from "./layout.js";
import { parseRecord } from "./record.js";

export interface Slimmed {
  readonly entries: readonly Entry[];
  /** What was left out; bytes unzipped. */
  readonly removed: { readonly files: number; readonly bytes: number };
}

/**
 * Leaves out what no import, metadata or entry point can need, and its lines in RECORD. `off` leaves out only what would make
 * the layer depend on the machine that builds it, and bytecode that can never be valid.
 */
export function slim(entries: readonly Entry[], mode: "safe" | "off"): Slimmed {
  const paths = new Set(entries.map(({ path }) => path));
  const [kept, removed] = partition(entries, (entry) => {
    return !(
      isOfThisMachine(entry) ||
      isStaleBytecode(entry.path, paths) ||
      (mode === "safe" && isNeedless(entry, paths))
    );
  });
  const gone = new Set(removed.map(({ path }) => path));
  return {
    entries: kept.map((entry) => withoutRows(entry, gone)),
    removed: { files: removed.length, bytes: removed.reduce((sum, { size }) => sum + size, 0) },
  };
}

// direct_url.json and uv_*.json hold directories, URLs and times of this build.
const METADATA_OF_THIS_MACHINE = /^python\/[^/]+\.dist-info\/(?:direct_url\.json|uv_cache\.json|uv_build\.json)$/;
const NEEDLESS_METADATA = /^python\/[^/]+\.dist-info\/(?:INSTALLER|REQUESTED)$/;
// Only botocore's generator of documentation reads them.
const EXAMPLES = /^python\/botocore\/data\/(?:[^/]+\/)+examples-1\.json(?:\.gz)?$/;

function isOfThisMachine({ path, content }: Entry): boolean {
  return path === `${ROOT}.lock` || METADATA_OF_THIS_MACHINE.test(path) || isStarter(path, content);
}

/** A script whose first line names this runner's interpreter, or a Windows program that starts it. */
function isStarter(path: string, content: Entry["content"]): boolean {
  return isProgram(path) && (path.endsWith(".exe") || ("bytes" in content && startsScript(content.bytes)));
}

function startsScript(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x21;
}

function isProgram(path: string): boolean {
  return path.startsWith(ROOT + PROGRAMS);
}

/** Lambda's PATH does not lead there. But a careless wheel may have its modules in a package of this name. */
function isNeedless({ path }: Entry, paths: ReadonlySet<string>): boolean {
  const isPackage = paths.has(`${ROOT}${PROGRAMS}__init__.py`);
  return (isProgram(path) && !isPackage) || NEEDLESS_METADATA.test(path) || EXAMPLES.test(path);
}

/** Bytecode from a wheel belongs to its builder's interpreter and to times that a zip does not keep. Without a source beside it, it is the module. */
function isStaleBytecode(path: string, paths: ReadonlySet<string>): boolean {
  const source = path.replace(/(?:__pycache__\/)?([^/.]+)(?:\.[^/]+)?\.pyc$/, "$1.py");
  return source !== path && paths.has(source);
}

function withoutRows(entry: Entry, gone: ReadonlySet<string>): Entry {
  if (!("bytes" in entry.content) || !entry.path.endsWith(".dist-info/RECORD")) return entry;
  const lines = Buffer.from(entry.content.bytes)
    .toString()
    .split(/(?<=\n)/);
  const kept = lines.filter((line) => !parseRecord(line).some(({ path }) => gone.has(ROOT + path)));
  if (kept.length === lines.length) return entry;
  const bytes = Buffer.from(kept.join(""));
  return { ...entry, size: bytes.length, content: { bytes } };
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
