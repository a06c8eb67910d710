import type { Architecture } from "../layer/target.js";
import type { SizeReport } from "./size-facts.js";

/** Bytes and counts of a zip; a figure that is not known is absent, never 0. `sha256` is hex. */
export interface Size {
  readonly zipped?: number;
  readonly unzipped?: number;
  readonly files?: number;
  readonly sha256?: string;
}

/** One distribution in the layer, e.g. `pydantic-core`; bytes of its files in the zip and unpacked. */
export interface PackageSize {
  readonly name: string;
  readonly version: string;
  readonly zipped?: number;
  readonly unzipped?: number;
  readonly files?: number;
}

/** Files of one kind that were left out of the layer, unzipped bytes. `what` are words: `programs`. */
export interface LeftOut {
  readonly what: string;
  readonly files: number;
  readonly bytes: number;
}

/** A distribution that differs between the layer attached before and the wanted one; `from` absent: added, `to` absent: removed. */
export interface PackageChange {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

export type Outcome = "unchanged" | "deployed" | "planned" | "reported" | "rolled-back" | "failed";

/** Where the bytes of the layer come from. */
export type LayerSource = "reused" | "restored" | "built" | "none";

export type Action =
  | "publish-layer"
  | "create-function"
  | "update-code-signing"
  | "update-configuration"
  | "update-code"
  | "publish-version"
  | "move-alias"
  | "update-tags"
  | "update-layer-users"
  | "delete-versions"
  | "delete-layer-versions";

/** A sentence for the person who reads the summary; plain text with `code spans`, escaped by the renderer. */
export interface Notice {
  readonly level: "note" | "warning";
  readonly text: string;
}

export interface FunctionFacts {
  readonly name: string;
  readonly region?: string | undefined;
  readonly arn?: string;
  readonly runtime?: string;
  readonly architecture?: Architecture;
  /** Runtime or architecture that the function had before this run, when it moves. */
  readonly runtimeBefore?: string;
  readonly architectureBefore?: Architecture;
  /** Number of the version published by this run. */
  readonly version?: string;
}

export interface CodeFacts {
  readonly directory: string;
  readonly before?: Size;
  readonly after?: Size;
  /** Paths inside the package that differ from the live one; absent when the live zip could not be read. */
  readonly changes?: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly modified: readonly string[];
  };
  /** Installed distributions found in the code directory that the layer brings, and that were left out. */
  readonly leftOut: readonly string[];
  /** Import names that are in the code package and in the layer: the code's copy wins. */
  readonly shadowing: readonly string[];
}

export interface PublishedLayerVersion {
  readonly version: number;
  readonly created: string;
  readonly attached: boolean;
  /** Holds exactly the wanted dependencies. */
  readonly wanted: boolean;
}

export interface LayerFacts {
  readonly name: string;
  readonly source: LayerSource;
  /** One sentence: why the layer was or was not rebuilt. */
  readonly reason: string;
  /** Dependency files, relative to the workspace. */
  readonly dependencyFiles: readonly string[];
  readonly fingerprint?: string;
  readonly versionArn?: string;
  readonly version?: number;
  /** ISO time of the layer version's creation. */
  readonly created?: string;
  readonly runtimes?: readonly string[];
  readonly architectures?: readonly string[];
  /** In a report on a pull request this is the layer of the base branch, which may have no version yet. */
  readonly before?: Size & { readonly versionArn?: string };
  readonly after?: Size;
  readonly packageCount?: number;
  /** Known when built or restored, or when the manifest is at hand; else empty. */
  readonly packages: readonly PackageSize[];
  readonly changes: readonly PackageChange[];
  /** Our newest layer versions, newest first, five at most. */
  readonly newest: readonly PublishedLayerVersion[];
  readonly pinned?: boolean;
  readonly bytecode?: boolean;
  /** What slimming took, the most bytes first; known of a layer that was built or restored. */
  readonly leftOut?: readonly LeftOut[];
}

/** A layer of the function that is not ours. `zipped` as AWS tells it, `unzipped` when it was looked into. */
export interface OtherLayerFacts {
  readonly arn: string;
  readonly zipped?: number;
  readonly unzipped?: number;
}

export interface Limits {
  /** Zipped bytes of a direct upload (52,428,800). */
  readonly zipped: number;
  /** Unzipped bytes, code and all layers (262,144,000). */
  readonly unzipped: number;
  /** Unzipped bytes in use; with `atLeast`, another layer is counted by its zipped size. */
  readonly used?: number;
  readonly headroom?: number;
  readonly atLeast: boolean;
}

export interface PlannedChange {
  readonly action: Action;
  readonly reason: string;
}

export interface Phase {
  /** One of `find`, `build`, `pack`, `upload`, `wait`, `publish`, `check`. */
  readonly name: string;
  readonly ms: number;
}

/** A request that was sent to the new version before callers met it, and how its answer was judged. */
export interface SmokeTestFacts {
  readonly method: string;
  /** As the workflow writes it. */
  readonly path: string;
  /** HTTP status; absent when the function crashed, answered without one, or was not asked. */
  readonly status?: number;
  /** `200`, `2xx,304` */
  readonly expected: string;
  /** Of the handler, as Lambda reports it, in ms. */
  readonly ms?: number;
  /** Loading the code before that, ms; absent when the environment was there already. */
  readonly initMs?: number;
  /** Resuming a snapshot (SnapStart) instead, ms. */
  readonly restoreMs?: number;
  readonly memoryMB?: number;
  readonly ok: boolean;
  /** Why it failed, as the end of a sentence: `answered 500 instead of 200`. Absent, it was not sent: the function did not come up. */
  readonly reason?: string;
}

/** Another function whose $LATEST has our layer. */
export interface LayerUserFacts {
  readonly name: string;
  /** Number of the layer version that it has, at the end of the run. */
  readonly version: number;
  /** It has an older one than the function of this run. */
  readonly behind: boolean;
  /** Number of the layer version that it had, when it was moved. */
  readonly before?: number;
  /** Absent: it was not to be moved, or it did not come to that. */
  readonly outcome?: "moved" | "skipped" | "failed";
  /** Why it stays behind: words that follow its name, or for `failed` a sentence. */
  readonly reason?: string;
}

export interface Failure {
  readonly message: string;
  readonly hint?: string;
  readonly code: string;
}

/** The alias through which callers come. `before` absent: it did not exist; `now` absent: it was not moved. */
export interface AliasFacts {
  readonly name: string;
  readonly arn?: string;
  readonly before?: string;
  readonly now?: string;
}

/** What became of $LATEST after a deploy failed half-way. */
export type PutBackFacts =
  /** Everything that was changed is as it was; `parts` in words: `code`, `layers`. */
  | { readonly outcome: "restored"; readonly parts: readonly string[] }
  /** $LATEST holds the new code and layers, whole: the old code was not laid aside. */
  | { readonly outcome: "left" }
  /** Putting back failed too; a sentence. */
  | { readonly outcome: "failed"; readonly why: string };

/** Everything that the report is made of; a part is absent until the run has learned it. */
export interface Facts {
  readonly mode: "deploy" | "report" | "rollback";
  readonly dryRun: boolean;
  readonly outcome: Outcome;
  readonly function: FunctionFacts;
  readonly alias?: AliasFacts;
  readonly code?: CodeFacts;
  readonly layer?: LayerFacts;
  /** After the run; `otherLayersBefore` those before it, absent when they are the same. */
  readonly otherLayers: readonly OtherLayerFacts[];
  readonly otherLayersBefore?: readonly OtherLayerFacts[];
  /** Our layer where the layers are not this run's business: it stays as it is, and `layer` is absent. */
  readonly layerLeftAlone?: OtherLayerFacts;
  readonly limits?: Limits;
  /** In `mode: report`. */
  readonly sizes?: SizeReport;
  /** What is to be done, in order. In a deploy these are also what was done, unless `outcome` is `failed`: then the first `completed` of them were. */
  readonly plan: readonly PlannedChange[];
  readonly completed: number;
  /** Updates of the function that AWS accepted, also when they failed afterwards. */
  readonly accepted?: readonly Action[];
  /** Measured time in which $LATEST held new code with old layers or the reverse, in ms; absent when both did not change. */
  readonly gapMs?: number;
  readonly putBack?: PutBackFacts;
  /** In `mode: rollback` the version to go back to. */
  readonly goal?: string;
  /** In their order; absent when none were asked for or it did not come to them. */
  readonly smokeTests?: readonly SmokeTestFacts[];
  /** By name; absent when nobody asked for them. */
  readonly layerUsers?: readonly LayerUserFacts[];
  readonly notices: readonly Notice[];
  readonly phases: readonly Phase[];
  /** Attempts per API operation: `GetFunction`, `s3.PutObject`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly uploadedBytes: number;
  readonly error?: Failure;
}
