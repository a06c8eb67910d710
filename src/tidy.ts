import { awsFailure, isConflict, isMissing } from "./aws/failure.js";
import { connectInventory, type Inventory } from "./aws/inventory.js";
import { connectLambda, type Lambda } from "./aws/lambda.js";
import { ActionError } from "./errors.js";
import { describeFailure } from "./failure.js";
import { pruneVersions } from "./function/prune-versions.js";
import { CLOCK } from "./function/readiness.js";
import type { Inputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { moveUser } from "./layer/move-user.js";
import { pruneLayerVersions } from "./layer/prune.js";
import type { LayerUser, SharedLayer } from "./layer/users.js";
import type { LayerUserFacts } from "./report/facts.js";
import {
  layerVersionsReason,
  planUpkeep,
  readStock,
  type Stock,
  type UpkeepPlan,
  type UpkeepRequest,
  type UpkeepWish,
  userFacts,
  versionsReason,
  wishOf,
} from "./upkeep.js";

export interface LookAheadRequest extends Omit<UpkeepRequest, "wish" | "stock"> {
  readonly journal: Journal;
  readonly lambda: Lambda;
}

/** Plans the upkeep, and reads what that needs: nothing, unless the inputs ask for it. */
export async function lookAhead({ journal, lambda, ...request }: LookAheadRequest): Promise<UpkeepPlan> {
  const { inputs, plan, layer, latest } = request;
  const wish = wishOf(inputs, plan, layer, latest);
  const inventory = await connectInventory(inputs.region, inputs.functionName.given, journal.calls);
  const stock = await readStock(wish, { inventory, lambda, layerName: inputs.layerName });
  const upkeep = planUpkeep({ ...request, wish, stock });
  const known = journal.known().plan ?? [];
  journal.learn({
    plan: [...known, ...upkeep.changes.map(({ action, reason }) => ({ action, reason }))],
    ...(upkeep.users && { layerUsers: upkeep.users.map(userFacts) }),
  });
  for (const [index, { action, reason }] of upkeep.changes.entries()) {
    journal.say(`${known.length + index + 1}. ${action}: ${reason}`);
  }
  for (const { name, behind, unfit } of upkeep.users ?? []) {
    if (behind && unfit !== undefined) {
      journal.say(`${name} stays with its layer version: it ${unfit}.`);
    }
  }
  for (const notice of upkeep.notices) {
    journal.notice(notice);
  }
  return upkeep;
}

export interface TidyRequest {
  readonly inputs: Inputs;
  readonly journal: Journal;
  readonly lambda: Lambda;
  readonly upkeep: UpkeepPlan;
  /** Number of the newest layer version before this run. */
  readonly newest: number;
}

/**
 * Carries the upkeep out, after the function itself was switched. A function that cannot get the new layer version stops
 * no other, but fails the run, which then deletes nothing. A deletion that AWS refuses is only a warning.
 */
export async function tidyUp(request: TidyRequest): Promise<void> {
  const { journal, upkeep } = request;
  for (const { action } of upkeep.changes) {
    switch (action) {
      case "update-layer-users":
        await moveUsers(request);
        break;
      case "delete-versions":
        await deleteVersions(request);
        break;
      case "delete-layer-versions":
        await deleteLayerVersions(request);
        break;
      default:
        action satisfies never;
    }
    journal.learn({ completed: (journal.known().completed ?? 0) + 1 });
    journal.say(`Done: ${action}.`);
  }
}

interface Target {
  readonly arn: string;
  readonly version: number;
  readonly shared: SharedLayer;
}

/** One after the other: all calls but GetFunction share 15 a second in an account and Region. */
async function moveUsers({ inputs, journal, upkeep }: TidyRequest): Promise<void> {
  const { layer } = journal.known();
  const { shared, users = [] } = upkeep;
  if (shared === undefined || layer?.versionArn === undefined || layer.version === undefined) {
    throw new Error("functions are to get a layer version that does not exist");
  }
  const target = { arn: layer.versionArn, version: layer.version, shared };
  let facts = users.map(userFacts);
  for (const user of users.filter(({ behind }) => behind)) {
    const now = await moveOne(inputs, journal, user, target);
    facts = facts.map((it) => (it.name === user.name ? now : it));
    journal.learn({ layerUsers: facts });
  }
  const failed = facts.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0) {
    const what = `${failed.length} of ${facts.length} functions on the layer did not get its version ${target.version}`;
    throw new ActionError(`${what}: ${failed.map(({ name, reason }) => `${name} (${reason})`).join("; ")}`, {
      hint: "The function of this workflow is deployed. Correct what AWS names, then run again: it moves the rest.",
      code: "layer-users",
    });
  }
}

async function moveOne(inputs: Inputs, journal: Journal, user: LayerUser, target: Target): Promise<LayerUserFacts> {
  const { name, version: before, unfit } = user;
  if (unfit !== undefined) {
    return { ...userFacts(user), outcome: "skipped" };
  }
  try {
    const lambda = await connectLambda(inputs.region, name, journal.calls);
    const writing = { lambda, waitMs: inputs.waitMs, clock: CLOCK, timed: journal.timed };
    const moved = await moveUser(writing, target.shared, target.arn);
    if (moved.outcome === "left") {
      journal.say(`${name} ${moved.why}.`);
      return { ...userFacts(user), outcome: "skipped", reason: moved.why };
    }
    journal.say(`${name}: layer version ${before} → ${target.version}.`);
    return { name, version: target.version, behind: false, before, outcome: "moved" };
  } catch (error) {
    const { message } = describeFailure(error, { functionName: name, region: inputs.region });
    journal.say(`${name}: ${message}`);
    return { ...userFacts(user), outcome: "failed", reason: message };
  }
}

/** Decided anew: aliases may have moved since the plan was made, also by this run. */
async function deleteVersions(request: TidyRequest): Promise<void> {
  const { keepVersions } = request.upkeep.wish;
  if (keepVersions === undefined) {
    return;
  }
  await deleting(request, "delete-versions", { ...NOTHING, keepVersions }, ({ versions, aliases }, inventory) =>
    pruneVersions(
      versions.map(({ version }) => version),
      aliases,
      keepVersions,
    ).delete.map((version) => ({ name: version, delete: () => inventory.deleteVersion(version) })),
  );
}

/** Decided anew: functions may have come to old versions, or left them. */
async function deleteLayerVersions(request: TidyRequest): Promise<void> {
  const { keepLayerVersions } = request.upkeep.wish;
  if (keepLayerVersions === undefined) {
    return;
  }
  await deleting(
    request,
    "delete-layer-versions",
    { ...NOTHING, keepLayerVersions },
    ({ layerVersions, functions }, inventory) =>
      pruneLayerVersions({
        versions: layerVersions,
        functions,
        keep: keepLayerVersions,
        newest: request.newest,
      }).delete.map(({ arn, version }) => ({
        name: String(version),
        delete: () => inventory.deleteLayerVersion(arn),
      })),
  );
}

const NOTHING: UpkeepWish = { moveUsers: false, keepLayerVersions: undefined, keepVersions: undefined };

interface Deletion {
  readonly name: string;
  readonly delete: () => Promise<void>;
}

/** Nothing here fails a deploy: what AWS refuses is named in a warning. The plan then tells what was really deleted. */
async function deleting(
  { inputs, journal, lambda }: TidyRequest,
  action: "delete-versions" | "delete-layer-versions",
  wish: UpkeepWish,
  choose: (stock: Stock, inventory: Inventory) => readonly Deletion[],
): Promise<void> {
  const what = action === "delete-versions" ? "version" : "layer version";
  const inventory = await connectInventory(inputs.region, inputs.functionName.given, journal.calls);
  const chosen = await readStock(wish, { ...inputs, inventory, lambda }).then(
    (stock) => choose(stock, inventory),
    (error: unknown) => {
      journal.notice({ level: "warning", text: `Old ${what}s were not looked for. ${whyRefused(error)}` });
      return [];
    },
  );
  const done: string[] = [];
  const refused: { readonly name: string; readonly why: string }[] = [];
  for (const deletion of chosen) {
    try {
      await deletion.delete();
      done.push(deletion.name);
    } catch (error) {
      // Somebody else was faster.
      if (!isMissing(error)) {
        refused.push({ name: deletion.name, why: whyRefused(error) });
      }
    }
  }
  if (refused.length > 0) {
    const names = refused.map(({ name }) => name).join(", ");
    const text = `Of the old ${what}s, these were not deleted: ${names}. ${refused[0]?.why}`;
    journal.notice({ level: "warning", text });
  }
  const keep = action === "delete-versions" ? wish.keepVersions : wish.keepLayerVersions;
  const reasonOf = action === "delete-versions" ? versionsReason : layerVersionsReason;
  const reason = done.length === 0 ? "None was deleted." : reasonOf(done, keep);
  const plan = (journal.known().plan ?? []).map((it) => (it.action === action ? { action, reason } : it));
  journal.learn({ plan });
  journal.say(reason);
}

/** Throws again what did not come from AWS. */
function whyRefused(error: unknown): string {
  const failure = awsFailure(error);
  if (failure === undefined) {
    throw error;
  }
  return isConflict(error) ? failure.message : describeFailure(error).message;
}
