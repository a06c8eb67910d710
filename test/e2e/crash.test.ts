import { InvokeCommand, ListVersionsByFunctionCommand } from "@aws-sdk/client-lambda";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { AwsError } from "../support/aws/lambda/texts.ts";
import { lambdaOf } from "../support/aws/sdk.ts";
import { type Content, filesOf, makePast, OLD, type Past, publish, restorePast } from "../support/past.ts";
import { rawZip } from "../support/raw-archives.ts";
import { setStage } from "../support/stage.ts";
import { createWorkspace } from "../support/workspace.ts";

const NAME = "orders";
const LAYER = `${NAME}-dependencies`;
const stage = setStage();

let past: Past;
beforeAll(async () => {
  past = await makePast(stage, NAME);
});

interface Scenario {
  readonly before: "fat" | "layered" | "missing";
  readonly wanted: Content;
  readonly alias: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  /** How many lists of layer versions do not show a new one yet. */
  readonly lag?: number;
}

const CODE = { code: "new", dep: "1.0" };
const DEPENDENCIES = { code: "old", dep: "2.0" };
const BOTH = { code: "new", dep: "2.0" };
const scenarios: Readonly<Record<string, Scenario>> = {
  "a migration": { before: "fat", wanted: BOTH, alias: false },
  "a migration that makes the alias": { before: "fat", wanted: BOTH, alias: true },
  "new code": { before: "layered", wanted: CODE, alias: false },
  "new code behind an alias": { before: "layered", wanted: CODE, alias: true },
  "new dependencies": { before: "layered", wanted: DEPENDENCIES, alias: false },
  "new dependencies behind an alias": { before: "layered", wanted: DEPENDENCIES, alias: true },
  "both, with a check, behind an alias": {
    before: "layered",
    wanted: BOTH,
    alias: true,
    inputs: { "smoke-tests": "GET / 200" },
  },
  "a new function": { before: "missing", wanted: BOTH, alias: false },
  "a new function with an alias": { before: "missing", wanted: BOTH, alias: true },
  "new dependencies that are listed late": { before: "layered", wanted: DEPENDENCIES, alias: false, lag: 3 },
  "both behind an alias, listed late": { before: "layered", wanted: BOTH, alias: true, lag: 3 },
};

/** The nth call of an operation, killed before AWS did it or after that. */
interface Moment {
  readonly op: string;
  readonly nth: number;
  readonly applied: boolean;
  /** A layer version may be published that no function has yet. */
  readonly unattached: boolean;
}

describe.concurrent("a deploy that is killed", () => {
  it.each(Object.entries(scenarios))(
    "during %s is completed by the next run, whichever call it was",
    async (_, scenario) => {
      const undisturbed = await attempt(scenario);
      expect(undisturbed).toMatchObject({ problems: [] });
      const moments = momentsOf(undisturbed.ops);
      expect(moments.length).toBeGreaterThan(5);

      const problems = [];
      for (const moment of moments) {
        const { problems: found } = await attempt(scenario, moment);
        problems.push(
          ...found.map((problem) => `${moment.applied ? "after" : "before"} ${moment.op} ${moment.nth}: ${problem}`),
        );
      }
      expect(problems).toEqual([]);
    },
    300_000,
  );
});

/** Every call: before it and, when it writes, after it. Between two reads nothing happens, so they are one moment. */
function momentsOf(ops: readonly string[]): readonly Moment[] {
  const published = ops.indexOf("PublishLayerVersion");
  const attached = ops.findIndex((op, index) => index > published && isWrite(op));
  return ops.flatMap((op, index) => {
    const nth = ops.slice(0, index + 1).filter((other) => other === op).length;
    const moment = (applied: boolean): Moment => {
      const done = applied ? index + 1 : index;
      return { op, nth, applied, unattached: published >= 0 && done > published && done <= attached };
    };
    if (isWrite(op)) return [moment(false), moment(true)];
    const previous = ops[index - 1];
    return previous === undefined || isWrite(previous) ? [moment(false)] : [];
  });
}

function isWrite(op: string): boolean {
  return /^(Publish|Update|Create)/.test(op);
}

interface Attempt {
  /** The API's calls of the first run. */
  readonly ops: readonly string[];
  readonly problems: readonly string[];
}

/** Deploys in an AWS of its own; with a moment, the process is killed then and the deploy runs a second time. */
async function attempt(scenario: Scenario, moment?: Moment): Promise<Attempt> {
  const aws = await startEmulator({ motoPort: inject("motoPort"), polls: 0 });
  try {
    const inputs = await prepare(aws, scenario);
    aws.behaviour.listingLag = scenario.lag ?? 0;
    const before = await countsOf(aws);
    aws.resetCalls();
    const workspace = await createWorkspace({ files: filesOf(scenario.wanted) });
    let kill = () => {};
    const onStart = (end: () => void) => {
      kill = end;
    };
    if (moment !== undefined) killAt(aws, moment, () => kill());
    const deploy = () => stage.run(workspace, inputs, { env: aws.env, onStart });
    let run = await deploy();
    const ops = aws.calls.map(({ op }) => op).filter((op) => op !== "location.GetObject");
    if (moment !== undefined) {
      if (run.outputs.changed !== undefined) return { ops, problems: ["it was not killed"] };
      run = await deploy();
    }
    return { ops, problems: await problemsOf(aws, scenario, moment, before, run) };
  } finally {
    await aws.stop();
  }
}

function killAt(aws: Emulator, { op, nth, applied }: Moment, kill: () => void): void {
  const run = () => {
    kill();
    if (!applied) throw new AwsError(500, "ServiceException", "Nobody is there to read this.");
  };
  aws.fault({ op, after: nth - 1, do: { kind: "meanwhile", run } });
}

async function problemsOf(
  aws: Emulator,
  { wanted, alias, lag = 0 }: Scenario,
  moment: Moment | undefined,
  before: Counts,
  run: Awaited<ReturnType<typeof stage.run>>,
): Promise<readonly string[]> {
  if (run.exitCode !== 0) return [`the next run fails: ${run.annotations.error[0]?.message}`];
  const after = await countsOf(aws);
  const versions = after.versions - before.versions;
  const layers = after.layers - before.layers;
  // Nobody can know of a version that is neither attached nor listed yet: it stays behind, and nothing uses it.
  const orphans = lag > 0 && moment?.unattached ? 1 : 0;
  const neededLayers = wanted.dep === OLD.dep ? 0 : 1;
  const latest = await answer(aws, "$LATEST");
  const shown = alias ? await answer(aws, "live") : latest;
  return [
    ...(same(latest, wanted) ? [] : [`$LATEST answers ${JSON.stringify(latest)}`]),
    ...(same(shown, wanted) ? [] : [`the alias answers ${JSON.stringify(shown)}`]),
    ...(layers < neededLayers || layers > neededLayers + orphans ? [`${layers} layer versions are new`] : []),
    // Without an alias, a version that was lost is published by the next run that changes something.
    ...(versions > 1 || (alias && versions !== 1) ? [`${versions} versions are new`] : []),
  ];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

interface Counts {
  readonly layers: number;
  readonly versions: number;
}

async function countsOf(aws: Emulator): Promise<Counts> {
  const listed = await lambdaOf(aws)
    .send(new ListVersionsByFunctionCommand({ FunctionName: NAME }))
    .catch(() => undefined);
  return { layers: aws.layerVersions(LAYER).length, versions: listed?.Versions?.length ?? 1 };
}

async function answer(aws: Emulator, Qualifier: string): Promise<unknown> {
  const reply = await lambdaOf(aws).send(new InvokeCommand({ FunctionName: NAME, Qualifier, Payload: "{}" }));
  const { code, dep } = JSON.parse(reply.Payload?.transformToString() ?? "{}");
  return { code, dep };
}

/** Makes what was there before, and gives the inputs of the deploy. */
async function prepare(aws: Emulator, { before, alias, inputs }: Scenario): Promise<Record<string, string>> {
  const common = { "function-name": NAME, ...(alias && { "alias-name": "live" }), ...inputs };
  if (before === "missing") {
    // Makes the role too.
    await aws.createFunction({ name: "other", zip: past.zip });
    return {
      ...common,
      role: `arn:aws:iam::${aws.account}:role/lambda`,
      handler: "app.handler",
      runtime: "python3.11",
    };
  }
  if (before === "layered") {
    await restorePast(aws, NAME, past);
    if (alias) await publish(aws, NAME, "live");
  } else {
    const fat = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return {}\n" }]);
    await aws.createFunction({ name: NAME, zip: fat, handler: "app.handler" });
  }
  return common;
}
