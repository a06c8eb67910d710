import path from "node:path";
import type { FunctionState, LayerVersion } from "./aws/lambda.js";
import { type Storage, type ZipOnDisk, zipContent } from "./aws/zip-content.js";
import { carryOut, type Switched } from "./function/deploy.js";
import { fetchCode, keepCode } from "./function/keep-code.js";
import type { Change, Plan } from "./function/plan.js";
import { CLOCK } from "./function/readiness.js";
import type { FunctionSettings } from "./function/settings.js";
import type { Writing } from "./function/update.js";
import type { AwsInputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import type { ChosenLayer } from "./layer/choose.js";
import { formatDescription } from "./layer/description.js";
import { publishLayer } from "./layer/publish.js";
import type { Observed } from "./observe.js";
import { orPutBack } from "./put-back.js";
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

/**
 * Carries the plan out. The journal learns of each change as soon as it is made, so that a failure is reported truly.
 * When a step or a check fails, every field of $LATEST that was changed is put back; then the failure is thrown.
 */
export async function act(request: ActRequest): Promise<void> {
  const { inputs, journal, observed, latest, layer, plan, check } = request;
  const { lambda, code, alias } = observed;
  const { bucket, keyPrefix: prefix, region, waitMs } = inputs;
  const storage = bucket === undefined ? undefined : { region, bucket, prefix };
  const writing: Writing = { lambda, waitMs, clock: CLOCK, timed: journal.timed };
  const oldCode = await keepOldCode(request);
  let reached = latest;
  let newLayer: string | undefined;
  let completed = 0;
  const switched = await orPutBack(
    journal,
    () =>
      carryOut({
        ...writing,
        plan,
        state: latest,
        publishLayer: async () => {
          const published = await publish(inputs, journal, observed, layer, storage);
          learnPublished(journal, published);
          newLayer = published.arn;
          return published.arn;
        },
        codeSha256: code.codeSha256,
        code: () => zipContent(code, storage, journal.calls),
        versionDescription: describeVersion(alias?.version, request.commit),
        aliasDescription: inputs.aliasDescription,
        check,
        onAccepted: ({ action }) => journal.learn({ accepted: [...(journal.known().accepted ?? []), action] }),
        onDone: ({ action }, state) => {
          reached = state;
          learnCreated(journal, action, state);
          completed += 1;
          journal.learn({ completed });
          journal.say(`Done: ${action}.`);
        },
      }),
    () => ({
      ...writing,
      before: latest,
      sent: {
        layerArns: plan.layers.map((slot) => (typeof slot === "string" ? slot : newLayer)).join(),
        ...(inputs.runtime !== undefined && { runtime: inputs.runtime }),
        architecture: inputs.architecture ?? latest.architecture,
        sourceKmsKey: inputs.sourceKmsKey ?? latest.sourceKmsKey,
        settings: { ...latest.settings, ...settingsSent(plan) },
        // With code signing AWS's sum is not ours.
        codeSha256: reached.codeSha256 === latest.codeSha256 ? code.codeSha256 : reached.codeSha256,
      },
      code: oldCode && (() => zipContent(oldCode, storage, journal.calls)),
      lateCode: async () =>
        zipContent(await fetchCode(latest, oldCodeFile(request), inputs.bucket), storage, journal.calls),
      codeFirst: isCodeFirst(plan),
    }),
  );
  learnSwitched(journal, switched);
}

function isCode({ action }: Change): boolean {
  return action === "update-code";
}

/** The code is updated before the configuration. */
export function isCodeFirst({ changes }: Plan): boolean {
  return changes.findIndex(isCode) < changes.findIndex(({ action }) => action === "update-configuration");
}

function settingsSent({ changes }: Plan): FunctionSettings {
  return changes.find((change) => change.action === "update-configuration")?.settings ?? {};
}

/**
 * Lays the live code aside when it may have to come back: a check can fail, or the layers that the new code needs can be
 * refused after it.
 */
async function keepOldCode(request: ActRequest): Promise<ZipOnDisk | undefined> {
  const { inputs, journal, latest, plan, check } = request;
  const layersFollow = isCodeFirst(plan) && plan.changes.some(({ action }) => action === "update-configuration");
  if (!plan.changes.some(isCode) || (check === undefined && !layersFollow)) {
    return undefined;
  }
  const kept = await keepCode(latest, oldCodeFile(request), inputs.bucket);
  if (kept.outcome === "kept") {
    return kept.zip;
  }
  journal.notice({
    level: "warning",
    text: `If the deploy fails half-way, the old code can not be put back: ${kept.why}.`,
  });
  return undefined;
}

function oldCodeFile({ workDirectory }: ActRequest): string {
  return path.join(workDirectory, "old-code.zip");
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

export function learnSwitched(journal: Journal, { version, alias: moved, gapMs }: Switched): void {
  const { function: facts, alias } = journal.known();
  journal.learn({
    ...(gapMs !== undefined && { gapMs: Math.round(gapMs) }),
    ...(facts && version !== undefined && { function: { ...facts, version } }),
    ...(alias && moved && { alias: { ...alias, arn: moved.arn, now: moved.version } }),
  });
}

async function publish(
  inputs: AwsInputs,
  journal: Journal,
  { lambda, state }: Observed,
  { built, newest }: ChosenLayer,
  storage: Storage | undefined,
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
      content: await zipContent({ file: archive.file, ...zip }, storage, journal.calls),
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
