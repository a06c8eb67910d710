import type { LambdaFunction, Region } from "./state.ts";
import { functionNotFound, otherAccount, qualifierMismatch, validation, wrongRegion } from "./texts.ts";

/** Where a request is made. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

const functionArn = (place: Place, name: string) => `arn:aws:lambda:${place.region}:${place.account}:function:${name}`;
export const layerArn = (place: Place, name: string) => `arn:aws:lambda:${place.region}:${place.account}:layer:${name}`;

export interface FunctionName {
  readonly name: string;
  readonly arn: string;
  readonly qualifier: string | undefined;
}

// [rec] test_function_arns; the pattern is the one that AWS's own refusal quotes
const NAME_PATTERN =
  "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";
const NAME =
  /^(arn:(aws[a-zA-Z-]*)?:lambda:)?((?<region>(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):)?((?<account>\d{12}):)?(function:)?(?<name>[a-zA-Z0-9-_]+)(:(?<own>\$LATEST|[a-zA-Z0-9-_]+))?$/;

/** Reads a name, a partial ARN or an ARN, each with or without qualifier. Throws AWS's refusals. */
export function parseFunctionName(text: string, qualifier: string | undefined, place: Place): FunctionName {
  const match = NAME.exec(text);
  if (match === null) {
    throw validation(text, "functionName", `Member must satisfy regular expression pattern: ${NAME_PATTERN}`);
  }
  const { region, account, name = "", own } = match.groups ?? {};
  if (region !== undefined && region !== place.region) throw wrongRegion(region, place.region);
  if (account !== undefined && account !== place.account) throw otherAccount();
  if (own !== undefined && qualifier !== undefined && own !== qualifier) throw qualifierMismatch();
  return { name, arn: functionArn(place, name), qualifier: qualifier ?? own };
}

/** The function of that name. Throws the 404 that quotes its ARN, qualified as it was asked for. */
export function findFunction(region: Region, { name, arn, qualifier }: FunctionName): LambdaFunction {
  const found = region.functions.get(name);
  if (found === undefined) throw functionNotFound(qualifier === undefined ? arn : `${arn}:${qualifier}`);
  return found;
}

const LAYER_NAME_PATTERN = "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+";
const LAYER_NAME = new RegExp(`^(${LAYER_NAME_PATTERN})$`);

/** The ARN of a layer given by name or ARN. Throws AWS's refusal of a name out of its pattern. */
export function parseLayerName(text: string, place: Place): string {
  if (!LAYER_NAME.test(text)) {
    throw validation(text, "layerName", `Member must satisfy regular expression pattern: ${LAYER_NAME_PATTERN}`);
  }
  if (text.length > 140) throw validation(text, "layerName", "Member must have length less than or equal to 140");
  return text.startsWith("arn:") ? text : layerArn(place, text);
}

const LAYER_VERSION_PATTERN =
  "(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)";
const LAYER_VERSION = new RegExp(`^(${LAYER_VERSION_PATTERN})$`);

export interface LayerVersionName {
  readonly layerArn: string;
  readonly region: string;
  readonly number: number;
}

/** Reads the ARN of a layer version out of GetLayerVersionByArn. Throws AWS's refusal. */
export function parseLayerVersionArn(text: string): LayerVersionName {
  if (!LAYER_VERSION.test(text)) {
    throw validation(text, "arn", `Member must satisfy regular expression pattern: ${LAYER_VERSION_PATTERN}`);
  }
  return splitLayerVersionArn(text);
}

/** Reads a function's list of layers. Throws AWS's refusal, which quotes the whole list. */
export function parseLayerList(arns: readonly string[]): LayerVersionName[] {
  if (!arns.every((arn) => LAYER_VERSION.test(arn))) {
    const members = `Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${LAYER_VERSION_PATTERN}, Member must not be null`;
    throw validation(`[${arns.join(", ")}]`, "layers", `Member must satisfy constraint: [${members}]`);
  }
  return arns.map(splitLayerVersionArn);
}

function splitLayerVersionArn(arn: string): LayerVersionName {
  const at = arn.lastIndexOf(":");
  return { layerArn: arn.slice(0, at), region: arn.split(":")[3] ?? "", number: Number(arn.slice(at + 1)) };
}
