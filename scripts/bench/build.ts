import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startCacheService } from "../../test/support/cache-service.ts";
import { temporaryDirectory } from "../../test/support/workspace.ts";
import { lambdaCloud, stackCloud } from "./clouds.ts";
import { type Caches, type Lab, toolEnvironment, warmCaches } from "./lab.ts";
import { measure, run, type Sample } from "./measure.ts";
import { runOurs } from "./ours.ts";
import type { Peer } from "./peers.ts";
import { type Project, plainProject, samProject, serverlessProject } from "./projects.ts";
import type { ZipSizes } from "./results.ts";
import type { Case } from "./rounds.ts";
import type { RequirementSet } from "./sets.ts";
import { SHARES } from "./shares.ts";

/** What a build with these caches takes: `warm` has what pip and uv keep of earlier runs, `cold` nothing. */
export function buildCases(lab: Lab, set: RequirementSet, temperature: "warm" | "cold"): readonly Case[] {
  const shared = { lab, set, temperature } as const;
  const plain = scriptCase(shared, "plain", ["plain.sh"]);
  return [
    temperature === "warm" ? { ...plain, setup: () => fillCaches(lab, set) } : plain,
    scriptCase(shared, SHARES.uv, ["uv.sh", "none"], "no zip"),
    scriptCase(shared, "uv9", ["uv.sh", "9"]),
    scriptCase(shared, "uv1", ["uv.sh", "1"]),
    samCase(shared),
    sprCase(shared),
    ...(temperature === "warm" ? [restoredCase(shared)] : []),
    ourCase(shared, "ours-stripped", "off"),
    ourCase(shared, "ours", "auto"),
  ];
}

interface Shared {
  readonly lab: Lab;
  readonly set: RequirementSet;
  readonly temperature: "warm" | "cold";
}

/** Where the layer that a tool made is kept for its size and its import time. */
export function artifact(lab: Lab, set: RequirementSet, tool: string): string {
  return join(lab.scratch, "artifacts", set.name, `${tool}.zip`);
}

const filled = new Set<string>();

/** Runs the plain script and the uv script, once for each set, so that what they keep is there. */
export async function fillCaches(lab: Lab, set: RequirementSet): Promise<void> {
  if (filled.has(set.name)) return;
  filled.add(set.name);
  const env = toolEnvironment(lab, set, warmCaches(lab, set));
  for (const words of [["plain.sh"], ["uv.sh", "1"]]) {
    const project = await plainProject(lab, set);
    await run({ program: program(words), cwd: project.directory, env });
    await project.remove();
  }
}

/** One of the scripts of programs/. */
export function program([name = "", ...words]: readonly string[]): readonly string[] {
  return [join(import.meta.dirname, "programs", name), ...words];
}

/** Does something with warm or with new caches; new ones are removed again. */
async function withCaches<T>({ lab, set, temperature }: Shared, work: (caches: Caches) => Promise<T>): Promise<T> {
  if (temperature === "warm") return work(warmCaches(lab, set));
  const directory = await temporaryDirectory("caches");
  try {
    return await work({ pip: join(directory, "pip"), uv: join(directory, "uv") });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function scriptCase(shared: Shared, tool: string, words: readonly string[], makes: "zip" | "no zip" = "zip"): Case {
  const { lab, set } = shared;
  return {
    tool,
    run: () =>
      withCaches(shared, async (caches) => {
        const project = await plainProject(lab, set);
        const env = toolEnvironment(lab, set, caches);
        const sample = await measure(lab.peers.target, { program: program(words), cwd: project.directory, env });
        const made = join(project.directory, "layer.zip");
        const zip = makes === "zip" ? { zip: await keep(made, artifact(lab, set, tool)) } : {};
        await project.remove();
        return [{ ...sample, ...zip }];
      }),
  };
}

function samCase(shared: Shared): Case {
  const { lab, set } = shared;
  const words = "sam build && sam package --s3-bucket $BUCKET --output-template-file packaged.yaml";
  return {
    tool: "sam",
    run: () =>
      withCaches(shared, async (caches) => {
        present(lab.peers.sam);
        const [cloud, project] = [await stackCloud(lab), await samProject(lab, set)];
        const env = { ...toolEnvironment(lab, set, caches), ...cloud.env };
        const sample = await measure(lab.peers.target, { program: shell(words), cwd: project.directory, env });
        const seen = cloud.seen();
        const zip = await keep(await cloud.largest(), artifact(lab, set, "sam"));
        await cloud.stop();
        await project.remove();
        return [{ ...sample, ...seen, zip }];
      }),
  };
}

function sprCase(shared: Shared): Case {
  const { lab, set } = shared;
  return {
    tool: "spr",
    run: () =>
      withCaches(shared, async (caches) => {
        // It asks for the account's bucket before it packages.
        const cloud = await stackCloud(lab);
        const project = await serverlessProject("serverless-python-requirements", lab, set);
        const kept = await temporaryDirectory("static-cache");
        const env = { ...toolEnvironment(lab, set, caches), ...cloud.env, STATIC_CACHE: kept };
        const sample = await measure(lab.peers.target, {
          program: serverless(project, "package"),
          cwd: project.directory,
          env,
        });
        const made = join(project.directory, ".serverless", "pythonRequirements.zip");
        const seen = cloud.seen();
        const zip = await keep(made, artifact(lab, set, "spr"));
        await cloud.stop();
        await project.remove();
        await rm(kept, { recursive: true, force: true });
        return [{ ...sample, ...seen, zip }];
      }),
  };
}

function ourCase(shared: Shared, tool: string, bytecode: "off" | "auto"): Case {
  const { lab, set } = shared;
  return {
    tool,
    run: () =>
      withCaches(shared, async (caches) => {
        const [cloud, project] = [await lambdaCloud(lab, set), await plainProject(lab, set)];
        await project.change(1);
        const inputs = { bytecode, cache: "false" };
        const { source, ...sample } = await runOurs(lab, { workspace: project.directory, inputs, caches, cloud });
        if (source !== "built") throw new Error(`The layer was ${source}, not built.`);
        await keep(newestLayer(cloud.aws), artifact(lab, set, tool));
        await cloud.stop();
        await project.remove();
        return [sample];
      }),
  };
}

/** The zip of the layer `fn-dependencies`. */
function newestLayer(aws: Awaited<ReturnType<typeof lambdaCloud>>["aws"]): Buffer {
  const newest = aws.layerVersions("fn-dependencies").at(-1);
  if (newest === undefined) throw new Error("No layer was published.");
  return newest.zip;
}

function restoredCase({ lab, set }: Shared): Case {
  const cache = startCacheService();
  const caches = warmCaches(lab, set);
  const once = async (): Promise<Sample & { readonly source: string }> => {
    const [cloud, project] = [await lambdaCloud(lab, set), await plainProject(lab, set)];
    await project.change(1);
    const stepEnv = (await cache).env;
    const sample = await runOurs(lab, { workspace: project.directory, caches, cloud, stepEnv });
    await cloud.stop();
    await project.remove();
    return sample;
  };
  return {
    tool: "ours-restored",
    setup: once,
    run: async () => {
      const { source, ...sample } = await once();
      if (source !== "restored") throw new Error(`The layer was ${source}, not restored.`);
      return [sample];
    },
  };
}

/** Undefined when our stripped layer was not built. */
export async function zipSizes(lab: Lab, set: RequirementSet): Promise<ZipSizes | undefined> {
  const made = artifact(lab, set, "ours-stripped");
  if (!existsSync(made)) return undefined;
  const directory = await temporaryDirectory("zip");
  const env = { PATH: process.env.PATH ?? "" };
  const words = [lab.peers.target, ...program(["unpack.py", made, "layer"])];
  await run({ program: words, cwd: directory, env });
  await run({ program: shell("cd layer && zip -9 -qr ../nine.zip ."), cwd: directory, env });
  await run({ program: [lab.peers.target, ...program(["zip.py", "zlib.zip", "layer"])], cwd: directory, env });
  const size = async (file: string) => (await stat(file)).size;
  const others = { nine: await size(join(directory, "nine.zip")), zlib: await size(join(directory, "zlib.zip")) };
  await rm(directory, { recursive: true, force: true });
  return { set: set.name, ours: await size(made), ...others };
}

/** Serverless under this Node, with the SDK of its time sent to the emulator. */
export function serverless(project: Project, command: "package" | "deploy"): readonly string[] {
  const preload = join(import.meta.dirname, "programs", "sdk-v2.cjs");
  const binary = join(project.directory, "node_modules", "serverless", "bin", "serverless.js");
  return [process.execPath, "--require", preload, binary, command];
}

/** A line of bash. */
export function shell(line: string): readonly string[] {
  return ["bash", "-euc", line];
}

/** Throws with the reason when the peer is not there. */
export function present(peer: Peer): string {
  if ("missing" in peer) throw new Error(peer.missing);
  return peer.directory;
}

async function keep(made: string | Buffer, file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  await (typeof made === "string" ? copyFile(made, file) : writeFile(file, made));
  return (await stat(file)).size;
}
