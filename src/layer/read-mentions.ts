import { readFile } from "node:fs/promises";
import type { Entry } from "./entries.js";
import { ROOT } from "./layout.js";
import { type Mentions, mentionsIn } from "./mentions.js";

const TEXT = /\.(?:py|pth)$|\.dist-info\/entry_points\.txt$/;
/** Files that are read at the same time. */
const AT_ONCE = 64;

/** What all modules and lists of entry points say of other files, by their paths below the directory of the packages. */
export async function readMentions(entries: readonly Entry[]): Promise<ReadonlyMap<string, Mentions>> {
  const texts = entries.filter(({ path }) => TEXT.test(path));
  const mentions = new Map<string, Mentions>();
  for (let start = 0; start < texts.length; start += AT_ONCE) {
    const read = texts.slice(start, start + AT_ONCE).map(async ({ path, content }) => {
      const bytes = "file" in content ? await readFile(content.file) : Buffer.from(content.bytes);
      const place = path.slice(ROOT.length);
      return [place, mentionsIn(bytes.toString(), place)] as const;
    });
    for (const [place, said] of await Promise.all(read)) mentions.set(place, said);
  }
  return mentions;
}
