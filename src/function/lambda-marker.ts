import { normaliseName } from "../dependencies/name.js";
import { RUNTIMES } from "../layer/target.js";

// The values that environment markers have in every Python runtime of Lambda.
const CONSTANTS: Readonly<Record<string, string>> = {
  implementation_name: "cpython",
  os_name: "posix",
  platform_python_implementation: "CPython",
  platform_system: "Linux",
  sys_platform: "linux",
};
const VERSIONS = RUNTIMES.map((runtime) => versionNumber(runtime.slice("python".length)));

const COMPARISON = /^(\w+)\s*(==|!=|<=|>=|<|>)\s*["']([^"']*)["']$/;

/**
 * Does this environment marker hold in every Lambda runtime, with these (normalised) extras? What is not plainly so counts as no:
 * alternatives, and variables that the runtime alone does not decide. `""` holds.
 */
export function holdsOnLambda(marker: string, extras: ReadonlySet<string>): boolean {
  if (marker.trim() === "") return true;
  return marker
    .replace(/[()]/g, " ")
    .split(/\sand\s/)
    .every((part) => comparisonHolds(part.trim(), extras));
}

function comparisonHolds(comparison: string, extras: ReadonlySet<string>): boolean {
  const [, variable = "", operator = "", value = ""] = COMPARISON.exec(comparison) ?? [];
  if (variable === "extra") return operator === "==" && extras.has(normaliseName(value));
  if (variable === "python_version") {
    const asked = versionNumber(value);
    return VERSIONS.every((version) => compare(version, operator, asked));
  }
  const constant = CONSTANTS[variable];
  if (constant === undefined) return false;
  return operator === "==" ? constant === value : operator === "!=" && constant !== value;
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return false;
  }
}

/** `3.11` → 3011; NaN, which compares as false, for anything but one or two numbers. */
function versionNumber(text: string): number {
  const [, major, minor = "0"] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return major === undefined ? Number.NaN : Number(major) * 1000 + Number(minor);
}
