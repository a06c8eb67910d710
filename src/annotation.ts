import type { Failure } from "./report/facts.js";

/** GitHub cuts the text of an annotation after so many characters. */
const LONGEST = 4096;

/** A failure as the text of its annotation: sentence and next step. When that is too long, as many whole lines as fit, and where the others are. Pure. */
export function annotationOf({ message, hint = "" }: Failure): string {
  const whole = `${message} ${hint}`.trimEnd();
  if (whole.length <= LONGEST) {
    return whole;
  }
  const end = `\nThe rest is in the log and in the summary. ${hint}`.trimEnd();
  const room = LONGEST - end.length;
  const lineEnd = message.lastIndexOf("\n", room);
  return (lineEnd > 0 ? message.slice(0, lineEnd) : `${message.slice(0, room - 1)}…`) + end;
}
