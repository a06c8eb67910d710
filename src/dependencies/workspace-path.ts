import { realpath } from "node:fs/promises";
import path from "node:path";
import { isInside } from "../machine/paths.js";
import { problem, quoted } from "./problem.js";

/**
 * The real path of `target` (relative to `base`), which exists inside the workspace, also behind symbolic links.
 * Nothing outside the workspace is touched to find that out. `workspace` is a real path.
 */
export async function resolveInside(workspace: string, base: string, target: string): Promise<string> {
  const lexical = path.resolve(base, target);
  if (target.includes("\0")) {
    throw problem(`${quoted(target)} is no path.`);
  }
  if (!isInside(workspace, lexical)) {
    throw problem(`${quoted(target)} is outside the workspace.`, "Name a path inside the repository.");
  }
  const real = await realpath(lexical).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ELOOP"
      ? problem(`${quoted(target)} is a loop of symbolic links.`)
      : problem(`${quoted(target)} does not exist.`);
  });
  if (!isInside(workspace, real)) {
    throw problem(`${quoted(target)} is a symbolic link out of the workspace.`, "Put the file itself there.");
  }
  return real;
}
