/** What a page takes, and the sentence for a reader of whom a part was kept. */
export interface Room {
  readonly longest: number;
  readonly measure: (text: string) => number;
  readonly end: string;
}

/** GitHub drops a summary of more than 1,048,576 bytes. */
export const SUMMARY: Room = {
  longest: 1_000_000,
  measure: (text) => Buffer.byteLength(text),
  end: "A part of this summary is too long to be shown.",
};

/** GitHub refuses a comment of more than 65,536 characters. */
export const COMMENT: Room = {
  longest: 64_000,
  measure: ({ length }) => length,
  end: "A part of this report is too long for a comment: the job summary has all of it.",
};

/** Parts with an empty line between them. Leaves out whole parts, and says so, before GitHub throws the whole text away. What comes first stays. */
export function fitting(parts: readonly (string | undefined)[], { longest, measure, end }: Room): string {
  const written = parts.filter((part) => part !== undefined && part !== "") as readonly string[];
  const room = longest - measure(end) - 2;
  const { kept } = written.reduce<{ readonly kept: readonly string[]; readonly length: number }>(
    ({ kept, length }, part) => {
      const longer = length + measure(part) + 2;
      return longer > room ? { kept, length } : { kept: [...kept, part], length: longer };
    },
    { kept: [], length: 0 },
  );
  return `${(kept.length === written.length ? kept : [...kept, end]).join("\n\n")}\n`;
}
