import { createHash } from "node:crypto";
import type * as sdk from "@aws-sdk/client-lambda";
import type { Architecture } from "../layer/target.js";
import { type AliasCalls, aliasCalls } from "./aliases.js";
import { type CallLog, REQUEST_HANDLER, UPLOAD_TIMEOUT, watchCalls } from "./client.js";

/** What GetFunction says of $LATEST. */
export interface FunctionState {
  readonly name: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly description: string;
  /** Without version. */
  readonly arn: string;
  readonly packageType: "Zip" | "Image";
  readonly runtime: string | undefined;
  readonly architecture: Architecture;
  readonly handler: string | undefined;
  /** Base64 of the SHA-256 of the zip, and the zip's bytes. */
  readonly codeSha256: string;
  readonly codeSize: number;
  /** Presigned for ten minutes: a secret. */
  readonly codeLocation: string | undefined;
  readonly layers: readonly AttachedLayer[];
  /** The variable PYTHONPATH keeps the runtime from searching /opt. */
  readonly setsPythonPath: boolean;
  readonly revisionId: string | undefined;
  readonly readiness: Readiness;
  /** Changes when one of the settings changes that this action does not send. */
  readonly otherSettings: string;
}

export interface AttachedLayer {
  readonly arn: string;
  readonly zipped: number | undefined;
}

export type Readiness =
  | { readonly status: "ready" }
  | { readonly status: "busy"; readonly why: string }
  | { readonly status: "failed"; readonly reason: string; readonly code: string };

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

/** A zip as Lambda takes it: its bytes, or where they lie in S3. */
export type ZipContent =
  | { readonly from: "bytes"; readonly bytes: Uint8Array }
  | { readonly from: "s3"; readonly bucket: string; readonly key: string; readonly objectVersion: string | undefined };

export interface LayerPublication {
  readonly layerName: string;
  readonly description: string;
  readonly content: ZipContent;
  readonly runtime: string;
  readonly architecture: Architecture;
}

export interface ConfigurationUpdate {
  readonly layers: readonly string[] | undefined;
  readonly runtime: string | undefined;
  readonly revisionId: string | undefined;
}

export interface CodeUpdate {
  readonly content: ZipContent;
  readonly architecture: Architecture | undefined;
  readonly revisionId: string | undefined;
}

export interface VersionPublication {
  readonly codeSha256: string;
  readonly revisionId: string | undefined;
  readonly description: string;
}

export interface PublishedVersion {
  readonly version: string;
  readonly codeSha256: string;
  readonly layers: readonly string[];
  readonly readiness: Readiness;
}

/** The Lambda API, as far as a deploy needs it. Every method throws the SDK's errors. */
export interface Lambda extends AliasCalls {
  /** $LATEST, or what an alias or a version number names. */
  getFunction(qualifier?: string): Promise<FunctionState>;
  getVersion(version: string): Promise<PublishedVersion>;
  /** Newest first, a page at a time. */
  layerVersions(layerName: string): AsyncGenerator<readonly LayerVersion[]>;
  getLayerVersion(arn: string): Promise<LayerVersionContent>;
  /** One attempt only: a repeated request would make a second version. */
  publishLayerVersion(publication: LayerPublication): Promise<LayerVersionContent>;
  updateConfiguration(update: ConfigurationUpdate): Promise<void>;
  /** Returns the codeSha256 that AWS computed. */
  updateCode(update: CodeUpdate): Promise<string>;
  publishVersion(publication: VersionPublication): Promise<PublishedVersion>;
}

/** The Lambda API for one function. `functionName` is a name, partial ARN or ARN. */
export async function connectLambda(region: string, functionName: string, log: CallLog): Promise<Lambda> {
  const sdk = await import("@aws-sdk/client-lambda");
  const client = new sdk.LambdaClient({ region, maxAttempts: 8, requestHandler: REQUEST_HANDLER });
  const once = new sdk.LambdaClient({
    region,
    maxAttempts: 1,
    requestHandler: REQUEST_HANDLER,
    credentials: client.config.credentials,
  });
  watchCalls(client, log);
  watchCalls(once, log);
  const FunctionName = functionName;

  return {
    ...aliasCalls(sdk, client, functionName),
    async getFunction(Qualifier) {
      const command = new sdk.GetFunctionCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) });
      return functionState(await client.send(command));
    },
    async getVersion(version) {
      const reply = await client.send(new sdk.GetFunctionCommand({ FunctionName, Qualifier: version }));
      return publishedVersion(reply.Configuration ?? {});
    },
    async *layerVersions(layerName) {
      let Marker: string | undefined;
      do {
        const reply = await client.send(
          new sdk.ListLayerVersionsCommand({ LayerName: layerName, MaxItems: 50, ...(Marker && { Marker }) }),
        );
        yield (reply.LayerVersions ?? []).map(layerVersion);
        Marker = reply.NextMarker;
      } while (Marker);
    },
    async getLayerVersion(Arn) {
      return layerVersionContent(await client.send(new sdk.GetLayerVersionByArnCommand({ Arn })));
    },
    async publishLayerVersion({ layerName, description, content, runtime, architecture }) {
      const command = new sdk.PublishLayerVersionCommand({
        LayerName: layerName,
        Description: description,
        Content: zipFields(content),
        CompatibleRuntimes: [runtime as sdk.Runtime],
        CompatibleArchitectures: [architecture],
      });
      const published = layerVersionContent(await once.send(command, UPLOAD_TIMEOUT));
      log.uploaded(inlineBytes(content));
      return published;
    },
    async updateConfiguration({ layers, runtime, revisionId }) {
      await client.send(
        new sdk.UpdateFunctionConfigurationCommand({
          FunctionName,
          ...(layers && { Layers: [...layers] }),
          ...(runtime !== undefined && { Runtime: runtime as sdk.Runtime }),
          ...(revisionId !== undefined && { RevisionId: revisionId }),
        }),
      );
    },
    async updateCode({ content, architecture, revisionId }) {
      const command = new sdk.UpdateFunctionCodeCommand({
        FunctionName,
        ...zipFields(content),
        ...(architecture && { Architectures: [architecture] }),
        ...(revisionId !== undefined && { RevisionId: revisionId }),
      });
      const reply = await client.send(command, UPLOAD_TIMEOUT);
      log.uploaded(inlineBytes(content));
      return reply.CodeSha256 ?? "";
    },
    async publishVersion({ codeSha256, revisionId, description }) {
      const reply = await client.send(
        new sdk.PublishVersionCommand({
          FunctionName,
          CodeSha256: codeSha256,
          Description: description,
          ...(revisionId !== undefined && { RevisionId: revisionId }),
        }),
      );
      return publishedVersion(reply);
    },
  };
}

function functionState(reply: sdk.GetFunctionCommandOutput): FunctionState {
  const configuration = reply.Configuration ?? {};
  return {
    name: configuration.FunctionName ?? "",
    version: configuration.Version ?? "$LATEST",
    description: configuration.Description ?? "",
    arn: (configuration.FunctionArn ?? "").split(":").slice(0, 7).join(":"),
    packageType: configuration.PackageType === "Image" ? "Image" : "Zip",
    runtime: configuration.Runtime,
    architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
    handler: configuration.Handler,
    codeSha256: configuration.CodeSha256 ?? "",
    codeSize: configuration.CodeSize ?? 0,
    codeLocation: reply.Code?.Location,
    layers: (configuration.Layers ?? []).map(({ Arn, CodeSize }) => ({ arn: Arn ?? "", zipped: CodeSize })),
    setsPythonPath: configuration.Environment?.Variables?.PYTHONPATH !== undefined,
    revisionId: configuration.RevisionId,
    readiness: readiness(configuration),
    otherSettings: otherSettings(configuration),
  };
}

/** Enums of the API are open: whatever is neither in progress nor failed is ready. */
function readiness(configuration: sdk.FunctionConfiguration): Readiness {
  if (configuration.State === "Pending") {
    return { status: "busy", why: "being created" };
  }
  if (configuration.LastUpdateStatus === "InProgress") {
    return { status: "busy", why: "being updated" };
  }
  if (configuration.LastUpdateStatus === "Failed") {
    const reason = configuration.LastUpdateStatusReason ?? "no reason given";
    return { status: "failed", reason, code: configuration.LastUpdateStatusReasonCode ?? "Failed" };
  }
  if (configuration.State === "Failed") {
    return {
      status: "failed",
      reason: configuration.StateReason ?? "no reason given",
      code: configuration.StateReasonCode ?? "Failed",
    };
  }
  return { status: "ready" };
}

/** A digest, since environment values are secrets. Answers of AWS are enriched, so only what can be set counts. */
function otherSettings(configuration: sdk.FunctionConfiguration): string {
  const { Role, Handler, Description, Timeout, MemorySize, KMSKeyArn, DeadLetterConfig, TracingConfig } = configuration;
  const settings = [
    { Role, Handler, Description, Timeout, MemorySize, KMSKeyArn, DeadLetterConfig, TracingConfig },
    configuration.VpcConfig?.SubnetIds?.toSorted(),
    configuration.VpcConfig?.SecurityGroupIds?.toSorted(),
    Object.entries(configuration.Environment?.Variables ?? {}).toSorted(),
    configuration.EphemeralStorage?.Size,
    configuration.FileSystemConfigs,
    configuration.SnapStart?.ApplyOn,
    configuration.LoggingConfig,
  ];
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex");
}

function publishedVersion(configuration: sdk.FunctionConfiguration): PublishedVersion {
  return {
    version: configuration.Version ?? "",
    codeSha256: configuration.CodeSha256 ?? "",
    layers: (configuration.Layers ?? []).map((layer) => layer.Arn ?? ""),
    readiness: readiness(configuration),
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

function zipFields(content: ZipContent) {
  switch (content.from) {
    case "bytes":
      return { ZipFile: content.bytes };
    case "s3": {
      const { bucket, key, objectVersion } = content;
      return { S3Bucket: bucket, S3Key: key, ...(objectVersion !== undefined && { S3ObjectVersion: objectVersion }) };
    }
    default:
      return content satisfies never;
  }
}

function inlineBytes(content: ZipContent): number {
  return content.from === "bytes" ? content.bytes.byteLength : 0;
}
