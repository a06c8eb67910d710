import { randomUUID } from "node:crypto";
import type { Input } from "./input.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import { page } from "./page.ts";
import type { Answer, Scene } from "./scene.ts";
import type { Alias, LambdaFunction } from "./state.ts";
import * as texts from "./texts.ts";

const NAME_PATTERN = "(?!^[0-9]+$)([a-zA-Z0-9-_]+)";

export function createAlias(scene: Scene, input: Input): Answer {
  const name = input.Name ?? "";
  // [rec] test_alias_naming
  if (!/^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$/.test(name)) {
    throw texts.validation(name, "name", `Member must satisfy regular expression pattern: ${NAME_PATTERN}`);
  }
  const target = ownerOf(scene, input, "lambda:CreateAlias", name);
  checkTarget(target, input.FunctionVersion ?? "", input.RoutingConfig?.AdditionalVersionWeights ?? {});
  if (target.aliases.has(name)) throw texts.aliasExists(`${target.arn}:${name}`);
  const alias: Alias = {
    name,
    functionVersion: input.FunctionVersion ?? "",
    description: input.Description ?? "",
    weights: input.RoutingConfig?.AdditionalVersionWeights ?? {},
    revisionId: randomUUID(),
  };
  target.aliases.set(name, alias);
  return { status: 201, json: describe(target, alias) };
}

/** What is not given stays, the weights too; `AdditionalVersionWeights: {}` clears them: [rec] test_alias_lifecycle. */
export function updateAlias(scene: Scene, input: Input): Answer {
  const target = ownerOf(scene, input, "lambda:UpdateAlias", input.Name);
  const before = target.aliases.get(input.Name ?? "");
  if (before === undefined) throw texts.aliasToUpdateNotFound(`${target.arn}:${input.Name}`);
  if (input.RevisionId !== undefined && input.RevisionId !== before.revisionId) throw texts.revisionMismatch();
  const functionVersion = input.FunctionVersion ?? before.functionVersion;
  const weights = input.RoutingConfig?.AdditionalVersionWeights ?? before.weights;
  checkTarget(target, functionVersion, weights);
  const description = input.Description ?? before.description;
  const alias = { name: before.name, functionVersion, description, weights, revisionId: randomUUID() };
  target.aliases.set(alias.name, alias);
  return { status: 200, json: describe(target, alias) };
}

export function getAlias(scene: Scene, input: Input): Answer {
  const target = ownerOf(scene, input, "lambda:GetAlias", input.Name);
  const alias = target.aliases.get(input.Name ?? "");
  if (alias === undefined) throw texts.aliasNotFound(`${target.arn}:${input.Name}`);
  return { status: 200, json: describe(target, alias) };
}

/** [rec] test_non_existent_alias_deletion: idempotent. */
export function deleteAlias(scene: Scene, input: Input): Answer {
  ownerOf(scene, input, "lambda:DeleteAlias", input.Name).aliases.delete(input.Name ?? "");
  return { status: 204 };
}

export function listAliases(scene: Scene, input: Input): Answer {
  const target = ownerOf(scene, input, "lambda:ListAliases", undefined);
  const { FunctionVersion: version } = input;
  const all = [...target.aliases.values()].filter(
    ({ functionVersion, weights }) => version === undefined || functionVersion === version || version in weights,
  );
  const { items, next } = page(all, input);
  return { status: 200, json: { Aliases: items.map((alias) => describe(target, alias)), NextMarker: next } };
}

function ownerOf(scene: Scene, input: Input, action: string, alias: string | undefined): LambdaFunction {
  const asked = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize(action, alias === undefined ? asked.arn : `${asked.arn}:${alias}`);
  return findFunction(scene.state, asked);
}

// [rec] test_notfound_and_invalid_routingconfigs
function checkTarget(target: LambdaFunction, version: string, weights: Readonly<Record<string, number>>): void {
  const entries = Object.entries(weights);
  if (entries.length > 1) throw texts.tooManyWeights();
  for (const [other, weight] of entries) checkWeight(target, version, other, weight);
  if (version === "$LATEST" && entries.length > 0) throw texts.latestWithWeights();
  if (version !== "$LATEST" && !target.versions.has(version)) throw texts.functionNotFound(`${target.arn}:${version}`);
}

function checkWeight(target: LambdaFunction, version: string, other: string, weight: number): void {
  const shown = `{${other}=${Number.isInteger(weight) ? weight.toFixed(1) : weight}}`;
  const member = "routingConfig.additionalVersionWeights";
  if (weight < 0 || weight > 1) {
    const range =
      "Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null";
    throw texts.validation(shown, member, `Map value must satisfy constraint: [${range}]`);
  }
  if (!/^[0-9]+$/.test(other)) {
    const keys =
      "Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+";
    throw texts.validation(shown, member, `Map keys must satisfy constraint: [${keys}]`);
  }
  if (other === version) throw texts.weightOfOwnVersion(other);
  if (!target.versions.has(other)) throw texts.functionNotFound(`${target.arn}:${other}`);
}

function describe(target: LambdaFunction, alias: Alias) {
  const { name, functionVersion, description, weights, revisionId } = alias;
  return {
    AliasArn: `${target.arn}:${name}`,
    Name: name,
    FunctionVersion: functionVersion,
    Description: description,
    RevisionId: revisionId,
    RoutingConfig: Object.keys(weights).length === 0 ? undefined : { AdditionalVersionWeights: weights },
  };
}
