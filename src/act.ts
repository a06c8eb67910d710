import type { FunctionState, LayerVersion } from "./aws/lambda.js";
import type { ZipOnDisk } from "./aws/zip-content.js";
import { keepCode } from "./function/keep-code.js";
import { type Change, does, type Plan } from "./function/plan.js";
import type { FunctionSettings } from "./function/settings.js";
import { isCodeFirst } from "./function/update-order.js";
import type { AwsInputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import type { ChosenLayer } from "./layer/choose.js";
import { formatDescription } from "./layer/description.js";
import { publishLayer } from "./layer/publish.js";
import { CLOCK } from "./machine/clock.js";
import type { Observed } from "./observe.js";
import { contentFor, oldCodeFile, switchOver } from "./switch.js";
import { hexToBase64 } from "./zip/sha256.js";

export interface ActRequest {
  readonly inputs: AwsInputs;
  readonly journal: Journal;
  readonly observed: Observed;
  /** $LATEST before the first write. */
  readonly latest: FunctionState;
  readonly layer: ChosenLayer;
  readonly plan: Plan;
  readonly workDirectory: string;
  /** Of the workflow run. */
  readonly commit: string | undefined;
  /** Proves that the version (or $LATEST) works; throws when it does not. */
  readonly check: ((qualifier: string) => Promise<void>) | undefined;
}

/** Carries the plan of a deploy out: publishes the layer, sends what changed, checks it. */
export async function act(request: ActRequest): Promise<void> {
  const { inputs, journal, observed, latest, layer, plan, workDirectory, check } = request;
  const { lambda, code, alias } = observed;
  const content = contentFor(inputs, journal);
  let reached = latest;
  let newLayer: string | undefined;
  await switchOver({
    inputs,
    journal,
    lambda,
    before: latest,
    plan,
    workDirectory,
    publishLayer: async () => {
      const published = await publish(inputs, observed, layer, content);
      learnPublished(journal, published);
      newLayer = published.arn;
      return published.arn;
    },
    codeSha256: code.codeSha256,
    code: () => content(code),
    versionDescription: describeVersion(alias?.version, request.commit),
    check,
    onDone: ({ action }, state) => {
      reached = state;
      learnCreated(journal, action, state);
      journal.say(`Done: ${action}.`);
    },
    oldCode: await keepOldCode(request),
    sent: () => ({
      layerArns: plan.layers.map((slot) => (typeof slot === "string" ? slot : newLayer)).join(),
      ...(inputs.runtime !== undefined && { runtime: inputs.runtime }),
      architecture: inputs.architecture ?? latest.architecture,
      sourceKmsKey: inputs.sourceKmsKey ?? latest.sourceKmsKey,
      settings: { ...latest.settings, ...settingsSent(plan) },
      // With code signing AWS's sum is not ours.
      codeSha256: reached.codeSha256 === latest.codeSha256 ? code.codeSha256 : reached.codeSha256,
    }),
  });
}

function settingsSent({ changes }: Plan): FunctionSettings {
  return changes.find((change) => change.action === "update-configuration")?.settings ?? {};
}

/**
 * Lays the live code aside when it may have to come back: a check can fail, or the layers that the new code needs can be
 * refused after it.
 */
async function keepOldCode(request: ActRequest): Promise<ZipOnDisk | undefined> {
  const { inputs, journal, latest, plan, workDirectory, check } = request;
  const layersFollow = isCodeFirst(plan) && does(plan, "update-configuration");
  if (!does(plan, "update-code") || (check === undefined && !layersFollow)) {
    return undefined;
  }
  const kept = await keepCode(latest, oldCodeFile(workDirectory), inputs.bucket);
  if (kept.outcome === "kept") {
    return kept.zip;
  }
  journal.notice({
    level: "warning",
    text: `If the deploy fails half-way, the old code can not be put back: ${kept.why}.`,
  });
  return undefined;
}

function learnCreated(journal: Journal, action: Change["action"], { arn }: FunctionState): void {
  const { function: facts } = journal.known();
  if (action === "create-function" && facts) {
    journal.learn({ function: { ...facts, arn } });
  }
}

/** Which version callers had before, for a later rollback, and which commit this one was made from. */
function describeVersion(previous: string | undefined, commit: string | undefined): string {
  const known = commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit);
  return [previous && `previous=${previous}`, known && `commit=${commit}`].filter(Boolean).join(" ");
}

async function publish(
  inputs: AwsInputs,
  { lambda, state }: Observed,
  { built, newest }: ChosenLayer,
  content: ReturnType<typeof contentFor>,
): Promise<LayerVersion> {
  if (built === undefined) {
    throw new Error("a layer is to be published, but none was built");
  }
  const { archive, describes } = built;
  const { zip } = archive.manifest;
  return publishLayer({
    lambda,
    publication: {
      layerName: inputs.layerName,
      description: formatDescription(describes),
      content: await content({ file: archive.file, ...zip }),
      runtime: inputs.runtime ?? state.runtime ?? "",
      architecture: inputs.architecture ?? state.architecture,
    },
    codeSha256: hexToBase64(zip.sha256),
    newest,
    waitMs: inputs.waitMs,
    clock: CLOCK,
  });
}

function learnPublished(journal: Journal, { arn, version, created, runtimes, architectures }: LayerVersion): void {
  const { layer } = journal.known();
  if (layer === undefined) {
    return;
  }
  const newest = [
    { version, created, attached: true, wanted: true },
    ...layer.newest.map((it) => ({ ...it, attached: false })),
  ];
  journal.learn({
    layer: { ...layer, versionArn: arn, version, created, runtimes, architectures, newest: newest.slice(0, 5) },
  });
}
