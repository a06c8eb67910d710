import {
  GetFunctionCodeSigningConfigCommand,
  type LambdaClient,
  PutFunctionCodeSigningConfigCommand,
  TagResourceCommand,
} from "@aws-sdk/client-lambda";

/** What belongs to the function as a whole and to none of its versions; each has calls of its own. */
export interface SideSettingCalls {
  /** Sets these tags; others stay. */
  setTags(functionArn: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /** ARN of the function's code signing configuration; undefined when it has none. */
  codeSigningConfig(): Promise<string | undefined>;
  setCodeSigningConfig(arn: string): Promise<void>;
}

export function sideSettingCalls(client: LambdaClient, FunctionName: string): SideSettingCalls {
  return {
    async setTags(Resource, tags) {
      await client.send(new TagResourceCommand({ Resource, Tags: tags }));
    },
    async codeSigningConfig() {
      const reply = await client.send(new GetFunctionCodeSigningConfigCommand({ FunctionName }));
      return reply.CodeSigningConfigArn || undefined;
    },
    async setCodeSigningConfig(CodeSigningConfigArn) {
      await client.send(new PutFunctionCodeSigningConfigCommand({ FunctionName, CodeSigningConfigArn }));
    },
  };
}
