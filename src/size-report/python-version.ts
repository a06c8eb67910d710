import { RUNTIMES, type Runtime } from "../layer/target.js";

/** The runtime that a `.python-version` file names in its first line that says something; undefined for all others (`pypy3.10`, `3.9`). Pure. */
export function runtimeOfVersionFile(text: string): Runtime | undefined {
  const [first = ""] = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
  const [, minor] = /^(?:cpython-?|python-?)?(3\.\d{1,2})(?:\.\d{1,3})?$/i.exec(first) ?? [];
  return RUNTIMES.find((runtime) => runtime === `python${minor}`);
}

/** Characters; keeps a hostile text from costing minutes. */
const LONGEST = 1_000;

/** The newest runtime that fits `requires-python`; undefined when none does or it cannot be read. Pure. */
export function runtimeOfRequiresPython(text: string): Runtime | undefined {
  if (text.length > LONGEST) {
    return undefined;
  }
  const clauses = text
    .split(",")
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "")
    .map(parseClause);
  if (clauses.length === 0 || clauses.includes(undefined)) {
    return undefined;
  }
  const known = clauses.filter((clause) => clause !== undefined);
  return RUNTIMES.findLast((runtime) => {
    const [, minor = ""] = /^python3\.(\d+)$/.exec(runtime) ?? [];
    return PATCHES.some((patch) => known.every((clause) => holds(clause, [3, Number(minor), patch])));
  });
}

/** Lambda has one of them, nobody says which. */
const PATCHES = Array.from({ length: 40 }, (_, patch) => patch);

interface Clause {
  readonly operator: string;
  readonly numbers: readonly number[];
  /** `3.12.*` */
  readonly prefix: boolean;
}

// https://packaging.python.org/en/latest/specifications/version-specifiers/
function parseClause(text: string): Clause | undefined {
  const match = /^(~=|===?|!=|<=|>=|<|>)\s*(\d{1,4}(?:\.\d{1,4}){0,4})(\.\*)?$/.exec(text);
  const [, operator = "", version = "", star] = match ?? [];
  return match === null ? undefined : { operator, numbers: version.split(".").map(Number), prefix: star !== undefined };
}

function holds({ operator, numbers, prefix }: Clause, version: readonly number[]): boolean {
  const order = compare(version, numbers);
  const equal = prefix ? startsWith(version, numbers) : order === 0;
  switch (operator) {
    case "==":
    case "===":
      return equal;
    case "!=":
      return !equal;
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    default:
      return order >= 0 && startsWith(version, numbers.slice(0, -1));
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length);
  const places = Array.from({ length }, (_, place) => (one[place] ?? 0) - (other[place] ?? 0));
  return places.find((difference) => difference !== 0) ?? 0;
}

function startsWith(version: readonly number[], start: readonly number[]): boolean {
  return start.every((number, place) => number === (version[place] ?? 0));
}
