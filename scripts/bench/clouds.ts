import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { recorder } from "../../test/support/aws/calls.ts";
import { type Emulator, startEmulator } from "../../test/support/aws/emulator.ts";
import { faults } from "../../test/support/aws/faults.ts";
import { type FrontRequest, startFront } from "../../test/support/aws/front.ts";
import type { Answer } from "../../test/support/aws/lambda/scene.ts";
import { type Moto, startMoto } from "../../test/support/aws/moto.ts";
import { upstream } from "../../test/support/aws/moto-client.ts";
import { rawZip } from "../../test/support/raw-archives.ts";
import type { Lab } from "./lab.ts";
import type { Sample } from "./measure.ts";
import type { RequirementSet } from "./sets.ts";

/** An AWS that counts. */
export interface Cloud {
  readonly env: Readonly<Record<string, string>>;
  /** Forgets the calls so far. */
  forget(): void;
  /** Calls and bytes since then. */
  seen(): Pick<Sample, "calls" | "operations" | "sent">;
  stop(): Promise<void>;
}

export interface Lambda extends Cloud {
  readonly aws: Emulator;
}

/** The code of the function; each change is another line at its end. */
export function code(change = 0): string {
  return `def handler(event, context):\n    return {"statusCode": 200, "body": "ok"}\n${"# changed\n".repeat(change)}`;
}

/** Our emulator with the function `fn`, which has some other code, ready after every update at once. */
export async function lambdaCloud(lab: Lab, { architecture }: RequirementSet): Promise<Lambda> {
  const aws = await startEmulator({ motoPort: lab.motoPort, polls: 0 });
  const zip = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return None\n" }]);
  const runtime = `python${lab.minor}`;
  await aws.createFunction({ name: "fn", zip, handler: "app.handler", runtime, architecture });
  return { ...counted(aws), aws, env: aws.env, stop: aws.stop };
}

let motoOfStacks: Promise<Moto> | undefined;

export interface StackCloud extends Cloud {
  readonly bucket: string;
  /** The largest object of the bucket. */
  largest(): Promise<Buffer>;
}

/** moto's CloudFormation, S3 and Lambda in an account of its own, with a bucket for deployments. */
export async function stackCloud(lab: Lab): Promise<StackCloud> {
  const { cloud } = lab.peers;
  if ("missing" in cloud) throw new Error(`there is no CloudFormation: ${cloud.missing}`);
  motoOfStacks ??= startStackMoto(join(cloud.directory, "bin", "python"));
  const account = String(randomInt(1e11, 1e12));
  const moto = upstream((await motoOfStacks).port, account);
  const record = recorder();
  const answer = async ({ operation, method, url, headers, body }: FrontRequest): Promise<Answer> => {
    const reply = await moto.send({ method, path: `${url.pathname}${url.search}`, headers, body });
    return operation.op === "GetFunction" ? justModified(reply) : reply;
  };
  const front = await startFront({ recorder: record, faults: faults(), isLocation: () => false, answer });
  const bucket = `bench-${account}`;
  const location =
    "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>";
  await moto.s3("PUT", `/${bucket}`, "eu-central-1", location);
  return {
    ...counted({ calls: record.calls, summary: record.summary, resetCalls: record.reset }),
    bucket,
    env: {
      // By name, because botocore then puts the bucket into the path.
      AWS_ENDPOINT_URL: front.url.replace("127.0.0.1", "localhost"),
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      AWS_REGION: "eu-central-1",
      AWS_DEFAULT_REGION: "eu-central-1",
      AWS_EC2_METADATA_DISABLED: "true",
      BUCKET: bucket,
    },
    async largest() {
      const list = String((await moto.s3("GET", `/${bucket}?list-type=2`, "eu-central-1")).body);
      const keys = [...list.matchAll(/<Key>(.*?)<\/Key>.*?<Size>(\d+)<\/Size>/gs)];
      const [largest] = keys.sort((one, other) => Number(other[2]) - Number(one[2]));
      return (await moto.s3("GET", `/${bucket}/${largest?.[1]}`, "eu-central-1")).body as Buffer;
    },
    stop: front.stop,
  };
}

async function startStackMoto(python: string): Promise<Moto> {
  return startMoto({
    python,
    prelude: await readFile(join(import.meta.dirname, "programs", "cloudformation.py"), "utf8"),
  });
}

/** Ends what `stackCloud` started beside the clouds. */
export async function stopStacks(): Promise<void> {
  await (await motoOfStacks?.catch(() => undefined))?.stop();
}

// On AWS an update by CloudFormation is one of the function; moto leaves the time of its creation.
function justModified(reply: Answer): Answer {
  if (reply.status !== 200 || reply.body === undefined) return reply;
  const json = JSON.parse(reply.body.toString()) as { Configuration?: { LastModified?: string } };
  if (json.Configuration === undefined) return reply;
  json.Configuration.LastModified = new Date().toISOString().replace("Z", "+0000");
  const { "content-length": _length, ...headers } = reply.headers ?? {};
  return { status: 200, headers, body: Buffer.from(JSON.stringify(json)) };
}

function counted({
  calls,
  summary,
  resetCalls,
}: Pick<Emulator, "calls" | "summary" | "resetCalls">): Pick<Cloud, "forget" | "seen"> {
  return {
    forget: resetCalls,
    seen: () => ({
      calls: calls.length,
      operations: summary(),
      sent: calls.reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  };
}
