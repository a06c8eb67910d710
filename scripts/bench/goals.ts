import { ahead } from "./ahead.ts";
import { type Results, rowOf, tableOf, titleOf } from "./results.ts";
import { type Aspect, buildPhase, cpu, middle, type Row, ratio, wall } from "./rounds.ts";
import { SHARES } from "./shares.ts";

export interface Goal {
  readonly goal: string;
  readonly seen: string;
  /** Undefined: not measured. */
  readonly reached: boolean | undefined;
  /** Where the time or the bytes go, for one that is not reached. */
  readonly why?: string | undefined;
}

/** The goals of this project for speed, and whether the run saw them reached. */
export function goals(results: Results): readonly Goal[] {
  return [
    buildGoal(results, "fastapi", "ours-stripped", 0.15, "without bytecode"),
    buildGoal(results, "pandas", "ours-stripped", 0.1, "without bytecode"),
    buildGoal(results, "fastapi", "ours", 0.33, "with bytecode"),
    buildGoal(results, "pandas", "ours", 0.25, "with bytecode"),
    uvGoal(results, "fastapi"),
    uvGoal(results, "pandas"),
    ...results.zips.map(({ set, ours, nine, zlib }) => ({
      ...atMost(`Layer of ${titleOf(set)}, bytes against \`zip -9\` of the same files`, 1.01, ours / nine, 3),
      why: `the zlib in Node is made for speed; zlib as its authors release it, which Python has, makes ${(zlib / nine).toFixed(3)} at the same level.`,
    })),
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
      {
        ...atMost(`Twice the ${title}: time`, 2.2, quotient(middle(twice, wall), middle(once, wall))),
        why: phaseGrowth(once, twice),
      },
      atMost(`Twice the ${title}: memory`, 2, quotient(middle(twice, peak), middle(once, peak))),
    ]),
    aheadGoal(results),
  ];
}

const peak: Aspect = (sample) => sample.peak;

function phaseGrowth(once: Row | undefined, twice: Row | undefined): string {
  const growth = ["build", "pack", "upload"].flatMap((phase) => {
    const [before, after] = [once, twice].map((row) => middle(row, ({ phases }) => phases?.[phase]));
    return before && after && before > 0.05 ? [`${phase} ${(after / before).toFixed(2)}`] : [];
  });
  return `by phase ${growth.join(", ")}; a build is uv and Python's compiler, which write a file for each module.`;
}

function buildGoal(results: Results, set: string, tool: string, limit: number, how: string): Goal {
  const name = `Build of ${titleOf(set)}, warm, ${how}, against the plain script`;
  return phaseGoal(results, { set, tool, base: "plain", limit, name });
}

function uvGoal(results: Results, set: string): Goal {
  const name = `Build of ${titleOf(set)}, warm, without bytecode, against uv and \`zip -9\``;
  return phaseGoal(results, { set, tool: "ours-stripped", base: "uv9", limit: 0.5, name });
}

interface PhaseGoal {
  readonly set: string;
  readonly tool: string;
  readonly base: string;
  readonly limit: number;
  readonly name: string;
}

/** A build ends with the zip, like that of the scripts: it is one phase of ours. */
function phaseGoal(results: Results, { set, tool, base, limit, name }: PhaseGoal): Goal {
  const table = tableOf(results, "warm", set);
  const [row, other, uv] = [tool, base, SHARES.uv].map((one) => rowOf(table, one));
  const goal = atMost(name, limit, ratio(row, other, buildPhase, wall));
  const whole = ratio(row, other, wall);
  const alone = ratio(uv, other, wall);
  return {
    ...goal,
    ...(whole !== undefined && { seen: `${goal.seen}, and ${whole.toFixed(2)} with the deploy` }),
    ...(alone !== undefined && { why: `what uv alone takes is ${alone.toFixed(2)}.` }),
  };
}

function noChangeGoals(results: Results, set: string): readonly Goal[] {
  const table = tableOf(results, "no-change", set);
  const row = rowOf(table, "ours");
  const [calls, sent] = [middle(row, (sample) => sample.calls), middle(row, (sample) => sample.sent)];
  const firstCall = middle(rowOf(table, SHARES.firstCall), cpu);
  const why = "see *Where the CPU of a run that changes nothing goes*.";
  const name = `Nothing changed, ${titleOf(set)}`;
  return [
    {
      goal: `${name}: 2 calls, 0 bytes`,
      seen: calls === undefined ? "not measured" : `${calls} calls, ${sent} bytes`,
      reached: calls === undefined ? undefined : calls === 2 && sent === 0,
    },
    { ...atMost(`${name}: CPU against \`node -e 0\``, 7, ratio(row, rowOf(table, SHARES.node), cpu), 1), why },
    { ...atMost(`${name}: CPU up to the first request, ms`, 80, firstCall && firstCall * 1000, 0), why },
  ];
}

function aheadGoal(results: Results): Goal {
  const cells = ahead(results).reduce((sum, one) => sum + one.cells, 0);
  return {
    goal: "Ahead of every peer in every cell of time, bytes and calls",
    seen: cells === 0 ? "no peer is ahead" : `a peer is ahead in ${cells} ${cells === 1 ? "cell" : "cells"}`,
    reached: results.tables.length === 0 ? undefined : cells === 0,
    why: "see *Where another tool is ahead*.",
  };
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
