import { bad, good, oneOf, type Parsed } from "./forms.js";
import type { InputReader } from "./reader.js";

/** How a report becomes a comment on its pull request. */
export interface CommentInputs {
  /** `auto`: when the token may. */
  readonly comment: "auto" | boolean;
  readonly commentKey: string;
  /** A secret; undefined when the workflow takes it away. */
  readonly githubToken: string | undefined;
}

/** Reads them; problems stay with the reader. */
export function readCommentInputs(reader: InputReader, functionName: string | undefined) {
  return {
    comment: reader.required("comment", whether),
    commentKey: reader.optional("comment-key", key) ?? functionName,
    githubToken: reader.optional("github-token", token),
  };
}

/** The words for true and false are those of YAML, as for every other input. */
function whether(text: string): Parsed<"auto" | boolean> {
  const word = oneOf("auto", "true", "True", "TRUE", "false", "False", "FALSE")(text);
  if (!word.ok) {
    return bad("one of auto, true, false");
  }
  return good(word.value === "auto" ? "auto" : word.value.toLowerCase() === "true");
}

function key(text: string): Parsed<string> {
  return /^[A-Za-z0-9 ._:/-]{1,100}$/.test(text) ? good(text) : bad("letters, digits, spaces and `._:/-`, 100 at most");
}

function token(text: string): Parsed<string> {
  return /^[\x21-\x7e]+$/.test(text) ? good(text) : bad("a token, without spaces and line ends", "(not shown)");
}
