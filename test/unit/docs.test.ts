import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryDirectory } from "../support/workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const action = parse(read("action.yml")) as { readonly inputs: Readonly<Record<string, unknown>> };
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "AGENTS.md",
  "docs/architecture.md",
  "docs/benchmarks.md",
  "docs/migrating-from-aws-lambda-deploy.md",
  "docs/pull-requests.md",
  "docs/reliability.md",
  "docs/slimming.md",
  "examples/fastapi-app/README.md",
];

describe("the tables of the README", () => {
  test("agree with action.yml", () => {
    expect(docs(root, "--check").status).toBe(0);
  });

  test("are found out and rewritten when action.yml has another input", async () => {
    const copy = await temporaryDirectory("docs");
    copyFileSync(path.join(root, "README.md"), path.join(copy, "README.md"));
    writeFileSync(
      path.join(copy, "action.yml"),
      read("action.yml").replace("\ninputs:\n", "\ninputs:\n  colour:\n    description: red | green\n"),
    );

    const check = docs(copy, "--check");
    expect(check.status).toBe(1);
    expect(check.stderr).toContain("npm run docs");

    expect(docs(copy).status).toBe(0);
    expect(readFileSync(path.join(copy, "README.md"), "utf8")).toContain("\n| `colour` |  | red \\| green |\n");
    expect(docs(copy, "--check").status).toBe(0);
  });

  test("are refused for an input without description", async () => {
    const copy = await temporaryDirectory("docs");
    copyFileSync(path.join(root, "README.md"), path.join(copy, "README.md"));
    writeFileSync(
      path.join(copy, "action.yml"),
      read("action.yml").replace("\ninputs:\n", "\ninputs:\n  colour:\n    default: red\n"),
    );

    const check = docs(copy, "--check");
    expect(check.status).toBe(1);
    expect(check.stderr).toContain("colour has no description");
  });
});

describe("examples in the documentation", () => {
  const steps = documents.flatMap((file) => blocks(read(file), "yaml").flatMap((block) => stepsOf(parse(block))));

  test("give this action only inputs that it has", () => {
    const ours = steps.filter((step) => step.uses?.includes("/lambda-layers-deploy@"));
    const unknown = ours.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !(name in action.inputs));

    expect(ours.length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
  });
});

describe("the workflows for pull requests", () => {
  const document = read("docs/pull-requests.md");
  const workflows = blocks(document, "yaml").map((block) => parse(block) as Workflow);
  const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs ?? {}));

  test("pin what others made to a commit and say which version that is", () => {
    const uses = document.split("\n").filter((line) => /^\s*(- )?uses:/.test(line) && !line.includes("OWNER/"));

    expect(uses.length).toBeGreaterThan(4);
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("give each job an end and the least that it needs", () => {
    const whole = workflows.filter(({ name }) => name !== undefined);

    expect(whole.map(({ name, permissions }) => [name, permissions])).toEqual([
      ["Size", {}],
      ["Size comment", {}],
    ]);
    expect(jobs.map((job) => [job["timeout-minutes"] !== undefined, job.permissions])).toEqual([
      [true, { contents: "read", "pull-requests": "write" }],
      [true, { contents: "read", "pull-requests": "write" }],
      [true, { contents: "read", "id-token": "write", "pull-requests": "write" }],
      [true, { actions: "read", "pull-requests": "write" }],
    ]);
  });

  test("leave no token behind in a checkout", () => {
    const checkouts = jobs.flatMap(stepsOfJob).filter(({ uses }) => uses?.startsWith("actions/checkout@"));

    expect(checkouts.length).toBeGreaterThan(2);
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test("bring nothing of a pull request into a script, and no action next to it", () => {
    const written = jobs.flatMap(stepsOfJob).filter(({ run }) => run !== undefined);

    expect(written).toHaveLength(1);
    expect(written[0]?.run).not.toContain("${{");
    expect(jobs.at(-1)?.steps).toEqual(written);
  });

  test("are the same in the README, but for the pins", () => {
    const unpinned = (text = "") => text.replace(/@[0-9a-f]{40} # (v\d+)\S*/g, "@$1");
    const [first] = blocks(document, "yaml");

    expect(blocks(read("README.md"), "yaml")).toContain(unpinned(first));
  });
});

describe("the role in the README", () => {
  const [policy, bucket, whole, upkeep, switching] = blocks(read("README.md"), "json").map((block) =>
    JSON.parse(block),
  );
  const granted = (statements: { Action: string | string[] }[]) =>
    statements.flatMap(({ Action }) => Action).toSorted();

  test("may do in Lambda what the sources call, and nothing else", () => {
    const called = ["src/aws/lambda.ts", "src/aws/layers.ts"].flatMap((file) => actionsOf(file, "lambda"));
    expect(granted(policy.Statement)).toEqual(called.filter((name) => name !== "lambda:CreateFunction").toSorted());
  });

  test("may do in S3 what the sources call, and list, so that a missing object is a 404", () => {
    expect(granted(bucket)).toEqual([...actionsOf("src/aws/s3.ts", "s3"), "s3:ListBucket"].toSorted());
  });

  test("may create the function and set what belongs to it as a whole", () => {
    const called = [...actionsOf("src/aws/side-settings.ts", "lambda"), "lambda:CreateFunction"];
    expect(granted(whole)).toEqual([...called, "lambda:ListTags", "iam:PassRole"].toSorted());
  });

  test("may list and delete what the upkeep does, and delete no function, but only versions of it", () => {
    expect(granted(upkeep)).toEqual(actionsOf("src/aws/inventory.ts", "lambda"));
    const deletes = upkeep.filter(({ Action }: { Action: string[] }) => Action.includes("lambda:DeleteFunction"));
    expect(deletes).toHaveLength(1);
    expect(deletes[0].Resource).toMatch(/:function:orders-api:\*$/);
  });

  test("may read and move the alias, invoke, and list versions to go back to", () => {
    const called = ["src/aws/aliases.ts", "src/aws/invoke.ts"].flatMap((file) => actionsOf(file, "lambda"));
    expect(granted(switching)).toEqual([...called, "lambda:ListVersionsByFunction"].toSorted());
  });

  test("is shown for a plain deploy, and folded for what only some inputs need", () => {
    const open = read("README.md").replace(/^<details>.*?^<\/details>/gms, "");
    expect(blocks(open, "json").map((block) => JSON.parse(block))).toEqual([policy]);
  });

  test("that a report may have beside it reads what a deploy reads", () => {
    const [report] = blocks(read("docs/pull-requests.md"), "json").map((block) => JSON.parse(block));
    expect(granted(report.Statement)).toEqual(granted(policy.Statement).filter((name) => /:(Get|List)/.test(name)));
  });

  /** The IAM actions of the commands that a source file sends, https://docs.aws.amazon.com/service-authorization/latest/reference/ */
  function actionsOf(file: string, service: string): readonly string[] {
    const renamed: Readonly<Record<string, string>> = {
      GetLayerVersionByArn: "GetLayerVersion",
      HeadObject: "GetObject",
      Invoke: "InvokeFunction",
    };
    const commands = [...read(file).matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? "");
    return [...new Set(commands.map((name) => `${service}:${renamed[name] ?? name}`))].toSorted();
  }
});

test.each(documents)("every link of %s to a file of the project leads somewhere", (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? "");

  expect(links.filter((target) => !existsSync(path.join(root, path.dirname(file), target)))).toEqual([]);
});

test("docs/architecture.md names every source file, and none that is gone", () => {
  const house = read("docs/architecture.md");
  const files = globSync("src/**/*.ts", { cwd: root }).map((file) => path.basename(file, ".ts"));
  const named = [...house.matchAll(/\b([a-z0-9-]+)\.ts\b/g)].map(([, name]) => name ?? "");

  expect(files.filter((name) => !new RegExp(`(^|[^\\w-])${name}([^\\w-]|$)`).test(house))).toEqual([]);
  expect(named.filter((name) => !files.includes(name))).toEqual([]);
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly name?: string;
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

/** A block is a workflow, a part of one with jobs, or a list of steps. */
function stepsOf(block: Workflow | readonly Step[]): readonly Step[] {
  return "length" in block ? block : Object.values(block.jobs ?? {}).flatMap(stepsOfJob);
}

function stepsOfJob({ steps }: Job): readonly Step[] {
  return steps ?? [];
}

function blocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block ?? "");
}

function docs(directory: string, ...args: string[]) {
  return spawnSync(process.execPath, [path.join(root, "scripts/docs.mjs"), ...args], {
    cwd: directory,
    encoding: "utf8",
  });
}
