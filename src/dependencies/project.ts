import { readFile, stat } from "node:fs/promises";
import { relativePath } from "../machine/paths.js";
import { isObject } from "../parse-json.js";
import { normaliseName } from "./name.js";
import { problem, quoted } from "./problem.js";
import { parseRequirementLine } from "./requirement-line.js";
import { resolveInside } from "./workspace-path.js";

/** What a pyproject.toml says about itself: https://packaging.python.org/en/latest/specifications/pyproject-toml/ */
export interface Project {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  /** Normalised. */
  readonly name: string;
  readonly dependencies: readonly string[];
  /** By normalised name. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
  /** Fields that only a build would tell. */
  readonly dynamic: readonly string[];
  /** Normalised names that uv is told to take from elsewhere than the index. */
  readonly sources: readonly string[];
}

type Table = Readonly<Record<string, unknown>>;

/** Reads the directory's pyproject.toml; throws when there is none or it has no `[project]` with a name. */
export async function readProject(workspace: string, directory: string): Promise<Project> {
  const file = [relativePath(workspace, directory), "pyproject.toml"].join("/").replace(/^\.\//, "");
  const real = await resolveInside(workspace, directory, "pyproject.toml").catch(() => {
    throw problem(`${quoted(file)} does not exist.`, "A path dependency needs a pyproject.toml with `[project]`.");
  });
  const document = await parseToml(file, await readShort(file, real));
  const project = table(document.project);
  if (typeof project.name !== "string" || !/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(project.name)) {
    throw problem(`${quoted(file)} has no valid \`name\` in its \`[project]\` table.`, "Add one.");
  }
  return {
    file,
    name: normaliseName(project.name),
    dependencies: strings(project.dependencies),
    extras: new Map(
      Object.entries(table(project["optional-dependencies"])).map(([extra, lines]) => [
        normaliseName(extra),
        strings(lines),
      ]),
    ),
    dynamic: strings(project.dynamic),
    sources: Object.keys(table(table(table(document.tool).uv).sources)).map(normaliseName),
  };
}

/** Does the directory's pyproject.toml list `[project].dependencies`? One that cannot be read lists none. */
export async function listsDependencies(workspace: string, directory: string): Promise<boolean> {
  try {
    const file = await resolveInside(workspace, directory, "pyproject.toml");
    const { parse } = await import("smol-toml");
    return strings(table(parse(await readShort("pyproject.toml", file)).project).dependencies).length > 0;
  } catch {
    return false;
  }
}

/**
 * The requirements of the project itself, with those of its extras; an extra that names others of the project (`all =
 * ["me[a,b]"]`) brings them. Throws when an extra is unknown or only a build would tell the dependencies.
 */
export function projectRequirements(project: Project, extras: readonly string[]): readonly string[] {
  const field = extras.length === 0 ? ["dependencies"] : ["dependencies", "optional-dependencies"];
  const dynamic = field.find((name) => project.dynamic.includes(name));
  if (dynamic !== undefined) {
    throw problem(
      `${quoted(project.file)} leaves its ${dynamic} to a build (\`dynamic\`).`,
      "List them in `[project]`, or in a requirements file.",
    );
  }
  const wanted = new Set(extras);
  // A set that grows while it is walked visits what was added.
  for (const extra of wanted) {
    for (const line of extraLines(project, extra)) {
      for (const other of ownExtras(project, line)) {
        wanted.add(other);
      }
    }
  }
  const lines = [...project.dependencies, ...[...wanted].flatMap((extra) => extraLines(project, extra))];
  return lines.filter((line) => !isOwn(project, line));
}

function extraLines(project: Project, extra: string): readonly string[] {
  const lines = project.extras.get(extra);
  if (lines === undefined) {
    throw problem(`${quoted(project.file)} has no extra ${quoted(extra)}.`);
  }
  return lines;
}

function ownExtras(project: Project, line: string): readonly string[] {
  return isOwn(project, line) ? parseRequirementLine(line).extras : [];
}

// Lines of others are not parsed here: what is wrong with them is told by who resolves them.
function isOwn(project: Project, line: string): boolean {
  const [name = ""] = /^[A-Za-z0-9._-]*/.exec(line.trim()) ?? [];
  return normaliseName(name) === project.name && parseRequirementLine(line).reference === undefined;
}

/** Bytes; the time of parsing grows with their square. */
const LONGEST = 1024 ** 2;

async function readShort(file: string, real: string): Promise<string> {
  if ((await stat(real)).size > LONGEST) {
    throw problem(`${quoted(file)} is larger than 1 MB.`);
  }
  return readFile(real, "utf8");
}

async function parseToml(file: string, text: string): Promise<Table> {
  const { parse } = await import("smol-toml");
  try {
    return parse(text);
  } catch (error) {
    const line = error instanceof Error && "line" in error ? ` (line ${error.line})` : "";
    throw problem(`${quoted(file)} is no valid TOML${line}.`);
  }
}

function table(value: unknown): Table {
  return isObject(value) ? value : {};
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
