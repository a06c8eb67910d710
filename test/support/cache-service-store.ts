/** One branch or pull request whose entries a token may read or write, as GitHub puts it into the token. */
export interface Scope {
  readonly ref: string;
  readonly read: boolean;
  readonly write: boolean;
}

export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly content: Buffer;
}

interface Reservation {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly parts: Map<string, Buffer>;
}

export type Reserved =
  | { readonly outcome: "reserved"; readonly id: number }
  | { readonly outcome: "exists" | "denied" };

/**
 * Entries of the Actions cache with GitHub's rules of matching:
 * https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching.
 */
export function createCacheStore() {
  const reservations = new Map<number, Reservation>();
  let entries: readonly CacheEntry[] = [];
  let lastId = 0;

  /** Own scope first; in each every key in order, exact before the newest that begins with it. The first key too. */
  function find(keys: readonly string[], version: string, scopes: readonly Scope[]): CacheEntry | undefined {
    for (const { ref } of scopes.filter(({ read }) => read)) {
      const visible = entries.filter((entry) => entry.ref === ref && entry.version === version);
      for (const key of keys) {
        const found =
          visible.find((entry) => entry.key === key) ?? visible.findLast((entry) => entry.key.startsWith(key));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** Entries never change: a key and version that exists, or is being uploaded, cannot be reserved again in its scope. */
  function reserve(key: string, version: string, scopes: readonly Scope[]): Reserved {
    const ref = writable(scopes);
    if (ref === undefined) return { outcome: "denied" };
    const same = (other: { key: string; version: string; ref: string }) =>
      other.key === key && other.version === version && other.ref === ref;
    if (entries.some(same) || [...reservations.values()].some(same)) return { outcome: "exists" };
    lastId += 1;
    reservations.set(lastId, { id: lastId, key, version, ref, parts: new Map() });
    return { outcome: "reserved", id: lastId };
  }

  /** The parts in this order become the entry. False when there is no such upload or the size is another. */
  function commit(id: number, order: readonly string[], size: number): boolean {
    const reservation = reservations.get(id);
    const parts = order.map((name) => reservation?.parts.get(name));
    const content = Buffer.concat(parts.filter((part) => part !== undefined));
    if (reservation === undefined || parts.includes(undefined) || content.length !== size) return false;
    const { parts: _parts, ...entry } = reservation;
    reservations.delete(id);
    entries = [...entries, { ...entry, content }];
    return true;
  }

  return {
    find,
    reserve,
    commit,
    upload: (id: number) => reservations.get(id)?.parts,
    reservationOf: (key: string, version: string, scopes: readonly Scope[]) =>
      [...reservations.values()].find(
        (each) => each.key === key && each.version === version && each.ref === writable(scopes),
      )?.id,
    byId: (id: number) => entries.find((entry) => entry.id === id),
    all: () => entries,
    remove: (key: string | undefined) => {
      entries = key === undefined ? [] : entries.filter((entry) => entry.key !== key);
    },
    replace: (key: string, change: (content: Buffer) => Buffer) => {
      if (!entries.some((entry) => entry.key === key)) throw new Error(`The cache has no entry ${key}`);
      entries = entries.map((entry) => (entry.key === key ? { ...entry, content: change(entry.content) } : entry));
    },
  };
}

function writable(scopes: readonly Scope[]): string | undefined {
  return scopes.find(({ write }) => write)?.ref;
}

export type CacheStore = ReturnType<typeof createCacheStore>;
