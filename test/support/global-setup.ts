import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepare } from "../../scripts/setup.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Python of the tests' own environment (moto lives in it), not of any function's runtime. */
    readonly python: string;
    readonly uv: string;
  }
}

/** For every run: the tools of the tests, and one directory for all temporary files, removed at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { python, uv } = prepare({ quiet: true });
  project.provide("python", python);
  project.provide("uv", uv);
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "lambda-layers-tests-")));
  process.env.TEST_TEMP = temporary;
  return () => rm(temporary, { recursive: true, force: true, maxRetries: 3 });
}
