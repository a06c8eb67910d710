import { ActionError } from "../errors.js";
import { distance } from "../spelling.js";
import type { Entry } from "./entries.js";
import type { Reason } from "./leave-out.js";

/** Names of services as `boto3.client` takes them, whose data stays in the layer. */
export type BotocoreServices = "all" | readonly string[];

// A service is what has a directory here; the files beside them are for all: https://github.com/boto/botocore/blob/develop/botocore/loaders.py
const DATA = /^python\/botocore\/data\/([^/]+)\//;
const MODEL = /^python\/botocore\/data\/([^/]+)\/([^/]+)\/service-2\.json(?:\.gz)?$/;
const RESOURCE = /^python\/boto3\/data\/([^/]+)\/([^/]+)\/resources-1\.json(?:\.gz)?$/;
const DATA_OF_VERSION = /^python\/botocore\/data\/([^/]+)\/([^/]+)\//;

/** What is left out, in the words of the report. */
export const OTHER_SERVICES = "data of other AWS services";

/** botocore asks it itself, when a profile or a web identity assumes a role. */
const ALWAYS = ["sts"];

/** The data of services that were not asked for. Throws an ActionError for one that this botocore does not know. */
export function otherServices(entries: readonly Entry[], wanted: BotocoreServices): Reason {
  const known = new Set(entries.map(({ path }) => MODEL.exec(path)?.[1]).filter((name) => name !== undefined));
  if (wanted === "all" || known.size === 0) return () => undefined;
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) throw unknownServices(unknown, [...known]);
  const kept = new Set([...ALWAYS, ...wanted]);
  return ({ path }) => {
    const service = DATA.exec(path)?.[1];
    return service === undefined || kept.has(service) ? undefined : OTHER_SERVICES;
  };
}

/**
 * Is it of a version of a service's API that nobody gets without naming it (`api_version`)? botocore takes the newest that has
 * a model, boto3's resources the one that they were written for. Pure.
 */
export function olderVersions(entries: readonly Entry[]): (path: string) => boolean {
  const newest = new Set([...newestOf(entries, MODEL), ...newestOf(entries, RESOURCE)]);
  return (path) => {
    const [, service, version] = DATA_OF_VERSION.exec(path) ?? [];
    return service !== undefined && !newest.has(`${service}/${version}`);
  };
}

/** `s3/2006-03-01` */
function newestOf(entries: readonly Entry[], file: RegExp): readonly string[] {
  const versions = new Map<string, string>();
  for (const { path } of entries) {
    const [, service = "", version = ""] = file.exec(path) ?? [];
    if (version > (versions.get(service) ?? "")) versions.set(service, version);
  }
  return [...versions].map(([service, version]) => `${service}/${version}`);
}

/** Whether there are services to choose from. */
export function hasServices(entries: readonly Pick<Entry, "path">[]): boolean {
  return entries.some(({ path }) => MODEL.test(path));
}

function unknownServices(unknown: readonly string[], known: readonly string[]): ActionError {
  const names = new Intl.ListFormat("en-GB").format(unknown.map((name) => JSON.stringify(name)));
  const close = [...new Set(unknown.flatMap((name) => closest(name, known)))].map((name) => `\`${name}\``);
  const message = `\`botocore-services\` names ${names}, which the installed botocore does not know.`;
  const hint =
    close.length === 0
      ? "Write names as `boto3.client` takes them, or update botocore."
      : `Write names as \`boto3.client\` takes them; close to that: ${close.join(", ")}.`;
  return new ActionError(message, { hint, code: "botocore-services" });
}

/** Up to three names that share a word with this one, or are a slip of two letters away. */
function closest(name: string, known: readonly string[]): readonly string[] {
  const words = new Set(wordsOf(name));
  return known
    .map((other) => ({ other, far: wordsOf(other).some((word) => words.has(word)) ? 0 : distance(name, other) }))
    .filter(({ far }) => far <= 2)
    .toSorted((a, b) => a.far - b.far || distance(name, a.other) - distance(name, b.other))
    .slice(0, 3)
    .map(({ other }) => other);
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^a-z0-9]+/);
}
