/** One line of a requirements file as pip reads it: joined, without comment; `number` is that of its first physical line. */
export interface LogicalLine {
  readonly number: number;
  readonly text: string;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const COMMENT = /(^|\s)#.*$/;

/**
 * The lines of a requirements file: continuations joined, comments and empty lines gone, in pip's order of steps.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let begun: LogicalLine | undefined;
  for (const [index, physical] of text.split(LINE_END).entries()) {
    const comment = /^\s*#/.test(physical);
    const number = begun?.number ?? index + 1;
    const before = begun?.text ?? "";
    if (physical.endsWith("\\") && !comment) {
      begun = { number, text: before + withoutBackslashes(physical) };
    } else {
      // The blank keeps a comment line a comment after joining: a `#` inside a word is none.
      lines.push({ number, text: before + (comment ? " " : "") + physical });
      begun = undefined;
    }
  }
  if (begun !== undefined) {
    lines.push(begun);
  }
  return lines
    .map(({ number, text }) => ({ number, text: text.replace(COMMENT, "").trim() }))
    .filter(({ text }) => text !== "");
}

// By hand: a pattern for the end of the line would take quadratic time on a hostile one.
function withoutBackslashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === "\\") {
    start += 1;
  }
  while (end > start && text[end - 1] === "\\") {
    end -= 1;
  }
  return text.slice(start, end);
}
