import type { Lambda } from "../aws/lambda.js";
import type { AwsInputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import { deleteLayerVersions, deleteVersions } from "./delete-old.js";
import { moveUsers } from "./move-users.js";
import type { UpkeepPlan } from "./upkeep.js";

export interface TidyRequest {
  readonly inputs: AwsInputs;
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
