import path from "node:path";

/** Is the path the directory itself, or below it? As written: links are not followed. */
export function isInside(directory: string, candidate: string): boolean {
  const relative = path.relative(directory, candidate);
  return !(relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}

/** Relative to the directory, with `/`; `.` for the directory itself. */
export function relativePath(directory: string, target: string): string {
  return path.relative(directory, target).split(path.sep).join("/") || ".";
}
