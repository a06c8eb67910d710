import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FoundDependencies } from "../dependencies/find.js";
import type { PathDependency } from "../dependencies/path-dependency.js";
import type { Requirement } from "../dependencies/requirement.js";
import { renderRequirement } from "../dependencies/requirement-line.js";
import { isInside } from "../machine/paths.js";

/**
 * Writes what shall be installed into `directory`: the one requirements file that uv sees, and copies of path dependencies.
 * Returns the arguments for uv. The lines are sorted, since uv's choice can depend on their order.
 */
export async function writeRequirementFiles(
  dependencies: FoundDependencies,
  directory: string,
): Promise<readonly string[]> {
  const paths = await Promise.all(
    dependencies.pathDependencies.map(async (dependency, index) => {
      const copy = join(directory, "sources", String(index), dependency.name);
      await copyFiles(dependency, copy);
      const { name, extras, marker = "" } = dependency;
      return renderRequirement(
        { name, extras, specifiers: [], reference: undefined, marker, hashes: [] },
        pathToFileURL(copy).href,
      );
    }),
  );
  const { requirements, constraints, excluded } = dependencies;
  return [
    ...(await writeLines("-r", join(directory, "requirements.txt"), [...requirements.map(lineOf), ...paths])),
    ...(await writeLines("-c", join(directory, "constraints.txt"), constraints.map(lineOf))),
    ...(await writeLines("--excludes", join(directory, "excludes.txt"), excluded)),
  ];
}

function lineOf({ line }: Requirement): string {
  return line;
}

async function writeLines(option: string, file: string, lines: readonly string[]): Promise<readonly string[]> {
  if (lines.length === 0) return []; // uv warns of an empty file
  await writeFile(
    file,
    lines
      .toSorted()
      .map((line) => `${line}\n`)
      .join(""),
  );
  return [option, file];
}

// A build writes beside its sources.
async function copyFiles({ directory, files }: PathDependency, copy: string): Promise<void> {
  for (const file of files) {
    const target = join(copy, file);
    if (!isInside(copy, target)) throw new Error(`${JSON.stringify(file)} is no path inside the path dependency.`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(directory, file), target);
  }
}
