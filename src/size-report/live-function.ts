import { unlessMissing } from "../aws/failure.js";
import type { FunctionState, Lambda } from "../aws/lambda.js";
import type { CodePackage } from "../function/code.js";
import { compareCode } from "../function/compare.js";
import type { AwsInputs, Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { readOtherLayer } from "../layer/inside.js";
import { lookUp, ourLayer } from "../layer/lookup.js";
import type { Environment } from "../machine/environment.js";
import type { Size } from "../report/facts.js";
import type { LiveSizes } from "../report/size-facts.js";

/** The function as it is deployed now. */
export interface LiveFunction {
  readonly lambda: Lambda;
  readonly state: FunctionState;
}

// How the SDK's default chain finds credentials without asking a machine's metadata service, which may not answer:
// https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
const CREDENTIALS = [
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/** Whether the report may ask AWS: somebody gave credentials, and the Region is known. */
export function knowsAws(inputs: Inputs, env: Environment): inputs is AwsInputs {
  return inputs.region !== undefined && CREDENTIALS.some((name) => (env[name] ?? "") !== "");
}

/** Reads what callers get, in one call; undefined when there is no such function. Throws the SDK's errors. */
export async function readLiveFunction(
  { functionName, region, aliasName }: AwsInputs,
  journal: Journal,
): Promise<LiveFunction | undefined> {
  const { connectLambda } = await import("../aws/lambda.js"); // with AWS's client, which a report without credentials does without
  const lambda = connectLambda(region, functionName.given, journal.calls);
  const behindAlias = aliasName && (await unlessMissing(lambda.getFunction(aliasName)));
  const state = behindAlias || (await unlessMissing(lambda.getFunction()));
  // Layers and zips do not apply to a container image.
  return state?.packageType === "Zip" ? { lambda, state } : undefined;
}

/** What is inside the live function, as far as it can be read by ranges of its zips. */
export interface LiveInside {
  readonly sizes: LiveSizes;
  /** The code package differs from the live one. */
  readonly codeChanged: boolean;
  /** Our layer is attached. */
  readonly hasLayer: boolean;
  /** The layers beside ours that the function is to have. */
  readonly others: readonly Size[];
}

/** Looks into the live code and layers; nothing of them is downloaded. Throws the SDK's errors. */
export async function lookInside(
  { lambda, state }: LiveFunction,
  { layerName, layers: given }: Pick<Inputs, "layerName" | "layers">,
  code: CodePackage,
): Promise<LiveInside> {
  const { before, changed } = await compareCode(state, code);
  const ours = ourLayer(state.layers, state.arn, layerName);
  const sizeOf = async (arn: string): Promise<Size> => {
    const zipped = state.layers.find((layer) => layer.arn === arn)?.zipped;
    const { size } = await readOtherLayer(arn, lambda).catch(() => ({ size: {} }));
    return { ...(zipped !== undefined && { zipped }), ...size };
  };
  const attached = await Promise.all(state.layers.map(async ({ arn }) => ({ arn, size: await sizeOf(arn) })));
  const beside = attached.filter(({ arn }) => arn !== ours);
  const layer = attached.find(({ arn }) => arn === ours)?.size;
  const used = sumOf([before, ...attached.map(({ size }) => size)]);
  return {
    sizes: { code: before, ...(layer && { layer }), ...(used !== undefined && { used }) },
    codeChanged: changed,
    hasLayer: ours !== undefined,
    others: await Promise.all(
      (given ?? beside.map(({ arn }) => arn)).map((arn) => known(attached, arn) ?? sizeOf(arn)),
    ),
  };
}

function known(attached: readonly { readonly arn: string; readonly size: Size }[], arn: string): Size | undefined {
  return attached.find((layer) => layer.arn === arn)?.size;
}

/** Unzipped bytes; undefined when one is not known. */
function sumOf(sizes: readonly Size[]): number | undefined {
  return sizes.some(({ unzipped }) => unzipped === undefined)
    ? undefined
    : sizes.reduce((sum, { unzipped = 0 }) => sum + unzipped, 0);
}

/** Where AWS has a version of our layer with the wanted fingerprint: on the function, or beside it. */
export type InAws = "attached" | "published" | "missing";

/** Looks for it. Throws the SDK's errors. */
export async function findInAws(
  { lambda, state }: LiveFunction,
  layerName: string,
  fingerprint: string,
): Promise<InAws> {
  const attached = ourLayer(state.layers, state.arn, layerName);
  const { wanted } = await lookUp(lambda.layerVersions(layerName), attached, fingerprint);
  if (wanted === undefined) {
    return "missing";
  }
  return wanted.arn === attached ? "attached" : "published";
}
