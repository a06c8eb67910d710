import { PublishVersionCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { createCallLog } from "../../src/aws/client.ts";
import { connectInvoke } from "../../src/aws/invoke.ts";
import { longestSilence, smokeCheck } from "../../src/check.ts";
import { describeFailure } from "../../src/failure.ts";
import type { AwsInputs } from "../../src/inputs.ts";
import { createJournal } from "../../src/journal.ts";
import { parseSmokeTests } from "../../src/verify/smoke-test-line.ts";
import { runSmokeTests } from "../../src/verify/verify.ts";
import { type Emulator, startEmulator } from "../support/aws/emulator.ts";
import { lambdaOf } from "../support/aws/sdk.ts";
import { fastClock } from "../support/clock.ts";
import { findPython } from "../support/python.ts";
import { rawZip } from "../support/raw-archives.ts";

const MINORS = ["3.11", "3.12", "3.13", "3.10"];
const interpreters = await Promise.all(MINORS.map(async (minor) => ({ minor, python: await findPython(minor) })));
const runtime = `python${interpreters.find(({ python }) => python !== undefined)?.minor ?? "3.11"}`;

let aws: Emulator;
let number = 0;

beforeAll(async () => {
  aws = await startEmulator({ motoPort: inject("motoPort") });
  for (const [name, value] of Object.entries(aws.env)) {
    vi.stubEnv(name, value);
  }
});
afterAll(() => aws?.stop());
beforeEach(() => {
  aws.clearFaults();
  aws.resetCalls();
});

/** A function with this body of its handler; gives its name. */
async function create(body: string, imports = ""): Promise<string> {
  number += 1;
  const name = `smoke-${number}`;
  const app = `import base64, time\n${imports}\ndef handler(event, context):\n    path = event.get("rawPath")\n    ${body}\n`;
  await aws.createFunction({ name, zip: rawZip([{ name: "app.py", content: app }]), handler: "app.handler", runtime });
  return name;
}

async function check(name: string, lines: string, qualifier = "$LATEST") {
  const log = createCallLog();
  const outcome = await runSmokeTests({
    invoke: connectInvoke(aws.region, name, log, 60_000),
    qualifier,
    tests: parseSmokeTests(lines).tests,
    event: "http-api",
    region: aws.region,
    waitMs: 60_000,
    clock: fastClock(),
    newRequestId: () => "id",
    now: () => new Date(),
    onResult: () => {},
  });
  return { ...outcome, calls: log.snapshot().calls };
}

const reasonsOf = ({ results }: Awaited<ReturnType<typeof check>>) => results.map(({ reason }) => reason);

const ANSWER = "return {'statusCode': 200, 'body': path}";

describe("smoke tests through Invoke", () => {
  test("pass, with the times and memory that Lambda reports, the cold start once", async () => {
    const outcome = await check(await create(ANSWER), 'GET /a 200 contains "/a"\nGET /b 2xx');
    expect(outcome.outcome).toBe("passed");
    expect(outcome.results).toEqual([
      {
        method: "GET",
        path: "/a",
        expected: "200",
        ok: true,
        status: 200,
        ms: expect.any(Number),
        initMs: expect.any(Number),
        memoryMB: expect.any(Number),
      },
      {
        method: "GET",
        path: "/b",
        expected: "2xx",
        ok: true,
        status: 200,
        ms: expect.any(Number),
        memoryMB: expect.any(Number),
      },
    ]);
    expect(outcome.calls).toEqual({ Invoke: 2 });
    expect(aws.summary()).toEqual({ Invoke: 2 });
  });

  test("ask the version that is to go live, not $LATEST", async () => {
    const name = await create("return {'statusCode': 200, 'body': context.function_version}");
    await lambdaOf(aws).send(new PublishVersionCommand({ FunctionName: name }));
    expect((await check(name, 'GET / contains "1"', "1")).outcome).toBe("passed");
    expect((await check(name, 'GET / contains "$LATEST"')).outcome).toBe("passed");
  });

  test("tell a wrong status, a wrong body in Base64 or text, and go on", async () => {
    const name = await create(
      "return {'statusCode': 500 if path == '/bad' else 200, 'body': base64.b64encode(path.encode()).decode(), 'isBase64Encoded': True}",
    );
    const outcome = await check(name, 'GET /bad\nGET /good contains "/good"\nGET /good contains "bad"');
    expect(reasonsOf(outcome)).toEqual([
      "answered 500 instead of 2xx",
      undefined,
      'answered without "bad" in the body',
    ]);
  });

  test("judge the time of the handler, but not that of the first", async () => {
    const name = await create(`time.sleep(0.3)\n    ${ANSWER}`);
    const [first, second, third] = reasonsOf(await check(name, "GET /a <100ms\nGET /b <100ms\nGET /c <60s"));
    expect([first, third]).toEqual([undefined, undefined]);
    expect(second).toMatch(/^took \d+ ms, more than 100 ms$/);
  });

  test("end at a function that cannot load, with what Python says", async () => {
    const outcome = await check(await create(ANSWER, "import fastapi"), "GET /a\nGET /b");
    expect(aws.count("Invoke")).toBe(1);
    expect(outcome).toMatchObject({
      outcome: "failed",
      results: [
        { path: "/a", ok: false },
        { path: "/b", ok: false },
      ],
      failure: {
        message:
          "A check failed: `GET /a` failed with Runtime.ImportModuleError: Unable to import module 'app': No module named 'fastapi'.",
        hint: expect.stringContaining("requirements"),
      },
    });
  });

  test("end at a function that does not come back", async () => {
    const name = await create("time.sleep(30)");
    await aws.updateFunction(name, { Timeout: 1 });
    const outcome = await check(name, "GET /a\nGET /b");
    expect(aws.count("Invoke")).toBe(1);
    expect(reasonsOf(outcome)[0]).toBe("failed with Sandbox.Timedout: Task timed out after 1.00 seconds");
  });

  test("tell an exception, and ask on", async () => {
    const name = await create(`if path == '/a': raise ValueError('boo')\n    ${ANSWER}`);
    expect(reasonsOf(await check(name, "GET /a\nGET /b"))).toEqual(["failed with ValueError: boo", undefined]);
  });

  test.each<[string, Parameters<Emulator["fault"]>[0]["do"], string, number]>([
    ["429", { kind: "throttle", retryAfter: 0 }, "POST /a", 3],
    ["409", { kind: "awsError", status: 409, code: "SnapStartNotReadyException", text: "Not ready." }, "POST /a", 3],
    ["500", { kind: "serverError" }, "GET /a", 3],
    ["a gateway's 503", { kind: "gateway" }, "HEAD /a", 3],
    ["a broken connection", { kind: "resetBefore" }, "GET /a", 3],
  ])("outlive %s twice", async (_, fault, line, sent) => {
    const name = await create(ANSWER);
    aws.fault({ op: "Invoke", times: 2, do: fault });
    const outcome = await check(name, line);
    expect(outcome.outcome).toBe("passed");
    expect(outcome.calls).toEqual({ Invoke: sent });
  });

  test("never send a second time what may have been done", async () => {
    const name = await create(ANSWER);
    aws.fault({ op: "Invoke", do: { kind: "lostReply" } });
    const error = await check(name, "POST /a").catch((thrown: unknown) => thrown);
    expect(describeFailure(error).message).toMatch(/^AWS could not be reached for Invoke/);
    expect(aws.count("Invoke")).toBe(1);
  });

  test("give a silent server the time that the function can take, no more", async () => {
    const name = await create("time.sleep(1.5)\n    return {'statusCode': 200}");
    const ask = (silenceMs: number) => {
      const invoke = connectInvoke(aws.region, name, createCallLog(), silenceMs);
      return invoke("$LATEST", "{}");
    };
    expect(await ask(30_000)).toMatchObject({ functionError: undefined });
    await expect(ask(300)).rejects.toThrow(/socket timed out/i);
    expect([longestSilence(3), longestSilence(900), longestSilence()]).toEqual([63_000, 960_000, 960_000]);
  });
});

describe("the step of a deploy", () => {
  async function step(name: string, lines: string) {
    const journal = createJournal({ mode: "deploy", dryRun: false, function: { name } });
    const inputs = {
      smokeTests: parseSmokeTests(lines).tests,
      smokeEvent: "http-api",
      functionName: { given: name, name, region: undefined },
      region: aws.region,
      waitMs: 1_000,
    } as unknown as AwsInputs;
    const written: string[] = [];
    const output = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    try {
      const error = await smokeCheck(inputs, journal, undefined)?.("$LATEST").catch((thrown: unknown) => thrown);
      return { error, log: written.join(""), facts: journal.facts("deployed") };
    } finally {
      output.mockRestore();
    }
  }

  test("shows what the lines say, masks what lets somebody in, and shows no header, body or answer", async () => {
    const name = await create("return {'statusCode': 403, 'body': 'answer-9'}");
    const { error, log, facts } = await step(
      name,
      'GET /a 403\nPOST /b header Authorization: "Bearer token-1" header X-Trace: "trace-5" contains "ok" body={"password":"hunter2"}',
    );
    expect(log).toMatch(/^Check GET \/a answered 403 \(\d+ ms, after a cold start of \d+ ms\)\.$/m);
    expect(log).toMatch(/^Check POST \/b answered 403 instead of 2xx \(\d+ ms\)\.$/m);
    const masks = [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, secret]) => secret);
    expect(masks).toEqual(["Bearer token-1", "token-1"]);
    const { message, hint } = describeFailure(error);
    const shown = [log.replaceAll(/^::add-mask::.*$/gm, ""), message, hint, JSON.stringify(facts)].join("\n");
    expect(shown).not.toMatch(/token-1|trace-5|hunter2|answer-9/);
    expect(facts.smokeTests).toMatchObject([
      { path: "/a", ok: true },
      { path: "/b", ok: false, status: 403 },
    ]);
    expect(facts.phases.map((phase) => phase.name)).toEqual(["check"]);
  });

  test("is none without lines", () => {
    const journal = createJournal({ mode: "deploy", dryRun: false, function: { name: "f" } });
    expect(smokeCheck({ smokeTests: [] } as unknown as AwsInputs, journal, 3)).toBeUndefined();
  });
});

// Last: a permission that was taken is not given back.
test("smoke tests that may not invoke name the permission", async () => {
  const name = await create(ANSWER);
  aws.deny("lambda:InvokeFunction");
  const error = await check(name, "GET /a").catch((thrown: unknown) => thrown);
  expect(describeFailure(error, { functionName: name }).message).toContain("may not perform lambda:InvokeFunction");
});
