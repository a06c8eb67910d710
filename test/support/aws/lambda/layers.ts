import { randomUUID } from "node:crypto";
import { takeContent } from "./content.ts";
import type { Input } from "./input.ts";
import { parseLayerList, parseLayerName, parseLayerVersionArn } from "./names.ts";
import { page } from "./page.ts";
import type { Answer, Scene } from "./scene.ts";
import { type LayerVersion, timestamp } from "./state.ts";
import * as texts from "./texts.ts";

export async function publishLayerVersion(scene: Scene, input: Input): Promise<Answer> {
  const arn = parseLayerName(input.LayerName ?? "", scene);
  checkWords(input);
  scene.authorize("lambda:PublishLayerVersion", arn);
  const content = await takeContent(scene, input.Content ?? {});
  const layer = scene.state.layers.get(arn) ?? { arn, lastNumber: 0, versions: new Map() };
  scene.state.layers.set(arn, layer);
  layer.lastNumber += 1;
  const version: LayerVersion = {
    arn: `${arn}:${layer.lastNumber}`,
    layerArn: arn,
    number: layer.lastNumber,
    account: scene.account,
    content,
    created: timestamp(),
    description: input.Description ?? "",
    licenseInfo: input.LicenseInfo,
    runtimes: input.CompatibleRuntimes,
    architectures: input.CompatibleArchitectures,
    unseenBy: scene.behaviour.listingLag,
    policy: undefined,
  };
  layer.versions.set(version.number, version);
  return { status: 201, json: withContent(scene, version) };
}

function checkWords({
  Description = "",
  LicenseInfo = "",
  CompatibleRuntimes = [],
  CompatibleArchitectures = [],
}: Input): void {
  const atMost = (length: number) => `Member must have length less than or equal to ${length}`;
  if (Description.length > 256) throw texts.validation(Description, "description", atMost(256));
  if (LicenseInfo.length > 512) throw texts.validation(LicenseInfo, "licenseInfo", atMost(512));
  // [rec] test_layer_exceptions: publish_layer_version_exc_invalid_runtime_arch
  if (!CompatibleRuntimes.every((runtime) => texts.RUNTIMES.includes(runtime))) {
    const set = `Member must satisfy enum value set: [${texts.RUNTIMES.join(", ")}]`;
    throw texts.validation(`[${CompatibleRuntimes.join(", ")}]`, "compatibleRuntimes", set);
  }
  if (!CompatibleArchitectures.every((name) => name === "x86_64" || name === "arm64")) {
    const set =
      "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";
    throw texts.validation(`[${CompatibleArchitectures.join(", ")}]`, "compatibleArchitectures", set);
  }
}

export function listLayerVersions(scene: Scene, input: Input): Answer {
  const arn = parseLayerName(input.LayerName ?? "", scene);
  // [docs] service authorization reference: the action takes no resource
  scene.authorize("lambda:ListLayerVersions", "*");
  const { CompatibleRuntime: runtime, CompatibleArchitecture: architecture } = input;
  // Newest first, and an unknown layer has no versions: [rec] test_layer_exceptions, list_nonexistent_layer.
  const all = [...(scene.state.layers.get(arn)?.versions.values() ?? [])].reverse();
  const visible = all
    .filter(isVisible)
    .filter(
      (version) =>
        (runtime === undefined || version.runtimes?.includes(runtime)) &&
        (architecture === undefined || version.architectures?.includes(architecture)),
    );
  const { items, next } = page(visible, input, 50);
  return { status: 200, json: { LayerVersions: items.map(listed), NextMarker: next } };
}

function isVisible(version: LayerVersion): boolean {
  if (version.unseenBy === 0) return true;
  version.unseenBy -= 1;
  return false;
}

export function listLayers(scene: Scene, input: Input): Answer {
  scene.authorize("lambda:ListLayers", "*");
  const own = [...scene.state.layers.values()].filter(
    ({ arn, versions }) => arn.split(":")[4] === scene.account && versions.size > 0,
  );
  const { items, next } = page(own, input, 50);
  const layers = items.map(({ arn, versions }) => ({
    LayerArn: arn,
    LayerName: arn.split(":").at(-1),
    LatestMatchingVersion: [...versions.values()].map(listed).at(-1),
  }));
  return { status: 200, json: { Layers: layers, NextMarker: next } };
}

export function getLayerVersion(scene: Scene, input: Input): Answer {
  const arn = parseLayerName(input.LayerName ?? "", scene);
  const number = Number(input.VersionNumber);
  if (number < 1) throw texts.layerVersionTooLow();
  return readable(scene, arn, number);
}

export function getLayerVersionByArn(scene: Scene, input: Input): Answer {
  const { layerArn, number } = parseLayerVersionArn(input.Arn ?? "");
  return readable(scene, layerArn, number);
}

function readable(scene: Scene, arn: string, number: number): Answer {
  scene.authorize("lambda:GetLayerVersion", `${arn}:${number}`);
  const version = scene.state.layers.get(arn)?.versions.get(number);
  if (version === undefined) throw texts.layerNotFound();
  checkShared(scene, version);
  return { status: 200, json: withContent(scene, version) };
}

/** [rec] test_layer_exceptions: deleting is idempotent, also for what never existed; functions keep what they use. */
export function deleteLayerVersion(scene: Scene, input: Input): Answer {
  const arn = parseLayerName(input.LayerName ?? "", scene);
  const number = Number(input.VersionNumber);
  if (number < 1) throw texts.layerVersionTooLow();
  scene.authorize("lambda:DeleteLayerVersion", `${arn}:${number}`);
  scene.state.layers.get(arn)?.versions.delete(number);
  return { status: 204 };
}

/** The layer versions that a function asks for. Throws AWS's refusals, in its order: number, form, Region, twice, existence. */
export function layersToAttach(scene: Scene, arns: readonly string[], kept: readonly LayerVersion[]): LayerVersion[] {
  if (arns.length > texts.LAYERS_LIMIT) throw texts.tooManyLayers();
  const names = parseLayerList(arns);
  if (names.some(({ region }) => region !== scene.region)) throw texts.layerInOtherRegion(scene.region);
  return names.map(({ layerArn, number }, index) => {
    const arn = `${layerArn}:${number}`;
    const same = names.findIndex((other) => other.layerArn === layerArn);
    if (same < index) throw texts.sameLayerTwice(arns[same] ?? "", arn);
    scene.authorize("lambda:GetLayerVersion", arn);
    const version = scene.state.layers.get(layerArn)?.versions.get(number);
    if (version === undefined) throw texts.layerToAttachMissing(arn);
    if (!kept.includes(version)) checkShared(scene, version);
    return version;
  });
}

function checkShared(scene: Scene, version: LayerVersion): void {
  if (version.account !== scene.account && version.policy === undefined) {
    throw texts.layerNotShared(scene.principal, version.arn);
  }
}

function listed(version: LayerVersion) {
  return {
    LayerVersionArn: version.arn,
    Version: version.number,
    Description: version.description,
    CreatedDate: version.created,
    CompatibleRuntimes: version.runtimes,
    CompatibleArchitectures: version.architectures,
    LicenseInfo: version.licenseInfo,
  };
}

function withContent(scene: Scene, version: LayerVersion) {
  const { content } = version;
  return {
    ...listed(version),
    LayerArn: version.layerArn,
    Content: {
      Location: scene.location(content, version.arn),
      CodeSha256: content.codeSha256,
      CodeSize: content.zip.length,
    },
  };
}

function toShare(scene: Scene, input: Input): LayerVersion {
  const arn = parseLayerName(input.LayerName ?? "", scene);
  const version = scene.state.layers.get(arn)?.versions.get(Number(input.VersionNumber));
  if (version === undefined) throw texts.layerToShareMissing(`${arn}:${input.VersionNumber}`);
  return version;
}

export function addLayerVersionPermission(scene: Scene, input: Input): Answer {
  const version = toShare(scene, input);
  const { StatementId: id = "", Action: action = "", Principal: principal = "" } = input;
  scene.authorize("lambda:AddLayerVersionPermission", version.arn);
  if (action !== "lambda:GetLayerVersion") {
    throw texts.validation(action, "action", "Member must satisfy regular expression pattern: lambda:GetLayerVersion");
  }
  const statements = version.policy?.statements ?? [];
  if (statements.some(({ Sid }) => Sid === id)) throw texts.statementExists(id);
  const statement = {
    Sid: id,
    Effect: "Allow" as const,
    Principal: principal === "*" ? "*" : { AWS: `arn:aws:iam::${principal}:root` },
    Action: action,
    Resource: version.arn,
  };
  version.policy = { revisionId: randomUUID(), statements: [...statements, statement] };
  return { status: 201, json: { Statement: JSON.stringify(statement), RevisionId: version.policy.revisionId } };
}

export function getLayerVersionPolicy(scene: Scene, input: Input): Answer {
  const { policy } = toShare(scene, input);
  if (policy === undefined) throw texts.noPolicy();
  const document = { Version: "2012-10-17", Id: "default", Statement: policy.statements };
  return { status: 200, json: { Policy: JSON.stringify(document), RevisionId: policy.revisionId } };
}

export function removeLayerVersionPermission(scene: Scene, input: Input): Answer {
  const version = toShare(scene, input);
  const left = version.policy?.statements.filter(({ Sid }) => Sid !== input.StatementId) ?? [];
  if (left.length === (version.policy?.statements.length ?? 0)) throw texts.statementNotFound(input.StatementId ?? "");
  version.policy = left.length === 0 ? undefined : { revisionId: randomUUID(), statements: left };
  return { status: 204 };
}
