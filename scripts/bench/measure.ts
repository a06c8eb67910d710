import { spawn } from "node:child_process";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../../test/support/workspace.ts";

/** What one run took. */
export interface Sample {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of user and system time of the whole process tree. */
  readonly cpu: number;
  /** Bytes of the largest process. */
  readonly peak: number;
  /** Requests to AWS. */
  readonly calls?: number;
  /** The same by operation. */
  readonly operations?: Readonly<Record<string, number>>;
  /** Bytes of their bodies. */
  readonly sent?: number;
  /** Seconds of each of our own phases. */
  readonly phases?: Readonly<Record<string, number>>;
  /** Bytes of the layer's zip. */
  readonly zip?: number;
}

export interface Command {
  readonly program: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const PROGRAM = join(import.meta.dirname, "programs", "measure.py");
const MINUTES = 10;

/** The command's words behind those of the program that measures it, and how to read what it measured. */
export async function meter(python: string) {
  const result = join(await temporaryDirectory("measured"), "result.json");
  return {
    words: [python, "-I", "-S", PROGRAM, result],
    read: async (): Promise<Sample> => JSON.parse(await readFile(result, "utf8")) as Sample,
  };
}

/** Runs a command and measures it. Throws with its last lines when it fails. */
export async function measure(python: string, { program, cwd, env }: Command): Promise<Sample> {
  const { words, read } = await meter(python);
  await run({ program: [...words, ...program], cwd, env });
  return read();
}

/** Runs a command; returns what it prints. Throws with its last lines when it fails. */
export async function run({ program, cwd, env }: Command): Promise<string> {
  const [command = "", ...words] = program;
  const child = spawn(command, words, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: MINUTES * 60_000 });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  const output = Buffer.concat(chunks).toString();
  if (process.env.BENCH_LOG) await appendFile(process.env.BENCH_LOG, `$ ${program.join(" ")}\n${output}\n`);
  if (code === 0) return output;
  throw new Error(`${words.at(-1) ?? command} ended with ${code}: ${lastLines(output)}`);
}

function lastLines(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-3).join(" ").slice(-400);
}
