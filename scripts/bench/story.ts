// Measures this action beside what else there is, prints what it saw, and writes docs/benchmarks.md when everything was measured.
import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "../../test/support/machine.ts";
import { renderChart } from "./chart.ts";
import { stopStacks } from "./clouds.ts";
import { renderDocument, renderGoals, renderTables } from "./document.ts";
import { openLab } from "./lab.ts";
import { readOptions } from "./options.ts";
import { measureAll } from "./parts.ts";
import { measuredAgain, type Results } from "./results.ts";

const started = performance.now();

function say(line: string): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.error(`[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}] ${line}`);
}

try {
  await tell();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
// The emulators of the last tables still listen.
process.exit();

async function tell(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await mkdir(options.scratch, { recursive: true });
  const scratch = await realpath(options.scratch);
  const file = join(scratch, "results.json");
  if (options.render) return write(JSON.parse(await readFile(file, "utf8")) as Results);
  if (!existsSync(join(repository, "dist", "index.js")))
    throw new Error("There is no dist/index.js. Run `npm run build`.");

  const temporary = join(scratch, "tmp");
  process.env.TEST_TEMP = temporary;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary);
  const lab = await openLab(scratch, options.ald, say);
  try {
    const before = options.again ? (JSON.parse(await readFile(file, "utf8")) as Results) : undefined;
    const joined = (seen: Results) => (before === undefined ? seen : measuredAgain(before, seen, options.parts));
    const save = (seen: Results) => writeFile(file, JSON.stringify(joined(seen), undefined, 2));
    const results = joined(await measureAll(lab, options, save));
    console.log(`\n${renderTables(results)}\n\n${renderGoals(results)}\n`);
    if (options.whole || options.again) await write(results);
    say(`done; all samples are in ${file}`);
  } finally {
    await stopStacks();
    await lab.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function write(results: Results): Promise<void> {
  await writeFile(join(repository, "docs", "benchmarks.md"), renderDocument(results));
  await writeFile(join(repository, "docs", "images", "benchmarks.svg"), renderChart(results));
  console.log("docs/benchmarks.md now tells what was seen.");
}
