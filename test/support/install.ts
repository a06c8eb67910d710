import { join } from "node:path";
import { inject } from "vitest";
import type { FoundDependencies } from "../../src/dependencies/find.ts";
import { normaliseName } from "../../src/dependencies/requirement-line.ts";
import { type Installed, install } from "../../src/layer/install.ts";
import { targetOf } from "../../src/layer/target.ts";
import { indexEnvironment, machineEnvironment, searchPath } from "./machine.ts";
import { temporaryDirectory } from "./workspace.ts";

/** Dependencies as a requirements file with these lines gives them. */
export function dependenciesOf(
  lines: readonly string[],
  others: Partial<Omit<FoundDependencies, "outcome" | "requirements">> = {},
): FoundDependencies {
  return {
    outcome: "found",
    files: ["requirements.txt"],
    requirements: lines.map(requirementOf),
    constraints: [],
    indexArguments: [],
    resolverArguments: [],
    pathDependencies: [],
    excluded: [],
    allowSource: [],
    secrets: [],
    ...others,
  };
}

export function requirementOf(line: string): FoundDependencies["requirements"][number] {
  const name = normaliseName(/^[A-Za-z0-9._-]+/.exec(line)?.[0] ?? "");
  return { line, canonical: line, name, pinned: line.includes("==") };
}

/** The runner's environment with uv of the tests on PATH and a cache that the tests of one run share. */
export function installerEnvironment(): Record<string, string> {
  return {
    ...machineEnvironment(),
    ...indexEnvironment(),
    PATH: searchPath(join(inject("uv"), "..")),
    HOME: process.env.HOME ?? "",
    UV_CACHE_DIR: join(process.env.TEST_TEMP ?? "", "uv-cache"),
  };
}

/** Installs into a new directory; by default for python3.11 on x86_64. */
export async function installInto(request: {
  readonly dependencies: FoundDependencies;
  readonly runtime?: string;
  readonly architecture?: "x86_64" | "arm64";
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}): Promise<Installed> {
  const { dependencies, runtime = "python3.11", architecture = "x86_64", onLine } = request;
  return install({
    dependencies,
    target: targetOf(runtime, architecture),
    workDirectory: await temporaryDirectory("install"),
    workspace: request.workspace ?? (await temporaryDirectory("workspace")),
    env: { ...installerEnvironment(), ...request.env },
    ...(onLine && { onLine }),
  });
}
