import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { bundledPackages, findPython } from "../../python.ts";
import { callHandler, type HandlerResult } from "../probe.ts";
import type { Input } from "./input.ts";
import { findFunction, parseFunctionName } from "./names.ts";
import type { Answer, Scene } from "./scene.ts";
import type { Build, FunctionVersion, LambdaFunction } from "./state.ts";
import { functionNotFound, notEmulated, notJson, stillPending } from "./texts.ts";
import { resolve } from "./versions.ts";

const LOG_TAIL = 4_096;

/** Runs the function's Python for real, with code and layers unpacked. */
export async function invoke(scene: Scene, input: Input): Promise<Answer> {
  const asked = parseFunctionName(input.FunctionName ?? "", input.Qualifier, scene);
  const arn = `${asked.arn}:${asked.qualifier ?? "$LATEST"}`;
  scene.authorize("lambda:InvokeFunction", asked.qualifier === undefined ? asked.arn : arn);
  // [rec] test_invoke_exceptions: the missing function is quoted with $LATEST
  const target = findFunction(scene.state, { ...asked, qualifier: asked.qualifier ?? "$LATEST" });
  const version = chosen(target, asked.qualifier);
  if (version === undefined) throw functionNotFound(arn);
  if (version.status.is === "creating") throw stillPending();
  if (input.InvocationType === "DryRun") return { status: 204 };
  if (input.InvocationType === "Event") throw notEmulated("Invoke with InvocationType Event");
  const event = input.Payload?.length ? input.Payload.toString() : "{}";
  checkJson(event);
  const { payload, failed, log } = await run(scene, target, version, event);
  return {
    status: 200,
    headers: {
      "content-type": "application/json",
      "x-amz-executed-version": version.version,
      ...(failed && { "x-amz-function-error": "Unhandled" }),
      ...(input.LogType === "Tail" && { "x-amz-log-result": log.subarray(-LOG_TAIL).toString("base64") }),
    },
    body: Buffer.from(payload),
  };
}

/** The version that runs: of an alias with weights, one by chance. */
function chosen(target: LambdaFunction, qualifier: string | undefined): FunctionVersion | undefined {
  const alias = target.aliases.get(qualifier ?? "");
  const [other, weight] = Object.entries(alias?.weights ?? {})[0] ?? ["", 0];
  return Math.random() < weight ? target.versions.get(other) : resolve(target, qualifier);
}

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : String(error));
  }
}

async function run(scene: Scene, target: LambdaFunction, version: FunctionVersion, event: string) {
  const { serving } = version;
  const { Runtime, Handler, Timeout, MemorySize } = serving.settings as Record<string, string> & {
    Timeout: number;
    MemorySize: number;
  };
  const python = await findPython(String(Runtime).replace("python", ""));
  if (python === undefined || serving.content === undefined)
    throw notEmulated(`Invoke of ${Runtime}: no such interpreter here`);
  const [task, opt] = await Promise.all([
    scene.sandbox.unpacked([serving.content]),
    scene.sandbox.unpacked(serving.layers.map(({ content }) => content)),
  ]);
  const requestId = randomUUID();
  const result = await callHandler({
    python,
    task,
    opt,
    bundled: await bundledPackages(),
    handler: String(Handler),
    event,
    env: environment(scene, target, version, opt),
    context: {
      timeout: Timeout,
      aws_request_id: requestId,
      function_name: target.name,
      function_version: version.version,
      invoked_function_arn: target.arn,
      memory_limit_in_mb: String(MemorySize),
      log_group_name: `/aws/lambda/${target.name}`,
      log_stream_name: `2026/01/01/[${version.version}]${requestId.replaceAll("-", "")}`,
    },
  });
  const cold = !scene.warm.has(serving);
  scene.warm.add(serving);
  const { payload, failed } = outcome(result, requestId, Timeout);
  return { payload, failed, log: Buffer.from(logOf(result, version, requestId, MemorySize, cold)) };
}

// Nothing of this machine's own environment but the way to its programs: the code is a stranger's.
function environment(
  scene: Scene,
  target: LambdaFunction,
  version: FunctionVersion,
  opt: string,
): Record<string, string> {
  const { Runtime, Handler, MemorySize, Environment } = version.serving.settings as Build["settings"] & {
    Environment?: { Variables: Record<string, string> };
  };
  return {
    PATH: process.env.PATH ?? "",
    LD_LIBRARY_PATH: join(opt, "lib"),
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    AWS_REGION: scene.region,
    AWS_DEFAULT_REGION: scene.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: target.name,
    AWS_LAMBDA_FUNCTION_VERSION: version.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
    _HANDLER: String(Handler),
    ...Environment?.Variables,
  };
}

// [rec] TestLambdaErrors in test_lambda.snapshot.json
function outcome(result: HandlerResult, requestId: string, timeout: number): { payload: string; failed: boolean } {
  const sandboxError = (errorType: string, text: string) => ({
    payload: JSON.stringify({ errorType, errorMessage: `RequestId: ${requestId} Error: ${text}` }),
    failed: true,
  });
  switch (result.ended) {
    case "returned":
      return { payload: result.payload, failed: false };
    case "raised":
      return { payload: JSON.stringify(result.error), failed: true };
    case "timed-out":
      return sandboxError("Sandbox.Timedout", `Task timed out after ${timeout.toFixed(2)} seconds`);
    case "exited":
      return result.exit === 0
        ? sandboxError("Runtime.ExitError", "Runtime exited without providing a reason")
        : sandboxError("Runtime.ExitError", `Runtime exited with error: ${exitText(result.exit)}`);
    default:
      throw result satisfies never;
  }
}

const exitText = (exit: number | string) => (typeof exit === "number" ? `exit status ${exit}` : `signal: ${exit}`);

// [rec] test_invocation_with_logs: tabs between the facts, Init Duration only after a cold start, an empty fact at the end
function logOf(
  result: HandlerResult,
  { version }: FunctionVersion,
  requestId: string,
  memory: number,
  cold: boolean,
): string {
  const billed = Math.ceil(result.ms + (cold ? result.initMs : 0));
  const facts = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${result.ms.toFixed(2)} ms`,
    `Billed Duration: ${billed} ms`,
    `Memory Size: ${memory} MB`,
    `Max Memory Used: ${result.maxMemoryMb} MB`,
    ...(cold ? [`Init Duration: ${result.initMs.toFixed(2)} ms`] : []),
    "\n",
  ];
  const printed = result.log === "" || result.log.endsWith("\n") ? result.log : `${result.log}\n`;
  return `START RequestId: ${requestId} Version: ${version}\n${printed}END RequestId: ${requestId}\n${facts.join("\t")}`;
}
