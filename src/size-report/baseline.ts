import { mkdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { type Dependencies, findDependencies } from "../dependencies/find.js";
import { type CodePackage, packCode } from "../function/code.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import type { Environment } from "../machine/environment.js";
import { isInside } from "../machine/paths.js";
import type { PackageSize, Size } from "../report/facts.js";
import type { Baseline } from "../report/size-facts.js";
import type { KeptEntry } from "./kept-sizes.js";
import {
  fingerprintOf,
  type KnownLayer,
  knownLayer,
  type MeasuredLayer,
  type Measuring,
  measureLayer,
} from "./measure-layer.js";
import { checkOut } from "./repository.js";
import { knownSize, type SizesEntry } from "./sizes-entry.js";

/** What the sizes are compared with, as far as it is known before anything was measured. */
export interface Base {
  readonly branch: string | undefined;
  /** 40 hex digits. */
  readonly commit: string | undefined;
  readonly kept: KeptEntry | undefined;
}

/** Sizes of the base commit. */
export interface BaseSizes {
  readonly baseline: Baseline;
  readonly code: Size | undefined;
  readonly layer: BaseLayer;
}

export type BaseLayer =
  | MeasuredLayer
  /** Only names and versions are known: its sizes are of another runtime, architecture, or of one with or without bytecode. */
  | { readonly outcome: "versions"; readonly packages: readonly Pick<PackageSize, "name" | "version">[] }
  | { readonly outcome: "unknown" };

/** The base commit from git, laid aside when somebody asks for it. */
export type BaseTree = () => Promise<
  | { readonly outcome: "there"; readonly workspace: string; readonly codeDirectory: string }
  | { readonly outcome: "missing"; readonly why: string }
>;

export interface BaseTreeRequest {
  readonly inputs: Inputs;
  readonly journal: Journal;
  readonly env: Environment;
  readonly base: Base;
  readonly token: string | undefined;
  /** Absolute path of ours that does not exist yet. */
  readonly directory: string;
}

const FETCH = "For that the job needs `permissions: contents: read`, or a checkout with `fetch-depth: 0`.";

/** How to get the base commit's files, at most once. */
export function baseTree({ inputs, journal, env, base, token, directory }: BaseTreeRequest): BaseTree {
  let tree: ReturnType<BaseTree> | undefined;
  const { workspace, codeDirectory } = inputs;
  const place = path.relative(workspace, codeDirectory);
  const layAside: BaseTree = async () => {
    const { commit } = base;
    if (commit === undefined) {
      return { outcome: "missing", why: "Nothing says which commit to compare with." };
    }
    await mkdir(directory);
    const remote = `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY ?? ""}`;
    const checkedOut = await checkOut({ workspace, codeDirectory, env, commit, remote, token, directory });
    if (checkedOut.outcome === "failed") {
      journal.say(`git: ${checkedOut.said}`);
      const why = `${nothingKept(inputs, base)}, and the base commit could not be fetched. ${FETCH}`;
      return { outcome: "missing", why };
    }
    journal.say(`Commit ${commit.slice(0, 7)} is laid aside.`);
    const laid = await directoryInside(checkedOut.workspace, place);
    return laid === undefined
      ? { outcome: "missing", why: `Commit ${commit.slice(0, 7)} has no directory \`${place}\`.` }
      : { outcome: "there", ...laid };
  };
  return () => {
    tree ??= layAside();
    return tree;
  };
}

/** The code directory of a tree, as real paths; undefined without one, and when a link of the commit leads out. */
async function directoryInside(tree: string, place: string) {
  const workspace = await realpath(tree);
  const codeDirectory = await realpath(path.join(workspace, place)).catch(() => undefined);
  const inside = codeDirectory !== undefined && isInside(workspace, codeDirectory);
  return inside && (await stat(codeDirectory)).isDirectory() ? { workspace, codeDirectory } : undefined;
}

/** Why the base commit is asked for. Where sizes are kept, nobody reads it. */
function nothingKept({ cache }: Inputs, { branch = "the base branch" }: Base): string {
  return cache ? `No run on \`${branch}\` has kept its sizes yet` : "The cache is off";
}

export interface BaseSizesRequest {
  readonly measuring: Measuring;
  readonly base: Base;
  readonly tree: BaseTree;
  /** The layer of this commit; undefined: it has no figure. */
  readonly head: MeasuredLayer | undefined;
  /** Absolute path of ours, for what is measured here; exists. */
  readonly directory: string;
}

/** The sizes of the base commit: as an earlier run kept them where they can be compared, else measured here. Does not throw for what is wrong there. */
export async function measureBase(request: BaseSizesRequest): Promise<BaseSizes> {
  const { base, head } = request;
  const { branch, commit, kept } = base;
  if (kept === undefined) {
    return measureTree(request);
  }
  const { entry, exact } = kept;
  const layer = keptLayer(entry, request.measuring, head);
  if (layer === undefined) {
    const measured = await measureTree(request);
    // Both sizes of one commit: what is kept can be of another one.
    if (measured.layer.outcome !== "unknown") return measured;
  }
  const baseline: Baseline = {
    outcome: "found",
    ...(branch !== undefined && { branch }),
    commit: exact ? (commit ?? entry.commit) : entry.commit,
    source: exact ? "cache" : "newest",
  };
  return { baseline, code: entry.code, layer: layer ?? versionsOf(entry) };
}

/** The layer of a kept entry, when it can be compared with this commit's: like with like. */
function keptLayer(
  { layer, runtime, architecture }: SizesEntry,
  { target }: Measuring,
  head: MeasuredLayer | undefined,
): MeasuredLayer | undefined {
  if (typeof layer === "string") {
    return { outcome: layer, reason: "" };
  }
  const { describes, manifest } = layer;
  const { fingerprint } = describes;
  const known = head?.outcome === "known" ? head : undefined;
  if (known?.fingerprint === fingerprint) {
    return known;
  }
  const sameTarget = runtime === target.runtime && architecture === target.architecture;
  const alike = known === undefined || (known.bytecode === describes.bytecode && known.notBuilt.length === 0);
  return manifest && sameTarget && alike ? knownLayer(manifest, "restored", { fingerprint, notBuilt: [] }) : undefined;
}

function versionsOf({ layer }: SizesEntry): BaseLayer {
  const packages = typeof layer === "string" ? undefined : layer.manifest?.packages;
  return packages === undefined
    ? { outcome: "unknown" }
    : { outcome: "versions", packages: packages.map(({ name, version }) => ({ name, version })) };
}

async function measureTree(request: BaseSizesRequest): Promise<BaseSizes> {
  const { measuring, base, tree, directory } = request;
  const { branch, commit } = base;
  const found = await tree();
  if (found.outcome === "missing") {
    return { baseline: { outcome: "none", why: found.why }, code: undefined, layer: { outcome: "unknown" } };
  }
  const { workspace, codeDirectory } = found;
  const { journal, inputs, fileEnv } = measuring;
  const dependencies = await tolerant(journal, "The dependencies of the base commit", () =>
    findDependencies({ ...inputs, workspace, codeDirectory, env: fileEnv }),
  );
  const code = await tolerant(journal, "The code of the base commit", () =>
    packBase(inputs, workspace, codeDirectory, dependencies, path.join(directory, "base-code.zip")),
  );
  const layer =
    dependencies &&
    (await tolerant(journal, "The layer of the base commit", () => measureBaseLayer(request, workspace, dependencies)));
  return {
    baseline: {
      outcome: "found",
      ...(branch !== undefined && { branch }),
      ...(commit !== undefined && { commit }),
      source: "git",
    },
    code: code && knownSize(code),
    layer: layer ?? { outcome: "unknown" },
  };
}

function packBase(
  { codeInclude, codeExclude }: Inputs,
  workspace: string,
  directory: string,
  dependencies: Dependencies = { outcome: "untouched", reason: "" },
  file: string,
): Promise<CodePackage> {
  return packCode({ workspace, directory, include: codeInclude, exclude: codeExclude, dependencies, file });
}

async function measureBaseLayer(
  { measuring, base, head, directory }: BaseSizesRequest,
  workspace: string,
  dependencies: Dependencies,
): Promise<BaseLayer> {
  const known = head?.outcome === "known" ? head : undefined;
  if (
    known !== undefined &&
    dependencies.outcome === "found" &&
    fingerprintOf(measuring, dependencies) === known.fingerprint
  ) {
    return known;
  }
  const kept = base.kept?.entry.layer;
  const layer = await measureLayer(measuring, {
    dependencies,
    workspace,
    directory: path.join(directory, "base-layer"),
    budget: Number.POSITIVE_INFINITY,
    known: typeof kept === "object" ? kept : undefined,
    ...(known !== undefined && { bytecode: known.bytecode, wheelsOnly: known.notBuilt.length > 0 }),
  });
  return layer.outcome !== "known" || known === undefined || isAlike(layer, known)
    ? layer
    : { outcome: "versions", packages: layer.packages ?? [] };
}

/** Their sizes can be compared. */
function isAlike(base: KnownLayer, head: KnownLayer): boolean {
  const leftOut = new Set(base.notBuilt);
  return base.bytecode === head.bytecode && !(head.packages ?? []).some(({ name }) => leftOut.has(name));
}

/** What is wrong with the base commit is no fault of this change. */
async function tolerant<T>(journal: Journal, what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    journal.notice({ level: "note", text: `${what} could not be measured: ${why}` });
    return undefined;
  }
}
