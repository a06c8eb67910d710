import { checkArchitectures, describe, settingsAfter } from "./configuration.ts";
import { checkCombinedSize, takeContent } from "./content.ts";
import type { Input } from "./input.ts";
import { layersToAttach } from "./layers.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import { accept, checkWritable } from "./progress.ts";
import type { Answer, Scene } from "./scene.ts";
import type { Build, LambdaFunction } from "./state.ts";
import { CONFIGURATION_LIMIT, imageNeedsUri, requestTooLarge, zipTakesNoUri } from "./texts.ts";
import { publish } from "./versions.ts";

export async function updateFunctionCode(scene: Scene, input: Input): Promise<Answer> {
  const target = toWrite(scene, input, "lambda:UpdateFunctionCode");
  const { settings } = target.latest.build;
  const isImage = settings.PackageType === "Image";
  if (isImage && input.ImageUri === undefined) throw imageNeedsUri();
  if (!isImage && input.ImageUri !== undefined) throw zipTakesNoUri();
  if (input.Architectures !== undefined) checkArchitectures(input.Architectures);
  const content = isImage ? undefined : await takeContent(scene, input);
  checkWritable(target, input);
  checkCombinedSize(content, target.latest.build.layers);
  const build: Build = {
    ...target.latest.build,
    settings: {
      ...settings,
      ...(input.Architectures && { Architectures: input.Architectures }),
      ...(isImage && { ImageUri: input.ImageUri }),
    },
    content,
    // [?] Without it Lambda's own key is used again, whatever was before: the documentation names no other rule.
    sourceKmsKey: input.SourceKMSKeyArn,
  };
  if (input.DryRun) return { status: 200, json: describe(target, { ...target.latest, build }, undefined) };
  accept(target, build, scene.behaviour);
  if (!input.Publish) return { status: 200, json: describe(target, target.latest, undefined) };
  // [rec] test_publish_with_update: the version is shown, Pending, while $LATEST is InProgress.
  const version = publish(target, "");
  return { status: 200, json: describe(target, version, version.version) };
}

export function updateFunctionConfiguration(scene: Scene, input: Input): Answer {
  const target = toWrite(scene, input, "lambda:UpdateFunctionConfiguration");
  if (input.Role !== undefined) scene.authorize("iam:PassRole", input.Role);
  if (scene.requestBytes > CONFIGURATION_LIMIT) throw requestTooLarge(scene.operation, CONFIGURATION_LIMIT);
  const before = target.latest.build;
  const settings = settingsAfter(before.settings, input);
  checkWritable(target, input);
  const layers = input.Layers === undefined ? before.layers : layersToAttach(scene, input.Layers, before.layers);
  checkCombinedSize(before.content, layers);
  accept(target, { ...before, settings, layers }, scene.behaviour);
  return { status: 200, json: describe(target, target.latest, undefined) };
}

function toWrite(scene: Scene, input: Input, action: string): LambdaFunction {
  const asked = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize(action, asked.arn);
  return findFunction(scene.state, asked);
}
