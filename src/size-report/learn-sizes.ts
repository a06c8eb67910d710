import type { CodePackage } from "../function/code.js";
import type { RunEvent } from "../github/event.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { shadowing } from "../layer/import-names.js";
import type { SizeReport } from "../report/size-facts.js";
import type { BaseSizes } from "./baseline.js";
import { checkReport } from "./check-report.js";
import { compareLayers, comparisonNotices, type HeadLayer, layerFacts } from "./compare-sizes.js";
import type { InAws, LiveInside } from "./live-function.js";
import type { HeadDependencies } from "./measure-head.js";
import { nextDeploy, plannedChanges } from "./next-deploy.js";
import { reportLimits } from "./report-limits.js";
import type { ReportTarget } from "./report-target.js";
import { knownSize } from "./sizes-entry.js";

/** What the run has measured. */
export interface Measured {
  readonly event: RunEvent;
  readonly chosen: ReportTarget;
  readonly code: CodePackage;
  readonly head: HeadDependencies;
  readonly layer: HeadLayer;
  readonly before: BaseSizes;
  readonly inside: LiveInside | undefined;
  readonly inAws: InAws | undefined;
  readonly otherLayers: SizeReport["otherLayers"];
}

/** Puts everything into the report that it is made of. */
export function learnSizes(inputs: Inputs, journal: Journal, measured: Measured): void {
  const { event, chosen, code, head, layer, before, inside, inAws, otherLayers } = measured;
  const comparison = compareLayers(before.layer, layer);
  for (const notice of [...comparisonNotices(before.layer, comparison), ...noticesOf(layer)]) {
    journal.notice(notice);
  }
  const base = before.code?.sha256;
  const codeChanged = inside?.codeChanged ?? (base === undefined ? undefined : base !== code.sha256);
  const next = nextDeploy({
    head: layer,
    comparison,
    codeZipped: code.zipped,
    codeChanged,
    inAws,
    attached: inside?.hasLayer,
  });
  const facts = journal.known().code;
  const known = layer.outcome === "known" ? layer : undefined;
  const importNames = (known?.packages ?? []).flatMap((one) => one.importNames ?? []);
  journal.learn({
    ...(facts && {
      code: {
        ...facts,
        ...(before.code && { before: before.code }),
        shadowing: shadowing(code.importNames, importNames),
      },
    }),
    ...((layer.outcome === "known" || layer.outcome === "none") && {
      layer: layerFacts(inputs.layerName, filesOf(head), layer, comparison),
    }),
    limits: reportLimits(code, layer, inside, otherLayers),
    plan: plannedChanges(next, { comparison, codeChanged, inAws }),
    sizes: {
      subject: event.kind.startsWith("pull_request") ? "pull request" : "commit",
      baseline: before.baseline,
      targetFrom: chosen.from,
      code: { ...(before.code && { before: before.code }), after: knownSize(code) },
      layer: comparison,
      ...(otherLayers && { otherLayers }),
      ...(inside && { live: inside.sizes }),
      next,
      untrusted: event.untrusted,
    },
  });
}

function noticesOf(layer: HeadLayer) {
  return layer.outcome === "known" ? layer.notices : [];
}

function filesOf(head: HeadDependencies): readonly string[] {
  return head.outcome === "unreadable" || head.dependencies.outcome === "untouched" ? [] : head.dependencies.files;
}

/** As a deploy does, with everything known by then: the report shows it. */
export function checkLimits(inputs: Inputs, journal: Journal, { entries }: CodePackage): void {
  const { sizes, limits, layer } = journal.known();
  if (sizes === undefined || limits === undefined) {
    return;
  }
  for (const notice of checkReport({ sizes, limits, ...(layer && { layer }) }, inputs, entries)) {
    journal.notice(notice);
  }
}
