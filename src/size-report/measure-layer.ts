import { mkdir } from "node:fs/promises";
import type { Dependencies, FoundDependencies } from "../dependencies/find.js";
import { fingerprint } from "../dependencies/fingerprint.js";
import { ActionError } from "../errors.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { sdkNotices } from "../layer/aws-sdk.js";
import { buildLayer } from "../layer/build.js";
import { describeLayer, type LayerDescription } from "../layer/description.js";
import { installsNothing } from "../layer/find.js";
import type { LayerManifest } from "../layer/manifest.js";
import type { Target } from "../layer/target.js";
import { fencedLog } from "../layer/tool-output.js";
import type { Environment } from "../machine/environment.js";
import type { Notice, PackageSize, Size } from "../report/facts.js";
import type { KeptSizes } from "./kept-sizes.js";
import type { KeptLayer } from "./sizes-entry.js";
import { wheelsOnly } from "./untrusted.js";

/** The layer that a commit's dependencies make. */
export type MeasuredLayer =
  /** The layers are not this function's business. */
  | { readonly outcome: "untouched"; readonly reason: string }
  | { readonly outcome: "none"; readonly reason: string }
  | KnownLayer;

type KeptContent = Exclude<KeptLayer, string>;

export interface KnownLayer {
  readonly outcome: "known";
  /** Of all dependencies, also when `notBuilt` names some. */
  readonly fingerprint: string;
  readonly source: "built" | "restored";
  readonly size: Size;
  readonly bytecode: boolean;
  readonly pinned: boolean;
  /** Undefined: not known. */
  readonly packages: readonly (PackageSize & { readonly importNames?: readonly string[] })[] | undefined;
  /** Names that were not counted: they would have to be built from source. */
  readonly notBuilt: readonly string[];
  readonly notices: readonly Notice[];
  /** The whole layer as it can be kept. */
  readonly keepable?: KeptContent;
}

/** What all layers of one report are measured with. */
export interface Measuring {
  readonly inputs: Inputs;
  readonly journal: Journal;
  /** For the installer. */
  readonly env: Environment;
  /** What dependency files may have filled in. */
  readonly fileEnv: Environment;
  readonly target: Target;
  readonly kept: KeptSizes | undefined;
  /** What is built may be kept for later reports. */
  readonly keeps: boolean;
  /** Nothing is built from source. */
  readonly untrusted: boolean;
}

export interface MeasureRequest {
  readonly dependencies: Dependencies;
  /** Absolute: what the dependencies' paths start from. */
  readonly workspace: string;
  /** An absolute path of ours that does not exist yet. */
  readonly directory: string;
  /** Unzipped bytes that the layer may have. */
  readonly budget: number;
  /** What is known already, by fingerprint. */
  readonly known: KeptContent | undefined;
  /** Only a layer with, or without, bytecode is of use. */
  readonly bytecode?: boolean;
  /** Leave out what would have to be built, also when the whole layer is known. */
  readonly wheelsOnly?: boolean;
}

/** Sizes of the layer: known, kept in the cache by fingerprint, or built. Throws as a build does. */
export async function measureLayer(measuring: Measuring, request: MeasureRequest): Promise<MeasuredLayer> {
  const { dependencies } = request;
  if (dependencies.outcome !== "found") {
    return { outcome: dependencies.outcome === "empty" ? "none" : "untouched", reason: dependencies.reason };
  }
  const hash = fingerprintOf(measuring, dependencies);
  const whole = request.wheelsOnly ? undefined : await recall(measuring, request, hash);
  if (whole !== undefined) {
    return restoredLayer(measuring, whole, { fingerprint: hash, notBuilt: [] });
  }
  const described = request.known?.describes;
  if (described?.fingerprint === hash && !request.wheelsOnly && fits(request, described)) {
    return describedLayer(described);
  }
  const { dependencies: wheels, notBuilt } = wheelsOnly(dependencies);
  return measuring.untrusted && notBuilt.length > 0
    ? measureWheels(measuring, request, wheels, { fingerprint: hash, notBuilt })
    : build(measuring, request, dependencies, { fingerprint: hash, notBuilt: [] });
}

/** Without what would have to be built. */
async function measureWheels(
  measuring: Measuring,
  request: MeasureRequest,
  wheels: FoundDependencies,
  identity: Identity,
): Promise<MeasuredLayer> {
  if (wheels.requirements.every(({ name }) => wheels.excluded.includes(name))) {
    return { ...knownOf(identity), source: "built", size: NOTHING, bytecode: false, pinned: true, packages: [] };
  }
  const part = await recall(measuring, request, fingerprintOf(measuring, wheels));
  return part === undefined ? build(measuring, request, wheels, identity) : restoredLayer(measuring, part, identity);
}

const NOTHING = { zipped: 0, unzipped: 0, files: 0 };

type Identity = Pick<KnownLayer, "fingerprint" | "notBuilt">;

/** Identity of the layer that these dependencies make. */
export function fingerprintOf({ inputs, target }: Measuring, dependencies: FoundDependencies): string {
  return fingerprint({ ...inputs, dependencies, target });
}

async function recall({ kept }: Measuring, request: MeasureRequest, hash: string): Promise<LayerManifest | undefined> {
  const inside = request.known?.manifest;
  if (inside?.fingerprint === hash && fits(request, inside)) {
    return inside;
  }
  const restored = await kept?.manifest(hash);
  return restored && fits(request, restored) ? restored : undefined;
}

function fits({ bytecode }: MeasureRequest, layer: { readonly bytecode: boolean }): boolean {
  return bytecode === undefined || layer.bytecode === bytecode;
}

/** For one layer of a stranger, whose package index may send a byte at a time. */
const LONGEST_MS = 240_000;

function tooSlow(): ActionError {
  return new ActionError(`The layer could not be built within ${LONGEST_MS / 60_000} minutes.`, {
    hint: "Look at the package indexes in the dependency files, or measure it in a deploy.",
    code: "too-slow",
  });
}

async function build(
  measuring: Measuring,
  { workspace, directory, budget }: MeasureRequest,
  dependencies: FoundDependencies,
  identity: Identity,
): Promise<MeasuredLayer> {
  const { inputs, journal, env, target, kept, keeps, untrusted } = measuring;
  await mkdir(directory);
  const signal = untrusted ? AbortSignal.timeout(LONGEST_MS) : undefined;
  const built = await fencedLog({ info: journal.say }, dependencies.secrets, (onLine) =>
    buildLayer({
      ...inputs,
      dependencies,
      target,
      fingerprint: fingerprintOf(measuring, dependencies),
      workspace,
      workDirectory: directory,
      budget,
      env,
      onLine,
      onStep: journal.say,
      signal,
    }).catch((error: unknown) => {
      throw signal?.aborted ? tooSlow() : error;
    }),
  );
  if (built.outcome === "empty") {
    return { outcome: "none", reason: installsNothing(dependencies, target) };
  }
  const { manifest, notices } = built.archive;
  if (keeps) {
    await kept?.keepManifest(manifest);
  }
  return { ...knownLayer(manifest, "built", identity), notices };
}

function knownOf({ fingerprint: hash, notBuilt }: Identity) {
  return { outcome: "known", fingerprint: hash, notBuilt, notices: [] } as const;
}

/** The layer that a manifest describes. */
export function knownLayer(manifest: LayerManifest, source: KnownLayer["source"], identity: Identity): KnownLayer {
  const { zip, bytecode, pinned, packages } = manifest;
  const whole = identity.notBuilt.length === 0;
  return {
    ...knownOf(identity),
    source,
    size: zip,
    bytecode,
    pinned,
    packages,
    ...(whole && { keepable: { describes: describeLayer(manifest), manifest } }),
  };
}

/** With the notice that a build of it has made, too. */
function restoredLayer({ inputs }: Measuring, manifest: LayerManifest, identity: Identity): KnownLayer {
  const names = manifest.packages.map(({ name }) => name);
  return { ...knownLayer(manifest, "restored", identity), notices: sdkNotices(names, inputs.excludePackages) };
}

/** A layer of which nobody kept what is inside. */
function describedLayer(describes: LayerDescription): KnownLayer {
  const { fingerprint: hash, zipped, unzipped, files, bytecode, pinned } = describes;
  return {
    ...knownOf({ fingerprint: hash, notBuilt: [] }),
    source: "restored",
    size: { zipped, unzipped, files },
    bytecode,
    pinned,
    packages: undefined,
    keepable: { describes },
  };
}
