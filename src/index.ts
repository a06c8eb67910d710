import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { describeFailure } from "./failure.js";
import { getInputs } from "./inputs.js";
import { createJournal } from "./journal.js";
import { deploy } from "./main.js";
import { outputsOf } from "./outputs.js";
import { publishReport, setOutputs } from "./publish-report.js";

// Compression runs in libuv's pool, which takes its size when it is first used: four threads, unless told before.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
// How often the AWS SDK tries a call; its own default is 3. https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
process.env.AWS_MAX_ATTEMPTS ??= "8";

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const temporaryDirectory = env.RUNNER_TEMP ?? tmpdir();
  const name = core.getInput("function-name");
  const journal = createJournal({ mode: "deploy", dryRun: false, function: { name } });
  try {
    const inputs = getInputs(env);
    if (inputs.mode === "report") {
      core.notice("Nothing is deployed on a pull request. Set `mode: deploy` to deploy all the same.");
      setOutputs(outputsOf(journal.facts("reported")));
      return;
    }
    const { dryRun, region } = inputs;
    journal.learn({ mode: inputs.mode, dryRun, function: { name: inputs.functionName.name, region } });
    const workDirectory = await mkdtemp(path.join(temporaryDirectory, "lambda-layers-deploy-"));
    try {
      const run = inputs.mode === "rollback" ? (await import("./rollback.js")).rollBack : deploy;
      const outcome = await run(inputs, journal, { env, workDirectory });
      await publishReport(journal.facts(outcome), temporaryDirectory);
    } finally {
      // What cannot be removed lies in RUNNER_TEMP, which the runner empties: no reason to fail a deploy.
      await rm(workDirectory, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    }
  } catch (error) {
    const { name: functionName, region } = journal.known().function ?? {};
    const failure = describeFailure(error, { ...(functionName && { functionName }), ...(region && { region }) });
    const outcome = journal.known().rollback?.outcome === "restored" ? "rolled-back" : "failed";
    await publishReport(journal.facts(outcome, failure), temporaryDirectory);
    core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
    core.setFailed([failure.message, failure.hint].filter((text) => text !== undefined).join(" "));
  }
}

await start(process.env);
