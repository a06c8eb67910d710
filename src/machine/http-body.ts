import { addAbortSignal, type Readable } from "node:stream";

/**
 * The whole body of an answer; undefined when it has more than `most` bytes. Rejects when it is not over after so many ms.
 * The client's own readBody() never ends when the connection breaks.
 */
export async function readBody(
  message: Readable,
  longestMs: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of addAbortSignal(AbortSignal.timeout(longestMs), message)) {
    chunks.push(chunk);
    received += chunk.length;
    if (received > most) {
      return undefined;
    }
  }
  return Buffer.concat(chunks);
}
