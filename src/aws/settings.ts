import type {
  ApplicationLogLevel,
  FunctionConfiguration,
  LogFormat,
  LoggingConfig,
  SystemLogLevel,
  UpdateFunctionConfigurationCommandInput,
  VpcConfigResponse,
} from "@aws-sdk/client-lambda";
import type { FunctionSettings, LoggingSettings, VpcSettings } from "../function/settings.js";

/** The settings in an answer of AWS, with Lambda's defaults for what it leaves out. */
export function settingsOf(configuration: FunctionConfiguration): FunctionSettings {
  const { Role, Handler, MemorySize, Timeout, EphemeralStorage, Environment } = configuration;
  return {
    ...(Role !== undefined && { role: Role }),
    ...(Handler !== undefined && { handler: Handler }),
    description: configuration.Description ?? "",
    ...(MemorySize !== undefined && { memorySize: MemorySize }),
    ...(Timeout !== undefined && { timeout: Timeout }),
    ephemeralStorage: EphemeralStorage?.Size ?? 512,
    // Without access to the key, AWS shows an error instead of the variables.
    ...(Environment?.Error === undefined && { environment: Environment?.Variables ?? {} }),
    vpc: vpcOf(configuration.VpcConfig ?? {}),
    tracing: configuration.TracingConfig?.Mode === "Active" ? "Active" : "PassThrough",
    snapStart: configuration.SnapStart?.ApplyOn === "PublishedVersions" ? "PublishedVersions" : "None",
    logging: loggingOf(configuration.LoggingConfig ?? {}),
    deadLetterTarget: configuration.DeadLetterConfig?.TargetArn ?? "",
    fileSystems: (configuration.FileSystemConfigs ?? [])
      .map(({ Arn, LocalMountPath }) => ({ arn: Arn ?? "", path: LocalMountPath ?? "" }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
    kmsKey: configuration.KMSKeyArn ?? "",
  };
}

function vpcOf({ SubnetIds, SecurityGroupIds, Ipv6AllowedForDualStack }: VpcConfigResponse): VpcSettings {
  return {
    subnetIds: SubnetIds?.toSorted() ?? [],
    securityGroupIds: SecurityGroupIds?.toSorted() ?? [],
    ipv6: Ipv6AllowedForDualStack ?? false,
  };
}

function loggingOf({ LogFormat, ApplicationLogLevel, SystemLogLevel, LogGroup }: LoggingConfig): LoggingSettings {
  return {
    format: LogFormat ?? "Text",
    ...(ApplicationLogLevel !== undefined && { applicationLevel: ApplicationLogLevel }),
    ...(SystemLogLevel !== undefined && { systemLevel: SystemLogLevel }),
    ...(LogGroup !== undefined && { group: LogGroup }),
  };
}

type Fields = Pick<
  UpdateFunctionConfigurationCommandInput,
  | "Role"
  | "Handler"
  | "Description"
  | "MemorySize"
  | "Timeout"
  | "EphemeralStorage"
  | "Environment"
  | "VpcConfig"
  | "TracingConfig"
  | "SnapStart"
  | "LoggingConfig"
  | "DeadLetterConfig"
  | "FileSystemConfigs"
  | "KMSKeyArn"
>;

/** The same in the words of CreateFunction and UpdateFunctionConfiguration; the SDK does not send what is undefined. */
export function settingFields(settings: FunctionSettings): Fields {
  const { ephemeralStorage, environment, vpc, tracing, snapStart, logging, deadLetterTarget, fileSystems } = settings;
  return {
    Role: settings.role,
    Handler: settings.handler,
    Description: settings.description,
    MemorySize: settings.memorySize,
    Timeout: settings.timeout,
    EphemeralStorage: ephemeralStorage === undefined ? undefined : { Size: ephemeralStorage },
    Environment: environment && { Variables: environment },
    VpcConfig: vpc && {
      SubnetIds: [...vpc.subnetIds],
      SecurityGroupIds: [...vpc.securityGroupIds],
      Ipv6AllowedForDualStack: vpc.ipv6,
    },
    TracingConfig: tracing && { Mode: tracing },
    SnapStart: snapStart && { ApplyOn: snapStart },
    LoggingConfig: logging && {
      LogFormat: logging.format as LogFormat | undefined,
      ApplicationLogLevel: logging.applicationLevel as ApplicationLogLevel | undefined,
      SystemLogLevel: logging.systemLevel as SystemLogLevel | undefined,
      LogGroup: logging.group,
    },
    DeadLetterConfig: deadLetterTarget === undefined ? undefined : { TargetArn: deadLetterTarget },
    FileSystemConfigs: fileSystems?.map(({ arn, path }) => ({ Arn: arn, LocalMountPath: path })),
    KMSKeyArn: settings.kmsKey,
  };
}
