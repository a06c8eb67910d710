import type { CodePackage } from "../function/code.js";
import { isCommit, parseEvent } from "../github/event.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import type { ChosenLayer } from "../layer/choose.js";
import type { LayerDescription } from "../layer/description.js";
import type { OtherLayer } from "../layer/others.js";
import { RUNTIMES, type Target } from "../layer/target.js";
import type { Environment } from "../machine/environment.js";
import type { Size } from "../report/facts.js";
import type { HeadLayer } from "./compare-sizes.js";
import { keyPrefixes } from "./find-base.js";
import { type KeptSizes, openKeptSizes } from "./kept-sizes.js";
import { otherSizes } from "./other-sizes.js";
import { openRepository } from "./repository.js";
import { type KeptLayer, knownSize, type SizesEntry } from "./sizes-entry.js";

interface BranchCommit {
  readonly branch: string;
  readonly commit: string;
}

/** The branch and commit that a run is of; undefined when that is none of a branch. The workspace can hold another one. Pure. */
function branchCommit(env: Environment): BranchCommit | undefined {
  const { GITHUB_SHA: commit } = env;
  const { kind, branch } = parseEvent(env, "");
  return isCommit(commit) && branch !== undefined && (kind === "push" || kind === "other")
    ? { branch, commit }
    : undefined;
}

/** The same, when it is what the workspace holds. */
async function deployedCommit(
  { workspace, codeDirectory }: Inputs,
  env: Environment,
): Promise<BranchCommit | undefined> {
  const place = branchCommit(env);
  const repository = place && (await openRepository({ workspace, codeDirectory, env }));
  return repository?.head === place?.commit ? place : undefined;
}

export interface DeployedSizes {
  readonly inputs: Inputs;
  readonly journal: Journal;
  readonly env: Environment;
  readonly runtime: string | undefined;
  readonly architecture: SizesEntry["architecture"];
  readonly code: CodePackage;
  readonly layer: ChosenLayer;
  readonly others: readonly OtherLayer[];
}

/** Keeps the sizes of what was deployed, for the pull requests to come. An accelerator: it never fails a deploy. */
export async function keepDeployedSizes(deployed: DeployedSizes): Promise<void> {
  const { inputs, journal, env, architecture, code, layer, others } = deployed;
  const runtime = RUNTIMES.find((known) => known === deployed.runtime);
  const place = inputs.cache ? await deployedCommit(inputs, env) : undefined;
  if (place === undefined || runtime === undefined) {
    return;
  }
  await journal.step("Sizes for pull requests", undefined, async () => {
    const kept = await openKeptSizes(inputs.workspace);
    const entry = {
      commit: place.commit,
      runtime,
      architecture,
      code: knownSize(code),
      layer: await deployedLayer(layer, kept),
      otherLayers: otherSizes(others.map(({ size }) => size)),
    };
    await kept?.keep(keyPrefixes(inputs, place.branch), entry, "deploy");
  });
}

export interface MeasuredSizes {
  readonly inputs: Inputs;
  readonly env: Environment;
  /** Commit that the workspace holds. */
  readonly head: string | undefined;
  readonly kept: KeptSizes;
  readonly target: Target;
  readonly code: CodePackage;
  readonly layer: HeadLayer;
  readonly otherLayers: SizesEntry["otherLayers"] | undefined;
}

/** Keeps what a report on a push has measured. */
export async function keepMeasuredSizes(measured: MeasuredSizes): Promise<void> {
  const { inputs, env, head, kept, target, code, layer, otherLayers } = measured;
  const place = branchCommit(env);
  const content = layer.outcome === "known" ? layer.keepable : layer.outcome;
  if (place === undefined || place.commit !== head || content === undefined || content === "unknown") {
    return;
  }
  await kept.keep(keyPrefixes(inputs, place.branch), {
    commit: place.commit,
    runtime: target.runtime,
    architecture: target.architecture,
    code: knownSize(code),
    layer: content,
    ...(otherLayers && { otherLayers }),
  });
}

async function deployedLayer({ wanted, built, facts }: ChosenLayer, kept: KeptSizes | undefined): Promise<KeptLayer> {
  if (built !== undefined) {
    return { describes: built.describes, manifest: built.archive.manifest };
  }
  if (wanted.kind === "untouched" || wanted.kind === "none" || facts?.fingerprint === undefined) {
    return wanted.kind === "untouched" ? "untouched" : "none";
  }
  const { fingerprint, packageCount = 0, pinned = false, bytecode = false } = facts;
  const manifest = await kept?.manifest(fingerprint, "deploy");
  return {
    describes: { fingerprint, ...figures(facts.after ?? {}), packages: packageCount, pinned, bytecode },
    ...(manifest && { manifest }),
  };
}

function figures({
  zipped = 0,
  unzipped = 0,
  files = 0,
}: Size): Pick<LayerDescription, "zipped" | "unzipped" | "files"> {
  return { zipped, unzipped, files };
}
