import { rm } from "node:fs/promises";
import { join } from "node:path";
import { startCacheService } from "../../test/support/cache-service.ts";
import { temporaryDirectory } from "../../test/support/workspace.ts";
import { fillCaches, present, program, serverless, shell } from "./build.ts";
import { lambdaCloud, stackCloud } from "./clouds.ts";
import { type Lab, toolEnvironment, warmCaches } from "./lab.ts";
import { measure, type Sample } from "./measure.ts";
import { runOurs, runRefused, runToFirstCall } from "./ours.ts";
import { type Project, plainProject, samProject, serverlessProject } from "./projects.ts";
import type { Case } from "./rounds.ts";
import type { RequirementSet } from "./sets.ts";
import { SHARES } from "./shares.ts";

/** Deploys the application with its code changed so many times. */
type Deploy = (changes: number) => Promise<Sample>;

/** A sample that takes less is taken three times in each round. */
export const QUICK_SECONDS = 2;

/** What a deploy on a fresh runner takes after another one: first with nothing changed, then with a line of code changed. */
export function deployCases(lab: Lab, set: RequirementSet): readonly Case[] {
  const { plain, ...others } = deployers(lab, set);
  const started = Object.entries({ plain, ...others }).map(([tool, start]) => deployCase(tool, start));
  return [...started, ...shareCases(lab, set)];
}

/** What the CPU of a run that changes nothing is made of. */
function shareCases(lab: Lab, set: RequirementSet): readonly Case[] {
  const node = (program: string) => () =>
    measure(lab.peers.target, { program: [process.execPath, "-e", program], cwd: lab.scratch, env: {} });
  const inFresh = (work: (workspace: string) => Promise<Sample>) =>
    inCheckout(
      () => plainProject(lab, set),
      0,
      ({ directory }) => work(directory),
    );
  const shares = {
    [SHARES.node]: node("0"),
    [SHARES.http]: node('["https", "crypto"].forEach((name) => require(name))'),
    [SHARES.refused]: () => inFresh((workspace) => runRefused(lab, workspace)),
    [SHARES.firstCall]: async () => {
      const run = await ourFunction(lab, set);
      return inFresh((workspace) => runToFirstCall(lab, { ...run, workspace }));
    },
  };
  return Object.entries(shares).map(([tool, work]) => ({ tool, run: async () => [await steady(work)] }));
}

function deployCase(tool: string, start: () => Promise<Deploy>): Case {
  let deploy: Deploy | undefined;
  let changes = 0;
  const again = async (): Promise<Sample> => {
    if (deploy === undefined) throw new Error("There was no first deploy.");
    return deploy(changes);
  };
  const changed = () => {
    changes += 1;
    return again();
  };
  return {
    tool,
    setup: async () => {
      deploy = await start();
      await again();
    },
    run: async () => [await steady(again), await steady(changed)],
  };
}

/** The middle of three when they are quick. */
async function steady(work: () => Promise<Sample>): Promise<Sample> {
  const first = await work();
  if (first.wall > QUICK_SECONDS) return first;
  const [, middle = first] = [first, await work(), await work()].sort((one, other) => one.wall - other.wall);
  return middle;
}

function deployers(lab: Lab, set: RequirementSet) {
  return {
    plain: async () => {
      await fillCaches(lab, set);
      return script(lab, set, ["plain.sh"]);
    },
    uv1: () => script(lab, set, ["uv.sh", "1"]),
    sam: () => sam(lab, set, "fresh"),
    "sam-kept": () => sam(lab, set, "kept"),
    spr: () => spr(lab, set, "fresh"),
    "spr-kept": () => spr(lab, set, "kept"),
    sll: () => serverlessDeploy(lab, set, "serverless-layers"),
    ald: () => ald(lab, set, "pip install -q -r requirements.txt -t src"),
    "ald-bare": () => ald(lab, set, ":"),
    ours: () => ours(lab, set),
  } satisfies Record<string, () => Promise<Deploy>>;
}

/** Does something in a fresh checkout with this code. */
async function inCheckout(
  make: () => Promise<Project>,
  changes: number,
  work: (project: Project) => Promise<Sample>,
): Promise<Sample> {
  const project = await make();
  await project.change(changes);
  const sample = await work(project);
  await project.remove();
  return sample;
}

async function script(lab: Lab, set: RequirementSet, recipe: readonly string[]): Promise<Deploy> {
  present(lab.peers.aws);
  const cloud = await lambdaCloud(lab, set);
  const env = { ...toolEnvironment(lab, set, warmCaches(lab, set)), ...cloud.env };
  return (changes) =>
    inCheckout(
      () => plainProject(lab, set),
      changes,
      async ({ directory }) => {
        cloud.forget();
        const words = [...program(["deploy.sh"]), ...program(recipe)];
        const sample = await measure(lab.peers.target, { program: words, cwd: directory, env });
        return { ...sample, ...cloud.seen() };
      },
    );
}

async function sam(lab: Lab, set: RequirementSet, folder: "fresh" | "kept"): Promise<Deploy> {
  present(lab.peers.sam);
  const cloud = await stackCloud(lab);
  const env = { ...toolEnvironment(lab, set, warmCaches(lab, set)), ...cloud.env };
  const quiet = "--no-confirm-changeset --no-fail-on-empty-changeset --capabilities CAPABILITY_IAM";
  const build = folder === "kept" ? "sam build --cached" : "sam build";
  const words = shell(`${build} && sam deploy --stack-name bench --s3-bucket $BUCKET ${quiet}`);
  const deploy = async ({ directory }: Project) => {
    cloud.forget();
    const sample = await measure(lab.peers.target, { program: words, cwd: directory, env });
    return { ...sample, ...cloud.seen() };
  };
  if (folder === "fresh") return (changes) => inCheckout(() => samProject(lab, set), changes, deploy);
  const project = await samProject(lab, set, "sam-kept");
  return async (changes) => {
    await project.change(changes);
    return deploy(project);
  };
}

async function spr(lab: Lab, set: RequirementSet, cache: "fresh" | "kept"): Promise<Deploy> {
  const kept =
    cache === "kept" ? join(lab.scratch, "caches", `spr-${set.name}`) : await temporaryDirectory("static-cache");
  const deploy = await serverlessDeploy(lab, set, "serverless-python-requirements", { STATIC_CACHE: kept });
  return async (changes) => {
    if (cache === "fresh") await rm(kept, { recursive: true, force: true });
    return deploy(changes);
  };
}

async function serverlessDeploy(
  lab: Lab,
  set: RequirementSet,
  plugin: "serverless-python-requirements" | "serverless-layers",
  more: Readonly<Record<string, string>> = {},
): Promise<Deploy> {
  const cloud = await stackCloud(lab);
  const env = { ...toolEnvironment(lab, set, warmCaches(lab, set)), ...cloud.env, ...more };
  return (changes) =>
    inCheckout(
      () => serverlessProject(plugin, lab, set),
      changes,
      async (project) => {
        cloud.forget();
        const words = serverless(project, "deploy");
        const sample = await measure(lab.peers.target, { program: words, cwd: project.directory, env });
        return { ...sample, ...cloud.seen() };
      },
    );
}

/** The action's bundle under this Node, as a runner starts it, after a line of bash. */
async function ald(lab: Lab, set: RequirementSet, before: string): Promise<Deploy> {
  const bundle = join(present(lab.peers.ald), "index.js");
  const cloud = await lambdaCloud(lab, set);
  const env = { ...toolEnvironment(lab, set, warmCaches(lab, set)), ...cloud.env };
  const inputs = {
    "FUNCTION-NAME": "fn",
    "CODE-ARTIFACTS-DIR": "src",
    HANDLER: "app.handler",
    RUNTIME: `python${lab.minor}`,
    ROLE: `arn:aws:iam::${cloud.aws.account}:role/lambda`,
    "PACKAGE-TYPE": "Zip",
    "DRY-RUN": "false",
  };
  const words = Object.entries(inputs).map(([name, value]) => `INPUT_${name}=${value}`);
  return (changes) =>
    inCheckout(
      () => plainProject(lab, set),
      changes,
      async ({ directory }) => {
        cloud.forget();
        // bash itself drops variables whose names have hyphens.
        const start = shell(`${before}; exec env "$@"`);
        const given = [...words, `GITHUB_WORKSPACE=${directory}`, "GITHUB_OUTPUT="];
        const command = [...start, "ald", ...given, process.execPath, bundle];
        const sample = await measure(lab.peers.target, { program: command, cwd: directory, env });
        return { ...sample, ...cloud.seen() };
      },
    );
}

async function ours(lab: Lab, set: RequirementSet): Promise<Deploy> {
  const run = await ourFunction(lab, set);
  return (changes) =>
    inCheckout(
      () => plainProject(lab, set),
      changes,
      async ({ directory }) => {
        const { zip: _layer, ...sample } = await runOurs(lab, { ...run, workspace: directory });
        return sample;
      },
    );
}

async function ourFunction(lab: Lab, set: RequirementSet) {
  const stepEnv = (await startCacheService()).env;
  return { cloud: await lambdaCloud(lab, set), caches: warmCaches(lab, set), stepEnv };
}
