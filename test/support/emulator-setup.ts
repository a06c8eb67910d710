import type { TestProject } from "vitest/node";
import { startMoto } from "./aws/moto.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly motoPort: number;
  }
}

/** For runs that talk to AWS: one moto server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const moto = await startMoto();
  project.provide("motoPort", moto.port);
  return moto.stop;
}
