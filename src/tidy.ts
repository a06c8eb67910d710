import { connectInventory } from "./aws/inventory.js";
import type { Lambda } from "./aws/lambda.js";
import { deleteLayerVersions, deleteVersions } from "./delete-old.js";
import type { Inputs } from "./inputs.js";
import type { Journal } from "./journal.js";
import { moveUsers } from "./move-users.js";
import { planUpkeep, readStock, type UpkeepPlan, type UpkeepRequest, userFacts, wishOf } from "./upkeep.js";

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
