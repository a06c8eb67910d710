import type { FunctionState, Lambda } from "../aws/lambda.js";
import type { Dependencies, FoundDependencies } from "../dependencies/find.js";
import { fingerprint } from "../dependencies/fingerprint.js";
import type { WantedLayer } from "../function/plan.js";
import type { LayerFacts, Notice } from "../report/facts.js";
import type { BuildRequest, LayerArchive } from "./build.js";
import { type LayerCache, openCache } from "./cache.js";
import { decideLayer } from "./decide.js";
import { describeLayer, type LayerDescription } from "./description.js";
import { type EnsureRequest, ensureLayer } from "./ensure.js";
import { type LayerContents, packageChanges, readOurLayer, sizeOf } from "./inside.js";
import { type KnownLayerVersion, type Lookup, lookUp, ourLayer } from "./lookup.js";
import { targetOf } from "./target.js";

export interface ChooseRequest
  extends Pick<BuildRequest, "slim" | "bytecode" | "workspace" | "workDirectory" | "env" | "budget"> {
  readonly dependencies: Dependencies;
  readonly state: FunctionState;
  readonly lambda: Lambda;
  readonly layerName: string;
  /** Of the function after the deploy. */
  readonly runtime: string | undefined;
  readonly architecture: FunctionState["architecture"];
  /** Build and publish although the layer exists. */
  readonly forceLayer: boolean;
  readonly cache: boolean;
  readonly dryRun: boolean;
  readonly say: (sentence: string) => void;
  readonly notice: (notice: Notice) => void;
  /** Shows a tool's output in the log, where none of it can be a command. */
  readonly showing: EnsureRequest["showing"];
}

/** The layer that the function is to have. */
export interface ChosenLayer {
  readonly wanted: WantedLayer;
  /** ARN of our layer version attached now. */
  readonly attachedArn: string | undefined;
  /** Number of the newest version of our layer, 0 when there is none. */
  readonly newest: number;
  /** On this machine, to be published. */
  readonly archive: LayerArchive | undefined;
  readonly describes: LayerDescription | undefined;
  /** Undefined: the layers are not this run's business. */
  readonly facts: LayerFacts | undefined;
  /** What the layer can be imported as; undefined when not known. */
  readonly importNames: readonly string[] | undefined;
}

/** Finds the layer version for exactly these dependencies in AWS, else restores or builds it. Writes nothing to AWS. */
export async function chooseLayer(request: ChooseRequest): Promise<ChosenLayer> {
  const { dependencies, state, layerName } = request;
  const attachedArn = ourLayer(state.layers, state.arn, layerName);
  switch (dependencies.outcome) {
    case "untouched":
      request.say(dependencies.reason);
      return { ...NOTHING, wanted: { kind: "untouched" }, attachedArn, facts: undefined };
    case "empty":
      return withoutLayer(request, attachedArn, dependencies.files, `${named(dependencies.files)} names no packages.`);
    case "found":
      return chooseFound(request, dependencies, attachedArn);
    default:
      return dependencies satisfies never;
  }
}

const NOTHING = { newest: 0, archive: undefined, describes: undefined, importNames: undefined } as const;

async function withoutLayer(
  request: ChooseRequest,
  attachedArn: string | undefined,
  dependencyFiles: readonly string[],
  reason: string,
): Promise<ChosenLayer> {
  request.say(reason);
  const before =
    attachedArn === undefined ? undefined : await readOurLayer(attachedArn, undefined, request.lambda, undefined);
  const facts: LayerFacts = {
    name: request.layerName,
    source: "none",
    reason,
    dependencyFiles,
    ...(before && attachedArn !== undefined && { before: { ...before.size, versionArn: attachedArn } }),
    packages: [],
    changes: packageChanges(before?.packages, []),
    newest: [],
  };
  return { ...NOTHING, wanted: { kind: "none" }, attachedArn, facts };
}

async function chooseFound(
  request: ChooseRequest,
  dependencies: FoundDependencies,
  attachedArn: string | undefined,
): Promise<ChosenLayer> {
  const { lambda, layerName, slim, bytecode, say } = request;
  const target = targetOf(request.runtime ?? "(none)", request.architecture);
  const hash = fingerprint({ dependencies, target, slim, bytecode });
  const lookup = await lookUp(lambda.layerVersions(layerName), attachedArn, hash);
  const decision = decideLayer(named(dependencies.files), lookup, request.forceLayer);
  say(`${decision.reason} (fingerprint ${hash.slice(0, 12)})`);
  const common = { name: layerName, dependencyFiles: dependencies.files, fingerprint: hash };
  if (decision.outcome === "reused") {
    return reuse(request, dependencies, lookup, decision.version, {
      ...common,
      source: "reused",
      reason: decision.reason,
    });
  }

  const cache = request.cache ? await openCache(request.workspace) : undefined;
  const supply = await ensureLayer({
    build: { ...request, dependencies, target, fingerprint: hash, onStep: say },
    cache,
    force: request.forceLayer,
    keep: !request.dryRun,
    say,
    notice: request.notice,
    showing: request.showing,
  });
  if (supply.source === "none") {
    const reason = `${named(dependencies.files)} installs nothing for ${target.runtime} on ${target.architecture}.`;
    return withoutLayer(request, attachedArn, dependencies.files, reason);
  }
  const { manifest } = supply.archive;
  const describes = describeLayer(manifest);
  const before = await readBefore(request, lookup, cache);
  return {
    wanted: { kind: "new", reason: decision.reason },
    attachedArn,
    newest: lookup.versions[0]?.version ?? 0,
    archive: supply.archive,
    describes,
    importNames: manifest.packages.flatMap((it) => it.importNames),
    facts: {
      ...common,
      source: supply.source,
      reason: decision.reason,
      ...beforeFacts(attachedArn, before),
      ...afterFacts(describes),
      after: { ...sizeOf(describes), sha256: manifest.zip.sha256 },
      packages: manifest.packages,
      changes: packageChanges(before?.packages, manifest.packages),
      newest: newestOf(lookup),
    },
  };
}

/** A published version holds the wanted dependencies. When it is attached already, nothing more needs to be read. */
async function reuse(
  request: ChooseRequest,
  dependencies: FoundDependencies,
  lookup: Lookup,
  version: KnownLayerVersion,
  common: Pick<LayerFacts, "name" | "dependencyFiles" | "fingerprint" | "source" | "reason">,
): Promise<ChosenLayer> {
  const { describes } = version;
  const { attachedArn } = lookup;
  const stays = version.arn === attachedArn;
  const cache = stays || !request.cache ? undefined : await openCache(request.workspace);
  const before = stays ? { size: sizeOf(describes), packages: undefined } : await readBefore(request, lookup, cache);
  const now = stays ? undefined : await readOurLayer(version.arn, describes, request.lambda, cache);
  return {
    ...NOTHING,
    wanted: { kind: "existing", arn: version.arn },
    attachedArn,
    newest: lookup.versions[0]?.version ?? 0,
    describes,
    // Good enough to find a copy in the code, without reading the layer: most packages are imported by their name.
    importNames: dependencies.requirements.flatMap(({ name }) =>
      name === undefined ? [] : [name.replaceAll("-", "_")],
    ),
    facts: {
      ...common,
      versionArn: version.arn,
      version: version.version,
      created: version.created,
      runtimes: version.runtimes,
      architectures: version.architectures,
      ...beforeFacts(attachedArn, before),
      ...afterFacts(describes),
      packages: now?.packages ?? [],
      changes: packageChanges(before?.packages, now?.packages),
      newest: newestOf(lookup),
    },
  };
}

/** What our attached version holds; without one, a function that had no layer of ours: every package is new. */
async function readBefore(
  { lambda }: ChooseRequest,
  { attachedArn, attached }: Lookup,
  cache: LayerCache | undefined,
): Promise<Pick<LayerContents, "size" | "packages"> | undefined> {
  return attachedArn === undefined ? undefined : readOurLayer(attachedArn, attached?.describes, lambda, cache);
}

function beforeFacts(
  arn: string | undefined,
  before: Pick<LayerContents, "size"> | undefined,
): Pick<LayerFacts, "before"> {
  return arn === undefined || before === undefined ? {} : { before: { ...before.size, versionArn: arn } };
}

function afterFacts(describes: LayerDescription): Pick<LayerFacts, "after" | "packageCount" | "pinned" | "bytecode"> {
  const { packages, pinned, bytecode } = describes;
  return { after: sizeOf(describes), packageCount: packages, pinned, bytecode };
}

function newestOf({ versions, attachedArn, wanted }: Lookup): LayerFacts["newest"] {
  return versions.slice(0, 5).map(({ arn, version, created }) => ({
    version,
    created,
    attached: arn === attachedArn,
    wanted: arn === wanted?.arn,
  }));
}

function named(files: readonly string[]): string {
  return files.map((file) => `\`${file}\``).join(", ");
}
