import { randomUUID } from "node:crypto";
import type { Input } from "./input.ts";
import {
  type Behaviour,
  type Build,
  type Failure,
  type FunctionVersion,
  type LambdaFunction,
  timestamp,
} from "./state.ts";
import { revisionMismatch, stillPending, updateInProgress } from "./texts.ts";

/** Tells that time has passed for this version: somebody looked at it, or was refused because it is busy. */
export function observe(version: FunctionVersion): void {
  const { status } = version;
  if (status.is !== "creating" && status.is !== "updating") return;
  if (status.pollsLeft > 0) {
    status.pollsLeft -= 1;
    return;
  }
  if (status.failure === undefined) version.serving = version.build;
  version.status =
    status.failure === undefined
      ? { is: "ready" }
      : { is: "failed", failure: status.failure, born: status.is === "updating" };
  // [rec] test_function_revisions_basic: the revision changes when an update is accepted and again when it is done
  version.revisionId = randomUUID();
}

function isBusy(version: FunctionVersion): boolean {
  return version.status.is === "creating" || version.status.is === "updating";
}

/** The failure that a test planned for what is done to this function next. */
export function plannedFailure(name: string, { failures }: Behaviour): Failure | undefined {
  const index = failures.findIndex(({ functionName }) => functionName === undefined || functionName === name);
  const [planned] = index < 0 ? [] : failures.splice(index, 1);
  return planned?.failure;
}

/** Accepts an update of $LATEST. */
export function accept(target: LambdaFunction, build: Build, behaviour: Behaviour): void {
  const { latest } = target;
  latest.build = build;
  latest.status = { is: "updating", pollsLeft: behaviour.polls, failure: plannedFailure(target.name, behaviour) };
  latest.revisionId = randomUUID();
  latest.lastModified = timestamp();
}

/** Refuses a write to $LATEST while it is busy (409), or when the caller's RevisionId is an old one (412). */
export function checkWritable(target: LambdaFunction, { RevisionId: revision }: Input): void {
  const { latest } = target;
  if (isBusy(latest)) {
    const refusal = latest.status.is === "creating" ? stillPending() : updateInProgress(target.arn);
    observe(latest);
    throw refusal;
  }
  if (revision !== undefined && revision !== latest.revisionId) throw revisionMismatch();
}
