import type { Dependencies } from "../dependencies/find.js";
import { shownFiles } from "../dependencies/problem.js";
import { ActionError } from "../errors.js";
import { AWS_SDK } from "../layer/aws-sdk.js";
import { parseDistInfo } from "../layer/record.js";
import type { Notice } from "../report/facts.js";
import { firstOf } from "../report/markdown.js";

export interface PackagesQuestion {
  /** Paths of the live code package that the new one does not have. */
  readonly removed: readonly string[];
  /** Of the new code package. */
  readonly entries: readonly { readonly path: string }[];
  /** Names of packages in the layers after the deploy; undefined: nobody looked, so nothing can be said. */
  readonly inLayers: readonly string[] | undefined;
  /** Left out because it was asked for. */
  readonly excluded: readonly string[];
  readonly dependencies: Dependencies;
}

const FEW = 5;

/**
 * Looks for packages that lie inside the live code package, as in a fat zip, and that nothing brings any more: the new version
 * would not find them. What Lambda's runtime has is not missed. Warns of them; throws when no dependency file was found, since
 * then nobody has said that they may go.
 */
export function checkLostPackages(question: PackagesQuestion): readonly Notice[] {
  const { removed, entries, inLayers, excluded, dependencies } = question;
  if (inLayers === undefined) {
    return [];
  }
  const there = new Set([...distributionsOf(entries.map(({ path }) => path)), ...inLayers, ...excluded, ...AWS_SDK]);
  const lost = distributionsOf(removed).filter((name) => !there.has(name));
  if (lost.length === 0) {
    return [];
  }
  const names = firstOf(lost, FEW);
  if (dependencies.outcome === "untouched" && dependencies.overlooked !== undefined) {
    const { overlooked } = dependencies;
    const file = overlooked.length === 0 ? "the file that lists the packages" : shownFiles(overlooked);
    const them = lost.length === 1 ? "it" : "them";
    throw new ActionError(
      `No dependency file was found, and the live code package brings ${names} along: the new version would lack ${them}.`,
      {
        hint: `Name ${file} in \`requirements\`, or set \`requirements: none\` to deploy without ${them}.`,
        code: "lost-packages",
      },
    );
  }
  const text = `The live code package brings ${names} along, the new one and its layers do not. What the function imports of that belongs in the requirements.`;
  return [{ level: "warning", text }];
}

/** Normalised names of the distributions at the top, sorted. */
function distributionsOf(paths: readonly string[]): readonly string[] {
  const directories = new Set(paths.map((path) => path.split("/", 1)[0] ?? ""));
  const names = [...directories].map((directory) => parseDistInfo(directory)?.name);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
