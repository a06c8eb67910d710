import type { ActionError } from "../errors.js";
import { comparePackages, packageChanges } from "../layer/package-changes.js";
import type { LayerFacts, Notice } from "../report/facts.js";
import type { LayerComparison } from "../report/size-facts.js";
import type { BaseLayer } from "./baseline.js";
import type { KnownLayer, MeasuredLayer } from "./measure-layer.js";

/** This commit's layer, or why it has no figure; with `failure` the next deploy would fail, too. */
export type HeadLayer =
  | MeasuredLayer
  | { readonly outcome: "unknown"; readonly why: string; readonly failure?: ActionError };

/** The layer of the base branch beside that of this commit. Pure. */
export function compareLayers(base: BaseLayer, head: HeadLayer): LayerComparison {
  switch (head.outcome) {
    case "untouched":
      return { outcome: "none" };
    case "unknown":
      return { outcome: "unknown", why: head.why, ...(base.outcome === "known" && { before: base.size }) };
    case "none":
      return base.outcome === "none" || base.outcome === "untouched" || base.outcome === "unknown"
        ? { outcome: "none" }
        : {
            outcome: "known",
            changed: true,
            before: base.outcome === "known" ? base.size : {},
            after: "none",
            packages: comparePackages(base.packages, []),
            notBuilt: [],
          };
    case "known":
      return { outcome: "known", after: head.size, ...besideKnown(base, head) };
    default:
      return head satisfies never;
  }
}

function besideKnown(
  base: BaseLayer,
  head: KnownLayer,
): Pick<Extract<LayerComparison, { outcome: "known" }>, "changed" | "before" | "packages" | "notBuilt"> {
  const { packages, notBuilt } = head;
  switch (base.outcome) {
    case "untouched":
    case "none":
      return { changed: true, before: "none", packages: comparePackages([], packages), notBuilt };
    case "unknown":
      return { packages: comparePackages([], packages), notBuilt };
    case "versions":
      return { changed: true, before: {}, packages: comparePackages(base.packages, packages), notBuilt };
    case "known": {
      const names = [...new Set([...notBuilt, ...base.notBuilt])].toSorted();
      return {
        changed: base.fingerprint !== head.fingerprint,
        before: base.size,
        packages: comparePackages(base.packages, packages),
        notBuilt: names,
      };
    }
    default:
      return base satisfies never;
  }
}

/** Sentences for what cannot be seen in the figures. Pure. */
export function comparisonNotices(base: BaseLayer, comparison: LayerComparison): readonly Notice[] {
  const notices: Notice[] = [];
  if (base.outcome === "versions") {
    const text =
      "The base branch's layer was measured for another runtime or architecture, or one of the two layers has no bytecode: packages are compared by their versions only.";
    notices.push({ level: "note", text });
  }
  if (comparison.outcome === "known" && comparison.notBuilt.length > 0) {
    const names = comparison.notBuilt.map((name) => `\`${name}\``).join(", ");
    const built = comparison.notBuilt.length === 1 ? "It is" : "They are";
    const text = `Not counted: ${names}. ${built} built from source, and a report of a fork or on \`pull_request_target\` builds nothing.`;
    notices.push({ level: "note", text });
  }
  return notices;
}

/** Our layer as the report's facts tell of it. Pure. */
export function layerFacts(
  name: string,
  files: readonly string[],
  head: Exclude<HeadLayer, { outcome: "untouched" | "unknown" }>,
  comparison: LayerComparison,
): LayerFacts {
  const known = comparison.outcome === "known" ? comparison : undefined;
  const before = known?.before === undefined || known.before === "none" ? undefined : known.before;
  const compared = known?.before === undefined ? [] : known.packages;
  const common = {
    name,
    dependencyFiles: files,
    ...(before && Object.keys(before).length > 0 && { before }),
    changes: packageChanges(compared),
    newest: [],
  };
  if (head.outcome === "none") {
    return { ...common, source: "none", reason: head.reason, packages: [] };
  }
  const { fingerprint, source, size, packages, pinned, bytecode } = head;
  return {
    ...common,
    source,
    reason: reasonOf(known?.changed, source),
    fingerprint,
    after: size,
    ...(packages && { packageCount: packages.length }),
    packages: (packages ?? []).map(({ importNames: _, ...shown }) => shown),
    pinned,
    bytecode,
  };
}

function reasonOf(changed: boolean | undefined, source: KnownLayer["source"]): string {
  const measured = source === "built" ? "It was built here to be measured." : "Its sizes were kept by an earlier run.";
  const compared =
    changed === undefined
      ? "Nothing says what the base branch has."
      : `The dependencies ${changed ? "differ from" : "are"} those of the base branch.`;
  return `${compared} ${measured}`;
}
