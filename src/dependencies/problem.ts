import { ActionError } from "../errors.js";

/** Text that is longer is described, not shown: a cut could leave half a password that nothing recognises. */
const LONGEST_SHOWN = 200;
const MOST_FILES = 3;

/**
 * A URL that can be read in one way only: its userinfo ends where the host begins, and `@main` in its path is a reference.
 * A host without a dot or with a port may as well be the begin of a password that holds a slash.
 */
const PLAIN_URL =
  /^([^\s:\\]*:\/\/)([^\s/?#\\]*@)?((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?:\/[^\s:?#\\]*)?(?:[?#][^\s:@\\]*)?)$/;

/** Something wrong in a dependency file; the reader adds file and line, and collects all of them into one error. */
export function problem(message: string, hint?: string): ActionError {
  return new ActionError(message, { code: "requirements", ...(hint === undefined ? {} : { hint }) });
}

/** User's text for a message: on one line, in quotes, without what could be a password in a URL. */
export function quoted(text: string): string {
  return text.length > LONGEST_SHOWN
    ? `a text of ${text.length} characters`
    : JSON.stringify(text.replace(/\S+/g, withoutPassword));
}

/** In doubt all up to the last `@`, also where it is written as `%40`. */
function withoutPassword(word: string): string {
  const [, begin, userinfo, rest] = PLAIN_URL.exec(word) ?? [];
  if (begin !== undefined) {
    return `${begin}${userinfo === undefined ? "" : "***@"}${rest}`;
  }
  const scheme = /^(?:[^\s:/]*:)?\/\/+/.exec(word)?.[0] ?? "";
  const hidden = word.slice(scheme.length).replace(/^.*(?:@|%40)/, "***@");
  return scheme !== "" || word.includes(":") ? scheme + hidden : word;
}

/** `"requirements-prod.txt", "api/Pipfile"`. */
export function shownFiles(files: readonly string[]): string {
  return `${files.slice(0, MOST_FILES).map(quoted).join(", ")}${files.length > MOST_FILES ? ", …" : ""}`;
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
