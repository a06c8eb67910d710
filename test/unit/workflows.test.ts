import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const directory = fileURLToPath(new URL("../../.github/workflows", import.meta.url));
const files = readdirSync(directory);

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

function read(file: string): {
  readonly text: string;
  readonly jobs: readonly [string, Job][];
  readonly workflow: Workflow;
} {
  const text = readFileSync(path.join(directory, file), "utf8");
  const workflow = parse(text) as Workflow;
  return { text, workflow, jobs: Object.entries(workflow.jobs) };
}

test("there are workflows to check", () => {
  expect(files).toContain("ci.yml");
});

describe.each(files)("%s", (file) => {
  const { text, jobs, workflow } = read(file);

  test("pins every action to a commit and says which version that is", () => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line) && !line.includes("uses: ./"));

    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("grants nothing to the whole workflow and says for each job what it needs", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(([, job]) => job.permissions === undefined).map(([name]) => name)).toEqual([]);
  });

  test("leaves no token behind in a checkout", () => {
    const checkouts = jobs.flatMap(([, job]) => job.steps).filter(({ uses }) => uses?.startsWith("actions/checkout@"));

    expect(checkouts.length).toBeGreaterThan(0);
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test("gives every job an end", () => {
    expect(jobs.filter(([, job]) => job["timeout-minutes"] === undefined).map(([name]) => name)).toEqual([]);
  });
});

test("one job waits for all others, so that a rule can demand a single check", () => {
  const { jobs } = read("ci.yml");
  const green = jobs.find(([name]) => name === "green")?.[1] as unknown as { needs: string[] };

  expect(green.needs.toSorted()).toEqual(
    jobs
      .map(([name]) => name)
      .filter((name) => name !== "green")
      .toSorted(),
  );
});
