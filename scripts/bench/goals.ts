import { NODE } from "./deploy.ts";
import { type Results, rowOf, type Situation, tableOf } from "./results.ts";
import { type Aspect, middle, type Row, ratio } from "./rounds.ts";
import { SETS } from "./sets.ts";
import { TOOLS } from "./tools.ts";

export interface Goal {
  readonly goal: string;
  readonly seen: string;
  /** Undefined: not measured. */
  readonly reached: boolean | undefined;
}

const wall: Aspect = ({ wall }) => wall;
const buildPhase: Aspect = ({ phases }) => phases?.build;

/** The goals of this project for speed, and whether the run saw them reached. */
export function goals(results: Results): readonly Goal[] {
  return [
    buildGoal(results, "fastapi", "ours-stripped", 0.15, "without bytecode"),
    buildGoal(results, "pandas", "ours-stripped", 0.1, "without bytecode"),
    buildGoal(results, "fastapi", "ours", 0.33, "with bytecode"),
    buildGoal(results, "pandas", "ours", 0.25, "with bytecode"),
    uvGoal(results, "fastapi"),
    uvGoal(results, "pandas"),
    ...results.zips.map(({ set, ours, nine }) =>
      atMost(`Layer of ${titleOf(set)}, bytes against \`zip -9\` of the same files`, 1.01, ours / nine, 3),
    ),
    ...results.imports.map(({ set, times }) => {
      const cpu = (tool: string) => times.find((time) => time.tool === tool)?.cpu;
      return atMost(
        `Import of ${titleOf(set)} from the layer, CPU against the layer without bytecode`,
        0.5,
        quotient(cpu("ours"), cpu("ours-stripped")),
      );
    }),
    ...["fastapi", "pandas"].flatMap((set) => noChangeGoals(results, set)),
    ...results.scales.flatMap(({ title, rows: [once, twice] }) => [
      atMost(`Twice the ${title}: time`, 2.2, quotient(middle(twice, wall), middle(once, wall))),
      atMost(`Twice the ${title}: memory`, 2, quotient(middle(twice, peak), middle(once, peak))),
    ]),
    aheadGoal(results),
  ];
}

const peak: Aspect = (sample) => sample.peak;

function buildGoal(results: Results, set: string, tool: string, limit: number, how: string): Goal {
  const table = tableOf(results, "warm", set);
  const [row, plain] = [rowOf(table, tool), rowOf(table, "plain")];
  const whole = ratio(row, plain, wall);
  const phase = ratio(row, plain, buildPhase, wall);
  const goal = atMost(`Build of ${titleOf(set)}, warm, ${how}, against the plain script`, limit, whole);
  const alone = phase === undefined ? "" : ` (whole action), ${phase.toFixed(2)} (its build phase alone)`;
  return { ...goal, seen: `${goal.seen}${alone}` };
}

function uvGoal(results: Results, set: string): Goal {
  const table = tableOf(results, "warm", set);
  const seen = ratio(rowOf(table, "ours-stripped"), rowOf(table, "uv9"), wall);
  return atMost(`Build of ${titleOf(set)}, warm, without bytecode, against uv and \`zip -9\``, 0.5, seen);
}

function noChangeGoals(results: Results, set: string): readonly Goal[] {
  const table = tableOf(results, "no-change", set);
  const row = rowOf(table, "ours");
  const [calls, sent] = [middle(row, (sample) => sample.calls), middle(row, (sample) => sample.sent)];
  const times = ratio(row, rowOf(table, NODE), ({ cpu }) => cpu);
  return [
    {
      goal: `Nothing changed, ${titleOf(set)}: 2 calls, 0 bytes`,
      seen: calls === undefined ? "not measured" : `${calls} calls, ${sent} bytes`,
      reached: calls === undefined ? undefined : calls === 2 && sent === 0,
    },
    atMost(`Nothing changed, ${titleOf(set)}: CPU against \`node -e 0\``, 7, times, 1),
  ];
}

/** A cell in which a peer does better. */
export interface Win {
  readonly situation: Situation;
  readonly set: string;
  readonly tool: string;
  readonly what: "time" | "bytes" | "calls";
}

function aheadGoal(results: Results): Goal {
  const wins = results.tables.flatMap(({ situation, set, rows }) =>
    winsIn(rows).map((win) => ({ situation, set, ...win })),
  );
  const named = [...new Set(wins.map(({ tool, what, situation }) => `${titleOfTool(tool)} (${situation}, ${what})`))];
  return {
    goal: "Ahead of every peer in every cell of time, bytes and calls",
    seen: wins.length === 0 ? "no peer is ahead" : `ahead: ${named.join("; ")}`,
    reached: results.tables.length === 0 ? undefined : wins.length === 0,
  };
}

const CELLS = [
  ["time", wall],
  ["bytes", ({ sent }) => sent],
  ["calls", ({ calls }) => calls],
] as const satisfies readonly (readonly [Win["what"], Aspect])[];

/** The cells of a table in which a peer does better than this action as it is by default. */
export function winsIn(rows: readonly Row[]): readonly Pick<Win, "tool" | "what">[] {
  const ours = rows.find(({ tool }) => tool === "ours");
  const peers = rows.filter(({ tool }) => TOOLS.some(({ name, ours }) => name === tool && !ours));
  return peers.flatMap((row) =>
    CELLS.filter(([, aspect]) => isBelow(middle(row, aspect), middle(ours, aspect))).map(([what]) => ({
      tool: row.tool,
      what,
    })),
  );
}

/** Whether both are known and the first is smaller. */
export function isBelow(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one < other;
}

function atMost(goal: string, limit: number, seen: number | undefined, digits = 2): Goal {
  return {
    goal: `${goal}: at most ${limit}`,
    seen: seen === undefined ? "not measured" : seen.toFixed(digits),
    reached: seen === undefined ? undefined : seen <= limit,
  };
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

export function titleOf(set: string): string {
  return SETS.find(({ name }) => name === set)?.title ?? set;
}

function titleOfTool(tool: string): string {
  return TOOLS.find(({ name }) => name === tool)?.title ?? tool;
}
