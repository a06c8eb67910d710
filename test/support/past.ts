import { CreateAliasCommand, PublishVersionCommand } from "@aws-sdk/client-lambda";
import type { Emulator } from "./aws/emulator.ts";
import { lambdaOf } from "./aws/sdk.ts";
import { rawZip } from "./raw-archives.ts";
import type { Stage } from "./stage.ts";
import { createWorkspace, type Files } from "./workspace.ts";

/** Code and layer as a deploy left them, to be put into other accounts without another deploy. */
export interface Past {
  readonly zip: Buffer;
  readonly layer: ReturnType<Emulator["layerVersions"]>[number];
}

export interface Content {
  readonly code: string;
  readonly dep: string;
}

/** What is live in the past. */
export const OLD: Content = { code: "old", dep: "1.0" };

/** A function that answers which code and which dependency it runs, also to HTTP. */
export function filesOf({ code, dep }: Content): Files {
  const answer = `{'statusCode': 200, 'code': '${code}', 'dep': dep.VERSION}`;
  return {
    "app.py": `import dep\ndef handler(event, context):\n    return ${answer}\n`,
    "requirements.txt": `dep==${dep}\n`,
  };
}

/** Deploys `OLD` once. */
export async function makePast(stage: Stage, name: string): Promise<Past> {
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
  const workspace = await createWorkspace({ files: filesOf(OLD) });
  const run = await stage.run(workspace, { "function-name": name });
  const [layer] = stage.aws.layerVersions(`${name}-dependencies`);
  if (layer === undefined) throw new Error(`There is no past:\n${run.stdout}`);
  return { zip: (await stage.aws.getFunction(name)).zip, layer };
}

/** Makes the function in this AWS as it was after that deploy. */
export async function restorePast(aws: Emulator, name: string, { zip, layer }: Past): Promise<void> {
  const arn = await aws.publishLayer({ ...layer, name: `${name}-dependencies` });
  await aws.createFunction({ name, zip, handler: "app.handler", layers: [arn] });
}

/** Publishes what the function is now; with an alias, that names the version. */
export async function publish(aws: Emulator, name: string, alias?: string): Promise<void> {
  const client = lambdaOf(aws);
  const { Version } = await client.send(new PublishVersionCommand({ FunctionName: name }));
  if (alias !== undefined) {
    await client.send(new CreateAliasCommand({ FunctionName: name, Name: alias, FunctionVersion: Version }));
  }
}
