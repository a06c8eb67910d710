import { mkdir, writeFile } from "node:fs/promises";
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
}

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

/**
 * Compiles the modules of a layer to bytecode that is valid without looking at its source's time, which a reproducible zip does not keep:
 * https://docs.python.org/3/reference/import.html#pyc-invalidation. No module is executed.
 */
export async function compile({ entries, interpreter, directory }: CompileRequest): Promise<Compiled> {
  await mkdir(directory, { recursive: true });
  const chunks = chunksOf(entries.filter(isModule));
  const results: (readonly (Entry | undefined)[])[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < chunks.length; index = next++) {
      results[index] = await compileChunk(chunks[index] ?? [], interpreter, join(directory, String(index)));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const compiled = results.flat();
  const made = compiled.filter((entry) => entry !== undefined);
  return { entries: made, skipped: compiled.length - made.length };
}

/** Tests are rarely imported, and often half of a package. */
function isModule(entry: Entry): entry is Source {
  return entry.path.endsWith(".py") && "file" in entry.content && !/\/tests?\//.test(entry.path);
}

function chunksOf(sources: readonly Source[]): readonly (readonly Source[])[] {
  return [...byPackage(sources).values()].flatMap((own) => {
    return Array.from({ length: Math.ceil(own.length / CHUNK) }, (_, index) => {
      return own.slice(index * CHUNK, (index + 1) * CHUNK);
    });
  });
}

/** For each source its bytecode, or undefined. */
async function compileChunk(
  sources: readonly Source[],
  interpreter: Interpreter,
  directory: string,
): Promise<readonly (Entry | undefined)[]> {
  await mkdir(directory);
  const compiled: (Entry | undefined)[] = [];
  for (let crashes = 0; compiled.length < sources.length && crashes < MOST_CRASHES; crashes += 1) {
    const rest = sources.slice(compiled.length);
    const outputs = rest.map((_, index) => join(directory, `${compiled.length + index}.pyc`));
    const sizes = await runCompiler(rest, outputs, interpreter, directory);
    compiled.push(...sizes.map((size, index) => bytecodeOf(rest[index], outputs[index], size, interpreter)));
    // The one on which the compiler died.
    if (compiled.length < sources.length) compiled.push(undefined);
  }
  return sources.map((_, index) => compiled[index]);
}

/** Size of the bytecode of each source in turn; fewer when the interpreter crashes on one, as deep nesting makes it. */
async function runCompiler(
  sources: readonly Source[],
  outputs: readonly string[],
  interpreter: Interpreter,
  directory: string,
): Promise<readonly (number | undefined)[]> {
  const list = join(directory, "list");
  const fields = sources.map(({ path, content }, index) => `${content.file}\0/opt/${path}\0${outputs[index]}\0`);
  await writeFile(list, fields.join(""));
  const { code, stdout, stderr } = await runTool({
    command: interpreter.path,
    // Not -I: it would ignore the hash seed, which decides the order of sets in bytecode before 3.11.
    args: ["-s", "-S", "-B", "-W", "ignore", "-c", PROGRAM, list],
    env: { ...interpreter.env, PYTHONHASHSEED: "0", PYTHONUTF8: "1" },
    cwd: directory,
  });
  if (code === 1) {
    throw new ActionError(
      `Python ${interpreter.version} could not write bytecode: ${JSON.stringify(stderr.trim().split("\n").at(-1))}.`,
      { hint: "Set `bytecode: off` to build the layer without.", code: "bytecode" },
    );
  }
  const lines = stdout.split(/\r?\n/).filter((line) => line !== "");
  return lines.map((line) => (line === "-" ? undefined : Number(line)));
}

function bytecodeOf(
  source: Source | undefined,
  file: string | undefined,
  size: number | undefined,
  { version }: Interpreter,
): Entry | undefined {
  if (source === undefined || file === undefined || size === undefined) return undefined;
  const tag = `cpython-${version.split(".", 2).join("")}`;
  const path = source.path.replace(/([^/]+)\.py$/, `__pycache__/$1.${tag}.pyc`);
  return { path, package: source.package, size, executable: false, content: { file } };
}

/**
 * Python program that compiles the modules of a list and executes none of them. The list is `source\0name\0output\0…`; for each it
 * prints the size of the bytecode, or `-` where the source is not for this Python (templates, Python 2).
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

with open(sys.argv[1], "rb") as file:
    fields = file.read().decode().split("\\0")
for source, name, output in zip(fields[::3], fields[1::3], fields[2::3]):
    with open(source, "rb") as file:
        text = file.read()
    try:
        data = compiled(text, name)
    except Exception:
        print("-", flush=True)
        continue
    data = MAGIC_NUMBER + UNCHECKED_HASH + source_hash(text) + data
    with open(output, "wb") as file:
        file.write(data)
    print(len(data), flush=True)
`;
