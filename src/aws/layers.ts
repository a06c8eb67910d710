import type * as sdk from "@aws-sdk/client-lambda";
import type { Architecture } from "../layer/target.js";
import type { CallLog } from "./client.js";
import { inlineBytes, type ZipContent, zipFields } from "./zip-fields.js";

export interface LayerVersion {
  readonly arn: string;
  readonly version: number;
  readonly description: string;
  readonly created: string;
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
}

export interface LayerVersionContent extends LayerVersion {
  readonly zipped: number;
  readonly codeSha256: string;
  /** Presigned for ten minutes: a secret. */
  readonly location: string | undefined;
}

export interface LayerPublication {
  readonly layerName: string;
  readonly description: string;
  readonly content: ZipContent;
  readonly runtime: string;
  readonly architecture: Architecture;
}

/** The part of the Lambda API that is about layers. */
export interface LayerCalls {
  /** Newest first, a page at a time. */
  layerVersions(layerName: string): AsyncGenerator<readonly LayerVersion[]>;
  getLayerVersion(arn: string): Promise<LayerVersionContent>;
  /** One attempt only: a repeated request would make a second version. */
  publishLayerVersion(publication: LayerPublication): Promise<LayerVersionContent>;
}

/** `once` is a client that makes one attempt only. */
export function layerCalls(
  lambda: typeof sdk,
  client: sdk.LambdaClient,
  once: sdk.LambdaClient,
  log: CallLog,
): LayerCalls {
  return {
    async *layerVersions(layerName) {
      let Marker: string | undefined;
      do {
        const reply = await client.send(
          new lambda.ListLayerVersionsCommand({ LayerName: layerName, MaxItems: 50, ...(Marker && { Marker }) }),
        );
        yield (reply.LayerVersions ?? []).map(layerVersion);
        Marker = reply.NextMarker;
      } while (Marker);
    },
    async getLayerVersion(Arn) {
      return layerVersionContent(await client.send(new lambda.GetLayerVersionByArnCommand({ Arn })));
    },
    async publishLayerVersion({ layerName, description, content, runtime, architecture }) {
      const command = new lambda.PublishLayerVersionCommand({
        LayerName: layerName,
        Description: description,
        Content: zipFields(content),
        CompatibleRuntimes: [runtime as sdk.Runtime],
        CompatibleArchitectures: [architecture],
      });
      const published = layerVersionContent(await once.send(command));
      log.uploaded(inlineBytes(content));
      return published;
    },
  };
}

function layerVersion(item: sdk.LayerVersionsListItem): LayerVersion {
  return {
    arn: item.LayerVersionArn ?? "",
    version: item.Version ?? 0,
    description: item.Description ?? "",
    created: item.CreatedDate ?? "",
    runtimes: item.CompatibleRuntimes ?? [],
    architectures: item.CompatibleArchitectures ?? [],
  };
}

function layerVersionContent(reply: sdk.GetLayerVersionByArnCommandOutput): LayerVersionContent {
  return {
    ...layerVersion(reply),
    zipped: reply.Content?.CodeSize ?? 0,
    codeSha256: reply.Content?.CodeSha256 ?? "",
    location: reply.Content?.Location,
  };
}
