import { join } from "node:path";
import {
  type Dependencies,
  type FindRequest,
  type FoundDependencies,
  findDependencies,
} from "../../src/dependencies/find.ts";
import { ActionError } from "../../src/errors.ts";
import { createWorkspace, type Files } from "./workspace.ts";

export type FindOptions = Partial<Omit<FindRequest, "workspace" | "codeDirectory">> & {
  /** Relative to the workspace, which it is by default. */
  readonly code?: string;
  readonly git?: boolean;
};

/** Dependencies of a new workspace with these files. Variables of the tests' own environment are not seen. */
export async function findIn(files: Files, options: FindOptions = {}): Promise<Dependencies> {
  const { git = false, ...request } = options;
  return findAt(await createWorkspace({ files, git }), request);
}

/** Dependencies of an existing workspace. */
export async function findAt(workspace: string, options: Omit<FindOptions, "git"> = {}): Promise<Dependencies> {
  const { code = ".", ...request } = options;
  return findDependencies({
    workspace,
    codeDirectory: join(workspace, code),
    requirements: "auto",
    env: { PATH: process.env.PATH },
    allowSource: [],
    excludePackages: [],
    ...request,
  });
}

/** Dependencies that must be found. */
export async function foundIn(files: Files | string, options: FindOptions = {}): Promise<FoundDependencies> {
  const dependencies = await findIn(typeof files === "string" ? { "requirements.txt": files } : files, options);
  if (dependencies.outcome !== "found") {
    throw new Error(`Nothing was found: ${JSON.stringify(dependencies)}`);
  }
  return dependencies;
}

/** The error that reading these files ends with. */
export async function refusal(files: Files | string, options: FindOptions = {}): Promise<ActionError> {
  const outcome = await findIn(typeof files === "string" ? { "requirements.txt": files } : files, options).catch(
    (error: unknown) => error,
  );
  if (!(outcome instanceof ActionError)) {
    throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  }
  return outcome;
}
