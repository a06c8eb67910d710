import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { run } from "./measure.ts";

/** Where a peer lies, or why it is not there. */
export type Peer = { readonly directory: string } | { readonly missing: string };

export interface Peers {
  /** The interpreter of the target with a pip of its own. */
  readonly target: string;
  readonly aws: Peer;
  readonly sam: Peer;
  readonly serverless: Peer;
  /** moto with what its CloudFormation needs. */
  readonly cloud: Peer;
  /** dist/index.js of aws-lambda-deploy, beside its package.json. */
  readonly ald: Peer;
}

/** What is installed into the scratch folder. */
export const VERSIONS = {
  pip: "26.3",
  awscli: "1.46.3",
  "aws-sam-cli": "1.170.0",
  moto: "5.2.1",
  serverless: "3.40.0",
  "serverless-python-requirements": "6.1.2",
  "serverless-layers": "2.8.5",
} as const;

/** Installs every peer into `scratch`, each one that can be; what is there already stays. Throws when there is no pip to compare with. */
export async function installPeers(
  scratch: string,
  python: string,
  aldBundle: string | undefined,
  say: (line: string) => void,
): Promise<Peers> {
  const target = await venv(scratch, "target", python, [`pip==${VERSIONS.pip}`], say);
  if ("missing" in target) throw new Error(`pip could not be installed: ${target.missing}`);
  return {
    target: join(target.directory, "bin", "python"),
    aws: await venv(scratch, "aws", python, [`awscli==${VERSIONS.awscli}`], say),
    sam: await venv(scratch, "sam", python, [`aws-sam-cli==${VERSIONS["aws-sam-cli"]}`], say),
    cloud: await venv(scratch, "cloud", python, [`moto[cloudformation,server]==${VERSIONS.moto}`], say),
    serverless: await npm(scratch, say),
    ald: await aldOf(scratch, aldBundle),
  };
}

async function venv(
  scratch: string,
  name: string,
  python: string,
  packages: readonly string[],
  say: (line: string) => void,
): Promise<Peer> {
  const directory = join(scratch, name);
  return once(directory, packages, say, async () => {
    await run({ program: [python, "-m", "venv", directory], cwd: scratch, env: inherited() });
    const pip = [join(directory, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    await run({ program: [...pip, ...packages], cwd: scratch, env: inherited() });
  });
}

async function npm(scratch: string, say: (line: string) => void): Promise<Peer> {
  const directory = join(scratch, "serverless");
  const names = ["serverless", "serverless-python-requirements", "serverless-layers"] as const;
  const packages = names.map((name) => `${name}@${VERSIONS[name]}`);
  return once(directory, packages, say, async () => {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, "package.json"), '{"private":true}');
    const quiet = ["--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
    await run({ program: ["npm", "install", ...quiet, ...packages], cwd: directory, env: inherited() });
  });
}

async function once(
  directory: string,
  packages: readonly string[],
  say: (line: string) => void,
  install: () => Promise<void>,
): Promise<Peer> {
  const stamp = join(directory, "installed.txt");
  const wanted = packages.join("\n");
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === wanted) return { directory };
  say(`installing ${packages.join(", ")}`);
  await rm(directory, { recursive: true, force: true });
  try {
    await install();
    await writeFile(stamp, wanted);
    return { directory };
  } catch (error) {
    return { missing: `it could not be installed (${(error as Error).message})` };
  }
}

// It is on no registry. The bundle is copied, because Node needs to see beside it that it is no ES module.
async function aldOf(scratch: string, bundle: string | undefined): Promise<Peer> {
  if (bundle === undefined) return { missing: "it is on no package registry: give its dist/index.js with --ald" };
  if (!existsSync(bundle)) return { missing: `${bundle} does not exist` };
  const directory = join(scratch, "aws-lambda-deploy");
  await mkdir(directory, { recursive: true });
  await copyFile(bundle, join(directory, "index.js"));
  await writeFile(join(directory, "package.json"), "{}");
  return { directory };
}

// Node 24, under which this runs, brings the npm that belongs to it.
function inherited(): Record<string, string> {
  const env = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(env), PATH: [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter) };
}
