import type { Input } from "./lambda/input.ts";

export type Service = "lambda" | "s3" | "iam" | "sts" | "location" | "unknown";

/** What a request asks for. */
export interface Operation {
  readonly service: Service;
  /** `GetFunction` for Lambda, `s3.PutObject`, `iam.CreateRole`; `location.GetObject` for a zip read by its presigned URL. */
  readonly op: string;
  /** The function or layer, as the caller named it; of S3 bucket and key. */
  readonly fn: string | undefined;
  readonly region: string;
  /** Members given in path and query. */
  readonly input: Input;
}

// Methods and paths of AWS's API model (lambda 2015-03-31).
const FUNCTIONS = "/2015-03-31/functions";
const LAYERS = "/2018-10-31/layers";
const ROUTES = [
  ["POST", FUNCTIONS, "CreateFunction"],
  ["GET", FUNCTIONS, "ListFunctions"],
  ["GET", `${FUNCTIONS}/{FunctionName}`, "GetFunction"],
  ["DELETE", `${FUNCTIONS}/{FunctionName}`, "DeleteFunction"],
  ["GET", `${FUNCTIONS}/{FunctionName}/configuration`, "GetFunctionConfiguration"],
  ["PUT", `${FUNCTIONS}/{FunctionName}/configuration`, "UpdateFunctionConfiguration"],
  ["PUT", `${FUNCTIONS}/{FunctionName}/code`, "UpdateFunctionCode"],
  ["POST", `${FUNCTIONS}/{FunctionName}/versions`, "PublishVersion"],
  ["GET", `${FUNCTIONS}/{FunctionName}/versions`, "ListVersionsByFunction"],
  ["POST", `${FUNCTIONS}/{FunctionName}/aliases`, "CreateAlias"],
  ["GET", `${FUNCTIONS}/{FunctionName}/aliases`, "ListAliases"],
  ["GET", `${FUNCTIONS}/{FunctionName}/aliases/{Name}`, "GetAlias"],
  ["PUT", `${FUNCTIONS}/{FunctionName}/aliases/{Name}`, "UpdateAlias"],
  ["DELETE", `${FUNCTIONS}/{FunctionName}/aliases/{Name}`, "DeleteAlias"],
  ["POST", `${FUNCTIONS}/{FunctionName}/invocations`, "Invoke"],
  ["GET", LAYERS, "ListLayers"],
  ["POST", `${LAYERS}/{LayerName}/versions`, "PublishLayerVersion"],
  ["GET", `${LAYERS}/{LayerName}/versions`, "ListLayerVersions"],
  ["GET", `${LAYERS}/{LayerName}/versions/{VersionNumber}`, "GetLayerVersion"],
  ["DELETE", `${LAYERS}/{LayerName}/versions/{VersionNumber}`, "DeleteLayerVersion"],
  ["POST", `${LAYERS}/{LayerName}/versions/{VersionNumber}/policy`, "AddLayerVersionPermission"],
  ["GET", `${LAYERS}/{LayerName}/versions/{VersionNumber}/policy`, "GetLayerVersionPolicy"],
  ["DELETE", `${LAYERS}/{LayerName}/versions/{VersionNumber}/policy/{StatementId}`, "RemoveLayerVersionPermission"],
  ["GET", "/2017-03-31/tags/{Resource}", "ListTags"],
  ["POST", "/2017-03-31/tags/{Resource}", "TagResource"],
  ["DELETE", "/2017-03-31/tags/{Resource}", "UntagResource"],
  ["GET", "/2016-08-19/account-settings", "GetAccountSettings"],
  ["GET", "/2020-06-30/functions/{FunctionName}/code-signing-config", "GetFunctionCodeSigningConfig"],
  ["PUT", "/2020-06-30/functions/{FunctionName}/code-signing-config", "PutFunctionCodeSigningConfig"],
] as const;

const COMPILED = ROUTES.map(([method, template, op]) => {
  const path = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}/?$`);
  return { method, path, op };
});

/** Names the operation that a request head asks for. Operations of the query protocol (IAM, STS) are named by their body, see `namedByBody`. */
export function operationOf(method: string, url: URL, authorization: string | undefined): Operation {
  const [, region = "us-east-1", service = ""] = scopeOf(authorization, url);
  const common = { region, fn: undefined, input: {} };
  switch (service) {
    case "lambda":
      return lambdaOperation(method, url, region);
    case "s3":
      return {
        ...common,
        service,
        op: `s3.${s3Operation(method, url)}`,
        fn: decodeURIComponent(url.pathname.slice(1)),
      };
    case "iam":
    case "sts":
      return { ...common, service, op: service };
    default:
      return { ...common, service: "unknown", op: `${method} ${url.pathname}` };
  }
}

// `AWS4-HMAC-SHA256 Credential=AKIA…/20261125/eu-west-1/lambda/aws4_request, …`
function scopeOf(authorization: string | undefined, url: URL): readonly string[] {
  const credential = /Credential=([^,\s]+)/.exec(authorization ?? "")?.[1] ?? url.searchParams.get("X-Amz-Credential");
  return credential?.split("/").slice(1) ?? [];
}

function lambdaOperation(method: string, url: URL, region: string): Operation {
  const query = Object.fromEntries(url.searchParams);
  for (const route of COMPILED) {
    const match = route.method === method ? route.path.exec(url.pathname) : null;
    if (match === null) continue;
    const path = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const input: Input = {
      ...query,
      ...path,
      ...(query.tagKeys && { TagKeys: url.searchParams.getAll("tagKeys") }),
    };
    const op = route.op === "ListLayers" && query.find === "LayerVersion" ? "GetLayerVersionByArn" : route.op;
    return { service: "lambda", op, fn: input.FunctionName ?? input.LayerName, region, input };
  }
  return { service: "lambda", op: `${method} ${url.pathname}`, fn: undefined, region, input: {} };
}

function s3Operation(method: string, { pathname, searchParams }: URL): string {
  const named = searchParams.get("x-id");
  if (named !== null) return named;
  const target = pathname.split("/").filter(Boolean).length > 1 ? "Object" : "Bucket";
  if (searchParams.has("uploads")) return "CreateMultipartUpload";
  if (method === "POST" && searchParams.has("uploadId")) return "CompleteMultipartUpload";
  if (searchParams.has("versioning")) return method === "PUT" ? "PutBucketVersioning" : "GetBucketVersioning";
  const verb = { GET: "Get", HEAD: "Head", PUT: target === "Bucket" ? "Create" : "Put", DELETE: "Delete" }[method];
  return verb === undefined ? `${method} ${pathname}` : `${verb}${target}`;
}

/** The operation with the name that its form body gives: `iam.CreateRole`. */
export function namedByBody(operation: Operation, body: Buffer): Operation {
  if (operation.service !== "iam" && operation.service !== "sts") return operation;
  const action = new URLSearchParams(body.toString("latin1").slice(0, 4_096)).get("Action") ?? "unknown";
  return { ...operation, op: `${operation.service}.${action}` };
}
