import { type Dirent, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { ActionError } from "../errors.js";
import { isInside } from "../machine/paths.js";

/** What lies under a name of a directory, links followed. */
export type DirectoryItem = {
  readonly name: string;
  /** Relative to the code directory, with `/`. */
  readonly path: string;
  /** Absolute, without links where it could be read. */
  readonly real: string;
  readonly link: boolean;
} & (
  | { readonly kind: "file"; readonly size: number; readonly executable: boolean }
  | { readonly kind: "directory" }
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly code: string }
);

export type Packable<T extends DirectoryItem> = Exclude<T, { readonly kind: "other" | "unreadable" }>;

/** Reads one entry of the directory that lies at `real` and is `parent` in the package (empty: the code directory itself). */
export function readItem(entry: Dirent, real: string, parent: string): DirectoryItem {
  const file = path.join(real, entry.name);
  const link = entry.isSymbolicLink();
  const common = { name: entry.name, path: parent === "" ? entry.name : `${parent}/${entry.name}`, link };
  try {
    const target = link ? realpathSync(file) : file;
    const stats = statSync(target);
    if (stats.isDirectory()) return { ...common, real: target, kind: "directory" };
    if (!stats.isFile()) return { ...common, real: target, kind: "other" };
    // Windows knows no execute bit; elsewhere the owner's counts, which no umask takes away.
    const executable = process.platform !== "win32" && (stats.mode & 0o100) !== 0;
    return { ...common, real: target, kind: "file", size: stats.size, executable };
  } catch (cause) {
    return { ...common, real: file, kind: "unreadable", code: errorCode(cause) };
  }
}

/** The entry, when it can be part of a package whose directory is `root` (a real path); else throws. */
export function checkItem<T extends DirectoryItem>(item: T, root: string): Packable<T> {
  const shown = JSON.stringify(item.path);
  const flaw = nameFlaw(item.path);
  if (flaw) throw refusal(`The name ${shown} ${flaw}.`, "Rename it, or leave it out with `code-exclude`.");
  if (item.kind === "unreadable") throw unreadable(item.path, item.link, item.code);
  if (item.kind === "other") {
    throw refusal(`${shown} is neither a file nor a directory.`, "Leave it out with `code-exclude`.");
  }
  if (item.link && !isInside(root, item.real)) {
    throw refusal(
      `The link ${shown} leads out of the code directory.`,
      "Put a copy in its place, or leave it out with `code-exclude`.",
    );
  }
  return item as Packable<T>;
}

/** The error for an entry that exists but cannot be read. */
export function unreadable(itemPath: string, link: boolean, code: string): ActionError {
  const shown = JSON.stringify(itemPath);
  if (link && code === "ENOENT") {
    return refusal(`The link ${shown} leads to nothing.`, "Correct it, or leave it out with `code-exclude`.");
  }
  if (link && code === "ELOOP") {
    return refusal(`The link ${shown} leads back to itself.`, "Correct it, or leave it out with `code-exclude`.");
  }
  const hint = "Make it readable for the user that runs this step, or leave it out with `code-exclude`.";
  return refusal(`${shown} cannot be read (${code}).`, hint);
}

export function refusal(message: string, hint: string): ActionError {
  return new ActionError(message, { hint, code: "code-files" });
}

/** `ENOENT` and the like. */
export function errorCode(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? "unknown error";
}

function nameFlaw(itemPath: string): string | undefined {
  if (/\p{Cc}/u.test(itemPath)) return "contains a control character";
  if (itemPath.includes("\\")) return "contains a backslash";
  // What Node makes of bytes that are not valid UTF-8, and of unpaired surrogates on Windows.
  if (/[\uFFFD\p{Surrogate}]/u.test(itemPath)) return "is not valid Unicode";
  return undefined;
}
