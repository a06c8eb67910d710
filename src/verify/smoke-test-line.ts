import { parseStrings } from "../parse-json.js";

/** One request and what its answer must be: a line of `smoke-tests`. */
export interface SmokeTest {
  /** From 1, comments and blank lines counted. */
  readonly line: number;
  readonly method: string;
  /** As written, query included. */
  readonly path: string;
  /** `200`, `2xx`; undefined when the line names none, which means 2xx. */
  readonly statuses: readonly string[] | undefined;
  /** Longest duration of the handler, ms. */
  readonly limitMs: number | undefined;
  /** Texts that the body must hold. */
  readonly contains: readonly string[];
  /** Name as written, and value: may be a secret. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** May hold secrets too. */
  readonly body: string | undefined;
}

export interface LineProblem {
  readonly line: number;
  /** What is wrong and what is right; never the value of a header or a body. */
  readonly text: string;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const CHECKS = '`<500ms`, `contains "text"`, `header name: "value"`, `body=…` (last)';

/**
 * `METHOD /path [status] [<500ms] [contains "…"] [header name: "…"] [body=…]`, one a line; blank lines and `#` comments
 * count for nothing, texts in quotes are JSON strings, and a body is the rest of its line. Finds every wrong line.
 */
export function parseSmokeTests(input: string): {
  readonly tests: readonly SmokeTest[];
  readonly problems: readonly LineProblem[];
} {
  // A list input is lines or a JSON array of strings.
  const lines = parseStrings(input) ?? input.split(/\r?\n/);
  const parsed = lines.flatMap((line, index) => {
    const text = line.trim();
    return text === "" || text.startsWith("#") ? [] : [parseLine(text, index + 1)];
  });
  return {
    tests: parsed.flatMap((one) => ("test" in one ? [one.test] : [])),
    problems: parsed.flatMap((one) => ("problem" in one ? [one.problem] : [])),
  };
}

const SECRET_HEADER = /auth|cookie|credential|key|pass|secret|session|signature|token/i;

/** Values of headers that nobody may read in a log: the whole, and what follows a word like `Bearer`. */
export function secretsOf(tests: readonly SmokeTest[]): readonly string[] {
  const values = tests.flatMap(({ headers }) =>
    headers.filter(([name]) => SECRET_HEADER.test(name)).map(([, value]) => value),
  );
  const parts = values.flatMap((value) => [value, value.replace(/^\w+ /, "")]);
  return [...new Set(parts)].filter((part) => part.trim() !== "");
}

class WrongLine extends Error {}

function parseLine(text: string, line: number): { readonly test: SmokeTest } | { readonly problem: LineProblem } {
  try {
    return { test: { line, ...parseTest(text) } };
  } catch (error) {
    if (error instanceof WrongLine) {
      return { problem: { line, text: error.message } };
    }
    throw error;
  }
}

function parseTest(text: string): Omit<SmokeTest, "line"> {
  const [, method = "", path = "", third = ""] = /^(\S+)(?:\s+(\S+))?(?:\s+(\d\S*))?/.exec(text) ?? [];
  if (!METHODS.includes(method)) {
    // Only a word: this may be the second line of a body.
    const word = /^[A-Za-z]{1,20}$/.test(method) ? JSON.stringify(method) : "the first word";
    throw new WrongLine(`${word} is no method; allowed: ${METHODS.join(", ")}`);
  }
  checkPath(path);
  const statuses = third === "" ? undefined : parseStatuses(third);
  const given = third === "" ? [method, path] : [method, path, third];
  return { method, path, statuses, ...parseChecks(text, afterWords(text, given)) };
}

/** Where the text goes on behind these words. */
function afterWords(text: string, words: readonly string[]): number {
  return words.reduce((position, word) => text.indexOf(word, position) + word.length, 0);
}

function checkPath(path: string): void {
  if (!path.startsWith("/")) {
    throw new WrongLine("after the method comes a path that starts with `/`");
  }
  if (/[\p{C}#"<>\\`]/u.test(path)) {
    throw new WrongLine("the path holds a character that no URL holds: write it as `%` and two digits");
  }
  try {
    decodeURIComponent(path);
  } catch {
    throw new WrongLine("the path holds a `%` that is not followed by the two digits of a character in UTF-8");
  }
}

function parseStatuses(word: string): readonly string[] {
  const statuses = word.toLowerCase().split(",");
  if (!statuses.every((status) => /^[1-5](\d\d|xx)$/.test(status))) {
    throw new WrongLine(`${quoted(word)} is no status; allowed: \`200\`, \`2xx\`, or several as \`2xx,304\``);
  }
  return statuses;
}

type Checks = Pick<SmokeTest, "limitMs" | "contains" | "headers" | "body">;

function parseChecks(text: string, start: number): Checks {
  let checks: Checks = { limitMs: undefined, contains: [], headers: [], body: undefined };
  let position = start;
  while (position < text.length) {
    const space = matchAt(/\s+/y, text, position);
    if (space === undefined) {
      throw new WrongLine("after a text in quotes comes a space");
    }
    position += space.length;
    if (text[position] === "#") {
      break;
    }
    const next = parseCheck(text, position, checks);
    checks = next.checks;
    position = next.end;
  }
  return checks;
}

interface Parsed {
  readonly checks: Checks;
  readonly end: number;
}

function parseCheck(text: string, position: number, checks: Checks): Parsed {
  const body = matchAt(/body=/y, text, position);
  if (body !== undefined) {
    return { checks: { ...checks, body: text.slice(position + body.length) }, end: text.length };
  }
  const limit = matchAt(/<\S*/y, text, position);
  if (limit !== undefined) {
    if (checks.limitMs !== undefined) {
      throw new WrongLine("the line has two time limits");
    }
    return { checks: { ...checks, limitMs: parseLimit(limit) }, end: position + limit.length };
  }
  const contains = matchAt(/contains(?=[\s"]|$)\s*/y, text, position);
  if (contains !== undefined) {
    const { value, end } = jsonString(text, position + contains.length, "contains");
    return { checks: { ...checks, contains: [...checks.contains, value] }, end };
  }
  const header = matchAt(/header(?=\s|$)\s*/y, text, position);
  if (header !== undefined) {
    return parseHeader(text, position + header.length, checks);
  }
  // Behind a header this may be the rest of a value with a quote too many.
  const name = matchAt(/[A-Za-z-]+/y, text, position);
  const word = name === undefined || checks.headers.length > 0 ? "a part of the line" : quoted(name);
  throw new WrongLine(`${word} is no check; allowed: ${CHECKS}`);
}

function parseLimit(word: string): number {
  const [, number, unit] = /^<(\d+(?:\.\d+)?)(ms|s)$/.exec(word) ?? [];
  const ms = Number(number) * (unit === "s" ? 1_000 : 1);
  if (!(ms > 0)) {
    throw new WrongLine(`${quoted(word)} is no time limit; allowed: \`<500ms\`, \`<2s\``);
  }
  return ms;
}

function parseHeader(text: string, position: number, checks: Checks): Parsed {
  // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
  const name = matchAt(/[\w!#$%&'*+.^`|~-]+(?=:)/y, text, position);
  if (name === undefined) {
    throw new WrongLine('after `header` comes `name: "value"`');
  }
  const colon = matchAt(/:\s*/y, text, position + name.length) ?? "";
  const { value, end } = jsonString(text, position + name.length + colon.length, `header ${name}:`);
  if (/[\p{Cc}\ud800-\udfff]/u.test(value)) {
    throw new WrongLine(`the value of the header ${quoted(name)} holds a character that no header can hold`);
  }
  return { checks: { ...checks, headers: [...checks.headers, [name, value]] }, end };
}

/** The JSON string that begins here. */
function jsonString(text: string, position: number, after: string): { readonly value: string; readonly end: number } {
  if (text[position] !== '"') {
    throw new WrongLine(`after \`${after}\` comes a text in double quotes`);
  }
  const literal = matchAt(/"(?:[^"\\]|\\.)*"/y, text, position);
  if (literal === undefined) {
    throw new WrongLine(`the text after \`${after}\` has no closing quote`);
  }
  try {
    return { value: JSON.parse(literal), end: position + literal.length };
  } catch {
    throw new WrongLine(`the text after \`${after}\` has an escape or a character that JSON does not know`);
  }
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = position;
  return sticky.exec(text)?.[0];
}

function quoted(word: string): string {
  return JSON.stringify(word.length > 40 ? `${word.slice(0, 40)}…` : word);
}
