import type { FunctionState } from "./aws/lambda.js";
import type { CodePackage } from "./function/code.js";
import type { CodeComparison } from "./function/compare.js";
import { type Plan, sendsCode } from "./function/plan.js";
import type { ChosenLayer } from "./layer/choose.js";
import type { OtherLayer } from "./layer/others.js";
import type { Facts, OtherLayerFacts, Size } from "./report/facts.js";

/** The code package that the function has in the end: files that are only compressed otherwise are not sent for that. Pure. */
export function codeAfter(
  plan: Plan,
  { zipped, unzipped, files, sha256 }: Pick<CodePackage, "zipped" | "unzipped" | "files" | "sha256">,
  { before }: Pick<CodeComparison, "before">,
): Size {
  return sendsCode(plan) ? { zipped, unzipped, files, sha256 } : { ...before, unzipped, files };
}

/** The layers that this run has not made, as the report tells of them. Pure. */
export function layersAround(
  { layers }: Pick<FunctionState, "layers">,
  { attachedArn, wanted }: Pick<ChosenLayer, "attachedArn" | "wanted">,
  others: readonly Pick<OtherLayer, "arn" | "size">[],
): Pick<Facts, "otherLayers" | "otherLayersBefore" | "layerLeftAlone"> {
  const now = others.map(({ arn, size: { zipped, unzipped } }) => factsOf(arn, zipped, unzipped));
  const attached = layers.map(({ arn, zipped }) => factsOf(arn, zipped));
  const ours = attached.find(({ arn }) => arn === attachedArn);
  return {
    otherLayers: now,
    otherLayersBefore: attached
      .filter((layer) => layer !== ours)
      .map((layer) => now.find(({ arn }) => arn === layer.arn) ?? layer),
    ...(wanted.kind === "untouched" && ours && { layerLeftAlone: ours }),
  };
}

function factsOf(arn: string, zipped: number | undefined, unzipped?: number): OtherLayerFacts {
  return { arn, ...(zipped !== undefined && { zipped }), ...(unzipped !== undefined && { unzipped }) };
}
