import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface Registry {
  /** `…/simple/` */
  readonly url: string;
  stop(): Promise<void>;
}

interface Page {
  readonly name: string;
  readonly files: readonly { readonly url: string }[];
}

const JSON_TYPE = "application/vnd.pypi.simple.v1+json";

/**
 * A package index on loopback that asks the real one once and keeps pages and files in `directory`: every tool gets the real
 * pages in their real length, always at the same speed, and 304 for what it has already.
 */
export async function startRegistry(directory: string, index = machineIndex()): Promise<Registry> {
  const { base, headers } = withoutCredentials(index);
  const pages = new Map<string, Promise<Served>>();
  const server = createServer((request, response) => {
    serve(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await mkdir(directory, { recursive: true });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind, rest = ""] = /^\/(simple|files)\/(.+?)\/?$/.exec(request.url ?? "") ?? [];
    if (kind === "simple") {
      const page = pages.get(rest) ?? readPage(rest);
      pages.set(rest, page);
      return send(request, response, await page);
    }
    if (kind === "files") return send(request, response, await readFileOf(rest));
    response.writeHead(404).end();
  }

  async function readPage(name: string): Promise<Served> {
    const address = `${base}${name}/`;
    const text = await kept(directory, address, { ...headers, accept: JSON_TYPE });
    const page = JSON.parse(text.toString()) as Page;
    const files = page.files.map((file) => ({
      ...file,
      url: `${origin}/files/${new URL(file.url, address).href.replace("://", "/")}`,
    }));
    const plain = Buffer.from(JSON.stringify({ ...page, files }));
    return { plain, zipped: gzipSync(plain), type: JSON_TYPE, freshness: "max-age=0" };
  }

  async function readFileOf(address: string): Promise<Served> {
    const plain = await kept(directory, address.replace("/", "://"), headers);
    return { plain, type: "application/octet-stream", freshness: "max-age=365000000, immutable, public" };
  }

  return {
    url: `${origin}/simple/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Served {
  readonly plain: Buffer;
  readonly zipped?: Buffer;
  readonly type: string;
  readonly freshness: string;
}

function send(request: IncomingMessage, response: ServerResponse, served: Served): void {
  const { plain, zipped, type, freshness } = served;
  const etag = `"${createHash("sha1").update(plain).digest("hex")}"`;
  const headers = {
    etag,
    "content-type": type,
    "cache-control": freshness,
    "accept-ranges": "bytes",
    vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, headers).end();
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "");
  if (range !== null) {
    const [, from = "", to = ""] = range;
    const start = from === "" ? Math.max(0, plain.length - Number(to)) : Number(from);
    const end = from === "" || to === "" ? plain.length - 1 : Math.min(Number(to), plain.length - 1);
    const part = plain.subarray(start, end + 1);
    const length = { "content-range": `bytes ${start}-${end}/${plain.length}`, "content-length": part.length };
    return void response.writeHead(206, { ...headers, ...length }).end(part);
  }
  const gzip = zipped !== undefined && /gzip/.test(request.headers["accept-encoding"] ?? "");
  const body = gzip ? zipped : plain;
  response.writeHead(200, { ...headers, "content-length": body.length, ...(gzip && { "content-encoding": "gzip" }) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The index that this machine uses. */
function machineIndex(): string {
  const { UV_DEFAULT_INDEX, UV_INDEX_URL, PIP_INDEX_URL } = process.env;
  return UV_DEFAULT_INDEX ?? UV_INDEX_URL ?? PIP_INDEX_URL ?? "https://pypi.org/simple/";
}

// `fetch` refuses credentials in an address.
function withoutCredentials(index: string): { readonly base: string; readonly headers: Record<string, string> } {
  const url = new URL(index);
  const userinfo = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  const headers = userinfo === ":" ? {} : { authorization: `Basic ${Buffer.from(userinfo).toString("base64")}` };
  return { base: url.href.replace(/\/*$/, "/"), headers };
}

async function kept(directory: string, address: string, headers: Record<string, string>): Promise<Buffer> {
  const file = join(directory, createHash("sha256").update(address).digest("hex"));
  if (existsSync(file)) return readFile(file);
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const content = Buffer.from(await response.arrayBuffer());
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
  return content;
}
