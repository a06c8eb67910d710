import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { rawZip } from "../support/raw-archives.ts";
import { setStage } from "../support/stage.ts";
import { createWorkspace } from "../support/workspace.ts";

const stage = setStage();

/** A web application of one function; `broken` answers 500 at /orders. */
const app = (version: string, broken = false) => `
import dep

def handler(event, context):
    path = event["rawPath"]
    if path == "/health":
        return {"statusCode": 200, "body": "${version} " + dep.VERSION}
    return {"statusCode": ${broken ? 500 : 200}, "body": "orders of ${version}"}
`;

const LINES = `
# the new version, before anybody meets it
GET /health 200 <30s contains "1.0"
POST /orders 200 header Authorization: "Bearer s3cr3t-value" body={"password":"hunter2"}
`;

async function workspaceOf(code: string, requirements = "dep==1.0\n"): Promise<string> {
  return createWorkspace({ files: { "app.py": code, "requirements.txt": requirements }, git: true });
}

async function newFunction(name: string): Promise<void> {
  const zip = rawZip([{ name: "app.py", content: "def handler(event, context):\n    return 'first'\n" }]);
  await stage.aws.createFunction({ name, zip, handler: "app.handler", runtime: "python3.11" });
}

async function deploy(name: string, workspace: string, inputs: Readonly<Record<string, string>>) {
  stage.aws.resetCalls();
  const run = await stage.run(workspace, { "function-name": name, "smoke-tests": LINES, ...inputs });
  const path = run.outputs["report-json"];
  const report = path === undefined ? undefined : JSON.parse(await readFile(path, "utf8"));
  const order = stage.aws.calls.map(({ op }) => op).filter((op) => /^(Publish|Update|Create|Invoke)/.test(op));
  return { run, report, order };
}

const order = { rawPath: "/orders" };

describe("smoke tests", () => {
  it("run on the new version before the alias moves, and stand in summary and report", async () => {
    await newFunction("checked");
    const { run, report, order } = await deploy("checked", await workspaceOf(app("one")), { "alias-name": "live" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(order.slice(-4)).toEqual(["PublishVersion", "Invoke", "Invoke", "CreateAlias"]);
    const table = run.summary.split("\n").filter((line) => /^\| (check|<code>(GET|POST)) /.test(line));
    expect(table).toEqual([
      "| check | answer | time | cold start |",
      expect.stringMatching(/^\| <code>GET \/health<\/code> \| ✅ 200 \| [^|]+\sm?s \| [^|]+\sm?s \|$/),
      expect.stringMatching(/^\| <code>POST \/orders<\/code> \| ✅ 200 \| [^|]+\sm?s \| {2}\|$/),
    ]);
    expect(report.smokeTests).toMatchObject([
      { method: "GET", path: "/health", expected: "200", status: 200, ok: true },
      { method: "POST", path: "/orders", status: 200, ok: true },
    ]);
    expect(report.phases.map(({ name }: { name: string }) => name)).toContain("check");
    expect(run.masks).toContain("s3cr3t-value");
    const shown = [run.stdout, run.summary, JSON.stringify(report), JSON.stringify(run.outputs)].join("\n");
    expect(shown).not.toMatch(/s3cr3t-value|hunter2|orders of one/);

    const again = await deploy("checked", await workspaceOf(app("one")), { "alias-name": "live" });
    expect(again.run.exitCode).toBe(0);
    expect(again.order).toEqual([]);
  });

  it.each([
    ["behind an alias", { "alias-name": "live" }],
    ["without alias", {}],
    ["without versions", { publish: "false" }],
  ])("put everything back when one fails, %s", async (title, inputs) => {
    const name = `failing-${title.replaceAll(" ", "-")}`;
    await newFunction(name);
    const good = await deploy(name, await workspaceOf(app("one")), inputs);
    expect(good.run.exitCode, good.run.stdout).toBe(0);
    const before = await stage.aws.getFunction(name);

    const bad = await deploy(name, await workspaceOf(app("two", true), "dep==2.0\n"), inputs);
    expect(bad.run.exitCode).toBe(1);
    expect(bad.run.outputs["rolled-back"]).toBe("true");
    expect(bad.run.stdout).toContain("\nPut back: code, layers.\n");
    expect(bad.report).toMatchObject({
      outcome: "rolled-back",
      smokeTests: [
        { path: "/health", ok: false, reason: 'answered without "1.0" in the body' },
        { path: "/orders", ok: false, status: 500, reason: "answered 500 instead of 200" },
      ],
    });
    expect(bad.run.annotations.error[0]?.message).toContain(
      "2 of 2 checks failed, the first: `GET /health` answered without",
    );
    expect(bad.run.summary.split("\n")[0]).toMatch(/^### ↩️ /);
    expect(bad.run.summary.indexOf("| check |")).toBeLessThan(bad.run.summary.indexOf("<details>"));
    const after = await stage.aws.getFunction(name);
    expect(after.zip.equals(before.zip)).toBe(true);
    expect(after.configuration.Layers).toEqual(before.configuration.Layers);
    if ("alias-name" in inputs) {
      expect(await invoke(name, "live")).toMatchObject({ statusCode: 200, body: "orders of one" });
    }
  });

  it("with wrong lines stop the run before AWS is asked for anything", async () => {
    await newFunction("wrong-lines");
    const lines = "GET /health 200\nGOT /orders\nGET /orders 2000\n";
    const { run } = await deploy("wrong-lines", await workspaceOf(app("one")), { "smoke-tests": lines });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.error[0]?.message).toMatch(/line 2: "GOT" is no method.*line 3: "2000" is no status/s);
    expect(stage.aws.calls).toHaveLength(0);
  });

  it("are not run by a dry run", async () => {
    await newFunction("dry");
    const { run, order } = await deploy("dry", await workspaceOf(app("one")), { "dry-run": "true" });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(order).toEqual([]);
  });
});

async function invoke(name: string, qualifier: string): Promise<unknown> {
  const { InvokeCommand } = await import("@aws-sdk/client-lambda");
  const reply = await stage.lambda.send(
    new InvokeCommand({ FunctionName: name, Qualifier: qualifier, Payload: JSON.stringify(order) }),
  );
  return JSON.parse(reply.Payload?.transformToString() ?? "null");
}
