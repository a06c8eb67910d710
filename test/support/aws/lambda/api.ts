// AWS Lambda's control plane. The state is kept here and not in moto: of moto 5.2's Lambda nearly every answer that
// matters to a deployment is another than AWS's (no states, no RevisionId, no limits, no paging, no Locations, layers not
// checked, …), so patching its answers would take more code than giving them, and hide what is whose. S3 and IAM are moto's.
import * as aliases from "./aliases.ts";
import * as codeSigning from "./code-signing.ts";
import * as functions from "./functions.ts";
import type { Input } from "./input.ts";
import { invoke } from "./invoke.ts";
import * as layers from "./layers.ts";
import type { Answer, Scene } from "./scene.ts";
import * as tags from "./tags.ts";
import { notEmulated } from "./texts.ts";
import * as updates from "./updates.ts";
import * as versions from "./versions.ts";

const HANDLERS: Readonly<Record<string, (scene: Scene, input: Input) => Answer | Promise<Answer>>> = {
  CreateFunction: functions.createFunction,
  GetFunction: functions.getFunction,
  GetFunctionConfiguration: functions.getFunctionConfiguration,
  DeleteFunction: functions.deleteFunction,
  ListFunctions: functions.listFunctions,
  GetAccountSettings: functions.getAccountSettings,
  UpdateFunctionCode: updates.updateFunctionCode,
  UpdateFunctionConfiguration: updates.updateFunctionConfiguration,
  PublishVersion: versions.publishVersion,
  ListVersionsByFunction: versions.listVersionsByFunction,
  CreateAlias: aliases.createAlias,
  UpdateAlias: aliases.updateAlias,
  GetAlias: aliases.getAlias,
  DeleteAlias: aliases.deleteAlias,
  ListAliases: aliases.listAliases,
  PublishLayerVersion: layers.publishLayerVersion,
  ListLayerVersions: layers.listLayerVersions,
  ListLayers: layers.listLayers,
  GetLayerVersion: layers.getLayerVersion,
  GetLayerVersionByArn: layers.getLayerVersionByArn,
  DeleteLayerVersion: layers.deleteLayerVersion,
  AddLayerVersionPermission: layers.addLayerVersionPermission,
  GetLayerVersionPolicy: layers.getLayerVersionPolicy,
  RemoveLayerVersionPermission: layers.removeLayerVersionPermission,
  ListTags: tags.listTags,
  TagResource: tags.tagResource,
  UntagResource: tags.untagResource,
  GetFunctionCodeSigningConfig: codeSigning.getFunctionCodeSigningConfig,
  PutFunctionCodeSigningConfig: codeSigning.putFunctionCodeSigningConfig,
  Invoke: invoke,
};

/** Carries out one operation. Throws an AwsError when AWS would refuse it. */
export async function perform(scene: Scene, input: Input): Promise<Answer> {
  const handler = HANDLERS[scene.operation];
  if (handler === undefined) throw notEmulated(scene.operation);
  return handler(scene, input);
}
