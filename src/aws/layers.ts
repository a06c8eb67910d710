import {
  GetLayerVersionByArnCommand,
  type GetLayerVersionByArnCommandOutput,
  type LambdaClient,
  type LayerVersionsListItem,
  ListLayerVersionsCommand,
  type ListLayerVersionsCommandOutput,
  PublishLayerVersionCommand,
  type Runtime,
} from "@aws-sdk/client-lambda";
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
  /** Newest first, a page at a time. The first one is asked for at once, the others when they are read. */
  layerVersions(layerName: string): AsyncIterable<readonly LayerVersion[]>;
  getLayerVersion(arn: string): Promise<LayerVersionContent>;
  /** One attempt only: a repeated request would make a second version. */
  publishLayerVersion(publication: LayerPublication): Promise<LayerVersionContent>;
}

/** `once` makes a client that makes one attempt only. */
export function layerCalls(client: LambdaClient, once: () => LambdaClient, log: CallLog): LayerCalls {
  return {
    layerVersions(LayerName) {
      const page = (Marker?: string) =>
        client.send(new ListLayerVersionsCommand({ LayerName, MaxItems: 50, ...(Marker && { Marker }) }));
      const first = page();
      first.catch(() => {}); // its failure is thrown where the page is read
      return pagesFrom(first, page);
    },
    async getLayerVersion(Arn) {
      return layerVersionContent(await client.send(new GetLayerVersionByArnCommand({ Arn })));
    },
    async publishLayerVersion({ layerName, description, content, runtime, architecture }) {
      const command = new PublishLayerVersionCommand({
        LayerName: layerName,
        Description: description,
        Content: zipFields(content),
        CompatibleRuntimes: [runtime as Runtime],
        CompatibleArchitectures: [architecture],
      });
      const published = layerVersionContent(await once().send(command));
      log.uploaded(inlineBytes(content));
      return published;
    },
  };
}

async function* pagesFrom(
  first: Promise<ListLayerVersionsCommandOutput>,
  next: (marker: string) => Promise<ListLayerVersionsCommandOutput>,
): AsyncGenerator<readonly LayerVersion[]> {
  let reply = await first;
  yield (reply.LayerVersions ?? []).map(layerVersion);
  while (reply.NextMarker) {
    reply = await next(reply.NextMarker);
    yield (reply.LayerVersions ?? []).map(layerVersion);
  }
}

function layerVersion(item: LayerVersionsListItem): LayerVersion {
  return {
    arn: item.LayerVersionArn ?? "",
    version: item.Version ?? 0,
    description: item.Description ?? "",
    created: item.CreatedDate ?? "",
    runtimes: item.CompatibleRuntimes ?? [],
    architectures: item.CompatibleArchitectures ?? [],
  };
}

function layerVersionContent(reply: GetLayerVersionByArnCommandOutput): LayerVersionContent {
  return {
    ...layerVersion(reply),
    zipped: reply.Content?.CodeSize ?? 0,
    codeSha256: reply.Content?.CodeSha256 ?? "",
    location: reply.Content?.Location,
  };
}
