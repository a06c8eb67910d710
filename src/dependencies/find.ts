import type { PathDependency } from "./path-dependency.js";
import type { Requirement } from "./requirements.js";

export type { PathDependency, Requirement };

export interface FindRequest {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute, inside the workspace. */
  readonly codeDirectory: string;
  /** Paths are relative to the workspace. */
  readonly requirements: "auto" | "none" | readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Normalised names of packages that may be built from source. */
  readonly allowSource: readonly string[];
  /** Normalised names. */
  readonly excludePackages: readonly string[];
}

/** What the function needs: nothing said (layers stay), explicitly nothing (our layer goes), or packages. */
export type Dependencies =
  | { readonly outcome: "untouched"; readonly reason: string }
  | { readonly outcome: "empty"; readonly files: readonly string[] }
  | FoundDependencies;

export interface FoundDependencies {
  readonly outcome: "found";
  /** Every file that was read, relative to the workspace, with `/`. */
  readonly files: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  /** Where packages come from, for uv's command line (`--index-url …`); may hold secrets, has no part in the fingerprint. */
  readonly indexArguments: readonly string[];
  /** What else the files ask of the resolver, for `uv pip install` only (`--prerelease allow`, `--require-hashes`). */
  readonly resolverArguments: readonly string[];
  readonly pathDependencies: readonly PathDependency[];
  readonly excluded: readonly string[];
  readonly allowSource: readonly string[];
  /** Passwords, tokens and values of variables in URLs, to be masked. */
  readonly secrets: readonly string[];
}
