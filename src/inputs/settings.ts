import type { FileSystem, FunctionSettings, LoggingSettings, VpcSettings } from "../function/settings.js";
import { isObject, parseJson } from "../parse-json.js";
import { bad, description, good, type Parsed } from "./forms.js";
import type { InputReader } from "./reader.js";

// The forms are those of aws-actions/aws-lambda-deploy: names of AWS's API in JSON. Limits and patterns:
// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html

/** The inputs that are about the function itself; what was omitted is absent. */
export interface FunctionInputs {
  readonly settings: FunctionSettings;
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** ARN. */
  readonly codeSigningConfig: string | undefined;
  /** ARN of the key that encrypts the code package. */
  readonly sourceKmsKey: string | undefined;
}

/** Reads them; problems stay with the reader. */
export function readFunctionInputs(reader: InputReader): FunctionInputs {
  const settings = {
    role: reader.optional("role", role),
    handler: reader.optional("handler", handler),
    description: reader.optional("function-description", description),
    memorySize: reader.optional("memory-size", wholeNumber(128, 10_240, "MB")),
    timeout: reader.optional("timeout", wholeNumber(1, 900, "seconds")),
    ephemeralStorage: reader.optional("ephemeral-storage", wholeNumber(512, 10_240, "MB")),
    environment: reader.optional("environment", environment),
    vpc: reader.optional("vpc-config", vpc),
    tracing: reader.optional("tracing-config", tracing),
    snapStart: reader.optional("snap-start", snapStart),
    logging: reader.optional("logging-config", logging),
    deadLetterTarget: reader.optional("dead-letter-config", deadLetterTarget),
    fileSystems: reader.optional("file-system-configs", fileSystems),
    kmsKey: reader.optional("kms-key-arn", kmsKey),
  };
  return {
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
    tags: reader.optional("tags", tags),
    codeSigningConfig: reader.optional("code-signing-config-arn", codeSigningConfig),
    sourceKmsKey: reader.optional("source-kms-key-arn", kmsKey),
  };
}

const ELSEWHERE = "container images are deployed by aws-actions/aws-lambda-deploy";

/** Inputs of aws-actions/aws-lambda-deploy that are not declared here, but that a workflow written for it may still give. */
export function refuseForeignInputs(reader: InputReader): void {
  reader.refuse("package-type", ELSEWHERE, "Zip");
  reader.refuse("image-uri", ELSEWHERE);
  reader.refuse("image-config", ELSEWHERE);
  reader.refuse("s3-key", "keys are `<s3-prefix><sha256>.zip`, so that no content is uploaded twice");
}

const matching =
  (pattern: RegExp, allowed: string) =>
  (text: string): Parsed<string> =>
    pattern.test(text) ? good(text) : bad(allowed);

const role = matching(
  /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  "the ARN of a role (`arn:aws:iam::123456789012:role/name`)",
);
const handler = matching(
  /^[^\s.]\S{0,126}$/,
  "the Python module and function that Lambda calls, such as `app.main.handler`",
);
const kmsKey = matching(
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[a-zA-Z0-9-]+$/,
  "the ARN of a KMS key (`arn:aws:kms:eu-central-1:123456789012:key/…`)",
);
const codeSigningConfig = matching(
  /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:code-signing-config:csc-[a-z0-9]+$/,
  "the ARN of a code signing configuration (`arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-…`)",
);

function wholeNumber(least: number, most: number, unit: string): (text: string) => Parsed<number> {
  return (text) => {
    const value = Number(text);
    return /^\d{1,6}$/.test(text) && value >= least && value <= most
      ? good(value)
      : bad(`a whole number of ${unit} from ${least} to ${most}`);
  };
}

const ENVIRONMENT_LIMIT = 4_096;

// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR|AWS_(DEFAULT_REGION|REGION|EXECUTION_ENV|ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_(FUNCTION_NAME|FUNCTION_MEMORY_SIZE|FUNCTION_VERSION|INITIALIZATION_TYPE|LOG_GROUP_NAME|LOG_STREAM_NAME|RUNTIME_API)))$/;

/** The values are secrets: what is wrong is told by the variable's name. */
function environment(text: string): Parsed<Readonly<Record<string, string>>> {
  const variables = stringMap(parseJson(text));
  if (variables === undefined) {
    return bad('a JSON object of strings, such as `{"LOG_LEVEL":"info","RETRIES":"3"}`', "(not shown)");
  }
  const names = Object.keys(variables);
  const wrong = names.find((name) => !/^[a-zA-Z]\w+$/.test(name) || RESERVED.test(name));
  if (wrong !== undefined) {
    return bad("names of letters, digits and `_`, starting with a letter, none that Lambda sets itself", wrong);
  }
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  return bytes > ENVIRONMENT_LIMIT
    ? bad(`all variables together as JSON in ${ENVIRONMENT_LIMIT.toLocaleString("en")} bytes`, `${bytes} bytes`)
    : good(variables);
}

// https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html#tags-restrictions
function tags(text: string): Parsed<Readonly<Record<string, string>>> {
  const given = stringMap(parseJson(text));
  if (given === undefined) {
    return bad('a JSON object of strings, such as `{"team":"orders"}`');
  }
  const wrong = Object.entries(given).find(
    ([key, value]) => key === "" || key.length > 128 || value.length > 256 || /^aws:/i.test(key),
  );
  if (wrong !== undefined) {
    return bad("keys of 1 to 128 characters, not starting with `aws:`, and values of 256 at most", wrong[0]);
  }
  return Object.keys(given).length > 50 ? bad("50 tags at most") : good(given);
}

function vpc(text: string): Parsed<VpcSettings> {
  const fields = fieldsOf(parseJson(text), ["SubnetIds", "SecurityGroupIds", "Ipv6AllowedForDualStack", "VpcId"]);
  const subnetIds = sortedStrings(fields?.SubnetIds, /^subnet-[0-9a-z]+$/, 16);
  const securityGroupIds = sortedStrings(fields?.SecurityGroupIds, /^sg-[0-9a-zA-Z]+$/, 5);
  const ipv6 = fields?.Ipv6AllowedForDualStack;
  if (subnetIds === undefined || securityGroupIds === undefined || (ipv6 !== undefined && typeof ipv6 !== "boolean")) {
    return bad('`{"SubnetIds":["subnet-…"],"SecurityGroupIds":["sg-…"]}`, two empty lists for no VPC');
  }
  return good({ subnetIds, securityGroupIds, ...(ipv6 !== undefined && { ipv6 }) });
}

function tracing(text: string): Parsed<NonNullable<FunctionSettings["tracing"]>> {
  const mode = fieldsOf(parseJson(text), ["Mode"])?.Mode;
  return mode === "Active" || mode === "PassThrough"
    ? good(mode)
    : bad('`{"Mode":"Active"}` or `{"Mode":"PassThrough"}`');
}

function snapStart(text: string): Parsed<NonNullable<FunctionSettings["snapStart"]>> {
  const applyOn = fieldsOf(parseJson(text), ["ApplyOn", "OptimizationStatus"])?.ApplyOn;
  return applyOn === "PublishedVersions" || applyOn === "None"
    ? good(applyOn)
    : bad('`{"ApplyOn":"PublishedVersions"}` or `{"ApplyOn":"None"}`');
}

function logging(text: string): Parsed<LoggingSettings> {
  const fields = fieldsOf(parseJson(text), ["LogFormat", "ApplicationLogLevel", "SystemLogLevel", "LogGroup"]);
  const format = textLike(fields?.LogFormat, /^(JSON|Text)$/);
  const applicationLevel = textLike(fields?.ApplicationLogLevel, /^(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)$/);
  const systemLevel = textLike(fields?.SystemLogLevel, /^(DEBUG|INFO|WARN)$/);
  const group = textLike(fields?.LogGroup, /^[\w./#-]{1,512}$/);
  if (fields === undefined || [format, applicationLevel, systemLevel, group].includes(null)) {
    return bad(
      '`{"LogFormat":"JSON","ApplicationLogLevel":"INFO","SystemLogLevel":"WARN","LogGroup":"…"}`, or some of it',
    );
  }
  return good({
    ...(format && { format }),
    ...(applicationLevel && { applicationLevel }),
    ...(systemLevel && { systemLevel }),
    ...(group && { group }),
  });
}

function deadLetterTarget(text: string): Parsed<string> {
  const arn = fieldsOf(parseJson(text), ["TargetArn"])?.TargetArn;
  return typeof arn === "string" && /^(arn:aws[a-z-]*:(sqs|sns):[a-z0-9-]+:\d{12}:\S+)?$/.test(arn)
    ? good(arn)
    : bad('`{"TargetArn":"…"}` with the ARN of an SQS queue or SNS topic, an empty one for none');
}

function fileSystems(text: string): Parsed<readonly FileSystem[]> {
  const items: unknown = parseJson(text);
  const parsed = Array.isArray(items) ? items.map(fileSystem) : [undefined];
  return parsed.every((item) => item !== undefined)
    ? good(parsed.sort((one, other) => (one.path < other.path ? -1 : 1)))
    : bad('`[{"Arn":"arn:…:access-point/…","LocalMountPath":"/mnt/…"}]`, an empty list for none');
}

function fileSystem(item: unknown): FileSystem | undefined {
  const fields = fieldsOf(item, ["Arn", "LocalMountPath"]);
  const arn = textLike(fields?.Arn, /^arn:aws[a-z-]*:\S+:access-point\/\S+$/);
  const path = textLike(fields?.LocalMountPath, /^\/mnt\/[\w.-]+$/);
  return arn && path ? { arn, path } : undefined;
}

/** The object's fields; undefined when it is none, or has one that nobody knows. */
function fieldsOf(value: unknown, known: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) && Object.keys(value).every((name) => known.includes(name)) ? value : undefined;
}

function stringMap(value: unknown): Readonly<Record<string, string>> | undefined {
  return isObject(value) && Object.values(value).every((item) => typeof item === "string")
    ? (value as Readonly<Record<string, string>>)
    : undefined;
}

/** The text; undefined when it is not given, null when it is another one. */
function textLike(value: unknown, pattern: RegExp): string | undefined | null {
  if (value === undefined) {
    return undefined;
  }
  return typeof value === "string" && pattern.test(value) ? value : null;
}

function sortedStrings(value: unknown, pattern: RegExp, most: number): readonly string[] | undefined {
  return Array.isArray(value) &&
    value.length <= most &&
    value.every((item): item is string => typeof item === "string" && pattern.test(item))
    ? [...new Set(value)].sort()
    : undefined;
}
