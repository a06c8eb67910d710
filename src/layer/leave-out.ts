import type { LeftOut } from "../report/facts.js";
import type { Entry } from "./entries.js";
import { totalSize } from "./layer-size.js";
import { ROOT } from "./layout.js";
import { parseRecord } from "./record.js";

/** Files of a layer, and what was taken from them. */
export interface Remaining {
  readonly entries: readonly Entry[];
  /** By what it was; the most bytes first. */
  readonly leftOut: readonly LeftOut[];
}

/** Why a file is left out, as the words for all files of its kind; undefined: it stays. */
export type Reason = (entry: Entry) => string | undefined;

/** Leaves out the files that have a reason, and their lines in RECORD. */
export function leaveOut(entries: readonly Entry[], reasonOf: Reason): Remaining {
  const judged = entries.map((entry) => ({ entry, reason: reasonOf(entry) }));
  const gone = judged.filter(({ reason }) => reason !== undefined);
  const paths = new Set(gone.map(({ entry }) => entry.path));
  return {
    entries: judged.filter(({ reason }) => reason === undefined).map(({ entry }) => withoutRows(entry, paths)),
    leftOut: [...Map.groupBy(gone, ({ reason = "" }) => reason)]
      .map(([what, files]) => ({ what, files: files.length, bytes: totalSize(files.map(({ entry }) => entry)) }))
      .toSorted((one, other) => other.bytes - one.bytes || (one.what < other.what ? -1 : 1)),
  };
}

function withoutRows(entry: Entry, gone: ReadonlySet<string>): Entry {
  if (!("bytes" in entry.content) || !entry.path.endsWith(".dist-info/RECORD")) return entry;
  const lines = Buffer.from(entry.content.bytes)
    .toString()
    .split(/(?<=\n)/);
  const kept = lines.filter((line) => !parseRecord(line).some(({ path }) => gone.has(ROOT + path)));
  if (kept.length === lines.length) return entry;
  const bytes = Buffer.from(kept.join(""));
  return { ...entry, size: bytes.length, content: { bytes } };
}
