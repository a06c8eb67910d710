import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { saveFromIndex } from "../../src/layer/package-index.ts";
import { installFrom } from "../support/install.ts";
import { temporaryDirectory } from "../support/workspace.ts";

/** An index whose pages are sent by `answer`. */
async function indexThat(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`;
}

async function fetchUvFrom(index: string): Promise<string> {
  const target = join(await temporaryDirectory("hostile"), "uv.whl");
  return saveFromIndex({ index, project: "uv", file: "uv.whl", size: 1 }, target);
}

describe("a hostile index", () => {
  test.each([
    ["of anchors that never end", "<a ".repeat(1_000_000)],
    ["of links that never end", `<a ${"href='".repeat(500_000)}`],
    ["of texts that never end", "<a href=''>x".repeat(500_000)],
  ])("does not hold the run with a page %s", async (_, page) => {
    const index = await indexThat((response) => response.end(page));
    await expect(fetchUvFrom(index)).rejects.toThrow("has no uv.whl");
  });

  test("does not fill the memory with a page without end", async () => {
    const index = await indexThat((response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(1024 ** 2)));
      };
      response.on("drain", more);
      more();
    });
    await expect(fetchUvFrom(index)).rejects.toThrow("sends more than 33554432 bytes as its list of files");
  });

  test("is not waited for when the time is over, though it goes on answering", async () => {
    const index = await indexThat((response) => {
      const timer = setInterval(() => response.write("<!-- -->"), 100);
      response.on("close", () => clearInterval(timer));
    });
    const installing = installFrom("foo", { env: { UV_DEFAULT_INDEX: index }, signal: AbortSignal.timeout(2_000) });
    await expect(installing).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
