import type { Lambda } from "../aws/lambda.js";
import type { AwsInputs } from "../inputs.js";
import { type Journal, planSteps } from "../journal.js";
import {
  asksForNothing,
  NO_STOCK,
  planUpkeep,
  readStock,
  type UpkeepPlan,
  type UpkeepRequest,
  userFacts,
  wishOf,
} from "./upkeep.js";

export interface LookAheadRequest extends Omit<UpkeepRequest, "wish" | "stock"> {
  readonly inputs: AwsInputs;
  readonly journal: Journal;
  readonly lambda: Lambda;
}

/** Plans the upkeep, and reads what that needs: nothing, unless the inputs ask for it. */
export async function lookAhead({ journal, lambda, ...request }: LookAheadRequest): Promise<UpkeepPlan> {
  const { inputs, plan, layer, latest } = request;
  const wish = wishOf(inputs, plan, layer, latest);
  const readInventory = async () => {
    const { connectInventory } = await import("../aws/inventory.js");
    const inventory = connectInventory(inputs.region, inputs.functionName.given, journal.calls);
    return readStock(wish, { inventory, lambda, layerName: inputs.layerName });
  };
  const stock = asksForNothing(wish) ? NO_STOCK : await readInventory();
  const upkeep = planUpkeep({ ...request, wish, stock });
  journal.learn({ ...(upkeep.users && { layerUsers: upkeep.users.map(userFacts) }) });
  planSteps(journal, upkeep.changes);
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
