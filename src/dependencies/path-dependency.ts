/** A project of the repository that is installed into the layer. */
export interface PathDependency {
  /** `[project].name`, normalised. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Environment marker, e.g. `python_version < "3.12"`. */
  readonly marker?: string;
  /** Absolute. */
  readonly directory: string;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** Tracked by git, relative to `directory`, with `/`. */
  readonly files: readonly string[];
  /** sha256 (hex) over paths, execute bits and bytes of `files`. */
  readonly contentHash: string;
}
