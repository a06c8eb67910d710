import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { repository } from "./machine.ts";
import type { ActionRun } from "./runner.ts";

/** What a run tells, everywhere where it tells something. */
export interface Told {
  /** The file of `report-json`, read. */
  readonly json: ReportFile;
  /** The file of `report-path`. */
  readonly markdown: string;
  /** Log, summary, outputs and both files; of the log all but the commands that only tell the runner what to mask. */
  readonly everything: string;
}

/** The parts of the JSON report that tests look at. */
export interface ReportFile {
  readonly outcome: string;
  readonly plan: readonly { readonly action: string; readonly reason: string }[];
  readonly error?: { readonly message: string; readonly hint?: string; readonly code: string };
  readonly calls: Readonly<Record<string, number>>;
  readonly function: { readonly arn?: string; readonly runtime?: string };
  readonly code?: { readonly before?: FileSize; readonly after?: FileSize };
  readonly layer?: {
    readonly source: string;
    readonly fingerprint?: string;
    readonly reason: string;
    readonly before?: FileSize;
    readonly after?: FileSize;
    readonly packages: readonly unknown[];
    readonly changes: readonly unknown[];
  };
  readonly limits?: { readonly used?: number };
  readonly baseline?: { readonly source: string; readonly branch?: string; readonly commit?: string };
}

interface FileSize {
  readonly files?: number;
  readonly zipped?: number;
  readonly unzipped?: number;
}

const schema = JSON.parse(readFileSync(join(repository, "docs", "report.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** Reads both report files; the JSON one must fit its schema. */
export async function readReport(run: ActionRun): Promise<Told> {
  const [markdown = "", text = ""] = await Promise.all(
    ["report-path", "report-json"].map((name) => readFile(run.outputs[name] ?? `no output ${name}`, "utf8")),
  );
  const json = JSON.parse(text);
  validate(json);
  expect(validate.errors, text).toBeNull();
  const log = run.rawOutput.replaceAll(/^::add-mask::.*$/gm, "");
  return { json, markdown, everything: [log, run.summary, JSON.stringify(run.outputs), markdown, text].join("\n") };
}

/** How a summary reads on the page, without its markup. */
function asRead(markdown: string): string {
  return markdown
    .replaceAll("<br>", "\n")
    .replaceAll(/<\/?(code|b|sub)>/g, "")
    .replaceAll("&#8203;", "")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** How many sentences a text has; what is quoted is one word of them. */
function sentencesIn(text: string): number {
  const words = text.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, "x");
  return [...words.matchAll(/[.!?](?=\s|$)/g)].length;
}

/** GitHub cuts what is longer. */
const ANNOTATION_LIMIT = 4096;

interface Failing {
  /** In the sentence or in the next step. */
  readonly says: readonly (string | RegExp)[];
  /** The message is a list, one line for each problem. */
  readonly lists?: boolean;
  readonly secrets: readonly string[];
}

/** A failed run tells why: one annotation, one sentence and one next step, everywhere the same, and no secret anywhere. */
export async function expectFailure(run: ActionRun, { says, lists = false, secrets }: Failing): Promise<Told> {
  expect.soft(run.exitCode, run.stdout).toBe(1);
  expect.soft(run.issued.error, run.stdout).toBe(1);
  const told = await readReport(run);
  const { message = "", hint = "" } = told.json.error ?? {};
  const [annotation] = run.annotations.error;
  const text = `${message}${lists ? "\n" : " "}${hint}`;

  expect.soft(told.json.outcome).toMatch(/^(failed|rolled-back)$/);
  const shown = annotation?.message ?? "";
  expect.soft(run.stdout).toContain(`##[error]${shown}`);
  if (text.length <= ANNOTATION_LIMIT) {
    expect.soft(shown).toBe(text);
  } else {
    expect.soft(shown.length).toBeLessThanOrEqual(ANNOTATION_LIMIT);
    const [lines = "", rest] = shown.split("\nThe rest is in the log and in the summary. ");
    expect.soft(rest).toBe(hint);
    expect.soft(message.startsWith(`${lines}\n`), "ends with a whole line").toBe(true);
    const log = run.stdout.split("\n");
    for (const line of message.split("\n")) expect.soft(log).toContain(`| ${line}`);
  }
  for (const part of says) expect.soft(text).toMatch(part);
  expect.soft(text).not.toMatch(/undefined|\[object|Unexpected token|at .*\.js:\d+/);
  if (!lists) {
    expect.soft(message).toMatch(/^[^\n]*[.!?]$/);
    expect.soft(sentencesIn(message), message).toBe(1);
  }
  expect.soft(hint, "the next step").toMatch(/^[A-Z`][^\n]+\.$/);

  expect.soft(asRead(run.summary)).toContain(message.replaceAll("`", ""));
  expect.soft(asRead(run.summary)).toContain(`**Next step:** ${hint.replaceAll("`", "")}`);
  expect.soft(run.summary.trimEnd()).toBe(told.markdown.trimEnd());

  for (const secret of secrets) expect.soft(told.everything).not.toContain(secret);
  return told;
}
