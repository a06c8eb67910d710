import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";

export interface IndexOptions {
  /** Paths of wheels and sdists. */
  readonly packages: readonly string[];
  /** Asked for with 401; without them everybody may read. */
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Files, by name, whose hash in the index is another than that of their content. */
  readonly wrongHash?: readonly string[];
  /** Files, by name, that were withdrawn. */
  readonly yanked?: readonly string[];
  /** Answers every request with this status. */
  readonly status?: number;
}

export interface IndexRequest {
  readonly path: string;
  readonly status: number;
  /** The Authorization header, decoded: `user:password`. */
  readonly credentials: string | undefined;
}

export interface PackageIndex {
  /** `…/simple/`, without credentials. */
  readonly url: string;
  readonly urlWithCredentials: string;
  readonly requests: readonly IndexRequest[];
  stop(): Promise<void>;
}

interface Listed {
  readonly name: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly sha256: string;
  readonly yanked: boolean;
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly content?: string | Buffer;
}

const JSON_TYPE = "application/vnd.pypi.simple.v1+json";
const HTML_TYPE = "text/html";

/** A package index on loopback: https://packaging.python.org/en/latest/specifications/simple-repository-api/. */
export async function startPackageIndex(options: IndexOptions): Promise<PackageIndex> {
  const files = await Promise.all(options.packages.map((file) => list(file, options)));
  const requests: IndexRequest[] = [];

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://index").pathname);
    const credentials = credentialsOf(request.headers);
    const { status, type, content = "" } = answer(path, request.headers, credentials);
    const etag = `"${createHash("sha256").update(content).digest("hex")}"`;
    const known = status === 200 && request.headers["if-none-match"] === etag;
    requests.push({ path, status: known ? 304 : status, credentials });
    response.writeHead(known ? 304 : status, {
      ...(status === 401 && { "www-authenticate": 'Basic realm="index"' }),
      ...(status === 200 && { etag, "content-type": type, "cache-control": freshness(path) }),
      ...(known ? {} : { "content-length": Buffer.byteLength(content) }),
    });
    response.end(known || request.method === "HEAD" ? undefined : content);
  });

  function answer(path: string, headers: IncomingHttpHeaders, credentials: string | undefined): Reply {
    if (options.status !== undefined) return { status: options.status };
    const { credentials: wanted } = options;
    if (wanted !== undefined && credentials !== `${wanted.user}:${wanted.password}`) return { status: 401 };
    const file = files.find(({ fileName }) => path === `/files/${fileName}`);
    if (file !== undefined) return { status: 200, type: "application/octet-stream", content: file.content };
    const [, name] = /^\/simple\/([^/]+)\/?$/.exec(path) ?? [];
    const found = files.filter((each) => each.name === name);
    if (name === undefined || found.length === 0) return { status: 404 };
    return headers.accept?.includes(JSON_TYPE)
      ? { status: 200, type: JSON_TYPE, content: jsonPage(name, found) }
      : { status: 200, type: HTML_TYPE, content: htmlPage(found) };
  }

  // As on pypi.org: what exists changes, a file never.
  const freshness = (path: string) => (path.startsWith("/files/") ? "max-age=31536000, immutable" : "max-age=0");

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple/`;
  const { user, password } = options.credentials ?? { user: "", password: "" };
  const userinfo = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return {
    url,
    urlWithCredentials: options.credentials === undefined ? url : url.replace("//", `//${userinfo}`),
    requests,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function list(file: string, { wrongHash = [], yanked = [] }: IndexOptions): Promise<Listed> {
  const fileName = basename(file);
  const content = await readFile(file);
  const distribution = fileName.endsWith(".whl") ? fileName.split("-")[0] : fileName.replace(/-[^-]*$/, "");
  return {
    name: (distribution ?? "").replace(/[-_.]+/g, "-").toLowerCase(),
    fileName,
    content,
    sha256: wrongHash.includes(fileName) ? "0".repeat(64) : createHash("sha256").update(content).digest("hex"),
    yanked: yanked.includes(fileName),
  };
}

function credentialsOf({ authorization }: IncomingHttpHeaders): string | undefined {
  const [, encoded] = /^Basic (.+)$/.exec(authorization ?? "") ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString();
}

function jsonPage(name: string, files: readonly Listed[]): string {
  return JSON.stringify({
    meta: { "api-version": "1.0" },
    name,
    files: files.map(({ fileName, sha256, yanked }) => ({
      filename: fileName,
      url: `/files/${encodeURIComponent(fileName)}`,
      hashes: { sha256 },
      yanked,
    })),
  });
}

function htmlPage(files: readonly Listed[]): string {
  const links = files.map(
    ({ fileName, sha256, yanked }) =>
      `<a href="/files/${encodeURIComponent(fileName)}#sha256=${sha256}"${yanked ? ' data-yanked=""' : ""}>${fileName}</a><br>`,
  );
  return `<!DOCTYPE html><html><body>\n${links.join("\n")}\n</body></html>\n`;
}
