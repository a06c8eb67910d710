import { codeAfter, layersAround } from "./decided.js";
import type { Dependencies } from "./dependencies/find.js";
import { pinnedNames } from "./dependencies/pinned.js";
import { checkHandler } from "./function/handler.js";
import { checkLayers, wantedLayers } from "./function/layer-slots.js";
import { checkLostPackages } from "./function/lost-packages.js";
import { makePlan, type Plan, sendsCode, type Wanted, type WantedAlias } from "./function/plan.js";
import type { Footprint } from "./function/update-order.js";
import { checkSizes, gatedDeploy } from "./gates.js";
import type { Inputs } from "./inputs.js";
import type { ChosenLayer } from "./layer/choose.js";
import { type LayerFinding, wantedOf } from "./layer/find.js";
import { shadowing } from "./layer/import-names.js";
import { layerNotices } from "./layer/layer-notices.js";
import { type OtherLayer, otherLayerNotices } from "./layer/others.js";
import { checkTotal, checkUpload, limitsOf, UNZIPPED_LIMIT } from "./limits.js";
import type { Observed } from "./observe.js";
import type { Limits, Notice, Size } from "./report/facts.js";

export interface Decision {
  readonly plan: Plan;
  readonly limits: Limits;
  readonly layers: ReturnType<typeof layersAround>;
  readonly codeAfter: Size;
  readonly notices: readonly Notice[];
  /** Import names that are in the code and in the layer. */
  readonly shadowing: readonly string[];
}

/** What can be wrong before a layer is built, so that nobody waits for a build in vain. Pure; throws ActionError. */
export function checkBeforeBuild(
  inputs: Inputs,
  { state, code, comparison }: Pick<Observed, "state" | "code" | "comparison">,
  finding: LayerFinding,
  others: readonly OtherLayer[],
): void {
  const wanted = { layer: wantedOf(finding), otherLayers: inputs.layers };
  checkLayers(wantedLayers(state, finding.attachedArn, wanted), finding.attachedArn);
  checkTotal(limitsOf({ code, layer: undefined, otherLayers: others.map(({ size }) => size) }), inputs, undefined);
  if (comparison.changed) {
    checkUpload("code package", code.zipped, inputs.bucket);
  }
  // What a new layer brings is not known yet; without one, only other layers can hold the handler.
  if (finding.outcome === "none" || finding.outcome === "untouched") {
    checkHandler({
      handler: inputs.settings.handler ?? state.settings.handler,
      entries: code.entries,
      layerImportNames: [],
      hasOtherLayers: others.length > 0 || (finding.outcome === "untouched" && finding.attachedArn !== undefined),
    });
  }
}

/** Unzipped bytes that code and other layers leave to ours, at most. */
export function room(
  { hardLimit }: Pick<Inputs, "hardLimit">,
  code: { readonly zipped: number; readonly unzipped: number },
  others: readonly OtherLayer[],
): number {
  const { used = 0 } = limitsOf({ code, layer: undefined, otherLayers: others.map(({ size }) => size) });
  return Math.min(hardLimit, UNZIPPED_LIMIT) - used;
}

/** What will be done, in which order. Everything that can be wrong is found here, before the first write. Pure; throws ActionError. */
export function decide(
  inputs: Inputs,
  observed: Omit<Observed, "lambda" | "alias">,
  layer: ChosenLayer,
  others: readonly OtherLayer[],
  alias: WantedAlias,
): Decision {
  const { state, code, comparison, dependencies } = observed;
  const handler = checkHandler({
    handler: inputs.settings.handler ?? state.settings.handler,
    entries: code.entries,
    layerImportNames: layer.importNames,
    // A layer of ours that could not be looked into may bring it as well.
    hasOtherLayers: others.length > 0 || (layer.importNames === undefined && hasOurs(layer)),
  });
  const { limits, ...layers } = sizesWith({ state, code }, layer, others);
  const sizeNotices = checkSizes(inputs, gatedDeploy(code, layer.facts), limits, layer.facts);
  const wanted = wantedBy(inputs, observed, layer, alias);
  const plan = makePlan(state, layer.attachedArn, wanted, footprintOf(observed, layer, others, limits));
  if (sendsCode(plan)) {
    checkUpload("code package", code.zipped, inputs.bucket);
  }
  if (layer.built !== undefined) {
    checkUpload("layer", layer.built.describes.zipped, inputs.bucket);
  }
  const shadowed = shadowing(code.importNames, layer.importNames ?? namesOf(dependencies));
  const notices = [
    ...(handler.outcome === "elsewhere" ? [handler.notice] : []),
    ...sizeNotices,
    ...otherLayerNotices(others, layer.facts?.packages ?? []),
    ...layer.notices,
    ...(layer.facts === undefined ? [] : layerNotices(layer.facts, { ...inputs, pinned: pinnedOf(dependencies) })),
    ...checkLostPackages({
      removed: comparison.changes?.removed ?? [],
      entries: code.entries,
      inLayers: packagesInLayers(layer, others),
      excluded: inputs.excludePackages,
      dependencies,
    }),
    ...shadowNotice(shadowed),
    ...(inputs.dryRun ? gapNotice(plan) : []),
  ];
  return {
    plan,
    limits,
    layers,
    codeAfter: codeAfter(plan, code, comparison),
    notices,
    shadowing: shadowed,
  };
}

/** How much of Lambda's limits the function is to use, and by which layers beside ours: the report shows it also of a deploy that is too large. Pure. */
export function sizesWith(
  { state, code }: Pick<Observed, "state" | "code">,
  layer: ChosenLayer,
  others: readonly OtherLayer[],
): { readonly limits: Limits } & ReturnType<typeof layersAround> {
  const limits = limitsOf({ code, layer: sizeOfOurs(state, layer), otherLayers: others.map(({ size }) => size) });
  return { limits, ...layersAround(state, layer, others) };
}

/** What the function is to be. */
function wantedBy(
  inputs: Inputs,
  { comparison, codeSigningConfig }: Pick<Observed, "comparison" | "codeSigningConfig">,
  layer: ChosenLayer,
  alias: WantedAlias,
): Wanted {
  const { layers, runtime, architecture, settings, tags, sourceKmsKey, publish } = inputs;
  return {
    layer: layer.wanted,
    otherLayers: layers,
    runtime,
    architecture,
    settings,
    tags,
    codeSigningConfig: inputs.codeSigningConfig === codeSigningConfig ? undefined : inputs.codeSigningConfig,
    sourceKmsKey,
    code: comparison,
    publish,
    alias,
  };
}

/** How large it is before and after. */
function footprintOf(
  { state, code, comparison }: Pick<Observed, "state" | "code" | "comparison">,
  layer: ChosenLayer,
  others: readonly OtherLayer[],
  { used = 0 }: Limits,
): Footprint {
  return {
    codeBefore: comparison.before.unzipped ?? state.codeSize,
    codeAfter: code.unzipped,
    layersBefore: layersBefore(state, layer, others),
    layersAfter: used - code.unzipped,
    onlyRemoves: onlyRemoves(layer),
  };
}

/** Our layer after the deploy; one that is not this run's business counts with what AWS says of it. */
function sizeOfOurs({ layers }: Observed["state"], { wanted, facts, attachedArn }: ChosenLayer): Size | undefined {
  if (wanted.kind !== "untouched") {
    return facts?.after;
  }
  const attached = layers.find(({ arn }) => arn === attachedArn);
  return attached && (attached.zipped === undefined ? {} : { zipped: attached.zipped });
}

/** Unzipped bytes of the layers attached now, at least. */
function layersBefore({ layers }: Observed["state"], layer: ChosenLayer, others: readonly OtherLayer[]): number {
  return layers
    .map(({ arn, zipped = 0 }) => {
      const size = arn === layer.attachedArn ? layer.facts?.before : others.find((other) => other.arn === arn)?.size;
      return size?.unzipped ?? zipped;
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

function onlyRemoves({ facts }: ChosenLayer): boolean {
  return facts !== undefined && facts.changes.length > 0 && facts.changes.every(({ to }) => to === undefined);
}

/** The function has our layer afterwards. */
function hasOurs({ wanted, attachedArn }: ChosenLayer): boolean {
  return wanted.kind === "untouched" ? attachedArn !== undefined : wanted.kind !== "none";
}

function pinnedOf(dependencies: Dependencies): ReadonlySet<string> {
  return dependencies.outcome === "found" ? pinnedNames(dependencies) : new Set();
}

/** Names of the packages in all layers after the deploy; undefined when one of them was not looked into. */
function packagesInLayers(layer: ChosenLayer, others: readonly OtherLayer[]): readonly string[] | undefined {
  const ours = hasOurs(layer) ? [layer.facts?.packages.length === 0 ? undefined : layer.facts?.packages] : [];
  const all = [...ours, ...others.map(({ packages }) => packages)];
  const known = all.filter((packages) => packages !== undefined);
  return known.length === all.length ? known.flat().map(({ name }) => name) : undefined;
}

/** Good enough to find a copy in the code without looking into the layer: most packages are imported by their name. */
function namesOf(dependencies: Dependencies): readonly string[] {
  return dependencies.outcome === "found" ? dependencies.requirements.map(({ name }) => name.replaceAll("-", "_")) : [];
}

function shadowNotice(names: readonly string[]): readonly Notice[] {
  if (names.length === 0) {
    return [];
  }
  const some = names.slice(0, 5).map((name) => `\`${name}\``);
  const text = `The code package also holds ${some.join(", ")}${names.length > 5 ? ", …" : ""}, which the layer brings: the code's copy wins. Leave it out with \`code-exclude\`.`;
  return [{ level: "warning", text }];
}

/** Only of a plan: a deploy tells how long the gap really was. */
function gapNotice({ gap }: Plan): readonly Notice[] {
  return gap === undefined
    ? []
    : [{ level: "note", text: `Layers and code are two updates: between them, \`$LATEST\` is ${gap}.` }];
}
