import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readBody } from "../../src/machine/http-body.ts";

const LONG_MS = 60_000;
const bodyOf = (...chunks: readonly string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

/** Sends a little, and then neither more nor an end. */
const silent = () => {
  const body = new Readable({ read() {} });
  body.push("half an ans");
  return body;
};

describe("the body of an answer", () => {
  it("is read to its end", async () => {
    expect(String(await readBody(bodyOf("one ", "two"), LONG_MS))).toBe("one two");
  });

  it("may have as many bytes as are allowed, and no more", async () => {
    expect(String(await readBody(bodyOf("abc", "d"), LONG_MS, 4))).toBe("abcd");
    const body = bodyOf("abc", "de", "f");
    expect(await readBody(body, LONG_MS, 4)).toBeUndefined();
    expect(body.destroyed).toBe(true);
  });

  it("is given up when it does not end in time", { timeout: 5_000 }, async () => {
    const body = silent();
    await expect(readBody(body, 20)).rejects.toThrow("aborted");
    expect(body.destroyed).toBe(true);
  });
});
