import { expect, test } from "vitest";
import { winsIn } from "../../scripts/bench/ahead.ts";
import { renderChart } from "../../scripts/bench/chart.ts";
import { renderDocument, renderGoals } from "../../scripts/bench/document.ts";
import type { Sample } from "../../scripts/bench/measure.ts";
import { startRegistry } from "../../scripts/bench/registry.ts";
import { measuredAgain, type Results } from "../../scripts/bench/results.ts";
import { type Case, compare, median, type Row, ratio } from "../../scripts/bench/rounds.ts";
import { startPackageIndex } from "../support/package-index.ts";
import { buildWheel } from "../support/wheels.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const sample = (wall: number, more: Partial<Sample> = {}): Sample => ({ wall, cpu: wall, peak: 1, ...more });
const wall = ({ wall }: Sample) => wall;
const silent = () => {};

test("a ratio is the median of the ratios of the rounds that have both", () => {
  const base = { tool: "plain", samples: [sample(10), sample(20), sample(100)] };
  expect(ratio({ tool: "uv1", samples: [sample(1), sample(1), sample(50)] }, base, wall)).toBe(0.1);
  expect(ratio({ tool: "sam", samples: [undefined, sample(10)] }, base, wall)).toBe(0.5);
  expect(ratio({ tool: "sam", samples: [] }, base, wall)).toBeUndefined();
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("each round begins with another tool, a slow one has one round, a failed one stops", async () => {
  const ran: string[] = [];
  const made = (tool: string, seconds: number): Case => ({
    tool,
    run: async (round) => {
      ran.push(`${round}${tool}`);
      if (tool === "sam") throw new Error("no network");
      return [sample(seconds)];
    },
  });
  const [rows] = await compare([made("plain", 30), made("uv1", 1), made("spr", 30), made("sam", 1)], 2, 1, silent);

  expect(ran).toEqual(["0plain", "0uv1", "0spr", "0sam", "1uv1", "1plain"]);
  expect(rows?.map(({ tool, samples, failed }) => [tool, samples.length, failed])).toEqual([
    ["plain", 2, undefined],
    ["uv1", 2, undefined],
    ["spr", 1, undefined],
    ["sam", 0, "no network"],
  ]);
});

const rows: readonly Row[] = [
  { tool: "plain", samples: [sample(10, { calls: 4, sent: 100 })] },
  { tool: "uv alone", samples: [sample(0.5)] },
  { tool: "uv1", samples: [sample(1, { calls: 4, sent: 100 })] },
  { tool: "sam", samples: [], failed: "no network" },
  { tool: "ours-stripped", samples: [sample(1.4, { phases: { build: 0.9 } })] },
  { tool: "ours", samples: [sample(3.5, { calls: 3, sent: 100, phases: { build: 3.4 } })] },
];

const results: Results = {
  date: "2026-01-01",
  machine: "a machine",
  versions: { uv: "1.0" },
  minutes: 1,
  rounds: 1,
  tables: [{ situation: "warm", set: "fastapi", rows }],
  zips: [{ set: "fastapi", ours: 102, nine: 100, zlib: 99 }],
  imports: [],
  scales: [],
  skipped: [{ tool: "ald", set: "fastapi", reason: "it was not given" }],
};

test("a peer that does better in time, bytes or calls is named", () => {
  expect(winsIn(rows)).toEqual([{ tool: "uv1", what: "time" }]);
  const document = renderDocument(results);
  expect(document).toContain("| uv, zip -1 | **0.10** *ahead* |");
  expect(document).toContain(
    "- **time, warm builds** (uv, zip -1): its build is no deploy and makes no bytecode; up to the zip and without bytecode this action takes 0.90 (FastAPI and boto3) of it.",
  );
  expect(document).toContain("| `uv pip install` alone, FastAPI and boto3 | – | – | – | – | – | – | – | – | 0.50 |");
  expect(document).toContain("| sam | failed: no network |");
  expect(document).toContain("aws-lambda-deploy, fat, FastAPI and boto3: it was not given.");
});

test("a goal says what was seen, whether that is enough, and where the rest goes", () => {
  const table = renderGoals(results);
  expect(table).toMatch(
    /without bytecode, against the plain script: at most 0.15 \| 0.09, and 0.14 with the deploy \| reached/,
  );
  expect(table).toContain(
    "at most 0.33 | 0.34, and 0.35 with the deploy | **not reached**: what uv alone takes is 0.05. |",
  );
  expect(table).toContain("at most 1.01 | 1.020 | **not reached**: the zlib in Node is made for speed; zlib");
  expect(table).toMatch(/Build of pandas, warm, with bytecode.* not measured \| not measured/);
  expect(table).toContain("a peer is ahead in 1 cell |");
});

test("a part that is measured again replaces that part, and the document says so", () => {
  const warm = { situation: "warm", set: "fastapi", rows: [{ tool: "plain", samples: [sample(20)] }] } as const;
  const before: Results = { ...results, tables: [...results.tables, { ...warm, situation: "cold" }] };
  const joined = measuredAgain(before, { ...results, minutes: 2, tables: [warm], zips: [] }, ["build"]);
  expect(joined.tables).toEqual([warm, { ...warm, situation: "cold" }]);
  expect(joined).toMatchObject({ minutes: 3, zips: results.zips });
  expect(renderDocument(joined)).toContain("in 3 minutes, on a machine. uv 1.0. Measured again after the rest: build.");
});

test("the chart has a bar for each tool that was measured", () => {
  expect(renderChart(results).match(/<rect/g)).toHaveLength(4);
});

test("the index answers what the real one answered, also without it", async () => {
  const wheel = await buildWheel({ name: "dep", version: "1.0", files: { "dep.py": "x = 1\n" } });
  const real = await startPackageIndex({ packages: [wheel.file], credentials: { user: "me", password: "p@ss" } });
  const directory = await temporaryDirectory("registry");
  const first = await startRegistry(directory, real.urlWithCredentials);
  const link = async (url: string) => ((await (await fetch(`${url}dep/`)).json()) as Page).files[0]?.url ?? "";
  const content = await (await fetch(await link(first.url))).arrayBuffer();
  await first.stop();
  await real.stop();

  const second = await startRegistry(directory, real.urlWithCredentials);
  const url = await link(second.url);
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(Buffer.from(content));
  const part = await fetch(url, { headers: { range: "bytes=-5" } });
  expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, Buffer.from(content.slice(-5))]);
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await fetch(`${second.url}other/`)).status).toBe(502);
  await second.stop();
});

interface Page {
  readonly files: readonly { readonly url: string }[];
}
