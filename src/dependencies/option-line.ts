import { problem, quoted } from "./problem.js";

/** What one option of a requirements file asks for. */
export type FileOption =
  | { readonly kind: "include"; readonly role: "requirements" | "constraints"; readonly path: string }
  | { readonly kind: "editable"; readonly target: string }
  | { readonly kind: "index"; readonly flag: "--index-url" | "--extra-index-url"; readonly url: string }
  | { readonly kind: "find-links"; readonly place: string }
  | { readonly kind: "index-flag"; readonly arguments: readonly string[] }
  | { readonly kind: "resolver"; readonly arguments: readonly string[] }
  | { readonly kind: "source"; readonly packages: readonly string[] }
  | { readonly kind: "hash"; readonly hash: string }
  | { readonly kind: "nothing" };

type Reader =
  | { readonly takesValue: true; readonly read: (value: string) => FileOption }
  | { readonly takesValue: false; readonly option: FileOption };

const withValue = (read: (value: string) => FileOption): Reader => ({ takesValue: true, read });
const alone = (option: FileOption): Reader => ({ takesValue: false, option });

const requirement = withValue((path) => ({ kind: "include", role: "requirements", path }));
const constraint = withValue((path) => ({ kind: "include", role: "constraints", path }));
const editable = withValue((target) => ({ kind: "editable", target }));
const indexUrl = withValue((url) => ({ kind: "index", flag: "--index-url", url }));
const findLinks = withValue((place) => ({ kind: "find-links", place }));

// https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-options
const OPTIONS: Readonly<Record<string, Reader>> = {
  "-r": requirement,
  "--requirement": requirement,
  "-c": constraint,
  "--constraint": constraint,
  "-e": editable,
  "--editable": editable,
  "-i": indexUrl,
  "--index-url": indexUrl,
  "--pypi-url": indexUrl,
  "--extra-index-url": withValue((url) => ({ kind: "index", flag: "--extra-index-url", url })),
  "-f": findLinks,
  "--find-links": findLinks,
  "--no-index": alone({ kind: "index-flag", arguments: ["--no-index"] }),
  "--trusted-host": withValue((host) => ({
    kind: "index-flag",
    arguments: ["--allow-insecure-host", checkHost(host)],
  })),
  "--pre": alone({ kind: "resolver", arguments: ["--prerelease", "allow"] }),
  "--require-hashes": alone({ kind: "resolver", arguments: ["--require-hashes"] }),
  "--no-binary": withValue((packages) => ({ kind: "source", packages: packageList(packages) })),
  "--hash": withValue((hash) => ({ kind: "hash", hash })),
  // Wheels alone are installed anyway, and features of pip do not concern uv.
  "--only-binary": withValue(() => ({ kind: "nothing" })),
  "--prefer-binary": alone({ kind: "nothing" }),
  "--use-feature": withValue(() => ({ kind: "nothing" })),
};

const REFUSED: Readonly<Record<string, string>> = {
  "--config-settings": "passes settings to a build from source",
  "--config-setting": "passes settings to a build from source",
  "-C": "passes settings to a build from source",
  "--global-option": "passes options to a build from source",
  "--install-option": "passes options to a build from source",
  "--build-option": "passes options to a build from source",
};

/** Splits a line before its first option: `foo==1 --hash=…` is a requirement with options, `-r file` options alone. */
export function splitOptions(line: string): { readonly subject: string; readonly options: string } {
  const start = /(?:^|\s)-/.exec(line)?.index ?? line.length;
  return { subject: line.slice(0, start).trim(), options: line.slice(start).trim() };
}

/** Reads options as pip does; throws for one that is unknown, refused or without its value. */
export function parseOptions(text: string): readonly FileOption[] {
  const options: FileOption[] = [];
  let words = splitWords(text);
  while (words.length > 0) {
    const [word = "", ...rest] = words;
    const { name, glued } = splitOption(word);
    const reader = readerOf(name);
    if (!reader.takesValue) {
      if (glued !== undefined) {
        throw problem(`the option ${name} takes no value.`);
      }
      options.push(reader.option);
      words = rest;
    } else {
      const taken = glued === undefined ? valueWords(name, rest) : [];
      const value = glued ?? taken.join(" ");
      if (value === "") {
        throw problem(`the option ${name} has no value.`);
      }
      options.push(reader.read(value));
      words = rest.slice(taken.length);
    }
  }
  return options;
}

// `-e name @ url` is the one value that spans words.
function valueWords(name: string, rest: readonly string[]): readonly string[] {
  const end = rest.findIndex((word) => word.startsWith("-"));
  const available = end < 0 ? rest : rest.slice(0, end);
  return name === "-e" || name === "--editable" ? available : available.slice(0, 1);
}

function splitOption(word: string): { readonly name: string; readonly glued: string | undefined } {
  const long = /^(--[^=]*)=(.*)$/s.exec(word);
  const short = /^(-[A-Za-z])(.+)$/s.exec(word);
  const [, name = word, glued] = long ?? short ?? [];
  return { name, glued };
}

function readerOf(name: string): Reader {
  if (Object.hasOwn(REFUSED, name)) {
    throw problem(`the option ${name} ${REFUSED[name]}, which is not supported.`, `Remove ${name}.`);
  }
  const reader = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (reader === undefined) {
    throw name.startsWith("-")
      ? problem(`the option ${quoted(name)} is not supported.`, "Remove it from the file.")
      : problem(`${quoted(name)} does not belong to an option.`);
  }
  return reader;
}

function splitWords(text: string): readonly string[] {
  const words = text.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double = "", single = "") => double + single));
}

function packageList(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== ":none:");
}

function checkHost(host: string): string {
  if (!/^[A-Za-z0-9*[][A-Za-z0-9.*:[\]-]*$/.test(host)) {
    throw problem(`${quoted(host)} is no host name.`);
  }
  return host;
}
