import { problem, quoted } from "./problem.js";

const TOKEN = /\s*(?:("[^"]*"|'[^']*')|(===|==|~=|!=|<=|>=|<|>)|([()])|([A-Za-z_][A-Za-z0-9_.]*))/y;

type Token = { readonly kind: "value" | "operator" | "and-or" | "(" | ")"; readonly text: string };

/** An environment marker in one spelling of blanks and quotes; throws when it is none by PEP 508's grammar. */
export function normaliseMarker(marker: string): string {
  const tokens = tokenise(marker);
  if (tokens === undefined || !isMarker(tokens)) {
    throw problem(`the environment marker ${quoted(marker)} cannot be read.`);
  }
  return tokens.map((token) => token.text).join(" ");
}

function tokenise(marker: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = marker.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) {
      return undefined;
    }
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, string, operator, bracket, word = ""]: RegExpExecArray): Token {
  if (string !== undefined) {
    const content = string.slice(1, -1);
    return { kind: "value", text: content.includes('"') ? `'${content}'` : `"${content}"` };
  }
  if (bracket !== undefined) {
    return { kind: bracket === "(" ? "(" : ")", text: bracket };
  }
  if (operator !== undefined || word === "in" || word === "not") {
    return { kind: "operator", text: operator ?? word };
  }
  return { kind: word === "and" || word === "or" ? "and-or" : "value", text: word };
}

// marker = term (and|or term)*; term = "(" marker ")" | value operator value. Brackets are few: a line is short.
function isMarker(tokens: readonly Token[]): boolean {
  const shape = { value: "v", operator: "o", "and-or": "b", "(": "(", ")": ")" } as const;
  let text = tokens.map((token) => (token.text === "not" ? "n" : shape[token.kind])).join("");
  text = text.replaceAll("no", "o").replaceAll("vov", "m");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/m(?:bm)+/g, "m").replaceAll("(m)", "m");
  }
  return text === "m";
}
