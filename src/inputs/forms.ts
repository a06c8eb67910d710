import { normaliseName } from "../dependencies/name.js";
import type { Growth } from "../gates.js";
import { AWS_SDK } from "../layer/aws-sdk.js";
import { ARCHITECTURES, type Architecture, RUNTIMES, type Runtime } from "../layer/target.js";
import { parseStrings } from "../parse-json.js";

/** What a form makes of an input's text: a value, or the sentence that says which text it takes. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly allowed: string; readonly item?: string };

/** A function as the user names it: the parts of an ARN that were given. */
export interface FunctionName {
  /** What to send to AWS: name, partial ARN or ARN. */
  readonly given: string;
  readonly name: string;
  readonly region: string | undefined;
}

export const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const bad = (allowed: string, item?: string): Parsed<never> => ({
  ok: false,
  allowed,
  ...(item === undefined ? {} : { item }),
});

/** Lines of a list input, trimmed, blank ones left out; a JSON array of strings is a list too. */
export function listItems(text: string): readonly string[] {
  const items = parseStrings(text) ?? text.split(/\r?\n/);
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** Items of a list input where none can hold a comma. */
function commaItems(text: string): readonly string[] {
  return listItems(text)
    .flatMap((line) => line.split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html: name, partial ARN or ARN, 64 characters for the name.
const FUNCTION =
  /^(?:(?:arn:aws[a-z-]*:lambda:(?<region>[a-z]{2,}(?:-[a-z]+)+-\d+):)?(?<account>\d{12}):function:)?(?<name>[a-zA-Z0-9-_]{1,64})$/;

export function functionName(text: string): Parsed<FunctionName> {
  const match = FUNCTION.exec(text);
  if (match?.groups?.name === undefined) {
    return bad("a function name, `123456789012:function:name`, or the function's ARN without version or alias");
  }
  return good({ given: text, name: match.groups.name, region: match.groups.region });
}

export function region(text: string): Parsed<string> {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text) ? good(text) : bad("an AWS Region such as `eu-central-1`");
}

export function runtime(text: string): Parsed<Runtime> {
  const value = RUNTIMES.find((candidate) => candidate === text);
  return value === undefined ? bad(`one of ${RUNTIMES.join(", ")}`) : good(value);
}

export function architecture(text: string): Parsed<Architecture> {
  const items = listItems(text);
  const value = ARCHITECTURES.find((candidate) => candidate === items[0]);
  return value === undefined || items.length > 1 ? bad(`one of ${ARCHITECTURES.join(", ")}`) : good(value);
}

export function oneOf<const T extends string>(...words: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const value = words.find((word) => word === text);
    return value === undefined ? bad(`one of ${words.join(", ")}`) : good(value);
  };
}

export function lines(text: string): Parsed<readonly string[]> {
  return good(listItems(text));
}

/** Package names, normalised as PEP 503 says; `aws-sdk` stands for the four packages that the runtime brings. */
export function packageNames(text: string): Parsed<readonly string[]> {
  const items = listItems(text);
  const wrong = items.find((item) => !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(item));
  if (wrong !== undefined) {
    return bad("package names, one a line", wrong);
  }
  const names = items.map(normaliseName);
  return good([...new Set(names.flatMap((name) => (name === "aws-sdk" ? AWS_SDK : [name])))].sort());
}

/** Names of services as boto3 takes them, by lines, commas or a JSON array, sorted; `all` is no choice. */
export function serviceNames(text: string): Parsed<"all" | readonly string[]> {
  const names = [...new Set(commaItems(text).map((name) => name.toLowerCase()))].sort();
  const wrong = names.find((name) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name));
  if (names.length === 0 || wrong !== undefined) {
    return bad("`all`, or names of services as `boto3.client` takes them, such as `s3, dynamodb`", wrong);
  }
  return good(names.length === 1 && names[0] === "all" ? "all" : names);
}

// https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
export function layerName(text: string): Parsed<string> {
  return /^[a-zA-Z0-9-_]{1,140}$/.test(text) ? good(text) : bad("letters, digits, `-` and `_`, 140 at most");
}

const LAYER_VERSION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:\d+$/;

/** ARNs of layer versions by lines, commas or a JSON array; `none` is the empty list. */
export function layerArns(text: string): Parsed<readonly string[]> {
  if (text === "none") {
    return good([]);
  }
  const arns = commaItems(text);
  const wrong = arns.find((arn) => !LAYER_VERSION_ARN.test(arn));
  const allowed = "ARNs of layer versions (`arn:aws:lambda:eu-central-1:123456789012:layer:name:1`), or `none`";
  return wrong === undefined ? good(arns) : bad(allowed, wrong);
}

/** Minutes as milliseconds. */
export function minutes(text: string): Parsed<number> {
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 360
    ? good(value * 60_000)
    : bad("a number of minutes, more than 0 and 360 at most");
}

const UNITS: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** `250MB` as bytes; 1 KB = 1,024 bytes. */
export function byteSize(text: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?) ?([KMG]?B)?$/i.exec(text);
  const unit = UNITS[(match?.[2] ?? "").toUpperCase()];
  return match === null || unit === undefined
    ? bad("a size such as `250MB`, `512KB`, or a number of bytes")
    : good(Math.round(Number(match[1]) * unit));
}

/** `10%` as a share, everything else as bytes. */
export function growth(text: string): Parsed<Growth> {
  const share = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
  if (share !== undefined) {
    return good({ share: Number(share) / 100 });
  }
  const bytes = byteSize(text);
  return bytes.ok ? good({ bytes: bytes.value }) : bad("`10%`, a size such as `5MB`, or a number of bytes");
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
export function bucket(text: string): Parsed<string> {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) ? good(text) : bad("the name of an S3 bucket");
}

export function keyPrefix(text: string): Parsed<string> {
  return /^[\w!.*'()/-]{0,500}$/.test(text) && !text.startsWith("/")
    ? good(text)
    : bad("letters, digits and `!-_.*'()/`, not starting with `/`");
}

export function revisionId(text: string): Parsed<string> {
  return /^[A-Za-z0-9-]{1,100}$/.test(text) ? good(text) : bad("a RevisionId as GetFunction returns it");
}

// https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
export function aliasName(text: string): Parsed<string> {
  return /^(?!\d+$)[a-zA-Z0-9-_]{1,128}$/.test(text)
    ? good(text)
    : bad("letters, digits, `-` and `_`, not digits alone, 128 at most");
}

/** A Description as AWS takes it. */
export function description(text: string): Parsed<string> {
  return text.length <= 256 ? good(text) : bad("256 characters at most");
}

export function versionNumber(text: string): Parsed<string> {
  return /^[1-9]\d{0,9}$/.test(text) ? good(text) : bad("the number of a published version");
}

/** How many of something are to stay. */
export function howMany(text: string): Parsed<number> {
  return /^[1-9]\d{0,5}$/.test(text) ? good(Number(text)) : bad("a whole number, 1 or more");
}
