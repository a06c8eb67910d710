import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isInside } from "../machine/paths.js";
import { errorCode } from "./directory-item.js";

export type OwnFile =
  | { readonly outcome: "text"; readonly text: string }
  | { readonly outcome: "missing" }
  /** `why` is the end of a sentence about it. */
  | { readonly outcome: "refused"; readonly why: string };

/** Reads a file of a directory that may hold anything: a link to a device would never end. `root` is a real path, `most` in bytes. */
export function readOwnFile(root: string, name: string, most: number): OwnFile {
  try {
    const real = realpathSync(path.join(root, name));
    if (!isInside(root, real)) return { outcome: "refused", why: "leads out of the code directory" };
    const stats = statSync(real);
    if (!stats.isFile()) return { outcome: "refused", why: "is no file" };
    if (stats.size > most) return { outcome: "refused", why: `is larger than ${most} bytes` };
    return { outcome: "text", text: readFileSync(real, "utf8") };
  } catch (cause) {
    const code = errorCode(cause);
    return code === "ENOENT" ? { outcome: "missing" } : { outcome: "refused", why: `cannot be read (${code})` };
  }
}
