import type { Target } from "./target.js";

export interface Explanation {
  readonly message: string;
  readonly hint: string;
  readonly code: string;
}

interface Case {
  readonly pattern: RegExp;
  readonly explain: (match: readonly string[], target: Target) => Explanation;
}

const LONGEST_CLAUSE = 400;

// The first that fits explains. uv's hints about credentials stand behind a text that blames the package, so they come first.
export const CASES: readonly Case[] = [
  {
    pattern: /No space left on device|\(os error 112\)/,
    explain: () => ({
      message: "The runner's disk is full.",
      hint: "Free space in a step before this one, or use a larger runner.",
      code: "disk-full",
    }),
  },
  {
    pattern: /An index(?: URL)? \((\S+)\) .*?(401|403)|HTTP status client error \((401|403)[^)]*\) for url \((\S+)\)/,
    explain: ([, index = "", indexStatus, status, url = ""]) => ({
      message: `The package index ${hostOf(index || url)} refused access (${indexStatus || status}).`,
      hint: "Check the index URL, and give the credentials in the step's `env:`, as `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD` or in the URL.",
      code: "index-credentials",
    }),
  },
  {
    pattern: /Hash mismatch for `([^`]+)`/,
    explain: ([, name = ""]) => ({
      message: `The file of ${name} does not have the hash that the dependency file gives for it.`,
      hint: "Find out why the file differs before you write the new hash into the dependency file.",
      code: "hash-mismatch",
    }),
  },
  {
    pattern: /In `--require-hashes` mode, (.*?)$|no trusted hash was provided for: `([^`]+)`/,
    explain: ([, said = "", name = ""]) => ({
      message: ended(`With \`--require-hashes\`, ${said || `${name} needs a hash, too`}`),
      hint: "Give every package, also the indirect ones, a version and a `--hash`; a project of the repository can have none.",
      code: "hash-missing",
    }),
  },
  {
    pattern: /Failed to fetch: `?(\S+?)`? cause: .*?invalid peer certificate: (\w+)/,
    explain: ([, url = "", reason = ""]) => ({
      message: `The certificate of ${hostOf(url)} is not trusted (${reason}).`,
      hint: "Set `SSL_CERT_FILE` to a file with the certificate authority, or `UV_SYSTEM_CERTS: 1` when the machine trusts it.",
      code: "index-certificate",
    }),
  },
  {
    pattern: /HTTP status client error \(404[^)]*\) for url \((\S+)\)/,
    explain: ([, url = ""]) => ({
      message: `There is no file at ${url}.`,
      hint: "Correct the URL in the dependency file.",
      code: "unknown-file",
    }),
  },
  {
    pattern: /Failed to fetch: `?(\S+?)`? (?:.*)cause: (.*?)(?: hint: |$)/,
    explain: ([, url = "", reason = ""]) => ({
      message: ended(`${hostOf(url)} could not be reached: ${reason.replace(/ for url \(\S+\)$/, "")}`),
      hint: "Run the job again; for a slow network raise `UV_HTTP_TIMEOUT` (seconds), for a proxy set `HTTPS_PROXY`.",
      code: "index-unreachable",
    }),
  },
  {
    pattern: /(?:unexpected (?:JSON|HTML) from|Unsupported `Content-Type` .*? for) `(\S+?)`/,
    explain: ([, url = ""]) => ({
      message: `${hostOf(url)} does not answer as a package index.`,
      hint: "Check the URL of the index; most end in `/simple`.",
      code: "index-answer",
    }),
  },
  {
    pattern: /The built wheel `([^`]+)` is not compatible/,
    explain: ([, file = ""], target) => ({
      message: `${file}, built on this runner, does not fit ${nameOf(target)}.`,
      hint: `Use a runner of that architecture with Python ${target.pythonVersion} (\`actions/setup-python\`), or a version that has a wheel.`,
      code: "build",
    }),
  },
  {
    pattern: /Failed to (?:download and )?build `([^`]+)` cause: Git operation failed/,
    explain: ([, name = ""]) => ({
      message: `The repository of ${shortName(name)} could not be fetched.`,
      hint: "Check its URL, and that this runner may read it; what git says is in the log.",
      code: "repository",
    }),
  },
  {
    pattern: /Failed to (?:download and )?build `([^`]+)`(?: cause: (.*?))?(?: hint: |$)/,
    explain: ([, name = "", reason = ""]) => ({
      message: ended(`${shortName(name)} could not be built: ${reason.replaceAll(" cause: ", ": ")}`),
      hint: "The output of the build is in the log.",
      code: "build",
    }),
  },
  {
    pattern: /attempted to build `([^`]+)`/,
    explain: ([, name = ""], target) => ({
      message: `${shortName(name)} has no wheel for ${nameOf(target)} and would be built from source, which runs code of the package.`,
      hint: `Use a version that has a wheel, or add it to \`allow-source\`.`,
      code: "no-wheel",
    }),
  },
  {
    pattern: /A URL \((\S+?)\) dependency is incompatible/,
    explain: ([, url = ""], target) => ({
      message: `${url.split(/[/#?]/).findLast((part) => part.endsWith(".whl")) ?? url} does not fit ${nameOf(target)}.`,
      hint: "Name a wheel whose tags fit, or the package and its version without a URL.",
      code: "no-wheel",
    }),
  },
  {
    pattern:
      /does not satisfy Python\S+ and (?:all of: )?([A-Za-z0-9._-]+).{0,300}? depends? on Python([^\s,]+)|([A-Za-z0-9._-]+)(?:[=<>~!]\S*)? requires Python ([^\s,]+)/,
    explain: ([, one, wanted, other, required], target) => ({
      message: `${one || other} needs Python ${wanted || required}, and the function has ${target.runtime}.`,
      hint: `Use an older version of ${one || other} or a newer \`runtime\`.`,
      code: "requires-python",
    }),
  },
  {
    pattern: /Because ([A-Za-z0-9._-]+) was not found in the (package registry|provided package locations)/,
    explain: ([, name = "", place = ""]) => ({
      message: `There is no package ${name} in the ${place === "package registry" ? "package index" : "places given"}.`,
      hint: "Check the name; for a package of your own, name its index (`--extra-index-url` in the file, or `UV_INDEX`).",
      code: "unknown-package",
    }),
  },
  {
    pattern: /there (?:is|are) no versions? of ([^\s,]+)/,
    explain: ([, wanted = ""]) => unknownVersion(wanted),
  },
  {
    pattern: /Because only ([A-Za-z0-9._-]+[^\s,]*) (?:is|are) available and you require ([^\s,]+)/,
    explain: ([, available = "", wanted = ""]) => unknownVersion(wanted, available),
  },
  {
    pattern: /has an invalid package format.*?hint: The structure of `([^`]+)` \(v([^)]+)\) was invalid: (.*)$/,
    explain: ([, name = "", version = "", reason = ""]) => ({
      message: ended(`The file of ${name}==${version} is damaged: ${reason}`),
      hint: "Run the job again; when it stays so, tell those who run the index.",
      code: "index-answer",
    }),
  },
  {
    pattern: /Couldn't parse requirement in `[^`]*` at position \d+(?: cause: (.*))?$/,
    explain: ([, reason = ""]) => ({
      message: ended(`uv cannot read a requirement: ${reason}`),
      hint: 'Correct the dependency file: `name==1.2.3`, a marker behind it as `; python_version < "3.12"`.',
      code: "requirements",
    }),
  },
  {
    pattern: /(?:Requested package name|Package metadata name) `([^`]+)` does not match (?:given name )?`([^`]+)`/,
    explain: ([, one = "", other = ""]) => ({
      message: `A file that is named ${one} is ${other}.`,
      hint: "Correct the name before `@` in the dependency file.",
      code: "requirements",
    }),
  },
  {
    pattern: /No interpreter found|Failed to inspect Python interpreter/,
    explain: (_, target) => ({
      message: "There is no Python on this runner that uv can use.",
      hint: `Add a step with \`actions/setup-python\` (python-version: ${target.pythonVersion}) before this one.`,
      code: "no-python",
    }),
  },
  {
    pattern:
      /No solution found[^:]*: (?:cause: )?(?:Because )?(.*?)(?:, we can conclude|, which are incompatible| hint: |$)(?:.*? And because (you require (?:(?! And because ).)*?), we can conclude that your requirements)?/,
    explain: ([, clause = "", last = ""]) => ({
      message: ended(`The requirements contradict each other: ${clause}${last && `, but ${last}`}`),
      hint: "Loosen one of them; uv's whole explanation is in the log.",
      code: "conflict",
    }),
  },
];

function unknownVersion(wanted: string, available?: string): Explanation {
  return {
    message: `There is no ${wanted} in the package index${available === undefined ? "" : `, only ${available}`}.`,
    hint: "Use a version that exists; of several indexes, the first one that knows the package counts.",
    code: "unknown-version",
  };
}

/** `python3.11 on x86_64` */
export function nameOf({ runtime, architecture }: Target): string {
  return `${runtime} on ${architecture}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}

/** `x @ file:///…` → `x` */
function shortName(text: string): string {
  return text.split(" @ ")[0] ?? text;
}

/** One sentence of a length that one can read, whatever a tool says. */
export function ended(text: string): string {
  const short = text.length > LONGEST_CLAUSE ? `${text.slice(0, LONGEST_CLAUSE)}…` : text.trim();
  return /[.…]$/.test(short) ? short : `${short}.`;
}
