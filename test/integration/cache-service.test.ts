import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { machineEnvironment, repository, searchPath } from "../support/machine.ts";
import { createWorkspace, temporaryDirectory, writeFiles } from "../support/workspace.ts";

interface Request {
  readonly key: string;
  readonly paths?: readonly string[];
  readonly restoreKeys?: readonly string[];
  readonly lookupOnly?: boolean;
  readonly save?: boolean;
}

const READ_MAIN = { ref: "refs/heads/main", read: true, write: false };

describe.each(["v2", "v1"] as const)("the real @actions/cache over protocol %s", (protocol) => {
  let service: CacheService;
  let workspace: string;
  let temp: string;

  beforeAll(async () => {
    service = await startCacheService({ protocol });
    temp = await temporaryDirectory("cache");
  });
  afterAll(() => service.stop());

  beforeEach(async () => {
    service.delete();
    service.deny(undefined);
    workspace = await createWorkspace({ files: { "kept/layer.zip": "the layer" } });
  });

  async function client(request: Request, env: Readonly<Record<string, string>> = service.env) {
    const script = join(repository, "test", "fixtures", "cache-client.mjs");
    const argument = JSON.stringify({ paths: ["kept"], ...request });
    const { stdout } = await promisify(execFile)(process.execPath, [script, argument], {
      cwd: workspace,
      env: { ...machineEnvironment(), ...env, PATH: searchPath(), RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace },
    });
    return { log: stdout, result: JSON.parse(/^result=(.*)$/m.exec(stdout)?.[1] ?? "null") as unknown };
  }
  const save = async (key: string, env?: Readonly<Record<string, string>>) =>
    (await client({ key, save: true }, env)).result;
  const restore = async (key: string, request: Partial<Request> = {}, env?: Readonly<Record<string, string>>) =>
    (await client({ key, ...request }, env)).result;
  const layer = () => readFile(join(workspace, "kept", "layer.zip"), "utf8");
  const operations = (from: number) =>
    service.calls.slice(from).map(({ operation, status }) => `${operation} ${status}`);

  test("misses, saves once, and restores the bytes", async () => {
    expect(await restore("layer-1")).toBe("miss");
    expect(await save("layer-1")).toBeGreaterThan(0);
    expect(service.entries()).toMatchObject([{ key: "layer-1", ref: "refs/heads/main" }]);
    const before = service.calls.length;
    expect(await save("layer-1")).toBe(-1);
    expect(operations(before)).toEqual(["reserve 409"]);

    await rm(join(workspace, "kept"), { recursive: true });
    expect(await restore("layer-1")).toBe("layer-1");
    expect(await layer()).toBe("the layer");
    expect(service.downloadedBytes).toBe(service.uploadedBytes);
    expect(service.downloadedBytes).toBe(service.entries()[0]?.content.length);
  });

  test("matches the key and restore keys as prefixes, newest first, exact before longer", async () => {
    for (const key of ["layer-ab1", "layer-ab2"]) await save(key);
    expect(await restore("layer-ab")).toBe("layer-ab2");
    expect(await restore("layer-ab1")).toBe("layer-ab1");
    expect(await restore("other", { restoreKeys: ["nothing", "layer-"] })).toBe("layer-ab2");
    await save("layer-ab");
    expect(await restore("layer-ab")).toBe("layer-ab");
  });

  test("tells hit from miss without a download", async () => {
    await save("layer-1");
    const before = service.calls.length;
    expect(await restore("layer-1", { lookupOnly: true })).toBe("layer-1");
    expect(operations(before)).toEqual(["lookup 200"]);
  });

  test("misses when the same key was saved for other paths", async () => {
    await save("layer-1");
    await writeFiles(workspace, { "other/layer.zip": "another" });
    expect(await restore("layer-1", { paths: ["other"] })).toBe("miss");
  });

  test("keeps branches apart, and a pull request reads its base", async () => {
    const branch = (ref: string) => service.envFor([{ ref, read: true, write: true }, READ_MAIN]);
    await save("layer-pr", branch("refs/pull/1/merge"));
    expect(service.entries()[0]?.ref).toBe("refs/pull/1/merge");
    expect(await restore("layer-pr", {}, branch("refs/pull/2/merge"))).toBe("miss");
    expect(await restore("layer-pr")).toBe("miss");
    expect(await restore("layer-pr", {}, branch("refs/pull/1/merge"))).toBe("layer-pr");

    await save("layer-main");
    expect(await restore("layer-main", {}, branch("refs/pull/2/merge"))).toBe("layer-main");
  });

  test("denies writing to a read-only token, with a warning and no failure", async () => {
    const { log, result } = await client({ key: "layer-1", save: true }, service.envFor([READ_MAIN]));
    expect(result).toBe(-1);
    expect(log).toMatch(/^::warning::Failed to save: .*cache write denied/m);
    service.deny("write");
    expect(await save("layer-1")).toBe(-1);
    expect(service.entries()).toEqual([]);
  });

  test("denies reading, with a warning and no failure", async () => {
    await save("layer-1");
    service.deny("read");
    const { log, result } = await client({ key: "layer-1" });
    expect(result).toBe("miss");
    expect(log).toMatch(/^::warning::Failed to restore: .*cache read denied/m);
  });

  test("serves a corrupted archive, which the client cannot unpack", async () => {
    await save("layer-1");
    service.corrupt("layer-1");
    const { log, result } = await client({ key: "layer-1" });
    expect(result).toBe("miss");
    expect(log).toContain("::warning::Failed to restore");
  });

  test("answers every request with an outage until it ends", async () => {
    await save("layer-1");
    await service.outage(429);
    expect(await restore("layer-1")).toBe("miss");
    await service.outage(undefined);
    expect(await restore("layer-1")).toBe("layer-1");
  });

  test("refuses a request without its token and a blob without its signature", async () => {
    await save("layer-1");
    const url = service.env.ACTIONS_RESULTS_URL ?? service.env.ACTIONS_CACHE_URL;
    for (const path of ["_apis/artifactcache/cache?keys=layer-1&version=1", "devstore/cache/1"]) {
      expect((await fetch(`${url}${path}`)).status).toBe(401);
    }
  });

  test("takes an archive of 140 MB in parts and gives it back whole", async () => {
    const content = randomBytes(140_000_000);
    await writeFiles(workspace, { "kept/layer.zip": content });
    const before = service.calls.length;
    expect(await save("large")).toBeGreaterThan(0);
    expect(operations(before).filter((each) => each.startsWith("upload")).length).toBeGreaterThan(2);
    await rm(join(workspace, "kept"), { recursive: true });
    expect(await restore("large")).toBe("large");
    const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    expect(sha256(await readFile(join(workspace, "kept", "layer.zip")))).toBe(sha256(content));
  });
});

test("a service that nobody listens for is a miss, and comes back with its entries", async () => {
  const service = await startCacheService();
  await service.outage("refuse");
  await expect(fetch(service.env.ACTIONS_RESULTS_URL ?? "")).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  await service.outage(undefined);
  expect((await fetch(service.env.ACTIONS_RESULTS_URL ?? "")).status).toBe(401);
  await service.stop();
});
