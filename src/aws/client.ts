/** Counts attempts per API operation (`GetFunction`, `s3.PutObject`) and bytes of accepted uploads. */
export interface CallLog {
  count(operation: string): void;
  uploaded(bytes: number): void;
  snapshot(): { readonly calls: Readonly<Record<string, number>>; readonly uploadedBytes: number };
}

export function createCallLog(): CallLog {
  const calls = new Map<string, number>();
  let uploadedBytes = 0;
  return {
    count: (operation) => calls.set(operation, (calls.get(operation) ?? 0) + 1),
    uploaded: (bytes) => {
      uploadedBytes += bytes;
    },
    snapshot: () => ({ calls: Object.fromEntries(calls), uploadedBytes }),
  };
}

/**
 * One attempt ends when nothing came or went for so long, in ms: a zip may take as long as a slow line needs, and a
 * server that never answers is noticed.
 */
export const REQUEST_HANDLER = { connectionTimeout: 10_000, socketTimeout: 60_000 };

/** The part of the SDK's stack that is used here; its own type differs from client to client. */
interface MiddlewareStack {
  add(middleware: Middleware, options: { readonly step: "initialize" | "deserialize"; readonly name: string }): void;
}

type Next = (args: unknown) => Promise<unknown>;
type Context = { readonly commandName?: string };
type Middleware = (next: Next, context: Context) => Next;

/** Counts what is really sent (the deserialize step lies inside the SDK's retry loop) and names the operation in errors. */
export function watchCalls(client: { readonly middlewareStack: unknown }, log: CallLog, prefix = ""): void {
  const operation = (context: Context) => prefix + (context.commandName ?? "Unknown").replace(/Command$/, "");
  const count: Middleware = (next, context) => (args) => {
    log.count(operation(context));
    return next(args);
  };
  const nameErrors: Middleware = (next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { operation: operation(context) }) : error;
    }
  };
  const stack = client.middlewareStack as MiddlewareStack;
  stack.add(count, { step: "deserialize", name: "countAttempts" });
  stack.add(nameErrors, { step: "initialize", name: "nameErrors" });
}
