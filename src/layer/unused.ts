import { olderVersions } from "./botocore-services.js";
import type { Entry } from "./entries.js";
import { ROOT } from "./layout.js";
import type { Reason } from "./leave-out.js";
import { isSource, type Mentions } from "./mentions.js";
import { topOf, unusedTests } from "./unused-tests.js";

/**
 * What the packages of a layer seem not to need, judged by what all their modules say. Nothing that they import, nothing of their
 * metadata. `mentions` by paths below the directory of the packages. Pure.
 */
export function unused(entries: readonly Entry[], mentions: ReadonlyMap<string, Mentions>): Reason {
  const paths = entries.map(({ path }) => path.slice(ROOT.length));
  const isUnusedTest = unusedTests(paths, mentions);
  const said = [...mentions].filter(([path]) => !isUnusedTest(path)).map(([path, words]) => ({ path, ...words }));
  const readsStubs = new Set(said.filter(({ stubs }) => stubs).map(({ path }) => topOf(path)));
  const writesC = new Set(said.filter(({ writesC }) => writesC).map(({ path }) => topOf(path)));
  const named = new Set(said.flatMap(({ sources }) => sources));
  const kinds = new Set(said.flatMap(({ path, sources }) => sources.map((source) => topOf(path) + source)));
  const translations = new Set(paths.filter((path) => path.endsWith(".mo")));
  const isOlderVersion = olderVersions(entries);
  return ({ path: full }) => {
    const path = full.slice(ROOT.length);
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (isUnusedTest(path)) return "tests";
    // Only type checkers read them; but lazy_loader finds a package's modules in its stubs.
    if (name.endsWith(".pyi") && !readsStubs.has(topOf(path))) return "type stubs";
    // Lambda has no compiler; but a package that is one reads its own.
    if (isSource(name) && !writesC.has(topOf(path)) && !named.has(name) && !kinds.has(topOf(path) + kindOf(name))) {
      return "C sources and headers";
    }
    // gettext reads the compiled .mo beside it.
    if (name.endsWith(".po") && translations.has(path.replace(/po$/, "mo"))) return "sources of translations";
    // Nothing starts them on Linux.
    if (name.endsWith(".exe")) return "programs for Windows";
    return isOlderVersion(full) ? "older API versions of AWS services" : undefined;
  };
}

/** `*.h` */
function kindOf(name: string): string {
  return name.replace(/.*\./, "*.");
}
