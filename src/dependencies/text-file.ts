import { readFile, stat } from "node:fs/promises";
import { problem } from "./problem.js";

/** Bytes. A lock file of 500 packages with all hashes has 2 MB; what is much larger would cost minutes and all memory. */
const LONGEST = 16 * 1024 ** 2;

/** The text of a dependency file, which is a file; throws when it is no UTF-8 or too large. */
export async function readText(file: string): Promise<string> {
  if ((await stat(file)).size > LONGEST) {
    throw problem("the file is larger than 16 MB.", "Name only what the function needs.");
  }
  const bytes = await readFile(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw problem("the file is not text in UTF-8.", "Save it as UTF-8.");
  }
}
