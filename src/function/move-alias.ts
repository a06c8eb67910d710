import type { Alias } from "../aws/aliases.js";
import { awsFailure, isConflict, unlessMissing } from "../aws/failure.js";
import type { Lambda } from "../aws/lambda.js";
import type { Writing } from "./update.js";

/** What an alias is to be. */
export interface AliasGoal {
  readonly name: string;
  readonly version: string;
  /** Undefined: stays. */
  readonly description: string | undefined;
}

export type MovedAlias = Pick<Alias, "arn" | "version">;

/**
 * Points the alias at the version, or creates it. A part of the traffic that went elsewhere comes back. After a refusal
 * that may belong to an attempt of ours whose reply was lost, the alias itself tells whether it moved.
 */
export async function moveAlias({ lambda, waitMs, clock }: Writing, goal: AliasGoal): Promise<MovedAlias> {
  const deadline = clock.now() + waitMs;
  const find = () => unlessMissing(lambda.getAlias(goal.name));
  const before = await find();
  for (let current = before; ; ) {
    const done = asWanted(current, goal);
    if (done !== undefined) {
      return done;
    }
    try {
      return await point(lambda, current, goal);
    } catch (error) {
      if (!isConflict(error) && awsFailure(error)?.status !== 412) {
        throw error;
      }
      await clock.sleep(1_000);
      current = await find();
      const moved = asWanted(current, goal) !== undefined;
      if (!moved && (!isSame(current, before) || clock.now() > deadline)) {
        throw error;
      }
    }
  }
}

function point(lambda: Lambda, current: Alias | undefined, { name, version, description }: AliasGoal): Promise<Alias> {
  return current === undefined
    ? lambda.createAlias(name, version, description)
    : lambda.updateAlias(name, { version, description, revisionId: current.revisionId });
}

/** The alias, when it is what it is to be. */
function asWanted(alias: Alias | undefined, { version, description }: AliasGoal): Alias | undefined {
  const agrees = alias?.version === version && !alias.weighted;
  return agrees && (description ?? alias.description) === alias.description ? alias : undefined;
}

function isSame(one: Alias | undefined, other: Alias | undefined): boolean {
  return (
    one?.version === other?.version && one?.weighted === other?.weighted && one?.description === other?.description
  );
}
