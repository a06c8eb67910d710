import type { Action, Facts } from "./report/facts.js";
import { sizeRatio } from "./report/size.js";
import { hexToBase64 } from "./zip/sha256.js";

/** What changes the function, and not only adds a layer or a number to what is there. */
const WRITES: readonly Action[] = [
  "create-function",
  "update-code-signing",
  "update-configuration",
  "update-code",
  "update-tags",
];

/** The step's outputs: what happened, never what would. An output that has no value is empty. */
export function outputsOf(facts: Facts): Readonly<Record<string, string>> {
  const done = [...facts.plan.slice(0, facts.completed).map(({ action }) => action), ...(facts.accepted ?? [])];
  const { code, layer } = facts;
  return {
    "function-arn": facts.function.arn ?? "",
    version: versionOf(facts),
    "alias-arn": facts.alias?.now === undefined ? "" : (facts.alias.arn ?? ""),
    changed: String(done.some((action) => WRITES.includes(action))),
    "code-changed": String(done.includes("update-code") || done.includes("create-function")),
    "code-sha256": code?.after?.sha256 === undefined ? "" : hexToBase64(code.after.sha256),
    "code-size": figure(code?.after?.zipped),
    "code-unzipped-size": figure(code?.after?.unzipped),
    "layer-changed": String(done.includes("publish-layer")),
    "layer-source": layer?.source ?? "",
    "layer-arn": layer?.versionArn?.replace(/:\d+$/, "") ?? "",
    "layer-version-arn": layer?.versionArn ?? "",
    "layer-version": figure(layer?.version),
    "layer-fingerprint": layer?.fingerprint ?? "",
    "layer-size": figure(layer?.after?.zipped),
    "layer-unzipped-size": figure(layer?.after?.unzipped),
    "uploaded-bytes": String(facts.uploadedBytes),
    "size-ratio": sizeRatio(facts) ?? "",
    "rolled-back": String(facts.putBack?.outcome === "restored"),
  };
}

/** With an alias the version that it ends on, also when it stays where it was. */
function versionOf({ alias, function: { version } }: Facts): string {
  return (alias === undefined ? version : (alias.now ?? alias.before)) ?? "";
}

function figure(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}
