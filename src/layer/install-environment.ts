import { resolve } from "node:path";
import { ActionError } from "../errors.js";
import type { Environment } from "../machine/environment.js";

export interface InstallEnvironmentRequest {
  /** The runner's. */
  readonly env: Environment;
  /** Absolute; relative paths in variables start there. */
  readonly workspace: string;
  /** Index options of the dependency files, as arguments. */
  readonly indexArguments: readonly string[];
  readonly exists: (path: string) => boolean;
}

export interface InstallEnvironment {
  /** The whole environment of uv. */
  readonly env: Readonly<Record<string, string>>;
  /** Index options for uv's command line; all that may hold a password are in `env`, where other users cannot see them. */
  readonly arguments: readonly string[];
  readonly secrets: readonly string[];
}

// What any program needs to run. With RUNNER_TRACKING_ID the runner ends what outlives a cancelled job.
const SYSTEM =
  /^(PATH|PATHEXT|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|TEMP|TMP|TMPDIR|LANG|LC_ALL|LC_CTYPE|XDG_(CACHE|CONFIG|DATA)_HOME|RUNNER_TRACKING_ID)$/i;

// Where packages come from and how they are reached, and what a Python on PATH needs to start: https://docs.astral.sh/uv/reference/environment/
const INSTALLER =
  /^(UV_(DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL|INDEX_STRATEGY|INDEX_.+_(USERNAME|PASSWORD)|INSECURE_HOST|KEYRING_PROVIDER|CREDENTIALS_DIR|NATIVE_TLS|SYSTEM_CERTS|CACHE_DIR|LOCK_TIMEOUT|HTTP_TIMEOUT|HTTP_CONNECT_TIMEOUT|HTTP_RETRIES|REQUEST_TIMEOUT|CONCURRENT_.+|PYTHON_INSTALL_DIR|REQUIRE_HASHES)|LD_LIBRARY_PATH|PYENV_ROOT|PYENV_VERSION|HTTP_TIMEOUT|SSL_CERT_FILE|SSL_CERT_DIR|SSL_CLIENT_CERT|NETRC|(HTTP|HTTPS|ALL|NO)_PROXY|SSH_AUTH_SOCK|GIT_SSH_COMMAND|GIT_SSL_CAINFO|GIT_ALLOW_PROTOCOL)$/i;

// What would install something else than the fingerprint says.
const REFUSED =
  /^UV_(CONSTRAINT|OVERRIDE|EXCLUDE|EXCLUDE_NEWER|BUILD_CONSTRAINT|RESOLUTION|PRERELEASE|.*BINARY.*|NO_VERIFY_HASHES|NO_BUILD_ISOLATION|TORCH_BACKEND|GIT_LFS|CONFIG_FILE)$/i;

const PATHS =
  /^(UV_CACHE_DIR|UV_CREDENTIALS_DIR|UV_PYTHON_INSTALL_DIR|SSL_CERT_FILE|SSL_CERT_DIR|SSL_CLIENT_CERT|NETRC)$/i;

const FIXED = {
  UV_PYTHON_DOWNLOADS: "never",
  UV_NO_PROGRESS: "1",
  UV_NO_WRAP: "1",
  NO_COLOR: "1",
  GIT_TERMINAL_PROMPT: "0",
} as const;

/** What a tool that needs no network gets of the runner's environment. */
export function toolEnvironment(env: Environment): Readonly<Record<string, string>> {
  return pick(env, SYSTEM);
}

/** uv's environment and index options: an allow-list of the runner's, pip's words translated where uv's are not set. Throws `uv-environment`. */
export function installEnvironment(request: InstallEnvironmentRequest): InstallEnvironment {
  refuse(request.env);
  const { env, workspace, exists } = request;
  const given = { ...pick(env, SYSTEM), ...pick(env, INSTALLER) };
  const inFiles = readIndexArguments(request.indexArguments);
  const findLinks = [
    ...inFiles.findLinks,
    ...(env.UV_FIND_LINKS ? env.UV_FIND_LINKS.split(",") : words(env.PIP_FIND_LINKS).filter(isPlace)),
  ].map((place) => (isUrl(place) ? place : resolve(workspace, place)));

  // pip passes over a directory that does not exist, uv fails.
  function isPlace(place: string): boolean {
    return isUrl(place) || exists(resolve(workspace, place));
  }

  const all = defined({
    ...given,
    SSL_CERT_FILE: given.SSL_CERT_FILE ?? env.PIP_CERT,
    UV_DEFAULT_INDEX: configuredIndex(env, request.indexArguments),
    UV_INDEX_URL: undefined,
    UV_EXTRA_INDEX_URL: joined([...extraIndexes(env), ...inFiles.extraIndexes]),
    UV_INSECURE_HOST: joined([...words(env.UV_INSECURE_HOST ?? env.PIP_TRUSTED_HOST), ...inFiles.insecureHosts]),
    UV_FIND_LINKS: findLinks.length === 0 ? undefined : findLinks.join(","),
  });
  return {
    env: {
      ...Object.fromEntries(
        Object.entries(all).map(([name, value]) => [name, PATHS.test(name) ? resolve(workspace, value) : value]),
      ),
      ...FIXED,
    },
    arguments: inFiles.noIndex || isTrue(env.PIP_NO_INDEX) ? ["--no-index"] : [],
    secrets: Object.entries(all)
      .filter(([name]) => /^UV_INDEX_.+_PASSWORD$/i.test(name))
      .map(([, value]) => value),
  };
}

/** The default index as set by the dependency files, else by uv's variables, else by pip's; may hold a password. */
export function configuredIndex(env: Environment, indexArguments: readonly string[]): string | undefined {
  return (
    readIndexArguments(indexArguments).index ||
    env.UV_DEFAULT_INDEX ||
    env.UV_INDEX_URL ||
    env.PIP_INDEX_URL ||
    undefined
  );
}

function extraIndexes(env: Environment): readonly string[] {
  return words(env.UV_INDEX || env.UV_EXTRA_INDEX_URL ? env.UV_EXTRA_INDEX_URL : env.PIP_EXTRA_INDEX_URL);
}

interface FileIndexes {
  readonly index: string | undefined;
  readonly extraIndexes: readonly string[];
  readonly findLinks: readonly string[];
  readonly insecureHosts: readonly string[];
  readonly noIndex: boolean;
}

function readIndexArguments(indexArguments: readonly string[]): FileIndexes {
  const values = (flag: string) => indexArguments.filter((_, position) => indexArguments[position - 1] === flag);
  return {
    index: values("--index-url").at(-1),
    extraIndexes: values("--extra-index-url"),
    findLinks: values("--find-links"),
    insecureHosts: values("--allow-insecure-host"),
    noIndex: indexArguments.includes("--no-index"),
  };
}

function refuse(env: Environment): void {
  const names = Object.keys(env)
    .filter((name) => REFUSED.test(name) && env[name] !== "" && !isFalse(env[name]))
    .toSorted();
  if (names.length === 0) return;
  throw new ActionError(
    `${names.join(", ")} would change what is installed without the layer's fingerprint knowing it.`,
    {
      hint: `Unset ${names.length === 1 ? "it" : "them"} for this step and say it in the dependency file instead.`,
      code: "uv-environment",
    },
  );
}

function pick(env: Environment, allowed: RegExp): Readonly<Record<string, string>> {
  return defined(Object.fromEntries(Object.entries(env).filter(([name, value]) => allowed.test(name) && value !== "")));
}

function defined(env: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function words(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : [...new Set(values)].join(" ");
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(1|true|yes|on|y|t)$/i.test(text);
}

function isFalse(text: string | undefined): boolean {
  return text === undefined || /^(0|false|no|off|n|f)$/i.test(text);
}
