/** What a text of a package says of other files of the layer, as far as slimming has to know. */
export interface Mentions {
  /** Full names that it imports or writes out, `pkg.tests.data`: those with a part that tests are called by. */
  readonly modules: readonly string[];
  /** Strings that can be a path to tests, in order of the text. */
  readonly paths: readonly MentionedPath[];
  /** It reads type stubs when it runs. */
  readonly stubs: boolean;
  /** Names of sources, `a.h`, and of whole kinds of them, `*.h`. */
  readonly sources: readonly string[];
  /** It writes C. */
  readonly writesC: boolean;
}

/** Of `../io/tests/data/x.csv` the parts `io`, `tests`. */
export interface MentionedPath {
  readonly parts: readonly string[];
  /** What stands before these parts is put in at run time: `{root}/tests`. */
  readonly open: boolean;
  /** Words near it, which can be what stands before. */
  readonly near: readonly string[];
  /** The part after these, where it is a string of its own: `join(here, "tests", "data")`. */
  readonly into: string | undefined;
}

/** Endings of what only a compiler or a linker reads. */
const SOURCES = "a|c|cc|cpp|cxx|cu|cuh|h|hh|hpp|hxx|pxd|pxi|pyx";
const SOURCE_STRING = new RegExp(`\\.(?:${SOURCES})(?=["'])`, "g");
const SOURCE_FILE = new RegExp(`\\.(?:${SOURCES})$`);
const WRITES_C = /#[ \t]*include[ \t]*[<"]/;
const READS_STUBS = /\battach_stub\b|\.pyi["']/;

const TESTS = /\b(?:tests?|conftest)\b/;
const TEST_PART = /(?:^|\.)(?:tests?|conftest)(?:\.|$)/;
/** No Python: comments, and what a session of it shows in a documentation. */
const PROSE = /^[ \t]*(?:#|>>>).*$/gm;
const NAMES = /\((?:[^)]*)\)|(?:\\\r?\n|[^\n;#])*/;
const IMPORT = new RegExp(
  `\\bfrom[\\s\\\\]+([.\\w]+)[\\s\\\\]+import\\b[\\s\\\\]*(${NAMES.source})|\\bimport[\\s\\\\]+(${NAMES.source})`,
  "g",
);
const STRING = /["']([^"'\s]*?\btests?(?![\w-])[^"'\s]*)["'](?:\s*[,/]\s*["']([\w.-]+)["'])?/g;
/** Characters of a text. */
const NEAR = 200;

/** Is it a source that was compiled, or a part for compiling against the package? */
export function isSource(path: string): boolean {
  return SOURCE_FILE.test(path);
}

/**
 * Reads a Python source, or a list of entry points, without running it. Rather finds too much than too little: words of a
 * documentation can look like an import. `path` is below the directory of the packages: `pkg/sub/module.py`. Pure.
 */
export function mentionsIn(text: string, path: string): Mentions {
  const code = TESTS.test(text) ? text.replaceAll(PROSE, "") : "";
  const strings = [...code.matchAll(STRING)];
  const named = path.endsWith(".txt") ? wordsOf(code) : importsIn(code, path);
  const modules = [...named, ...strings.map(([, value = ""]) => value.replace(/:.*/, ""))];
  return {
    modules: [...new Set(modules.filter((name) => TEST_PART.test(name)))],
    paths: strings.flatMap((match) => pathsIn(match, code)),
    stubs: READS_STUBS.test(text),
    sources: [...text.matchAll(SOURCE_STRING)].map(({ 0: { length }, index }) => fileNameBefore(text, index + length)),
    writesC: WRITES_C.test(text),
  };
}

/** Everything that the import statements can mean: for `from a import b` both `a` and `a.b`. */
function importsIn(text: string, path: string): readonly string[] {
  const parents = path.split("/").slice(0, -1);
  return [...text.matchAll(IMPORT)].flatMap(([, from, names = "", modules = ""]) => {
    if (from === undefined) return wordsOf(modules);
    const base = absolute(from, parents);
    return [base, ...wordsOf(names).map((name) => (base === "" ? name : `${base}.${name}`))];
  });
}

/** `..sub` in `pkg/one/module.py` is `pkg.sub`. */
function absolute(name: string, parents: readonly string[]): string {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(name) ?? [];
  const base = dots === "" ? [] : parents.slice(0, Math.max(0, parents.length - dots.length + 1));
  return [...base, ...(rest === "" ? [] : [rest])].join(".");
}

/**
 * The parts of a path up to each that is called `test` or `tests`, when it goes on from there. Of names with dots those that end
 * there or are relative, since they can be imported: `test.log` is a file.
 */
function pathsIn({ 1: value = "", 2: next, index }: RegExpExecArray, text: string): readonly MentionedPath[] {
  const dotted = !/[/\\]/.test(value);
  const all = value.split(dotted ? /[.:]/ : /[/\\]/);
  const near = wordsOf(text.slice(Math.max(0, index - NEAR), index + NEAR)).flatMap((word) => word.split("."));
  return all.flatMap((part, position) => {
    const isLast = position === all.length - 1;
    const isName = dotted && all.length > 1;
    const leads = isLast ? isName || next !== undefined : !dotted || !/^\w/.test(value);
    if ((part !== "test" && part !== "tests") || !leads) return [];
    const before = all.slice(0, position + 1).findLastIndex((one) => !/^\w[\w-]*$/.test(one));
    const open = /[{}%*<$]/.test(all[before] ?? "");
    return [{ parts: all.slice(before + 1, position + 1), open, near, into: isLast && !isName ? next : undefined }];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\w.]+/g) ?? [];
}

function fileNameBefore(text: string, end: number): string {
  return /[\w*.-]*$/.exec(text.slice(Math.max(0, end - NEAR), end))?.[0] ?? "";
}
