import { type BotocoreServices, otherServices } from "./botocore-services.js";
import type { Entry } from "./entries.js";
import { PROGRAMS, ROOT } from "./layout.js";
import { leaveOut, type Reason, type Remaining } from "./leave-out.js";
import type { Mentions } from "./mentions.js";
import { unused } from "./unused.js";

export interface Slimming {
  readonly slim: "safe" | "off" | "aggressive";
  readonly botocoreServices: BotocoreServices;
  /** What the modules say of other files; `aggressive` judges by it. */
  readonly mentions?: ReadonlyMap<string, Mentions>;
}

/** Leaves out what the layer is not to hold. Throws an ActionError for services that the layer's botocore does not know. */
export function slim(entries: readonly Entry[], { slim, botocoreServices, mentions }: Slimming): Remaining {
  const [isNeedless, isOther] = [needless(entries, slim), otherServices(entries, botocoreServices)];
  const reasonOf: Reason = (entry) => isNeedless(entry) ?? isOther(entry);
  if (slim !== "aggressive" || mentions === undefined) return leaveOut(entries, reasonOf);
  const others = entries.filter((entry) => reasonOf(entry) === undefined);
  const isUnused = unused(others, mentions);
  return leaveOut(entries, (entry) => reasonOf(entry) ?? isUnused(entry));
}

/**
 * What no import, metadata or entry point can need. `off` names only what would make the layer depend on the machine that
 * builds it, and bytecode that can never be valid.
 */
function needless(entries: readonly Entry[], mode: Slimming["slim"]): Reason {
  const paths = new Set(entries.map(({ path }) => path));
  // Lambda's PATH does not lead to the programs. But a careless wheel may have its modules in a package of this name.
  const holdsModules = paths.has(`${ROOT}${PROGRAMS}__init__.py`);
  return ({ path, content }) => {
    if (isOfThisMachine(path)) return "notes of the machine that built";
    if (isStarter(path, content)) return "programs";
    if (isStaleBytecode(path, paths)) return "bytecode of the wheels";
    if (mode === "off") return undefined;
    if (isProgram(path) && !holdsModules) return "programs";
    if (INSTALLER_NOTES.test(path)) return "notes of the installer";
    return EXAMPLES.test(path) ? "examples for botocore's documentation" : undefined;
  };
}

// direct_url.json and uv_*.json hold directories, URLs and times of this build.
const METADATA_OF_THIS_MACHINE = /^python\/[^/]+\.dist-info\/(?:direct_url\.json|uv_cache\.json|uv_build\.json)$/;
const INSTALLER_NOTES = /^python\/[^/]+\.dist-info\/(?:INSTALLER|REQUESTED)$/;
// Only botocore's generator of documentation reads them.
const EXAMPLES = /^python\/botocore\/data\/(?:[^/]+\/)+examples-1\.json(?:\.gz)?$/;

function isOfThisMachine(path: string): boolean {
  return path === `${ROOT}.lock` || METADATA_OF_THIS_MACHINE.test(path);
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

/** Bytecode from a wheel belongs to its builder's interpreter and to times that a zip does not keep. Without a source beside it, it is the module. */
function isStaleBytecode(path: string, paths: ReadonlySet<string>): boolean {
  const source = path.replace(/(?:__pycache__\/)?([^/.]+)(?:\.[^/]+)?\.pyc$/, "$1.py");
  return source !== path && paths.has(source);
}
