import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { RunEvent } from "../github/event.js";
import { readEvent } from "../github/event-file.js";
import type { Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { withRunnerPath } from "../machine/programs.js";
import type { Outcome } from "../report/facts.js";
import type { Surroundings } from "../surroundings.js";
import { type Base, baseTree, measureBase } from "./baseline.js";
import { deployedNow, insideNow, layerInAws, otherLayersOf } from "./deployed-now.js";
import { findBase } from "./find-base.js";
import { keepMeasuredSizes } from "./keep-sizes.js";
import { type KeptSizes, openKeptSizes } from "./kept-sizes.js";
import { layerInWords } from "./layer-words.js";
import { checkLimits, learnSizes } from "./learn-sizes.js";
import type { LiveFunction } from "./live-function.js";
import { measureHeadLayer, packHead, readHeadDependencies } from "./measure-head.js";
import type { Measuring } from "./measure-layer.js";
import { readProjectPython } from "./project-python.js";
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

  const { base, repository } = await journal.step("Baseline", "find", async () => {
    const repository = await openRepository({ workspace, codeDirectory, env });
    const found = await findBase({ inputs, env, event, repository, kept });
    journal.say(describeBase(found));
    if (found.commit !== undefined && found.commit === repository?.head) {
      journal.notice({ level: "warning", text: COMPARED_WITH_ITSELF });
    }
    return { base: found, repository };
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
  const inside = await insideNow(inputs, journal, live, code);
  const otherLayers = otherLayersOf(inputs, inside, base);

  const layer = await journal.step("Layer", "build", async () => {
    const measured = await measureHeadLayer(measuring, {
      head,
      code,
      otherLayers,
      entry: base.kept?.entry,
      certain: chosen.certain,
      workDirectory,
    });
    journal.say(layerInWords(measured));
    return measured;
  });
  const inAws = await layerInAws(measuring, inside && live, head);
  const before = await journal.step("Sizes of the base", "build", async () => {
    const measured = await measureBase({
      measuring,
      base,
      head: layer.outcome === "unknown" ? undefined : layer,
      directory: workDirectory,
      tree: baseTree({ inputs, journal, env, base, token, directory: path.join(workDirectory, "base") }),
    });
    journal.say(layerInWords(measured.layer));
    return measured;
  });

  learnSizes(inputs, journal, { event, chosen, code, head, layer, before, inside, inAws, otherLayers });
  // A guess that is kept would be taken for knowledge.
  if (event.kind === "push" && kept !== undefined && !Object.values(chosen.from).includes("guess")) {
    const { target } = chosen;
    await keepMeasuredSizes({ inputs, env, head: repository?.head, kept, target, code, layer, otherLayers });
  }
  if (layer.outcome === "unknown" && layer.failure !== undefined) {
    throw layer.failure;
  }
  checkLimits(inputs, journal, code);
  return "reported";
}

/** What actions/checkout takes on `pull_request_target` when it is not told otherwise. */
const COMPARED_WITH_ITSELF =
  "The workspace holds the base branch and not the pull request, so there is nothing to see. Report on `pull_request`, where actions/checkout takes the pull request.";

function describeBase({ branch = "the base", commit, kept }: Base): string {
  if (commit === undefined) {
    return "Nothing says which commit to compare with.";
  }
  const found =
    kept === undefined
      ? "no run has kept its sizes"
      : kept.exact
        ? "an earlier run kept its sizes"
        : `the newest sizes of the branch are those of ${kept.entry.commit.slice(0, 7)}`;
  return `Compared with ${branch} at ${commit.slice(0, 7)}: ${found}.`;
}

function learnFunction(
  { functionName, region }: Inputs,
  journal: Journal,
  { target: { runtime, architecture }, notices }: ReportTarget,
  live: LiveFunction | undefined,
): void {
  if (notices.length === 0) {
    journal.say(`Counted for ${runtime} on ${architecture}.`);
  }
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
