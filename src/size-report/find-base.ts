import { mergeBase } from "../github/compare.js";
import type { RunEvent } from "../github/event.js";
import type { Inputs } from "../inputs.js";
import type { Environment } from "../machine/environment.js";
import { relativePath } from "../machine/paths.js";
import { findBaseCommit } from "./base-commit.js";
import type { Base } from "./baseline.js";
import type { KeptSizes, Prefixes } from "./kept-sizes.js";
import type { Repository } from "./repository.js";
import { sizesKeyPrefix } from "./sizes-entry.js";

export interface FindBaseRequest {
  readonly inputs: Inputs;
  readonly env: Environment;
  readonly event: RunEvent;
  readonly repository: Repository | undefined;
  readonly kept: KeptSizes | undefined;
}

/** Which commit the sizes are compared with, and what an earlier run kept of it. */
export async function findBase({ inputs, env, event, repository, kept }: FindBaseRequest): Promise<Base> {
  const { githubToken: token } = inputs;
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: name } = env;
  const commit = await findBaseCommit(event, repository, async (base, head) =>
    token && apiUrl && name ? mergeBase({ apiUrl, token }, name, base, head) : undefined,
  );
  const { branch } = event;
  const found =
    branch === undefined || commit === undefined ? undefined : await kept?.restore(keyPrefixes(inputs, branch), commit);
  return { branch, commit, kept: found };
}

/**
 * What the keys of this function's sizes on a branch begin with. Of several reports on one function each has its own, and
 * can fall back on what a deploy keeps.
 */
export function keyPrefixes({ functionName, workspace, codeDirectory, commentKey }: Inputs, branch: string): Prefixes {
  const { name } = functionName;
  const common = sizesKeyPrefix([name, relativePath(workspace, codeDirectory)], branch);
  return commentKey === name
    ? [common]
    : [sizesKeyPrefix([name, relativePath(workspace, codeDirectory), commentKey], branch), common];
}
