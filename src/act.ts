import type { LayerVersion } from "./aws/lambda.js";
import { type Storage, zipContent } from "./aws/zip-content.js";
import { carryOut } from "./function/deploy.js";
import type { Plan } from "./function/plan.js";
import { CLOCK } from "./function/readiness.js";
import type { Inputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import type { ChosenLayer } from "./layer/choose.js";
import { formatDescription } from "./layer/description.js";
import { publishLayer } from "./layer/publish.js";
import type { Observed } from "./observe.js";

/** Carries the plan out. The journal learns of each change as soon as it is made, so that a failure is reported truly. */
export async function act(
  inputs: Inputs,
  journal: Journal,
  observed: Observed,
  layer: ChosenLayer,
  plan: Plan,
  commit: string | undefined,
): Promise<void> {
  const { lambda, state, code } = observed;
  const { bucket, keyPrefix: prefix, region } = inputs;
  const storage = bucket === undefined ? undefined : { region, bucket, prefix };
  let completed = 0;
  const { version, gapMs } = await carryOut({
    lambda,
    plan,
    state,
    publishLayer: async () => {
      const published = await publish(inputs, journal, observed, layer, storage);
      learnPublished(journal, published);
      return published.arn;
    },
    codeSha256: code.codeSha256,
    code: () => zipContent(code, storage, journal.calls),
    // The commit that a version was made from, for whoever looks at the function later.
    versionDescription: commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? `commit=${commit}` : "",
    waitMs: inputs.waitMs,
    clock: CLOCK,
    timed: journal.timed,
    onDone: ({ action }) => {
      completed += 1;
      journal.learn({ completed });
      journal.say(`Done: ${action}.`);
    },
  });
  const { function: facts } = journal.known();
  journal.learn({
    ...(gapMs !== undefined && { gapMs: Math.round(gapMs) }),
    ...(facts && version !== undefined && { function: { ...facts, version } }),
  });
}

async function publish(
  inputs: Inputs,
  journal: Journal,
  { lambda, state }: Observed,
  { archive, describes, newest }: ChosenLayer,
  storage: Storage | undefined,
): Promise<LayerVersion> {
  if (archive === undefined || describes === undefined) {
    throw new Error("a layer is to be published, but none was built");
  }
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
    codeSha256: Buffer.from(zip.sha256, "hex").toString("base64"),
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
