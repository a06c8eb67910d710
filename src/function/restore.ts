import type { FunctionState, ZipContent } from "../aws/lambda.js";
import { ActionError } from "../errors.js";
import { assertSame, differences, type Settable, settableOf, wordFor } from "./settable.js";
import { differingSettings } from "./settings.js";
import { applyUpdate, codeUpdate, configurationUpdate, idle, type Update, type Writing } from "./update.js";

export interface RestoreRequest extends Writing {
  /** $LATEST before this run wrote to it. */
  readonly before: FunctionState;
  /** What this run wanted $LATEST to become, or became on the way. */
  readonly sent: Partial<Settable>;
  /** The code before, as Lambda takes it; undefined when it was not laid aside. */
  readonly code: (() => Promise<ZipContent>) | undefined;
  /** The same, fetched only now. Throws when that is not possible. */
  readonly lateCode: () => Promise<ZipContent>;
  readonly codeFirst: boolean;
}

/** What became of a function whose deploy failed half-way. */
export type Restored =
  /** Everything that was changed is as it was: `code`, `layers`. */
  | { readonly outcome: "restored"; readonly parts: readonly string[] }
  /** $LATEST holds the new code and layers, whole: the old code was not laid aside. */
  | { readonly outcome: "left" };

/**
 * Puts back every field of $LATEST that this run changed, in the reverse order. Throws when somebody else changed the
 * function meanwhile: their work is not overwritten.
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
  const { before, sent } = request;
  const now = await idle(request);
  const was = settableOf(before);
  const found = settableOf(now);
  const changed = differences(was, found);
  assertSame({ ...was, ...Object.fromEntries(changed.map((key) => [key, sent[key]])) } as Settable, found);
  if (changed.length === 0) {
    return { outcome: "restored", parts: [] };
  }
  const codeChanged = changed.some((key) => CODE.includes(key));
  const code = codeFor(request, now);
  if (codeChanged && code === undefined) {
    return { outcome: "left" };
  }
  const configuration = configurationUpdate({
    layers: changed.includes("layerArns") ? before.layers.map(({ arn }) => arn) : undefined,
    runtime: changed.includes("runtime") ? before.runtime : undefined,
    settings: differingSettings(now.settings, before.settings),
  });
  const updates: readonly (Update | undefined)[] = [
    changed.some((key) => !CODE.includes(key)) ? configuration : undefined,
    codeChanged && code !== undefined ? oldCode(before, await code()) : undefined,
  ];
  let state = now;
  // The way back passes through the same states as the way there, so it fits Lambda's limit too.
  for (const update of request.codeFirst ? updates : updates.toReversed()) {
    state = update === undefined ? state : await applyUpdate(request, state, update);
  }
  assertSame(was, settableOf(state));
  if (changed.includes("settings")) {
    checkEnvironment(request);
  }
  return { outcome: "restored", parts: changed.map(wordFor) };
}

/** The old code; when an update failed, it runs still, beside whatever else is new: then it is worth fetching it. */
function codeFor({ code, lateCode }: RestoreRequest, { readiness }: FunctionState): RestoreRequest["code"] {
  return code ?? (readiness.status === "failed" ? lateCode : undefined);
}

/** Throws when the variables that were there before could not be read, and so not be put back. */
function checkEnvironment({ before, sent }: RestoreRequest): void {
  if (sent.settings?.environment !== undefined && before.settings.environment === undefined) {
    throw new ActionError(
      "The old `environment` could not be read, so the new one stays; everything else is as it was.",
      {
        hint: "Allow `kms:Decrypt` on the function's key.",
        code: "environment",
      },
    );
  }
}

/** What UpdateFunctionCode sets; the rest is configuration. */
const CODE: readonly (keyof Settable)[] = ["codeSha256", "architecture", "sourceKmsKey"];

function oldCode({ codeSha256, architecture, sourceKmsKey }: FunctionState, content: ZipContent): Update {
  return codeUpdate({ content, codeSha256, architecture, sourceKmsKey });
}
