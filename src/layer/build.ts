import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FoundDependencies } from "../dependencies/find.js";
import type { Recipe } from "../dependencies/fingerprint.js";
import { pinnedNames } from "../dependencies/pinned.js";
import { ActionError } from "../errors.js";
import { formatBytes } from "../report/bytes.js";
import type { Notice } from "../report/facts.js";
import { leftOutWords } from "../report/left-out.js";
import { plural } from "../report/markdown.js";
import { writeZip } from "../zip/write.js";
import { sdkNotices } from "./aws-sdk.js";
import { checkBinaries } from "./binaries.js";
import { hasServices } from "./botocore-services.js";
import { addBytecode, type WithBytecode } from "./bytecode.js";
import { type Entry, readTree } from "./entries.js";
import { type InstallRequest, install } from "./install.js";
import { checkLayerSize, totalSize } from "./layer-size.js";
import { type LayerManifest, manifestOf } from "./manifest.js";
import { readMentions } from "./read-mentions.js";
import { slim } from "./slim.js";

export interface BuildRequest extends InstallRequest, Pick<Recipe, "slim" | "botocoreServices" | "bytecode"> {
  /** Of the recipe. */
  readonly fingerprint: string;
  /** Unzipped bytes that the layer may have: what code and other layers leave of the limit, as far as known. */
  readonly budget: number;
  /** Is told what was done, in sentences. */
  readonly onStep?: (sentence: string) => void;
}

/** A layer zip on this machine. */
export interface LayerArchive {
  /** Path of the zip. */
  readonly file: string;
  readonly manifest: LayerManifest;
  readonly notices: readonly Notice[];
}

/** `empty`: the requirements install nothing on the target, by their markers. Lambda takes no empty layer. */
export type BuildOutcome =
  | { readonly outcome: "empty" }
  | { readonly outcome: "built"; readonly archive: LayerArchive };

/**
 * Requirements in, layer out: installs, slims, adds bytecode, checks and zips. The same packages and interpreter give the same bytes.
 * Throws ActionErrors; nothing has left this machine by then.
 */
export async function buildLayer(request: BuildRequest): Promise<BuildOutcome> {
  const { target, workDirectory, onStep = () => {} } = request;
  const installing = stopwatch();
  const place = join(workDirectory, "install");
  await mkdir(place);
  const installed = await install({ ...request, workDirectory: place });
  const tree = await readTree(installed.tree);
  if (tree.distributions.length === 0) {
    checkNothing(request.dependencies, installed.tool);
    return { outcome: "empty" };
  }
  const packages = plural(tree.distributions.length, "package");
  onStep(`Installed ${packages} (${formatBytes(totalSize(tree.entries))}) with ${installed.tool} in ${installing()}.`);

  const mentions = request.slim === "aggressive" ? { mentions: await readMentions(tree.entries) } : {};
  const { entries, leftOut } = slim(tree.entries, { ...request, ...mentions });
  if (leftOut.length > 0) onStep(`Left out ${leftOutWords(leftOut, (what) => what)}.`);
  checkLayerSize(entries);
  checkBinaries(entries, tree.distributions, target);

  const compiling = stopwatch();
  const bytecode = await addBytecode({ ...request, entries, mode: request.bytecode });
  if (bytecode.made) onStep(`${sentenceOf(bytecode.made)} in ${compiling()}.`);

  const zipping = stopwatch();
  const zip = await writeZip(bytecode.entries, join(workDirectory, "layer.zip"));
  onStep(
    `Zipped ${plural(zip.files, "file")} (${formatBytes(zip.unzipped)}) to ${formatBytes(zip.zipped)} in ${zipping()}.`,
  );
  const pinned = pinnedNames(request.dependencies);
  const built = {
    fingerprint: request.fingerprint,
    pinned: tree.distributions.every(({ name }) => pinned.has(name)),
    bytecode: bytecode.made !== undefined,
    leftOut,
    tools: { installer: installed.tool, ...(bytecode.made && { python: bytecode.made.python }) },
  };
  const names = tree.distributions.map(({ name }) => name);
  const sdk = sdkNotices(names, request.dependencies.excluded);
  const clashes = installed.clashes.map((text): Notice => ({ level: "warning", text }));
  return {
    outcome: "built",
    archive: {
      file: zip.file,
      manifest: manifestOf(built, tree.distributions, bytecode.entries, zip),
      notices: [
        ...clashes,
        ...sdk,
        ...serviceNotice(request, tree.entries),
        ...sourceNotice(request, names),
        ...bytecode.notices,
      ],
    },
  };
}

/** Throws unless each requirement has a marker, or is excluded: an installer that fails silently must not cost the function its layer. */
function checkNothing({ requirements, pathDependencies, excluded }: FoundDependencies, tool: string): void {
  const missing = [...requirements, ...pathDependencies].find(
    ({ name, marker }) => !marker && !excluded.includes(name),
  );
  if (missing !== undefined) {
    throw new ActionError(`${tool} ended without an error, but has not installed ${JSON.stringify(missing.name)}.`, {
      hint: "Look at what it printed, and run the job again.",
      code: "nothing-installed",
    });
  }
}

function serviceNotice({ botocoreServices }: BuildRequest, entries: readonly Entry[]): readonly Notice[] {
  const text = "`botocore-services` changes nothing: no package of the layer brings botocore.";
  return botocoreServices === "all" || hasServices(entries) ? [] : [{ level: "note", text }];
}

/** A slip in a name would be found only by the run that needs the permission. */
function sourceNotice({ dependencies: { allowSource } }: BuildRequest, names: readonly string[]): readonly Notice[] {
  const unknown = allowSource.filter((name) => !names.includes(name));
  const listed = unknown.map((name) => `\`${name}\``).join(", ");
  const text = `\`allow-source\` names ${listed}, which the layer does not have.`;
  return unknown.length === 0 ? [] : [{ level: "note", text }];
}

function sentenceOf({ python, modules, skipped }: NonNullable<WithBytecode["made"]>): string {
  const foreign = skipped === 0 ? "" : ` (${plural(skipped, "file")} of other Pythons left alone)`;
  return `Compiled ${plural(modules, "module")}${foreign} with Python ${python}`;
}

/** Seconds since now, as text. */
function stopwatch(): () => string {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
