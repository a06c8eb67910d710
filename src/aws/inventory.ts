import {
  type AliasConfiguration,
  DeleteFunctionCommand,
  DeleteLayerVersionCommand,
  type FunctionConfiguration,
  LambdaClient,
  ListAliasesCommand,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
} from "@aws-sdk/client-lambda";
import type { Architecture } from "../layer/target.js";
import { withoutQualifier } from "./arn.js";
import { type CallLog, REQUEST_HANDLER, watchCalls } from "./client.js";

/** $LATEST of a function, or one of its published versions, as lists show it: without state. */
export interface ListedFunction {
  readonly name: string;
  /** Without version. */
  readonly arn: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly runtime: string | undefined;
  readonly architecture: Architecture;
  /** Base64. */
  readonly codeSha256: string;
  readonly description: string;
  /** ARNs of its layer versions. */
  readonly layers: readonly string[];
}

export interface ListedAlias {
  readonly name: string;
  /** Every version that it sends traffic to, weighted ones included. */
  readonly versions: readonly string[];
}

/** What exists in this account and Region beside the function's own state, and how it is deleted. Lists are read to their end. */
export interface Inventory {
  /** Every function of the account and Region; with `all` their published versions too. */
  functions(which: "latest" | "all"): Promise<readonly ListedFunction[]>;
  /** Published versions of the function. */
  versions(): Promise<readonly ListedFunction[]>;
  aliases(): Promise<readonly ListedAlias[]>;
  deleteLayerVersion(arn: string): Promise<void>;
  /** Deletes one published version, named by its number. Throws, and asks AWS nothing, when it is none. */
  deleteVersion(version: string): Promise<void>;
}

/** The inventory as seen from one function. `functionName` is a name, partial ARN or ARN, without qualifier. */
export function connectInventory(region: string, functionName: string, log: CallLog): Inventory {
  const client = new LambdaClient({ region, requestHandler: REQUEST_HANDLER });
  watchCalls(client, log);
  const FunctionName = functionName;

  return {
    async functions(which) {
      return toTheEnd(async (Marker) => {
        const { Functions = [], NextMarker } = await client.send(
          new ListFunctionsCommand({
            MaxItems: PAGE,
            ...(which === "all" && { FunctionVersion: "ALL" }),
            ...(Marker !== undefined && { Marker }),
          }),
        );
        return { items: Functions.map(listedFunction), next: NextMarker };
      });
    },
    async versions() {
      const all = await toTheEnd(async (Marker) => {
        const { Versions = [], NextMarker } = await client.send(
          new ListVersionsByFunctionCommand({
            FunctionName,
            MaxItems: PAGE,
            ...(Marker !== undefined && { Marker }),
          }),
        );
        return { items: Versions.map(listedFunction), next: NextMarker };
      });
      return all.filter(({ version }) => version !== "$LATEST");
    },
    async aliases() {
      return toTheEnd(async (Marker) => {
        const { Aliases = [], NextMarker } = await client.send(
          new ListAliasesCommand({ FunctionName, MaxItems: PAGE, ...(Marker !== undefined && { Marker }) }),
        );
        return { items: Aliases.map(listedAlias), next: NextMarker };
      });
    },
    async deleteLayerVersion(arn) {
      const { layer, number } = layerVersionOf(arn);
      await client.send(new DeleteLayerVersionCommand({ LayerName: layer, VersionNumber: number }));
    },
    async deleteVersion(version) {
      // Without a qualifier DeleteFunction deletes the function itself.
      if (typeof version !== "string" || !/^[1-9]\d*$/.test(version)) {
        throw new Error(`${JSON.stringify(version)} is no number of a published version, so nothing is deleted`);
      }
      await client.send(new DeleteFunctionCommand({ FunctionName, Qualifier: version }));
    },
  };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html: 50 is the most that one page holds. */
const PAGE = 50;

async function toTheEnd<T>(
  read: (marker: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next: string | undefined }>,
): Promise<readonly T[]> {
  const pages: (readonly T[])[] = [];
  let marker: string | undefined;
  do {
    const { items, next } = await read(marker);
    pages.push(items);
    marker = next || undefined;
  } while (marker !== undefined);
  return pages.flat();
}

function listedFunction(configuration: FunctionConfiguration): ListedFunction {
  return {
    name: configuration.FunctionName ?? "",
    arn: withoutQualifier(configuration.FunctionArn ?? ""),
    version: configuration.Version ?? "$LATEST",
    codeSha256: configuration.CodeSha256 ?? "",
    description: configuration.Description ?? "",
    runtime: configuration.Runtime,
    architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
    layers: (configuration.Layers ?? []).map(({ Arn }) => Arn ?? ""),
  };
}

function listedAlias({ Name = "", FunctionVersion = "", RoutingConfig }: AliasConfiguration): ListedAlias {
  return { name: Name, versions: [FunctionVersion, ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})] };
}

function layerVersionOf(arn: string): { readonly layer: string; readonly number: number } {
  const match = /^(?<layer>arn:[^:]+:lambda:[^:]+:\d+:layer:[^:]+):(?<number>[1-9]\d*)$/.exec(arn);
  if (match?.groups?.layer === undefined) {
    throw new Error(`${JSON.stringify(arn)} is no ARN of a layer version, so nothing is deleted`);
  }
  return { layer: match.groups.layer, number: Number(match.groups.number) };
}
