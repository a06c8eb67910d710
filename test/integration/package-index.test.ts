import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, inject, test } from "vitest";
import { machineEnvironment, searchPath } from "../support/machine.ts";
import { type IndexOptions, type PackageIndex, startPackageIndex } from "../support/package-index.ts";
import { buildSdist, buildWheel } from "../support/wheels.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const started: PackageIndex[] = [];
afterEach(() => Promise.all(started.splice(0).map((index) => index.stop())));

async function start(options: IndexOptions): Promise<PackageIndex> {
  const index = await startPackageIndex(options);
  started.push(index);
  return index;
}

async function install(url: string, requirement: string, cache?: string): Promise<string> {
  const target = await temporaryDirectory("installed");
  const cacheDirectory = cache ?? (await temporaryDirectory("uv-cache"));
  const options = ["--no-config", "--index-url", url, "--cache-dir", cacheDirectory, "--target", target];
  await promisify(execFile)(
    inject("uv"),
    ["pip", "install", "--python", inject("python"), ...options, "--only-binary", ":all:", requirement],
    { env: { ...machineEnvironment(), PATH: searchPath(), UV_HTTP_RETRIES: "0" } },
  );
  return target;
}

const shop = (version: string) =>
  buildWheel({ name: "shop.tools", version, files: { "shop.py": `VERSION = "${version}"\n` } });
const installedVersion = async (target: string) => readFile(join(target, "shop.py"), "utf8");

describe("the package index", () => {
  test("serves the newest version to uv, by normalised name", async () => {
    const [old, current] = [await shop("1.9"), await shop("1.10")];
    const { url, requests } = await start({ packages: [old.file, current.file] });
    expect(await installedVersion(await install(url, "Shop_Tools"))).toBe('VERSION = "1.10"\n');
    expect(requests.map(({ path }) => path)).toContain("/simple/shop-tools/");
    expect(requests.map(({ path }) => path)).not.toContain(`/files/${old.fileName}`);
  });

  test("serves HTML to pip", async () => {
    const { file } = await shop("1.0");
    const { url } = await start({ packages: [file] });
    const page = await (await fetch(`${url}shop-tools/`)).text();
    expect(page).toMatch(/<a href="\/files\/shop_tools-1\.0-py3-none-any\.whl#sha256=[0-9a-f]{64}">/);
  });

  test("asks for credentials, and takes them from the URL", async () => {
    const { file } = await shop("1.0");
    const credentials = { user: "ci@example.com", password: "p@ss/word" };
    const { url, urlWithCredentials, requests } = await start({ packages: [file], credentials });
    await expect(install(url, "shop-tools")).rejects.toThrow("401 Unauthorized");
    expect(requests.every(({ status }) => status === 401)).toBe(true);
    expect(url).not.toContain("@");
    expect(await installedVersion(await install(urlWithCredentials, "shop-tools"))).toBe('VERSION = "1.0"\n');
    expect(requests.at(-1)).toMatchObject({ status: 200, credentials: "ci@example.com:p@ss/word" });
  });

  test("can lie about the hash of one file, which uv refuses", async () => {
    const { file, fileName } = await shop("1.0");
    const { url } = await start({ packages: [file], wrongHash: [fileName] });
    await expect(install(url, "shop-tools")).rejects.toThrow("Hash mismatch");
  });

  test("marks files as yanked, which uv passes over", async () => {
    const [old, current] = [await shop("1.0"), await shop("2.0")];
    const { url } = await start({ packages: [old.file, current.file], yanked: [current.fileName] });
    expect(await installedVersion(await install(url, "shop-tools"))).toBe('VERSION = "1.0"\n');
  });

  test("offers sdists beside wheels", async () => {
    const { file } = await buildSdist({ name: "sourced", version: "0.1", files: {} });
    const { url } = await start({ packages: [file] });
    await expect(install(url, "sourced")).rejects.toThrow("no usable wheels");
  });

  test("confirms what the client has, without sending it again", async () => {
    const { file } = await shop("1.0");
    const { url, requests } = await start({ packages: [file] });
    const cache = await temporaryDirectory("uv-cache");
    await install(url, "shop-tools", cache);
    const before = requests.length;
    await install(url, "shop-tools", cache);
    expect(requests.slice(before)).toEqual([{ path: "/simple/shop-tools/", status: 304, credentials: undefined }]);
  });

  test("does not know other names, and can fail or be gone altogether", async () => {
    const { file } = await shop("1.0");
    const { url } = await start({ packages: [file] });
    await expect(install(url, "unknown")).rejects.toThrow("was not found in the package registry");
    const broken = await start({ packages: [file], status: 503 });
    await expect(install(broken.url, "shop-tools")).rejects.toThrow("503");
    await broken.stop();
    await expect(install(broken.url, "shop-tools")).rejects.toThrow(/[Cc]onnection refused/);
  });
});
