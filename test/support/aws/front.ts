import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Recorder } from "./calls.ts";
import { cannedAnswer, type Fault, type Faults } from "./faults.ts";
import type { Answer } from "./lambda/scene.ts";
import { AwsError } from "./lambda/texts.ts";
import { namedByBody, type Operation, operationOf } from "./operations.ts";

export interface FrontRequest {
  readonly operation: Operation;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  /** To be told the bytes of a zip that the request brought and that is taken. */
  readonly uploaded: (bytes: number) => void;
}

export interface Front {
  readonly recorder: Recorder;
  readonly faults: Faults;
  isLocation(path: string): boolean;
  /** Throws an AwsError when AWS would refuse. */
  answer(request: FrontRequest): Promise<Answer>;
}

// Longer than any test thinks between two calls: a connection that ends while a client takes it up again looks like a fault.
const IDLE_MS = 600_000;

/** Starts the HTTP server that stands where AWS stands: it records, breaks what a test wants broken, and answers. */
export async function startFront(front: Front): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    handle(front, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: IDLE_MS }, serve);
  // S3 uploads ask first whether they may send their body; without an answer the SDK waits for seconds.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    response.writeContinue();
    serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The emulator has no port.");
  return { url: `http://127.0.0.1:${address.port}`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const named = front.isLocation(url.pathname)
    ? { service: "location" as const, op: "location.GetObject", fn: undefined, region: "", input: {} }
    : operationOf(method, url, request.headers.authorization);
  const fault = front.faults.take(named);
  const end = front.recorder.begin(named, request.headers);
  const reset = (bytes: number) => {
    end({ status: "reset", bytes, fault: fault?.kind });
    request.socket.resetAndDestroy();
  };
  if (fault?.kind === "resetBefore") return reset(0);
  const body = await readBody(request, fault);
  if (body === "cut") return reset(fault?.kind === "resetDuringUpload" ? fault.bytes : 0);
  if (body === "gone") return end({ status: "gone", fault: fault?.kind });
  if (fault?.kind === "silence") return silence(request, () => end({ status: "gone", fault: fault.kind }));
  if (fault?.kind === "delay") await sleep(fault.ms);

  const operation = namedByBody(named, body);
  let zipBytes = 0;
  const uploaded = (bytes: number) => {
    zipBytes = bytes;
  };
  const forwarded = { operation, method, url, headers: request.headers, body, uploaded };
  const answer = cannedAnswer(fault, operation) ?? (await answerOf(front, forwarded, fault));
  if (fault?.kind === "lostReply") return reset(body.length);
  const sent = send(response, answer, method);
  end({ op: operation.op, status: sent, bytes: body.length, zipBytes, fault: fault?.kind });
}

/** Until the client goes away. */
function silence({ socket }: IncomingMessage, gone: () => void): void {
  socket.once("close", gone);
}

async function answerOf(front: Front, request: FrontRequest, fault: Fault | undefined): Promise<Answer | AwsError> {
  try {
    if (fault?.kind === "meanwhile") await fault.run();
    return await front.answer(request);
  } catch (error) {
    if (error instanceof AwsError) return error;
    // A mistake of the emulator or of a test must not look like a server error of AWS, which clients retry.
    return new AwsError(501, "EmulatorDefect", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** The body; `cut`: the fault wants the connection broken; `gone`: the client went away. */
async function readBody(request: IncomingMessage, fault: Fault | undefined): Promise<Buffer | "cut" | "gone"> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (fault?.kind === "resetDuringUpload" && length >= fault.bytes) return "cut";
      if (fault?.kind === "slow") await sleep((chunk.length / fault.bytesPerSecond) * 1000);
    }
  } catch {
    return "gone";
  }
  return Buffer.concat(chunks);
}

// The form of AWS's JSON errors: [rec] `Type` and `message`, with a capital for what is not found.
function errorAnswer(error: AwsError): Answer {
  const member = error.code === "ResourceNotFoundException" ? "Message" : "message";
  const type = error.code === "ValidationException" ? {} : { Type: error.status < 500 ? "User" : "Service" };
  return {
    status: error.status,
    json: { ...type, ...(error.message !== "" && { [member]: error.message }) },
    headers: { "x-amzn-errortype": error.code },
  };
}

function send(response: ServerResponse, answer: Answer | AwsError, method: string): number {
  const { status, json, headers, body } = answer instanceof AwsError ? errorAnswer(answer) : answer;
  const bytes = json === undefined ? body : Buffer.from(JSON.stringify(json));
  response.writeHead(status, {
    "x-amzn-requestid": randomUUID(),
    ...(json !== undefined && { "content-type": "application/json" }),
    ...headers,
    ...(status !== 204 && method !== "HEAD" && { "content-length": bytes?.length ?? 0 }),
  });
  response.end(method === "HEAD" ? undefined : bytes);
  return status;
}
