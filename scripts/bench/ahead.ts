import { type Results, rowOf, type Situation, tableOf } from "./results.ts";
import { type Aspect, buildPhase, middle, type Row, ratio, wall } from "./rounds.ts";
import { SETS } from "./sets.ts";
import { TOOLS } from "./tools.ts";

/** What a cell shows. */
export type Measure = "time" | "bytes" | "calls";

/** Where peers do better than this action as it is by default, and why. */
export interface Ahead {
  readonly what: Measure;
  /** `warm builds` */
  readonly situations: readonly string[];
  /** Titles of the peers for which it is the same reason. */
  readonly tools: readonly string[];
  /** Of the tables. */
  readonly cells: number;
  readonly why: string;
}

const CELLS = [
  ["time", wall],
  ["bytes", ({ sent }) => sent],
  ["calls", ({ calls }) => calls],
] as const satisfies readonly (readonly [Measure, Aspect])[];

/** The cells of a table in which a peer does better. */
export function winsIn(rows: readonly Row[]): readonly { readonly tool: string; readonly what: Measure }[] {
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

const SITUATIONS: Readonly<Record<Situation, string>> = {
  warm: "warm builds",
  cold: "cold builds",
  "no-change": "nothing changed",
  "code-only": "code changed",
};

/** All cells in which a peer does better, by reason. */
export function ahead(results: Results): readonly Ahead[] {
  const wins = results.tables.flatMap(({ situation, rows }) =>
    winsIn(rows).map(({ tool, what }) => {
      const when = situation === "warm" || situation === "cold" ? "build" : "deploy";
      return { situation, tool, what, why: reason(results, tool, what, when) };
    }),
  );
  return [...Map.groupBy(wins, ({ what, why }) => `${what}: ${why}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const situations = [...new Set(own.map(({ situation }) => SITUATIONS[situation]))];
    const tools = TOOLS.filter(({ name }) => own.some(({ tool }) => tool === name)).map(({ title }) => title);
    return [{ what: first.what, situations, tools, cells: own.length, why: first.why }];
  });
}

function reason(results: Results, tool: string, what: Measure, when: "build" | "deploy"): string {
  switch (`${when} ${what}` as const) {
    case "build time":
      return `its build is no deploy and makes no bytecode; ${untilTheZip(results, tool)}`;
    case "build bytes":
      return tool === "sam"
        ? "it puts the zip into S3 as it is and without bytecode; a layer in a call is base64, a third more, and `s3-bucket` does without here"
        : "its build sends no layer";
    case "build calls":
      return "its build publishes nothing";
    case "deploy time":
      return "it makes no layer and looks at none";
    case "deploy bytes":
      return "it sends no version's description";
    case "deploy calls":
      return "it gives the new state no number, or one that does not say where it came from: PublishVersion is a call of its own here, as rollback reads the description. Another call reads the size of the live code from its zip";
  }
}

/** Our build without bytecode, up to the zip, beside the peer's. */
function untilTheZip(results: Results, tool: string): string {
  const times = inSets((set) => {
    const table = tableOf(results, "warm", set);
    return ratio(rowOf(table, "ours-stripped"), rowOf(table, tool), buildPhase, wall)?.toFixed(2);
  });
  const larger = inSets((set) => {
    const table = tableOf(results, "warm", set);
    const [one, ours] = [tool, "ours-stripped"].map((it) => middle(rowOf(table, it), ({ zip }) => zip));
    return one && ours && one > 1.02 * ours ? `${Math.round((one / ours - 1) * 100)} %` : undefined;
  });
  const sizes = larger === "" ? "" : `, and its layer is larger by ${larger}`;
  return `up to the zip and without bytecode this action takes ${times} of it${sizes}`;
}

function inSets(seen: (set: string) => string | undefined): string {
  const texts = SETS.flatMap(({ name, title }) => {
    const text = seen(name);
    return text === undefined ? [] : [`${text} (${title})`];
  });
  return new Intl.ListFormat("en-GB").format(texts);
}
