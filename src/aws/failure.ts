/** The parts of an SDK error that decide what to do; anything thrown can be looked at this way. */
export interface AwsFailure {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  /** `GetFunction`, `s3.PutObject`; undefined when AWS was not asked. */
  readonly operation: string | undefined;
}

/** Reads an error of the SDK; undefined when the error did not come from a call to AWS. */
export function awsFailure(error: unknown): AwsFailure | undefined {
  if (!(error instanceof Error) || !("operation" in error) || typeof error.operation !== "string") {
    return undefined;
  }
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return {
    name: error.name,
    message: error.message,
    status: $metadata?.httpStatusCode,
    operation: error.operation,
  };
}

/** True when AWS may or may not have carried the request out: no answer came, or one without meaning. */
export function isUnclear(error: unknown): boolean {
  const failure = awsFailure(error);
  return failure !== undefined && (failure.status === undefined ? !isCredentials(failure) : failure.status >= 500);
}

/** True when AWS refused because another update of the function is under way. */
export function isConflict(error: unknown): boolean {
  return awsFailure(error)?.name === "ResourceConflictException";
}

/** True when AWS refused because too many calls were made; the call had no effect. */
export function isThrottled(error: unknown): boolean {
  const failure = awsFailure(error);
  return failure !== undefined && (failure.status === 429 || failure.name === "ThrottlingException");
}

export function isMissing(error: unknown): boolean {
  return awsFailure(error)?.status === 404;
}

export function isDenied(error: unknown): boolean {
  return awsFailure(error)?.status === 403;
}

/** The answer; undefined when AWS has no such thing. */
export function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  return unless(isMissing, answer);
}

/** The same; undefined also when it may not be read. */
export function unlessHidden<T>(answer: Promise<T>): Promise<T | undefined> {
  return unless((error) => isMissing(error) || isDenied(error), answer);
}

async function unless<T>(isExpected: (error: unknown) => boolean, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isExpected(error)) {
      return undefined;
    }
    throw error;
  }
}

/** True when no credentials could be loaded: nothing was sent. */
export function isCredentials(failure: AwsFailure): boolean {
  return failure.name === "CredentialsProviderError";
}

/** Short values are no secrets worth the name, and hiding each "1" would make an error unreadable. */
const SHORTEST_SECRET = 4;

/** Takes secrets that were sent out of the error that came back. */
export async function withoutSecrets<T>(secrets: readonly string[], send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Error) {
      const hide = (text: string) =>
        secrets
          .filter(({ length }) => length >= SHORTEST_SECRET)
          .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
          .reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
      error.message = hide(error.message);
      error.stack = hide(error.stack ?? "");
    }
    throw error;
  }
}
