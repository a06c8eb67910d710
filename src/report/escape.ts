// GitHub's Markdown: https://github.github.com/gfm/. Whatever comes from a file, a package index or AWS goes through
// here before it enters the report, so that it can only ever be text.

/** Longer names are cut in the middle: their ends tell them apart. */
const LONGEST_NAME = 90;
const LONGEST_SENTENCE = 2_000;
const LONGEST_LIST = 20_000;

const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;
/**
 * Punctuation, and before it what is harmless and stays readable in the source: marks that begin nothing in Markdown,
 * those inside `orders-api_v1.2:7` (but `www.` would become a link), and the end of a sentence.
 */
const PUNCTUATION =
  /([,"'/(%;?]|(?<=[A-Za-z0-9])(?<![Ww]{3})[-_.:](?=[A-Za-z0-9])|(?<=[A-Za-z])(?<![Ww]{3})[.:](?= |$))|[!-/:-@[-`{-~]/g;
const ZERO_WIDTH_SPACE = "&#8203;";

/** A name as inline text: headings, plain cells. Never a link, a mention, an element or a line of its own. */
export function escapeName(name: string): string {
  // Four spaces at the start of a line would make a code block.
  return encodeText(cutMiddle(name, LONGEST_NAME)).replace(/^ /, "&#32;");
}

/** A name, path or ARN in code font. `<code>` with entities needs no fence that the name could close. */
export function escapeCode(name: string, longest = LONGEST_NAME): string {
  // Only mail addresses are looked for in code font, so that everything else can be copied as it is.
  return `<code>${encode(cutMiddle(name, longest)).replaceAll("&#64;", `&#64;${ZERO_WIDTH_SPACE}`)}</code>`;
}

/** A sentence or several lines of them, in which `code spans` keep their font. Fits in a paragraph and in a table cell. */
export function escapeText(text: string): string {
  return cutMiddle(text.trim(), LONGEST_LIST)
    .split(/\r\n|\r|\n/)
    .map((line) =>
      cutMiddle(line, LONGEST_SENTENCE)
        .replaceAll("\t", " ")
        .split(/(`[^`]+`)/)
        .map((part, index) => (index % 2 === 1 ? escapeCode(part.slice(1, -1), LONGEST_SENTENCE) : encodeText(part)))
        .join(""),
    )
    .join("<br>");
}

/** Keeps both ends: `very_long…_name.py`. Counts characters as a reader does, at least never half of one. */
export function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const head = Array.from(text.slice(0, longest)).slice(0, Math.ceil((longest - 1) / 2));
  const tail = Array.from(text.slice(-longest)).slice(-Math.floor((longest - 1) / 2));
  return `${head.join("")}…${tail.join("")}`;
}

/** Line ends, controls and marks that turn the direction of text are shown by their number instead of obeyed. */
function reveal(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === "\n") {
      return "\\n";
    }
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** GitHub looks for mentions, issue numbers and mail addresses after it has decoded entities: the sign is parted from what follows. */
function encodeText(text: string): string {
  return encode(text).replace(/&#(?:64|35);/g, `$&${ZERO_WIDTH_SPACE}`);
}

function encode(text: string): string {
  return reveal(text).replace(
    PUNCTUATION,
    (mark: string, harmless: string | undefined) => harmless ?? `&#${mark.charCodeAt(0)};`,
  );
}
