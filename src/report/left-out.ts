import { formatBytes } from "./bytes.js";
import type { LeftOut } from "./facts.js";
import { plural } from "./markdown.js";

/** Unzipped bytes of a kind of files that is not worth its own words. */
const CRUMB = 10 * 1024;

/** `tests 3.1 MB (412 files), 36 small files`. `shown` writes the words for what it was. */
export function leftOutWords(kinds: readonly LeftOut[], shown: (what: string) => string): string {
  const large = kinds.filter(({ bytes }) => bytes >= CRUMB);
  const crumbs = kinds.filter(({ bytes }) => bytes < CRUMB).reduce((sum, { files }) => sum + files, 0);
  const words = large.map(
    ({ what, files, bytes }) => `${shown(what)} ${formatBytes(bytes)} (${plural(files, "file")})`,
  );
  return [...words, ...(crumbs === 0 ? [] : [plural(crumbs, "small file")])].join(", ");
}
