import { stat } from "node:fs/promises";
import path from "node:path";
import { ActionError } from "../errors.js";
import { relativePath } from "../machine/paths.js";
import { hideSecrets, userinfoSecrets } from "./credentials.js";
import { type LogicalLine, logicalLines } from "./logical-lines.js";
import { normaliseName } from "./name.js";
import { type FileOption, parseOptions, splitOptions } from "./option-line.js";
import type { PathDependency } from "./path-dependency.js";
import { problem, quoted, refuseControlCharacters } from "./problem.js";
import { isPlainUrl } from "./reference.js";
import { type Bounds, type Place, type Requirement, resolveRequirement } from "./requirement.js";
import { parseRequirementLine } from "./requirement-line.js";
import { readText } from "./text-file.js";
import { type Expanded, expandVariables } from "./variables.js";
import { resolveInside } from "./workspace-path.js";

/** One thing that a line of a requirements file says. */
export type Item =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "requirements" | "constraints"; readonly requirement: Requirement }
  | { readonly kind: "path"; readonly dependency: PathDependency }
  | { readonly kind: "index" | "resolver"; readonly arguments: readonly string[] }
  | { readonly kind: "secret"; readonly value: string }
  | {
      readonly kind: "problem";
      /** Relative to the workspace. */
      readonly path: string;
      readonly line?: number;
      readonly message: string;
      readonly hint: string | undefined;
    };

type Role = Place["role"];

interface RequirementsFile {
  /** Real path. */
  readonly file: string;
  readonly role: Role;
}

/**
 * Everything that requirements files say, `-r` and `-c` followed, in the order in which it is written. `files` are real
 * paths in the workspace. Nothing that a line says wrong throws: it is an item too.
 */
export async function readRequirements(files: readonly string[], bounds: Bounds): Promise<readonly Item[]> {
  const seen = new Set<string>();
  let count = 0;
  const visit = async ({ file, role }: RequirementsFile): Promise<readonly Item[]> => {
    // A file that is named again, also by itself, says nothing new.
    if (seen.has(`${role} ${file}`)) {
      return [];
    }
    seen.add(`${role} ${file}`);
    const where = { path: relativePath(bounds.workspace, file) };
    const items: Item[] = [{ kind: "file", ...where }];
    const lines = await orProblem(where, () => readLines(file, count));
    if ("kind" in lines) {
      return [...items, lines];
    }
    count += lines.length;
    for (const line of lines) {
      for (const item of await readLine(line, { file, role }, bounds)) {
        items.push(...(item.kind === "include" ? await visit(item) : [item]));
      }
    }
    return items;
  };
  const all: Item[] = [];
  for (const file of files) {
    all.push(...(await visit({ file, role: "requirements" })));
  }
  return all;
}

// Far beyond any real ones; keeps hostile files from costing minutes.
const MOST_LINES = 20_000;
const LONGEST_LINE = 2_000_000;

/** The lines of a file, when `before` were read of others. */
async function readLines(file: string, before: number): Promise<readonly LogicalLine[]> {
  const lines = logicalLines(await readText(file));
  if (before + lines.length > MOST_LINES) {
    throw problem(`there are more than ${MOST_LINES} lines with those of the files before.`, "Remove some.");
  }
  const long = lines.find(({ text }) => text.length > LONGEST_LINE);
  if (long !== undefined) {
    throw problem(`line ${long.number} has more than ${LONGEST_LINE} characters.`, "Shorten it.");
  }
  return lines;
}

async function orProblem<T>(where: { readonly path: string }, work: () => Promise<T>): Promise<T | Item> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError)) {
      throw error;
    }
    return problemItem(where, error, []);
  }
}

type Include = { readonly kind: "include" } & RequirementsFile;

async function readLine(
  { number, text }: LogicalLine,
  { file, role }: RequirementsFile,
  bounds: Bounds,
): Promise<readonly (Item | Include)[]> {
  const where = { path: relativePath(bounds.workspace, file), line: number };
  let expanded: Expanded = { text, values: [], secrets: [], inPlace: [] };
  try {
    expanded = expandVariables(text, bounds.env);
    const place = { directory: path.dirname(file), role, inPlace: expanded.inPlace };
    const said = await readStatement(expanded.text, place, bounds);
    return [...secretItems(expanded.secrets), ...said];
  } catch (error) {
    if (!(error instanceof ActionError)) {
      throw error;
    }
    return [...secretItems(expanded.secrets), problemItem(where, error, expanded.values)];
  }
}

async function readStatement(text: string, place: Place, bounds: Bounds): Promise<readonly (Item | Include)[]> {
  refuseControlCharacters(text);
  const { subject, options } = splitOptions(text);
  const parsed = parseOptions(options);
  if (subject !== "") {
    return readRequirement(subject, parsed, place, bounds);
  }
  const items: (Item | Include)[] = [];
  for (const option of parsed) {
    items.push(...(await readOption(option, place, bounds)));
  }
  return items;
}

async function readRequirement(
  subject: string,
  options: readonly FileOption[],
  place: Place,
  bounds: Bounds,
): Promise<readonly Item[]> {
  const hashes = options.map((option) => {
    if (option.kind !== "hash") {
      throw problem("only `--hash` can follow a requirement.", "Write other options on lines of their own.");
    }
    return option.hash;
  });
  const resolved = await resolveRequirement(parseRequirementLine(subject, hashes), place, bounds);
  return [
    ...secretItems(resolved.secrets),
    ...resolved.requirements.map((requirement) => ({ kind: place.role, requirement })),
    ...resolved.pathDependencies.map((dependency) => ({ kind: "path" as const, dependency })),
    ...resolved.problems.map(({ project, error }) => problemItem({ path: project }, error, [])),
  ];
}

async function readOption(option: FileOption, place: Place, bounds: Bounds): Promise<readonly (Item | Include)[]> {
  switch (option.kind) {
    case "include":
      return [{ kind: "include", role: option.role, file: await includedFile(option.path, place, bounds) }];
    case "editable":
      return readEditable(option.target, place, bounds);
    case "index":
      return [...indexSecrets(option.url), { kind: "index", arguments: [option.flag, checkIndexUrl(option.url)] }];
    case "find-links":
      return readFindLinks(option.place, place, bounds);
    case "index-flag":
      return [{ kind: "index", arguments: option.arguments }];
    case "resolver":
      return [{ kind: "resolver", arguments: option.arguments }];
    case "source":
      return refuseSource(option.packages, bounds);
    case "hash":
      throw problem("`--hash` stands without a requirement.", "End the line before it with `\\`.");
    case "nothing":
      return [];
    default:
      return option satisfies never;
  }
}

async function includedFile(target: string, place: Place, { workspace }: Bounds): Promise<string> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(target)) {
    throw problem(`${quoted(target)} is a URL; only files of the repository are read.`, "Put the file there.");
  }
  const file = await resolveInside(workspace, place.directory, target);
  if (!(await stat(file)).isFile()) {
    throw problem(`${quoted(target)} is no file.`);
  }
  return file;
}

async function readEditable(target: string, place: Place, bounds: Bounds): Promise<readonly Item[]> {
  // Behind -e a bare word is a directory, not a package.
  const named = parseRequirementLine(target).reference === undefined;
  return readRequirement(named ? `./${target}` : target, [], place, bounds);
}

async function readFindLinks(target: string, place: Place, { workspace }: Bounds): Promise<readonly Item[]> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(target)) {
    return [...indexSecrets(target), { kind: "index", arguments: ["--find-links", checkIndexUrl(target)] }];
  }
  return [{ kind: "index", arguments: ["--find-links", await resolveInside(workspace, place.directory, target)] }];
}

function refuseSource(packages: readonly string[], { allowSource }: Bounds): readonly Item[] {
  const refused = packages.find((name) => !allowSource.includes(normaliseName(name)));
  if (refused !== undefined) {
    throw problem(
      `\`--no-binary\` would build ${quoted(refused)} from source, which runs code of the package.`,
      "Remove it, or name each such package in `allow-source`.",
    );
  }
  return [];
}

function checkIndexUrl(url: string): string {
  if (!/^https?:/i.test(url) || !isPlainUrl(url)) {
    throw problem("the URL of a package index is no http or https URL.");
  }
  return url;
}

function indexSecrets(url: string): readonly Item[] {
  return secretItems(userinfoSecrets(url));
}

function secretItems(values: readonly string[]): readonly Item[] {
  return values.map((value) => ({ kind: "secret", value }));
}

function problemItem(
  where: { readonly path: string; readonly line?: number },
  error: ActionError,
  secrets: readonly string[],
): Item {
  return { kind: "problem", ...where, message: hideSecrets(error.message, secrets), hint: error.hint };
}
