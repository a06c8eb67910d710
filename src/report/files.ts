import { formatCount } from "./bytes.js";
import { escapeCode } from "./escape.js";
import type { CodeFacts } from "./facts.js";
import { firstOf, fold, plural } from "./markdown.js";

const LONGEST_LIST = 100;
const NAMES_SHOWN = 30;

/** Which files of the code package differ from the live ones. */
export function renderFiles(code: CodeFacts): string | undefined {
  const { changes } = code;
  if (changes === undefined) {
    return undefined;
  }
  const lists = [
    ["Changed", changes.modified],
    ["Added", changes.added],
    ["Removed", changes.removed],
  ] as const;
  const count = lists.reduce((sum, [, paths]) => sum + paths.length, 0);
  if (count === 0) {
    return undefined;
  }
  const body = lists.filter(([, paths]) => paths.length > 0).map(([title, paths]) => list(title, paths));
  return fold(`<b>Changed files</b>: ${formatCount(count)}`, body.join("\n\n"));
}

function list(title: string, paths: readonly string[]): string {
  const lines = paths.slice(0, LONGEST_LIST).map((path) => `- ${escapeCode(path)}`);
  const rest = paths.length - lines.length;
  return [`**${title}**`, "", ...lines, ...(rest > 0 ? [`- and ${plural(rest, "more file")}`] : [])].join("\n");
}

/** The distributions that lie in the code directory and were left out, because the layer brings them. */
export function renderLeftOut(code: CodeFacts): string | undefined {
  if (code.leftOut.length === 0) {
    return undefined;
  }
  return `Left out of the code package, because the layer brings ${code.leftOut.length === 1 ? "it" : "them"}: ${renderNames(code.leftOut)}.`;
}

/** Names in code font, of many only the first. */
export function renderNames(all: readonly string[]): string {
  return firstOf(
    all.map((name) => escapeCode(name)),
    NAMES_SHOWN,
  );
}
