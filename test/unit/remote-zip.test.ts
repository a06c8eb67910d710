import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { readRemoteZip } from "../../src/zip/remote.ts";
import { writeZip, type ZipInput } from "../../src/zip/write.ts";

const KIB = 1024;

let directory: string;
let server: Server | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "remote-zip-test-"));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server on loopback; returns its URL and the ranges it was asked for. */
async function serve(answer: Answer): Promise<{ readonly url: string; readonly ranges: string[] }> {
  const ranges: string[] = [];
  const started = createServer((request, response) => {
    ranges.push(request.headers.range ?? "none");
    answer(request, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/code.zip?X-Amz-Signature=secret`, ranges };
}

/** Answers as S3 does: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
function rangesOf(content: Buffer): Answer {
  return (request, response) => {
    const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const start = from ? Number(from) : Math.max(0, content.length - Number(to));
    const end = from ? Math.min(Number(to), content.length - 1) : content.length - 1;
    response.writeHead(206, {
      "content-range": `bytes ${start}-${end}/${content.length}`,
      "content-length": end - start + 1,
    });
    response.end(content.subarray(start, end + 1));
  };
}

function input(path: string, content: string | Buffer, executable = false): ZipInput {
  const bytes = Buffer.from(content);
  return { path, size: bytes.length, executable, content: { bytes } };
}

async function zipOf(inputs: readonly ZipInput[]): Promise<Buffer> {
  return readFileSync((await writeZip(inputs, join(directory, "made.zip"))).file);
}

describe("readRemoteZip", () => {
  it("lists a small zip with one request, with what was written into it", async () => {
    const inputs = [input("app/main.py", "x = 1\n".repeat(50)), input("bin/tool", "#!", true), input("é.txt", "y")];
    const written = await writeZip(inputs, join(directory, "made.zip"));
    const { url, ranges } = await serve(rangesOf(readFileSync(written.file)));

    const { file: _file, sha256: _sha256, ...listing } = written;
    expect(await readRemoteZip(url)).toEqual(listing);
    expect(ranges).toEqual([`bytes=-${256 * KIB}`]);
  });

  it("reads only the end of a large zip: nothing but the directory and what surrounds it", async () => {
    const large = Buffer.alloc(4_000_000, "0123456789abcdef".repeat(97));
    const zip = await zipOf([{ ...input("large.zip", large) }, input("small.py", "x")]);
    const { url, ranges } = await serve(rangesOf(zip));

    expect(await readRemoteZip(url)).toMatchObject({ zipped: zip.length, unzipped: large.length + 1, files: 2 });
    expect(ranges).toEqual([`bytes=-${256 * KIB}`]);
  });

  it("fetches the rest of a directory that is longer than the end it holds with one more request", async () => {
    const inputs = Array.from({ length: 6_000 }, (_, i) =>
      input(`python/a_package_with_a_name/module_${i}.py`, `${i}`),
    );
    const written = await writeZip(inputs, join(directory, "made.zip"));
    const zip = readFileSync(written.file);
    const { url, ranges } = await serve(rangesOf(zip));

    expect((await readRemoteZip(url))?.entries).toEqual(written.entries);
    const directoryStart = zip.readUInt32LE(zip.length - 6);
    expect(ranges).toEqual([`bytes=-${256 * KIB}`, `bytes=${directoryStart}-${zip.length - 256 * KIB - 1}`]);
  });

  it("reads a zip of Python's zipfile: directories are not counted, execute bits are known", async () => {
    const file = join(directory, "python.zip");
    const script = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.mkdir("app")
    z.writestr("app/main.py", "x = 1\\n" * 9)
    tool = zipfile.ZipInfo("bin/tool"); tool.external_attr = 0o100755 << 16
    z.writestr(tool, "#!")
    with z.open("stream.txt", "w", force_zip64=True) as f: f.write(b"abc")`;
    execFileSync(inject("python"), ["-c", script, file]);
    const { url } = await serve(rangesOf(readFileSync(file)));

    const listing = await readRemoteZip(url);
    expect(listing).toMatchObject({ files: 3, unzipped: 54 + 2 + 3 });
    expect(listing?.entries.map(({ path, size, executable }) => [path, size, executable])).toEqual([
      ["app/main.py", 54, false],
      ["bin/tool", 2, true],
      ["stream.txt", 3, false],
    ]);
  });

  it.each<[string, Answer]>([
    ["an expired URL (403)", (_, response) => response.writeHead(403).end("<Error/>")],
    ["a missing object (404)", (_, response) => response.writeHead(404).end()],
    ["a server that knows no ranges (200)", (_, response) => response.writeHead(200).end(Buffer.alloc(500_000))],
    ["an empty object (416)", (_, response) => response.writeHead(416, { "content-range": "bytes */0" }).end()],
    ["a partial answer without Content-Range", (_, response) => response.writeHead(206).end("PK")],
    [
      "an answer of unknown total",
      (_, response) => response.writeHead(206, { "content-range": "bytes 0-1/*" }).end("PK"),
    ],
    ["something that is no zip", rangesOf(Buffer.alloc(300_000, "x"))],
    ["a single byte", rangesOf(Buffer.from("P"))],
    ["a connection that breaks", (_, response) => response.destroy()],
    [
      "a body that breaks off",
      (_, response) => {
        response.writeHead(206, { "content-range": "bytes 0-99/100", "content-length": 100 }).write("PK");
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "a body shorter than it says",
      (_, response) => response.writeHead(206, { "content-range": "bytes 0-99/100" }).end("PK"),
    ],
    ["a body without end", endless],
  ])("answers undefined for %s", async (_, answer) => {
    const { url } = await serve(answer);
    expect(await readRemoteZip(url)).toBeUndefined();
  });

  it("answers undefined when nobody listens", async () => {
    expect(await readRemoteZip("http://127.0.0.1:9/code.zip")).toBeUndefined();
  });

  it("answers undefined for a directory that names paths outside", async () => {
    const zip = await zipOf([input("aa/evil.py", "x")]);
    const evil = Buffer.from(zip.toString("latin1").replaceAll("aa/evil.py", "../evil.py"), "latin1");
    const { url } = await serve(rangesOf(evil));
    expect(await readRemoteZip(url)).toBeUndefined();
  });

  it("answers undefined for a directory that claims more entries or a start that cannot be", async () => {
    const zip = await zipOf([input("a.py", "x")]);
    const more = Buffer.from(zip);
    more.writeUInt16LE(9, zip.length - 12);
    const outside = Buffer.from(zip);
    outside.writeUInt32LE(0xffff_fff0, zip.length - 6);
    for (const broken of [more, outside]) {
      const { url } = await serve(rangesOf(broken));
      expect(await readRemoteZip(url)).toBeUndefined();
      server?.close();
    }
  });

  it("does not read far back for a directory that claims to be huge", async () => {
    const zip = await zipOf([input("a.py", "x")]);
    const { url, ranges } = await serve((request, response) => {
      const end = Buffer.from(zip.subarray(-22));
      end.writeUInt32LE(5, 16);
      const tail = Buffer.concat([Buffer.alloc(256 * KIB - 22), end]);
      const total = 40 * KIB * KIB;
      expect(request.headers.range).toBe(`bytes=-${256 * KIB}`);
      response.writeHead(206, { "content-range": `bytes ${total - tail.length}-${total - 1}/${total}` }).end(tail);
    });
    expect(await readRemoteZip(url)).toBeUndefined();
    expect(ranges).toHaveLength(1);
  });

  it("reads nothing of an answer that is longer than what was asked for", async () => {
    const length = 10 * KIB ** 4;
    let sent = 0;
    const { url } = await serve((_request, response) => {
      response.writeHead(206, { "content-range": `bytes 0-${length - 1}/${length}` });
      const send = () => {
        sent += 64 * KIB;
        if (sent > 64 * KIB * KIB || response.destroyed) response.end();
        else if (response.write(Buffer.alloc(64 * KIB))) setImmediate(send);
        else response.once("drain", send);
      };
      send();
    });
    expect(await readRemoteZip(url)).toBeUndefined();
    expect(sent).toBeLessThan(16 * KIB * KIB);
  });

  it("does not mix two objects when the one behind the URL changes between the requests", async () => {
    const inputs = Array.from({ length: 6_000 }, (_, i) =>
      input(`python/a_package_with_a_name/module_${i}.py`, `${i}`),
    );
    const first = await zipOf(inputs);
    const second = Buffer.concat([first, Buffer.from("more")]);
    let asked = 0;
    const { url } = await serve((request, response) => {
      asked += 1;
      rangesOf(asked === 1 ? first : second)(request, response);
    });
    expect(await readRemoteZip(url)).toBeUndefined();
    expect(asked).toBe(2);
  });

  it("goes through the proxy that the environment names", async () => {
    const { url } = await serve(rangesOf(await zipOf([input("a.py", "x")])));
    const { host, port } = new URL(url);
    const tunnels: (string | undefined)[] = [];
    server?.on("connect", (request: IncomingMessage, socket: Socket) => {
      tunnels.push(request.url);
      const origin = connect(Number(port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        origin.pipe(socket).pipe(origin);
      });
      origin.on("error", () => socket.destroy());
      socket.on("error", () => origin.destroy());
    });
    vi.stubEnv("no_proxy", "");
    vi.stubEnv("NO_PROXY", "");
    vi.stubEnv("http_proxy", `http://${host}`);

    expect(await readRemoteZip("http://bucket.s3.invalid/code.zip?X-Amz-Signature=secret")).toMatchObject({ files: 1 });
    expect(tunnels).toEqual(["bucket.s3.invalid:80"]);
  });
});

function endless(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(206, { "content-range": "bytes 0-99/100" });
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(1024 * KIB)));
  };
  response.on("drain", more);
  more();
}
