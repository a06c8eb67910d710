import type { FunctionState, ZipContent } from "../aws/lambda.js";
import {
  applyUpdate,
  assertSame,
  codeUpdate,
  configurationUpdate,
  idle,
  type Settings,
  settingsOf,
  type Update,
  type Writing,
  wordFor,
} from "./update.js";

export interface RestoreRequest extends Writing {
  /** $LATEST before this run wrote to it. */
  readonly before: FunctionState;
  /** What this run wanted $LATEST to become, or became on the way. */
  readonly sent: Partial<Settings>;
  /** The code before, as Lambda takes it; undefined when it was not laid aside. */
  readonly code: (() => Promise<ZipContent>) | undefined;
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
  const was = settingsOf(before);
  const found = settingsOf(now);
  const changed = (Object.keys(was) as (keyof Settings)[]).filter((key) => was[key] !== found[key]);
  assertSame({ ...was, ...Object.fromEntries(changed.map((key) => [key, sent[key]])) } as Settings, found);
  if (changed.length === 0) {
    return { outcome: "restored", parts: [] };
  }
  const codeChanged = changed.includes("codeSha256") || changed.includes("architecture");
  if (codeChanged && request.code === undefined) {
    return { outcome: "left" };
  }
  const configuration = configurationUpdate({
    layers: changed.includes("layerArns") ? before.layers.map(({ arn }) => arn) : undefined,
    runtime: changed.includes("runtime") ? before.runtime : undefined,
  });
  const updates: readonly (Update | undefined)[] = [
    changed.some((key) => key === "layerArns" || key === "runtime") ? configuration : undefined,
    codeChanged && request.code !== undefined ? oldCode(before, await request.code()) : undefined,
  ];
  let state = now;
  // The way back passes through the same states as the way there, so it fits Lambda's limit too.
  for (const update of request.codeFirst ? updates : updates.toReversed()) {
    state = update === undefined ? state : await applyUpdate(request, state, update);
  }
  assertSame(was, settingsOf(state));
  return { outcome: "restored", parts: changed.map(wordFor) };
}

function oldCode({ codeSha256, architecture }: FunctionState, content: ZipContent): Update {
  return codeUpdate({ content, codeSha256, architecture });
}
