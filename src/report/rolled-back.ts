import { escapeCode, escapeName } from "./escape.js";
import type { Facts } from "./facts.js";

/** What a run that put the old state back, or was asked to, has done, in the few words of a title. */
export function rolledBackTitle({ alias, goal }: Facts): string {
  if (goal !== undefined) {
    return `rolled back to version ${escapeName(goal)}`;
  }
  const live =
    alias?.before === undefined ? "everything is as it was" : `version ${escapeName(alias.before)} is still live`;
  return `rolled back, ${live}`;
}

/** What that means, of `mode: rollback`; after a failed deploy its error comes first. */
export function rolledBackLead({ alias, goal, function: { version: number } }: Facts): string {
  if (goal === undefined) {
    return "";
  }
  if (alias !== undefined) {
    const before = alias.before === undefined ? "" : ` instead of version ${escapeName(alias.before)}`;
    return `**Callers of ${escapeCode(alias.name)} get version ${escapeName(goal)}${before}.** Nothing was sent, \`$LATEST\` stays as it is.`;
  }
  const published = number === undefined ? "" : ` It was published as version ${escapeName(number)}.`;
  return `**\`$LATEST\` has code, layers and runtime of version ${escapeName(goal)} again.**${published} Other settings stay.`;
}
