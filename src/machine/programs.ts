import { accessSync, constants, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./environment.js";
import { isInside } from "./paths.js";

const WINDOWS = process.platform === "win32";
const PATH = WINDOWS ? /^PATH$/i : /^PATH$/;

/** Absolute paths of the programs of this name (without ending) on PATH, in its order; only the runner's own. */
export function findPrograms(name: string, env: Environment, workspace: string): readonly string[] {
  const names = WINDOWS ? endings(env).map((ending) => `${name}${ending}`) : [name];
  return searched(env, workspace)
    .flatMap((directory) => names.map((file) => path.join(directory, file)))
    .filter((file) => isProgram(file) && isOfRunner(file, workspace));
}

/** The environment with a PATH of the runner's own directories, for a program that starts others by their names. */
export function withRunnerPath(env: Environment, workspace: string): Environment {
  const directories = searched(env, workspace).join(path.delimiter);
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, PATH.test(name) ? directories : value]));
}

/** Does it lie outside the workspace, links followed? What lies inside is part of what is deployed, and never started. */
export function isOfRunner(place: string, workspace: string): boolean {
  const [real, realWorkspace] = [realPath(place), realPath(workspace)];
  return ![workspace, realWorkspace].some((directory) => isInside(directory, place) || isInside(directory, real));
}

/** A relative entry would mean another directory for each program. */
function searched(env: Environment, workspace: string): readonly string[] {
  const [, value = ""] = Object.entries(env).find(([name]) => PATH.test(name)) ?? [];
  return value.split(path.delimiter).filter((entry) => path.isAbsolute(entry) && isOfRunner(entry, workspace));
}

/** Others of PATHEXT need a shell. */
function endings({ PATHEXT = ".COM;.EXE" }: Environment): readonly string[] {
  return PATHEXT.toLowerCase()
    .split(";")
    .filter((ending) => ending === ".com" || ending === ".exe");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function realPath(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return path.resolve(place);
  }
}
