import { checkCodeSigningConfig } from "./code-signing.ts";
import { describe, describeListed, settingsOfNew } from "./configuration.ts";
import { checkCombinedSize, storedBytes, takeContent } from "./content.ts";
import type { Input } from "./input.ts";
import { layersToAttach } from "./layers.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import { page } from "./page.ts";
import { observe, plannedFailure } from "./progress.ts";
import type { Answer, Scene } from "./scene.ts";
import type { Build, LambdaFunction } from "./state.ts";
import * as texts from "./texts.ts";
import { newVersion, publish, resolve } from "./versions.ts";

export async function createFunction(scene: Scene, input: Input): Promise<Answer> {
  const { name, arn } = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize("lambda:CreateFunction", arn);
  scene.authorize("iam:PassRole", input.Role ?? "");
  const settings = settingsOfNew(name, input);
  if (!(await scene.roleExists(input.Role ?? ""))) throw texts.roleNotAssumable();
  const isImage = settings.PackageType === "Image";
  const content = isImage ? undefined : await takeContent(scene, input.Code ?? {});
  if (scene.state.functions.has(name)) throw texts.functionExists(name);
  const layers = layersToAttach(scene, input.Layers ?? [], []);
  checkCodeSigningConfig(scene, input.CodeSigningConfigArn);
  checkCombinedSize(content, layers);
  const build: Build = {
    settings: { ...settings, ...(isImage && { ImageUri: input.Code?.ImageUri }) },
    content,
    layers,
    sourceKmsKey: input.Code?.SourceKMSKeyArn,
  };
  const created: LambdaFunction = {
    name,
    arn,
    latest: newVersion("$LATEST", build, {
      is: "creating",
      pollsLeft: scene.behaviour.polls,
      failure: plannedFailure(name, scene.behaviour),
    }),
    versions: new Map(),
    aliases: new Map(),
    tags: new Map(Object.entries(input.Tags ?? {})),
    codeSigningConfig: input.CodeSigningConfigArn,
    lastVersion: 0,
    published: undefined,
  };
  scene.state.functions.set(name, created);
  const shown = input.Publish ? publish(created, "") : created.latest;
  return { status: 201, json: describe(created, shown, undefined) };
}

export function getFunction(scene: Scene, input: Input): Answer {
  const { target, version, qualifier } = lookUp(scene, input, "lambda:GetFunction");
  const { content, settings } = version.build;
  const code =
    content === undefined
      ? { RepositoryType: "ECR", ImageUri: settings.ImageUri, ResolvedImageUri: settings.ImageUri }
      : {
          RepositoryType: "S3",
          Location: scene.location(content, target.name),
          SourceKMSKeyArn: version.build.sourceKmsKey,
        };
  const configuration = readable(scene, describe(target, version, qualifier));
  return { status: 200, json: { Configuration: configuration, Code: code, ...tagsShown(scene, target) } };
}

/** [model] Without lambda:ListTags the answer has an error instead of the tags; the code of it is [?]. */
function tagsShown(scene: Scene, target: LambdaFunction) {
  try {
    scene.authorize("lambda:ListTags", target.arn);
  } catch (refusal) {
    return { TagsError: { ErrorCode: "AccessDeniedException", Message: (refusal as Error).message } };
  }
  return { Tags: target.tags.size === 0 ? undefined : Object.fromEntries(target.tags) };
}

/** [model] Without access to the key the answer has an error instead of the variables; its words are [rep]. */
function readable({ behaviour }: Scene, configuration: ReturnType<typeof describe>) {
  const { KMSKeyArn: key, Environment: environment } = configuration as Readonly<Record<string, unknown>>;
  if (environment === undefined || !behaviour.deniedKeys.includes(String(key))) return configuration;
  const Message =
    "Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions.";
  return { ...configuration, Environment: { Error: { ErrorCode: "AccessDeniedException", Message } } };
}

export function getFunctionConfiguration(scene: Scene, input: Input): Answer {
  const { target, version, qualifier } = lookUp(scene, input, "lambda:GetFunctionConfiguration");
  return { status: 200, json: readable(scene, describe(target, version, qualifier)) };
}

function lookUp(scene: Scene, input: Input, action: string) {
  const asked = parseFunctionName(input.FunctionName ?? "", input.Qualifier, scene);
  scene.authorize(action, asked.qualifier === undefined ? asked.arn : `${asked.arn}:${asked.qualifier}`);
  const target = findFunction(scene.state, asked);
  const version = resolve(target, asked.qualifier);
  if (version === undefined) throw texts.functionNotFound(`${asked.arn}:${asked.qualifier}`);
  observe(version);
  return { target, version, qualifier: asked.qualifier };
}

/** Deletes the function, or with a qualifier one version. */
export function deleteFunction(scene: Scene, input: Input): Answer {
  const { name, arn, qualifier } = parseFunctionName(input.FunctionName ?? "", input.Qualifier, scene);
  scene.authorize("lambda:DeleteFunction", qualifier === undefined ? arn : `${arn}:${qualifier}`);
  const target = findFunction(scene.state, { name, arn, qualifier: undefined });
  if (qualifier === "$LATEST") throw texts.latestNotDeletable();
  if (qualifier === undefined) scene.state.functions.delete(name);
  else deleteVersion(target, qualifier);
  return { status: 204 };
}

function deleteVersion(target: LambdaFunction, number: string): void {
  const users = [...target.aliases.values()].filter(
    ({ functionVersion, weights }) => functionVersion === number || number in weights,
  );
  if (users.length > 0) throw texts.versionInUse(users.map(({ name }) => name));
  target.versions.delete(number);
}

/** [rec] test_list_functions: $LATEST of each, with `FunctionVersion: ALL` the published versions too; no states. */
export function listFunctions(scene: Scene, input: Input): Answer {
  scene.authorize("lambda:ListFunctions", "*");
  if (input.FunctionVersion !== undefined && input.FunctionVersion !== "ALL") {
    throw texts.validation(input.FunctionVersion, "functionVersion", "Member must satisfy enum value set: [ALL]");
  }
  const all = [...scene.state.functions.values()].flatMap((target) => {
    if (input.FunctionVersion === undefined) return [describeListed(target, target.latest, undefined)];
    return [target.latest, ...target.versions.values()].map((version) =>
      describeListed(target, version, version.version),
    );
  });
  const { items, next } = page(all, input);
  return { status: 200, json: { Functions: items, NextMarker: next } };
}

export function getAccountSettings(scene: Scene): Answer {
  scene.authorize("lambda:GetAccountSettings", "*");
  return {
    status: 200,
    json: {
      AccountLimit: {
        TotalCodeSize: scene.behaviour.codeStorage,
        CodeSizeUnzipped: texts.UNZIPPED_LIMIT,
        CodeSizeZipped: texts.ZIPPED_LIMIT,
        ConcurrentExecutions: 1_000,
        UnreservedConcurrentExecutions: 1_000,
      },
      AccountUsage: { TotalCodeSize: storedBytes(scene.state), FunctionCount: scene.state.functions.size },
    },
  };
}
