import type { Architecture } from "../layer/target.js";
import type {
  Facts,
  Failure,
  LayerFacts,
  LayerSource,
  LayerUserFacts,
  Limits,
  Outcome,
  PackageChange,
  PackageSize,
  Phase,
  PlannedChange,
  Size,
  SmokeTestFacts,
} from "./facts.js";
import type { Baseline } from "./size-facts.js";

/** `report-json`, described field by field in docs/report.schema.json. What is not known is absent, never 0. */
export interface ReportJson {
  readonly schema: 1;
  readonly mode: Facts["mode"];
  readonly function: {
    readonly name: string;
    readonly arn?: string;
    readonly region?: string | undefined;
    readonly runtime?: string;
    readonly architecture?: Architecture;
  };
  readonly code?: { readonly before?: Size; readonly after?: Size };
  readonly layer?: {
    readonly source: LayerSource;
    readonly reason: string;
    readonly fingerprint?: string;
    readonly versionArn?: string;
    readonly before?: Size;
    readonly after?: Size;
    readonly packages: readonly PackageSize[];
    readonly changes: readonly PackageChange[];
  };
  readonly limits?: {
    readonly zipped: number;
    readonly unzipped: number;
    readonly used?: number;
    readonly headroom?: number;
  };
  /** Whose sizes `before` are, in `mode: report`. */
  readonly baseline?: {
    readonly source: "cache" | "newest" | "git" | "none";
    readonly branch?: string;
    readonly commit?: string;
  };
  /** Absent when nobody asked for them. */
  readonly layerUsers?: readonly LayerUserFacts[];
  readonly plan: readonly PlannedChange[];
  readonly calls: Readonly<Record<string, number>>;
  readonly uploadedBytes: number;
  readonly phases: readonly Phase[];
  /** Empty when none were asked for, or when the run did not come to them. */
  readonly smokeTests: readonly SmokeTestFacts[];
  readonly outcome: Outcome;
  readonly error?: Failure;
}

const SMOKE_TEST = [
  "method",
  "path",
  "status",
  "expected",
  "ms",
  "initMs",
  "restoreMs",
  "memoryMB",
  "ok",
  "reason",
] as const;

const LAYER_USER = ["name", "version", "behind", "before", "outcome", "reason"] as const;

/** The facts in the form that other programs may rely on. Copied field by field: what is not in the contract stays out. */
export function reportJson(facts: Facts): ReportJson {
  const { code, layer, limits, sizes, layerUsers, error } = facts;
  return {
    schema: 1,
    mode: facts.mode,
    function: pick(facts.function, ["name", "arn", "region", "runtime", "architecture"]),
    ...(code && { code: beforeAndAfter(code) }),
    ...(layer && { layer: layerJson(layer) }),
    ...(limits && { limits: limitsJson(limits) }),
    ...(sizes && { baseline: baselineJson(sizes.baseline) }),
    ...(layerUsers && { layerUsers: layerUsers.map((user) => pick(user, LAYER_USER)) }),
    plan: facts.plan.map((change) => pick(change, ["action", "reason"])),
    calls: facts.calls,
    uploadedBytes: facts.uploadedBytes,
    phases: facts.phases.map((phase) => pick(phase, ["name", "ms"])),
    smokeTests: (facts.smokeTests ?? []).map((test) => pick(test, SMOKE_TEST)),
    outcome: facts.outcome,
    ...(error && { error: pick(error, ["message", "hint", "code"]) }),
  };
}

/** What is only a lower bound is not known. */
function limitsJson(limits: Limits): NonNullable<ReportJson["limits"]> {
  return pick(limits, limits.atLeast ? ["zipped", "unzipped"] : ["zipped", "unzipped", "used", "headroom"]);
}

function baselineJson(baseline: Baseline): NonNullable<ReportJson["baseline"]> {
  return baseline.outcome === "none" ? { source: "none" } : pick(baseline, ["source", "branch", "commit"]);
}

function layerJson(layer: LayerFacts): NonNullable<ReportJson["layer"]> {
  return {
    ...pick(layer, ["source", "reason", "fingerprint", "versionArn"]),
    ...beforeAndAfter(layer),
    packages: layer.packages.map((one) => pick(one, ["name", "version", "zipped", "unzipped", "files"])),
    changes: layer.changes.map((one) => pick(one, ["name", "from", "to"])),
  };
}

function beforeAndAfter({ before, after }: { readonly before?: Size; readonly after?: Size }) {
  const keys = ["zipped", "unzipped", "files", "sha256"] as const;
  return { ...(before && { before: pick(before, keys) }), ...(after && { after: pick(after, keys) }) };
}

/** These fields, in this order, as far as they are there. */
function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const present = keys.filter((key) => from[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, from[key]])) as Pick<T, K>;
}
