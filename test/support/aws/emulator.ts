import { randomInt } from "node:crypto";
import { type Call, recorder } from "./calls.ts";
import { type FaultRule, faults } from "./faults.ts";
import { type FrontRequest, startFront } from "./front.ts";
import { perform } from "./lambda/api.ts";
import type { Input } from "./lambda/input.ts";
import { locations } from "./lambda/locations.ts";
import { sandbox } from "./lambda/sandbox.ts";
import type { Answer, Scene } from "./lambda/scene.ts";
import type { Behaviour, Build, Failure, Region } from "./lambda/state.ts";
import { notAuthorized, serialization, unsigned } from "./lambda/texts.ts";
import { upstream } from "./moto-client.ts";
import { permissions } from "./policy.ts";
import { preparations } from "./preparations.ts";
import { s3 } from "./s3.ts";

export interface EmulatorOptions {
  readonly motoPort: number;
  /** Twelve digits; accounts do not see each other. A random one when not given. */
  readonly account?: string;
  readonly region?: string;
  /** How many reads of a function still show an accepted update as unfinished, 1 when not given. */
  readonly polls?: number;
}

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** Starts an AWS of its own on loopback: Lambda as AWS answers it, S3 and IAM by moto behind it. */
export async function startEmulator(options: EmulatorOptions) {
  const { motoPort, region: home = "eu-central-1", account = String(randomInt(1e11, 1e12)) } = options;
  const principal = `arn:aws:sts::${account}:assumed-role/deploy/session`;
  const behaviour: Behaviour = {
    polls: options.polls ?? 1,
    listingLag: 0,
    codeStorage: 322_122_547_200,
    codeSigningConfigs: [],
    deniedKeys: [],
    failures: [],
  };
  const moto = upstream(motoPort, account);
  const may = permissions();
  const storage = s3(moto, may, principal);
  const record = recorder();
  const injected = faults();
  const zips = locations();
  const unpacked = sandbox();
  const warm = new WeakSet<Build>();
  const regions = new Map<string, Region>();

  const stateOf = (region: string): Region => {
    const known = regions.get(region) ?? { functions: new Map(), layers: new Map() };
    regions.set(region, known);
    return known;
  };
  const sceneOf = (
    operation: string,
    region = home,
    body = 0,
    uploaded: (bytes: number) => void = () => {},
  ): Scene => ({
    operation,
    region,
    account,
    principal,
    behaviour,
    warm,
    uploaded,
    requestBytes: body,
    sandbox: unpacked,
    state: stateOf(region),
    authorize(action, resource) {
      if (!may.allows(action, resource)) throw notAuthorized(principal, action, resource);
    },
    location: (content, name) => zips.give(server.url, content, name),
    fetchObject: (object) => storage.read(region, object),
    roleExists: async (arn) =>
      (await moto.iam({ Action: "GetRole", RoleName: arn.split("/").at(-1) ?? "" })).status === 200,
  });

  async function answer(request: FrontRequest): Promise<Answer> {
    const { operation, method, url, headers, body } = request;
    switch (operation.service) {
      case "location":
        return zips.read(method, url, headers.range);
      case "lambda":
        return perform(sceneOf(operation.op, operation.region, body.length, request.uploaded), inputOf(request));
      case "s3":
        return storage.answer(request);
      case "iam":
      case "sts":
        return moto.send({ method, path: `${url.pathname}${url.search}`, headers, body });
      case "unknown":
        throw unsigned();
      default:
        throw operation.service satisfies never;
    }
  }

  const server = await startFront({ recorder: record, faults: injected, isLocation: zips.isLocation, answer });
  const credentials = { secret: "emulatorSecretAccessKey0123456789abcdefg", token: "emulatorSessionToken0123456789" };

  return {
    ...preparations(sceneOf, moto),
    url: server.url,
    account,
    region: home,
    /** For a child process: credentials, Region and the address of this AWS. */
    env: {
      AWS_ENDPOINT_URL: server.url,
      AWS_ACCESS_KEY_ID: "ASIAEMULATORACCESSKEY",
      AWS_SECRET_ACCESS_KEY: credentials.secret,
      AWS_SESSION_TOKEN: credentials.token,
      AWS_REGION: home,
      AWS_EC2_METADATA_DISABLED: "true",
    },
    /** How Lambda behaves; may be changed at any time. */
    behaviour,
    calls: record.calls as readonly Call[],
    count: record.count,
    summary: record.summary,
    uploadedBytes: record.uploadedBytes,
    resetCalls: record.reset,
    fault: (rule: FaultRule) => injected.add(rule),
    clearFaults: injected.clear,
    /** From now on an action like `lambda:GetFunction` is refused. */
    deny: may.deny,
    /** From now on only what this IAM policy allows is allowed. */
    allowOnly: may.allowOnly,
    /** The next update of the function (of any when not named) is accepted and ends as Failed. */
    failNextUpdate: (failure: Failure, functionName?: string) =>
      void behaviour.failures.push({ failure, functionName }),
    /** What must be in no output: the secret parts of credentials and of presigned URLs. */
    secrets: () => [credentials.secret, credentials.token, ...zips.secrets()],
    /** Ends the validity of all presigned URLs given so far. */
    expireLocations: zips.expire,

    /** Makes a bucket in a Region, by default the emulator's; gives its name. Names are unique over all accounts. */
    async createBucket(name: string, { region = home, versioned = false } = {}): Promise<string> {
      await storage.createBucket(name, region, versioned);
      return name;
    },

    async stop(): Promise<void> {
      await server.stop();
      await unpacked.remove();
    },
  };
}

function inputOf({ operation, headers, body }: FrontRequest): Input {
  if (operation.op !== "Invoke") return { ...operation.input, ...jsonOf(body) };
  const header = (name: string) => headers[name] as string | undefined;
  return {
    ...operation.input,
    Payload: body,
    InvocationType: header("x-amz-invocation-type"),
    LogType: header("x-amz-log-type"),
  };
}

function jsonOf(body: Buffer): Input {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString()) as Input;
  } catch {
    throw serialization();
  }
}
