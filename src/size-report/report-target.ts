import { type Architecture, RUNTIMES, type Runtime, type Target, targetOf } from "../layer/target.js";
import type { Notice } from "../report/facts.js";
import type { SizeReport } from "../report/size-facts.js";
import type { ProjectPython } from "./project-python.js";

/** What says for which Python and processor the sizes are counted. */
export interface TargetHints {
  readonly input: { readonly runtime: Runtime | undefined; readonly architecture: Architecture | undefined };
  /** Of the live function. */
  readonly live: { readonly runtime: string | undefined; readonly architecture: Architecture } | undefined;
  readonly baseline: { readonly runtime: Runtime; readonly architecture: Architecture } | undefined;
  readonly project: ProjectPython | undefined;
}

export interface ReportTarget {
  readonly target: Target;
  readonly from: SizeReport["targetFrom"];
  /** Somebody who knows says which runtime; else a package without a wheel for it is no fault of the change. */
  readonly certain: boolean;
  readonly notices: readonly Notice[];
}

/** The runtime and architecture of a report: from the one that knows best, else the newest and x86_64. Pure. */
export function chooseTarget({ input, live, baseline, project }: TargetHints): ReportTarget {
  const liveRuntime = RUNTIMES.find((runtime) => runtime === live?.runtime);
  const [runtime, runtimeFrom] =
    firstKnown([
      [input.runtime, "input"],
      [liveRuntime, "live"],
      [baseline?.runtime, "baseline"],
      [project?.runtime, project?.from ?? "guess"],
    ]) ?? ([RUNTIMES[RUNTIMES.length - 1] ?? RUNTIMES[0], "guess"] as const);
  const [architecture, architectureFrom] =
    firstKnown([
      [input.architecture, "input"],
      [live?.architecture, "live"],
      [baseline?.architecture, "baseline"],
    ]) ?? (["x86_64", "guess"] as const);
  const from = { runtime: runtimeFrom, architecture: architectureFrom };
  const certain = CERTAIN.includes(runtimeFrom);
  return { target: targetOf(runtime, architecture), from, certain, notices: guessNotice(runtime, architecture, from) };
}

type Source = SizeReport["targetFrom"]["runtime"];

const CERTAIN: readonly Source[] = ["input", "live", "baseline"];

function firstKnown<T>(hints: readonly (readonly [T | undefined, Source])[]): readonly [T, Source] | undefined {
  const [value, source] = hints.find(([known]) => known !== undefined) ?? [];
  return value === undefined || source === undefined ? undefined : [value, source];
}

function guessNotice(runtime: string, architecture: string, from: SizeReport["targetFrom"]): readonly Notice[] {
  const guessed = [from.runtime === "guess" && "runtime", from.architecture === "guess" && "architectures"];
  const inputs = guessed.filter((name) => name !== false).map((name) => `\`${name}\``);
  if (inputs.length === 0) {
    return [];
  }
  const text = `Counted for ${runtime} on ${architecture}, since nothing says what the function has. Set ${inputs.join(" and ")}.`;
  return [{ level: "note", text }];
}
