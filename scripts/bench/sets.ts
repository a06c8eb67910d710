import { join } from "node:path";

/** Requirements that all tools make a layer of. */
export interface RequirementSet {
  readonly name: "fastapi" | "pandas" | "native";
  readonly title: string;
  /** The requirements file. */
  readonly file: string;
  readonly architecture: "x86_64" | "arm64";
  /** What a function imports of them; nothing where the machine cannot run them. */
  readonly imports: readonly string[];
}

const machine = process.arch === "arm64" ? "arm64" : "x86_64";
const foreign = machine === "arm64" ? "x86_64" : "arm64";
const file = (name: string) => join(import.meta.dirname, "requirements", `${name}.txt`);

export const SETS: readonly RequirementSet[] = [
  {
    name: "fastapi",
    title: "FastAPI and boto3",
    file: file("fastapi"),
    architecture: machine,
    imports: ["fastapi", "mangum", "boto3"],
  },
  { name: "pandas", title: "pandas", file: file("pandas"), architecture: machine, imports: ["pandas"] },
  {
    name: "native",
    title: `Native packages for ${foreign}`,
    file: file("native"),
    architecture: foreign,
    imports: [],
  },
];

/** Whether a tool that installs for its own machine cannot serve the set. */
export function isForeign({ architecture }: RequirementSet): boolean {
  return architecture !== machine;
}
