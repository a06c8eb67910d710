import type { Sample } from "./measure.ts";

/** One tool in one table. */
export interface Case {
  readonly tool: string;
  /** Done once and not measured: what an earlier run of the tool left behind. */
  readonly setup?: () => Promise<unknown>;
  /** However slow it is. */
  readonly everyRound?: true;
  /** Makes ready, measures, and gives a sample for each table that the rounds fill. */
  readonly run: (round: number) => Promise<readonly Sample[]>;
}

export interface Row {
  readonly tool: string;
  /** By round; undefined where the tool was left out. */
  readonly samples: readonly (Sample | undefined)[];
  readonly failed?: string;
}

/** A tool slower than this is measured in the first round only. */
export const SLOW_SECONDS = 8;

/** Rounds of what takes long and differs by so much that one more says little. */
export function fewer(rounds: number): number {
  return Math.ceil(rounds / 2);
}

/** The tool to which the others are compared. */
export const BASE = "plain";

/**
 * Runs all cases in rounds, each round beginning with another one, so that a busy minute of the machine hits all alike. Returns the
 * rows of each table.
 */
export async function compare(
  cases: readonly Case[],
  rounds: number,
  tables: number,
  say: (line: string) => void,
): Promise<readonly (readonly Row[])[]> {
  const samples = new Map(
    cases.map(({ tool }) => [tool, Array.from({ length: tables }, (): (Sample | undefined)[] => [])]),
  );
  const failed = new Map<string, string>();
  const attempt = async (tool: string, work: () => Promise<unknown>) => {
    if (failed.has(tool)) return;
    await work().catch((error: Error) => {
      failed.set(tool, error.message);
      say(`${tool} failed: ${error.message}`);
    });
  };
  for (const { tool, setup } of cases) {
    if (setup === undefined) continue;
    say(`${tool}: making ready`);
    await attempt(tool, setup);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { tool, everyRound, run } of rotated(cases, round)) {
      const mine = samples.get(tool) ?? [];
      if (tool !== BASE && !everyRound && mine.some(([first]) => first !== undefined && first.wall > SLOW_SECONDS))
        continue;
      await attempt(tool, async () => {
        const seen = await run(round);
        for (const [table, sample] of seen.entries()) (mine[table] ?? [])[round] = sample;
        const walls = seen.map(({ wall }) => `${wall.toFixed(2)} s`).join(", ");
        say(`round ${round + 1} of ${rounds}, ${tool}: ${walls}`);
      });
    }
  }
  return Array.from({ length: tables }, (_, table) =>
    cases.map(({ tool }): Row => {
      const reason = failed.get(tool);
      const mine = samples.get(tool)?.[table] ?? [];
      return { tool, samples: Array.from(mine), ...(reason !== undefined && { failed: reason }) };
    }),
  );
}

function rotated<T>(things: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(1, things.length);
  return [...things.slice(start), ...things.slice(0, start)];
}

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/** What is looked at of a sample. */
export type Aspect = (sample: Sample) => number | undefined;

export const wall: Aspect = (sample) => sample.wall;
export const cpu: Aspect = (sample) => sample.cpu;
/** Our build, up to the zip. */
export const buildPhase: Aspect = ({ phases }) => phases?.build;

/** The median of what a tool was seen to take. */
export function middle(row: Row | undefined, aspect: Aspect): number | undefined {
  return median((row?.samples ?? []).flatMap((sample) => (sample === undefined ? [] : (aspect(sample) ?? []))));
}

/** How much of what another tool takes this one takes: the median of the ratios of the rounds that have both. */
export function ratio(
  row: Row | undefined,
  base: Row | undefined,
  aspect: Aspect,
  baseAspect: Aspect = aspect,
): number | undefined {
  const ratios = (row?.samples ?? []).flatMap((sample, round) => {
    const other = base?.samples[round];
    if (sample === undefined || other === undefined) return [];
    const [value, whole] = [aspect(sample), baseAspect(other)];
    return value === undefined || whole === undefined || whole === 0 ? [] : [value / whole];
  });
  return median(ratios);
}
