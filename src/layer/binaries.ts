import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { ActionError } from "../errors.js";
import { byPackage } from "./by-package.js";
import { type Binary, readBinary } from "./elf.js";
import type { Distribution, Entry } from "./entries.js";
import { ROOT } from "./layout.js";
import type { Target } from "./target.js";

/** A library or program of the layer. */
interface Examined {
  readonly path: string;
  /** What it was made for: `x86_64`, `windows`. */
  readonly system: string;
  readonly problem: Problem | undefined;
}

interface Problem {
  /** Behind the name of a package: `needs glibc 2.28, and python3.11 has 2.26`. */
  readonly what: string;
  readonly glibc?: readonly [major: number, minor: number];
}

interface Finding {
  /** Undefined: of files that no package lists. */
  readonly distribution: Distribution | undefined;
  readonly problem: Problem;
  readonly paths: readonly string[];
}

const LISTED = 3;

/** Throws one ActionError for all packages whose libraries and programs cannot run on the target; whatever installed or built them. */
export function checkBinaries(entries: readonly Entry[], distributions: readonly Distribution[], target: Target): void {
  const findings = [...byPackage(entries)].flatMap(([name, own]): readonly Finding[] => {
    const [first, ...others] = problemsOf(own, target);
    if (first === undefined) return [];
    const alike = [first, ...others].filter(({ problem }) => problem.what === first.problem.what);
    const distribution = distributions.find((it) => it.name === name);
    return [{ distribution, problem: first.problem, paths: alike.map(({ path }) => path) }];
  });
  const [first] = findings;
  if (first !== undefined) throw explain(findings, first, target);
}

function problemsOf(entries: readonly Entry[], target: Target): readonly (Examined & { problem: Problem })[] {
  const examined = entries.map((entry) => examine(entry, target)).filter((it) => it !== undefined);
  if (holdsHelpers(examined, target) && isForAny(entries)) return [];
  const broken = examined.filter((it): it is Examined & { problem: Problem } => it.problem !== undefined);
  return [...broken, ...modulesOfOtherPython(entries, target)];
}

const KNOWN_SYSTEM = /^(?:windows|macos|x86_64|arm64|i386|arm)\b/;

/** A pure wheel may carry helpers for several systems, and picks one itself: this one, or they are nothing to import. */
function holdsHelpers(examined: readonly Examined[], { architecture }: Target): boolean {
  const systems = new Set(examined.map(({ system }) => system).filter((system) => KNOWN_SYSTEM.test(system)));
  return systems.size > 1 && (systems.has(architecture) || !examined.some(({ path }) => /\.(?:so|pyd)$/i.test(path)));
}

/** Undefined for what is neither a library nor a program. */
function examine(entry: Entry, target: Target): Examined | undefined {
  const { path } = entry;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/\.(?:dll|exe)$/i.test(name)) return { path, system: "windows", problem: undefined };
  if (/\.dylib$/.test(name)) return { path, system: "macos", problem: undefined };
  if (/\.pyd$/i.test(name)) return { path, system: "windows", problem: { what: "is built for Windows" } };
  const isLibrary = /\.so(?:\.\d+)*$/.test(name);
  if (!isLibrary && !entry.executable && name.includes(".")) return undefined;
  return judge(path, binaryOf(entry), isLibrary, target);
}

function judge(path: string, binary: Binary, isLibrary: boolean, target: Target): Examined | undefined {
  switch (binary.format) {
    case "other":
      return undefined;
    case "damaged":
      return isLibrary ? { path, system: "unknown", problem: { what: "holds a damaged library" } } : undefined;
    case "mach-o":
      return { path, system: "macos", problem: isLibrary ? { what: "is built for macOS" } : undefined };
    case "windows":
      return { path, system: "windows", problem: isLibrary ? { what: "is built for Windows" } : undefined };
    case "elf":
      return { path, system: binary.machine, problem: problemOf(binary, target) };
    default:
      return binary satisfies never;
  }
}

function problemOf(binary: Extract<Binary, { format: "elf" }>, target: Target): Problem | undefined {
  const { machine, needs } = binary;
  if (machine !== target.architecture) {
    return { what: `is built for ${machine}, not for ${target.architecture}` };
  }
  if (needs.musl) return { what: "is built for Alpine Linux (musl)" };
  const [major, minor] = target.glibc;
  const glibc = needs.glibc;
  return glibc !== undefined && (glibc[0] > major || (glibc[0] === major && glibc[1] > minor))
    ? { what: `needs glibc ${glibc.join(".")}, and ${target.runtime} has ${target.glibc.join(".")}`, glibc }
    : undefined;
}

/** Extension modules for another Python are invisible to this one. That is fine beside those that it sees. */
function modulesOfOtherPython(entries: readonly Entry[], target: Target): readonly (Examined & { problem: Problem })[] {
  const tagged = entries.flatMap(({ path }) => {
    const [, tag] = /\.(cpython-[^.]+|pypy[^.]+|graalpy[^.]+|abi3)\.so$/.exec(path) ?? [];
    return tag === undefined ? [] : [{ path, tag }];
  });
  const wanted = `cpython-${target.pythonVersion.replace(".", "")}-`;
  const seen = tagged.some(({ tag }) => tag === "abi3" || tag.startsWith(wanted));
  return seen
    ? []
    : tagged.map(({ path, tag }) => {
        return { path, system: tag, problem: { what: `is built for ${pythonOf(tag)}, not for ${target.runtime}` } };
      });
}

/** `cpython-313-x86_64-linux-gnu` → Python 3.13. */
function pythonOf(tag: string): string {
  const [, major, minor] = /^cpython-(\d)(\d+)(?:-|$)/.exec(tag) ?? [];
  return minor === undefined ? JSON.stringify(tag) : `Python ${major}.${minor}`;
}

/** All tags of its WHEEL file end in `-any`. */
function isForAny(entries: readonly Entry[]): boolean {
  const wheel = entries.find(({ path }) => /^python\/[^/]+\.dist-info\/WHEEL$/.test(path));
  if (wheel === undefined || !("file" in wheel.content)) return false;
  const tags = readFileSync(wheel.content.file, "utf8").match(/^Tag:.*$/gim) ?? [];
  return tags.length > 0 && tags.every((tag) => /-any\s*$/.test(tag));
}

function binaryOf({ content }: Entry): Binary {
  if ("bytes" in content) return { format: "other" };
  const descriptor = openSync(content.file, "r");
  try {
    return readBinary((offset, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(descriptor, buffer, 0, length, offset));
    });
  } finally {
    closeSync(descriptor);
  }
}

function explain(findings: readonly Finding[], first: Finding, target: Target): ActionError {
  const listed = findings.slice(0, LISTED).map(({ distribution, problem, paths }) => {
    const [path = "", ...others] = paths.map((it) => it.slice(ROOT.length));
    const subject = distribution ? `${distribution.name} ${distribution.version}` : "A file of no package";
    const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "file" : "files"}`;
    return `${subject} ${problem.what} (${JSON.stringify(path)}${more})`;
  });
  const others = findings.slice(LISTED).map(({ distribution }) => distribution?.name ?? "files of no package");
  const rest = others.length === 0 ? [] : [`${others.join(", ")} cannot run there either`];
  return new ActionError(`${[...listed, ...rest].join("; ")}.`, { hint: hintFor(first, target), code: "binary" });
}

function hintFor({ distribution, problem: { glibc } }: Finding, target: Target): string {
  if (glibc !== undefined) {
    const older = `Use an older version of ${distribution?.name ?? "the package that holds it"}`;
    return target.glibc[1] < 34 && glibc[1] <= 34
      ? `${older}, or \`runtime: python3.12\` or newer, which has glibc 2.34.`
      : `${older}, or its wheel if it was built from source here.`;
  }
  return `Use a version that has a wheel for ${target.runtime} on ${target.architecture}; a build from source fits only the machine that made it.`;
}
