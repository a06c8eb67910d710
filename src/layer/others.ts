import type { FunctionState, Lambda } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { WantedLayer } from "../function/layer-slots.js";
import type { Notice, PackageSize, Size } from "../report/facts.js";
import { readOtherLayer } from "./inside.js";
import { ourLayer } from "./lookup.js";

/** A layer of the function beside ours. */
export interface OtherLayer {
  readonly arn: string;
  readonly size: Size;
  /** Names of packages in it; undefined when not looked at. */
  readonly packages: readonly PackageSize[] | undefined;
  /** This action made it, under another name. */
  readonly madeByUs: boolean;
}

export interface OthersRequest {
  readonly lambda: Lambda;
  readonly state: FunctionState;
  readonly layerName: string;
  /** What the list is to hold of ours, and what it holds now. */
  readonly wanted: WantedLayer;
  readonly attachedArn: string | undefined;
  /** As given by the user; undefined: they stay. */
  readonly layers: readonly string[] | undefined;
}

/**
 * The function's other layers after the deploy. They are looked into only when the list of layers will be sent: then a
 * deleted one must be found before anything is written, and the exact sizes decide what fits.
 */
export async function readOtherLayers(request: OthersRequest): Promise<readonly OtherLayer[]> {
  const { lambda, state, attachedArn, layers: given } = request;
  const attached = state.layers.filter(({ arn }) => arn !== attachedArn);
  const wanted = given ?? attached.map(({ arn }) => arn);
  checkNotOurs(request);
  const listChanges = oursChanges(request) || inDoubt(state) || wanted.join() !== attached.map(({ arn }) => arn).join();
  if (listChanges && request.wanted.kind === "untouched" && attachedArn !== undefined) {
    await readOtherLayer(attachedArn, lambda);
  }
  return Promise.all(
    wanted.map(async (arn): Promise<OtherLayer> => {
      const zipped = attached.find((layer) => layer.arn === arn)?.zipped;
      const known = zipped === undefined ? {} : { zipped };
      if (!listChanges) {
        return { arn, size: known, packages: undefined, madeByUs: false };
      }
      const { size, packages, describes } = await readOtherLayer(arn, lambda);
      return { arn, size: { ...known, ...size }, packages, madeByUs: describes !== undefined };
    }),
  );
}

/** What a person should look at: a layer of ours under an old name, a layer that brings the same packages as ours. */
export function otherLayerNotices(others: readonly OtherLayer[], ours: readonly PackageSize[]): readonly Notice[] {
  const names = new Set(ours.map(({ name }) => name));
  return others.flatMap(({ arn, packages, madeByUs }): readonly Notice[] => {
    const layer = arn.split(":").slice(-2).join(":");
    if (madeByUs) {
      const text = `\`${layer}\` holds dependencies too, published by this action under another name. Take it out with \`layers\`.`;
      return [{ level: "warning", text }];
    }
    const shared = (packages ?? []).map(({ name }) => name).filter((name) => names.has(name));
    if (shared.length === 0) {
      return [];
    }
    const some = shared.slice(0, 5).map((name) => `\`${name}\``);
    const text = `\`${layer}\` also brings ${some.join(", ")}${shared.length > 5 ? ", …" : ""}; the layer that comes later in the list wins.`;
    return [{ level: "note", text }];
  });
}

/** After a failed update the layers are sent again: what GetFunction shows is not what runs. */
function inDoubt({ readiness }: FunctionState): boolean {
  return readiness.status === "failed";
}

/** Our place in the list changes, so the whole list will be sent. */
function oursChanges({ wanted, attachedArn }: OthersRequest): boolean {
  switch (wanted.kind) {
    case "untouched":
      return false;
    case "none":
      return attachedArn !== undefined;
    case "existing":
      return wanted.arn !== attachedArn;
    case "new":
      return true;
    default:
      return wanted satisfies never;
  }
}

function checkNotOurs({ layers, state, layerName }: OthersRequest): void {
  const given = (layers ?? []).map((arn) => ({ arn }));
  const listed = ourLayer(given, state.arn, layerName);
  if (listed !== undefined) {
    throw new ActionError(`\`layers\` lists ${listed}, the layer that this action attaches.`, {
      hint: "List only the other layers, or set another `layer-name`.",
      code: "layers",
    });
  }
}
