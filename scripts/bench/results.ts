import type { ImportTime } from "./imports.ts";
import type { Row } from "./rounds.ts";
import { SETS } from "./sets.ts";

export type Situation = "warm" | "cold" | "no-change" | "code-only";

/** What the tools took in one situation with one set. */
export interface Table {
  readonly situation: Situation;
  readonly set: string;
  readonly rows: readonly Row[];
}

/** How our time and memory grow. */
export interface Scale {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Bytes of our layer without bytecode, and of the same files zipped by others. */
export interface ZipSizes {
  readonly set: string;
  readonly ours: number;
  /** `zip -9`. */
  readonly nine: number;
  /** Python's zipfile at our level: zlib as its authors ship it. */
  readonly zlib: number;
}

/** Everything that a run saw; the document is made of it alone. */
export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly minutes: number;
  readonly rounds: number;
  readonly tables: readonly Table[];
  readonly zips: readonly ZipSizes[];
  readonly imports: readonly { readonly set: string; readonly times: readonly ImportTime[] }[];
  readonly scales: readonly Scale[];
  /** Parts that were measured once more than the rest, after a change. */
  readonly again?: readonly string[];
  /** Peers that are in no table, and why. */
  readonly skipped: readonly { readonly tool: string; readonly set: string; readonly reason: string }[];
}

/** The table of a situation, if it was measured. */
export function tableOf({ tables }: Results, situation: Situation, set: string): Table | undefined {
  return tables.find((table) => table.situation === situation && table.set === set);
}

/** A run's results, with those of parts that were measured again in the places of the older ones. */
export function measuredAgain(before: Results, again: Results, parts: readonly string[]): Results {
  return {
    ...before,
    minutes: before.minutes + again.minutes,
    again: [...new Set([...(before.again ?? []), ...parts])],
    tables: replaced(before.tables, again.tables, ({ situation, set }) => `${situation} ${set}`),
    zips: replaced(before.zips, again.zips, ({ set }) => set),
    imports: replaced(before.imports, again.imports, ({ set }) => set),
    scales: replaced(before.scales, again.scales, ({ title }) => title),
  };
}

function replaced<T>(before: readonly T[], again: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  const newer = new Map(again.map((thing) => [nameOf(thing), thing]));
  return before.map((thing) => newer.get(nameOf(thing)) ?? thing);
}

/** A tool's row. */
export function rowOf(table: { readonly rows: readonly Row[] } | undefined, tool: string): Row | undefined {
  return table?.rows.find((row) => row.tool === tool);
}

/** A set's name for the reader. */
export function titleOf(set: string): string {
  return SETS.find(({ name }) => name === set)?.title ?? set;
}
