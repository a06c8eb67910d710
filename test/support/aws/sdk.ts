import { LambdaClient, type LambdaClientConfig } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import type { Emulator } from "./emulator.ts";

const settings = ({ url, region, env }: Emulator) => ({
  endpoint: url,
  region,
  credentials: {
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
    sessionToken: env.AWS_SESSION_TOKEN,
  },
});

/** The real SDK, as a caller of the emulator. */
export const lambdaOf = (aws: Emulator, more: LambdaClientConfig = {}) =>
  new LambdaClient({ ...settings(aws), ...more });
export const s3Of = (aws: Emulator, region = aws.region) => new S3Client({ ...settings(aws), region });

export interface Refusal {
  readonly name: string;
  readonly text: string;
  readonly status: number | undefined;
}

/** What the SDK made of a refusal. Throws when there was none. */
export async function refusal(sent: Promise<unknown>): Promise<Refusal> {
  const outcome = await sent.then(
    (answer) => new Error(`Not refused: ${JSON.stringify(answer)}`),
    (error: Error & { $metadata?: { httpStatusCode?: number } }) => error,
  );
  if (!("$metadata" in outcome)) throw outcome;
  return { name: outcome.name, text: outcome.message, status: outcome.$metadata?.httpStatusCode };
}
