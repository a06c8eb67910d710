import type { Input } from "./input.ts";
import type { Build, FunctionVersion, LambdaFunction, Status } from "./state.ts";
import * as texts from "./texts.ts";

type Settings = Build["settings"];

// What CreateFunction fills in when it is not given: [rec] test_function_lifecycle.
function defaults(name: string): Settings {
  return {
    Description: "",
    Timeout: 3,
    MemorySize: 128,
    PackageType: "Zip",
    Architectures: ["x86_64"],
    EphemeralStorage: { Size: 512 },
    TracingConfig: { Mode: "PassThrough" },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${name}` },
  };
}

const AS_GIVEN = [
  "Runtime",
  "Role",
  "Handler",
  "Description",
  "Timeout",
  "MemorySize",
  "EphemeralStorage",
  "TracingConfig",
  "DeadLetterConfig",
  "FileSystemConfigs",
  "KMSKeyArn",
] as const;

/** The settings of a new function. Throws AWS's refusals. */
export function settingsOfNew(name: string, input: Input): Settings {
  check(input);
  const base = { ...defaults(name), PackageType: input.PackageType ?? "Zip" };
  return merge(base, input, input.Architectures ?? ["x86_64"]);
}

/** The settings after an UpdateFunctionConfiguration: what is not given stays. Throws AWS's refusals. */
export function settingsAfter(before: Settings, input: Input): Settings {
  check(input);
  return merge(before, input, before.Architectures as readonly string[]);
}

function merge(before: Settings, input: Input, architectures: readonly string[]): Settings {
  const given = Object.fromEntries(
    AS_GIVEN.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
  return {
    ...before,
    ...given,
    Architectures: architectures,
    ...(input.Environment && { Environment: { Variables: input.Environment.Variables ?? {} } }),
    ...(input.SnapStart && { SnapStart: { ApplyOn: input.SnapStart.ApplyOn, OptimizationStatus: "Off" } }),
    ...(input.LoggingConfig && {
      LoggingConfig: logging({ ...(before.LoggingConfig as object), ...input.LoggingConfig }),
    }),
    // AWS adds to what it was sent: a client that compares must cope.
    ...(input.VpcConfig && {
      VpcConfig: { Ipv6AllowedForDualStack: false, VpcId: "vpc-0123456789abcdef0", ...input.VpcConfig },
    }),
    ...(input.ImageConfig !== undefined && { ImageConfigResponse: { ImageConfig: input.ImageConfig } }),
  };
}

// [rec] test_function_advanced_logging_configuration: JSON comes with levels, Text has none.
function logging({ ApplicationLogLevel = "INFO", SystemLogLevel = "INFO", ...others }: Settings): Settings {
  return others.LogFormat === "JSON" ? { ...others, ApplicationLogLevel, SystemLogLevel } : others;
}

function check(input: Input): void {
  const { Runtime: runtime, Environment: environment, Architectures: architectures } = input;
  if (runtime !== undefined) checkRuntime(runtime);
  if (architectures !== undefined) checkArchitectures(architectures);
  if (environment?.Variables !== undefined) {
    const measured = JSON.stringify(environment.Variables);
    if (Buffer.byteLength(measured) > texts.ENVIRONMENT_LIMIT) throw texts.environmentTooLarge(measured);
  }
  if (input.Description !== undefined && input.Description.length > 256) {
    throw texts.validation(input.Description, "description", "Member must have length less than or equal to 256");
  }
  checkRange("memorySize", input.MemorySize, 128, 32_768);
  checkRange("timeout", input.Timeout, 1, 900);
}

function checkRuntime(runtime: string): void {
  if (texts.RETIRED_RUNTIMES.includes(runtime)) throw texts.runtimeRetired(runtime);
  if (!texts.RUNTIMES.includes(runtime)) throw texts.runtimeUnknown(runtime);
}

/** [rec] test_create_lambda_exceptions */
export function checkArchitectures(names: readonly string[]): void {
  const value = `[${names.join(", ")}]`;
  if (names.length !== 1)
    throw texts.validation(value, "architectures", "Member must have length less than or equal to 1");
  if (names.every((name) => name === "x86_64" || name === "arm64")) return;
  const set =
    "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";
  throw texts.validation(value, "architectures", set);
}

function checkRange(member: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined) return;
  if (value < least)
    throw texts.validation(String(value), member, `Member must have value greater than or equal to ${least}`);
  if (value > most)
    throw texts.validation(String(value), member, `Member must have value less than or equal to ${most}`);
}

/** The FunctionConfiguration that AWS shows of a version, its ARN qualified as it was asked for. */
export function describe(target: LambdaFunction, version: FunctionVersion, qualifier: string | undefined) {
  return { ...describeListed(target, version, qualifier), ...describeStatus(version.status) };
}

/** The same as ListFunctions and ListVersionsByFunction show it, without states: [rec] test_publish_version_on_create. */
export function describeListed(target: LambdaFunction, version: FunctionVersion, qualifier: string | undefined) {
  const { settings, content, layers } = version.build;
  return {
    ...settings,
    FunctionName: target.name,
    FunctionArn: qualifier === undefined ? target.arn : `${target.arn}:${qualifier}`,
    Version: version.version,
    LastModified: version.lastModified,
    RevisionId: version.revisionId,
    CodeSize: content?.zip.length ?? 0,
    CodeSha256: content?.codeSha256 ?? "0".repeat(64),
    // Absent when there are none: [rec] every snapshot of a function without layers.
    Layers:
      layers.length === 0 ? undefined : layers.map(({ arn, content: { zip } }) => ({ Arn: arn, CodeSize: zip.length })),
  };
}

// [rec] test_function_revisions_basic, test_publish_with_update. The words are AWS's: an update, too, is "being created".
function describeStatus(status: Status) {
  const reason = { is: "The function is being created.", code: "Creating" };
  switch (status.is) {
    case "creating":
      return { State: "Pending", StateReason: reason.is, StateReasonCode: reason.code };
    case "updating":
      return {
        State: "Active",
        LastUpdateStatus: "InProgress",
        LastUpdateStatusReason: reason.is,
        LastUpdateStatusReasonCode: reason.code,
      };
    case "ready":
      return { State: "Active", LastUpdateStatus: "Successful" };
    case "inactive":
      return {
        State: "Inactive",
        StateReason: "The function is idle.",
        StateReasonCode: "Idle",
        LastUpdateStatus: "Successful",
      };
    case "failed":
      if (!status.born) {
        return { State: "Failed", StateReason: status.failure.reason, StateReasonCode: status.failure.code };
      }
      return {
        State: "Active",
        LastUpdateStatus: "Failed",
        LastUpdateStatusReason: status.failure.reason,
        LastUpdateStatusReasonCode: status.failure.code,
      };
    default:
      throw status satisfies never;
  }
}
