import { beforeEach, describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { functionFiles, setStage } from "../support/stage.ts";
import { createWorkspace, git } from "../support/workspace.ts";

const stage = setStage();
let count = 0;

/** Deploys a new function with a layer name of its own, so that AWS never has the layer. */
async function deploy(requirements: string, request = {}, inputs = {}) {
  count += 1;
  const name = `cache-${count}`;
  await stage.aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: "" }]), handler: "app.handler" });
  const workspace = await createWorkspace({ files: functionFiles("code", requirements) });
  const run = await stage.run(workspace, { "function-name": name, ...inputs }, request);
  expect(run.exitCode, run.stdout).toBe(0);
  const [layer] = stage.aws.layerVersions(`${name}-dependencies`);
  return { run, source: run.outputs["layer-source"], sha256: layer?.codeSha256 };
}

/** No uv and no index: only what was kept can be used. */
const NOTHING_TO_BUILD_WITH = { path: "/usr/bin:/bin", env: { UV_DEFAULT_INDEX: "http://127.0.0.1:9/simple" } };

const entry = (part: string) => {
  const found = stage.cache.entries().find(({ key }) => key.includes(part));
  if (found === undefined) {
    throw new Error(`no entry ${part}`);
  }
  return found;
};

let built: Awaited<ReturnType<typeof deploy>>;

describe.each(["v2", "v1"] as const)("the Actions cache, protocol %s", (protocol) => {
  const env = () =>
    protocol === "v2"
      ? {}
      : { ACTIONS_CACHE_SERVICE_V2: undefined, ACTIONS_CACHE_URL: `${stage.cache.env.ACTIONS_RESULTS_URL}` };

  beforeEach(async () => {
    stage.cache.deny(undefined);
    await stage.cache.outage(undefined);
    stage.cache.delete();
    built = await deploy("dep==1.0\n", { env: env() });
    expect(built.source).toBe("built");
    expect(stage.cache.entries()).toHaveLength(2);
  });

  it("gives a built layer back without installer and index", async () => {
    const { env: offline, path } = NOTHING_TO_BUILD_WITH;
    const again = await deploy("dep==1.0\n", { path, env: { ...offline, ...env() } });
    expect(again).toMatchObject({ source: "restored", sha256: built.sha256 });
  });

  it("is not trusted when it returns other bytes under a key", async () => {
    await deploy("dep==2.0\n", { env: env() });
    const [own, foreign] = stage.cache.entries().filter(({ key }) => key.includes("-layer-"));
    stage.cache.replace(own?.key ?? "", foreign?.content ?? Buffer.alloc(0));
    expect(await deploy("dep==1.0\n", { env: env() })).toMatchObject({ source: "built", sha256: built.sha256 });
  });

  it("may be lost", async () => {
    stage.cache.delete();
    expect(await deploy("dep==1.0\n", { env: env() })).toMatchObject({ source: "built", sha256: built.sha256 });
  });

  it("may be damaged", async () => {
    stage.cache.corrupt(entry("-layer-").key);
    const again = await deploy("dep==1.0\n", { env: env() });
    expect(again).toMatchObject({ source: "built", sha256: built.sha256 });
    expect(again.run.issued.error).toBe(0);
  });

  it("may answer with a longer key", async () => {
    const kept = entry("-layer-");
    Object.assign(kept, { key: `${kept.key}0` });
    expect(await deploy("dep==1.0\n", { env: env() })).toMatchObject({ source: "built", sha256: built.sha256 });
  });

  it.each(["read", "write", "all"] as const)("may deny: %s", async (what) => {
    stage.cache.deny(what);
    const again = await deploy("dep==1.0\n", { env: env() });
    expect(again).toMatchObject({ source: what === "write" ? "restored" : "built", sha256: built.sha256 });
    expect(again.run.issued.error).toBe(0);
  });

  it("may be down", async () => {
    await stage.cache.outage(429);
    expect(await deploy("dep==1.0\n", { env: env() })).toMatchObject({ source: "built", sha256: built.sha256 });
  });

  it("is not asked with `cache: false`", async () => {
    const before = stage.cache.calls.length;
    const again = await deploy("dep==1.0\n", { env: env() }, { cache: "false" });
    expect(again).toMatchObject({ source: "built", sha256: built.sha256 });
    expect(stage.cache.calls).toHaveLength(before);
  });

  it("leaves nothing behind in the workspace", async () => {
    const { env: offline, path } = NOTHING_TO_BUILD_WITH;
    const workspace = await createWorkspace({ files: functionFiles("code", "dep==1.0\n"), git: true });
    await stage.aws.createFunction({
      name: `tidy-${protocol}`,
      zip: rawZip([{ name: "app.py", content: "" }]),
      handler: "app.handler",
    });
    await stage.run(workspace, { "function-name": `tidy-${protocol}` }, { path, env: { ...offline, ...env() } });
    expect(git(workspace, "status", "--porcelain")).toBe("");
  });
});

it("is not needed: a runner without a cache deploys too", async () => {
  const { source } = await deploy("dep==1.0\n", {
    env: { ACTIONS_RESULTS_URL: undefined, ACTIONS_CACHE_URL: undefined, ACTIONS_CACHE_SERVICE_V2: undefined },
  });
  expect(source).toBe("built");
});
