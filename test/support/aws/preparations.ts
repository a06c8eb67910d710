import { perform } from "./lambda/api.ts";
import type { Input } from "./lambda/input.ts";
import { layerArn } from "./lambda/names.ts";
import type { Scene } from "./lambda/scene.ts";
import type { Region } from "./lambda/state.ts";
import type { Upstream } from "./moto-client.ts";

export interface NewFunction {
  readonly name: string;
  /** The code; a function of a container image has `imageUri` instead. */
  readonly zip?: Uint8Array;
  readonly imageUri?: string;
  readonly runtime?: string;
  readonly architecture?: string;
  readonly handler?: string;
  readonly layers?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface NewLayer {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly description?: string;
  readonly runtimes?: readonly string[];
  readonly architectures?: readonly string[];
}

export type Json = Readonly<Record<string, unknown>>;

/** What tests do to the emulated AWS without being its caller: nothing of it is counted, refused or waited for. */
export function preparations(sceneOf: (operation: string) => Scene, moto: Upstream) {
  const carryOut = async (operation: string, input: Input, changes: Partial<Scene> = {}) => {
    const scene = { ...sceneOf(operation), authorize: () => {}, ...changes };
    const quiet = { ...scene, behaviour: { ...scene.behaviour, polls: 0, listingLag: 0, failures: [] } };
    return (await perform(quiet, input)).json as Json;
  };
  const state = (): Region => sceneOf("").state;
  const find = (name: string) => {
    const found = state().functions.get(name);
    if (found === undefined) throw new Error(`The emulator has no function ${name}.`);
    return found;
  };
  const base64 = (zip: Uint8Array) => Buffer.from(zip).toString("base64");
  // An update with nobody waiting: the first read finishes it.
  const finish = (name: string) => carryOut("GetFunctionConfiguration", { FunctionName: name });

  async function publishLayer(
    { name, zip, description, runtimes, architectures }: NewLayer,
    changes: Partial<Scene> = {},
  ) {
    const published = await carryOut(
      "PublishLayerVersion",
      {
        LayerName: name,
        Content: { ZipFile: base64(zip) },
        ...(description !== undefined && { Description: description }),
        ...(runtimes && { CompatibleRuntimes: runtimes }),
        ...(architectures && { CompatibleArchitectures: architectures }),
      },
      changes,
    );
    return String(published.LayerVersionArn);
  }

  return {
    /** Makes a function and its role, ready to use; gives its ARN. */
    async createFunction(wanted: NewFunction): Promise<string> {
      await moto.iam({ Action: "CreateRole", RoleName: "lambda", AssumeRolePolicyDocument: "{}" });
      const code =
        wanted.imageUri === undefined
          ? {
              Runtime: wanted.runtime ?? "python3.11",
              Handler: wanted.handler ?? "lambda_function.lambda_handler",
              Code: { ZipFile: base64(wanted.zip ?? new Uint8Array()) },
            }
          : { PackageType: "Image", Code: { ImageUri: wanted.imageUri } };
      const created = await carryOut("CreateFunction", {
        ...code,
        FunctionName: wanted.name,
        Role: `arn:aws:iam::${sceneOf("").account}:role/lambda`,
        Architectures: [wanted.architecture ?? "x86_64"],
        ...(wanted.layers && { Layers: wanted.layers }),
        ...(wanted.environment && { Environment: { Variables: wanted.environment } }),
      });
      await finish(wanted.name);
      return String(created.FunctionArn);
    },

    /** What a function is now, with its code's zip; reading it here does not let time pass. */
    async getFunction(
      name: string,
      qualifier = "$LATEST",
    ): Promise<{ readonly configuration: Json; readonly zip: Buffer }> {
      const { latest, versions } = find(name);
      const version = qualifier === "$LATEST" ? latest : versions.get(qualifier);
      const before = version && { ...version, status: { ...version.status } };
      const shown = await carryOut("GetFunctionConfiguration", { FunctionName: name, Qualifier: qualifier });
      if (version !== undefined && before !== undefined) Object.assign(version, before);
      return { configuration: shown, zip: version?.build.content?.zip ?? Buffer.alloc(0) };
    },

    /** Changes the function's configuration as somebody else's finished update. */
    async updateFunction(name: string, input: Input): Promise<void> {
      await carryOut("UpdateFunctionConfiguration", { ...input, FunctionName: name });
      await finish(name);
    },

    /** Publishes a layer version of this account; gives its ARN. */
    publishLayer: (layer: NewLayer) => publishLayer(layer),

    /** Publishes a layer version of another account, readable and attachable by everyone unless `shared` is false; gives its ARN. */
    async publishForeignLayer({
      account = "999999999999",
      shared = true,
      ...layer
    }: NewLayer & { account?: string; shared?: boolean }) {
      const arn = await publishLayer(layer, { account });
      const permission = { LayerName: layer.name, VersionNumber: arn.split(":").at(-1) ?? "", StatementId: "all" };
      if (shared)
        await carryOut(
          "AddLayerVersionPermission",
          { ...permission, Principal: "*", Action: "lambda:GetLayerVersion" },
          { account },
        );
      return arn;
    },

    /** Deletes a layer version; functions that have it keep it. */
    async deleteLayer(arn: string): Promise<void> {
      const number = arn.split(":").at(-1) ?? "";
      await carryOut("DeleteLayerVersion", { LayerName: arn.slice(0, -number.length - 1), VersionNumber: number });
    },

    /** The versions of a layer of this account, oldest first, with their zips. */
    layerVersions(name: string) {
      const layer = state().layers.get(layerArn(sceneOf(""), name));
      return [...(layer?.versions.values() ?? [])].map(
        ({ arn, number, description, content: { zip, codeSha256 } }) => ({
          arn,
          number,
          description,
          zip,
          codeSha256,
        }),
      );
    },

    /** Makes a function busy with somebody else's update for this many reads. */
    makeBusy(name: string, polls: number): void {
      find(name).latest.status = { is: "updating", pollsLeft: polls, failure: undefined };
    },

    /** Makes a function Inactive, as AWS does with one that was not invoked for weeks. */
    makeInactive(name: string): void {
      find(name).latest.status = { is: "inactive" };
    },
  };
}
