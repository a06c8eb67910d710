import { readdirSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { code } from "./clouds.ts";
import type { Lab } from "./lab.ts";
import type { RequirementSet } from "./sets.ts";

const TEMPLATES = join(import.meta.dirname, "projects");

/** A fresh checkout of the application, as a tool wants it. */
export interface Project {
  readonly directory: string;
  /** Changes a line of the code. */
  change(count: number): Promise<void>;
  remove(): Promise<void>;
}

/** requirements.txt and src/app.py: for the scripts, aws-lambda-deploy and ours. */
export async function plainProject(lab: Lab, set: RequirementSet): Promise<Project> {
  const directory = await checkout(lab, "plain");
  await mkdir(join(directory, "src"));
  await copyFile(set.file, join(directory, "requirements.txt"));
  return withCode(directory, join("src", "app.py"));
}

/** A template with the requirements in the layer's directory. */
export async function samProject(lab: Lab, set: RequirementSet, name = "sam"): Promise<Project> {
  const directory = await checkout(lab, name);
  await fill(directory, "sam", lab, set);
  for (const name of ["layer", "src"]) await mkdir(join(directory, name));
  await copyFile(set.file, join(directory, "layer", "requirements.txt"));
  await writeFile(join(directory, "src", "requirements.txt"), "");
  return withCode(directory, join("src", "app.py"));
}

/** A serverless.yml with the plugin. */
export async function serverlessProject(
  plugin: "serverless-python-requirements" | "serverless-layers",
  lab: Lab,
  set: RequirementSet,
): Promise<Project> {
  const directory = await checkout(lab, plugin);
  await fill(directory, plugin, lab, set);
  await copyFile(set.file, join(directory, "requirements.txt"));
  const { serverless } = lab.peers;
  if ("missing" in serverless) throw new Error(serverless.missing);
  await symlink(join(serverless.directory, "node_modules"), join(directory, "node_modules"));
  return withCode(directory, "app.py");
}

// As on a runner, where every run has the same path: Serverless compares it.
async function checkout({ scratch }: Lab, name: string): Promise<string> {
  const directory = join(scratch, "tmp", `checkout-${name}`);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory);
  return directory;
}

async function withCode(directory: string, file: string): Promise<Project> {
  const change = (count: number) => writeFile(join(directory, file), code(count));
  await change(0);
  return { directory, change, remove: () => rm(directory, { recursive: true, force: true }) };
}

async function fill(directory: string, template: string, lab: Lab, { architecture }: RequirementSet): Promise<void> {
  for (const name of readdirSync(join(TEMPLATES, template))) {
    const text = await readFile(join(TEMPLATES, template, name), "utf8");
    const filled = text.replaceAll("RUNTIME", `python${lab.minor}`).replaceAll("ARCHITECTURE", architecture);
    await writeFile(join(directory, name), filled);
  }
}
