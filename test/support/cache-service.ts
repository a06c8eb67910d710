import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, type CacheReply, type Operation } from "./cache-service-routes.ts";
import { type CacheEntry, createCacheStore, type Scope } from "./cache-service-store.ts";

export interface CacheCall {
  readonly operation: Operation;
  readonly key?: string;
  readonly status: number;
  /** Bytes of the archive that the call carried, in either direction. */
  readonly bytes: number;
}

export interface CacheService {
  /** Variables that a job's step needs to use this service, with a token that reads and writes refs/heads/main. */
  readonly env: Readonly<Record<string, string>>;
  /** The same for another branch or pull request; entries are looked for in the order of the scopes. */
  envFor(scopes: readonly Scope[]): Readonly<Record<string, string>>;
  readonly calls: readonly CacheCall[];
  count(operation: Operation): number;
  entries(): readonly CacheEntry[];
  /** From now on tokens may not read, not write or neither; undefined ends it. */
  deny(what: "read" | "write" | "all" | undefined): void;
  /** Turns the archive of an entry into bytes that are no archive. */
  corrupt(key: string): void;
  /** Exchanges the archive of an entry. */
  replace(key: string, content: Buffer): void;
  /** Every request gets this status, or nobody listens; undefined ends it. The client retries 5xx for 25 s, 4xx never. */
  outage(what: number | "refuse" | undefined): Promise<void>;
  /** Removes the entry with this key, or all. */
  delete(key?: string): void;
  readonly uploadedBytes: number;
  readonly downloadedBytes: number;
  stop(): Promise<void>;
}

const MAIN: Scope = { ref: "refs/heads/main", read: true, write: true };

/** The Actions cache on loopback, for the real @actions/cache. It answers both protocols; `protocol` says which one `env` selects. */
export async function startCacheService(options: { readonly protocol?: "v2" | "v1" } = {}): Promise<CacheService> {
  const store = createCacheStore();
  const calls: CacheCall[] = [];
  const signature = randomUUID();
  let denied: "read" | "write" | "all" | undefined;
  let outage: number | undefined;

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.destroy(error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const body = Buffer.concat(await request.toArray());
    const reply = answerOrFail(request, url, body);
    const { operation, key, status, json, bytes } = reply;
    const archive = bytes?.length ?? (operation === "upload" ? body.length : 0);
    calls.push({ operation, ...(key !== undefined && { key }), status, bytes: archive });
    const content = bytes ?? (json === undefined ? undefined : JSON.stringify(json));
    response.writeHead(status, {
      "content-type": bytes ? "application/octet-stream" : "application/json",
      ...(content !== undefined && { "content-length": Buffer.byteLength(content) }),
    });
    response.end(content);
  }

  function answerOrFail(request: IncomingMessage, url: URL, body: Buffer): CacheReply {
    const blob = url.pathname.startsWith("/devstore/");
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const scopes = token === undefined ? undefined : readToken(token)?.map(restrict);
    if (outage !== undefined) return { operation: "unknown", status: outage, json: { msg: "outage" } };
    if (blob ? url.searchParams.get("sig") !== signature : scopes === undefined) {
      return { operation: "unknown", status: 401, json: { msg: "no valid token" } };
    }
    const { method = "", headers } = request;
    const signed = (path: string) => `${origin}${path}?sig=${signature}`;
    return answer({ method, url, headers, body, scopes: scopes ?? [] }, { store, signed });
  }

  function restrict({ ref, read, write }: Scope): Scope {
    return {
      ref,
      read: read && denied !== "read" && denied !== "all",
      write: write && denied !== "write" && denied !== "all",
    };
  }

  const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}/`;

  const envFor = (scopes: readonly Scope[]): Record<string, string> => ({
    ACTIONS_RUNTIME_TOKEN: writeToken(scopes),
    ...(options.protocol === "v1"
      ? { ACTIONS_CACHE_URL: origin }
      : { ACTIONS_CACHE_SERVICE_V2: "True", ACTIONS_RESULTS_URL: origin }),
  });
  const bytesOf = (operation: Operation) =>
    calls
      .filter((call) => call.operation === operation && call.status < 300)
      .reduce((sum, call) => sum + call.bytes, 0);

  return {
    env: envFor([MAIN]),
    envFor,
    calls,
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    entries: store.all,
    deny: (what) => {
      denied = what;
    },
    corrupt: (key) => store.replace(key, (content) => Buffer.alloc(content.length, "no archive ")),
    replace: (key, content) => store.replace(key, () => content),
    outage: async (what) => {
      outage = typeof what === "number" ? what : undefined;
      if (what === "refuse") await close();
      else if (!server.listening) await listen(port);
    },
    delete: store.remove,
    get uploadedBytes() {
      return bytesOf("upload");
    },
    get downloadedBytes() {
      return bytesOf("download");
    },
    stop: close,
  };
}

// GitHub's token is a JWT whose claim `ac` lists scopes with permissions: 1 to read, 2 to write, 3 both.
function writeToken(scopes: readonly Scope[]): string {
  const ac = scopes.map(({ ref, read, write }) => ({ Scope: ref, Permission: (read ? 1 : 0) + (write ? 2 : 0) }));
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode({ typ: "JWT", alg: "none" })}.${encode({ ac: JSON.stringify(ac) })}.test`;
}

function readToken(token: string): readonly Scope[] | undefined {
  try {
    const { ac } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const scopes: readonly { Scope: string; Permission: number }[] = JSON.parse(ac);
    return scopes.map(({ Scope, Permission }) => ({
      ref: Scope,
      read: (Permission & 1) > 0,
      write: (Permission & 2) > 0,
    }));
  } catch {
    return undefined;
  }
}
