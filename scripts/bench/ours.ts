import { readFile, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { runAction } from "../../test/support/runner.ts";
import { temporaryDirectory } from "../../test/support/workspace.ts";
import type { Lambda } from "./clouds.ts";
import type { Caches, Lab } from "./lab.ts";
import { meter, type Sample } from "./measure.ts";

export interface OurRun {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly caches: Caches;
  readonly cloud: Lambda;
  /** Of the Actions cache, and what else the step has. */
  readonly stepEnv?: Readonly<Record<string, string>>;
  /** Another index than the one with the real packages. */
  readonly index?: string;
}

interface Report {
  readonly phases: readonly { readonly name: string; readonly ms: number }[];
}

/** Runs it with an input that it refuses before any call. */
export async function runRefused(lab: Lab, workspace: string): Promise<Sample> {
  const { words, read } = await meter(lab.peers.target);
  const inputs = { "function-name": "fn", "code-artifacts-dir": "src", region: "none", mode: "sideways" };
  const { conclusion, temp } = await runAction({ workspace, inputs, under: words });
  if (conclusion === "success") throw new Error("The input was not refused.");
  await rm(dirname(temp), { recursive: true, force: true });
  return read();
}

/** A run of the action; its CPU is that until the first request to AWS. */
export async function runToFirstCall(lab: Lab, run: OurRun): Promise<Sample> {
  const file = join(await temporaryDirectory("first-call"), "cpu");
  const preload = join(import.meta.dirname, "programs", "first-call.cjs");
  const env = { NODE_OPTIONS: `--require ${preload}`, FIRST_CALL: file };
  const { source: _source, ...sample } = await runOurs(lab, { ...run, stepEnv: { ...run.stepEnv, ...env } });
  return { ...sample, cpu: Number(await readFile(file, "utf8")) };
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
      ...run.stepEnv,
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
