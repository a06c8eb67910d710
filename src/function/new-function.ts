import type { FunctionState } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import type { Architecture, Runtime } from "../layer/target.js";
import type { FunctionSettings } from "./settings.js";

export interface NewFunctionRequest {
  readonly functionName: { readonly name: string };
  readonly region: string;
  readonly settings: FunctionSettings;
  readonly runtime: Runtime | undefined;
  readonly architecture: Architecture | undefined;
}

/** What a function that is to be created begins with: nothing. Throws when an input that a new function needs is missing. */
export function newFunction(request: NewFunctionRequest): FunctionState {
  const { functionName, region, settings, runtime, architecture = "x86_64" } = request;
  const needed = { role: settings.role, handler: settings.handler, runtime };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    const names = missing.map(([name]) => `\`${name}\``).join(", ");
    throw new ActionError(`The function ${functionName.name} does not exist in ${region}.`, {
      hint: `Check \`function-name\` and \`region\`; to have it created, give ${names} too.`,
      code: "missing-function",
    });
  }
  return {
    exists: false,
    name: functionName.name,
    version: "$LATEST",
    description: "",
    arn: "",
    packageType: "Zip",
    runtime,
    architecture,
    codeSha256: "",
    codeSize: 0,
    codeLocation: undefined,
    layers: [],
    revisionId: undefined,
    readiness: { status: "ready" },
    settings: {},
    tags: {},
    sourceKmsKey: "",
  };
}
