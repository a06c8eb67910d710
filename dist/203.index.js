export const id = 203;
export const ids = [203];
export const modules = {

/***/ 4203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ buildLayer)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/dependencies/pinned.js
var dependencies_pinned = __webpack_require__(7447);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/bytes.js
var bytes = __webpack_require__(1925);
// EXTERNAL MODULE: ./lib/report/left-out.js
var left_out = __webpack_require__(9280);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/zip/write.js + 2 modules
var write = __webpack_require__(2351);
// EXTERNAL MODULE: ./lib/layer/aws-sdk.js
var aws_sdk = __webpack_require__(1249);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/layer/by-package.js
var by_package = __webpack_require__(5233);
;// CONCATENATED MODULE: ./lib/layer/elf.js
// https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html, symbol versions:
// https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_VERNEED = 0x6ffffffe;
const WEAK = 2;
const MACHINES = { 3: "i386", 40: "arm", 62: "x86_64", 183: "arm64" };
// Far beyond what linkers write; they bound what a hostile file can cost.
const MOST_SEGMENTS = 256;
const DYNAMIC_BYTES = 64 * 1024;
const MOST_VERSIONS = 4_096;
const LONGEST_NAME = 256;
/** Reads the headers of a library or program. Whatever the bytes are, it returns and reads little. Pure but for `read`. */
function readBinary(read) {
    const header = Buffer.from(read(0, 64));
    const format = formatOf(header);
    if (format !== "elf")
        return { format };
    try {
        return readElf(header, read);
    }
    catch (error) {
        // Offsets are checked by the reads themselves.
        if (error instanceof RangeError)
            return { format: "damaged" };
        throw error;
    }
}
function formatOf(header) {
    const magic = header.toString("latin1", 0, 4);
    if (magic === "\x7fELF")
        return "elf";
    if (magic.startsWith("MZ"))
        return "windows";
    return ["\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "\xca\xfe\xba\xbe"].includes(magic) ? "mach-o" : "other";
}
function readElf(header, read) {
    const is64 = header.readUInt8(4) === 2;
    const isLittle = header.readUInt8(5) === 1;
    const code = isLittle ? header.readUInt16LE(18) : header.readUInt16BE(18);
    const machine = is64 && isLittle ? MACHINES[code] : undefined;
    if (machine === undefined) {
        const bits = is64 ? "64-bit" : "32-bit";
        return { format: "elf", machine: `${MACHINES[code] ?? `machine ${code}`} (${bits})`, needs: NOTHING };
    }
    return { format: "elf", machine, needs: readNeeds(header, read) };
}
const NOTHING = { glibc: undefined, musl: false };
function readNeeds(header, read) {
    const segments = readSegments(header, read);
    const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
    if (dynamic === undefined)
        return NOTHING;
    const tags = readDynamic(exactly(read, dynamic.offset, Math.min(dynamic.size, DYNAMIC_BYTES)));
    const find = (tag) => tags.find(([it]) => it === tag)?.[1];
    const name = (offset) => readName(read, fileOffset(find(DT_STRTAB) ?? 0, segments) + offset);
    const libraries = tags.filter(([tag]) => tag === DT_NEEDED).map(([, offset]) => name(offset));
    const verneed = find(DT_VERNEED);
    const versions = verneed === undefined ? [] : readVersions(read, fileOffset(verneed, segments)).map(name);
    return {
        glibc: highest(versions.map(glibcOf).filter((version) => version !== undefined)),
        // glibc's own is libc.so.6.
        musl: libraries.some((library) => /^libc\.(?:so$|musl-)/.test(library)),
    };
}
function readSegments(header, read) {
    const start = Number(header.readBigUInt64LE(32));
    const count = Math.min(header.readUInt16LE(56), MOST_SEGMENTS);
    const table = exactly(read, start, count * 56);
    return Array.from({ length: count }, (_, index) => {
        const at = index * 56;
        return {
            type: table.readUInt32LE(at),
            offset: Number(table.readBigUInt64LE(at + 8)),
            address: Number(table.readBigUInt64LE(at + 16)),
            size: Number(table.readBigUInt64LE(at + 32)),
        };
    });
}
function readDynamic(table) {
    const tags = Array.from({ length: Math.floor(table.length / 16) }, (_, index) => {
        return [Number(table.readBigUInt64LE(index * 16)), Number(table.readBigUInt64LE(index * 16 + 8))];
    });
    const end = tags.findIndex(([tag]) => tag === 0);
    return end < 0 ? tags : tags.slice(0, end);
}
/** Where in the string table the names of the needed versions lie. The linker bears weak ones to be absent. */
function readVersions(read, start) {
    const names = [];
    let budget = MOST_VERSIONS;
    for (let library = start, more = true; more && budget > 0; budget -= 1) {
        const need = exactly(read, library, 16);
        let version = library + need.readUInt32LE(8);
        for (let left = need.readUInt16LE(2); left > 0 && budget > 0; left -= 1, budget -= 1) {
            const auxiliary = exactly(read, version, 16);
            if ((auxiliary.readUInt16LE(4) & WEAK) === 0)
                names.push(auxiliary.readUInt32LE(8));
            version += auxiliary.readUInt32LE(12);
        }
        const next = need.readUInt32LE(12);
        library += next;
        more = next !== 0;
    }
    return names;
}
function readName(read, offset) {
    const bytes = Buffer.from(read(checkOffset(offset), LONGEST_NAME));
    const end = bytes.indexOf(0);
    if (end < 0)
        throw new RangeError("a name without end");
    return bytes.toString("latin1", 0, end);
}
function fileOffset(address, segments) {
    const segment = segments.find((it) => {
        return it.type === PT_LOAD && address >= it.address && address < it.address + it.size;
    });
    if (segment === undefined)
        throw new RangeError("an address outside the file");
    return segment.offset + address - segment.address;
}
function exactly(read, offset, length) {
    const bytes = Buffer.from(read(checkOffset(offset), length));
    if (bytes.length < length)
        throw new RangeError("past the end of the file");
    return bytes;
}
function checkOffset(offset) {
    if (!Number.isSafeInteger(offset))
        throw new RangeError("no offset");
    return offset;
}
/** `GLIBC_2.2.5` → 2.2. Libraries with relative relocations packed ask for a name of its own, which 2.36 brought. */
function glibcOf(version) {
    if (version === "GLIBC_ABI_DT_RELR")
        return [2, 36];
    const [, major, minor] = /^GLIBC_(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?$/.exec(version) ?? [];
    return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}
function highest(versions) {
    return versions.toSorted((one, other) => other[0] - one[0] || other[1] - one[1])[0];
}

;// CONCATENATED MODULE: ./lib/layer/layout.js
/** Python's directory in a layer, for all runtimes: https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html */
const ROOT = "python/";
/** Where the installer puts programs, below `ROOT`. */
const PROGRAMS = process.platform === "win32" ? "Scripts/" : "bin/";

;// CONCATENATED MODULE: ./lib/layer/binaries.js





const LISTED = 3;
/** Throws one ActionError for all packages whose libraries and programs cannot run on the target; whatever installed or built them. */
function checkBinaries(entries, distributions, target) {
    const findings = [...(0,by_package/* byPackage */.y)(entries)].flatMap(([name, own]) => {
        const [first, ...others] = problemsOf(own, target);
        if (first === undefined)
            return [];
        const alike = [first, ...others].filter(({ problem }) => problem.what === first.problem.what);
        const distribution = distributions.find((it) => it.name === name);
        return [{ distribution, problem: first.problem, paths: alike.map(({ path }) => path) }];
    });
    const [first] = findings;
    if (first !== undefined)
        throw explain(findings, first, target);
}
function problemsOf(entries, target) {
    const examined = entries.map((entry) => examine(entry, target)).filter((it) => it !== undefined);
    if (holdsHelpers(examined, target) && isForAny(entries))
        return [];
    const broken = examined.filter((it) => it.problem !== undefined);
    return [...broken, ...modulesOfOtherPython(entries, target)];
}
const KNOWN_SYSTEM = /^(?:windows|macos|x86_64|arm64|i386|arm)\b/;
/** A pure wheel may carry helpers for several systems, and picks one itself: this one, or they are nothing to import. */
function holdsHelpers(examined, { architecture }) {
    const systems = new Set(examined.map(({ system }) => system).filter((system) => KNOWN_SYSTEM.test(system)));
    return systems.size > 1 && (systems.has(architecture) || !examined.some(({ path }) => /\.(?:so|pyd)$/i.test(path)));
}
/** Undefined for what is neither a library nor a program. */
function examine(entry, target) {
    const { path } = entry;
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (/\.(?:dll|exe)$/i.test(name))
        return { path, system: "windows", problem: undefined };
    if (/\.dylib$/.test(name))
        return { path, system: "macos", problem: undefined };
    if (/\.pyd$/i.test(name))
        return { path, system: "windows", problem: { what: "is built for Windows" } };
    const isLibrary = /\.so(?:\.\d+)*$/.test(name);
    if (!isLibrary && !entry.executable && name.includes("."))
        return undefined;
    return judge(path, binaryOf(entry), isLibrary, target);
}
function judge(path, binary, isLibrary, target) {
    switch (binary.format) {
        case "other":
            return undefined;
        case "damaged":
            return isLibrary ? { path, system: "unknown", problem: { what: "holds a damaged library" } } : undefined;
        case "mach-o":
            return { path, system: "macos", problem: isLibrary ? { what: "is built for macOS" } : undefined };
        case "windows":
            return { path, system: "windows", problem: isLibrary ? { what: "is built for Windows" } : undefined };
        case "elf":
            return { path, system: binary.machine, problem: problemOf(binary, target) };
        default:
            return binary;
    }
}
function problemOf(binary, target) {
    const { machine, needs } = binary;
    if (machine !== target.architecture) {
        return { what: `is built for ${machine}, not for ${target.architecture}` };
    }
    if (needs.musl)
        return { what: "is built for Alpine Linux (musl)" };
    const [major, minor] = target.glibc;
    const glibc = needs.glibc;
    return glibc !== undefined && (glibc[0] > major || (glibc[0] === major && glibc[1] > minor))
        ? { what: `needs glibc ${glibc.join(".")}, and ${target.runtime} has ${target.glibc.join(".")}`, glibc }
        : undefined;
}
/** Extension modules for another Python are invisible to this one. That is fine beside those that it sees. */
function modulesOfOtherPython(entries, target) {
    const tagged = entries.flatMap(({ path }) => {
        const [, tag] = /\.(cpython-[^.]+|pypy[^.]+|graalpy[^.]+|abi3)\.so$/.exec(path) ?? [];
        return tag === undefined ? [] : [{ path, tag }];
    });
    const wanted = `cpython-${target.pythonVersion.replace(".", "")}-`;
    const seen = tagged.some(({ tag }) => tag === "abi3" || tag.startsWith(wanted));
    return seen
        ? []
        : tagged.map(({ path, tag }) => {
            return { path, system: tag, problem: { what: `is built for ${pythonOf(tag)}, not for ${target.runtime}` } };
        });
}
/** `cpython-313-x86_64-linux-gnu` → Python 3.13. */
function pythonOf(tag) {
    const [, major, minor] = /^cpython-(\d)(\d+)(?:-|$)/.exec(tag) ?? [];
    return minor === undefined ? JSON.stringify(tag) : `Python ${major}.${minor}`;
}
/** All tags of its WHEEL file end in `-any`. */
function isForAny(entries) {
    const wheel = entries.find(({ path }) => /^python\/[^/]+\.dist-info\/WHEEL$/.test(path));
    if (wheel === undefined || !("file" in wheel.content))
        return false;
    const tags = (0,external_node_fs_.readFileSync)(wheel.content.file, "utf8").match(/^Tag:.*$/gim) ?? [];
    return tags.length > 0 && tags.every((tag) => /-any\s*$/.test(tag));
}
function binaryOf({ content }) {
    if ("bytes" in content)
        return { format: "other" };
    const descriptor = (0,external_node_fs_.openSync)(content.file, "r");
    try {
        return readBinary((offset, length) => {
            const buffer = Buffer.alloc(length);
            return buffer.subarray(0, (0,external_node_fs_.readSync)(descriptor, buffer, 0, length, offset));
        });
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function explain(findings, first, target) {
    const listed = findings.slice(0, LISTED).map(({ distribution, problem, paths }) => {
        const [path = "", ...others] = paths.map((it) => it.slice(ROOT.length));
        const subject = distribution ? `${distribution.name} ${distribution.version}` : "A file of no package";
        const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "file" : "files"}`;
        return `${subject} ${problem.what} (${JSON.stringify(path)}${more})`;
    });
    const others = findings.slice(LISTED).map(({ distribution }) => distribution?.name ?? "files of no package");
    const rest = others.length === 0 ? [] : [`${others.join(", ")} cannot run there either`];
    return new errors/* ActionError */.l(`${[...listed, ...rest].join("; ")}.`, { hint: hintFor(first, target), code: "binary" });
}
function hintFor({ distribution, problem: { glibc } }, target) {
    if (glibc !== undefined) {
        const older = `Use an older version of ${distribution?.name ?? "the package that holds it"}`;
        return target.glibc[1] < 34 && glibc[1] <= 34
            ? `${older}, or \`runtime: python3.12\` or newer, which has glibc 2.34.`
            : `${older}, or its wheel if it was built from source here.`;
    }
    return `Use a version that has a wheel for ${target.runtime} on ${target.architecture}; a build from source fits only the machine that made it.`;
}

// EXTERNAL MODULE: ./lib/layer/botocore-services.js
var botocore_services = __webpack_require__(1789);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/layer/tool.js



const KEPT_CHARACTERS = 1_000_000;
const LONGEST_LINE = 64_000;
/** Runs a program to its end, without a shell. Rejects when it cannot be started (`ENOENT`) or when `signal` aborts. */
function runTool(run) {
    const windows = process.platform === "win32";
    return new Promise((resolve, reject) => {
        run.signal?.throwIfAborted();
        const child = (0,external_node_child_process_.spawn)(run.command, run.args, {
            cwd: run.cwd,
            env: run.env,
            stdio: ["ignore", "pipe", "pipe"],
            windowsHide: true,
            detached: !windows, // leads a process group of its own, so that the group can be ended
        });
        const stdout = collect(child.stdout, run.onLine);
        const stderr = collect(child.stderr, run.onLine);
        const end = () => {
            if (child.pid !== undefined)
                endGroup(child.pid, windows);
            child.stdout.destroy();
            child.stderr.destroy();
            reject(run.signal?.reason);
        };
        run.signal?.addEventListener("abort", end, { once: true });
        child.once("error", reject);
        child.once("close", (code, signal) => {
            run.signal?.removeEventListener("abort", end);
            resolve({ code: code ?? 128 + (signal ? external_node_os_.constants.signals[signal] : 0), stdout: stdout(), stderr: stderr() });
        });
    });
}
function endGroup(pid, windows) {
    if (windows) {
        // By its absolute path and without an environment: nothing else is meant by that name.
        const taskkill = external_node_path_.win32.join(process.env.SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
        const options = { stdio: "ignore", windowsHide: true, cwd: external_node_path_.dirname(taskkill), env: {} };
        (0,external_node_child_process_.spawn)(taskkill, ["/pid", String(pid), "/T", "/F"], options).once("error", () => { });
        return;
    }
    try {
        process.kill(-pid, "SIGKILL");
    }
    catch {
        // It has ended by itself.
    }
}
function collect(stream, onLine = () => { }) {
    let kept = "";
    let open = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
        kept = (kept + chunk).slice(-KEPT_CHARACTERS);
        // A carriage return at the end of a chunk may be the first half of a line end.
        const lines = (open + chunk).split(/\r\n|\n|\r(?!$)/);
        open = lines.pop() ?? "";
        for (const line of lines)
            onLine(line);
        if (open.length > LONGEST_LINE) {
            onLine(open);
            open = "";
        }
    });
    stream.once("end", () => {
        if (open !== "")
            onLine(open.replace(/\r$/, ""));
    });
    return () => kept;
}

;// CONCATENATED MODULE: ./lib/layer/compiler.js






// The bytes of a module depend on which ones the same process compiled before: strings that Python interned once stay so.
// Chunks of one package make them a function of the package alone, whatever else is in the layer and however many cores there are.
const CHUNK = 100;
const MOST_CRASHES = 5;
/**
 * Compiles the modules of a layer to bytecode that is valid without looking at its source's time, which a reproducible zip does not keep:
 * https://docs.python.org/3/reference/import.html#pyc-invalidation. No module is executed.
 */
async function compile({ entries, directory, ...tools }) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const chunks = chunksOf(entries.filter(isModule), directory);
    const lists = await Promise.all(chunks.map((chunk) => writeList(chunk, 0)));
    await runCompiler(lists, tools, directory);
    const compiled = (await Promise.all(chunks.map((chunk) => bytecodeOf(chunk, tools)))).flat();
    const made = compiled.filter((entry) => entry !== undefined);
    return { entries: made, skipped: compiled.length - made.length };
}
/** Tests are rarely imported, and often half of a package. */
function isModule(entry) {
    return entry.path.endsWith(".py") && "file" in entry.content && !/\/tests?\//.test(entry.path);
}
function chunksOf(sources, directory) {
    const chunks = [...(0,by_package/* byPackage */.y)(sources).values()].flatMap((own) => {
        return Array.from({ length: Math.ceil(own.length / CHUNK) }, (_, index) => {
            return own.slice(index * CHUNK, (index + 1) * CHUNK);
        });
    });
    return chunks.map((own, index) => ({ sources: own, directory: (0,external_node_path_.join)(directory, String(index)) }));
}
/** Writes down what is to be compiled, from a source on: its file and its name in bytecode. Returns the list's path. */
async function writeList({ sources, directory }, start) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const list = (0,external_node_path_.join)(directory, `${start}.list`);
    const fields = sources.slice(start).map(({ path, content }) => `${content.file}\0/opt/${path}\0`);
    await (0,promises_.writeFile)(list, fields.join(""));
    return list;
}
/** The bytecode of each source, undefined where it has none. Behind one on which the interpreter died, as deep nesting makes it, it starts again. */
async function bytecodeOf(chunk, tools) {
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
/** The bytecode of each source on the list that begins with the source `first`; fewer when the interpreter died on one. */
async function readMade(directory, first) {
    const list = (0,external_node_path_.join)(directory, `${first}.list`);
    const lines = (await (0,promises_.readFile)(`${list}.sizes`, "utf8")).split("\n").filter((line) => line !== "");
    let end = 0;
    return lines.map((line) => {
        if (line === "-")
            return undefined;
        const [size, start] = [Number(line), end];
        end += size;
        return { size, content: { file: `${list}.bytecode`, start } };
    });
}
/** Compiles what is on the lists: each in a process of its own, as many at a time as there are cores. */
async function runCompiler(lists, tools, directory) {
    if (FORKS)
        return runPython(lists, tools, directory);
    const next = lists.values();
    const work = async () => {
        for (const list of next)
            await runPython([list], tools, directory);
    };
    await Promise.all(Array.from({ length: (0,external_node_os_.availableParallelism)() }, work));
}
// A copy of a running Python is there in a tenth of the time that another one takes to start.
const FORKS = process.platform !== "win32";
async function runPython(lists, { interpreter, signal }, directory) {
    const { code, stderr } = await runTool({
        command: interpreter.path,
        // Not -I: it would ignore the hash seed, which decides the order of sets in bytecode before 3.11.
        args: ["-s", "-S", "-B", "-W", "ignore", "-c", PROGRAM, String((0,external_node_os_.availableParallelism)()), ...lists],
        env: { ...interpreter.env, PYTHONHASHSEED: "0", PYTHONUTF8: "1" },
        cwd: directory,
        signal,
    });
    if (code === 1) {
        throw new errors/* ActionError */.l(`Python ${interpreter.version} could not write bytecode: ${JSON.stringify(stderr.trim().split("\n").at(-1))}.`, { hint: "Set `bytecode: off` to build the layer without.", code: "bytecode" });
    }
}
function bytecodeEntry(source, made, { version }) {
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

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/machine/programs.js
var programs = __webpack_require__(8996);
;// CONCATENATED MODULE: ./lib/layer/install-environment.js


// What any program needs to run. With RUNNER_TRACKING_ID the runner ends what outlives a cancelled job.
const SYSTEM = /^(PATH|PATHEXT|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|TEMP|TMP|TMPDIR|LANG|LC_ALL|LC_CTYPE|XDG_(CACHE|CONFIG|DATA)_HOME|RUNNER_TRACKING_ID)$/i;
// Where packages come from and how they are reached, and what a Python on PATH needs to start: https://docs.astral.sh/uv/reference/environment/
const INSTALLER = /^(UV_(DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL|INDEX_STRATEGY|INDEX_.+_(USERNAME|PASSWORD)|INSECURE_HOST|KEYRING_PROVIDER|CREDENTIALS_DIR|NATIVE_TLS|SYSTEM_CERTS|CACHE_DIR|LOCK_TIMEOUT|HTTP_TIMEOUT|HTTP_CONNECT_TIMEOUT|HTTP_RETRIES|REQUEST_TIMEOUT|CONCURRENT_.+|PYTHON_INSTALL_DIR|REQUIRE_HASHES)|LD_LIBRARY_PATH|PYENV_ROOT|PYENV_VERSION|HTTP_TIMEOUT|SSL_CERT_FILE|SSL_CERT_DIR|SSL_CLIENT_CERT|NETRC|(HTTP|HTTPS|ALL|NO)_PROXY|SSH_AUTH_SOCK|GIT_SSH_COMMAND|GIT_SSL_CAINFO|GIT_ALLOW_PROTOCOL)$/i;
// What would install something else than the fingerprint says.
const REFUSED = /^UV_(CONSTRAINT|OVERRIDE|EXCLUDE|EXCLUDE_NEWER|BUILD_CONSTRAINT|RESOLUTION|PRERELEASE|.*BINARY.*|NO_VERIFY_HASHES|NO_BUILD_ISOLATION|TORCH_BACKEND|GIT_LFS|CONFIG_FILE)$/i;
const PATHS = /^(UV_CACHE_DIR|UV_CREDENTIALS_DIR|UV_PYTHON_INSTALL_DIR|SSL_CERT_FILE|SSL_CERT_DIR|SSL_CLIENT_CERT|NETRC)$/i;
const FIXED = {
    UV_PYTHON_DOWNLOADS: "never",
    UV_NO_PROGRESS: "1",
    UV_NO_WRAP: "1",
    NO_COLOR: "1",
    GIT_TERMINAL_PROMPT: "0",
};
/** What a tool that needs no network gets of the runner's environment. */
function toolEnvironment(env) {
    return pick(env, SYSTEM);
}
/** uv's environment and index options: an allow-list of the runner's, pip's words translated where uv's are not set. Throws `uv-environment`. */
function installEnvironment(request) {
    refuse(request.env);
    const { env, workspace, exists } = request;
    const given = { ...pick(env, SYSTEM), ...pick(env, INSTALLER) };
    const inFiles = readIndexArguments(request.indexArguments);
    const findLinks = [
        ...inFiles.findLinks,
        ...(env.UV_FIND_LINKS ? env.UV_FIND_LINKS.split(",") : words(env.PIP_FIND_LINKS).filter(isPlace)),
    ].map((place) => (isUrl(place) ? place : (0,external_node_path_.resolve)(workspace, place)));
    // pip passes over a directory that does not exist, uv fails.
    function isPlace(place) {
        return isUrl(place) || exists((0,external_node_path_.resolve)(workspace, place));
    }
    const all = defined({
        ...given,
        SSL_CERT_FILE: given.SSL_CERT_FILE ?? env.PIP_CERT,
        UV_DEFAULT_INDEX: configuredIndex(env, request.indexArguments),
        UV_INDEX_URL: undefined,
        UV_EXTRA_INDEX_URL: joined([...extraIndexes(env), ...inFiles.extraIndexes]),
        UV_INSECURE_HOST: joined([...words(env.UV_INSECURE_HOST ?? env.PIP_TRUSTED_HOST), ...inFiles.insecureHosts]),
        UV_FIND_LINKS: findLinks.length === 0 ? undefined : findLinks.join(","),
    });
    return {
        env: {
            ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, PATHS.test(name) ? (0,external_node_path_.resolve)(workspace, value) : value])),
            ...FIXED,
        },
        arguments: inFiles.noIndex || isTrue(env.PIP_NO_INDEX) ? ["--no-index"] : [],
        secrets: Object.entries(all)
            .filter(([name]) => /^UV_INDEX_.+_PASSWORD$/i.test(name))
            .map(([, value]) => value),
    };
}
/** The default index as set by the dependency files, else by uv's variables, else by pip's; may hold a password. */
function configuredIndex(env, indexArguments) {
    return (readIndexArguments(indexArguments).index ||
        env.UV_DEFAULT_INDEX ||
        env.UV_INDEX_URL ||
        env.PIP_INDEX_URL ||
        undefined);
}
function extraIndexes(env) {
    return words(env.UV_INDEX || env.UV_EXTRA_INDEX_URL ? env.UV_EXTRA_INDEX_URL : env.PIP_EXTRA_INDEX_URL);
}
function readIndexArguments(indexArguments) {
    const values = (flag) => indexArguments.filter((_, position) => indexArguments[position - 1] === flag);
    return {
        index: values("--index-url").at(-1),
        extraIndexes: values("--extra-index-url"),
        findLinks: values("--find-links"),
        insecureHosts: values("--allow-insecure-host"),
        noIndex: indexArguments.includes("--no-index"),
    };
}
function refuse(env) {
    const names = Object.keys(env)
        .filter((name) => REFUSED.test(name) && env[name] !== "" && !isFalse(env[name]))
        .toSorted();
    if (names.length === 0)
        return;
    throw new errors/* ActionError */.l(`${names.join(", ")} would change what is installed without the layer's fingerprint knowing it.`, {
        hint: `Unset ${names.length === 1 ? "it" : "them"} for this step and say it in the dependency file instead.`,
        code: "uv-environment",
    });
}
function pick(env, allowed) {
    return defined(Object.fromEntries(Object.entries(env).filter(([name, value]) => allowed.test(name) && value !== "")));
}
function defined(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}
function words(text) {
    return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
function joined(values) {
    return values.length === 0 ? undefined : [...new Set(values)].join(" ");
}
function isUrl(text) {
    return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}
function isTrue(text) {
    return text !== undefined && /^(1|true|yes|on|y|t)$/i.test(text);
}
function isFalse(text) {
    return text === undefined || /^(0|false|no|off|n|f)$/i.test(text);
}

;// CONCATENATED MODULE: ./lib/layer/interpreter.js






const LONGEST_START_MS = 30_000;
const WINDOWS = process.platform === "win32";
/** The first interpreter of the wanted minor version that proves it by running: on PATH, in the tool cache, or known to uv. */
async function findInterpreter(request) {
    for await (const candidate of candidates(request)) {
        const interpreter = await prove(candidate, request);
        if (interpreter !== undefined)
            return interpreter;
    }
    return undefined;
}
async function* candidates(request) {
    const { pythonVersion } = request;
    for (const name of [`python${pythonVersion}`, "python3", "python"]) {
        yield* onPath(name, request).map((command) => ({ command }));
    }
    yield* WINDOWS ? onPath("py", request).map((command) => ({ command, args: [`-${pythonVersion}`] })) : [];
    yield* await inToolCache(request);
    yield* await knownToUv(request);
}
function onPath(name, { env, workspace }) {
    return (0,programs/* findPrograms */.z0)(name, env, workspace);
}
/** Where actions/setup-python keeps interpreters: `<tool cache>/Python/<version>/<arch>`. */
async function inToolCache({ pythonVersion, env }) {
    if (env.RUNNER_TOOL_CACHE === undefined)
        return [];
    const root = (0,external_node_path_.join)(env.RUNNER_TOOL_CACHE, "Python");
    const versions = (await (0,promises_.readdir)(root).catch(() => [])).filter((version) => (0,semver.valid)(version));
    return versions
        .filter((version) => version.startsWith(`${pythonVersion}.`))
        .toSorted(semver.rcompare)
        .map((version) => (0,external_node_path_.join)(root, version, process.arch))
        .map((directory) => ({
        command: WINDOWS ? (0,external_node_path_.join)(directory, "python.exe") : (0,external_node_path_.join)(directory, "bin", `python${pythonVersion}`),
        // Its shared library is found by an absolute path of GitHub's own machines otherwise.
        env: { LD_LIBRARY_PATH: (0,external_node_path_.join)(directory, "lib") },
    }));
}
async function knownToUv(request) {
    const [uv] = onPath("uv", request);
    if (uv === undefined)
        return [];
    // Without `--system` a virtual environment around the current directory would win.
    const args = ["python", "find", "--no-config", "--no-project", "--system", "--no-python-downloads"];
    const command = await output({ command: uv, args: [...args, request.pythonVersion] }, request);
    return command === undefined ? [] : [{ command: command.trim() }];
}
// A prerelease and a free-threaded build have bytecode of their own.
const interpreter_PROGRAM = `
import sys
if sys.implementation.name == "cpython" and sys.version_info.releaselevel == "final" and "free-threading" not in sys.version:
    print("%d.%d.%d" % sys.version_info[:3])
    print(sys.executable)
`;
async function prove(candidate, request) {
    if (!(0,programs/* isOfRunner */.OD)(candidate.command, request.workspace))
        return undefined;
    const args = [...(candidate.args ?? []), "-I", "-S", "-c", interpreter_PROGRAM];
    const text = await output({ ...candidate, args }, request);
    const [version = "", path = ""] = text?.trim().split(/\r?\n/) ?? [];
    return version.startsWith(`${request.pythonVersion}.`) && (0,external_node_path_.isAbsolute)(path)
        ? { path, version, env: environmentOf(candidate, request) }
        : undefined;
}
async function output(candidate, request) {
    const result = await runTool({
        command: candidate.command,
        args: candidate.args ?? [],
        env: environmentOf(candidate, request),
        cwd: request.temp,
        signal: AbortSignal.timeout(LONGEST_START_MS),
    }).catch(() => undefined);
    return result?.code === 0 ? result.stdout : undefined;
}
function environmentOf(candidate, { env, workspace }) {
    const own = ["LD_LIBRARY_PATH", "PYENV_ROOT", "PYENV_VERSION", "UV_PYTHON_INSTALL_DIR"].flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...toolEnvironment((0,programs/* withRunnerPath */.mY)(env, workspace)), ...Object.fromEntries(own), ...candidate.env };
}

// EXTERNAL MODULE: ./lib/limits.js
var limits = __webpack_require__(8207);
;// CONCATENATED MODULE: ./lib/layer/layer-size.js


/** Unzipped bytes. */
function totalSize(entries) {
    return entries.reduce((sum, { size }) => sum + size, 0);
}
/** Throws when the layer alone passes Lambda's limit for code and all layers. */
function checkLayerSize(entries) {
    const total = totalSize(entries);
    if (total <= limits/* UNZIPPED_LIMIT */.My)
        return;
    const names = [...new Set(entries.map((entry) => entry.package))].filter((name) => name !== "");
    throw (0,limits/* tooLarge */.g$)(`The layer is ${(0,bytes/* formatBytes */.z3)(total)} unzipped; Lambda takes ${(0,bytes/* formatBytes */.z3)(limits/* UNZIPPED_LIMIT */.My)} for code and all layers.`, {
        packages: names.map((name) => ({ name, unzipped: totalSize(entries.filter((entry) => entry.package === name)) })),
    });
}

;// CONCATENATED MODULE: ./lib/layer/bytecode.js






/** Adds bytecode by an interpreter of the runtime's minor version: none but that one's is accepted there. Throws when it is required and cannot be. */
async function addBytecode(request) {
    const { entries, mode, target, budget, workDirectory } = request;
    if (mode === "off")
        return { entries, made: undefined, notices: [] };
    const interpreter = await findInterpreter({ ...request, pythonVersion: target.pythonVersion, temp: workDirectory });
    if (interpreter === undefined)
        return without(request, missing(target));
    const compiled = await compile({ ...request, interpreter, directory: (0,external_node_path_.join)(workDirectory, "bytecode") });
    const all = [...entries, ...compiled.entries];
    if (totalSize(all) > budget)
        return without(request, tooLarge(totalSize(all), budget));
    const made = { python: interpreter.version, modules: compiled.entries.length, skipped: compiled.skipped };
    return { entries: all, made, notices: [] };
}
function without({ mode, entries }, { why, hint }) {
    if (mode === "required")
        throw new errors/* ActionError */.l(`${why}.`, { hint, code: "bytecode" });
    const text = `${why}, so the layer has no bytecode and cold starts compile what they import. ${hint}`;
    return { entries, made: undefined, notices: [{ level: "note", text }] };
}
function missing({ pythonVersion }) {
    return {
        why: `This runner has no Python ${pythonVersion} to make bytecode`,
        hint: `Add \`actions/setup-python\` with \`python-version: "${pythonVersion}"\` before this step.`,
    };
}
function tooLarge(unzipped, budget) {
    return {
        why: `With bytecode the layer is ${(0,bytes/* formatBytes */.z3)(unzipped)} unzipped and ${(0,bytes/* formatBytes */.z3)(budget)} are left for it`,
        hint: "Leave packages out with `exclude-packages`.",
    };
}

// EXTERNAL MODULE: ./lib/zip/path.js
var path = __webpack_require__(2620);
// EXTERNAL MODULE: ./lib/layer/import-names.js
var import_names = __webpack_require__(6649);
// EXTERNAL MODULE: ./lib/layer/record.js
var record = __webpack_require__(4952);
;// CONCATENATED MODULE: ./lib/layer/entries.js








/** Reads a directory of installed packages. Throws an ActionError for a link that leaves it or leads to a directory, and for names that no zip should hold. */
async function readTree(directory) {
    const root = (0,external_node_fs_.realpathSync)(directory);
    const installed = (await (0,record/* readRecords */.T3)(root)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const ownerOf = attribution(installed);
    const entries = (0,path/* inPathOrder */.$)(walk(root, "").map((path) => readEntry(root, path, ownerOf(path))));
    const packages = (0,by_package/* byPackage */.y)(entries.filter(({ path }) => !path.startsWith(ROOT + PROGRAMS)));
    return {
        entries,
        distributions: installed.map(({ name, version }) => ({
            name,
            version,
            importNames: (0,import_names/* importNamesOf */.rn)((packages.get(name) ?? []).map(({ path }) => path.slice(ROOT.length))),
        })),
    };
}
/** RECORD is what a wheel claims, so it is only asked about paths that exist. Of two that list one path, the first by name has it. */
function attribution(installed) {
    const owners = new Map(installed.toReversed().flatMap(({ name, files }) => files.map(({ path }) => [path, name])));
    const names = new Set(installed.map(({ name }) => name));
    return (path) => {
        const [directory = ""] = path.split("/", 1);
        const { name = "" } = (0,record/* parseDistInfo */.Oe)(directory) ?? {};
        return owners.get(path) ?? (names.has(name) ? name : "");
    };
}
/** Paths of all files, relative to `root`, with `/`. */
// Synchronous: thousands of short calls, each of which would cost more on the way through libuv's threads.
function walk(root, directory) {
    const items = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, directory), { withFileTypes: true });
    return items.flatMap((item) => {
        const path = directory === "" ? item.name : `${directory}/${item.name}`;
        // A name that is not UTF-8 is read as U+FFFD.
        if (/[\p{Cc}\uFFFD]/u.test(item.name))
            throw refused(path, "has a name that cannot be in a zip");
        if (item.isSymbolicLink())
            checkLink(root, path);
        return item.isDirectory() ? walk(root, path) : [path];
    });
}
function checkLink(root, path) {
    const target = realPath((0,external_node_path_.join)(root, path));
    if (target === undefined)
        throw refused(path, "is a link that leads nowhere");
    if (!target.startsWith(root + external_node_path_.sep))
        throw refused(path, "is a link that leads out of the packages");
}
function realPath(file) {
    try {
        return (0,external_node_fs_.realpathSync)(file);
    }
    catch {
        return undefined;
    }
}
function readEntry(root, path, owner) {
    const file = (0,external_node_path_.join)(root, path);
    const stats = (0,external_node_fs_.statSync)(file);
    if (!stats.isFile())
        throw refused(path, "is neither a file nor a link to one");
    const windows = process.platform === "win32";
    const isProgram = path.startsWith(PROGRAMS);
    const head = isProgram || windows ? readHead(file) : "";
    const isScript = head.startsWith("#!");
    // Windows keeps no execute bits.
    const executable = windows ? isScript || head === "\x7fELF" : (stats.mode & 0o111) !== 0;
    const looksInto = /^[^/]+\.dist-info\/RECORD$/.test(path) || (isProgram && isScript);
    const content = looksInto ? { bytes: (0,external_node_fs_.readFileSync)(file) } : { file };
    return { path: ROOT + path, package: owner, size: stats.size, executable, content };
}
function readHead(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, "r");
    try {
        const buffer = Buffer.alloc(4);
        return buffer.toString("latin1", 0, (0,external_node_fs_.readSync)(descriptor, buffer, 0, buffer.length, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function refused(path, why) {
    return new errors/* ActionError */.l(`An installed file ${why}: ${JSON.stringify(path)}.`, {
        hint: "Use another version of the package that holds it, or leave it out with `exclude-packages`.",
        code: "installed-file",
    });
}

;// CONCATENATED MODULE: ./lib/layer/clash.js
/** Paths that RECORD files list with different hashes, sorted. Equal bytes are no clash. */
function findClashes(distributions) {
    const listings = new Map();
    for (const { name, files } of distributions) {
        for (const { path, hash } of files) {
            const listed = listings.get(path) ?? [];
            listed.push({ name, hash });
            listings.set(path, listed);
        }
    }
    return [...listings]
        .filter(([, listed]) => listed.length > 1 && new Set(listed.map(({ hash }) => hash)).size > 1)
        .map(([path, listed]) => ({ path, packages: [...new Set(listed.map(({ name }) => name))].toSorted() }))
        .filter(({ packages }) => packages.length > 1)
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
/** One sentence for each set of packages. */
function describeClashes(clashes) {
    const sets = [...new Set(clashes.map(namesOf))];
    return sets.map((names) => {
        const [first, ...others] = clashes.filter((clash) => namesOf(clash) === names);
        const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "path" : "paths"}`;
        const winner = first?.packages[0];
        return `${names} hold ${JSON.stringify(first?.path)}${more} with different content: those of ${winner} are in the layer.`;
    });
}
function namesOf({ packages }) {
    return new Intl.ListFormat("en-GB").format(packages);
}

;// CONCATENATED MODULE: ./lib/layer/install-cases.js
const LONGEST_CLAUSE = 400;
// The first that fits explains. uv's hints about credentials stand behind a text that blames the package, so they come first.
const CASES = [
    {
        pattern: /No space left on device|\(os error 112\)/,
        explain: () => ({
            message: "The runner's disk is full.",
            hint: "Free space in a step before this one, or use a larger runner.",
            code: "disk-full",
        }),
    },
    {
        pattern: /An index(?: URL)? \((\S+)\) .*?(401|403)|HTTP status client error \((401|403)[^)]*\) for url \((\S+)\)/,
        explain: ([, index = "", indexStatus, status, url = ""]) => ({
            message: `The package index ${hostOf(index || url)} refused access (${indexStatus || status}).`,
            hint: "Check the index URL, and give the credentials in the step's `env:`, as `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD` or in the URL.",
            code: "index-credentials",
        }),
    },
    {
        pattern: /Hash mismatch for `([^`]+)`/,
        explain: ([, name = ""]) => ({
            message: `The file of ${name} does not have the hash that the dependency file gives for it.`,
            hint: "Find out why the file differs before you write the new hash into the dependency file.",
            code: "hash-mismatch",
        }),
    },
    {
        pattern: /In `--require-hashes` mode, (.*?)$|no trusted hash was provided for: `([^`]+)`/,
        explain: ([, said = "", name = ""]) => ({
            message: ended(`With \`--require-hashes\`, ${said || `${name} needs a hash, too`}`),
            hint: "Give every package, also the indirect ones, a version and a `--hash`; a project of the repository can have none.",
            code: "hash-missing",
        }),
    },
    {
        pattern: /Failed to fetch: `?(\S+?)`? cause: .*?invalid peer certificate: (\w+)/,
        explain: ([, url = "", reason = ""]) => ({
            message: `The certificate of ${hostOf(url)} is not trusted (${reason}).`,
            hint: "Set `SSL_CERT_FILE` to a file with the certificate authority, or `UV_SYSTEM_CERTS: 1` when the machine trusts it.",
            code: "index-certificate",
        }),
    },
    {
        pattern: /HTTP status client error \(404[^)]*\) for url \((\S+)\)/,
        explain: ([, url = ""]) => ({
            message: `There is no file at ${url}.`,
            hint: "Correct the URL in the dependency file.",
            code: "unknown-file",
        }),
    },
    {
        pattern: /Failed to fetch: `?(\S+?)`? (?:.*)cause: (.*?)(?: hint: |$)/,
        explain: ([, url = "", reason = ""]) => ({
            message: ended(`${hostOf(url)} could not be reached: ${reason.replace(/ for url \(\S+\)$/, "")}`),
            hint: "Run the job again; for a slow network raise `UV_HTTP_TIMEOUT` (seconds), for a proxy set `HTTPS_PROXY`.",
            code: "index-unreachable",
        }),
    },
    {
        pattern: /(?:unexpected (?:JSON|HTML) from|Unsupported `Content-Type` .*? for) `(\S+?)`/,
        explain: ([, url = ""]) => ({
            message: `${hostOf(url)} does not answer as a package index.`,
            hint: "Check the URL of the index; most end in `/simple`.",
            code: "index-answer",
        }),
    },
    {
        pattern: /The built wheel `([^`]+)` is not compatible/,
        explain: ([, file = ""], target) => ({
            message: `${file}, built on this runner, does not fit ${nameOf(target)}.`,
            hint: `Use a runner of that architecture with Python ${target.pythonVersion} (\`actions/setup-python\`), or a version that has a wheel.`,
            code: "build",
        }),
    },
    {
        pattern: /Failed to (?:download and )?build `([^`]+)` cause: Git operation failed/,
        explain: ([, name = ""]) => ({
            message: `The repository of ${shortName(name)} could not be fetched.`,
            hint: "Check its URL, and that this runner may read it; what git says is in the log.",
            code: "repository",
        }),
    },
    {
        pattern: /Failed to (?:download and )?build `([^`]+)`(?: cause: (.*?))?(?: hint: |$)/,
        explain: ([, name = "", reason = ""]) => ({
            message: ended(`${shortName(name)} could not be built: ${reason.replaceAll(" cause: ", ": ")}`),
            hint: "The output of the build is in the log.",
            code: "build",
        }),
    },
    {
        pattern: /attempted to build `([^`]+)`/,
        explain: ([, name = ""], target) => ({
            message: `${shortName(name)} has no wheel for ${nameOf(target)} and would be built from source, which runs code of the package.`,
            hint: `Use a version that has a wheel, or add it to \`allow-source\`.`,
            code: "no-wheel",
        }),
    },
    {
        pattern: /A URL \((\S+?)\) dependency is incompatible/,
        explain: ([, url = ""], target) => ({
            message: `${url.split(/[/#?]/).findLast((part) => part.endsWith(".whl")) ?? url} does not fit ${nameOf(target)}.`,
            hint: "Name a wheel whose tags fit, or the package and its version without a URL.",
            code: "no-wheel",
        }),
    },
    {
        pattern: /does not satisfy Python\S+ and (?:all of: )?([A-Za-z0-9._-]+).{0,300}? depends? on Python([^\s,]+)|([A-Za-z0-9._-]+)(?:[=<>~!]\S*)? requires Python ([^\s,]+)/,
        explain: ([, one, wanted, other, required], target) => ({
            message: `${one || other} needs Python ${wanted || required}, and the function has ${target.runtime}.`,
            hint: `Use an older version of ${one || other} or a newer \`runtime\`.`,
            code: "requires-python",
        }),
    },
    {
        pattern: /Because ([A-Za-z0-9._-]+) was not found in the (package registry|provided package locations)/,
        explain: ([, name = "", place = ""]) => ({
            message: `There is no package ${name} in the ${place === "package registry" ? "package index" : "places given"}.`,
            hint: "Check the name; for a package of your own, name its index (`--extra-index-url` in the file, or `UV_INDEX`).",
            code: "unknown-package",
        }),
    },
    {
        pattern: /there (?:is|are) no versions? of ([^\s,]+)/,
        explain: ([, wanted = ""]) => unknownVersion(wanted),
    },
    {
        pattern: /Because only ([A-Za-z0-9._-]+[^\s,]*) (?:is|are) available and you require ([^\s,]+)/,
        explain: ([, available = "", wanted = ""]) => unknownVersion(wanted, available),
    },
    {
        pattern: /has an invalid package format.*?hint: The structure of `([^`]+)` \(v([^)]+)\) was invalid: (.*)$/,
        explain: ([, name = "", version = "", reason = ""]) => ({
            message: ended(`The file of ${name}==${version} is damaged: ${reason}`),
            hint: "Run the job again; when it stays so, tell those who run the index.",
            code: "index-answer",
        }),
    },
    {
        pattern: /Couldn't parse requirement in `[^`]*` at position \d+(?: cause: (.*))?$/,
        explain: ([, reason = ""]) => ({
            message: ended(`uv cannot read a requirement: ${reason}`),
            hint: 'Correct the dependency file: `name==1.2.3`, a marker behind it as `; python_version < "3.12"`.',
            code: "requirements",
        }),
    },
    {
        pattern: /(?:Requested package name|Package metadata name) `([^`]+)` does not match (?:given name )?`([^`]+)`/,
        explain: ([, one = "", other = ""]) => ({
            message: `A file that is named ${one} is ${other}.`,
            hint: "Correct the name before `@` in the dependency file.",
            code: "requirements",
        }),
    },
    {
        pattern: /No interpreter found|Failed to inspect Python interpreter/,
        explain: (_, target) => ({
            message: "There is no Python on this runner that uv can use.",
            hint: `Add a step with \`actions/setup-python\` (python-version: ${target.pythonVersion}) before this one.`,
            code: "no-python",
        }),
    },
    {
        pattern: /No solution found[^:]*: (?:cause: )?(?:Because )?(.*?)(?:, we can conclude|, which are incompatible| hint: |$)(?:.*? And because (you require (?:(?! And because ).)*?), we can conclude that your requirements)?/,
        explain: ([, clause = "", last = ""]) => ({
            message: ended(`The requirements contradict each other: ${clause}${last && `, but ${last}`}`),
            hint: "Loosen one of them; uv's whole explanation is in the log.",
            code: "conflict",
        }),
    },
];
function unknownVersion(wanted, available) {
    return {
        message: `There is no ${wanted} in the package index${available === undefined ? "" : `, only ${available}`}.`,
        hint: "Use a version that exists; of several indexes, the first one that knows the package counts.",
        code: "unknown-version",
    };
}
/** `python3.11 on x86_64` */
function nameOf({ runtime, architecture }) {
    return `${runtime} on ${architecture}`;
}
function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host || url : url;
}
/** `x @ file:///…` → `x` */
function shortName(text) {
    return text.split(" @ ")[0] ?? text;
}
/** One sentence of a length that one can read, whatever a tool says. */
function ended(text) {
    const short = text.length > LONGEST_CLAUSE ? `${text.slice(0, LONGEST_CLAUSE)}…` : text.trim();
    return /[.…]$/.test(short) ? short : `${short}.`;
}

// EXTERNAL MODULE: ./lib/layer/tool-output.js
var tool_output = __webpack_require__(237);
;// CONCATENATED MODULE: ./lib/layer/install-error.js



/** Characters; keeps a hostile build's output from costing time. */
const LONGEST_ERROR = 20_000;
/** One sentence and one next step from what uv says, without secrets. Pure. */
function explainInstall({ code, output, target, secrets }) {
    // A project of the repository is built from a copy, whose place says nothing to a reader.
    const text = flatten((0,tool_output/* scrub */._)(output, secrets)).replace(/ @ file:\/\/[^\s`]+/g, "");
    const { message, hint, code: word } = explanation(text, code, target);
    return new errors/* ActionError */.l(message, { hint, code: word });
}
// It is indented, as all that uv quotes.
const OUTPUT_OF_A_BUILD = /\n\s+(?:\[std(?:err|out)\]|--- std(?:err|out))\n.*?(?=\nhint: |$)/s;
/** What is marked below by `^^^`. */
const MARKED_LINE = /\n\s+(\S[^\n]*)\n\s+\^+[ \t]*(?=\n|$)/;
/** uv's error as one line, without what a build printed. */
function flatten(output) {
    const start = Math.max(0, output.lastIndexOf("\nerror: "));
    return output
        .slice(start, start + LONGEST_ERROR)
        .replace(OUTPUT_OF_A_BUILD, " ")
        .replace(MARKED_LINE, " in `$1`")
        .replace(/\s+/g, " ")
        .trim();
}
function explanation(text, code, target) {
    for (const { pattern, explain } of CASES) {
        const groups = pattern.exec(text)?.map((group) => group ?? "");
        if (groups !== undefined)
            return explain(groups, target);
    }
    if (code >= 128) {
        return {
            message: `uv was ended by the system (exit code ${code}).`,
            hint: "Use a runner with more memory.",
            code: "install",
        };
    }
    const said = (/error: (.*?)(?: hint: |$)/.exec(text)?.[1] ?? text.slice(-300)) || "it says nothing";
    return {
        message: `uv could not install the dependencies: ${ended(said.replaceAll(" cause: ", ": "))}`,
        hint: "The whole output of uv is in the log.",
        code: "install",
    };
}

;// CONCATENATED MODULE: ./lib/layer/missing-wheel.js



const HAS_NO_WHEEL = /(?:all versions of )?([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?((?:[=<>!~][^\s]*)?) (?:has|have) no (?:usable wheels|wheels with a matching)/;
/** The package of which uv says that it has no wheel that fits. Pure. */
function missingWheel(output) {
    const text = flatten(output);
    const [, name, versions = ""] = HAS_NO_WHEEL.exec(text) ?? [];
    if (name === undefined)
        return undefined;
    const platforms = /on the following platforms?: ([^.]*?)(?: hint: |$)/.exec(text)?.[1] ?? "";
    return { name, wanted: `${name}${versions}`, platforms: platforms.match(/[^\s,`]+/g) ?? [] };
}
/** Why no wheel fits, and what would help. Pure. */
function explainMissingWheel(missing, others, target) {
    const [message, hint] = sentences(missing, others, target);
    return new errors/* ActionError */.l(message, { hint, code: "no-wheel" });
}
function sentences({ name, wanted, platforms }, { newerGlibc, runtimes, architectures }, target) {
    const needed = newerGlibc === undefined ? undefined : lowestGlibc(newerGlibc);
    if (needed !== undefined) {
        const older = `Use an older version of ${name}`;
        return [
            glibcSentence(wanted, needed, target),
            target.glibc[1] < 34 ? `${older}, or \`runtime: python3.12\` or newer, which has glibc 2.34.` : `${older}.`,
        ];
    }
    if (runtimes.length > 0) {
        return [
            `${wanted} has no wheel for ${target.runtime}, only for ${list(runtimes)}.`,
            `Use another version of ${name} or one of these runtimes.`,
        ];
    }
    if (architectures.length > 0) {
        return [
            `${wanted} has no wheel for ${nameOf(target)}, only for ${list(architectures)}.`,
            `Use another version of ${name} or \`architectures: ${architectures[0]}\`.`,
        ];
    }
    if (platforms.length > 0) {
        return [
            `${wanted} has no wheel for ${nameOf(target)}, only for ${list(platforms)}.`,
            `Use another version of ${name}, or leave it out on Lambda with the marker \`; sys_platform != "linux"\`.`,
        ];
    }
    return [
        `${wanted} has no wheel for ${nameOf(target)}, only source code, whose build would run code of the package on this runner.`,
        `Use another version or package, or add ${name} to \`allow-source\`.`,
    ];
}
function glibcSentence(wanted, needed, target) {
    const [major, minor] = needed;
    const wheels = `${wanted} has wheels for ${nameOf(target)} only for glibc ${major}.${minor} or newer`;
    const [, has] = target.glibc;
    return minor > has
        ? `${wheels}, and the runtime has glibc 2.${has}.`
        : `${wheels}, and for this runtime uv takes none above 2.17.`;
}
/** The oldest glibc that a wheel's file name promises to run with: `…-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl` → 2.24. */
function lowestGlibc(file) {
    const minors = [...file.matchAll(/manylinux_2_(\d+)_/g)].map(([, minor]) => Number(minor));
    return minors.length === 0 ? undefined : [2, Math.min(...minors)];
}
function list(names) {
    return new Intl.ListFormat("en-GB").format(names);
}

// EXTERNAL MODULE: ./lib/layer/target.js
var target = __webpack_require__(3100);
;// CONCATENATED MODULE: ./lib/layer/other-wheels.js

/** Looks for wheels that would fit another glibc, runtime or architecture. `wheelFor` returns the name of the file, if there is one. */
async function findOtherWheels({ runtime, architecture, pythonVersion, platform }, wheelFor) {
    const newest = platform.replace(/manylinux.*$/, "manylinux_2_40");
    const [newerGlibc, runtimes, architectures] = await Promise.all([
        wheelFor({ pythonVersion, platform: newest }),
        those(target/* RUNTIMES */.aC, (other) => (other === runtime ? undefined : wheelFor((0,target/* targetOf */.$r)(other, architecture)))),
        those(target/* ARCHITECTURES */.Xe, (other) => (other === architecture ? undefined : wheelFor((0,target/* targetOf */.$r)(runtime, other)))),
    ]);
    return { newerGlibc, runtimes, architectures };
}
async function those(candidates, find) {
    const found = await Promise.all(candidates.map(find));
    return candidates.filter((_, index) => found[index] !== undefined);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/dependencies/requirement-line.js + 1 modules
var requirement_line = __webpack_require__(3059);
// EXTERNAL MODULE: ./lib/machine/paths.js
var paths = __webpack_require__(8141);
;// CONCATENATED MODULE: ./lib/layer/requirement-files.js





/**
 * Writes what shall be installed into `directory`: the one requirements file that uv sees, and copies of path dependencies.
 * Returns the arguments for uv. The lines are sorted, since uv's choice can depend on their order.
 */
async function writeRequirementFiles(dependencies, directory) {
    const paths = await Promise.all(dependencies.pathDependencies.map(async (dependency, index) => {
        const copy = (0,external_node_path_.join)(directory, "sources", String(index), dependency.name);
        await copyFiles(dependency, copy);
        const { name, extras, marker = "" } = dependency;
        return (0,requirement_line/* renderRequirement */.oR)({ name, extras, specifiers: [], reference: undefined, marker, hashes: [] }, (0,external_node_url_.pathToFileURL)(copy).href);
    }));
    const { requirements, constraints, excluded } = dependencies;
    return [
        ...(await writeLines("-r", (0,external_node_path_.join)(directory, "requirements.txt"), [...requirements.map(lineOf), ...paths])),
        ...(await writeLines("-c", (0,external_node_path_.join)(directory, "constraints.txt"), constraints.map(lineOf))),
        ...(await writeLines("--excludes", (0,external_node_path_.join)(directory, "excludes.txt"), excluded)),
    ];
}
function lineOf({ line }) {
    return line;
}
async function writeLines(option, file, lines) {
    if (lines.length === 0)
        return []; // uv warns of an empty file
    await (0,promises_.writeFile)(file, lines
        .toSorted()
        .map((line) => `${line}\n`)
        .join(""));
    return [option, file];
}
// A build writes beside its sources.
async function copyFiles({ directory, files }, copy) {
    for (const file of files) {
        const target = (0,external_node_path_.join)(copy, file);
        if (!(0,paths/* isInside */.F)(copy, target))
            throw new Error(`${JSON.stringify(file)} is no path inside the path dependency.`);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,promises_.copyFile)((0,external_node_path_.join)(directory, file), target);
    }
}

// EXTERNAL MODULE: ./lib/layer/uv-release.js
var uv_release = __webpack_require__(4686);
;// CONCATENATED MODULE: ./lib/layer/uv.js







// Releases before the late 0.12 ones take a file whose hash is not the one that the index lists; install-error.ts reads
// the texts of 0.13.
const OLDEST = [0, 13, 0];
const uv_PROGRAM = process.platform === "win32" ? "uv.exe" : "uv";
const uv_LONGEST_START_MS = 30_000;
/** A uv that is new enough: on PATH, else from the tool cache, else the pinned release, fetched and verified. Throws ActionError. */
async function findUv(request) {
    return (await uvOnPath(request)) ?? (await cachedUv(request)) ?? (await fetchedUv(request));
}
async function uvOnPath(request) {
    const [path] = (0,programs/* findPrograms */.z0)("uv", request.env, request.workspace);
    const version = path && (await versionOf(path, request));
    return path && version && isNewEnough(version) ? { path, version } : undefined;
}
async function cachedUv(request) {
    if (request.toolCacheDirectory === undefined)
        return undefined;
    const directory = cachedDirectory(request.toolCacheDirectory);
    const complete = await (0,promises_.stat)(`${directory}.complete`).catch(() => undefined);
    const path = (0,external_node_path_.join)(directory, uv_PROGRAM);
    return complete && (0,programs/* isOfRunner */.OD)(path, request.workspace) && (await versionOf(path, request)) === uv_release/* UV_VERSION */.t
        ? { path, version: uv_release/* UV_VERSION */.t }
        : undefined;
}
async function fetchedUv({ env, temp, toolCacheDirectory, indexArguments }) {
    const { fetchUv } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 4469)); // loads an HTTP client that most runs do without
    const cache = toolCacheDirectory && (await writableDirectory(cachedDirectory(toolCacheDirectory)));
    const path = (0,external_node_path_.join)(cache || temp, uv_PROGRAM);
    await fetchUv({
        file: path,
        marker: cache && `${cache}.complete`,
        index: withoutName(configuredIndex(env, indexArguments) ?? "https://pypi.org/simple"),
        temp,
        machine: `${process.platform}-${process.arch}`,
    });
    return { path, version: uv_release/* UV_VERSION */.t };
}
/** uv takes indexes as `name=https://…` too. */
function withoutName(index) {
    return index.replace(/^[\w.-]+=/, "");
}
/** Where actions keep tools: `<tool cache>/<tool>/<version>/<arch>` with a file `<arch>.complete` beside it. */
function cachedDirectory(toolCacheDirectory) {
    return (0,external_node_path_.join)(toolCacheDirectory, "lambda-layers-deploy-uv", uv_release/* UV_VERSION */.t, process.arch);
}
async function writableDirectory(directory) {
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
        await (0,promises_.access)(directory, external_node_fs_.constants.W_OK);
        return directory;
    }
    catch {
        return undefined;
    }
}
/** What `uv --version` says; undefined when that does not run. */
async function versionOf(path, { env, workspace, temp }) {
    try {
        const { code, stdout } = await runTool({
            command: path,
            args: ["--version"],
            env: toolEnvironment((0,programs/* withRunnerPath */.mY)(env, workspace)),
            cwd: temp,
            signal: AbortSignal.timeout(uv_LONGEST_START_MS),
        });
        return code === 0 ? /^uv (\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
    }
    catch {
        return undefined;
    }
}
function isNewEnough(version) {
    const numbers = version.split(".").map(Number);
    const at = OLDEST.findIndex((oldest, position) => oldest !== numbers[position]);
    return at < 0 || (numbers[at] ?? 0) > (OLDEST[at] ?? 0);
}

;// CONCATENATED MODULE: ./lib/layer/install.js















/** Resolves the dependencies for the target and installs them, with one call of uv. Throws ActionError without secrets. */
async function install(request) {
    const { dependencies, target, workDirectory, workspace } = request;
    // uv starts interpreters, git and keyring by their names.
    const env = (0,programs/* withRunnerPath */.mY)(request.env, workspace);
    const { indexArguments } = dependencies;
    const ownProjects = dependencies.pathDependencies.map(({ name }) => name);
    const environment = installEnvironment({ env, workspace, indexArguments, exists: external_node_fs_.existsSync });
    const uv = await findUv({
        env,
        workspace,
        toolCacheDirectory: env.RUNNER_TOOL_CACHE,
        temp: workDirectory,
        indexArguments,
    });
    const interpreter = await builder(request);
    const run = (args, onLine) => runTool({
        command: uv.path,
        args: [...args, "--no-config", "--only-binary", ":all:", ...environment.arguments],
        env: { ...environment.env, ...interpreter?.env },
        cwd: workDirectory, // uv looks for a virtual environment there and above
        signal: request.signal,
        ...(onLine && { onLine }),
    });
    const tree = (0,external_node_path_.join)(workDirectory, "tree");
    const args = [
        ...["pip", "install", "--target", tree, ...targetArguments(target)],
        ...(interpreter ? ["--python", interpreter.path] : []),
        // Sources named in [tool.uv.sources] of a path dependency are in none of the dependency files.
        ...["--no-editable", "--no-sources"],
        ...dependencies.resolverArguments,
        ...(await writeRequirementFiles(dependencies, workDirectory)),
        ...dependencies.allowSource.flatMap((name) => ["--no-binary", name]),
        ...ownProjects.flatMap((name) => ["--no-binary", name]),
    ];
    const reinstalling = async (packages) => {
        const again = packages.flatMap((name) => ["--reinstall-package", name]);
        const { code, stderr } = await run([...args, ...again], request.onLine);
        if (code === 0)
            return;
        const missing = missingWheel(stderr);
        if (missing !== undefined)
            throw await withoutWheel(missing, run, request);
        throw explainInstall({ code, output: stderr, target, secrets: [...dependencies.secrets, ...environment.secrets] });
    };
    await (0,promises_.mkdir)(tree);
    // uv's cache knows a project by its path and by what the project itself says.
    await reinstalling(ownProjects);
    const clashes = findClashes(await (0,record/* readRecords */.T3)(tree));
    // Which of two files wins is a race of uv's threads. One after the other, it is the last one's.
    const clashing = new Set(clashes.flatMap(({ packages }) => packages));
    for (const name of [...clashing].toSorted().reverse())
        await reinstalling([name]);
    return { tree, tool: `uv ${uv.version}`, clashes: describeClashes(clashes.filter(isImportable)) };
}
/** Programs are left out of the layer. */
function isImportable({ path }) {
    return !path.startsWith(PROGRAMS);
}
function targetArguments({ pythonVersion, platform }) {
    return ["--python-version", pythonVersion, "--python-platform", platform];
}
/** What is built is built for the Python that builds it. Where the function's is missing, uv refuses what does not fit. */
async function builder({ dependencies, target, env, workspace, workDirectory }) {
    const builds = dependencies.allowSource.length + dependencies.pathDependencies.length > 0;
    const { pythonVersion } = target;
    return builds ? findInterpreter({ pythonVersion, env, workspace, temp: workDirectory }) : undefined;
}
async function withoutWheel(missing, run, request) {
    const wanted = (0,external_node_path_.join)(request.workDirectory, "wanted.txt");
    await (0,promises_.writeFile)(wanted, `${missing.wanted}\n`);
    const others = await findOtherWheels(request.target, async (platform) => {
        const args = [
            "pip",
            "compile",
            "--quiet",
            "--no-deps",
            "--format",
            "pylock.toml",
            ...targetArguments(platform),
            wanted,
        ];
        const { stdout } = await run(args);
        return /[^"/\\]+\.whl(?=")/.exec(stdout)?.[0];
    });
    return explainMissingWheel(missing, others, request.target);
}

// EXTERNAL MODULE: ./lib/layer/manifest.js
var manifest = __webpack_require__(7036);
;// CONCATENATED MODULE: ./lib/layer/mentions.js
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
const IMPORT = new RegExp(`\\bfrom[\\s\\\\]+([.\\w]+)[\\s\\\\]+import\\b[\\s\\\\]*(${NAMES.source})|\\bimport[\\s\\\\]+(${NAMES.source})`, "g");
const STRING = /["']([^"'\s]*?\btests?(?![\w-])[^"'\s]*)["'](?:\s*[,/]\s*["']([\w.-]+)["'])?/g;
/** Characters of a text. */
const NEAR = 200;
/** Is it a source that was compiled, or a part for compiling against the package? */
function isSource(path) {
    return SOURCE_FILE.test(path);
}
/**
 * Reads a Python source, or a list of entry points, without running it. Rather finds too much than too little: words of a
 * documentation can look like an import. `path` is below the directory of the packages: `pkg/sub/module.py`. Pure.
 */
function mentionsIn(text, path) {
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
function importsIn(text, path) {
    const parents = path.split("/").slice(0, -1);
    return [...text.matchAll(IMPORT)].flatMap(([, from, names = "", modules = ""]) => {
        if (from === undefined)
            return wordsOf(modules);
        const base = absolute(from, parents);
        return [base, ...wordsOf(names).map((name) => (base === "" ? name : `${base}.${name}`))];
    });
}
/** `..sub` in `pkg/one/module.py` is `pkg.sub`. */
function absolute(name, parents) {
    const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(name) ?? [];
    const base = dots === "" ? [] : parents.slice(0, Math.max(0, parents.length - dots.length + 1));
    return [...base, ...(rest === "" ? [] : [rest])].join(".");
}
/**
 * The parts of a path up to each that is called `test` or `tests`, when it goes on from there. Of names with dots those that end
 * there or are relative, since they can be imported: `test.log` is a file.
 */
function pathsIn({ 1: value = "", 2: next, index }, text) {
    const dotted = !/[/\\]/.test(value);
    const all = value.split(dotted ? /[.:]/ : /[/\\]/);
    const near = wordsOf(text.slice(Math.max(0, index - NEAR), index + NEAR)).flatMap((word) => word.split("."));
    return all.flatMap((part, position) => {
        const isLast = position === all.length - 1;
        const isName = dotted && all.length > 1;
        const leads = isLast ? isName || next !== undefined : !dotted || !/^\w/.test(value);
        if ((part !== "test" && part !== "tests") || !leads)
            return [];
        const before = all.slice(0, position + 1).findLastIndex((one) => !/^\w[\w-]*$/.test(one));
        const open = /[{}%*<$]/.test(all[before] ?? "");
        return [{ parts: all.slice(before + 1, position + 1), open, near, into: isLast && !isName ? next : undefined }];
    });
}
function wordsOf(text) {
    return text.match(/[\w.]+/g) ?? [];
}
function fileNameBefore(text, end) {
    return /[\w*.-]*$/.exec(text.slice(Math.max(0, end - NEAR), end))?.[0] ?? "";
}

;// CONCATENATED MODULE: ./lib/layer/read-mentions.js



const TEXT = /\.(?:py|pth)$|\.dist-info\/entry_points\.txt$/;
/** Files that are read at the same time. */
const AT_ONCE = 64;
/** What all modules and lists of entry points say of other files, by their paths below the directory of the packages. */
async function readMentions(entries) {
    const texts = entries.filter(({ path }) => TEXT.test(path));
    const mentions = new Map();
    for (let start = 0; start < texts.length; start += AT_ONCE) {
        const read = texts.slice(start, start + AT_ONCE).map(async ({ path, content }) => {
            const bytes = "file" in content ? await (0,promises_.readFile)(content.file) : Buffer.from(content.bytes);
            const place = path.slice(ROOT.length);
            return [place, mentionsIn(bytes.toString(), place)];
        });
        for (const [place, said] of await Promise.all(read))
            mentions.set(place, said);
    }
    return mentions;
}

;// CONCATENATED MODULE: ./lib/layer/leave-out.js



/** Leaves out the files that have a reason, and their lines in RECORD. */
function leaveOut(entries, reasonOf) {
    const judged = entries.map((entry) => ({ entry, reason: reasonOf(entry) }));
    const gone = judged.filter(({ reason }) => reason !== undefined);
    const paths = new Set(gone.map(({ entry }) => entry.path));
    return {
        entries: judged.filter(({ reason }) => reason === undefined).map(({ entry }) => withoutRows(entry, paths)),
        leftOut: [...Map.groupBy(gone, ({ reason = "" }) => reason)]
            .map(([what, files]) => ({ what, files: files.length, bytes: totalSize(files.map(({ entry }) => entry)) }))
            .toSorted((one, other) => other.bytes - one.bytes || (one.what < other.what ? -1 : 1)),
    };
}
function withoutRows(entry, gone) {
    if (!("bytes" in entry.content) || !entry.path.endsWith(".dist-info/RECORD"))
        return entry;
    const lines = Buffer.from(entry.content.bytes)
        .toString()
        .split(/(?<=\n)/);
    const kept = lines.filter((line) => !(0,record/* parseRecord */.Hh)(line).some(({ path }) => gone.has(ROOT + path)));
    if (kept.length === lines.length)
        return entry;
    const bytes = Buffer.from(kept.join(""));
    return { ...entry, size: bytes.length, content: { bytes } };
}

;// CONCATENATED MODULE: ./lib/layer/unused-tests.js
// What pytest and unittest collect. A directory without any of them is something else that is called `test`, as django's is.
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|tests)\.py$/;
const CONFTEST = /^.+\/conftest\.py$/;
/**
 * Which files are tests that no other file of the layer imports, names or points to. `paths` are all files; of modules without a
 * source nobody can tell what they import, so tests beside them stay. Pure.
 */
function unusedTests(paths, mentions) {
    const opaque = new Set(paths.filter((path) => path.endsWith(".pyc")).map(topOf));
    const places = placesOf(paths.filter((path) => !opaque.has(topOf(path))));
    // By package, so that a layer of many packages costs no more than each of them.
    const neighbours = Map.groupBy(paths, topOf);
    const holds = (place, part) => (neighbours.get(topOf(place)) ?? []).some((path) => path.startsWith(place + part));
    const placeOf = (path) => prefixesOf(path).find((prefix) => places.has(prefix));
    const texts = [...mentions]
        .filter(([, { modules, paths }]) => modules.length + paths.length > 0)
        .map(([path, said]) => ({ path, said, place: placeOf(path) }));
    // Tests that are used can use others.
    const used = (from, known) => {
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
function placesOf(paths) {
    const directories = paths.filter((path) => TEST_FILE.test(path)).flatMap((path) => testDirectories(path).slice(-1));
    return new Set([...directories, ...paths.filter((path) => CONFTEST.test(path))]);
}
function testDirectories(path) {
    return prefixesOf(path).filter((prefix) => /(?:^|\/)tests?\/$/.test(prefix));
}
/** `a/`, `a/b/`, `a/b/c.py` */
function prefixesOf(path) {
    return [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index + 1));
}
/** `pkg/`; empty for a module on its own. */
function topOf(path) {
    return path.slice(0, path.indexOf("/") + 1);
}
/** `pkg`, `pkg.tests`, `pkg.tests.data` */
function withParents(name) {
    return [...name.matchAll(/\.|$/g)].map(({ index }) => name.slice(0, index));
}
/** Of `pkg/sub/tests/` the parts `pkg`, `sub`, `tests`. */
function partsOf(place) {
    return place.replace(/\/$|\.py$/, "").split("/");
}
function leadsTo({ path: from, said }, place, parts, holds) {
    return said.paths.some((path) => pointsTo(path, from, parts) && (path.into === undefined || holds(place, path.into)));
}
/** One part alone counts from the file's directory and those above it, unless its beginning is put in at run time or stands near it. */
function pointsTo(path, from, place) {
    if (place.slice(-path.parts.length).join("/") !== path.parts.join("/"))
        return false;
    const parents = place.slice(0, -1);
    const isAbove = from.startsWith(parents.map((part) => `${part}/`).join(""));
    return path.parts.length > 1 || path.open || isAbove || path.near.includes(parents.at(-1) ?? "");
}

;// CONCATENATED MODULE: ./lib/layer/unused.js




/**
 * What the packages of a layer seem not to need, judged by what all their modules say. Nothing that they import, nothing of their
 * metadata. `mentions` by paths below the directory of the packages. Pure.
 */
function unused(entries, mentions) {
    const paths = entries.map(({ path }) => path.slice(ROOT.length));
    const isUnusedTest = unusedTests(paths, mentions);
    const said = [...mentions].filter(([path]) => !isUnusedTest(path)).map(([path, words]) => ({ path, ...words }));
    const readsStubs = new Set(said.filter(({ stubs }) => stubs).map(({ path }) => topOf(path)));
    const writesC = new Set(said.filter(({ writesC }) => writesC).map(({ path }) => topOf(path)));
    const named = new Set(said.flatMap(({ sources }) => sources));
    const kinds = new Set(said.flatMap(({ path, sources }) => sources.map((source) => topOf(path) + source)));
    const translations = new Set(paths.filter((path) => path.endsWith(".mo")));
    const isOlderVersion = (0,botocore_services/* olderVersions */.u_)(entries);
    return ({ path: full }) => {
        const path = full.slice(ROOT.length);
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (isUnusedTest(path))
            return "tests";
        // Only type checkers read them; but lazy_loader finds a package's modules in its stubs.
        if (name.endsWith(".pyi") && !readsStubs.has(topOf(path)))
            return "type stubs";
        // Lambda has no compiler; but a package that is one reads its own.
        if (isSource(name) && !writesC.has(topOf(path)) && !named.has(name) && !kinds.has(topOf(path) + kindOf(name))) {
            return "C sources and headers";
        }
        // gettext reads the compiled .mo beside it.
        if (name.endsWith(".po") && translations.has(path.replace(/po$/, "mo")))
            return "sources of translations";
        // Nothing starts them on Linux.
        if (name.endsWith(".exe"))
            return "programs for Windows";
        return isOlderVersion(full) ? "older API versions of AWS services" : undefined;
    };
}
/** `*.h` */
function kindOf(name) {
    return name.replace(/.*\./, "*.");
}

;// CONCATENATED MODULE: ./lib/layer/slim.js




/** Leaves out what the layer is not to hold. Throws an ActionError for services that the layer's botocore does not know. */
function slim(entries, { slim, botocoreServices, mentions }) {
    const [isNeedless, isOther] = [needless(entries, slim), (0,botocore_services/* otherServices */.JY)(entries, botocoreServices)];
    const reasonOf = (entry) => isNeedless(entry) ?? isOther(entry);
    if (slim !== "aggressive" || mentions === undefined)
        return leaveOut(entries, reasonOf);
    const others = entries.filter((entry) => reasonOf(entry) === undefined);
    const isUnused = unused(others, mentions);
    return leaveOut(entries, (entry) => reasonOf(entry) ?? isUnused(entry));
}
/**
 * What no import, metadata or entry point can need. `off` names only what would make the layer depend on the machine that
 * builds it, and bytecode that can never be valid.
 */
function needless(entries, mode) {
    const paths = new Set(entries.map(({ path }) => path));
    // Lambda's PATH does not lead to the programs. But a careless wheel may have its modules in a package of this name.
    const holdsModules = paths.has(`${ROOT}${PROGRAMS}__init__.py`);
    return ({ path, content }) => {
        if (isOfThisMachine(path))
            return "notes of the machine that built";
        if (isStarter(path, content))
            return "programs";
        if (isStaleBytecode(path, paths))
            return "bytecode of the wheels";
        if (mode === "off")
            return undefined;
        if (isProgram(path) && !holdsModules)
            return "programs";
        if (INSTALLER_NOTES.test(path))
            return "notes of the installer";
        return EXAMPLES.test(path) ? "examples for botocore's documentation" : undefined;
    };
}
// direct_url.json and uv_*.json hold directories, URLs and times of this build.
const METADATA_OF_THIS_MACHINE = /^python\/[^/]+\.dist-info\/(?:direct_url\.json|uv_cache\.json|uv_build\.json)$/;
const INSTALLER_NOTES = /^python\/[^/]+\.dist-info\/(?:INSTALLER|REQUESTED)$/;
// Only botocore's generator of documentation reads them.
const EXAMPLES = /^python\/botocore\/data\/(?:[^/]+\/)+examples-1\.json(?:\.gz)?$/;
function isOfThisMachine(path) {
    return path === `${ROOT}.lock` || METADATA_OF_THIS_MACHINE.test(path);
}
/** A script whose first line names this runner's interpreter, or a Windows program that starts it. */
function isStarter(path, content) {
    return isProgram(path) && (path.endsWith(".exe") || ("bytes" in content && startsScript(content.bytes)));
}
function startsScript(bytes) {
    return bytes[0] === 0x23 && bytes[1] === 0x21;
}
function isProgram(path) {
    return path.startsWith(ROOT + PROGRAMS);
}
/** Bytecode from a wheel belongs to its builder's interpreter and to times that a zip does not keep. Without a source beside it, it is the module. */
function isStaleBytecode(path, paths) {
    const source = path.replace(/(?:__pycache__\/)?([^/.]+)(?:\.[^/]+)?\.pyc$/, "$1.py");
    return source !== path && paths.has(source);
}

;// CONCATENATED MODULE: ./lib/layer/build.js


















/**
 * Requirements in, layer out: installs, slims, adds bytecode, checks and zips. The same packages and interpreter give the same bytes.
 * Throws ActionErrors; nothing has left this machine by then.
 */
async function buildLayer(request) {
    const { target, workDirectory, onStep = () => { } } = request;
    const installing = stopwatch();
    const place = (0,external_node_path_.join)(workDirectory, "install");
    await (0,promises_.mkdir)(place);
    const installed = await install({ ...request, workDirectory: place });
    const tree = await readTree(installed.tree);
    if (tree.distributions.length === 0) {
        checkNothing(request.dependencies, installed.tool);
        return { outcome: "empty" };
    }
    const packages = (0,markdown/* plural */.LS)(tree.distributions.length, "package");
    onStep(`Installed ${packages} (${(0,bytes/* formatBytes */.z3)(totalSize(tree.entries))}) with ${installed.tool} in ${installing()}.`);
    const mentions = request.slim === "aggressive" ? { mentions: await readMentions(tree.entries) } : {};
    const { entries, leftOut } = slim(tree.entries, { ...request, ...mentions });
    if (leftOut.length > 0)
        onStep(`Left out ${(0,left_out/* leftOutWords */.N)(leftOut, (what) => what)}.`);
    checkLayerSize(entries);
    checkBinaries(entries, tree.distributions, target);
    const compiling = stopwatch();
    const bytecode = await addBytecode({ ...request, entries, mode: request.bytecode });
    if (bytecode.made)
        onStep(`${sentenceOf(bytecode.made)} in ${compiling()}.`);
    const zipping = stopwatch();
    const zip = await (0,write/* writeZip */.z)(bytecode.entries, (0,external_node_path_.join)(workDirectory, "layer.zip"));
    onStep(`Zipped ${(0,markdown/* plural */.LS)(zip.files, "file")} (${(0,bytes/* formatBytes */.z3)(zip.unzipped)}) to ${(0,bytes/* formatBytes */.z3)(zip.zipped)} in ${zipping()}.`);
    const pinned = (0,dependencies_pinned/* pinnedNames */.d)(request.dependencies);
    const built = {
        fingerprint: request.fingerprint,
        pinned: tree.distributions.every(({ name }) => pinned.has(name)),
        bytecode: bytecode.made !== undefined,
        leftOut,
        tools: { installer: installed.tool, ...(bytecode.made && { python: bytecode.made.python }) },
    };
    const names = tree.distributions.map(({ name }) => name);
    const sdk = (0,aws_sdk/* sdkNotices */.S)(names, request.dependencies.excluded);
    const clashes = installed.clashes.map((text) => ({ level: "warning", text }));
    return {
        outcome: "built",
        archive: {
            file: zip.file,
            manifest: (0,manifest/* manifestOf */.$)(built, tree.distributions, bytecode.entries, zip),
            notices: [
                ...clashes,
                ...sdk,
                ...serviceNotice(request, tree.entries),
                ...sourceNotice(request, names),
                ...bytecode.notices,
            ],
        },
    };
}
/** Throws unless each requirement has a marker, or is excluded: an installer that fails silently must not cost the function its layer. */
function checkNothing({ requirements, pathDependencies, excluded }, tool) {
    const missing = [...requirements, ...pathDependencies].find(({ name, marker }) => !marker && !excluded.includes(name));
    if (missing !== undefined) {
        throw new errors/* ActionError */.l(`${tool} ended without an error, but has not installed ${JSON.stringify(missing.name)}.`, {
            hint: "Look at what it printed, and run the job again.",
            code: "nothing-installed",
        });
    }
}
function serviceNotice({ botocoreServices }, entries) {
    const text = "`botocore-services` changes nothing: no package of the layer brings botocore.";
    return botocoreServices === "all" || (0,botocore_services/* hasServices */.xb)(entries) ? [] : [{ level: "note", text }];
}
/** A slip in a name would be found only by the run that needs the permission. */
function sourceNotice({ dependencies: { allowSource } }, names) {
    const unknown = allowSource.filter((name) => !names.includes(name));
    const listed = unknown.map((name) => `\`${name}\``).join(", ");
    const text = `\`allow-source\` names ${listed}, which the layer does not have.`;
    return unknown.length === 0 ? [] : [{ level: "note", text }];
}
function sentenceOf({ python, modules, skipped }) {
    const foreign = skipped === 0 ? "" : ` (${(0,markdown/* plural */.LS)(skipped, "file")} of other Pythons left alone)`;
    return `Compiled ${(0,markdown/* plural */.LS)(modules, "module")}${foreign} with Python ${python}`;
}
/** Seconds since now, as text. */
function stopwatch() {
    const start = performance.now();
    return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}


/***/ }),

/***/ 4686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ UV_WHEELS),
/* harmony export */   t: () => (/* binding */ UV_VERSION)
/* harmony export */ });
// Written by scripts/uv-release.mjs from https://pypi.org/simple/uv/.
/** The release that is fetched when no uv is at hand. */
const UV_VERSION = "0.13.9";
/** Its files by `process.platform` and `process.arch`; those for Linux are statically linked. */
const UV_WHEELS = {
    "linux-x64": {
        file: "uv-0.13.9-py3-none-musllinux_1_1_x86_64.whl",
        size: 19_295_638,
        sha256: "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25",
    },
    "linux-arm64": {
        file: "uv-0.13.9-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl",
        size: 18_026_789,
        sha256: "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    },
    "darwin-x64": {
        file: "uv-0.13.9-py3-none-macosx_10_12_x86_64.whl",
        size: 17_529_974,
        sha256: "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    },
    "darwin-arm64": {
        file: "uv-0.13.9-py3-none-macosx_11_0_arm64.whl",
        size: 14_660_755,
        sha256: "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    },
    "win32-x64": {
        file: "uv-0.13.9-py3-none-win_amd64.whl",
        size: 15_662_317,
        sha256: "6a44b2ed8111d2f60d2b92627c5dccda3f7ed7570b18ce115e569cd68c28246b",
    },
    "win32-arm64": {
        file: "uv-0.13.9-py3-none-win_arm64.whl",
        size: 15_841_844,
        sha256: "eeb92051c2123b9730c46b04cc843cfa4bc7d7b0aec56df431a2215ef4cb0273",
    },
};


/***/ })

};
