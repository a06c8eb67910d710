import type { FunctionConfiguration, GetFunctionCommandOutput } from "@aws-sdk/client-lambda";
import type { FunctionSettings } from "../function/settings.js";
import type { Architecture } from "../layer/target.js";
import { withoutQualifier } from "./arn.js";
import { settingsOf } from "./settings.js";

/** What GetFunction says of $LATEST or of a version. */
export interface FunctionState {
  /** False: there is no such function yet, and the fields tell what a new one begins with. */
  readonly exists: boolean;
  readonly name: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly description: string;
  /** Without version. */
  readonly arn: string;
  readonly packageType: "Zip" | "Image";
  readonly runtime: string | undefined;
  readonly architecture: Architecture;
  /** Base64 of the SHA-256 of the zip, and the zip's bytes. */
  readonly codeSha256: string;
  readonly codeSize: number;
  /** Presigned for ten minutes: a secret. */
  readonly codeLocation: string | undefined;
  readonly layers: readonly AttachedLayer[];
  readonly revisionId: string | undefined;
  readonly readiness: Readiness;
  readonly settings: FunctionSettings;
  /** Undefined: AWS shows none, because there are none or because they may not be read. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** ARN of the key that encrypts the code package; empty: Lambda's own. */
  readonly sourceKmsKey: string;
}

export interface AttachedLayer {
  readonly arn: string;
  readonly zipped: number | undefined;
}

export type Readiness =
  | { readonly status: "ready" }
  | { readonly status: "busy"; readonly why: string }
  | { readonly status: "failed"; readonly reason: string; readonly code: string };

export interface PublishedVersion {
  readonly version: string;
  readonly codeSha256: string;
  readonly layers: readonly string[];
  readonly readiness: Readiness;
}

/** GetFunction's answer. */
export function functionState(reply: GetFunctionCommandOutput): FunctionState {
  const configuration = reply.Configuration ?? {};
  return {
    exists: true,
    name: configuration.FunctionName ?? "",
    version: configuration.Version ?? "$LATEST",
    description: configuration.Description ?? "",
    arn: withoutQualifier(configuration.FunctionArn ?? ""),
    packageType: configuration.PackageType === "Image" ? "Image" : "Zip",
    runtime: configuration.Runtime,
    architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
    codeSha256: configuration.CodeSha256 ?? "",
    codeSize: configuration.CodeSize ?? 0,
    codeLocation: reply.Code?.Location,
    layers: (configuration.Layers ?? []).map(({ Arn, CodeSize }) => ({ arn: Arn ?? "", zipped: CodeSize })),
    revisionId: configuration.RevisionId,
    readiness: readiness(configuration),
    settings: settingsOf(configuration),
    tags: reply.Tags,
    sourceKmsKey: reply.Code?.SourceKMSKeyArn ?? "",
  };
}

/** Enums of the API are open: whatever is neither in progress nor failed is ready. */
function readiness(configuration: FunctionConfiguration): Readiness {
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

export function publishedVersion(configuration: FunctionConfiguration): PublishedVersion {
  return {
    version: configuration.Version ?? "",
    codeSha256: configuration.CodeSha256 ?? "",
    layers: (configuration.Layers ?? []).map((layer) => layer.Arn ?? ""),
    readiness: readiness(configuration),
  };
}
