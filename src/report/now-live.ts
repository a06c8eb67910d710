import { escapeCode, escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { plural } from "./markdown.js";

/** What stood between the deploy and its callers: `3 checks passed, then the alias live moved from version 41 to 42.` */
export function nowLive({ outcome, alias, smokeTests = [] }: Facts): string | undefined {
  if (outcome !== "deployed") {
    return undefined;
  }
  const passed = smokeTests.length === 0 ? undefined : `${plural(smokeTests.length, "check")} passed`;
  if (alias?.now === undefined) {
    return passed && `**${passed}.**`;
  }
  const moved =
    alias.before === undefined
      ? `was created at version ${escapeName(alias.now)}`
      : `moved from version ${escapeName(alias.before)} to ${escapeName(alias.now)}`;
  return passed === undefined
    ? `**The alias ${escapeCode(alias.name)} ${moved}.**`
    : `**${passed}**, then the alias ${escapeCode(alias.name)} ${moved}.`;
}
