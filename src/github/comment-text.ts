/** A longer one is answered with 422: https://github.com/danger/danger/issues/424. */
const LONGEST_COMMENT = 65_536;
const CUT = "\n\nThe rest is in the job summary.\n";

/** The hidden first line by which a comment is found again. Nothing in the key can end it. */
export function markerOf(key: string): string {
  const safe = key.replace(/[^A-Za-z0-9 ._:/-]/gu, encodeURIComponent);
  return `<!-- lambda-layers-deploy:${safe} -->`;
}

/** A comment with its marker, as long as GitHub takes it; what is too long ends at the end of a line. */
export function commentText(key: string, markdown: string): string {
  const text = `${markerOf(key)}\n${markdown}`;
  if (text.length <= LONGEST_COMMENT) {
    return text;
  }
  const room = LONGEST_COMMENT - CUT.length;
  const end = text.lastIndexOf("\n", room);
  return `${text.slice(0, end)}${CUT}`;
}

/** Whether a comment begins with the marker's line. */
export function isMarked(body: string, marker: string): boolean {
  return body.split(/\r?\n/, 1)[0] === marker;
}

/** GitHub may give line ends back as a browser sends them. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}
