import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type RunRequest, runAction } from "../support/runner.ts";
import { parseCommand, parsePairs } from "../support/runner-commands.ts";
import { createWorkspace } from "../support/workspace.ts";

const ACTION_YML = `
name: Sample
description: An action to try the runner with
inputs:
  function-name: { description: Name, required: true }
  two words: { description: Words }
  dry-run: { description: Try, default: "false" }
  token: { description: Token, default: "\${{ github.token }}" }
outputs:
  version: { description: Version }
runs: { using: node24, main: index.mjs }
`;

/** Runs the script as an action; \`append(file, text)\` writes to a command file. */
async function run(script: string, request: Partial<RunRequest> = {}) {
  const prelude = `import { appendFileSync } from "node:fs";
    const append = (name, text) => appendFileSync(process.env["GITHUB_" + name], text);
    const print = (line) => process.stdout.write(line + "\\n");\n`;
  const action = await createWorkspace({ files: { "action.yml": ACTION_YML, "index.mjs": prelude + script } });
  return runAction({ workspace: await createWorkspace({ files: {} }), action, ...request });
}

const printed = async (expression: string, request?: Partial<RunRequest>) => {
  const { stdout } = await run(`print(JSON.stringify(${expression}))`, request);
  return JSON.parse(stdout) as unknown;
};

describe("what the action receives", () => {
  test("inputs in upper case with hyphens kept, defaults filled in, missing ones empty", async () => {
    const inputs = await printed(
      `Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("INPUT_")))`,
      { inputs: { "function-name": "shop" } },
    );
    expect(inputs).toEqual({
      "INPUT_FUNCTION-NAME": "shop",
      INPUT_TWO_WORDS: "",
      "INPUT_DRY-RUN": "false",
      INPUT_TOKEN: expect.stringMatching(/^\*\*\*$/),
    });
  });

  test("the workspace as current directory and directories of its own", async () => {
    const workspace = await createWorkspace({ files: {} });
    const [cwd, root, home, temp] = (await printed(
      "[process.cwd(), process.env.GITHUB_WORKSPACE, process.env.HOME, process.env.RUNNER_TEMP]",
      { workspace },
    )) as string[];
    expect([cwd, root]).toEqual([workspace, workspace]);
    expect(new Set([workspace, home, temp]).size).toBe(3);
  });

  test("nothing of the environment of the test process", async () => {
    process.env.AWS_PROFILE = "personal";
    try {
      expect(await printed("process.env.AWS_PROFILE ?? null")).toBeNull();
    } finally {
      delete process.env.AWS_PROFILE;
    }
  });

  test("variables of the test, which win over those of the job", async () => {
    const env = { AWS_REGION: "eu-west-1", GITHUB_API_URL: "http://127.0.0.1:1", GITHUB_STATE: undefined };
    expect(
      await printed("[process.env.AWS_REGION, process.env.GITHUB_API_URL, 'GITHUB_STATE' in process.env]", { env }),
    ).toEqual(["eu-west-1", "http://127.0.0.1:1", false]);
  });

  test("the event and its payload", async () => {
    const script = "[process.env.GITHUB_EVENT_NAME, process.env.GITHUB_REF, process.env.GITHUB_HEAD_REF]";
    const event = { name: "pull_request", payload: { number: 1 } };
    expect(await printed(script)).toEqual(["push", "refs/heads/main", ""]);
    expect(await printed(script, { event })).toEqual(["pull_request", "refs/pull/1/merge", "feature"]);
    const payload = `JSON.parse((await import("node:fs")).readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"))`;
    expect(await printed(payload, { event })).toEqual({ number: 1 });
  });

  test("no uv and no Python of the tests on PATH, unless asked for", async () => {
    expect(await printed("process.env.PATH")).not.toContain(".cache");
    expect(await printed("process.env.PATH", { path: "/only/this" })).toBe("/only/this");
  });

  test("a warning about inputs that action.yml does not declare", async () => {
    const { annotations } = await run("", { inputs: { "function-nmae": "shop" } });
    expect(annotations.warning.map(({ message }) => message)).toEqual([
      "Unexpected input(s) 'function-nmae', valid inputs are ['function-name', 'two words', 'dry-run', 'token']",
    ]);
  });
});

describe("what the action leaves behind", () => {
  test("outputs, environment, state, paths and summary from the command files", async () => {
    const result = await run(`
      append("OUTPUT", "version=7\\nstray<<EOF\\na=b\\n\\nc\\nEOF\\n");
      append("ENV", "STAGE=prod\\n");
      append("STATE", "k=v\\n");
      append("PATH", "/opt/tool\\n");
      append("STEP_SUMMARY", "# Done\\n");`);
    expect(result).toMatchObject({
      exitCode: 0,
      conclusion: "success",
      outputs: { version: "7", stray: "a=b\n\nc" },
      undeclaredOutputs: ["stray"],
      env: { STAGE: "prod" },
      state: { k: "v" },
      paths: ["/opt/tool"],
      summary: "# Done\n",
    });
  });

  test("a command file that GitHub cannot read fails the step", async () => {
    const result = await run(`append("OUTPUT", "version<<EOF\\n7\\n");`);
    expect(result).toMatchObject({ exitCode: 0, conclusion: "failure" });
    expect(result.annotations.error[0]?.message).toContain("Matching delimiter not found 'EOF'");
  });

  test("a summary above 1 MiB is dropped with an error, the step stays green", async () => {
    const limit = await run(`append("STEP_SUMMARY", "x".repeat(1024 * 1024));`);
    expect([limit.summary.length, limit.issued.error]).toEqual([1024 * 1024, 0]);
    const above = await run(`append("STEP_SUMMARY", "x".repeat(1024 * 1024 + 1));`);
    expect([above.summary, above.issued.error, above.conclusion]).toEqual(["", 1, "success"]);
  });

  test("the exit code", async () => {
    expect(await run("process.exit(3)")).toMatchObject({ exitCode: 3, conclusion: "failure" });
  });

  test("a run that does not end is stopped and reported with its output", async () => {
    const script = `import { spawn } from "node:child_process";
      spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      print("waiting");`;
    await expect(run(script, { timeoutMs: 1500 })).rejects.toThrow(/did not end within 1500 ms.*waiting/s);
  });

  test("another entry file can take the place of the bundle", async () => {
    const workspace = await createWorkspace({ files: { "other.mjs": "console.log('other')" } });
    expect((await run("print('main')", { entry: join(workspace, "other.mjs") })).stdout).toBe("other\n");
  });
});

describe("the log", () => {
  test("collects annotations of both streams with their properties", async () => {
    const { annotations, stdout } = await run(`
      print("::error title=Bad%2C very,file=a%3Ab.py::one%0Atwo %25");
      process.stderr.write("  ::warning::from stderr\\n");
      print("text ::notice::not a command");
      print("text ##[notice]the old form, anywhere");`);
    expect(annotations.error).toEqual([{ message: "one\ntwo %", properties: { title: "Bad, very", file: "a:b.py" } }]);
    expect(annotations.warning.map(({ message }) => message)).toEqual(["from stderr"]);
    expect(annotations.notice.map(({ message }) => message)).toEqual(["the old form, anywhere"]);
    expect(stdout).toContain("text ::notice::not a command\n");
  });

  test("shows 10 annotations of a kind, cut at 4,096 characters, and counts all", async () => {
    const { annotations, issued } = await run(`for (let i = 0; i < 12; i++) print("::warning::" + "x".repeat(5000))`);
    expect(annotations.warning.map(({ message }) => message.length)).toEqual(Array(10).fill(4096));
    expect(issued).toEqual({ error: 0, warning: 12, notice: 0 });
  });

  test("masks from the moment on that a secret is announced, also in the summary and in URLs", async () => {
    const result = await run(`
      print("early p@ss");
      print("::add-mask::p@ss");
      print("late p@ss and https://u:p%40ss@host");
      append("STEP_SUMMARY", "p@ss\\n");
      append("OUTPUT", "version=p@ss\\n");`);
    expect(result.stdout).toBe("early p@ss\nlate *** and https://u:***@host\n");
    expect(result.rawOutput).toContain("late p@ss");
    expect(result.summary).toBe("***\n");
    expect(result.masks).toContain("p@ss");
    expect([result.outputs.version, result.outputsWithSecrets]).toEqual(["p@ss", ["version"]]);
  });

  test("obeys no command between stop-commands and its token, in either form", async () => {
    const { annotations, masks, stdout } = await run(`
      print("::stop-commands::Token-1");
      print("::error::from a tool");
      print("##[add-mask]o");
      print("::stop-commands::other");
      print("::Token-1::");
      print("::error::ours");`);
    expect(annotations.error.map(({ message }) => message)).toEqual(["ours"]);
    expect(masks).not.toContain("o");
    expect(stdout).toContain("::error::from a tool\n");
  });

  test("ends a line at a lone carriage return, as the runner does", async () => {
    const { annotations, stdout } = await run(
      `process.stdout.write("name\\r::error::hidden\\r\\nlast\\u2028::error::x")`,
    );
    expect(annotations.error.map(({ message }) => message)).toEqual(["hidden"]);
    expect(stdout).toBe("name\n##[error]hidden\nlast\u2028::error::x\n");
  });

  test("collects groups with their lines", async () => {
    const { groups } = await run(`for (const line of ["::group::Build", "a", "::endgroup::", "b"]) print(line);`);
    expect(groups).toEqual([{ title: "Build", lines: ["a"] }]);
  });

  test("fails the step at a command that GitHub has disabled", async () => {
    const result = await run(`print("::set-env name=PATH::/tmp")`);
    expect(result).toMatchObject({ exitCode: 0, conclusion: "failure", env: {} });
  });
});

test.each([
  ["::error::x", { name: "error", properties: {}, data: "x" }],
  ["::ERROR::x", { name: "error", properties: {}, data: "x" }],
  ["::error a=b=c,,d=::x::y", { name: "error", properties: { a: "b=c" }, data: "x::y" }],
  ["a ##[error a=b%3B;c=d]x%5D]", { name: "error", properties: { a: "b;", c: "d" }, data: "x]]" }],
  ["::unknown::x", undefined],
  ["::error:x", undefined],
  ["a::error::x", undefined],
])("the line %j is the command %j", (line, command) => {
  expect(parseCommand(line, new Set(["error"]))).toEqual(command);
});

test.each([
  ["a=b\n", { a: "b" }],
  ["a=b<<c\n", { a: "b<<c" }],
  ["a<<X\nX\n", { a: "" }],
  ["a<<X\n1\n\n2\nX\nb=", { a: "1\n\n2", b: "" }],
])("the command file %j holds %j", (text, pairs) => {
  expect(parsePairs(text)).toEqual(pairs);
});

test.each(["a\n", "=b\n", "<<X\nX\n", "a<<\n\n", "a<<X\nb\n"])("the command file %j is refused", (text) => {
  expect(() => parsePairs(text)).toThrow(/^Invalid/);
});

test("a default that the runner double cannot evaluate fails the test that uses it", async () => {
  const expression = `\${{ github.sha }}`;
  const metadata = { inputs: { a: { default: expression } }, runs: { main: "index.mjs" } };
  const action = await createWorkspace({ files: { "index.mjs": "", "action.yml": JSON.stringify(metadata) } });
  await expect(runAction({ workspace: action, action })).rejects.toThrow(`does not evaluate ${expression}`);
});
