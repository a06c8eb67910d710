import { ActionError } from "../errors.js";
import { nameOf } from "./install-cases.js";
import { flatten } from "./install-error.js";
import type { Architecture, Runtime, Target } from "./target.js";

/** A package of which uv found no wheel for the target. */
export interface MissingWheel {
  readonly name: string;
  /** What was looked for: `numpy==2.4.6`, `docopt`. */
  readonly wanted: string;
  /** Platforms that have a wheel, as far as uv names them. */
  readonly platforms: readonly string[];
}

/** What wheels there are for others. */
export interface OtherWheels {
  /** File name of one for the same Python and architecture that needs a newer glibc. */
  readonly newerGlibc: string | undefined;
  readonly runtimes: readonly Runtime[];
  readonly architectures: readonly Architecture[];
}

const HAS_NO_WHEEL =
  /(?:all versions of )?([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?((?:[=<>!~][^\s]*)?) (?:has|have) no (?:usable wheels|wheels with a matching)/;

/** The package of which uv says that it has no wheel that fits. Pure. */
export function missingWheel(output: string): MissingWheel | undefined {
  const text = flatten(output);
  const [, name, versions = ""] = HAS_NO_WHEEL.exec(text) ?? [];
  if (name === undefined) return undefined;
  const platforms = /on the following platforms?: ([^.]*?)(?: hint: |$)/.exec(text)?.[1] ?? "";
  return { name, wanted: `${name}${versions}`, platforms: platforms.match(/[^\s,`]+/g) ?? [] };
}

/** Why no wheel fits, and what would help. Pure. */
export function explainMissingWheel(missing: MissingWheel, others: OtherWheels, target: Target): ActionError {
  const [message, hint] = sentences(missing, others, target);
  return new ActionError(message, { hint, code: "no-wheel" });
}

function sentences(
  { name, wanted, platforms }: MissingWheel,
  { newerGlibc, runtimes, architectures }: OtherWheels,
  target: Target,
): readonly [string, string] {
  const needed = newerGlibc === undefined ? undefined : lowestGlibc(newerGlibc);
  if (needed !== undefined) {
    const older = `Use an older version of ${name}`;
    return [
      glibcSentence(wanted, needed, target),
      target.glibc[1] < 34 ? `${older}, or \`runtime: python3.12\` or newer, which has glibc 2.34.` : `${older}.`,
    ];
  }
  if (runtimes.length > 0) {
    return [
      `${wanted} has no wheel for ${target.runtime}, only for ${list(runtimes)}.`,
      `Use another version of ${name} or one of these runtimes.`,
    ];
  }
  if (architectures.length > 0) {
    return [
      `${wanted} has no wheel for ${nameOf(target)}, only for ${list(architectures)}.`,
      `Use another version of ${name} or \`architectures: ${architectures[0]}\`.`,
    ];
  }
  if (platforms.length > 0) {
    return [
      `${wanted} has no wheel for ${nameOf(target)}, only for ${list(platforms)}.`,
      `Use another version of ${name}, or leave it out on Lambda with the marker \`; sys_platform != "linux"\`.`,
    ];
  }
  return [
    `${wanted} has no wheel for ${nameOf(target)}, only source code, whose build would run code of the package on this runner.`,
    `Use another version or package, or add ${name} to \`allow-source\`.`,
  ];
}

function glibcSentence(wanted: string, needed: readonly [number, number], target: Target): string {
  const [major, minor] = needed;
  const wheels = `${wanted} has wheels for ${nameOf(target)} only for glibc ${major}.${minor} or newer`;
  const [, has] = target.glibc;
  return minor > has
    ? `${wheels}, and the runtime has glibc 2.${has}.`
    : `${wheels}, and for this runtime uv takes none above 2.17.`;
}

/** The oldest glibc that a wheel's file name promises to run with: `…-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl` → 2.24. */
function lowestGlibc(file: string): readonly [number, number] | undefined {
  const minors = [...file.matchAll(/manylinux_2_(\d+)_/g)].map(([, minor]) => Number(minor));
  return minors.length === 0 ? undefined : [2, Math.min(...minors)];
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}
