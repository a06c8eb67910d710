import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkReport } from "../check-report.js";
import { describeFailure } from "../failure.js";
import type { CodePackage } from "../function/code.js";
import { shadowing } from "../function/import-names.js";
import type { RunEvent } from "../github/event.js";
import { readEvent } from "../github/event-file.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import type { Surroundings } from "../main.js";
import { withRunnerPath } from "../programs.js";
import type { Outcome, SizeReport } from "../report/facts.js";
import { type Base, type BaseSizes, baseTree, measureBase } from "./baseline.js";
import {
  compareLayers,
  comparisonNotices,
  type HeadLayer,
  layerFacts,
  nextDeploy,
  plannedChanges,
} from "./compare-sizes.js";
import { findBase } from "./find-base.js";
import { keepMeasuredSizes } from "./keep-sizes.js";
import { type KeptSizes, openKeptSizes } from "./kept-sizes.js";
import {
  isPublished,
  knowsAws,
  type LiveFunction,
  type LiveInside,
  lookInside,
  readLiveFunction,
} from "./live-function.js";
import { type HeadDependencies, measureHeadLayer, packHead, readHeadDependencies } from "./measure-head.js";
import { fingerprintOf, type Measuring } from "./measure-layer.js";
import { otherSizes } from "./other-sizes.js";
import { readProjectPython } from "./project-python.js";
import { reportLimits } from "./report-limits.js";
import { chooseTarget, type ReportTarget } from "./report-target.js";
import { encodedToken, openRepository } from "./repository.js";
import { NO_NETRC, withoutKeys, withoutVariables } from "./untrusted.js";

/**
 * The story of a report: what this commit does to the function's size. It writes nothing to AWS, needs no credentials, and
 * executes nothing of what a stranger wrote.
 */
export async function reportSizes(inputs: Inputs, journal: Journal, around: Surroundings): Promise<Outcome> {
  const { env, workDirectory } = around;
  const { workspace, codeDirectory, githubToken: token } = inputs;
  const event = await readEvent(env);
  journal.mask(token === undefined ? [] : [encodedToken(token)]);
  const kept = inputs.cache ? await openKeptSizes(workspace) : undefined;

  const base = await journal.step("Baseline", "find", async () => {
    const repository = await openRepository({ workspace, codeDirectory, env });
    const found = await findBase({ inputs, env, event, repository, kept });
    journal.say(describeBase(found));
    return found;
  });
  const live = await deployedNow(inputs, journal, env);
  const chosen = chooseTarget({
    input: inputs,
    live: live?.state,
    baseline: base.kept?.entry,
    project: readProjectPython(workspace, codeDirectory),
  });
  learnFunction(inputs, journal, chosen, live);

  const measuring = await measuringWith({ inputs, journal, around, event, kept, chosen });
  const { untrusted, fileEnv } = measuring;
  const head = await journal.step("Dependencies", "find", () =>
    readHeadDependencies(inputs, journal, fileEnv, untrusted),
  );
  const code = await journal.step("Code package", "pack", () => packHead(inputs, journal, head, workDirectory));
  const inside = live && (await orNotice(inputs, journal, () => lookInside(live, inputs, code)));
  const otherLayers = otherLayersOf(inputs, inside, base);

  const layer = await journal.step("Layer", "build", () =>
    measureHeadLayer(measuring, {
      head,
      code,
      otherLayers,
      entry: base.kept?.entry,
      certain: chosen.certain,
      workDirectory,
    }),
  );
  const published = await isInAws(measuring, inside && live, head);
  const before = await journal.step("Sizes of the base", "build", () =>
    measureBase({
      measuring,
      base,
      head: layer.outcome === "unknown" ? undefined : layer,
      directory: workDirectory,
      tree: baseTree({ inputs, journal, env, base, token, directory: path.join(workDirectory, "base") }),
    }),
  );

  const measured: Measured = { event, chosen, code, head, layer, before, inside, published, otherLayers };
  learnSizes(inputs, journal, measured);
  if (event.kind === "push" && kept !== undefined) {
    await keepMeasuredSizes({ inputs, env, kept, target: chosen.target, code, layer, otherLayers });
  }
  if (layer.outcome === "unknown" && layer.failure !== undefined) {
    throw layer.failure;
  }
  checkLimits(inputs, journal, code);
  return "reported";
}

/** What the run has measured. */
interface Measured {
  readonly event: RunEvent;
  readonly chosen: ReportTarget;
  readonly code: CodePackage;
  readonly head: HeadDependencies;
  readonly layer: HeadLayer;
  readonly before: BaseSizes;
  readonly inside: LiveInside | undefined;
  readonly published: boolean | undefined;
  readonly otherLayers: SizeReport["otherLayers"];
}

function describeBase({ branch = "the base", commit, kept }: Base): string {
  if (commit === undefined) {
    return "Nothing says which commit to compare with.";
  }
  const found =
    kept === undefined
      ? "no sizes of it are kept"
      : kept.exact
        ? "its sizes are kept"
        : `sizes of ${kept.entry.commit.slice(0, 7)}, the newest of the branch, are kept`;
  return `Compared with ${branch} at ${commit.slice(0, 7)}: ${found}.`;
}

async function deployedNow(
  inputs: Inputs,
  journal: Journal,
  env: Surroundings["env"],
): Promise<LiveFunction | undefined> {
  return knowsAws(env, inputs.region)
    ? journal.step("Deployed now", "find", () => orNotice(inputs, journal, () => readLiveFunction(inputs, journal)))
    : undefined;
}

/** What AWS does not tell is missing in the report, and no failure. */
async function orNotice<T>(inputs: Inputs, journal: Journal, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { message, hint } = describeFailure(error, {
      functionName: inputs.functionName.name,
      region: inputs.region,
    });
    const text = `What is deployed now could not be read: ${message}${hint === undefined ? "" : ` ${hint}`}`;
    journal.notice({ level: "note", text });
    return undefined;
  }
}

function learnFunction(
  { functionName, region }: Inputs,
  journal: Journal,
  { target: { runtime, architecture }, notices }: ReportTarget,
  live: LiveFunction | undefined,
): void {
  journal.say(`Counted for ${runtime} on ${architecture}.`);
  for (const notice of notices) {
    journal.notice(notice);
  }
  const arn = live?.state.arn;
  journal.learn({
    function: { name: functionName.name, ...(region && { region }), ...(arn && { arn }), runtime, architecture },
  });
}

interface MeasuringRequest {
  readonly inputs: Inputs;
  readonly journal: Journal;
  readonly around: Surroundings;
  readonly event: RunEvent;
  readonly kept: KeptSizes | undefined;
  readonly chosen: ReportTarget;
}

async function measuringWith({ inputs, journal, around, event, kept, chosen }: MeasuringRequest): Promise<Measuring> {
  const { untrusted } = event;
  const empty = path.join(around.workDirectory, "empty");
  await mkdir(empty);
  await writeFile(path.join(empty, NO_NETRC), "");
  // Programs of the workspace are not started, also not where the base commit stands for it.
  const env = withRunnerPath(around.env, inputs.workspace);
  return {
    inputs,
    journal,
    env: untrusted ? withoutKeys(env, empty) : env,
    fileEnv: untrusted ? withoutVariables(env) : env,
    target: chosen.target,
    kept,
    // On behalf of a stranger a run could write into the cache of the default branch.
    keeps: event.kind === "pull_request" || !untrusted,
    untrusted,
  };
}

/** The layers beside ours that the function is to have. */
function otherLayersOf({ layers }: Inputs, inside: LiveInside | undefined, { kept }: Base): SizeReport["otherLayers"] {
  if (inside !== undefined) {
    return otherSizes(inside.others);
  }
  if (layers === undefined) {
    return kept?.entry.otherLayers;
  }
  return layers.length === 0 ? otherSizes([]) : undefined;
}

async function isInAws(
  measuring: Measuring,
  live: LiveFunction | undefined,
  head: HeadDependencies,
): Promise<boolean | undefined> {
  if (live === undefined || head.outcome === "unreadable" || head.dependencies.outcome !== "found") {
    return undefined;
  }
  const { inputs, journal } = measuring;
  const hash = fingerprintOf(measuring, head.dependencies);
  return orNotice(inputs, journal, () => isPublished(live, inputs.layerName, hash));
}

function learnSizes(inputs: Inputs, journal: Journal, measured: Measured): void {
  const { event, chosen, code, head, layer, before, inside, published, otherLayers } = measured;
  const comparison = compareLayers(before.layer, layer);
  for (const notice of [...comparisonNotices(before.layer, comparison), ...noticesOf(layer)]) {
    journal.notice(notice);
  }
  const { zipped, unzipped, files, sha256 } = code;
  const after = { zipped, unzipped, files, sha256 };
  const base = before.code?.sha256;
  const codeChanged = inside?.codeChanged ?? (base === undefined ? undefined : base !== sha256);
  const next = nextDeploy({
    head: layer,
    comparison,
    codeZipped: zipped,
    codeChanged,
    published,
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
    plan: plannedChanges(next, comparison, codeChanged),
    sizes: {
      subject: event.kind.startsWith("pull_request") ? "pull request" : "commit",
      baseline: before.baseline,
      targetFrom: chosen.from,
      code: { ...(before.code && { before: before.code }), after },
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
function checkLimits(inputs: Inputs, journal: Journal, { entries }: CodePackage): void {
  const { sizes, limits, layer } = journal.known();
  if (sizes === undefined || limits === undefined) {
    return;
  }
  for (const notice of checkReport({ sizes, limits, ...(layer && { layer }) }, inputs, entries)) {
    journal.notice(notice);
  }
}
