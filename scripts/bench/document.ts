import { ahead, isBelow } from "./ahead.ts";
import { QUICK_SECONDS } from "./deploy.ts";
import { goals } from "./goals.ts";
import { VERSIONS } from "./peers.ts";
import { type Results, rowOf, type Situation, type Table, tableOf, titleOf } from "./results.ts";
import { type Aspect, BASE, cpu, fewer, middle, type Row, ratio, SLOW_SECONDS, wall } from "./rounds.ts";
import { SETS } from "./sets.ts";
import { SHARES } from "./shares.ts";
import { TOOLS } from "./tools.ts";

const SITUATIONS: Readonly<Record<Situation, { readonly title: string; readonly text: string }>> = {
  warm: {
    title: "New dependencies, warm caches",
    text: "What pip and uv keep of earlier runs is there, no tool has a finished layer. The scripts, `sam package` and `serverless package` end with a zip; this action's rows are whole deploys of it.",
  },
  cold: {
    title: "New dependencies, cold caches",
    text: "The same with empty caches: every wheel comes from the index.",
  },
  "no-change": {
    title: "Nothing changed",
    text: "A deploy on a fresh runner after the same deploy. pip and uv have warm caches.",
  },
  "code-only": { title: "Code changed", text: "The same after a change of one line in the function's code." },
};

/** A table or sentence for a terminal, or the whole of docs/benchmarks.md: Markdown either way. */
export function renderTables(results: Results): string {
  return (Object.keys(SITUATIONS) as Situation[])
    .flatMap((situation) => renderSituation(results, situation))
    .concat(renderPhases(results), renderStart(results), renderImports(results), renderScale(results))
    .join("\n\n");
}

/** docs/benchmarks.md. */
export function renderDocument(results: Results): string {
  return `${[
    "# Benchmarks",
    "Times as ratios: how much of the plain script's time each tool takes, on one machine, in one run. `npm run bench` measures all of it and writes this page.",
    "![Time of each tool as a part of the plain script's time](images/benchmarks.svg)",
    "## Goals",
    "A build ends with the zip, like that of the scripts: of this action it is the build phase of its report. What the whole deploy takes stands beside it.",
    renderGoals(results),
    ...renderAhead(results),
    "## What was seen",
    "A cell that says *ahead* is one in which a tool does better than this action in its default form.",
    renderTables(results),
    ...renderMethod(results),
  ].join("\n\n")}\n`;
}

/** The goals with what was seen. */
export function renderGoals(results: Results): string {
  const verdicts = { true: "reached", false: "**not reached**", undefined: "not measured" } as const;
  const lines = goals(results).map(({ goal, seen, reached, why }) => {
    const verdict = verdicts[`${reached}`];
    return [goal, seen, reached === false && why !== undefined ? `${verdict}: ${why}` : verdict];
  });
  return table(["Goal", "Seen", ""], lines);
}

function renderAhead(results: Results): readonly string[] {
  const lines = ahead(results).map(({ what, situations, tools, why }) => {
    return `- **${what}, ${situations.join(" and ")}** (${tools.join("; ")}): ${why}.`;
  });
  return lines.length === 0 ? [] : ["### Where another tool is ahead", lines.join("\n")];
}

function renderSituation(results: Results, situation: Situation): readonly string[] {
  const found = SETS.flatMap(({ name }) => tableOf(results, situation, name) ?? []);
  if (found.length === 0) return [];
  const { title, text } = SITUATIONS[situation];
  const tables = found.flatMap(({ set, rows }) => [`**${titleOf(set)}**`, renderRows(rows)]);
  const deploys = situation === "no-change" || situation === "code-only";
  return [`### ${title}`, text, ...tables, ...(deploys ? renderCalls(found[0]) : [])];
}

/** Which calls each tool made, so that a reader can add a latency to each. */
function renderCalls(seen: Table | undefined): readonly string[] {
  const lines = TOOLS.flatMap(({ name, title }) => {
    const last = rowOf(seen, name)?.samples.findLast(Boolean);
    const calls = Object.entries(last?.operations ?? {}).map(
      ([operation, count]) => `${nameOf(operation)}${count > 1 ? ` × ${count}` : ""}`,
    );
    return calls.length === 0 ? [] : [`- ${title}: ${calls.join(", ")}`];
  });
  return lines.length === 0 ? [] : [`Calls (${titleOf(seen?.set ?? "")}):`, lines.join("\n")];
}

function nameOf(operation: string): string {
  if (operation === "POST /") return "CloudFormation";
  return operation === "location.GetObject" ? "a range of a zip by its presigned URL" : operation;
}

const PHASES = ["find", "build", "pack", "upload", "wait", "publish", "check"];

/** Where our own time went: the phases of the report, and what is left of the process's time. */
function renderPhases(results: Results): readonly string[] {
  const lines = SETS.flatMap(({ name: set }) =>
    (tableOf(results, "warm", set)?.rows ?? []).flatMap((row) => {
      const title =
        row.tool === SHARES.uv
          ? "`uv pip install` alone"
          : TOOLS.find(({ name, ours }) => name === row.tool && ours)?.title;
      const whole = middle(row, wall);
      if (title === undefined || whole === undefined) return [];
      const parts = PHASES.map((phase) => middle(row, ({ phases }) => phases?.[phase]));
      const known = parts.filter((part) => part !== undefined);
      const rest = known.length === 0 ? undefined : known.reduce((left, part) => left - part, whole);
      return [[`${title}, ${titleOf(set)}`, ...[...parts, rest, whole].map((part) => part?.toFixed(2) ?? "–")]];
    }),
  );
  if (lines.length === 0) return [];
  return [
    "### Where the time of this action goes",
    "Seconds of each phase of its report, with warm caches. What is left is the start of Node, reading inputs, the report, and removing what was installed.",
    table(["", ...PHASES, "left", "all"], lines),
  ];
}

/** What each step of a run that changes nothing adds to the one before. */
function renderStart(results: Results): readonly string[] {
  const STEPS = [
    [SHARES.node, "Node starts and ends"],
    [SHARES.http, "and loads its own modules for HTTPS and signing"],
    [SHARES.refused, "and this action, which refuses an input before it loads the AWS SDK"],
    [SHARES.firstCall, "and the AWS SDK, up to the first request"],
    ["ours", "and all of it: both calls, packing, comparing, the report"],
  ] as const;
  const deploys = SETS.flatMap(({ name }) => tableOf(results, "no-change", name) ?? []);
  const lines = STEPS.map(([row, title]) => [
    title,
    ...deploys.map((deploy) => {
      const seen = middle(rowOf(deploy, row), cpu);
      return seen === undefined ? "–" : `${Math.round(seen * 1000)} ms`;
    }),
  ]);
  return deploys.length === 0
    ? []
    : [
        "### Where the CPU of a run that changes nothing goes",
        "CPU of each step; it has what the one above it has, and more.",
        table(["", ...deploys.map(({ set }) => titleOf(set))], lines),
      ];
}

interface Column {
  readonly head: string;
  readonly aspect: Aspect;
  readonly show: (row: Row, base: Row | undefined) => string | undefined;
}

const times = (aspect: Aspect) => (row: Row, base: Row | undefined) => ratio(row, base, aspect)?.toFixed(2);
const value = (aspect: Aspect, form: (value: number) => string) => (row: Row) => {
  const seen = middle(row, aspect);
  return seen === undefined ? undefined : form(seen);
};

const seconds = (aspect: Aspect) => value(aspect, (seen) => seen.toFixed(2));

const COLUMNS: readonly Column[] = [
  { head: "Time", aspect: wall, show: times(wall) },
  { head: "CPU", aspect: cpu, show: times(cpu) },
  { head: "Calls", aspect: (sample) => sample.calls, show: value((sample) => sample.calls, String) },
  { head: "Bytes up", aspect: (sample) => sample.sent, show: value((sample) => sample.sent, bytes) },
  { head: "Layer zip", aspect: (sample) => sample.zip, show: value((sample) => sample.zip, bytes) },
  { head: "Peak memory", aspect: (sample) => sample.peak, show: value((sample) => sample.peak, bytes) },
  { head: "Seconds", aspect: () => undefined, show: seconds(wall) },
  { head: "CPU seconds", aspect: () => undefined, show: seconds(cpu) },
  { head: "Rounds", aspect: () => undefined, show: (row) => String(row.samples.filter(Boolean).length) },
];

function renderRows(rows: readonly Row[]): string {
  const [base, ours] = [BASE, "ours"].map((tool) => rows.find((row) => row.tool === tool));
  const shown = TOOLS.flatMap((tool) => {
    const row = rows.find(({ tool: name }) => name === tool.name);
    return row === undefined ? [] : [{ ...tool, row }];
  });
  const columns = COLUMNS.filter(({ show }) => shown.some(({ row }) => show(row, base) !== undefined));
  const lines = shown.map(({ title, row, ours: own }) => [
    title,
    ...(row.samples.some(Boolean)
      ? columns.map(({ aspect, show }) => {
          const text = show(row, base) ?? "–";
          return !own && isBelow(middle(row, aspect), middle(ours, aspect)) ? `**${text}** *ahead*` : text;
        })
      : [`failed: ${(row.failed ?? "no sample").slice(0, 160)}`, ...columns.slice(1).map(() => "")]),
  ]);
  return table(["", ...columns.map(({ head }) => head)], lines);
}

function renderImports({ imports }: Results): readonly string[] {
  const named = imports.filter(({ times }) => times.length > 0);
  if (named.length === 0) return [];
  const tools = TOOLS.filter(({ name }) => named.some(({ times }) => times.some(({ tool }) => tool === name)));
  const lines = tools.map(({ name, title, ours: own }) => [
    title,
    ...named.flatMap(({ times }) => {
      const [mine, plain, ours] = [name, BASE, "ours"].map((one) => times.find(({ tool }) => tool === one)?.cpu);
      if (mine === undefined) return ["–", "–"];
      const part = plain === undefined ? "–" : (mine / plain).toFixed(2);
      return [!own && isBelow(mine, ours) ? `**${part}** *ahead*` : part, `${Math.round(mine)} ms`];
    }),
  ]);
  return [
    "### Cold import from the layer that each tool made",
    "CPU of the first import in a fresh process without Python's own start, median of 11, bytecode is not written. Ratio to the plain script's layer, and milliseconds.",
    table(["", ...named.flatMap(({ set }) => [titleOf(set), ""])], lines),
  ];
}

function renderScale({ scales }: Results): readonly string[] {
  if (scales.length === 0) return [];
  const lines = scales.flatMap(({ title, rows }) =>
    rows.map((row, index) => [
      `${Number(row.tool).toLocaleString("en")} ${title}`,
      index === 0 ? "1.00" : (ratio(row, rows[0], wall)?.toFixed(2) ?? "–"),
      middle(row, wall)?.toFixed(2) ?? `failed: ${row.failed}`,
      middle(row, cpu)?.toFixed(2) ?? "–",
      bytes(middle(row, (sample) => sample.peak) ?? 0),
    ]),
  );
  return ["### Scale", "This action alone.", table(["", "Time", "Seconds", "CPU seconds", "Peak memory"], lines)];
}

function renderMethod(results: Results): readonly string[] {
  const { date, machine, versions, minutes, rounds, again = [], skipped } = results;
  const parts = again.length === 0 ? "" : ` Measured again after the rest: ${again.join(", ")}.`;
  const left = skipped.map(({ tool, set, reason }) => {
    const title = TOOLS.find(({ name }) => name === tool)?.title ?? tool;
    return `- ${title}, ${titleOf(set)}: ${reason}.`;
  });
  return [
    "## How it was measured",
    `On ${date}, in ${minutes} minutes, on ${machine}. ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.${parts}`,
    [
      `- Rounds: ${rounds} of builds with warm caches and of the scale, ${fewer(rounds)} of the rest. Each begins with another tool, so that a busy minute of the machine hits all alike. Shown are medians; a ratio is the median of the rounds' ratios to the plain script. A tool slower than ${SLOW_SECONDS} s is measured in the first round only; of a deploy that takes less than ${QUICK_SECONDS} s the middle of three counts in each round.`,
      "- Time, CPU (user and system, the whole process tree) and peak memory (of the largest process) are those of the tool's own processes. What makes ready for it is not in them.",
      "- All get the same requirements, the same interpreter and the same index: one on loopback with the pages and files of the real one, which answers 304 for what a cache has. So no figure has a network in it. uv and pip are on PATH.",
      "- AWS is an emulator on loopback. It has no latency and is ready after each update at once, which flatters everybody who calls it; multiply the calls by your latency and divide the bytes by your bandwidth. It runs beside the tools on the same machine.",
      "- SAM and Serverless need CloudFormation, which moto emulates; the others talk to the emulator of this repository's tests. Serverless 3 does not read `AWS_ENDPOINT_URL`: a preloaded file sends it to the emulator.",
      "- This action is the built `dist/index.js` in a process of its own on the fresh runner of the tests, whole: inputs, checks, report and the published version. Its build rows have `cache: false`, its other rows the Actions cache.",
    ].join("\n"),
    "What each tool was given:",
    TOOLS.map(({ title, given }) => `- ${title}: ${given}.`).join("\n"),
    ...(left.length > 0 ? ["Not measured:", left.join("\n")] : []),
    "## Run it again",
    [
      "```sh",
      "npm run bench                                     # everything",
      "npm run bench -- --quick                          # one round, no cold builds",
      "npm run bench -- build --sets fastapi --rounds 5  # a part",
      "npm run bench -- build --again                    # a part, put into this page",
      "npm run bench -- --ald path/to/dist/index.js      # with aws-actions/aws-lambda-deploy, which is on no registry",
      "```",
    ].join("\n"),
    `It needs Node 20 or newer, Python 3.12 (or 3.13, 3.14), \`zip\` and the network, on Linux or macOS. The peers are installed into a folder outside of the repository, each one that can be: ${Object.entries(
      VERSIONS,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
  ];
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const cells = [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...lines];
  return cells.map((line) => `| ${line.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}

function bytes(count: number): string {
  if (count < 1_000) return `${Math.round(count)} B`;
  return count < 1_000_000 ? `${(count / 1_000).toFixed(1)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}
