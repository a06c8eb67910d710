import { formatBytes } from "./bytes.js";
import type { Facts } from "./facts.js";

/** What a run that went well did: the last line of its log, since the groups above are folded. Pure. */
export function lastLine(facts: Facts): string {
  const seconds = (facts.phases.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1);
  return `${inWords(facts)} (${seconds} s). The job summary says more.`;
}

function inWords({ outcome, function: { version }, alias, goal, uploadedBytes }: Facts): string {
  switch (outcome) {
    case "unchanged":
      return "Nothing to do";
    case "planned":
      return "Dry run, nothing was changed";
    case "reported":
      return "Sizes compared, nothing was deployed";
    case "rolled-back":
      return `Rolled back to version ${goal}`;
    default: {
      const number = version === undefined ? "" : ` as version ${version}`;
      const moved = alias?.now === undefined ? "" : `, the alias ${alias.name} names it`;
      return `Deployed${number}${moved}, ${formatBytes(uploadedBytes)} sent`;
    }
  }
}
