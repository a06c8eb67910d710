import { isThrottled, isUnclear } from "../aws/failure.js";
import type { Lambda, LayerPublication, LayerVersion } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Clock } from "../machine/clock.js";

export interface PublishRequest {
  readonly lambda: Lambda;
  readonly publication: LayerPublication;
  /** Base64 SHA-256 of the zip, as AWS will compute it. */
  readonly codeSha256: string;
  /** Number of the newest version before this run, 0 when there is none. */
  readonly newest: number;
  /** Longest wait while AWS throttles, ms. */
  readonly waitMs: number;
  readonly clock: Clock;
}

const LOOK_FOR_MS = 15_000;
const ATTEMPTS = 3;

/**
 * Publishes a layer version. PublishLayerVersion knows no idempotency token and equal bytes make a new version, so after
 * an unclear answer AWS is asked for 15 s whether the version is there, before it is published again.
 */
export async function publishLayer(request: PublishRequest): Promise<LayerVersion> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await publishOnce(request);
    } catch (error) {
      if (!isUnclear(error)) {
        throw error;
      }
      const found = await findPublished(request);
      if (found !== undefined) {
        return found;
      }
      if (attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** One answer that is not a throttle: a throttled request had no effect and may be sent again. */
async function publishOnce(request: PublishRequest): Promise<LayerVersion> {
  const { lambda, publication, clock } = request;
  const deadline = clock.now() + request.waitMs;
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 20_000)) {
    try {
      const published = await lambda.publishLayerVersion(publication);
      return confirmed(published, published.codeSha256, request);
    } catch (error) {
      if (!isThrottled(error) || clock.now() + pause > deadline) {
        throw error;
      }
      await clock.sleep(pause);
    }
  }
}

async function findPublished(request: PublishRequest): Promise<LayerVersion | undefined> {
  const { lambda, publication, newest, clock } = request;
  const deadline = clock.now() + LOOK_FOR_MS;
  while (clock.now() < deadline) {
    const page = await firstPage(lambda, publication.layerName);
    const match = page.find((it) => it.version > newest && it.description === publication.description);
    if (match !== undefined) {
      return confirmed(match, (await lambda.getLayerVersion(match.arn)).codeSha256, request);
    }
    await clock.sleep(1_000);
  }
  return undefined;
}

function confirmed(version: LayerVersion, codeSha256: string, request: PublishRequest): LayerVersion {
  if (codeSha256 !== request.codeSha256) {
    throw new ActionError(`Layer version ${version.arn} does not hold the bytes that were sent.`, {
      hint: "Delete that layer version, since later runs would take it; the function was not changed. Who else writes to the bucket?",
      code: "layer-mismatch",
    });
  }
  return version;
}

async function firstPage(lambda: Lambda, layerName: string): Promise<readonly LayerVersion[]> {
  for await (const page of lambda.layerVersions(layerName)) {
    return page;
  }
  return [];
}
