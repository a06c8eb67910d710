/**
 * The settings of a function that a deploy can set. An absent field means: of what is wanted, that it stays as it is; of
 * what is live, that AWS does not show it. The values of `environment` are secrets: only names may appear in a text.
 */
export interface FunctionSettings {
  /** ARN. */
  readonly role?: string;
  readonly handler?: string;
  readonly description?: string;
  /** MB. */
  readonly memorySize?: number;
  /** Seconds. */
  readonly timeout?: number;
  /** MB. */
  readonly ephemeralStorage?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly vpc?: VpcSettings;
  readonly tracing?: "Active" | "PassThrough";
  readonly snapStart?: "PublishedVersions" | "None";
  readonly logging?: LoggingSettings;
  /** ARN of a queue or topic; empty: none. */
  readonly deadLetterTarget?: string;
  /** Sorted by path. */
  readonly fileSystems?: readonly FileSystem[];
  /** ARN of the key that encrypts the environment; empty: Lambda's own. */
  readonly kmsKey?: string;
}

/** Without subnets: the function is in no VPC. Both lists are sorted. */
export interface VpcSettings {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipv6?: boolean;
}

export interface LoggingSettings {
  readonly format?: string;
  readonly applicationLevel?: string;
  readonly systemLevel?: string;
  readonly group?: string;
}

export interface FileSystem {
  readonly arn: string;
  readonly path: string;
}

export type SettingName = keyof FunctionSettings;

/** The input that sets each setting. */
const INPUTS: Readonly<Record<SettingName, string>> = {
  role: "role",
  handler: "handler",
  description: "function-description",
  memorySize: "memory-size",
  timeout: "timeout",
  ephemeralStorage: "ephemeral-storage",
  environment: "environment",
  vpc: "vpc-config",
  tracing: "tracing-config",
  snapStart: "snap-start",
  logging: "logging-config",
  deadLetterTarget: "dead-letter-config",
  fileSystems: "file-system-configs",
  kmsKey: "kms-key-arn",
};

/** What is to be sent, forth or back: of the wanted settings those that differ from the live ones, or that AWS does not show. */
export function differingSettings(live: FunctionSettings, wanted: FunctionSettings): FunctionSettings {
  return pick(
    wanted,
    givenNames(wanted).filter((name) => !agrees(name, live, wanted)),
  );
}

/** The inputs whose settings are not as expected: somebody else changed them. What AWS does not show cannot be compared. */
export function unexpectedSettings(expected: FunctionSettings, found: FunctionSettings): readonly string[] {
  return givenNames(expected)
    .filter((name) => found[name] !== undefined && !agrees(name, found, expected))
    .map((name) => INPUTS[name]);
}

/** `` `memory-size` 256 → 512 `` for each setting that is sent; of the environment only names. */
export function describeSettings(live: FunctionSettings, sent: FunctionSettings): readonly string[] {
  return givenNames(sent).map((name) => {
    const input = `\`${INPUTS[name]}\``;
    if (live[name] === undefined) {
      return `${input} (the present value cannot be read)`;
    }
    switch (name) {
      case "environment":
        return `${input} (${variableChanges(live.environment ?? {}, sent.environment ?? {})})`;
      case "memorySize":
      case "timeout":
      case "ephemeralStorage":
      case "handler":
      case "tracing":
      case "snapStart":
        return `${input} ${live[name]} → ${sent[name]}`;
      default:
        return input;
    }
  });
}

const MOST_VARIABLES = 10;

function variableChanges(live: Readonly<Record<string, string>>, sent: Readonly<Record<string, string>>): string {
  const changes = [
    ...Object.keys(sent)
      .filter((name) => live[name] !== sent[name])
      .map((name) => `\`${name}\` ${Object.hasOwn(live, name) ? "changed" : "added"}`),
    ...Object.keys(live)
      .filter((name) => !Object.hasOwn(sent, name))
      .map((name) => `\`${name}\` removed`),
  ].sort();
  const more = changes.length - MOST_VARIABLES;
  if (changes.length === 0) {
    return "as it was";
  }
  return [...changes.slice(0, MOST_VARIABLES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** Does what is live hold what is wanted? AWS adds to what it is sent, so of these two only the given fields count. */
function agrees(name: SettingName, live: FunctionSettings, wanted: FunctionSettings): boolean {
  if (live[name] === undefined) {
    return false;
  }
  const expected = name === "vpc" || name === "logging" ? { ...live[name], ...wanted[name] } : wanted[name];
  return canonical(live[name]) === canonical(expected);
}

function canonical(value: unknown): string {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : JSON.stringify(value);
}

function pick(settings: FunctionSettings, names: readonly SettingName[]): FunctionSettings {
  return Object.fromEntries(
    names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  ) as FunctionSettings;
}

function givenNames(settings: FunctionSettings): readonly SettingName[] {
  return allNames().filter((name) => settings[name] !== undefined);
}

function allNames(): readonly SettingName[] {
  return Object.keys(INPUTS) as SettingName[];
}
