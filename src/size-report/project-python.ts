import path from "node:path";
import { parse } from "smol-toml";
import { readOwnFile } from "../function/own-file.js";
import type { Runtime } from "../layer/target.js";
import { isInside } from "../machine/paths.js";
import { runtimeOfRequiresPython, runtimeOfVersionFile } from "./python-version.js";

/** Which Python a project says that it is for. */
export interface ProjectPython {
  readonly runtime: Runtime;
  readonly from: "python-version" | "requires-python";
}

const LONGEST_FILE = 1024 ** 2;

/** Looks for `.python-version`, then for `requires-python`, in the code directory and above it up to the workspace (absolute paths). */
export function readProjectPython(workspace: string, codeDirectory: string): ProjectPython | undefined {
  const directories = [...upwards(workspace, codeDirectory)];
  const first = (name: string, read: (text: string) => Runtime | undefined) =>
    directories
      .map((directory) => readOwnFile(directory, name, LONGEST_FILE))
      .map((file) => (file.outcome === "text" ? read(file.text) : undefined))
      .find((runtime) => runtime !== undefined);
  const named = first(".python-version", runtimeOfVersionFile);
  if (named !== undefined) {
    return { runtime: named, from: "python-version" };
  }
  const required = first("pyproject.toml", runtimeOfProject);
  return required && { runtime: required, from: "requires-python" };
}

function* upwards(workspace: string, directory: string): Generator<string> {
  for (let here = directory; isInside(workspace, here); here = path.dirname(here)) {
    yield here;
    if (here === path.dirname(here)) return;
  }
}

function runtimeOfProject(text: string): Runtime | undefined {
  try {
    const { project } = parse(text);
    const required = (project as { readonly "requires-python"?: unknown } | undefined)?.["requires-python"];
    return typeof required === "string" ? runtimeOfRequiresPython(required) : undefined;
  } catch {
    return undefined;
  }
}
