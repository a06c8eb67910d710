import { mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import * as core from "@actions/core";
import { outputsOf } from "./outputs.js";
import type { Facts } from "./report/facts.js";
import { reportJson } from "./report/json.js";
import { renderSummary } from "./report/summary.js";

/** Sets the outputs, writes the report's two files and the job summary. Trouble with one stops no other, and fails no deploy. */
export async function publishReport(facts: Facts, temporaryDirectory: string): Promise<void> {
  const save = async (name: string, text: string) => {
    const directory = await mkdtemp(path.join(temporaryDirectory, "lambda-layers-deploy-report-"));
    const file = path.join(directory, name);
    await writeFile(file, text);
    return file;
  };
  let rendered: string | undefined;
  const markdown = () => {
    rendered ??= renderSummary(facts);
    return rendered;
  };
  await attempt("outputs", async () => setOutputs(outputsOf(facts)));
  await attempt("report as JSON", async () =>
    setOutputs({ "report-json": await save("report.json", `${JSON.stringify(reportJson(facts), null, 2)}\n`) }),
  );
  await attempt("report", async () => setOutputs({ "report-path": await save("report.md", markdown()) }));
  await attempt("job summary", () => core.summary.addRaw(markdown(), true).write());
}

async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    core.warning(`The ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    core.setOutput(name, value);
  }
}
