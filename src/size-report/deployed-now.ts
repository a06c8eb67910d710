import { describeFailure } from "../failure.js";
import type { CodePackage } from "../function/code.js";
import type { AwsInputs, Inputs } from "../inputs.js";
import type { Journal } from "../journal.js";
import type { Environment } from "../machine/environment.js";
import type { SizeReport } from "../report/size-facts.js";
import type { Base } from "./baseline.js";
import {
  findInAws,
  type InAws,
  knowsAws,
  type LiveFunction,
  type LiveInside,
  lookInside,
  readLiveFunction,
} from "./live-function.js";
import type { HeadDependencies } from "./measure-head.js";
import { fingerprintOf, type Measuring } from "./measure-layer.js";
import { otherSizes } from "./other-sizes.js";

/** The live function, where the credentials for it are at hand. */
export async function deployedNow(
  inputs: Inputs,
  journal: Journal,
  env: Environment,
): Promise<LiveFunction | undefined> {
  return knowsAws(inputs, env)
    ? journal.step("Deployed now", "find", () => orNotice(inputs, journal, () => readLive(inputs, journal)))
    : undefined;
}

async function readLive(inputs: AwsInputs, journal: Journal): Promise<LiveFunction | undefined> {
  const live = await readLiveFunction(inputs, journal);
  const { name } = inputs.functionName;
  journal.say(
    live === undefined
      ? `There is no function ${name} with a zip in ${inputs.region}.`
      : `${name}: ${live.state.runtime}, ${live.state.architecture}.`,
  );
  return live;
}

/** What AWS does not tell is missing in the report, and no failure. */
async function orNotice<T>(inputs: Inputs, journal: Journal, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { message, hint } = describeFailure(error, {
      functionName: inputs.functionName.name,
      region: inputs.region,
    });
    const text = `What is deployed now could not be read: ${message}${hint === undefined ? "" : ` ${hint}`}`;
    journal.notice({ level: "note", text });
    return undefined;
  }
}

/** What is inside of the live function, as far as AWS tells. */
export async function insideNow(
  inputs: Inputs,
  journal: Journal,
  live: LiveFunction | undefined,
  code: CodePackage,
): Promise<LiveInside | undefined> {
  return live && orNotice(inputs, journal, () => lookInside(live, inputs, code));
}

/** Where AWS has the layer already; undefined: nobody knows. */
export async function layerInAws(
  measuring: Measuring,
  live: LiveFunction | undefined,
  head: HeadDependencies,
): Promise<InAws | undefined> {
  if (live === undefined || head.outcome === "unreadable" || head.dependencies.outcome !== "found") {
    return undefined;
  }
  const { inputs, journal } = measuring;
  const hash = fingerprintOf(measuring, head.dependencies);
  return orNotice(inputs, journal, () => findInAws(live, inputs.layerName, hash));
}

/** The layers beside ours that the function is to have. */
export function otherLayersOf(
  { layers }: Inputs,
  inside: LiveInside | undefined,
  { kept }: Base,
): SizeReport["otherLayers"] {
  if (inside !== undefined) {
    return otherSizes(inside.others);
  }
  if (layers === undefined) {
    return kept?.entry.otherLayers;
  }
  return layers.length === 0 ? otherSizes([]) : undefined;
}
