/** An entry that stays out of the code package unless a pattern of `code-include` names it. */
export interface LeftOut {
  readonly name: string;
  /** Is this part of a pattern a name of the entry (and not just a wildcard that happens to match it)? */
  readonly isNamedBy: (part: string) => boolean;
}

/** What an entry is beside its name. */
export interface Traits {
  readonly directory: boolean;
  /** Directly in the code directory. */
  readonly atTop: boolean;
  /** A directory that holds a virtual environment. */
  readonly environment: boolean;
  readonly dependencyFile: boolean;
}

// Never part of a function, wherever they lie: hidden entries (`.git`, `.venv`, `.env`, `.pytest_cache`, `.DS_Store`),
// what tools leave behind, and state files that may hold secrets.
const ANYWHERE: readonly ((name: string) => boolean)[] = [
  (name) => name.startsWith("."),
  (name) => name === "__pycache__",
  (name) => name === "node_modules",
  (name) => name === "cdk.out",
  (name) => name.endsWith(".pyc"),
  (name) => name.endsWith(".egg-info"),
  (name) => name.includes(".tfstate"),
];

// Ordinary names of packages below the top.
const TOP_DIRECTORIES: readonly string[] = ["build", "tests"];

/** The built-in list; undefined for an entry that is not on it. */
export function leftOut(name: string, traits: Traits): LeftOut | undefined {
  const listed = ANYWHERE.find((rule) => rule(name));
  if (listed) return { name, isNamedBy: listed };
  const { directory, atTop, environment, dependencyFile } = traits;
  const atItsPlace = environment || dependencyFile || (directory && atTop && TOP_DIRECTORIES.includes(name));
  return atItsPlace ? { name, isNamedBy: (part) => part === name } : undefined;
}
