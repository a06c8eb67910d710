import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { prepare } from "../../scripts/setup.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    readonly motoPort: number;
  }
}

/** For runs that talk to AWS: one moto server. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const module = new URL("./aws/moto.ts", import.meta.url);
  if (!existsSync(module)) return undefined;
  const { startMoto } = await import(module.href);
  const moto = await startMoto({ python: prepare({ quiet: true }).python });
  project.provide("motoPort", moto.port);
  return () => moto.stop();
}
