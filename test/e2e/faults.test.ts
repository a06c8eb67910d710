import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FaultBench, setBench } from "../support/fault-bench.ts";
import { runCell } from "../support/fault-cell.ts";
import { COLUMNS, ROWS } from "../support/fault-matrix.ts";

let bench: FaultBench;
beforeAll(async () => {
  bench = await setBench(inject("motoPort"), dirname(inject("uv")));
});
afterAll(() => bench.stop());

// Those that only wait begin first. `npm run faults` has all of them.
const rows = ROWS.toSorted((one, other) => Number(other.slow ?? false) - Number(one.slow ?? false));
const SOME = ["ListLayerVersions", "UpdateFunctionCode"];

describe.concurrent.each(rows)("$title", (row) => {
  const cells = COLUMNS.filter(
    (column) => row.senseless?.(column) === undefined && (!row.slow || SOME.includes(column.op)),
  );

  it.each(cells)(
    "$title",
    async (column) => {
      const { problems } = await runCell(bench, row, column);
      expect(problems).toEqual([]);
    },
    300_000,
  );
});
