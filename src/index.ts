import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { annotationOf } from "./annotation.js";
import { describeFailure, placeOf } from "./failure.js";
import { getInputs, type Inputs } from "./inputs.js";
import { createJournal, type Journal } from "./journal.js";
import { deploy } from "./main.js";
import { publishReport } from "./publish-report.js";
import type { Facts, Failure } from "./report/facts.js";
import { lastLine } from "./report/last-line.js";

// Compression runs in libuv's pool, which takes its size when it is first used: four threads, unless told before.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
// How often the AWS SDK tries a call; its own default is 3. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
process.env.AWS_MAX_ATTEMPTS ??= "8";

/** Loaded when it is told: most runs are deploys that change nothing, and are to start fast. */
const STORIES = {
  deploy: async () => deploy,
  rollback: async () => (await import("./rollback.js")).rollBack,
  report: async () => (await import("./size-report/report-sizes.js")).reportSizes,
} as const;

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const temporaryDirectory = env.RUNNER_TEMP ?? tmpdir();
  const name = core.getInput("function-name");
  const journal = createJournal({ mode: "deploy", dryRun: false, function: { name } });
  let inputs: Inputs | undefined;
  const publish = async (facts: Facts) => {
    await publishReport(facts, temporaryDirectory);
    if (inputs?.mode === "report") {
      const { comment } = await import("./comment.js");
      await comment(facts, inputs, env);
    }
  };
  try {
    inputs = getInputs(env);
    journal.mask([inputs.githubToken].filter((token) => token !== undefined));
    const { dryRun, region } = inputs;
    journal.learn({ mode: inputs.mode, dryRun, function: { name: inputs.functionName.name, region } });
    const workDirectory = await mkdtemp(path.join(temporaryDirectory, "lambda-layers-deploy-"));
    try {
      const tell = await STORIES[inputs.mode]();
      const outcome = await tell(inputs, journal, { env, workDirectory });
      const facts = journal.facts(outcome);
      await publish(facts);
      journal.say(lastLine(facts));
    } finally {
      remove(workDirectory);
    }
  } catch (error) {
    const failure = describeFailure(error, placeOf(journal.known()));
    const outcome = journal.known().putBack?.outcome === "restored" ? "rolled-back" : "failed";
    await publish(journal.facts(outcome, failure));
    core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    show(failure, journal);
  }
}

/** Synchronous: one call of Node's own for thousands of installed files, in a third of the CPU. */
function remove(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // It lies in RUNNER_TEMP, which the runner empties: no reason to fail a deploy.
  }
}

/** One annotation; where it does not hold everything, the log does. */
function show(failure: Failure, journal: Journal): void {
  const annotation = annotationOf(failure);
  if (!annotation.startsWith(failure.message)) {
    for (const line of failure.message.split("\n")) {
      // At the start of a line, a name from outside could be a command.
      journal.say(`| ${line}`);
    }
  }
  core.setFailed(annotation);
}

await start(process.env);
