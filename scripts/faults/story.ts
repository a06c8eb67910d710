// Runs every cell of the fault matrix, prints it, and writes it into docs/reliability.md; with --check it only compares.
// Other arguments choose cells by words of their titles: `npm run faults -- "token expires" GetAlias`.
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startMoto } from "../../test/support/aws/moto.ts";
import { type FaultBench, setBench } from "../../test/support/fault-bench.ts";
import { type CellResult, runCell } from "../../test/support/fault-cell.ts";
import { COLUMNS, ROWS } from "../../test/support/fault-matrix.ts";
import { venvPython } from "../../test/support/python.ts";
import { type Cell, renderDocument, renderTerminal, updateDocument } from "./document.ts";

// Most of a cell's time is waiting.
const AT_ONCE = 3 * availableParallelism();

const words = process.argv.slice(2).filter((argument) => argument !== "--check");
const check = process.argv.includes("--check");
const temporary = await realpath(await mkdtemp(join(tmpdir(), "lambda-layers-faults-")));
process.env.TEST_TEMP = temporary;
const moto = await startMoto();
const bench = await setBench(moto.port, dirname(venvPython()));
try {
  process.exitCode = (await tell(bench)) ? 0 : 1;
} finally {
  await bench.stop();
  await moto.stop();
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
}

/** Tells the story; true when no cell is open and the document agrees. */
async function tell(shared: FaultBench): Promise<boolean> {
  const cells = chosen();
  console.log(`${cells.length} cells, ${AT_ONCE} at once …`);
  const results = await runAll(shared, cells);
  console.log(`\n${renderTerminal(results)}\n`);
  const open = results.filter(({ problems }) => problems.length > 0);
  for (const { row, column, problems } of open)
    console.log(`✗ ${row.title} × ${column.title}\n  ${problems.join("\n  ")}`);
  const agrees = words.length > 0 || open.length > 0 || updateDocument(renderDocument(results), check);
  console.log(`${results.length} cells, ${open.length} open`);
  return open.length === 0 && agrees;
}

type Chosen = Pick<Cell, "row" | "column">;

function chosen(): readonly Chosen[] {
  const all = ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column })));
  return all
    .filter(({ row, column }) => row.senseless?.(column) === undefined)
    .filter(({ row, column }) => words.every((word) => `${row.title} × ${column.title}`.includes(word)));
}

async function run(shared: FaultBench, { row, column }: Chosen): Promise<Cell> {
  const started = performance.now();
  const result = await runCell(shared, row, column).catch((error: Error) => broken(error));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = result.problems.length === 0 ? "✓" : "✗";
  console.log(`${mark} ${row.title} × ${column.title}: ${result.outcome} (${seconds} s)`);
  return { row, column, ...result };
}

/** A run that did not end, say. */
function broken({ message }: Error): CellResult {
  return { outcome: "neither old nor new", sentence: "", problems: [message] };
}

/** Runs some at once, and beside them all that only wait; results in the order of the cells. */
async function runAll(shared: FaultBench, cells: readonly Chosen[]): Promise<readonly Cell[]> {
  const results: Cell[] = [];
  const work = async ([index, cell]: [number, Chosen]) => {
    results[index] = await run(shared, cell);
  };
  const all = [...cells.entries()];
  const queue = all.filter(([, { row }]) => !row.slow).values();
  const worker = async () => {
    for (const task of queue) await work(task);
  };
  const waiting = all.filter(([, { row }]) => row.slow).map(work);
  await Promise.all([...waiting, ...Array.from({ length: AT_ONCE }, worker)]);
  return results;
}
