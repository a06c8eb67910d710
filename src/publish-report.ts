import { mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import * as core from "@actions/core";
import { outputsOf } from "./outputs.js";
import type { Facts } from "./report/facts.js";
import { reportJson } from "./report/json.js";
import { renderSummary } from "./report/summary.js";

/** Writes the job summary, the report's two files and the outputs. Trouble with the report never fails a deploy. */
export async function publishReport(facts: Facts, temporaryDirectory: string): Promise<void> {
  try {
    const summary = renderSummary(facts);
    const directory = await mkdtemp(path.join(temporaryDirectory, "lambda-layers-deploy-report-"));
    const [markdownFile, jsonFile] = [path.join(directory, "report.md"), path.join(directory, "report.json")];
    await writeFile(markdownFile, summary);
    await writeFile(jsonFile, `${JSON.stringify(reportJson(facts), null, 2)}\n`);
    setOutputs({ ...outputsOf(facts), "report-path": markdownFile, "report-json": jsonFile });
    await core.summary.addRaw(summary, true).write();
  } catch (error) {
    core.warning(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    core.setOutput(name, value);
  }
}
