import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../../test/support/workspace.ts";
import { artifact, buildCases } from "./build.ts";
import type { Lab } from "./lab.ts";
import { run } from "./measure.ts";
import { compare, median } from "./rounds.ts";
import type { RequirementSet } from "./sets.ts";
import { unfit } from "./tools.ts";

/** How long the first import from a tool's layer takes. */
export interface ImportTime {
  readonly tool: string;
  /** Milliseconds of CPU, median of fresh processes. */
  readonly cpu: number;
}

const PROCESSES = 11;

// The same files as in another layer, or nothing built.
const SAME = ["uv9", "uv1", "ours-restored"];

/** Imports the set's modules from the layer that each tool made, in turns; builds what was not built yet. */
export async function timeImports(
  lab: Lab,
  set: RequirementSet,
  tools: readonly string[],
  say: (line: string) => void,
): Promise<readonly ImportTime[]> {
  if (set.imports.length === 0) return [];
  const layers = tools.filter((tool) => !SAME.includes(tool));
  const missing = buildCases(lab, set, "warm").filter(
    ({ tool }) => layers.includes(tool) && !unfit(tool, set) && !existsSync(artifact(lab, set, tool)),
  );
  await compare(missing, 1, 1, say);
  const directory = await temporaryDirectory("layers");
  const env = { PATH: process.env.PATH ?? "" };
  const built = layers.filter((tool) => existsSync(artifact(lab, set, tool)));
  for (const tool of built) {
    const words = [join(import.meta.dirname, "programs", "unpack.py"), artifact(lab, set, tool), join(directory, tool)];
    await run({ program: [lab.peers.target, ...words], cwd: directory, env });
  }
  const times = new Map(built.map((tool): [string, number[]] => [tool, []]));
  // The first turn only brings the files into memory.
  for (let turn = 0; turn <= PROCESSES; turn++) {
    for (const [tool, seen] of times) {
      try {
        const milliseconds = await importOnce(lab, set, join(directory, tool, "python"));
        if (turn > 0) seen.push(milliseconds);
      } catch (error) {
        say(`${tool} failed: ${(error as Error).message}`);
        times.delete(tool);
      }
    }
  }
  await rm(directory, { recursive: true, force: true });
  return [...times].map(([tool, seen]) => ({ tool, cpu: median(seen) ?? 0 }));
}

// As in Lambda: nothing of the machine's own packages, and no bytecode is written beside the layer's files.
async function importOnce(lab: Lab, { imports }: RequirementSet, layer: string): Promise<number> {
  const words = ["-I", "-S", "-B", join(import.meta.dirname, "programs", "imports.py"), layer, ...imports];
  const printed = await run({ program: [lab.peers.target, ...words], cwd: lab.scratch, env: { PATH: "" } });
  return Number(printed.trim().split("\n").at(-1));
}
