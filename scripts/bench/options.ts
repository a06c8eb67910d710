import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SETS } from "./sets.ts";
import { TOOLS } from "./tools.ts";

export const PARTS = ["build", "deploy", "imports", "scale"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly Part[];
  readonly sets: readonly string[];
  readonly tools: readonly string[];
  readonly rounds: number;
  readonly temperatures: readonly ("warm" | "cold")[];
  /** Where peers, caches and results lie; kept for the next run. */
  readonly scratch: string;
  /** dist/index.js of aws-lambda-deploy. */
  readonly ald: string | undefined;
  /** The parts replace those of the last whole run, and the document is written. */
  readonly again: boolean;
  /** Writes the document from the results of the run before. */
  readonly render: boolean;
  /** Everything was measured, in more than a hurry: the document is written. */
  readonly whole: boolean;
}

const USAGE = `npm run bench -- [part ...] [options]
  parts: ${PARTS.join(", ")}; all when none is named; render: writes the document from the last run
  --sets a,b      of ${SETS.map(({ name }) => name).join(", ")}
  --peers a,b     of ${TOOLS.filter(({ ours }) => !ours)
    .map(({ name }) => name)
    .join(", ")}
  --rounds n      3 when not given
  --again         puts the parts into the results of the run before, and writes the document
  --quick         one round without cold builds and scale; writes no document
  --scratch dir   where peers and caches are kept, BENCH_SCRATCH, or a folder in the temporary directory
  --ald file      dist/index.js of aws-actions/aws-lambda-deploy, to measure it too`;

/** Reads the command line. Throws with the usage when it asks for something unknown. */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parse(words);
  const known = (what: string, given: readonly string[], all: readonly string[]) => {
    const unknown = given.filter((name) => !all.includes(name));
    if (unknown.length > 0) throw new Error(`There is no ${what} ${unknown.join(", ")}.\n${USAGE}`);
    return given;
  };
  const render = positionals.includes("render");
  const quick = values.quick === true;
  const every: readonly Part[] = quick ? ["build", "deploy", "imports"] : PARTS;
  const named = known(
    "part",
    positionals.filter((word) => word !== "render"),
    PARTS,
  ) as readonly Part[];
  const sets =
    values.sets === undefined
      ? SETS.map(({ name }) => name)
      : known(
          "set",
          list(values.sets),
          SETS.map(({ name }) => name),
        );
  const names = TOOLS.map(({ name }) => name);
  const peers = values.peers === undefined ? names : known("peer", list(values.peers), names);
  const rounds = Number(values.rounds ?? (quick ? 1 : 3));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds must be a number.\n${USAGE}`);
  return {
    parts: named.length > 0 ? named : every,
    sets,
    tools: TOOLS.filter(({ name, ours }) => ours || name === "plain" || peers.includes(name)).map(({ name }) => name),
    rounds,
    temperatures: quick ? ["warm"] : ["warm", "cold"],
    scratch: values.scratch ?? process.env.BENCH_SCRATCH ?? join(tmpdir(), "lambda-layers-deploy-bench"),
    ald: values.ald,
    again: values.again === true,
    render,
    whole: named.length === 0 && values.sets === undefined && values.peers === undefined && !quick,
  };
}

function parse(words: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        sets: text,
        peers: text,
        rounds: text,
        scratch: text,
        ald: text,
        quick: { type: "boolean" },
        again: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function list(value: string): readonly string[] {
  return value.split(",").filter((word) => word !== "");
}
