import { ActionError } from "../errors.js";

/** Text that is longer is described, not shown: a cut could leave half a password that nothing recognises. */
const LONGEST_SHOWN = 200;

/** Something wrong in a dependency file; the reader adds file and line, and collects all of them into one error. */
export function problem(message: string, hint?: string): ActionError {
  return new ActionError(message, { code: "requirements", ...(hint === undefined ? {} : { hint }) });
}

/** User's text for a message: on one line, in quotes, without what could be a password in a URL. */
export function quoted(text: string): string {
  return text.length > LONGEST_SHOWN
    ? `a text of ${text.length} characters`
    : JSON.stringify(text.replace(/:\/*[^\s/]\S*@/g, "://***@"));
}

/** Throws when a text holds a line end or another control character: it would end the line of whoever reads it next. */
export function refuseControlCharacters(text: string): void {
  if (/(?!\t)\p{Cc}|[\u2028\u2029]/u.test(text)) {
    throw problem("the line holds a control character.", "Remove it, or correct the variable that brings it.");
  }
}

/** A path at the begin of a message: in quotes only when it could be misread. */
export function shownPath(path: string): string {
  return /^[\w./@+ -]+$/.test(path) ? path : quoted(path);
}
