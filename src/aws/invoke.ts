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

/** A function runs for 15 minutes at most. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_RUN = { ...REQUEST_HANDLER, socketTimeout: 900_000 };

/** One attempt only: what a function does twice, nobody can take back. */
export function connectInvoke(region: string, functionName: string, log: CallLog): Invoke {
  const client = new LambdaClient({ region, maxAttempts: 1, requestHandler: LONGEST_RUN });
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
