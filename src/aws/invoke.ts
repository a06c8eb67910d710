import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { type CallLog, REQUEST_HANDLER, watchCalls } from "./client.js";

/** What Lambda answered to an Invoke; it answers 200 also when the function crashed. */
export interface Invocation {
  readonly payload: string;
  /** `Unhandled`: then the payload describes the error. */
  readonly functionError: string | undefined;
  /** Base64 of the last 4 KB of the log. */
  readonly logResult: string | undefined;
}

/** Runs a version (or `$LATEST`) with an event in JSON and waits for its answer. Throws the SDK's errors. */
export type Invoke = (qualifier: string, event: string) => Promise<Invocation>;

/**
 * One attempt only: what a function does twice, nobody can take back. A server that sends nothing for `silenceMs` counts as gone:
 * longer than the function can run.
 */
export function connectInvoke(region: string, functionName: string, log: CallLog, silenceMs: number): Invoke {
  const requestHandler = { ...REQUEST_HANDLER, socketTimeout: silenceMs };
  const client = new LambdaClient({ region, maxAttempts: 1, requestHandler });
  watchCalls(client, log);
  return async (qualifier, event) => {
    const command = new InvokeCommand({
      FunctionName: functionName,
      Qualifier: qualifier,
      InvocationType: "RequestResponse",
      LogType: "Tail",
      Payload: Buffer.from(event),
    });
    const reply = await client.send(command);
    return {
      payload: reply.Payload?.transformToString() ?? "",
      functionError: reply.FunctionError,
      logResult: reply.LogResult,
    };
  };
}
