import { ActionError } from "../errors.js";

// The name length field has 16 bits.
const LONGEST_PATH = 65_535;

/** Returns the inputs sorted by the bytes of their paths. Throws when a path could leave the directory it is unpacked in, or occurs twice. */
export function inPathOrder<T extends { readonly path: string }>(inputs: readonly T[]): readonly T[] {
  const keyed = inputs.map((input) => ({ input, bytes: Buffer.from(input.path) }));
  keyed.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const paths = new Set<string>();
  for (const { input, bytes } of keyed) {
    const problem = paths.has(input.path) ? "occurs twice" : problemOf(input.path, bytes.length);
    if (problem) {
      throw new ActionError(`Path ${JSON.stringify(input.path)} ${problem}, so it cannot be put into a zip.`, {
        hint: "Rename the file or leave it out.",
        code: "zip-path",
      });
    }
    paths.add(input.path);
  }
  return keyed.map(({ input }) => input);
}

function problemOf(path: string, bytes: number): string | undefined {
  if (bytes > LONGEST_PATH) return "is too long";
  if (/\p{Surrogate}/u.test(path)) return "is not valid Unicode";
  if (path.includes("\\")) return "contains a backslash";
  if (path.includes("\0")) return "contains a NUL byte";
  if (path.startsWith("/") || /^[A-Za-z]:\//.test(path)) return "is absolute";
  if (path.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "has an empty, `.` or `..` part";
  }
  return undefined;
}
