import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ActionError } from "../errors.js";
import { byPackage } from "./by-package.js";
import type { Entry } from "./entries.js";
import type { Interpreter } from "./interpreter.js";
import { runTool } from "./tool.js";

export interface CompileRequest {
  readonly entries: readonly Entry[];
  readonly interpreter: Interpreter;
  /** An empty directory of ours. */
  readonly directory: string;
  readonly signal?: AbortSignal | undefined;
}

type With = Pick<CompileRequest, "interpreter" | "signal">;

export interface Compiled {
  /** One for each module that compiles, of the same package. */
  readonly entries: readonly Entry[];
  /** Modules that are not for this Python: templates, Python 2. They stay as they are. */
  readonly skipped: number;
}

type Source = Entry & { readonly content: { readonly file: string } };

// The bytes of a module depend on which ones the same process compiled before: strings that Python interned once stay so.
// Chunks of one package make them a function of the package alone, whatever else is in the layer and however many cores there are.
const CHUNK = 100;
const MOST_CRASHES = 5;

/** Sources that one process compiles. */
interface Chunk {
  readonly sources: readonly Source[];
  /** For the bytecode. */
  readonly directory: string;
}

/**
 * Compiles the modules of a layer to bytecode that is valid without looking at its source's time, which a reproducible zip does not keep:
 * https://docs.python.org/3/reference/import.html#pyc-invalidation. No module is executed.
 */
export async function compile({ entries, directory, ...tools }: CompileRequest): Promise<Compiled> {
  await mkdir(directory, { recursive: true });
  const chunks = chunksOf(entries.filter(isModule), directory);
  const lists = await Promise.all(chunks.map((chunk) => writeList(chunk, 0)));
  await runCompiler(lists, tools, directory);
  const compiled = (await Promise.all(chunks.map((chunk) => bytecodeOf(chunk, tools)))).flat();
  const made = compiled.filter((entry) => entry !== undefined);
  return { entries: made, skipped: compiled.length - made.length };
}

/** Tests are rarely imported, and often half of a package. */
function isModule(entry: Entry): entry is Source {
  return entry.path.endsWith(".py") && "file" in entry.content && !/\/tests?\//.test(entry.path);
}

function chunksOf(sources: readonly Source[], directory: string): readonly Chunk[] {
  const chunks = [...byPackage(sources).values()].flatMap((own) => {
    return Array.from({ length: Math.ceil(own.length / CHUNK) }, (_, index) => {
      return own.slice(index * CHUNK, (index + 1) * CHUNK);
    });
  });
  return chunks.map((own, index) => ({ sources: own, directory: join(directory, String(index)) }));
}

/** Writes down what is to be compiled, from a source on: its file and its name in bytecode. Returns the list's path. */
async function writeList({ sources, directory }: Chunk, start: number): Promise<string> {
  await mkdir(directory, { recursive: true });
  const list = join(directory, `${start}.list`);
  const fields = sources.slice(start).map(({ path, content }) => `${content.file}\0/opt/${path}\0`);
  await writeFile(list, fields.join(""));
  return list;
}

/** The bytecode of each source, undefined where it has none. Behind one on which the interpreter died, as deep nesting makes it, it starts again. */
async function bytecodeOf(chunk: Chunk, tools: With): Promise<readonly (Entry | undefined)[]> {
  const { sources, directory } = chunk;
  const made = [...(await readMade(directory, 0))];
  for (let crashes = 0; made.length < sources.length && crashes < MOST_CRASHES; crashes += 1) {
    made.push(undefined);
    const start = made.length;
    await runCompiler([await writeList(chunk, start)], tools, directory);
    made.push(...(await readMade(directory, start)));
  }
  return sources.map((source, index) => {
    const one = made[index];
    return one === undefined ? undefined : bytecodeEntry(source, one, tools.interpreter);
  });
}

/** Where the bytecode of a module lies. */
type Made = Pick<Entry, "size"> & { readonly content: { readonly file: string; readonly start: number } };

/** The bytecode of each source on the list that begins with the source `first`; fewer when the interpreter died on one. */
async function readMade(directory: string, first: number): Promise<readonly (Made | undefined)[]> {
  const list = join(directory, `${first}.list`);
  const lines = (await readFile(`${list}.sizes`, "utf8")).split("\n").filter((line) => line !== "");
  let end = 0;
  return lines.map((line) => {
    if (line === "-") return undefined;
    const [size, start] = [Number(line), end];
    end += size;
    return { size, content: { file: `${list}.bytecode`, start } };
  });
}

/** Compiles what is on the lists: each in a process of its own, as many at a time as there are cores. */
async function runCompiler(lists: readonly string[], tools: With, directory: string): Promise<void> {
  if (FORKS) return runPython(lists, tools, directory);
  const next = lists.values();
  const work = async () => {
    for (const list of next) await runPython([list], tools, directory);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

// A copy of a running Python is there in a tenth of the time that another one takes to start.
const FORKS = process.platform !== "win32";

async function runPython(lists: readonly string[], { interpreter, signal }: With, directory: string): Promise<void> {
  const { code, stderr } = await runTool({
    command: interpreter.path,
    // Not -I: it would ignore the hash seed, which decides the order of sets in bytecode before 3.11.
    args: ["-s", "-S", "-B", "-W", "ignore", "-c", PROGRAM, String(availableParallelism()), ...lists],
    env: { ...interpreter.env, PYTHONHASHSEED: "0", PYTHONUTF8: "1" },
    cwd: directory,
    signal,
  });
  if (code === 1) {
    throw new ActionError(
      `Python ${interpreter.version} could not write bytecode: ${JSON.stringify(stderr.trim().split("\n").at(-1))}.`,
      { hint: "Set `bytecode: off` to build the layer without.", code: "bytecode" },
    );
  }
}

function bytecodeEntry(source: Source, made: Made, { version }: Interpreter): Entry {
  const tag = `cpython-${version.split(".", 2).join("")}`;
  const path = source.path.replace(/([^/]+)\.py$/, `__pycache__/$1.${tag}.pyc`);
  return { path, package: source.package, executable: false, ...made };
}

/**
 * Python program that compiles the modules of lists and executes none of them. A list is `source\0name\0…`. All bytecode of one goes to
 * `<list>.bytecode`, since thousands of small files take longer to make than to fill; its sizes go to `<list>.sizes`, with a `-`
 * where the source is not for this Python (templates, Python 2). Of several lists, each is compiled in a copy of the process,
 * so that none leaves traces for the next.
 */
const PROGRAM = `
import marshal, sys
from importlib.util import MAGIC_NUMBER, source_hash

UNCHECKED_HASH = (1).to_bytes(4, "little")

def compiled(text, name):
    code = compile(text, name, "exec", dont_inherit=True, optimize=0)
    if sys.version_info < (3, 11) and not is_stable(code):
        raise ValueError
    return marshal.dumps(code)

# Before 3.11 a set is stored in the order of its hashes, and the hash of None is an address.
def is_stable(code):
    sets = [const for const in code.co_consts if isinstance(const, frozenset)]
    nested = [const for const in code.co_consts if isinstance(const, type(code))]
    plain = (str, bytes, int, float, complex)
    return all(isinstance(item, plain) for items in sets for item in items) and all(map(is_stable, nested))

def compile_list(path):
    with open(path, "rb") as file:
        fields = file.read().decode().split("\\0")
    with open(path + ".sizes", "w") as sizes, open(path + ".bytecode", "wb", buffering=0) as bytecode:
        for source, name in zip(fields[::2], fields[1::2]):
            with open(source, "rb") as file:
                text = file.read()
            try:
                data = compiled(text, name)
            except Exception:
                print("-", file=sizes, flush=True)
                continue
            data = MAGIC_NUMBER + UNCHECKED_HASH + source_hash(text) + data
            bytecode.write(data)
            print(len(data), file=sizes, flush=True)

def compile_in_copies(lists, cores):
    import posix
    running, statuses = 0, []
    for path in lists:
        if running == cores:
            statuses.append(posix.wait()[1])
            running -= 1
        if posix.fork() == 0:
            compile_list(path)
            posix._exit(0)
        running += 1
    statuses += [posix.wait()[1] for _ in range(running)]
    sys.exit(any(posix.WIFEXITED(status) and posix.WEXITSTATUS(status) != 0 for status in statuses))

cores, *lists = sys.argv[1:]
if len(lists) == 1:
    compile_list(lists[0])
else:
    compile_in_copies(lists, int(cores))
`;
