import { delimiter, join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { inCacheEnvironment } from "../../src/layer/cache-environment.ts";
import { temporaryDirectory } from "../support/workspace.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

it("shows the cache's client no credentials and no program of the workspace, and gives all back", async () => {
  const workspace = await temporaryDirectory("workspace");
  const path = [join(workspace, ".venv/bin"), ".", "", join(workspace, "../bin")].join(delimiter);
  const withheld = { AWS_SECRET_ACCESS_KEY: "a", GITHUB_TOKEN: "b", "INPUT_FUNCTION-NAME": "c" };
  for (const [name, value] of Object.entries({ ...withheld, ACTIONS_RUNTIME_TOKEN: "d", PATH: path })) {
    vi.stubEnv(name, value);
  }
  const before = { ...process.env };

  const seen = await inCacheEnvironment(workspace, async () => ({ ...process.env }));
  await expect(inCacheEnvironment(workspace, () => Promise.reject(new Error("no cache")))).rejects.toThrow("no cache");

  expect(Object.keys(withheld).map((name) => seen[name])).toEqual([undefined, undefined, undefined]);
  expect([seen.ACTIONS_RUNTIME_TOKEN, seen.PATH]).toEqual(["d", join(workspace, "../bin")]);
  expect({ ...process.env }).toEqual(before);
});
