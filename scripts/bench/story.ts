// Measures this action beside what else there is, prints what it saw, and writes docs/benchmarks.md when everything was measured.
import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildCases } from "./build.ts";
import { stopStacks } from "./clouds.ts";
import { type Lab, openLab } from "./lab.ts";
import { type Options, readOptions } from "./options.ts";
import { compare, middle, type Row, ratio } from "./rounds.ts";
import { SETS } from "./sets.ts";
import { unfit } from "./tools.ts";

const started = performance.now();
const say = (line: string) => {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.error(`[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}] ${line}`);
};

const options = readOptions(process.argv.slice(2));
await mkdir(options.scratch, { recursive: true });
const scratch = await realpath(options.scratch);
process.env.TEST_TEMP = join(scratch, "tmp");
await rm(process.env.TEST_TEMP, { recursive: true, force: true });
await mkdir(process.env.TEST_TEMP);
const lab = await openLab(scratch, options.ald, say);
try {
  await tell(lab, options);
} finally {
  await stopStacks();
  await lab.stop();
  await rm(process.env.TEST_TEMP, { recursive: true, force: true });
}

async function tell(shared: Lab, { parts, sets, tools, rounds }: Options): Promise<void> {
  for (const set of SETS.filter(({ name }) => sets.includes(name))) {
    for (const temperature of ["warm", "cold"] as const) {
      if (!parts.includes("build")) continue;
      const cases = buildCases(shared, set, temperature).filter(
        ({ tool }) => tools.includes(tool) && !unfit(tool, set),
      );
      const [rows = []] = await compare(cases, rounds, 1, (line) => say(`build ${temperature} ${set.name}: ${line}`));
      print(rows);
    }
  }
}
function print(rows: readonly Row[]) {
  const base = rows.find(({ tool }) => tool === "plain");
  for (const row of rows)
    console.log(
      row.tool.padEnd(14),
      ratio(row, base, "wall")?.toFixed(3),
      ratio(row, base, "cpu")?.toFixed(3),
      middle(row, "wall")?.toFixed(2),
      middle(row, "build")?.toFixed(2),
      middle(row, "zip"),
      middle(row, "calls"),
      middle(row, "sent"),
      Math.round((middle(row, "peak") ?? 0) / 2 ** 20),
      row.failed ?? "",
    );
}
