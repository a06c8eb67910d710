import type { PackageSize, Size } from "./facts.js";

/** Whose sizes a report compares with. */
export type Baseline =
  /** A sentence: why there is nothing to compare with. */
  | { readonly outcome: "none"; readonly why: string }
  | {
      readonly outcome: "found";
      /** Name of the base branch, as people write it. */
      readonly branch?: string;
      /** 40 hex digits. */
      readonly commit?: string;
      /** `cache`: kept by a run on that commit. `newest`: by the newest run of the branch, maybe of another commit. `git`: that commit, built here. */
      readonly source: "cache" | "newest" | "git";
    };

/** One distribution in the base branch's layer and in the pull request's; one side is absent when it was added or removed. */
export interface PackageComparison {
  readonly name: string;
  readonly before?: PackageSize;
  readonly after?: PackageSize;
}

/** The layer of the base branch beside that of this commit. */
export type LayerComparison =
  /** The layers are not this function's business, or it has no dependencies and had none. */
  | { readonly outcome: "none" }
  /** This commit's layer has no figure; `why` is a sentence. */
  | { readonly outcome: "unknown"; readonly why: string; readonly before?: Size }
  | {
      readonly outcome: "known";
      /** The fingerprints differ; absent while that of the base is not known. */
      readonly changed?: boolean;
      /** `"none"`: there was, or will be, no layer; absent: not known. */
      readonly before?: Size | "none";
      readonly after: Size | "none";
      /** Every package of both sides, by name; empty when not known. */
      readonly packages: readonly PackageComparison[];
      /** Names that are not counted on either side: they would have to be built from source, which a report of a fork does not do. */
      readonly notBuilt: readonly string[];
    };

/** What is deployed now, read from AWS. */
export interface LiveSizes {
  readonly code: Size;
  readonly layer?: Size;
  /** Unzipped, code and all layers; absent when one is not known. */
  readonly used?: number;
}

/** How a report learned for which runtime and architecture it counts. `guess`: the newest, x86_64. */
export type TargetSource = "input" | "live" | "baseline" | "python-version" | "requires-python" | "guess";

/** What a change does to the function's size, before it is merged. */
export interface SizeReport {
  /** What is compared with the base: a pull request, or, on a push or in a merge queue, a commit. */
  readonly subject: "pull request" | "commit";
  readonly baseline: Baseline;
  readonly targetFrom: { readonly runtime: TargetSource; readonly architecture: TargetSource };
  readonly code: { readonly before?: Size; readonly after: Size };
  readonly layer: LayerComparison;
  /** The function's other layers, as far as they are known; absent: nobody could tell. Unzipped bytes. */
  readonly otherLayers?: { readonly count: number; readonly unzipped: number; readonly atLeast: boolean };
  readonly live?: LiveSizes;
  /** What the next deploy will do: whether it publishes a layer, and how many zip bytes it sends; absent: not known. */
  readonly next: {
    readonly layer: "published" | "reused" | "detached" | "untouched" | "unknown";
    readonly upload?: number;
  };
  /** Of a fork, or on `pull_request_target`: nothing of it is executed, so nothing is built from source. */
  readonly untrusted: boolean;
}
