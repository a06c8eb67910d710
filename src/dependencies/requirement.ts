import { stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ActionError } from "../errors.js";
import type { Environment } from "../machine/environment.js";
import { hashFile } from "../machine/file-hash.js";
import { isInside } from "../machine/paths.js";
import { digestSecrets, userinfoSecrets, withoutUserinfo } from "./credentials.js";
import { type PathDependency, readPathDependency } from "./path-dependency.js";
import { problem, quoted } from "./problem.js";
import { type Project, projectRequirements, readProject } from "./project.js";
import { isSdist, nameOfArchive, type Reference, readReference } from "./reference.js";
import { isExact, parseRequirementLine, type RequirementLine, renderRequirement } from "./requirement-line.js";
import { refuseVariables } from "./variables.js";
import { resolveInside } from "./workspace-path.js";

/** One requirement or constraint. */
export interface Requirement {
  /** One line as uv reads it, hashes included; may hold credentials. */
  readonly line: string;
  /** Hashed and shown: normalised, without userinfo; secrets in a URL's path are digests, local files their content. */
  readonly canonical: string;
  /** Normalised as PEP 503 says. */
  readonly name: string;
  /** Environment marker, e.g. `python_version < "3.12"`. */
  readonly marker?: string;
  /** Names one version or one file. */
  readonly pinned: boolean;
}

/** What a requirement leads to; `.` leads to many. */
export interface Resolved {
  readonly requirements: readonly Requirement[];
  readonly pathDependencies: readonly PathDependency[];
  readonly secrets: readonly string[];
  readonly problems: readonly { readonly project: string; readonly error: ActionError }[];
}

/** How far a requirement may lead, and what it may have filled in or built. Paths are real ones. */
export interface Bounds {
  readonly workspace: string;
  readonly codeDirectory: string;
  readonly env: Environment;
  /** Normalised names of packages that may be built from source. */
  readonly allowSource: readonly string[];
}

/** Where a requirement stands. */
export interface Place {
  /** Directory of the file, which its relative paths start from. */
  readonly directory: string;
  readonly role: "requirements" | "constraints";
  /** Values of variables in the line's URL, outside its userinfo. */
  readonly inPlace: readonly string[];
  /** The project whose dependency it is, when it stands in a pyproject.toml. */
  readonly project?: Project;
}

/** Follows a requirement to the files that it names; throws for all that would be built without permission. */
export async function resolveRequirement(line: RequirementLine, place: Place, bounds: Bounds): Promise<Resolved> {
  const { name, reference } = line;
  if (reference !== undefined) {
    const target = readReference(reference);
    return target.kind === "path"
      ? resolvePath(line, target.path, place, bounds)
      : resolveUrl(line, target, place, bounds);
  }
  if (name === undefined) {
    throw problem("a requirement has no name.");
  }
  const text = renderRequirement(line);
  return only({ line: text, canonical: text, name, ...markerOf(line), pinned: isExact(line.specifiers) });
}

function resolveUrl(
  line: RequirementLine,
  target: Exclude<Reference, { kind: "path" }>,
  place: Place,
  bounds: Bounds,
): Resolved {
  const name = agreedName(line, target.name);
  if (target.kind !== "wheel") {
    requirePermission(name, bounds);
  }
  const shown = digestSecrets(withoutUserinfo(target.url), place.inPlace);
  return {
    ...only({
      line: renderRequirement({ ...line, name }, target.url),
      canonical: renderRequirement({ ...line, name }, shown),
      name,
      ...markerOf(line),
      pinned: target.pinned,
    }),
    secrets: userinfoSecrets(target.url),
  };
}

async function resolvePath(line: RequirementLine, target: string, place: Place, bounds: Bounds): Promise<Resolved> {
  const real = await locate(target, place, bounds);
  const status = await stat(real);
  if (status.isFile()) {
    return resolveArchive(line, real, bounds);
  }
  if (!status.isDirectory() || place.role === "constraints" || line.hashes.length > 0) {
    throw problem(`${quoted(target)} can be a requirement only as a directory without \`--hash\`.`);
  }
  // The code's own project, also when it lies above the code directory: its code is what the code package holds.
  return isInside(real, bounds.codeDirectory)
    ? resolveProject(line, real, place, bounds)
    : resolveDirectory(line, real, bounds);
}

// pip starts from where it is called, which is here unknown: the file's directory is tried first, then the workspace.
async function locate(target: string, place: Place, { workspace }: Bounds): Promise<string> {
  return resolveInside(workspace, place.directory, target).catch((error: unknown) =>
    resolveInside(workspace, workspace, target).catch(() => {
      throw error;
    }),
  );
}

async function resolveArchive(line: RequirementLine, file: string, bounds: Bounds): Promise<Resolved> {
  const base = path.basename(file);
  const name = agreedName(line, nameOfArchive(base));
  if (isSdist(base)) {
    requirePermission(name, bounds);
  } else if (nameOfArchive(base) === undefined) {
    throw problem(`${quoted(base)} is neither a wheel nor a directory.`);
  }
  const named = { ...line, name };
  return only({
    line: renderRequirement(named, pathToFileURL(file).href),
    canonical: renderRequirement(named, `${base}#sha256=${await hashFile(file)}`),
    name,
    ...markerOf(line),
    pinned: true,
  });
}

async function resolveDirectory(line: RequirementLine, directory: string, bounds: Bounds): Promise<Resolved> {
  const dependency = await readPathDependency(bounds.workspace, directory, bounds.env);
  agreedName(line, dependency.name);
  return { ...NOTHING, pathDependencies: [{ ...dependency, extras: line.extras, ...markerOf(line) }] };
}

async function resolveProject(
  line: RequirementLine,
  directory: string,
  place: Place,
  bounds: Bounds,
): Promise<Resolved> {
  const project = await readProject(bounds.workspace, directory);
  agreedName(line, project.name);
  if (place.project !== undefined || line.marker !== "") {
    throw problem(`the code itself (${quoted(project.file)}) can be named once, and without a marker.`);
  }
  const inProject: Place = { directory, role: place.role, inPlace: [], project };
  const resolved: Resolved[] = [];
  for (const text of projectRequirements(project, line.extras)) {
    try {
      resolved.push(await resolveProjectLine(text, inProject, bounds));
    } catch (error) {
      if (!(error instanceof ActionError)) {
        throw error;
      }
      resolved.push({ ...NOTHING, problems: [{ project: project.file, error }] });
    }
  }
  return merge(resolved);
}

async function resolveProjectLine(text: string, place: Place, bounds: Bounds): Promise<Resolved> {
  const line = parseRequirementLine(text);
  refuseVariables(text);
  if (line.name !== undefined && place.project?.sources.includes(line.name)) {
    throw problem(
      `${quoted(line.name)} has a source in \`[tool.uv.sources]\` of ${quoted(place.project.file)}, which is not read.`,
      "Name it by path or URL in the requirements file.",
    );
  }
  return resolveRequirement(line, place, bounds);
}

/** The name written before `@`, or that of the file; throws when they differ or there is none. */
function agreedName({ name, reference = "" }: RequirementLine, actual: string | undefined): string {
  const agreed = name ?? actual;
  if (agreed === undefined) {
    throw problem(`${quoted(reference)} has no name.`, "Write it as `name @ …`.");
  }
  if (actual !== undefined && actual !== agreed) {
    throw problem(`${quoted(reference)} is ${quoted(actual)}, not ${quoted(agreed)}.`);
  }
  return agreed;
}

function requirePermission(name: string, { allowSource }: Bounds): void {
  if (!allowSource.includes(name)) {
    throw problem(
      `${quoted(name)} would be built from source, which runs code of the package.`,
      `Use a wheel, or add ${quoted(name)} to \`allow-source\`.`,
    );
  }
}

function markerOf({ marker }: RequirementLine): Pick<Requirement, "marker"> {
  return marker === "" ? {} : { marker };
}

const NOTHING: Resolved = { requirements: [], pathDependencies: [], secrets: [], problems: [] };

function only(requirement: Requirement): Resolved {
  return { ...NOTHING, requirements: [requirement] };
}

function merge(parts: readonly Resolved[]): Resolved {
  return {
    requirements: parts.flatMap((part) => part.requirements),
    pathDependencies: parts.flatMap((part) => part.pathDependencies),
    secrets: parts.flatMap((part) => part.secrets),
    problems: parts.flatMap((part) => part.problems),
  };
}
