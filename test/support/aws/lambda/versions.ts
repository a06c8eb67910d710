import { randomUUID } from "node:crypto";
import { describe, describeListed } from "./configuration.ts";
import type { Input } from "./input.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import { page } from "./page.ts";
import { checkWritable } from "./progress.ts";
import type { Answer, Scene } from "./scene.ts";
import { type Build, type FunctionVersion, type LambdaFunction, type Status, timestamp } from "./state.ts";
import { codeShaMismatch } from "./texts.ts";

export function newVersion(version: string, build: Build, status: Status): FunctionVersion {
  return { version, build, serving: build, status, revisionId: randomUUID(), lastModified: timestamp() };
}

/** The version that a qualifier means: $LATEST, a number or an alias (then the version it points to). */
export function resolve(target: LambdaFunction, qualifier: string | undefined): FunctionVersion | undefined {
  if (qualifier === undefined || qualifier === "$LATEST") return target.latest;
  return target.versions.get(target.aliases.get(qualifier)?.functionVersion ?? qualifier);
}

/** Makes $LATEST a version, or gives the one that it already is: [rec] test_publish_version_on_create, repeated publish. */
export function publish(target: LambdaFunction, description: string): FunctionVersion {
  const { latest } = target;
  const { settings, content, layers } = latest.build;
  const fingerprint = JSON.stringify([settings, content?.codeSha256, layers.map(({ arn }) => arn)]);
  const same = target.published?.build === fingerprint ? target.versions.get(target.published.version) : undefined;
  if (same !== undefined) return same;
  target.lastVersion += 1;
  const number = String(target.lastVersion);
  const build = { ...latest.build, settings: { ...settings, ...(description !== "" && { Description: description }) } };
  const status: Status =
    latest.status.is === "updating" || latest.status.is === "creating"
      ? { is: "creating", pollsLeft: latest.status.pollsLeft, failure: latest.status.failure }
      : { is: "ready" };
  const version = newVersion(number, build, status);
  target.versions.set(number, version);
  target.published = { version: number, build: fingerprint };
  return version;
}

export function publishVersion(scene: Scene, input: Input): Answer {
  const asked = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize("lambda:PublishVersion", asked.arn);
  const target = findFunction(scene.state, asked);
  checkWritable(target, input);
  const current = target.latest.build.content?.codeSha256 ?? "";
  if (input.CodeSha256 !== undefined && input.CodeSha256 !== current) throw codeShaMismatch(input.CodeSha256, current);
  const before = target.lastVersion;
  const version = publish(target, input.Description ?? "");
  // [rec] test_function_revisions_version_and_alias: publishing gives $LATEST, too, a new revision.
  if (target.lastVersion > before) target.latest.revisionId = randomUUID();
  return { status: 201, json: describe(target, version, version.version) };
}

export function listVersionsByFunction(scene: Scene, input: Input): Answer {
  const asked = parseFunctionName(input.FunctionName ?? "", undefined, scene);
  scene.authorize("lambda:ListVersionsByFunction", asked.arn);
  const target = findFunction(scene.state, asked);
  const all = [target.latest, ...target.versions.values()];
  const { items, next } = page(all, input);
  const versions = items.map((version) => describeListed(target, version, version.version));
  return { status: 200, json: { Versions: versions, NextMarker: next } };
}
