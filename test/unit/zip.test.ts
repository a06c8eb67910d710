import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openPromise } from "yauzl";
import { writeZip, type ZipInput } from "../../src/zip/write.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "zip-test-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function bytes(path: string, content: string | Uint8Array, executable = false): ZipInput {
  const data = Buffer.from(content);
  return { path, size: data.length, executable, content: { bytes: data } };
}

function onDisk(path: string, content: string | Uint8Array): ZipInput {
  const file = join(directory, "files", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return { path, size: Buffer.byteLength(content as Uint8Array), executable: false, content: { file } };
}

/** Bytes that deflate makes a little smaller, the same in every run. */
function noise(length: number, seed = 1): Buffer {
  const data = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = (state >>> 24) & 0x3f;
  }
  return data;
}

/** What Python's zipfile says of each entry, in the order of the central directory. */
function pythonReads(file: string): unknown {
  const script = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps([[i.filename, i.file_size, i.compress_size, i.compress_type, i.CRC, oct(i.external_attr >> 16), i.external_attr & 0xffff,
      list(i.date_time), i.create_system, i.flag_bits, i.extra.hex(), z.read(i)[:20].decode("latin1")] for i in z.infolist()]))`;
  return JSON.parse(execFileSync(inject("python"), ["-c", script, file], { encoding: "utf8" }));
}

describe("writeZip", () => {
  it("writes every field as Lambda needs it and always the same, sorted by the bytes of the paths", async () => {
    const file = join(directory, "a.zip");
    const text = "x = 1\n".repeat(5);
    const written = await writeZip(
      [
        bytes("é/x.py", text),
        bytes("app/main.py", text),
        bytes("app.py", "y"),
        bytes("bin/tool", text, true),
        bytes("a/empty.py", ""),
        bytes("\u{1F600}.txt", text),
        bytes("\uFF41.txt", text),
      ],
      file,
    );

    const fixed = [[1980, 1, 1, 0, 0, 0], 3];
    const deflated = [30, 11, 8, crc32(text)];
    expect(pythonReads(file)).toEqual([
      ["a/empty.py", 0, 0, 0, 0, "0o100644", 0, ...fixed, 0, "", ""],
      ["app.py", 1, 1, 0, crc32("y"), "0o100644", 0, ...fixed, 0, "", "y"],
      ["app/main.py", ...deflated, "0o100644", 0, ...fixed, 0, "", text.slice(0, 20)],
      ["bin/tool", ...deflated, "0o100755", 0, ...fixed, 0, "", text.slice(0, 20)],
      ["é/x.py", ...deflated, "0o100644", 0, ...fixed, 0x800, "", text.slice(0, 20)],
      ["\uFF41.txt", ...deflated, "0o100644", 0, ...fixed, 0x800, "", text.slice(0, 20)],
      ["\u{1F600}.txt", ...deflated, "0o100644", 0, ...fixed, 0x800, "", text.slice(0, 20)],
    ]);
    const zip = readFileSync(file);
    expect(written).toMatchObject({
      file,
      sha256: createHash("sha256").update(zip).digest("hex"),
      zipped: zip.length,
      unzipped: 5 * 30 + 1,
      files: 7,
    });
    expect(written.entries[2]).toEqual({
      path: "app/main.py",
      size: 30,
      compressedSize: 11,
      crc32: crc32(text),
      executable: false,
    });
    expect(readdirSync(directory)).toEqual(["a.zip"]);
  });

  it("is accepted by python -m zipfile, unzip and yauzl, with files that are compressed on threads and ones that are not", async () => {
    const file = join(directory, "a.zip");
    const contents = new Map<string, Buffer>();
    for (let i = 0; i < 300; i++) contents.set(`many/${i}.py`, noise(i * 150, i + 1));
    contents.set("large.bin", noise(3_000_000));
    contents.set("large.txt", Buffer.from("la".repeat(2_000_000)));
    await writeZip(
      [...contents].map(([path, content]) => onDisk(path, content)),
      file,
    );

    expect(execFileSync(inject("python"), ["-m", "zipfile", "-t", file], { encoding: "utf8" })).toMatch(
      /^Done testing\s*$/,
    );
    const zip = await openPromise(file);
    const seen: string[] = [];
    for await (const entry of zip.eachEntry()) {
      const stream = await zip.openReadStreamPromise(entry);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).equals(contents.get(entry.fileName) ?? Buffer.alloc(0))).toBe(true);
      seen.push(entry.fileName);
    }
    expect(seen).toEqual([...contents.keys()].sort());
    if (commandExists("unzip")) execFileSync("unzip", ["-tqq", file]);
    else console.warn("unzip is not on PATH: not checked");
  });

  it("gives equal bytes from two directories, in another order, with other times and from memory", async () => {
    const contents: [string, Buffer][] = [
      ["b/large.bin", noise(400_000)],
      ["b/small.py", Buffer.from("a = 1\n".repeat(99))],
      ["a.py", Buffer.from("import b\n")],
    ];
    const first = await writeZip(
      contents.map(([path, content]) => onDisk(path, content)),
      join(directory, "1.zip"),
    );
    const second = await writeZip(
      contents.toReversed().map(([path, content]) => bytes(path, content)),
      join(directory, "2.zip"),
    );
    expect(readFileSync(first.file).equals(readFileSync(second.file))).toBe(true);
    expect({ ...second, file: first.file }).toEqual(first);
  });

  it("stores a file that deflate does not make smaller, and does not try formats that are compressed inside", async () => {
    const file = join(directory, "a.zip");
    const repeated = "compressible ".repeat(100);
    const random = createHash("shake256", { outputLength: 40_000 }).update("seed").digest();
    const written = await writeZip(
      [
        bytes("a.PNG", repeated),
        bytes("b.whl", repeated),
        bytes("c.bin", random),
        bytes("d.so", repeated),
        bytes("png", "x".repeat(50)),
      ],
      file,
    );
    expect(written.entries.map(({ path, size, compressedSize }) => [path, compressedSize === size])).toEqual([
      ["a.PNG", true],
      ["b.whl", true],
      ["c.bin", true],
      ["d.so", false],
      ["png", true],
    ]);
  });

  it.each([60, 249, 250, 251, 506, 3000, 7930, 16_122, 16_123, 16_384, 32_506, 32_507, 90_000])(
    "compresses %d bytes as zlib does with all its memory",
    async (size) => {
      const content = readFileSync(join(import.meta.dirname, "../../package-lock.json")).subarray(5000, 5000 + size);
      const written = await writeZip([bytes("a", content)], join(directory, "a.zip"));
      const data = readFileSync(written.file).subarray(31, 31 + (written.entries[0]?.compressedSize ?? 0));
      expect(content).toHaveLength(size);
      expect(data.equals(deflateRawSync(content, { level: 6, memLevel: 7 }))).toBe(true);
    },
  );

  it("compresses with zlib's level 6", async () => {
    const content = readFileSync(join(import.meta.dirname, "../../package-lock.json"));
    const written = await writeZip([bytes("lock.json", content)], join(directory, "a.zip"));
    const start = 30 + "lock.json".length;
    const data = readFileSync(written.file).subarray(start, start + (written.entries[0]?.compressedSize ?? 0));
    expect(inflateRawSync(data).equals(content)).toBe(true);
    const python = `import sys,zlib;print(len(zlib.compress(open(sys.argv[1],'rb').read(),6))-6)`;
    const reference = Number(
      execFileSync(inject("python"), ["-c", python, join(import.meta.dirname, "../../package-lock.json")], {
        encoding: "utf8",
      }),
    );
    expect(Math.abs(data.length / reference - 1)).toBeLessThan(0.03);
  });

  it.each([
    ["../up.py", "has an empty, `.` or `..` part"],
    ["a/../../up.py", "has an empty, `.` or `..` part"],
    ["a/./b.py", "has an empty, `.` or `..` part"],
    ["a//b.py", "has an empty, `.` or `..` part"],
    ["a/", "has an empty, `.` or `..` part"],
    ["", "has an empty, `.` or `..` part"],
    ["/etc/passwd", "is absolute"],
    ["C:/windows/x", "is absolute"],
    ["a\\b.py", "contains a backslash"],
    ["a\0.py", "contains a NUL byte"],
    ["a\uD800.py", "is not valid Unicode"],
    [`${"d/".repeat(33_000)}x`, "is too long"],
  ])("refuses the path %j", async (path, problem) => {
    const file = join(directory, "a.zip");
    const writing = writeZip([bytes("ok.py", ""), bytes(path, "")], file);
    await expect(writing).rejects.toMatchObject({ name: "ActionError", code: "zip-path" });
    await expect(writing).rejects.toThrow(`Path ${JSON.stringify(path)} ${problem},`);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("refuses a path that occurs twice", async () => {
    const writing = writeZip([bytes("a.py", "1"), bytes("b.py", ""), bytes("a.py", "2")], join(directory, "a.zip"));
    await expect(writing).rejects.toThrow('Path "a.py" occurs twice');
  });

  it("names a file whose size changed, keeps an older zip of that name and leaves no half zip", async () => {
    const file = join(directory, "a.zip");
    writeFileSync(file, "older");
    const input = onDisk("grown.py", "abc");
    const writing = writeZip([onDisk("first.py", "1"), { ...input, size: 2 }, onDisk("last.py", "1")], file);
    await expect(writing).rejects.toMatchObject({
      code: "file-changed",
      message: 'File "grown.py" changed while it was read.',
    });
    expect(readFileSync(file, "utf8")).toBe("older");
    expect(readdirSync(directory).sort()).toEqual(["a.zip", "files"]);
  });

  it("names a file that cannot be read, quoted so that it cannot become a workflow command", async () => {
    const gone = { path: "a\n::set-env::.py", size: 1, executable: false, content: { file: join(directory, "gone") } };
    await expect(writeZip([gone], join(directory, "a.zip"))).rejects.toMatchObject({
      code: "unreadable-file",
      message: 'File "a\\n::set-env::.py" cannot be read (ENOENT).',
    });
  });

  it("keeps order and contents although the largest files are begun first, more of them than are held at once", async () => {
    const large = Array.from({ length: 40 }, (_, i) => bytes(`${i % 2}/large-${i}`, Buffer.alloc(1.5e6 + 5e4 * i, i)));
    const small = Array.from({ length: 600 }, (_, i) => bytes(`${i % 3}/small-${i}`, String(i)));
    const written = await writeZip([...large, ...small], join(directory, "a.zip"));
    const names = [...large, ...small].map(({ path }) => path).sort();
    expect(written.entries.map(({ path }) => path)).toEqual(names);
    const tested = `import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist()==sys.argv[2].split())`;
    const words = ["-c", tested, written.file, names.join(" ")];
    expect(execFileSync(inject("python"), words, { encoding: "utf8" }).trim()).toBe("None True");
  });

  it("throws for a large file when its turn comes, also when it was begun before others that fail", async () => {
    const missing = (path: string, size: number) => {
      return { path, size, executable: false, content: { file: join(directory, "gone") } };
    };
    const writing = writeZip([missing("a.py", 10), missing("b.so", 2e6)], join(directory, "a.zip"));
    await expect(writing).rejects.toThrow('File "a.py" cannot be read (ENOENT).');
    const alone = writeZip([bytes("a.py", "1"), missing("b.so", 2e6)], join(directory, "a.zip"));
    await expect(alone).rejects.toThrow('File "b.so" cannot be read (ENOENT).');
  });

  it("refuses more files than the format can count", async () => {
    const inputs = Array.from({ length: 65_536 }, (_, i) => bytes(`${i}`, ""));
    await expect(writeZip(inputs, join(directory, "a.zip"))).rejects.toMatchObject({ code: "zip-too-large" });
    expect(existsSync(join(directory, "a.zip"))).toBe(false);
    const most = await writeZip(inputs.slice(1), join(directory, "a.zip"));
    expect(most.files).toBe(65_535);
    const counted = `import sys,zipfile;print(len(zipfile.ZipFile(sys.argv[1]).namelist()))`;
    expect(execFileSync(inject("python"), ["-c", counted, most.file], { encoding: "utf8" }).trim()).toBe("65535");
  });

  it("gives the files execute bits of its own, not those of the disk", async () => {
    const input = onDisk("tool.sh", "#!/bin/sh\n");
    if ("file" in input.content) chmodSync(input.content.file, 0o777);
    const plain = await writeZip([input], join(directory, "1.zip"));
    const executable = await writeZip([{ ...input, executable: true }], join(directory, "2.zip"));
    expect(plain.entries[0]?.executable).toBe(false);
    expect(executable.entries[0]?.executable).toBe(true);
    expect(plain.sha256).not.toBe(executable.sha256);
  });
});

function commandExists(command: string): boolean {
  try {
    execFileSync(command, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
