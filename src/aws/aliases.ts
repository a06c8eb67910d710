import {
  type AliasConfiguration,
  CreateAliasCommand,
  GetAliasCommand,
  type LambdaClient,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";

export interface Alias {
  readonly arn: string;
  /** The version that it names; a second one with a weight is not told. */
  readonly version: string;
  readonly description: string;
  /** A part of the traffic goes to another version. */
  readonly weighted: boolean;
  readonly revisionId: string | undefined;
}

export interface AliasUpdate {
  readonly version: string;
  /** Undefined: stays. */
  readonly description: string | undefined;
  readonly revisionId: string | undefined;
}

/** The part of the Lambda API that is about a function's aliases. */
export interface AliasCalls {
  getAlias(name: string): Promise<Alias>;
  createAlias(name: string, version: string, description: string | undefined): Promise<Alias>;
  /** Points the alias at one version; a weighted second version is dropped. */
  updateAlias(name: string, update: AliasUpdate): Promise<Alias>;
}

export function aliasCalls(client: LambdaClient, FunctionName: string): AliasCalls {
  return {
    async getAlias(Name) {
      return alias(await client.send(new GetAliasCommand({ FunctionName, Name })));
    },
    async createAlias(Name, FunctionVersion, Description) {
      const command = new CreateAliasCommand({
        FunctionName,
        Name,
        FunctionVersion,
        ...(Description !== undefined && { Description }),
      });
      return alias(await client.send(command));
    },
    async updateAlias(Name, { version, description, revisionId }) {
      const command = new UpdateAliasCommand({
        FunctionName,
        Name,
        FunctionVersion: version,
        // Left out, old weights would stay and keep sending traffic to another version.
        RoutingConfig: { AdditionalVersionWeights: {} },
        ...(description !== undefined && { Description: description }),
        ...(revisionId !== undefined && { RevisionId: revisionId }),
      });
      return alias(await client.send(command));
    },
  };
}

function alias(reply: AliasConfiguration): Alias {
  return {
    arn: reply.AliasArn ?? "",
    version: reply.FunctionVersion ?? "",
    description: reply.Description ?? "",
    weighted: Object.keys(reply.RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0,
    revisionId: reply.RevisionId,
  };
}
