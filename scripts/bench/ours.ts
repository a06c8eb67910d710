import { readFile, rm } from "node:fs/promises";
import { delimiter, dirname } from "node:path";
import { runAction } from "../../test/support/runner.ts";
import type { Lambda } from "./clouds.ts";
import type { Caches, Lab } from "./lab.ts";
import { meter, type Sample } from "./measure.ts";

export interface OurRun {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly caches: Caches;
  readonly cloud: Lambda;
  /** Of the Actions cache. */
  readonly cacheEnv?: Readonly<Record<string, string>>;
  /** Another index than the one with the real packages. */
  readonly index?: string;
}

interface Report {
  readonly phases: readonly { readonly name: string; readonly ms: number }[];
}

/** Runs the built action on a fresh runner with Python and uv on PATH. Throws with its log when it fails. */
export async function runOurs(lab: Lab, run: OurRun): Promise<Sample & { readonly source: string }> {
  const { words, read } = await meter(lab.peers.target);
  run.cloud.forget();
  const seen = await runAction({
    workspace: run.workspace,
    inputs: { "function-name": "fn", "code-artifacts-dir": "src", ...run.inputs },
    under: words,
    path: [dirname(lab.peers.target), lab.uv, process.env.PATH ?? ""].join(delimiter),
    env: {
      ...run.cloud.env,
      ...run.cacheEnv,
      UV_DEFAULT_INDEX: run.index ?? lab.registry.url,
      UV_CACHE_DIR: run.caches.uv,
    },
  });
  if (seen.conclusion !== "success") throw new Error(seen.annotations.error[0]?.message ?? seen.stdout.slice(-400));
  const counted = run.cloud.seen();
  const report = JSON.parse(await readFile(seen.outputs["report-json"] ?? "", "utf8")) as Report;
  const phases = Object.fromEntries(report.phases.map(({ name, ms }) => [name, ms / 1000]));
  await rm(dirname(seen.temp), { recursive: true, force: true });
  return {
    ...(await read()),
    ...counted,
    phases,
    ...(seen.outputs["layer-size"] && { zip: Number(seen.outputs["layer-size"]) }),
    source: seen.outputs["layer-source"] ?? "",
  };
}
