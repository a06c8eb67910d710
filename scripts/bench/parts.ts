import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { repository } from "../../test/support/machine.ts";
import { buildCases, zipSizes } from "./build.ts";
import { deployCases } from "./deploy.ts";
import { timeImports } from "./imports.ts";
import type { Lab } from "./lab.ts";
import type { Options, Part } from "./options.ts";
import type { Results, Situation, Table } from "./results.ts";
import { type Case, compare, fewer, type Row } from "./rounds.ts";
import { codeScaleCases, layerScaleCases, SCALES } from "./scale.ts";
import { type RequirementSet, SETS } from "./sets.ts";
import { isShare } from "./shares.ts";
import { unfit } from "./tools.ts";

/** Runs the chosen parts, one after the other; `save` is called after each with everything seen so far. */
export async function measureAll(
  lab: Lab,
  options: Options,
  save: (results: Results) => Promise<void>,
): Promise<Results> {
  const started = performance.now();
  const sets = SETS.filter(({ name }) => options.sets.includes(name));
  const { rounds, parts } = options;
  lab.say(`about ${expectedMinutes(options)} minutes on a quiet machine with two cores`);
  let results: Results = {
    ...{ date: new Date().toISOString().slice(0, 10), machine: machine(), versions: versions(lab), minutes: 0, rounds },
    ...{ tables: [], zips: [], imports: [], scales: [], skipped: [] },
  };
  // One part that cannot be measured leaves the others alone.
  const add = async (part: string, measured: () => Promise<Seen>) => {
    const seen = await measured().catch((error: Error): Seen => {
      lab.say(`${part} failed: ${error.message}`);
      return {};
    });
    const minutes = Math.ceil((performance.now() - started) / 60_000);
    results = { ...results, ...joined(results, seen), minutes };
    await save(results);
  };
  for (const set of sets) {
    for (const part of parts) await add(`${part}, ${set.name}`, () => measurePart(lab, options, part, set));
  }
  if (parts.includes("scale")) await add("scale", async () => ({ scales: await scales(lab, rounds) }));
  return results;
}

async function measurePart(lab: Lab, options: Options, part: Part, set: RequirementSet): Promise<Seen> {
  switch (part) {
    case "build":
      return builds(lab, options, set);
    case "deploy": {
      const rounds = fewer(options.rounds);
      return tables(lab, { ...options, rounds }, set, deployCases(lab, set), ["no-change", "code-only"]);
    }
    case "imports": {
      const say = (line: string) => lab.say(`imports, ${set.name}: ${line}`);
      return { imports: [{ set: set.name, times: await timeImports(lab, set, options.tools, say) }] };
    }
    case "scale":
      return {};
    default:
      return part satisfies never;
  }
}

type Seen = Partial<Pick<Results, "tables" | "zips" | "imports" | "scales" | "skipped">>;

function joined(results: Results, { tables = [], zips = [], imports = [], scales = [], skipped = [] }: Seen): Seen {
  const known = results.skipped.map(({ tool, set }) => `${tool} ${set}`);
  return {
    tables: [...results.tables, ...tables],
    zips: [...results.zips, ...zips],
    imports: [...results.imports, ...imports],
    scales: [...results.scales, ...scales],
    skipped: [...results.skipped, ...skipped.filter(({ tool, set }) => !known.includes(`${tool} ${set}`))],
  };
}

async function builds(lab: Lab, options: Options, set: RequirementSet): Promise<Seen> {
  const seen: Seen[] = [];
  for (const temperature of options.temperatures) {
    const rounds = temperature === "warm" ? options.rounds : fewer(options.rounds);
    seen.push(await tables(lab, { ...options, rounds }, set, buildCases(lab, set, temperature), [temperature]));
  }
  const sizes = await zipSizes(lab, set);
  const zips = sizes === undefined ? [] : [sizes];
  return { zips, tables: seen.flatMap((one) => one.tables ?? []), skipped: seen[0]?.skipped ?? [] };
}

async function tables(
  lab: Lab,
  { tools, rounds }: Options,
  set: RequirementSet,
  cases: readonly Case[],
  situations: readonly Situation[],
): Promise<Seen> {
  const chosen = cases.filter(({ tool }) => isShare(tool) || tools.includes(tool));
  const reasons = new Map(chosen.map(({ tool }) => [tool, unfit(tool, set) ?? missing(lab, tool)]));
  const fit = chosen.filter(({ tool }) => reasons.get(tool) === undefined);
  const say = (line: string) => lab.say(`${situations.join(" and ")}, ${set.name}: ${line}`);
  const rows = await compare(fit, rounds, situations.length, say);
  return {
    tables: situations.map((situation, index): Table => ({ situation, set: set.name, rows: rows[index] ?? [] })),
    skipped: [...reasons].flatMap(([tool, reason]) => (reason === undefined ? [] : [{ tool, set: set.name, reason }])),
  };
}

// What a tool cannot run without.
function missing({ peers }: Lab, tool: string): string | undefined {
  const needed = {
    sam: [peers.sam, peers.cloud],
    "sam-kept": [peers.sam, peers.cloud],
    spr: [peers.serverless, peers.cloud],
    "spr-kept": [peers.serverless, peers.cloud],
    sll: [peers.serverless, peers.cloud],
    ald: [peers.ald],
    "ald-bare": [peers.ald],
  }[tool];
  return needed?.flatMap((peer) => ("missing" in peer ? [peer.missing] : []))[0];
}

async function scales(lab: Lab, rounds: number): Promise<Results["scales"]> {
  const [set] = SETS;
  if (set === undefined) return [];
  const say = (line: string) => lab.say(`scale: ${line}`);
  const code = await compare(codeScaleCases(lab, set), rounds, 2, say);
  const layer = await compare(await layerScaleCases(lab, set), rounds, 1, say);
  const rows: readonly (readonly Row[])[] = [...code, ...layer];
  return SCALES.map((title, index) => ({ title, rows: rows[index] ?? [] }));
}

// Seconds as seen on two cores: what is done once, and each round.
const EXPECTED = {
  warm: { fastapi: [20, 18], pandas: [67, 28], native: [10, 20] },
  cold: { fastapi: [11, 20], pandas: [46, 28], native: [0, 20] },
  deploy: { fastapi: [92, 65], pandas: [246, 89], native: [20, 40] },
} as const;

function expectedMinutes({ parts, sets, rounds, temperatures }: Options): number {
  const tables = [
    ...(parts.includes("build") ? temperatures : []),
    ...(parts.includes("deploy") ? ["deploy" as const] : []),
  ];
  const names = SETS.map(({ name }) => name).filter((name) => sets.includes(name));
  const seconds = tables.flatMap((table) =>
    names.map((name) => {
      const [once, each] = EXPECTED[table][name];
      return once + each * (table === "warm" ? rounds : fewer(rounds));
    }),
  );
  const others = (parts.includes("imports") ? 100 : 0) + (parts.includes("scale") ? 30 + 25 * rounds : 0);
  return Math.ceil((seconds.reduce((sum, each) => sum + each, 0) + others) / 60);
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${process.platform} ${process.arch}, ${availableParallelism()} cores (${first?.model.trim() || "unknown"}), ${memory} GiB, load average ${loadavg()[0]?.toFixed(1)} before it began`;
}

function versions(lab: Lab): Record<string, string> {
  const ask = (command: string, ...words: readonly string[]) => {
    const printed = execFileSync(command, words, { encoding: "utf8" });
    return /\d+\.\d+(\.\d+)*/.exec(printed)?.[0] ?? "unknown";
  };
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  return {
    "This action": version,
    Node: process.versions.node,
    Python: ask(lab.peers.target, "--version"),
    uv: ask(join(lab.uv, "uv"), "--version"),
    zip: ask("sh", "-c", "zip -v | sed -n 2p"),
  };
}
