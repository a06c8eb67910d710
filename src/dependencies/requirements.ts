/** One requirement or constraint. */
export interface Requirement {
  /** One line as uv reads it, hashes included; may hold credentials. */
  readonly line: string;
  /** Hashed and shown: normalised, without userinfo. */
  readonly canonical: string;
  /** Normalised as PEP 503 says. */
  readonly name: string;
  /** Names one version or one file. */
  readonly pinned: boolean;
}
