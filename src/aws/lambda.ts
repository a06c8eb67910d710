import {
  CreateFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  type Runtime,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import type { FunctionSettings } from "../function/settings.js";
import type { Architecture } from "../layer/target.js";
import { type AliasCalls, aliasCalls } from "./aliases.js";
import { type CallLog, REQUEST_HANDLER, watchCalls } from "./client.js";
import { withoutSecrets } from "./failure.js";
import { type FunctionState, functionState, type PublishedVersion, publishedVersion } from "./function-state.js";
import { type LayerCalls, layerCalls } from "./layers.js";
import { settingFields } from "./settings.js";
import { type SideSettingCalls, sideSettingCalls } from "./side-settings.js";
import { inlineBytes, type ZipContent, zipFields } from "./zip-fields.js";

export type { AttachedLayer, FunctionState, PublishedVersion, Readiness } from "./function-state.js";
export type { LayerPublication, LayerVersion } from "./layers.js";
export type { ZipContent } from "./zip-fields.js";

export interface ConfigurationUpdate {
  readonly layers: readonly string[] | undefined;
  readonly runtime: string | undefined;
  readonly settings: FunctionSettings;
  readonly revisionId: string | undefined;
}

export interface CodeUpdate {
  readonly content: ZipContent;
  readonly architecture: Architecture | undefined;
  /** ARN of the key that encrypts the zip; empty: Lambda's own. */
  readonly sourceKmsKey: string;
  readonly revisionId: string | undefined;
}

export interface FunctionCreation {
  readonly settings: FunctionSettings;
  readonly runtime: string;
  readonly architecture: Architecture;
  readonly layers: readonly string[];
  readonly content: ZipContent;
  readonly sourceKmsKey: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly codeSigningConfig: string | undefined;
}

export interface VersionPublication {
  readonly codeSha256: string;
  readonly revisionId: string | undefined;
  readonly description: string;
}

/** The Lambda API, as far as a deploy needs it. Every method throws the SDK's errors. */
export interface Lambda extends AliasCalls, LayerCalls, SideSettingCalls {
  /** $LATEST, or what an alias or a version number names. */
  getFunction(qualifier?: string): Promise<FunctionState>;
  getVersion(version: string): Promise<PublishedVersion>;
  /** Everything of a new function in one call; it is Pending afterwards. */
  createFunction(creation: FunctionCreation): Promise<void>;
  updateConfiguration(update: ConfigurationUpdate): Promise<void>;
  /** Returns the codeSha256 that AWS computed. */
  updateCode(update: CodeUpdate): Promise<string>;
  publishVersion(publication: VersionPublication): Promise<PublishedVersion>;
}

/** The Lambda API for one function. `functionName` is a name, partial ARN or ARN. */
export function connectLambda(region: string, functionName: string, log: CallLog): Lambda {
  const client = new LambdaClient({ region, requestHandler: REQUEST_HANDLER });
  watchCalls(client, log);
  const once = () => {
    const { credentials } = client.config;
    const single = new LambdaClient({ region, maxAttempts: 1, requestHandler: REQUEST_HANDLER, credentials });
    watchCalls(single, log);
    return single;
  };
  const FunctionName = functionName;

  return {
    ...aliasCalls(client, functionName),
    ...layerCalls(client, once, log),
    ...sideSettingCalls(client, functionName),
    async getFunction(Qualifier) {
      const command = new GetFunctionCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) });
      return functionState(await client.send(command));
    },
    async getVersion(version) {
      const reply = await client.send(new GetFunctionCommand({ FunctionName, Qualifier: version }));
      return publishedVersion(reply.Configuration ?? {});
    },
    async createFunction({ settings, runtime, architecture, layers, content, sourceKmsKey, ...side }) {
      const command = new CreateFunctionCommand({
        FunctionName,
        ...settingFields(settings),
        Role: settings.role,
        Runtime: runtime as Runtime,
        Architectures: [architecture],
        Layers: [...layers],
        Code: { ...zipFields(content), ...(sourceKmsKey !== "" && { SourceKMSKeyArn: sourceKmsKey }) },
        Tags: side.tags,
        ...(side.codeSigningConfig !== undefined && { CodeSigningConfigArn: side.codeSigningConfig }),
      });
      await withoutSecrets(secretsOf(settings), () => client.send(command));
      log.uploaded(inlineBytes(content));
    },
    async updateConfiguration({ layers, runtime, settings, revisionId }) {
      const command = new UpdateFunctionConfigurationCommand({
        FunctionName,
        ...settingFields(settings),
        ...(layers && { Layers: [...layers] }),
        ...(runtime !== undefined && { Runtime: runtime as Runtime }),
        ...(revisionId !== undefined && { RevisionId: revisionId }),
      });
      await withoutSecrets(secretsOf(settings), () => client.send(command));
    },
    async updateCode({ content, architecture, sourceKmsKey, revisionId }) {
      const command = new UpdateFunctionCodeCommand({
        FunctionName,
        ...zipFields(content),
        // Left out, Lambda would go back to a key of its own.
        ...(sourceKmsKey !== "" && { SourceKMSKeyArn: sourceKmsKey }),
        ...(architecture && { Architectures: [architecture] }),
        ...(revisionId !== undefined && { RevisionId: revisionId }),
      });
      const reply = await client.send(command);
      log.uploaded(inlineBytes(content));
      return reply.CodeSha256 ?? "";
    },
    async publishVersion({ codeSha256, revisionId, description }) {
      const reply = await client.send(
        new PublishVersionCommand({
          FunctionName,
          CodeSha256: codeSha256,
          ...(description !== "" && { Description: description }),
          ...(revisionId !== undefined && { RevisionId: revisionId }),
        }),
      );
      return publishedVersion(reply);
    },
  };
}

/** AWS repeats environment values in its refusals. */
function secretsOf({ environment }: FunctionSettings): readonly string[] {
  return Object.values(environment ?? {});
}
