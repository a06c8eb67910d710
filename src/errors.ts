/** A failure that a person can act on: one sentence, one next step. Every failure this action foresees is one of these. */
export class ActionError extends Error {
  readonly hint: string | undefined;
  /** Short machine word for report-json, e.g. `input`, `no-wheel`, `too-large`, or the name of the AWS error. */
  readonly code: string;

  constructor(message: string, options: { readonly hint?: string; readonly code: string; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "ActionError";
    this.hint = options.hint;
    this.code = options.code;
  }
}
