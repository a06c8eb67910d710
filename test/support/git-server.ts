import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { git, temporaryDirectory } from "./workspace.ts";

export interface GitServer {
  /** As GITHUB_SERVER_URL. */
  readonly url: string;
  /** Paths that were asked for, with the status of the answer. */
  readonly requests: readonly { readonly path: string; readonly status: number }[];
  /** Makes a directory's repository reachable as `<url>/<name>`, instead of the one before. */
  serve(name: string, directory: string): Promise<void>;
  stop(): Promise<void>;
}

/** Repositories on loopback, by git's own `http-backend`; like private ones on GitHub they are shown to the bearer of the token only. */
export async function startGitServer(options: { readonly token: string }): Promise<GitServer> {
  const root = await temporaryDirectory("git-server");
  const wanted = `basic ${Buffer.from(`x-access-token:${options.token}`).toString("base64")}`;
  const requests: { path: string; status: number }[] = [];

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.destroy(error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://git");
    const body = Buffer.concat(await request.toArray());
    const known = request.headers.authorization === wanted;
    const reply = known ? await backend(root, request, url, body) : { status: 401, headers: {}, content: "" };
    requests.push({ path: url.pathname, status: reply.status });
    response.writeHead(reply.status, known ? reply.headers : { "www-authenticate": 'Basic realm="git"' });
    response.end(reply.content);
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    // Under any other name than this @actions/cache takes it for a GitHub Enterprise Server, with another cache service.
    url: `http://git.localhost:${(server.address() as AddressInfo).port}`,
    requests,
    async serve(name, directory) {
      await rm(join(root, name), { recursive: true, force: true });
      git(directory, "clone", "--quiet", "--bare", directory, join(root, name));
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** https://git-scm.com/docs/git-http-backend, a CGI program. */
async function backend(root: string, request: IncomingMessage, url: URL, body: Buffer) {
  const {
    "content-type": type = "",
    "content-encoding": encoding = "",
    "git-protocol": protocol = "",
  } = request.headers;
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_VALUE_0: "*",
      GIT_PROTOCOL: String(protocol),
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: type,
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: encoding,
    },
  });
  child.stdin.on("error", () => {}); // it need not read what it has no use for
  child.stdin.end(body);
  const output = Buffer.concat(await child.stdout.toArray());
  const end = output.indexOf("\r\n\r\n");
  const lines = output.subarray(0, end).toString().split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => line.split(": ", 2) as [string, string]));
  const { Status = "200", ...others } = headers;
  return { status: Number.parseInt(Status, 10), headers: others, content: output.subarray(end + 4) };
}
