import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  CreateAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { probeBytecode, probeImports } from "../support/aws/probe.ts";
import { lambdaOf, refusal } from "../support/aws/sdk.ts";
import { findPython } from "../support/python.ts";
import { rawZip } from "../support/raw-archives.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const MINORS = ["3.10", "3.11", "3.12", "3.13", "3.14"];
const interpreters = await Promise.all(MINORS.map(async (minor) => ({ minor, python: await findPython(minor) })));
const [available] = interpreters.filter(({ python }) => python !== undefined);
const runtime = `python${available?.minor}`;
const python = available?.python ?? "";

let aws: Emulator;
let client: ReturnType<typeof lambdaOf>;
let number = 0;

beforeAll(async () => {
  if (available === undefined) throw new Error(`None of Python ${MINORS.join(", ")} is on this machine.`);
  aws = await startEmulator({ motoPort: inject("motoPort") });
  client = lambdaOf(aws);
});
afterAll(() => aws?.stop());

async function create(
  app: string,
  more: { handler?: string; layers?: string[]; environment?: Record<string, string>; runtime?: string } = {},
) {
  number += 1;
  const name = `run-${number}`;
  await aws.createFunction({
    name,
    zip: rawZip([{ name: "app.py", content: app }]),
    handler: "app.handler",
    runtime,
    ...more,
  });
  return name;
}

async function invoke(FunctionName: string, event: unknown = {}, Qualifier?: string) {
  const answer = await client.send(
    new InvokeCommand({ FunctionName, Qualifier, LogType: "Tail", Payload: JSON.stringify(event) }),
  );
  return {
    status: answer.StatusCode,
    error: answer.FunctionError,
    version: answer.ExecutedVersion,
    payload: JSON.parse(answer.Payload?.transformToString() ?? ""),
    log: Buffer.from(answer.LogResult ?? "", "base64").toString(),
  };
}

describe("Invoke", () => {
  test("runs the handler with event, context and environment, and logs as Lambda does (recorded)", async () => {
    const name = await create(
      "import os\ndef handler(event, context):\n    print('hello from', context.function_name)\n    return [event, os.environ['STAGE'], os.environ['AWS_REGION'], 'AWS_ACCESS_KEY_ID' in os.environ]",
      { environment: { STAGE: "test" } },
    );
    const first = await invoke(name, { n: 1 });
    expect(first).toMatchObject({
      status: 200,
      error: undefined,
      version: "$LATEST",
      payload: [{ n: 1 }, "test", aws.region, false],
    });
    expect(first.log).toMatch(
      new RegExp(
        `^START RequestId: (\\S+) Version: \\$LATEST\\nhello from ${name}\\nEND RequestId: \\1\\nREPORT RequestId: \\1\\tDuration: [\\d.]+ ms\\tBilled Duration: \\d+ ms\\tMemory Size: 128 MB\\tMax Memory Used: \\d+ MB\\tInit Duration: [\\d.]+ ms\\t\\n$`,
      ),
    );
    expect((await invoke(name)).log).not.toContain("Init Duration");
  });

  test.each([
    [
      "a missing package",
      "import fastapi",
      "app.handler",
      "Runtime.ImportModuleError",
      "Unable to import module 'app': No module named 'fastapi'",
    ],
    [
      "a missing module",
      "",
      "main.handler",
      "Runtime.ImportModuleError",
      "Unable to import module 'main': No module named 'main'",
    ],
    ["a missing handler", "", "app.nope", "Runtime.HandlerNotFound", "Handler 'nope' missing on module 'app'"],
    [
      "a malformed handler",
      "",
      "nodot",
      "Runtime.MalformedHandlerName",
      "Bad handler 'nodot': not enough values to unpack (expected 2, got 1)",
    ],
    [
      "broken code",
      "def handler(:",
      "app.handler",
      "Runtime.UserCodeSyntaxError",
      "Syntax error in module 'app': invalid syntax (app.py, line 1)",
    ],
    ["an exception", "def handler(event, context): raise ValueError('boo')", "app.handler", "ValueError", "boo"],
    [
      "a result that is no JSON",
      "def handler(event, context): return {1}",
      "app.handler",
      "Runtime.MarshalError",
      "Unable to marshal response: Object of type set is not JSON serializable",
    ],
    [
      "an exit",
      "import sys\ndef handler(event, context): sys.exit(3)",
      "app.handler",
      "Runtime.ExitError",
      "Runtime exited with error: exit status 3",
    ],
  ])("reports %s with 200 and FunctionError, in the runtime client's words", async (_, app, handler, type, text) => {
    const { status, error, payload } = await invoke(await create(app, { handler }));
    expect([status, error, payload.errorType]).toEqual([200, "Unhandled", type]);
    expect(payload.errorMessage).toContain(text);
  });

  test("ends a function that runs too long (recorded)", async () => {
    const name = await create("import time\ndef handler(event, context): time.sleep(30)");
    await aws.updateFunction(name, { Timeout: 1 });
    const { error, payload } = await invoke(name);
    expect([error, payload.errorType]).toEqual(["Unhandled", "Sandbox.Timedout"]);
    expect(payload.errorMessage).toMatch(/^RequestId: \S+ Error: Task timed out after 1.00 seconds$/);
  });

  test("finds layers behind the code, the last of two layers first, and boto3 behind all", async () => {
    const directory = `python/lib/${runtime}/site-packages`;
    const layer = (name: string, files: Record<string, string>) =>
      aws.publishLayer({
        name,
        zip: rawZip(Object.entries(files).map(([path, content]) => ({ name: path, content }))),
      });
    const layers = [
      await layer("first", {
        "python/both.py": "x = 1",
        "python/only.py": "x = 1",
        [`${directory}/specific.py`]: "x = 1",
      }),
      await layer("second", { "python/both.py": "x = 2", "python/app.py": "handler = None" }),
    ];
    const app =
      "import both, only, specific, boto3\ndef handler(event, context): return [both.x, only.x, specific.x, boto3.__name__]";
    expect((await invoke(await create(app, { layers }))).payload).toEqual([2, 1, 1, "boto3"]);
  });

  test("runs the version that the qualifier means, and $LATEST as it was until an update is done", async () => {
    const app = (text: string) => `def handler(event, context): return ['${text}', context.function_version]`;
    const name = await create(app("old"));
    await client.send(new PublishVersionCommand({ FunctionName: name }));
    await client.send(new CreateAliasCommand({ FunctionName: name, Name: "live", FunctionVersion: "1" }));
    const ZipFile = rawZip([{ name: "app.py", content: app("new") }]);
    await client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile }));
    expect((await invoke(name)).payload).toEqual(["old", "$LATEST"]);
    for (let reads = 0; reads < 2; reads++) await client.send(new GetFunctionCommand({ FunctionName: name }));
    expect((await invoke(name)).payload).toEqual(["new", "$LATEST"]);
    expect(await invoke(name, {}, "live")).toMatchObject({ version: "1", payload: ["old", "1"] });
  });

  test("of what does not exist is refused with its qualifier (recorded)", async () => {
    const text = `Function not found: arn:aws:lambda:${aws.region}:${aws.account}:function:nope:$LATEST`;
    expect(await refusal(invoke("nope"))).toEqual({ name: "ResourceNotFoundException", status: 404, text });
  });

  test.for(interpreters)(
    "runs python$minor by an interpreter of that version",
    async ({ minor, python: found }, { skip }) => {
      if (found === undefined) return skip(`Python ${minor} is not on this machine`);
      const app = "import sys\ndef handler(event, context): return list(sys.version_info[:2])";
      const name = await create(app, { runtime: `python${minor}` });
      expect((await invoke(name)).payload.join(".")).toBe(minor);
    },
  );
});

describe("the probe", () => {
  async function layer(): Promise<string> {
    const opt = await temporaryDirectory("opt");
    await mkdir(join(opt, "python", "compiled"), { recursive: true });
    await writeFile(join(opt, "python", "compiled", "__init__.py"), "x = 1\n");
    await promisify(execFile)(python, [
      "-m",
      "compileall",
      "-q",
      "--invalidation-mode",
      "unchecked-hash",
      join(opt, "python"),
    ]);
    return opt;
  }

  test("sees no source compiled where every .pyc is accepted", async () => {
    const opt = await layer();
    const expected = { failures: [], loaded: ["python/compiled/__init__.py"], compiled: [] };
    expect(await probeImports({ python, opt }, ["compiled"])).toMatchObject(expected);
    expect(await probeBytecode({ python, opt })).toMatchObject(expected);
  });

  test("names the sources that Python compiled, and the modules that are not there", async () => {
    const opt = await layer();
    await writeFile(join(opt, "python", "plain.py"), "import compiled\n");
    expect(await probeImports({ python, opt }, ["plain", "missing"])).toMatchObject({
      failures: [{ module: "missing", error: "ModuleNotFoundError: No module named 'missing'" }],
      compiled: ["python/plain.py"],
      loaded: ["python/compiled/__init__.py", "python/plain.py"],
    });
    expect((await probeBytecode({ python, opt })).compiled).toEqual(["python/plain.py"]);
  });

  test("sees a .pyc of another Python as none", async ({ skip }) => {
    const other = interpreters.find(({ python: found }) => found !== undefined && found !== python)?.python;
    if (other === undefined) return skip("only one Python is on this machine");
    expect((await probeBytecode({ python: other, opt: await layer() })).compiled).toEqual([
      "python/compiled/__init__.py",
    ]);
  });
});
