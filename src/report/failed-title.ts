import { escapeName } from "./escape.js";
import type { Facts } from "./facts.js";
import { plural } from "./markdown.js";

/** What a run that failed left behind, in the few words of a title. */
export function failedTitle(facts: Facts): string {
  const { alias, completed, error, layerUsers = [], mode, plan } = facts;
  if (mode === "report") {
    return "the size report failed";
  }
  if (plan[completed]?.action === "update-layer-users" && layerUsers.some(({ outcome }) => outcome === "failed")) {
    return `${completed > 0 ? "deployed, but " : ""}not every function on its layer was moved`;
  }
  if (error?.code === "check-failed") {
    const live = alias === undefined ? ", the new code is live" : "";
    return `a check failed${alias?.before === undefined ? live : `, version ${escapeName(alias.before)} is still live`}`;
  }
  const touched = plan.slice(0, completed).some(({ action }) => action !== "publish-layer");
  return touched ? `deploy stopped after ${completed} of ${plural(plan.length, "step")}` : "not deployed";
}
