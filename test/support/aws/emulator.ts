import { randomInt } from "node:crypto";
import type { Call } from "./calls.ts";
import { recorder } from "./calls.ts";
import { type FaultRule, faults } from "./faults.ts";
import { type FrontRequest, startFront } from "./front.ts";
import { perform } from "./lambda/api.ts";
import type { Input } from "./lambda/input.ts";
import { locations } from "./lambda/locations.ts";
import { sandbox } from "./lambda/sandbox.ts";
import type { Answer, Scene } from "./lambda/scene.ts";
import type { Behaviour, Build, Failure, Region } from "./lambda/state.ts";
import { AwsError, notAuthorized, unsigned } from "./lambda/texts.ts";
import type { Operation } from "./operations.ts";
import { callIam, callS3, readObject, refusedBody, upstream } from "./storage.ts";

export interface EmulatorOptions {
  readonly motoPort: number;
  /** Twelve digits; accounts do not see each other. A random one when not given. */
  readonly account?: string;
  readonly region?: string;
  /** How many reads of a function still show an accepted update as unfinished, 1 when not given. */
  readonly polls?: number;
}

export interface NewFunction {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly runtime?: string;
  readonly architecture?: string;
  readonly handler?: string;
  readonly layers?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** Starts an AWS of its own on loopback: Lambda as AWS answers it, S3 and IAM by moto behind it. */
export async function startEmulator(options: EmulatorOptions) {
  const { motoPort, region: home = "eu-central-1", account = String(randomInt(1e11, 1e12)) } = options;
  const principal = `arn:aws:sts::${account}:assumed-role/deploy/session`;
  const credentials = {
    id: "ASIAEMULATORACCESSKEY",
    secret: "emulatorSecretAccessKey0123456789abcdefg",
    token: "emulatorSessionToken0123456789",
  };
  const moto = upstream(motoPort, account);
  const record = recorder();
  const injected = faults();
  const zips = locations();
  const unpacked = sandbox();
  const warm = new WeakSet<Build>();
  const denied = new Set<string>();
  const regions = new Map<string, Region>();
  const behaviour: Behaviour = { polls: options.polls ?? 1, listingLag: 0, failures: [] };

  const stateOf = (region: string): Region => {
    const known = regions.get(region) ?? { functions: new Map(), layers: new Map() };
    regions.set(region, known);
    return known;
  };
  const authorize = (action: string, resource: string) => {
    if (denied.has(action)) throw notAuthorized(principal, action, resource);
  };
  const sceneOf = (operation: string, region: string, requestBytes: number): Scene => ({
    operation,
    region,
    account,
    principal,
    requestBytes,
    behaviour,
    state: stateOf(region),
    authorize,
    location: (content, name) => zips.give(server.url, content, name),
    fetchObject: (object) => readObject(moto, object),
    roleExists: async (arn) =>
      (await callIam(moto, { Action: "GetRole", RoleName: arn.split("/").at(-1) ?? "" })) === 200,
    sandbox: unpacked,
    warm,
  });

  async function answer({ operation, method, url, headers, body }: FrontRequest): Promise<Answer> {
    switch (operation.service) {
      case "location":
        return zips.read(method, url, headers.range);
      case "lambda":
        return perform(sceneOf(operation.op, operation.region, body.length), inputOf(operation, headers, body));
      case "s3":
      case "iam":
      case "sts": {
        const request = { method, path: `${url.pathname}${url.search}`, headers, body };
        return refusedBody(request) ?? moto.send(request);
      }
      case "unknown":
        throw unsigned();
      default:
        throw operation.service satisfies never;
    }
  }

  const server = await startFront({ recorder: record, faults: injected, isLocation: zips.isLocation, answer });
  // The tests' own preparations: the same operations, with nobody counting, denying or polling.
  const prepare = async (operation: string, input: Input, region = home) => {
    const scene = {
      ...sceneOf(operation, region, 0),
      authorize: () => {},
      behaviour: { ...behaviour, polls: 0, failures: [] },
    };
    return (await perform(scene, input)).json as Record<string, unknown>;
  };

  return {
    url: server.url,
    account,
    region: home,
    /** For a child process: credentials, Region and the address of this AWS. */
    env: {
      AWS_ENDPOINT_URL: server.url,
      AWS_ACCESS_KEY_ID: credentials.id,
      AWS_SECRET_ACCESS_KEY: credentials.secret,
      AWS_SESSION_TOKEN: credentials.token,
      AWS_REGION: home,
      AWS_EC2_METADATA_DISABLED: "true",
    },
    behaviour,
    calls: record.calls as readonly Call[],
    count: record.count,
    summary: record.summary,
    resetCalls: record.reset,
    fault: (rule: FaultRule) => injected.add(rule),
    clearFaults: injected.clear,
    deny: (action: string) => void denied.add(action),
    /** The next update of the function (of any when not named) is accepted and ends as Failed. */
    failNextUpdate: (failure: Failure, functionName?: string) =>
      void behaviour.failures.push({ failure, functionName }),
    /** What must be in no output: the secret parts of credentials and of presigned URLs. */
    secrets: () => [credentials.secret, credentials.token, ...zips.secrets()],
    expireLocations: zips.expire,

    async createBucket(name: string, { region = home, versioned = false } = {}): Promise<string> {
      const place =
        region === "us-east-1"
          ? ""
          : `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
      await expectOk(callS3(moto, "PUT", `/${name}`, region, place));
      const enabled = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
      if (versioned) await expectOk(callS3(moto, "PUT", `/${name}?versioning`, region, enabled));
      return name;
    },

    /** Makes a function and its role, ready to use; gives its ARN. */
    async createFunction(wanted: NewFunction): Promise<string> {
      await callIam(moto, { Action: "CreateRole", RoleName: "lambda", AssumeRolePolicyDocument: "{}" });
      const created = await prepare("CreateFunction", {
        FunctionName: wanted.name,
        Role: `arn:aws:iam::${account}:role/lambda`,
        Runtime: wanted.runtime ?? "python3.11",
        Handler: wanted.handler ?? "lambda_function.lambda_handler",
        Architectures: [wanted.architecture ?? "x86_64"],
        Code: { ZipFile: Buffer.from(wanted.zip).toString("base64") },
        ...(wanted.layers && { Layers: wanted.layers }),
        ...(wanted.environment && { Environment: { Variables: wanted.environment } }),
      });
      await prepare("GetFunction", { FunctionName: wanted.name });
      return String(created.FunctionArn);
    },

    async stop(): Promise<void> {
      await server.stop();
      await unpacked.remove();
    },
  };
}

async function expectOk(status: Promise<number>): Promise<void> {
  if ((await status) >= 300) throw new Error(`moto answered ${await status}`);
}

function inputOf(operation: Operation, headers: FrontRequest["headers"], body: Buffer): Input {
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
    throw new AwsError(400, "SerializationException", "Could not parse request body into json.");
  }
}
