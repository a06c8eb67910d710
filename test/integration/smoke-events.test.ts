import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Invoke } from "../../src/aws/invoke.ts";
import { EVENT_SHAPES, type SmokeEvent } from "../../src/verify/smoke-event.ts";
import { parseSmokeTests } from "../../src/verify/smoke-test-line.ts";
import { runSmokeTests } from "../../src/verify/verify.ts";
import { callHandler } from "../support/aws/probe.ts";
import { fastClock } from "../support/clock.ts";
import { installerEnvironment } from "../support/install.ts";
import { indexEnvironment } from "../support/machine.ts";
import { findPython } from "../support/python.ts";
import { temporaryDirectory } from "../support/workspace.ts";

const interpreters = await Promise.all(["3.11", "3.12", "3.13", "3.10"].map((minor) => findPython(minor)));
const python = interpreters.find((path) => path !== undefined) ?? "";

const PACKAGES = [
  "mangum==0.22.0",
  "fastapi==0.165.0",
  "serverless-wsgi==3.1.0",
  "flask==3.1.3",
  "aws-lambda-powertools==3.37.0",
];

/** The same small application in three frameworks: `/health`, and `/echo/…`, which answers what it was asked. */
const FILES = {
  "asgi.py": `
from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from mangum import Mangum

app = FastAPI()

@app.get("/health")
async def health():
    return {"status": "ok"}

@app.get("/picture")
async def picture():
    return Response(b"\\xff\\xd8 picture", media_type="image/jpeg")

@app.api_route("/echo/{rest:path}", methods=["GET", "POST"])
async def echo(request: Request):
    asked = [
        request.method, request.url.path, request.query_params.getlist("tag"), request.query_params.get("q"),
        request.headers.get("x-team"), request.cookies.get("t"), request.headers.get("content-type"),
        (await request.body()).decode(), request.url.scheme, request.url.hostname,
    ]
    return PlainTextResponse(repr(asked))

handler = Mangum(app, lifespan="off")
`,
  "wsgi.py": `
from flask import Flask, Response, request
from serverless_wsgi import handle_request

app = Flask(__name__)

@app.get("/health")
def health():
    return {"status": "ok"}

@app.get("/picture")
def picture():
    return Response(b"\\xff\\xd8 picture", mimetype="image/jpeg")

@app.route("/echo/<path:rest>", methods=["GET", "POST"])
def echo(rest):
    asked = [
        request.method, request.path, request.args.getlist("tag"), request.args.get("q"),
        request.headers.get("x-team"), request.cookies.get("t"), request.headers.get("content-type") or None,
        request.get_data(as_text=True), request.scheme, request.host,
    ]
    return Response(repr(asked), mimetype="text/plain")

def handler(event, context):
    return handle_request(app, event, context)
`,
  "powertools.py": `
from aws_lambda_powertools.event_handler import (
    ALBResolver, APIGatewayHttpResolver, APIGatewayRestResolver, LambdaFunctionUrlResolver, Response,
)

def make(app):
    @app.get("/health")
    def health():
        return {"status": "ok"}

    @app.route("/echo/.+", method=["GET", "POST"])
    def echo():
        event = app.current_event
        headers = {name.lower(): value for name, value in event.headers.items()}
        asked = [event.http_method, headers["x-team"], event.query_string_parameters["q"], event.body]
        return Response(200, "text/plain", repr(asked))

    return app.resolve

http = make(APIGatewayHttpResolver())
url = make(LambdaFunctionUrlResolver())
rest = make(APIGatewayRestResolver())
alb = make(ALBResolver())
`,
};

let task: string;
let opt: string;

beforeAll(async () => {
  if (python === "") throw new Error("No Python is on this machine that Lambda has a runtime for.");
  task = await temporaryDirectory("task");
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(task, name), text);
  opt = await temporaryDirectory("opt");
  const into = ["--target", join(opt, "python"), "--python", python, "--only-binary", ":all:", "--compile-bytecode"];
  await promisify(execFile)(inject("uv"), ["pip", "install", "--no-config", "--quiet", ...into, ...PACKAGES], {
    env: { ...installerEnvironment(), ...indexEnvironment(), UV_PYTHON_DOWNLOADS: "never" },
  });
});

/** Runs the handler as Lambda does, in a Python of its own. */
function lambdaOf(handler: string): Invoke {
  return async (_, event) => {
    const result = await callHandler({
      python,
      task,
      opt,
      bundled: undefined,
      handler,
      event,
      context: {
        timeout: 30,
        aws_request_id: "id",
        function_name: "f",
        invoked_function_arn: "arn",
        memory_limit_in_mb: 128,
      },
      env: {},
    });
    if (result.ended === "returned") return { payload: result.payload, functionError: undefined, logResult: undefined };
    const error = result.ended === "raised" ? result.error : { errorMessage: result.log };
    return { payload: JSON.stringify(error), functionError: "Unhandled", logResult: undefined };
  };
}

async function check(handler: string, event: SmokeEvent, lines: readonly string[]) {
  const { tests, problems } = parseSmokeTests(lines.join("\n"));
  expect(problems).toEqual([]);
  const outcome = await runSmokeTests({
    invoke: lambdaOf(handler),
    qualifier: "1",
    tests,
    event,
    region: "eu-central-1",
    waitMs: 1,
    clock: fastClock(),
    newRequestId: () => "0f1e2d3c",
    now: () => new Date(),
    onResult: () => {},
  });
  const reasons = outcome.results
    .filter(({ ok }) => !ok)
    .map(({ method, path, reason }) => `${method} ${path} ${reason}`);
  return { reasons, hint: outcome.outcome === "failed" ? outcome.failure.hint : undefined };
}

const contains = (python: string) => `contains ${JSON.stringify(python)}`;
const ASKED = 'header X-Team: "blue" header Cookie: "s=1; t=2" header Host: "api.example.com"';

describe("the event of a smoke test, by real adapters", () => {
  const frameworks = ["asgi.handler", "wsgi.handler"].flatMap((handler) =>
    EVENT_SHAPES.map((shape) => [handler, shape] as const),
  );

  test.each(frameworks)("%s understands %s as the request of the line", async (handler, shape) => {
    // A load balancer hands on only the last of several values.
    const tags = shape === "alb" ? "['y&z']" : "['x', 'y&z']";
    const got = `['GET', '/echo/café/a b', ${tags}, 'a b', 'blue', '2', None, '', 'https', 'api.example.com']`;
    const posted = `['POST', '/echo/new', [], None, 'blue', '2', 'application/json', '{"a":"é"}', 'https', 'api.example.com']`;
    const { reasons } = await check(handler, shape, [
      'GET /health 200 contains "ok"',
      `GET /echo/caf%C3%A9/a%20b?tag=x&tag=y%26z&q=a+b 200 ${ASKED} ${contains(got)}`,
      `POST /echo/new 200 ${ASKED} ${contains(posted)} body={"a":"é"}`,
      'GET /picture 200 contains "picture"',
      "DELETE /health 405",
    ]);
    expect(reasons).toEqual([]);
  });

  test.each([
    ["powertools.http", "http-api"],
    ["powertools.url", "function-url"],
    ["powertools.rest", "rest-api"],
    ["powertools.alb", "alb"],
  ] as const)("%s understands %s", async (handler, shape) => {
    const asked = 'header x-team: "blue"';
    const { reasons } = await check(handler, shape, [
      'GET /health 200 contains "ok"',
      `POST /echo/a?q=1 200 ${asked} ${contains("['POST', 'blue', '1', '{\"a\":1}']")} body={"a":1}`,
      "GET /nowhere 404",
    ]);
    expect(reasons).toEqual([]);
  });

  test.each([
    ["powertools.http", "rest-api", "`http-api` or `function-url`"],
    ["powertools.url", "alb", "`http-api` or `function-url`"],
    ["powertools.rest", "http-api", "`rest-api` or `alb`"],
    ["powertools.alb", "function-url", "`rest-api` or `alb`"],
  ] as const)("%s fails with %s, and the next step names the right form", async (handler, shape, right) => {
    const { reasons, hint } = await check(handler, shape, ["GET /health"]);
    expect(reasons).toEqual([expect.stringMatching(/^GET \/health failed with KeyError: '(http|httpMethod)'$/)]);
    expect(hint).toBe(`The handler asks for another form of event: set \`smoke-event\` to ${right}.`);
  });

  test("a redirect is an answer, not followed", async () => {
    const { reasons, hint } = await check("asgi.handler", "http-api", ["GET /health/", "GET /health/ 307"]);
    expect(reasons).toEqual(["GET /health/ answered 307, a redirect, instead of 2xx"]);
    expect(hint).toContain("not followed");
  });

  test("a file is the event, whatever the line is called", async () => {
    const event = {
      version: "2.0",
      rawPath: "/health",
      headers: {},
      requestContext: { stage: "$default", http: { method: "GET" } },
    };
    const file = { file: "event.json", text: JSON.stringify(event) };
    expect(await check("powertools.http", file, ['POST /anything contains "ok"'])).toEqual({
      reasons: [],
      hint: undefined,
    });
  });
});
