import { awsFailure, isConflict, isMissing } from "../aws/failure.js";
import { connectInventory, type Inventory } from "../aws/inventory.js";
import { describeFailure } from "../failure.js";
import { pruneVersions } from "../function/prune-versions.js";
import { pruneLayerVersions } from "../layer/prune.js";
import type { TidyRequest } from "./tidy.js";
import { layerVersionsReason, readStock, type Stock, type UpkeepWish, versionsReason } from "./upkeep.js";

/** Deletes old versions of the function. Decided anew: aliases may have moved since the plan was made, also by this run. */
export async function deleteVersions(request: TidyRequest): Promise<void> {
  const { keepVersions } = request.upkeep.wish;
  if (keepVersions === undefined) {
    return;
  }
  await deleting(request, "delete-versions", { ...NOTHING, keepVersions }, ({ versions, aliases }, inventory) =>
    pruneVersions(
      versions.map(({ version }) => version),
      aliases,
      keepVersions,
    ).map((version) => ({ name: version, delete: () => inventory.deleteVersion(version) })),
  );
}

/** Deletes old versions of our layer. Decided anew: functions may have come to old versions, or left them. */
export async function deleteLayerVersions(request: TidyRequest): Promise<void> {
  const { journal, newest, upkeep } = request;
  const { keepLayerVersions: keep } = upkeep.wish;
  if (keep === undefined) {
    return;
  }
  const wish = { ...NOTHING, keepLayerVersions: keep };
  const gone = await deleting(
    request,
    "delete-layer-versions",
    wish,
    ({ layerVersions: versions, functions }, inventory) =>
      pruneLayerVersions({ versions, functions, keep, newest }).delete.map(({ arn, version }) => ({
        name: String(version),
        delete: () => inventory.deleteLayerVersion(arn),
      })),
  );
  const { layer } = journal.known();
  if (layer !== undefined) {
    journal.learn({
      layer: { ...layer, newest: layer.newest.filter(({ version }) => !gone.includes(String(version))) },
    });
  }
}

const NOTHING: UpkeepWish = { moveUsers: false, keepLayerVersions: undefined, keepVersions: undefined };

interface Deletion {
  readonly name: string;
  readonly delete: () => Promise<void>;
}

/** Deletes, and returns what is gone. What AWS refuses is named in a warning. The plan then tells what was really deleted. */
async function deleting(
  { inputs, journal, lambda }: TidyRequest,
  action: "delete-versions" | "delete-layer-versions",
  wish: UpkeepWish,
  choose: (stock: Stock, inventory: Inventory) => readonly Deletion[],
): Promise<readonly string[]> {
  const what = action === "delete-versions" ? "version" : "layer version";
  const inventory = connectInventory(inputs.region, inputs.functionName.given, journal.calls);
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
      await deletion.delete().catch(unlessGone);
      done.push(deletion.name);
    } catch (error) {
      refused.push({ name: deletion.name, why: whyRefused(error) });
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
  return done;
}

/** Throws again what did not come from AWS. */
function whyRefused(error: unknown): string {
  const failure = awsFailure(error);
  if (failure === undefined) {
    throw error;
  }
  return isConflict(error) ? failure.message : describeFailure(error).message;
}

/** Also an attempt of ours whose reply was lost may have deleted it. */
function unlessGone(error: unknown): void {
  if (!isMissing(error)) {
    throw error;
  }
}
