import { escapeCode } from "./escape.js";
import type { CodeFacts } from "./facts.js";
import { fold, plural } from "./markdown.js";

const LONGEST_LIST = 100;
const LEFT_OUT_SHOWN = 30;

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
  return fold(`<b>What changed in the code</b>: ${plural(count, "file")}`, body.join("\n\n"));
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
  return `Left out of the code package, because the layer brings ${code.leftOut.length === 1 ? "it" : "them"}: ${names(code.leftOut)}.`;
}

/** Import names that the code's copy takes from the layer. */
export function renderShadowing(code: CodeFacts): string | undefined {
  if (code.shadowing.length === 0) {
    return undefined;
  }
  const [it, copy] = code.shadowing.length === 1 ? ["is", "its copy"] : ["are", "their copies"];
  return `${names(code.shadowing)} ${it} in the code package and in the layer: Python imports ${copy} in the code package. Delete ${copy} there, or the requirement.`;
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, LEFT_OUT_SHOWN).map((name) => escapeCode(name));
  const rest = all.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
