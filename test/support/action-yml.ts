import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "./machine.ts";

export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly branding?: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<
    Record<string, { readonly description?: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** The action.yml in `directory`, this repository's by default. */
export function readActionMetadata(directory: string = repository): ActionMetadata {
  const metadata = parse(readFileSync(join(directory, "action.yml"), "utf8"));
  return { ...metadata, inputs: metadata.inputs ?? {}, outputs: metadata.outputs ?? {} };
}
