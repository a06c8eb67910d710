import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { saveFromIndex } from "../../src/layer/package-index.ts";
import { findUv } from "../../src/layer/uv.ts";
import { UV_VERSION, UV_WHEELS } from "../../src/layer/uv-release.ts";
import { machineEnvironment, searchPath } from "../support/machine.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const windows = process.platform === "win32";
const program = windows ? "uv.exe" : "uv";
const wheel = UV_WHEELS[`${process.platform}-${process.arch}`];
if (wheel === undefined) throw new Error(`No uv is pinned for ${process.platform} ${process.arch}.`);

/** The released file, as PyPI serves it. */
let released: Buffer;

beforeAll(async () => {
  const file = join(await temporaryDirectory("uv"), wheel.file);
  const index = process.env.UV_DEFAULT_INDEX ?? process.env.PIP_INDEX_URL ?? "https://pypi.org/simple";
  await saveFromIndex({ index, project: "uv", file: wheel.file, size: wheel.size }, file);
  released = await readFile(file);
});

describe("a uv on PATH", () => {
  test("is taken when it is new enough", async () => {
    const uv = inject("uv");

    const found = await find({ PATH: searchPath(dirname(uv)) });

    expect(found).toEqual({ path: uv, version: expect.stringMatching(/^0\.\d+\.\d+$/) });
  });

  // A program for Windows cannot be written by a test.
  test.skipIf(windows).each([
    ["uv 0.13.0", 0, true],
    ["uv 0.14.2 (x86_64-unknown-linux-gnu)", 0, true],
    ["uv 1.0.0", 0, true],
    ["uv 0.12.24", 0, false],
    ["uv 0.9.30", 0, false],
    ["something else", 0, false],
    ["uv 9.9.9", 127, false], // the shim of a version manager without a version
  ])("that says %j with exit code %j is new enough: %j", async (output, code, taken) => {
    const directory = await temporaryDirectory("path");
    await writeFile(join(directory, "uv"), `#!/bin/sh\necho '${output}'\nexit ${code}\n`, { mode: 0o755 });
    const index = await serve((_, response) => response.writeHead(404).end());

    const found = await find({ PATH: directory, UV_DEFAULT_INDEX: index.url }).then(
      (uv) => uv.path,
      (error) => error.code,
    );

    expect(found).toBe(taken ? join(directory, "uv") : "uv-fetch");
  });
});

test.skipIf(windows)("a uv in the workspace is never started, also from the tool cache", async () => {
  const workspace = await temporaryDirectory("workspace");
  const marker = join(await temporaryDirectory("marker"), "started");
  const script = `#!/bin/sh\n: > '${marker}'\necho 'uv ${UV_VERSION}'\n`;
  const cached = join(workspace, "lambda-layers-deploy-uv", UV_VERSION);
  await mkdir(join(cached, process.arch), { recursive: true });
  await writeFile(join(cached, `${process.arch}.complete`), "");
  for (const file of [join(workspace, "uv"), join(cached, process.arch, "uv")]) {
    await writeFile(file, script, { mode: 0o755 });
  }
  const index = await serve((_, response) => response.writeHead(404).end());
  const env = { PATH: `.:${workspace}`, UV_DEFAULT_INDEX: index.url };

  await expect(find(env, { workspace, temp: workspace, toolCacheDirectory: workspace })).rejects.toMatchObject({
    code: "uv-fetch",
  });
  expect(existsSync(marker)).toBe(false);
});

describe("the pinned uv", () => {
  test("is fetched once, and comes from the tool cache from then on", async () => {
    const index = await serve(jsonIndex);
    const toolCacheDirectory = await temporaryDirectory("tools");
    const env = { PATH: "", UV_DEFAULT_INDEX: index.url };

    const first = await find(env, { toolCacheDirectory });
    const requests = index.requests.length;
    const second = await find(env, { toolCacheDirectory });

    const directory = join(toolCacheDirectory, "lambda-layers-deploy-uv", UV_VERSION, process.arch);
    expect(first).toEqual({ path: join(directory, program), version: UV_VERSION });
    expect(second).toEqual(first);
    expect(index.requests.length).toBe(requests);
    expect(await readdir(directory)).toEqual([program]);
    expect(execFileSync(first.path, ["--version"], { encoding: "utf8" })).toContain(`uv ${UV_VERSION}`);
  });

  test.each([
    ["is not complete", async (directory: string) => rm(`${directory}.complete`)],
    ["does not run", async (directory: string) => writeFile(join(directory, program), "damaged")],
  ])("is fetched again when the one in the tool cache %s", async (_, damage) => {
    const index = await serve(jsonIndex);
    const toolCacheDirectory = await temporaryDirectory("tools");
    const env = { PATH: "", UV_DEFAULT_INDEX: index.url };
    const first = await find(env, { toolCacheDirectory });
    const requests = index.requests.length;
    await damage(dirname(first.path));

    for (let times = 0; times < 2; times++) {
      expect(await find(env, { toolCacheDirectory })).toEqual(first);
      expect(index.requests.length).toBe(2 * requests);
    }
  });

  test("is put into the temporary directory where there is no tool cache", async () => {
    const index = await serve(jsonIndex);
    const temp = await temporaryDirectory("temp");

    const found = await find({ PATH: "", UV_DEFAULT_INDEX: index.url }, { temp });

    expect(found.path).toBe(join(temp, program));
    expect(await readdir(temp)).toEqual([program]);
  });

  type Configured = readonly [Readonly<Record<string, string>>, readonly string[]];
  test.each<readonly [string, (url: string) => Configured]>([
    [
      "UV_DEFAULT_INDEX",
      (url: string) => [{ UV_DEFAULT_INDEX: `corp=${url}`, PIP_INDEX_URL: "http://127.0.0.1:9/" }, []],
    ],
    ["UV_INDEX_URL", (url: string) => [{ UV_INDEX_URL: url }, []]],
    ["PIP_INDEX_URL", (url: string) => [{ PIP_INDEX_URL: url }, []]],
    ["--index-url in a file", (url: string) => [{ UV_DEFAULT_INDEX: "http://127.0.0.1:9/" }, ["--index-url", url]]],
  ])("comes through the index of %s, with its user and password, also from an HTML page", async (_, configure) => {
    const index = await serve(htmlIndex);
    const [env, indexArguments] = configure(index.url.replace("//", "//user:p%40ss@"));

    const found = await find({ PATH: "", ...env }, { indexArguments });

    const authorization = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;
    expect(found.version).toBe(UV_VERSION);
    expect(index.requests).toEqual([
      { path: "/simple/uv/", authorization },
      { path: `/files/${encodeURIComponent(wheel.file)}?a=1&b=2`, authorization },
    ]);
  });

  test("is fetched again after answers that pass", async () => {
    const answers = [503, 429];
    const index = await serve((request, response, url) => {
      const status = answers.shift();
      if (status === undefined) jsonIndex(request, response, url);
      else response.writeHead(status).end();
    });

    expect((await find({ PATH: "", UV_DEFAULT_INDEX: index.url })).version).toBe(UV_VERSION);
    expect(answers).toEqual([]);
  });
});

describe("an index that cannot serve the pinned uv", () => {
  const hint = "Put uv on the PATH in a step before this one, e.g. with `astral-sh/setup-uv`.";

  test("user and password go to no other host", async () => {
    const other = await serve((_, response) => response.end(released));
    const index = await serve((_, response) => json(response, `${other.url}/${wheel.file}`));

    await find({ PATH: "", UV_DEFAULT_INDEX: index.url.replace("//", "//user:secret@") });

    expect(other.requests).toEqual([{ path: `/simple/${wheel.file}`, authorization: undefined }]);
  });

  test("a file with other bytes is refused and not kept", async () => {
    const index = await serve((request, response, url) => {
      if (request.url?.endsWith(".whl")) response.end(Buffer.concat([released.subarray(1), Buffer.from("x")]));
      else json(response, `${url}/${wheel.file}`);
    });
    const toolCacheDirectory = await temporaryDirectory("tools");

    await expect(find({ PATH: "", UV_DEFAULT_INDEX: index.url }, { toolCacheDirectory })).rejects.toMatchObject({
      message: `uv ${UV_VERSION} could not be fetched: ${wheel.file} from ${index.host} is not the released file, its sha256 differs.`,
      hint,
      code: "uv-checksum",
    });
    const names = await readdir(toolCacheDirectory, { recursive: true });
    expect(names.filter((name) => basename(name) === program || name.endsWith(".complete"))).toEqual([]);
  });

  test.each([
    ["answers 401", 401, "answered 401"],
    ["knows no uv", 404, "answered 404"],
    ["is broken for long", 500, "answered 500"],
  ])("one that %s is named with its host only", async (_, status, reason) => {
    const index = await serve((_request, response) => response.writeHead(status).end());
    const url = index.url.replace("//", "//user:secret@");

    await expect(find({ PATH: "", UV_DEFAULT_INDEX: url })).rejects.toMatchObject({
      message: `uv ${UV_VERSION} could not be fetched: ${index.host} ${reason}.`,
      hint,
      code: "uv-fetch",
    });
  });

  test("one without the file says which", async () => {
    const index = await serve((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<a href='uv-0.0.1.tar.gz'>uv-0.0.1.tar.gz</a>");
    });

    await expect(find({ PATH: "", UV_DEFAULT_INDEX: index.url })).rejects.toMatchObject({
      message: `uv ${UV_VERSION} could not be fetched: ${index.host} has no ${wheel.file}.`,
    });
  });

  test("one that is not there", async () => {
    await expect(find({ PATH: "", UV_DEFAULT_INDEX: "http://user:secret@127.0.0.1:9/simple" })).rejects.toMatchObject({
      message: `uv ${UV_VERSION} could not be fetched: 127.0.0.1:9 cannot be reached (ECONNREFUSED).`,
    });
  });
});

async function find(env: Record<string, string>, others: Partial<Parameters<typeof findUv>[0]> = {}) {
  const temp = await temporaryDirectory("temp");
  return findUv({
    env: { ...machineEnvironment(), ...env },
    workspace: await temporaryDirectory("workspace"),
    toolCacheDirectory: undefined,
    temp,
    indexArguments: [],
    ...others,
  });
}

type Answer = (request: IncomingMessage, response: ServerResponse, url: string) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: Answer) {
  const requests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? "", authorization: request.headers.authorization });
    answer(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}/simple`;
  return { url, host, requests };
}

function jsonIndex(request: IncomingMessage, response: ServerResponse, url: string): void {
  if (request.url === `/simple/${wheel?.file}`) response.end(released);
  else json(response, `${url}/${wheel?.file}`);
}

function json(response: ServerResponse, url: string): void {
  response.setHeader("content-type", "application/vnd.pypi.simple.v1+json");
  response.end(
    JSON.stringify({
      files: [
        { filename: "uv-0.0.1.tar.gz", url: "x" },
        { filename: wheel?.file, url },
      ],
    }),
  );
}

function htmlIndex(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith("/files/")) {
    response.end(released);
    return;
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  const href = `../../files/${encodeURIComponent(wheel?.file ?? "")}?a=1&amp;b=2#sha256=0`;
  response.end(
    `<html><a href="x">uv-0.0.1.tar.gz</a><br/>\n<a data-requires-python="&gt;=3.8" href="${href}">${wheel?.file}</a></html>`,
  );
}
