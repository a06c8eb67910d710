import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { ActionError } from "../errors.js";
import type { Environment } from "../machine/environment.js";
import { relativePath } from "../machine/paths.js";
import { collectDependencies } from "./collect.js";
import { overlookedFiles } from "./overlooked.js";
import type { PathDependency } from "./path-dependency.js";
import { quoted, shownPath } from "./problem.js";
import { listsDependencies } from "./project.js";
import type { Requirement } from "./requirement.js";
import { readRequirements } from "./requirements.js";
import { resolveInside } from "./workspace-path.js";

export interface FindRequest {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute, inside the workspace. */
  readonly codeDirectory: string;
  /** Paths are relative to the workspace. */
  readonly requirements: "auto" | "none" | readonly string[];
  readonly env: Environment;
  /** Normalised names of packages that may be built from source. */
  readonly allowSource: readonly string[];
  /** Normalised names. */
  readonly excludePackages: readonly string[];
}

/** What the function needs: nothing said (layers stay), explicitly nothing (our layer goes), or packages. */
export type Dependencies =
  | {
      readonly outcome: "untouched";
      readonly reason: string;
      /** Of a search that found nothing: files that may be what was meant, relative to the workspace. */
      readonly overlooked?: readonly string[];
    }
  | { readonly outcome: "empty"; readonly files: readonly string[]; readonly reason: string }
  | FoundDependencies;

export interface FoundDependencies {
  readonly outcome: "found";
  /** Every file that was read, relative to the workspace, with `/`. */
  readonly files: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  /** Where packages come from, for uv's command line (`--index-url …`); may hold secrets, has no part in the fingerprint. */
  readonly indexArguments: readonly string[];
  /** What else the files ask of the resolver, for `uv pip install` only (`--prerelease allow`, `--require-hashes`). */
  readonly resolverArguments: readonly string[];
  readonly pathDependencies: readonly PathDependency[];
  readonly excluded: readonly string[];
  readonly allowSource: readonly string[];
  /** Passwords, tokens and values of variables in URLs, to be masked. */
  readonly secrets: readonly string[];
}

/** In order of preference. Locks come first: they name every package. */
const SEARCHED = ["uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "requirements.txt"] as const;

/** Files that cannot be read yet, and what writes a requirements file from them. */
const EXPORTERS = [
  // Poetry 2 has `export` no more by itself: https://python-poetry.org/docs/cli/#export
  { kind: /^poetry\.lock$/, command: "poetry self add poetry-plugin-export && poetry export -o requirements.txt" },
  { kind: /^Pipfile(?:\.lock)?$/, command: "pipenv requirements > requirements.txt" },
  { kind: /\.(?:toml|lock)$/, command: "uv export --no-dev --no-emit-project -o requirements.txt" },
] as const;

/** Finds and reads what the function needs; throws one ActionError with every problem of every file. */
export async function findDependencies(request: FindRequest): Promise<Dependencies> {
  if (request.requirements === "none") {
    return { outcome: "untouched", reason: "`requirements: none`: only the code is deployed." };
  }
  const workspace = await realpath(request.workspace);
  const codeDirectory = await realpath(request.codeDirectory);
  const files =
    request.requirements === "auto"
      ? await searchFile(workspace, codeDirectory)
      : await namedFiles(workspace, request.requirements);
  if (files.length === 0) {
    return { outcome: "untouched", ...(await nothingFound(workspace, codeDirectory)) };
  }
  const { env, allowSource } = request;
  const items = await readRequirements(files, { workspace, codeDirectory, env, allowSource });
  const collected = collectDependencies(items);
  const asked = [...collected.requirements, ...collected.pathDependencies];
  if (asked.every(({ name }) => request.excludePackages.includes(name))) {
    const shown = collected.files.map((file) => `\`${file}\``).join(", ");
    const only = asked.length === 0 ? "no packages" : "packages only that `exclude-packages` leaves out";
    return { outcome: "empty", files: collected.files, reason: `${shown} asks for ${only}.` };
  }
  return { outcome: "found", ...collected, excluded: request.excludePackages, allowSource };
}

async function searchFile(workspace: string, codeDirectory: string): Promise<readonly string[]> {
  for (const directory of await searchedDirectories(workspace, codeDirectory)) {
    for (const name of SEARCHED) {
      if (await isFile(path.join(directory, name))) {
        return [await dependencyFile(workspace, directory, name)];
      }
    }
  }
  return [];
}

/** The code directory, and the workspace unless a project of its own lies between: then the workspace's files are not its. */
async function searchedDirectories(workspace: string, codeDirectory: string): Promise<readonly string[]> {
  const project = await projectDirectory(workspace, codeDirectory);
  return project === workspace && codeDirectory !== workspace ? [codeDirectory, workspace] : [codeDirectory];
}

/** The nearest directory with a pyproject.toml, from the code upwards; else the workspace. */
async function projectDirectory(workspace: string, directory: string): Promise<string> {
  return directory === workspace || (await isFile(path.join(directory, "pyproject.toml")))
    ? directory
    : projectDirectory(workspace, path.dirname(directory));
}

/** Why nothing was found, as a sentence. Throws when a pyproject.toml says that the code does need packages. */
async function nothingFound(
  workspace: string,
  codeDirectory: string,
): Promise<{ readonly reason: string; readonly overlooked: readonly string[] }> {
  const directories = await searchedDirectories(workspace, codeDirectory);
  const places = directories.map((directory) => quoted(relativePath(workspace, directory))).join(" and ");
  const missing = `No dependency file was found in ${places} (looked for ${SEARCHED.join(", ")})`;
  const project = await projectDirectory(workspace, codeDirectory);
  if (await listsDependencies(workspace, project)) {
    const source = relativePath(workspace, path.join(project, "pyproject.toml"));
    const place = directories.includes(project) ? project : codeDirectory;
    const target = relativePath(workspace, path.join(place, "requirements.txt"));
    throw new ActionError(`${missing}, but ${quoted(source)} lists dependencies.`, {
      hint: `Run \`uv pip compile ${shownPath(source)} -o ${shownPath(target)}\` and commit that file, or name another file in \`requirements\`, \`none\` for no layer.`,
      code: "requirements",
    });
  }
  return {
    reason: `${missing}: the layers stay as they are.`,
    overlooked: await overlookedFiles(workspace, [codeDirectory, project, workspace]),
  };
}

async function namedFiles(workspace: string, names: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    files.push(await dependencyFile(workspace, workspace, name));
  }
  return files;
}

/** The real path of a dependency file that can be read; throws when it is missing, no file, outside, or of an unsupported kind. */
async function dependencyFile(workspace: string, directory: string, name: string): Promise<string> {
  const file = await resolveInside(workspace, directory, name).catch(async (error: unknown) => {
    throw error instanceof ActionError
      ? unusable(error.message, error.hint ?? (await neighbours(workspace, directory, name)))
      : error;
  });
  if (!(await isFile(file))) {
    throw unusable(`${quoted(name)} is no file.`, "Name files, not directories, in `requirements`.");
  }
  const exporter = EXPORTERS.find(({ kind }) => kind.test(path.basename(name)));
  if (exporter !== undefined) {
    const shown = quoted(relativePath(workspace, file));
    throw unusable(
      `${shown} is of a kind that is not supported yet.`,
      `Run \`${exporter.command}\` and set \`requirements: requirements.txt\`.`,
    );
  }
  return file;
}

/** The dependency files that do exist where one is missing. */
async function neighbours(workspace: string, directory: string, name: string): Promise<string> {
  const parent = path.dirname(path.resolve(directory, name));
  const real = await resolveInside(workspace, workspace, parent).catch(() => undefined);
  const names = real === undefined ? [] : await readdir(real);
  const beside = names.filter((neighbour) => /\.(?:txt|in|lock|toml)$/.test(neighbour)).sort();
  return beside.length === 0
    ? "Correct `requirements`; its paths start from the workspace."
    : `Correct \`requirements\`; beside it are ${beside.slice(0, 10).map(quoted).join(", ")}.`;
}

function unusable(message: string, hint: string): ActionError {
  return new ActionError(`The dependency file ${message}`, { hint, code: "requirements" });
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (status) => status.isFile(),
    () => false,
  );
}
