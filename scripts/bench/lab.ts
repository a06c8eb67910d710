import { mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { startMoto } from "../../test/support/aws/moto.ts";
import { machineEnvironment } from "../../test/support/machine.ts";
import { findPython, venvPython } from "../../test/support/python.ts";
import { installPeers, type Peers } from "./peers.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { type RequirementSet, SETS } from "./sets.ts";

/** What all measurements share. */
export interface Lab {
  readonly scratch: string;
  /** `3.12` */
  readonly minor: string;
  readonly peers: Peers;
  /** Directory with uv. */
  readonly uv: string;
  readonly registry: Registry;
  /** S3 and IAM behind our emulator. */
  readonly motoPort: number;
  readonly say: (line: string) => void;
  stop(): Promise<void>;
}

// pandas has no wheel that loads on Lambda's python3.11.
const MINORS = ["3.12", "3.13", "3.14", "3.11"];

/** Installs what is missing and starts what answers. Throws when there is no Python to build for. */
export async function openLab(scratch: string, ald: string | undefined, say: (line: string) => void): Promise<Lab> {
  const found = await firstPython();
  if (found === undefined)
    throw new Error(`The benchmark needs one of Python ${MINORS.join(", ")}. Install one and run it again.`);
  // What pip and uv keep is of an index whose port is gone; artifacts would be of another build.
  const old = [join(scratch, "artifacts"), ...SETS.flatMap((set) => Object.values(warmCaches({ scratch }, set)))];
  for (const directory of old) await rm(directory, { recursive: true, force: true });
  for (const directory of ["home", "caches", "artifacts"]) await mkdir(join(scratch, directory), { recursive: true });
  await writeFile(join(scratch, "aws-config"), "[default]\nregion = eu-central-1\ns3 =\n  addressing_style = path\n");
  const peers = await installPeers(scratch, found.python, ald, say);
  const registry = await startRegistry(join(scratch, "registry"));
  const moto = await startMoto();
  return {
    scratch,
    minor: found.minor,
    peers,
    uv: dirname(venvPython()),
    registry,
    motoPort: moto.port,
    say,
    async stop() {
      await registry.stop();
      await moto.stop();
    },
  };
}

async function firstPython(): Promise<{ readonly minor: string; readonly python: string } | undefined> {
  for (const minor of MINORS) {
    const python = await findPython(minor);
    if (python !== undefined) return { minor, python };
  }
  return undefined;
}

/** Directories for what pip and uv keep. */
export interface Caches {
  readonly pip: string;
  readonly uv: string;
}

/** The caches that all runs with warm caches share. */
export function warmCaches(lab: Pick<Lab, "scratch">, set: RequirementSet): Caches {
  return { pip: join(lab.scratch, "caches", `pip-${set.name}`), uv: join(lab.scratch, "caches", `uv-${set.name}`) };
}

/** What a tool is started with: the same index, interpreter and caches for all. */
export function toolEnvironment(lab: Lab, set: RequirementSet, caches: Caches): Record<string, string> {
  const machine = set.architecture === "arm64" ? "aarch64" : "x86_64";
  const version = lab.minor.replace(".", "");
  const platforms = ["2_34", "2_28", "2_17"].map((tag) => `--platform manylinux_${tag}_${machine}`);
  const foreign = `--only-binary=:all: --implementation cp --python-version ${lab.minor} ${platforms.join(" ")} --platform manylinux2014_${machine}`;
  const native = process.arch === (set.architecture === "arm64" ? "arm64" : "x64");
  const directories = [
    dirname(lab.peers.target),
    ...[lab.peers.aws, lab.peers.sam].flatMap((peer) => ("directory" in peer ? join(peer.directory, "bin") : [])),
  ];
  return {
    ...machineEnvironment(),
    PATH: [...directories, lab.uv, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
    HOME: join(lab.scratch, "home"),
    TMPDIR: process.env.TEST_TEMP ?? "/tmp",
    PIP_INDEX_URL: lab.registry.url,
    // pip caches what comes over http of trusted hosts only.
    PIP_TRUSTED_HOST: "127.0.0.1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_CACHE_DIR: caches.pip,
    FOREIGN_PIP_OPTIONS: native ? "" : foreign,
    UV_DEFAULT_INDEX: lab.registry.url,
    UV_CACHE_DIR: caches.uv,
    TARGET_PLATFORM: `${machine}-manylinux_${Number(version) >= 312 ? "2_34" : "2_17"}`,
    TARGET_PYTHON: lab.peers.target,
    RUNTIME: `python${lab.minor}`,
    AWS_CONFIG_FILE: join(lab.scratch, "aws-config"),
    SAM_CLI_TELEMETRY: "0",
    SLS_TELEMETRY_DISABLED: "1",
    SLS_NOTIFICATIONS_MODE: "off",
    SLS_DISABLE_AUTO_UPDATE: "1",
  };
}
