import type { MentionedPath, Mentions } from "./mentions.js";

/** Paths below the directory of the packages, `pkg/sub/tests/`, or of a file: `pkg/conftest.py`. */
type Place = string;
type Holds = (place: Place, part: string) => boolean;

// What pytest and unittest collect. A directory without any of them is something else that is called `test`, as django's is.
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|tests)\.py$/;
const CONFTEST = /^.+\/conftest\.py$/;

/**
 * Which files are tests that no other file of the layer imports, names or points to. `paths` are all files; of modules without a
 * source nobody can tell what they import, so tests beside them stay. Pure.
 */
export function unusedTests(
  paths: readonly string[],
  mentions: ReadonlyMap<string, Mentions>,
): (path: string) => boolean {
  const opaque = new Set(paths.filter((path) => path.endsWith(".pyc")).map(topOf));
  const places = placesOf(paths.filter((path) => !opaque.has(topOf(path))));
  // By package, so that a layer of many packages costs no more than each of them.
  const neighbours = Map.groupBy(paths, topOf);
  const holds: Holds = (place, part) =>
    (neighbours.get(topOf(place)) ?? []).some((path) => path.startsWith(place + part));
  const placeOf = (path: string) => prefixesOf(path).find((prefix) => places.has(prefix));
  const texts = [...mentions]
    .filter(([, { modules, paths }]) => modules.length + paths.length > 0)
    .map(([path, said]) => ({ path, said, place: placeOf(path) }));
  // Tests that are used can use others.
  const used = (from: ReadonlySet<Place | undefined>, known: ReadonlySet<Place>): ReadonlySet<Place> => {
    const speaking = texts.filter(({ place }) => from.has(place));
    const named = new Set(speaking.flatMap(({ said }) => said.modules.flatMap(withParents)));
    const near = Map.groupBy(speaking, ({ path }) => topOf(path));
    const found = [...places].filter((place) => {
      const parts = partsOf(place);
      const beside = () => (near.get(topOf(place)) ?? []).some((text) => leadsTo(text, place, parts, holds));
      return !known.has(place) && (named.has(parts.join(".")) || beside());
    });
    return found.length === 0 ? known : used(new Set(found), new Set([...known, ...found]));
  };
  const kept = used(new Set([undefined]), new Set());
  return (path) => {
    const place = placeOf(path);
    return place !== undefined && !kept.has(place);
  };
}

/** Outermost directories of tests, and what configures pytest. */
function placesOf(paths: readonly string[]): ReadonlySet<Place> {
  const directories = paths.filter((path) => TEST_FILE.test(path)).flatMap((path) => testDirectories(path).slice(-1));
  return new Set([...directories, ...paths.filter((path) => CONFTEST.test(path))]);
}

function testDirectories(path: string): readonly Place[] {
  return prefixesOf(path).filter((prefix) => /(?:^|\/)tests?\/$/.test(prefix));
}

/** `a/`, `a/b/`, `a/b/c.py` */
function prefixesOf(path: string): readonly string[] {
  return [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index + 1));
}

/** `pkg/`; empty for a module on its own. */
export function topOf(path: string): string {
  return path.slice(0, path.indexOf("/") + 1);
}

/** `pkg`, `pkg.tests`, `pkg.tests.data` */
function withParents(name: string): readonly string[] {
  return [...name.matchAll(/\.|$/g)].map(({ index }) => name.slice(0, index));
}

/** Of `pkg/sub/tests/` the parts `pkg`, `sub`, `tests`. */
function partsOf(place: Place): readonly string[] {
  return place.replace(/\/$|\.py$/, "").split("/");
}

function leadsTo(
  { path: from, said }: { readonly path: string; readonly said: Mentions },
  place: Place,
  parts: readonly string[],
  holds: Holds,
): boolean {
  return said.paths.some((path) => pointsTo(path, from, parts) && (path.into === undefined || holds(place, path.into)));
}

/** One part alone counts from the file's directory and those above it, unless its beginning is put in at run time or stands near it. */
function pointsTo(path: MentionedPath, from: string, place: readonly string[]): boolean {
  if (place.slice(-path.parts.length).join("/") !== path.parts.join("/")) return false;
  const parents = place.slice(0, -1);
  const isAbove = from.startsWith(parents.map((part) => `${part}/`).join(""));
  return path.parts.length > 1 || path.open || isAbove || path.near.includes(parents.at(-1) ?? "");
}
