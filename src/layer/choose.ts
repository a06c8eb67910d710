import type { Lambda } from "../aws/lambda.js";
import type { WantedLayer } from "../function/layer-slots.js";
import type { LayerFacts, Notice, Size } from "../report/facts.js";
import type { BuildRequest, LayerArchive } from "./build.js";
import { type LayerCache, openCache } from "./cache.js";
import { describeLayer, type LayerDescription } from "./description.js";
import type { Showing } from "./ensure.js";
import { installsNothing, type LayerFinding, wantedOf } from "./find.js";
import { type LayerContents, readOurLayer, sizeOf } from "./inside.js";
import type { Lookup } from "./lookup.js";
import { comparePackages, packageChanges } from "./package-changes.js";

export interface ChooseRequest
  extends Pick<
    BuildRequest,
    "slim" | "botocoreServices" | "bytecode" | "workspace" | "workDirectory" | "env" | "budget"
  > {
  readonly finding: LayerFinding;
  readonly lambda: Lambda;
  readonly layerName: string;
  readonly forceLayer: boolean;
  readonly cache: boolean;
  readonly dryRun: boolean;
  /** Somebody asks what the layer lets import, so a published one is looked into. */
  readonly asksForNames: boolean;
  readonly say: (sentence: string) => void;
  readonly showing: Showing;
}

/** The layer that the function is to have. */
export interface ChosenLayer {
  readonly wanted: WantedLayer;
  /** ARN of our layer version attached now. */
  readonly attachedArn: string | undefined;
  /** Number of the newest version of our layer, 0 when there is none. */
  readonly newest: number;
  /** On this machine, to be published. */
  readonly built: { readonly archive: LayerArchive; readonly describes: LayerDescription } | undefined;
  /** Undefined: the layers are not this run's business. */
  readonly facts: LayerFacts | undefined;
  /** What the layer lets import; undefined when not known. */
  readonly importNames: readonly string[] | undefined;
  readonly notices: readonly Notice[];
}

/** The layer that was found, or makes it: restored from the cache, else built. Writes nothing to AWS. */
export async function chooseLayer(request: ChooseRequest): Promise<ChosenLayer> {
  const { finding } = request;
  const common = { wanted: wantedOf(finding), attachedArn: finding.attachedArn, ...NOTHING };
  switch (finding.outcome) {
    case "untouched":
      request.say("The layers are left alone.");
      return common;
    case "none":
      request.say("The function needs no layer.");
      return { ...common, importNames: [], facts: await factsOfNone(request, finding.files, finding.reason) };
    case "reused":
      request.say("Nothing is to be built.");
      return { ...common, ...(await reuse(request, finding)) };
    case "missing":
      return { ...common, ...(await make(request, finding)) };
    default:
      return finding satisfies never;
  }
}

const NOTHING = { newest: 0, built: undefined, facts: undefined, importNames: undefined, notices: [] } as const;

/** A published version holds the wanted dependencies. When it is attached already, nothing more needs to be read. */
async function reuse(
  request: ChooseRequest,
  finding: Extract<LayerFinding, { outcome: "reused" }>,
): Promise<Pick<ChosenLayer, "newest" | "facts" | "importNames">> {
  const { version, lookup, attachedArn } = finding;
  const { describes, arn, created, runtimes, architectures } = version;
  const stays = arn === attachedArn;
  const cache = stays || !request.cache ? undefined : await openCache(request.workspace);
  const now = stays && !request.asksForNames ? undefined : await readOurLayer(arn, describes, request.lambda, cache);
  const before = stays || attachedArn === undefined ? undefined : await readBefore(request, lookup, attachedArn, cache);
  return {
    newest: newestNumber(lookup),
    importNames: now?.importNames,
    facts: {
      ...commonFacts(request, finding),
      source: "reused",
      versionArn: arn,
      version: version.version,
      created,
      runtimes,
      architectures,
      ...(attachedArn !== undefined && { before: { ...(before?.size ?? sizeOf(describes)), versionArn: attachedArn } }),
      ...factsOfContent(describes, sizeOf(describes)),
      packages: now?.packages ?? [],
      changes: packageChanges(comparePackages(before?.packages, now?.packages)),
      newest: newestOf(lookup),
    },
  };
}

/** No published version holds the wanted dependencies. */
async function make(
  request: ChooseRequest,
  finding: Extract<LayerFinding, { outcome: "missing" }>,
): Promise<Partial<ChosenLayer>> {
  const { dependencies, target, fingerprint, lookup, attachedArn } = finding;
  const cache = request.cache ? await openCache(request.workspace) : undefined;
  const { ensureLayer } = await import("./ensure.js"); // the whole build
  const supply = await ensureLayer({
    build: { ...request, dependencies, target, fingerprint, onStep: request.say },
    cache,
    force: request.forceLayer,
    keep: !request.dryRun,
    say: request.say,
    showing: request.showing,
  });
  const { notices } = supply;
  if (supply.source === "none") {
    const facts = await factsOfNone(request, dependencies.files, installsNothing(dependencies, target));
    return { wanted: { kind: "none" }, importNames: [], notices, facts };
  }
  const { manifest } = supply.archive;
  const describes = describeLayer(manifest);
  const before = attachedArn === undefined ? undefined : await readBefore(request, lookup, attachedArn, cache);
  return {
    newest: newestNumber(lookup),
    built: { archive: supply.archive, describes },
    importNames: manifest.packages.flatMap(({ importNames }) => importNames),
    notices,
    facts: {
      ...commonFacts(request, finding),
      source: supply.source,
      ...(attachedArn !== undefined && before && { before: { ...before.size, versionArn: attachedArn } }),
      ...factsOfContent(describes, { ...sizeOf(describes), sha256: manifest.zip.sha256 }),
      ...(manifest.leftOut && { leftOut: manifest.leftOut }),
      packages: manifest.packages,
      changes: packageChanges(comparePackages(before?.packages, manifest.packages)),
      newest: newestOf(lookup),
    },
  };
}

function readBefore(
  { lambda }: ChooseRequest,
  { attached }: Lookup,
  attachedArn: string,
  cache: LayerCache | undefined,
): Promise<LayerContents> {
  return readOurLayer(attachedArn, attached?.describes, lambda, cache);
}

/** No layer of ours: what is attached of it goes. */
async function factsOfNone(
  { finding: { attachedArn }, layerName, lambda }: ChooseRequest,
  dependencyFiles: readonly string[],
  reason: string,
): Promise<LayerFacts> {
  const before = attachedArn === undefined ? undefined : await readOurLayer(attachedArn, undefined, lambda, undefined);
  return {
    name: layerName,
    source: "none",
    reason,
    dependencyFiles,
    ...(attachedArn !== undefined && before && { before: { ...before.size, versionArn: attachedArn } }),
    packages: [],
    changes: packageChanges(comparePackages(before?.packages, [])),
    newest: [],
  };
}

function commonFacts(
  { layerName }: ChooseRequest,
  { dependencies, fingerprint, reason }: Extract<LayerFinding, { outcome: "reused" | "missing" }>,
): Pick<LayerFacts, "name" | "dependencyFiles" | "fingerprint" | "reason"> {
  return { name: layerName, dependencyFiles: dependencies.files, fingerprint, reason };
}

function factsOfContent({ packages, pinned, bytecode }: LayerDescription, after: Size) {
  return { after, packageCount: packages, pinned, bytecode };
}

function newestNumber({ versions }: Lookup): number {
  return versions[0]?.version ?? 0;
}

function newestOf({ versions, attachedArn, wanted }: Lookup): LayerFacts["newest"] {
  return versions.slice(0, 5).map(({ arn, version, created }) => ({
    version,
    created,
    attached: arn === attachedArn,
    wanted: arn === wanted?.arn,
  }));
}
