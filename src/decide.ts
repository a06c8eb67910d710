import { shadowing } from "./function/code.js";
import { checkHandler } from "./function/handler.js";
import { makePlan, type Plan, type WantedAlias } from "./function/plan.js";
import type { Inputs } from "./inputs.js";
import type { ChosenLayer } from "./layer/choose.js";
import { type OtherLayer, otherLayerNotices } from "./layer/others.js";
import { checkTotal, checkUpload, limitsOf } from "./limits.js";
import type { Observed } from "./observe.js";
import type { ForeignLayer, Limits, Notice, Size } from "./report/facts.js";

export interface Decision {
  readonly plan: Plan;
  readonly limits: Limits;
  readonly others: readonly ForeignLayer[];
  readonly notices: readonly Notice[];
  /** Import names that are in the code and in the layer. */
  readonly shadowing: readonly string[];
}

/** What will be done, in which order. Everything that can be wrong is found here, before the first write. Pure; throws ActionError. */
export function decide(
  inputs: Inputs,
  { state, code, comparison, codeSigningConfig }: Pick<Observed, "state" | "code" | "comparison" | "codeSigningConfig">,
  layer: ChosenLayer,
  others: readonly OtherLayer[],
  alias: WantedAlias,
): Decision {
  const handler = checkHandler({
    handler: inputs.settings.handler ?? state.settings.handler,
    entries: code.entries,
    layerImportNames: layer.importNames,
    // With `requirements: none` nothing is known of our layer either.
    hasForeignLayers: others.length > 0 || (layer.wanted.kind === "untouched" && layer.attachedArn !== undefined),
  });
  const limits = limitsOf({ code, layer: sizeOfOurs(state, layer), otherLayers: others.map(({ size }) => size) });
  const near = checkTotal(limits, inputs, layer.facts?.packages ?? []);
  const plan = makePlan(
    state,
    layer.attachedArn,
    {
      layer: layer.wanted,
      otherLayers: inputs.layers,
      runtime: inputs.runtime,
      architecture: inputs.architecture,
      settings: inputs.settings,
      tags: inputs.tags,
      codeSigningConfig: inputs.codeSigningConfig === codeSigningConfig ? undefined : inputs.codeSigningConfig,
      sourceKmsKey: inputs.sourceKmsKey,
      code: comparison,
      publish: inputs.publish,
      alias,
    },
    {
      codeBefore: comparison.before.unzipped ?? state.codeSize,
      codeAfter: code.unzipped,
      layersBefore: layersBefore(state, layer, others),
      layersAfter: (limits.used ?? 0) - code.unzipped,
      onlyRemoves: onlyRemoves(layer),
    },
  );
  if (plan.changes.some(({ action }) => action === "update-code" || action === "create-function")) {
    checkUpload("code package", code.zipped, inputs.bucket);
  }
  if (layer.archive !== undefined) {
    checkUpload("layer", layer.archive.manifest.zip.zipped, inputs.bucket);
  }
  const shadowed = shadowing(code.importNames, layer.importNames ?? []);
  const notices = [
    ...(handler.outcome === "elsewhere" ? [handler.notice] : []),
    ...(near === undefined ? [] : [near]),
    ...otherLayerNotices(others, layer.facts?.packages ?? []),
    ...layerNotices(inputs, layer),
    ...shadowNotice(shadowed),
    ...(inputs.dryRun ? gapNotice(plan) : []),
  ];
  return { plan, limits, others: others.map(({ arn, size }) => ({ arn, ...size })), notices, shadowing: shadowed };
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

function layerNotices(inputs: Inputs, { facts, archive }: ChosenLayer): readonly Notice[] {
  const notices: Notice[] = [...(archive?.notices ?? [])];
  if (facts?.pinned === false) {
    const text =
      "Not every package of the layer is pinned with `==`. The layer stays as it is until the requirements change; the next build may bring newer versions.";
    notices.push({ level: "note", text });
  }
  if (facts?.source === "reused" && facts.bytecode === false && inputs.bytecode === "auto") {
    const text = `The layer has no bytecode, so cold starts compile it. To add it, run actions/setup-python with ${inputs.runtime ?? "the function's Python"} and once \`force-layer: true\`.`;
    notices.push({ level: "note", text });
  }
  return notices;
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
