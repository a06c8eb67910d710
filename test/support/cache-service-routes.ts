import type { CacheStore, Scope } from "./cache-service-store.ts";

export interface CacheRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly scopes: readonly Scope[];
}

/** What the request was, in words that both protocols share. */
export type Operation = "lookup" | "download" | "reserve" | "upload" | "finalize" | "list" | "unknown";

export interface CacheReply {
  readonly operation: Operation;
  readonly key?: string;
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

interface Context {
  readonly store: CacheStore;
  /** A URL that works without a token, as Azure's signed URLs do. */
  readonly signed: (path: string) => string;
}

type Route = (request: CacheRequest, match: RegExpExecArray, context: Context) => CacheReply;

const WRITE_DENIED = "cache write denied: the token of this run is read-only";
const READ_DENIED = "cache read denied: the token of this run has no readable scope";

/** Protocol v2, which github.com speaks: twirp calls, and uploads and downloads by signed URLs of a blob store. */
const V2: readonly (readonly [string, RegExp, Route])[] = [
  ["POST", /^\/twirp\/.*\/GetCacheEntryDownloadURL$/, lookupV2],
  ["POST", /^\/twirp\/.*\/CreateCacheEntry$/, reserveV2],
  ["POST", /^\/twirp\/.*\/FinalizeCacheEntryUpload$/, finalizeV2],
  ["PUT", /^\/devstore\/cache\/(\d+)$/, uploadBlob],
];

/** Protocol v1 of GitHub Enterprise Server and older runners. */
const V1: readonly (readonly [string, RegExp, Route])[] = [
  ["GET", /^\/_apis\/artifactcache\/cache$/, lookupV1],
  ["GET", /^\/_apis\/artifactcache\/caches$/, () => ({ operation: "list", status: 200, json: { totalCount: 0 } })],
  ["POST", /^\/_apis\/artifactcache\/caches$/, reserveV1],
  ["PATCH", /^\/_apis\/artifactcache\/caches\/(\d+)$/, uploadRange],
  ["POST", /^\/_apis\/artifactcache\/caches\/(\d+)$/, finalizeV1],
];

const BOTH: readonly (readonly [string, RegExp, Route])[] = [["GET", /^\/devstore\/cache\/(\d+)$/, download]];

export function answer(request: CacheRequest, context: Context): CacheReply {
  for (const [method, path, route] of [...V2, ...V1, ...BOTH]) {
    const match = request.method === method ? path.exec(request.url.pathname) : null;
    if (match !== null) return route(request, match, context);
  }
  return { operation: "unknown", status: 404, json: { message: "no such resource" } };
}

function lookupV2({ body, scopes }: CacheRequest, _match: RegExpExecArray, { store, signed }: Context): CacheReply {
  const { key, version, restore_keys = [] } = JSON.parse(body.toString());
  const reply = { operation: "lookup", key } as const;
  if (!scopes.some(({ read }) => read)) {
    return { ...reply, status: 403, json: { code: "permission_denied", msg: READ_DENIED } };
  }
  const entry = store.find([key, ...restore_keys], version, scopes);
  const json =
    entry === undefined
      ? { ok: false }
      : { ok: true, signed_download_url: signed(`devstore/cache/${entry.id}`), matched_key: entry.key };
  return { ...reply, status: 200, json };
}

function reserveV2({ body, scopes }: CacheRequest, _match: RegExpExecArray, { store, signed }: Context): CacheReply {
  const { key, version } = JSON.parse(body.toString());
  const reserved = store.reserve(key, version, scopes);
  const reply = { operation: "reserve", key } as const;
  switch (reserved.outcome) {
    case "denied":
      return { ...reply, status: 200, json: { ok: false, message: WRITE_DENIED } };
    case "exists":
      return { ...reply, status: 409, json: { code: "already_exists", msg: "cache entry already exists" } };
    case "reserved":
      return { ...reply, status: 200, json: { ok: true, signed_upload_url: signed(`devstore/cache/${reserved.id}`) } };
    default:
      throw reserved satisfies never;
  }
}

// One PUT holds a small archive. A large one comes in blocks, and a list says in which order they belong together.
function uploadBlob({ url, body }: CacheRequest, [, id]: RegExpExecArray, { store }: Context): CacheReply {
  const parts = store.upload(Number(id));
  if (parts === undefined) return { operation: "upload", status: 404 };
  const block = url.searchParams.get("blockid");
  if (url.searchParams.get("comp") === "blocklist") {
    const order = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, name = ""]) => name);
    if (order.some((name) => !parts.has(name))) return { operation: "upload", status: 400 };
    parts.set("", Buffer.concat(order.map((name) => parts.get(name) ?? Buffer.alloc(0))));
  } else {
    parts.set(block ?? "", body);
  }
  return { operation: "upload", status: 201 };
}

function finalizeV2({ body, scopes }: CacheRequest, _match: RegExpExecArray, { store }: Context): CacheReply {
  const { key, version, size_bytes } = JSON.parse(body.toString());
  const id = store.reservationOf(key, version, scopes) ?? 0;
  const ok = store.commit(id, [""], Number(size_bytes));
  return { operation: "finalize", key, status: 200, json: ok ? { ok, entry_id: `${id}` } : { ok } };
}

function lookupV1({ url, scopes }: CacheRequest, _match: RegExpExecArray, { store, signed }: Context): CacheReply {
  const keys = (url.searchParams.get("keys") ?? "").split(",");
  const reply = { operation: "lookup", ...(keys[0] && { key: keys[0] }) } as const;
  if (!scopes.some(({ read }) => read)) return { ...reply, status: 403, json: { message: READ_DENIED } };
  const entry = store.find(keys, url.searchParams.get("version") ?? "", scopes);
  if (entry === undefined) return { ...reply, status: 204 };
  const json = { cacheKey: entry.key, scope: entry.ref, archiveLocation: signed(`devstore/cache/${entry.id}`) };
  return { ...reply, status: 200, json };
}

function reserveV1({ body, scopes }: CacheRequest, _match: RegExpExecArray, { store }: Context): CacheReply {
  const { key, version } = JSON.parse(body.toString());
  const reserved = store.reserve(key, version, scopes);
  const reply = { operation: "reserve", key } as const;
  switch (reserved.outcome) {
    case "denied":
      return { ...reply, status: 403, json: { message: WRITE_DENIED } };
    case "exists":
      return { ...reply, status: 409, json: { message: "Cache already exists." } };
    case "reserved":
      return { ...reply, status: 201, json: { cacheId: reserved.id } };
    default:
      throw reserved satisfies never;
  }
}

function uploadRange({ headers, body }: CacheRequest, [, id]: RegExpExecArray, { store }: Context): CacheReply {
  const parts = store.upload(Number(id));
  const [, start, end] = /^bytes (\d+)-(\d+)\/\*$/.exec(String(headers["content-range"])) ?? [];
  const complete = Number(end) - Number(start) + 1 === body.length;
  if (parts === undefined || start === undefined || !complete) return { operation: "upload", status: 400 };
  parts.set(start, body);
  return { operation: "upload", status: 204 };
}

function finalizeV1({ body }: CacheRequest, [, id]: RegExpExecArray, { store }: Context): CacheReply {
  const order = [...(store.upload(Number(id))?.keys() ?? [])].sort((a, b) => Number(a) - Number(b));
  const ok = store.commit(Number(id), order, JSON.parse(body.toString()).size);
  return { operation: "finalize", status: ok ? 204 : 400 };
}

function download(_request: CacheRequest, [, id]: RegExpExecArray, { store }: Context): CacheReply {
  const entry = store.byId(Number(id));
  if (entry === undefined) return { operation: "download", status: 404 };
  return { operation: "download", key: entry.key, status: 200, bytes: entry.content };
}
