import { execFileSync } from "node:child_process";
import { describe, expect, inject, it } from "vitest";
import { checkHandler, type HandlerQuestion } from "../../src/function/handler.ts";
import { createWorkspace } from "../support/workspace.ts";

function check(handler: string | undefined, paths: readonly string[], more: Partial<HandlerQuestion> = {}) {
  const entries = paths.map((path) => ({ path }));
  return checkHandler({ handler, entries, layerImportNames: [], hasOtherLayers: false, ...more });
}

function refusal(handler: string, paths: readonly string[], more: Partial<HandlerQuestion> = {}) {
  try {
    check(handler, paths, more);
  } catch (error) {
    return error;
  }
  throw new Error("It was not refused.");
}

describe("the handler's module", () => {
  it.each([
    ["lambda_function.handler", "lambda_function.py"],
    ["app.main.handler", "app/main.py"],
    ["app/main.handler", "app/main.py"],
    ["app/api.main.handler", "app/api/main.py"],
    ["app.handler", "app/__init__.py"],
    ["app.main.handler", "app/main/__init__.py"],
    ["app.main.handler", "app/main.pyc"],
    ["app.fast.handler", "app/fast.abi3.so"],
    ["app.fast.handler", "app/fast.cpython-312-x86_64-linux-gnu.so"],
    ["app.fast.handler", "app/fast/__init__.so"],
    ["two-words.handler", "two-words.py"],
  ])("%s is %s", (handler, path) => {
    expect(check(handler, ["other.py", path])).toEqual({ outcome: "present" });
    expect(refusal(handler, ["other.py"])).toMatchObject({ code: "handler" });
  });

  it.each([
    ["app.main.handler", "app/main.txt"],
    ["app.main.handler", "app/main/data.py"],
    ["app.main.handler", "app/main.test.py"],
    ["app.main.handler", "app/Main.py"],
    ["app.main.handler", "src/app/main.py"],
    ["app.main", "app/main.py"],
    ["./app.handler", "app.py"],
    ["app.main.handler", "app/main.py/x.txt"],
  ])("%s is not %s", (handler, path) => {
    expect(refusal(handler, [path])).toMatchObject({ name: "ActionError", code: "handler" });
  });

  it("is looked for as the runtime imports it", async () => {
    const runtime = `import importlib, sys
sys.path.insert(0, sys.argv[1])
modname, fname = sys.argv[2].rsplit(".", 1)
getattr(importlib.import_module(modname.replace("/", ".")), fname)`;
    const imports = (directory: string, handler: string): boolean => {
      try {
        execFileSync(inject("python"), ["-I", "-c", runtime, directory, handler], { stdio: "ignore" });
        return true;
      } catch {
        return false;
      }
    };
    const present = (path: string, handler: string): boolean => {
      try {
        return check(handler, [path]).outcome === "present";
      } catch {
        return false;
      }
    };
    for (const path of [
      "app.py",
      "app/__init__.py",
      "app/main.py",
      "src/app/main.py",
      "app/main/more.py",
      "two-words.py",
    ]) {
      const directory = await createWorkspace({ files: { [path]: "def handler(event, context): pass\n" } });
      for (const handler of [
        "app.handler",
        "app.main.handler",
        "app/main.handler",
        "src/app.main.handler",
        "two-words.handler",
      ]) {
        expect([path, handler, present(path, handler)]).toEqual([path, handler, imports(directory, handler)]);
      }
    }
  });

  it("is not checked when the function names no handler", () => {
    expect(check(undefined, ["x.py"])).toEqual({ outcome: "present" });
  });

  it.each(["handler", "", ".handler"])("must be named: %j", (handler) => {
    expect(refusal(handler, ["handler.py"])).toMatchObject({
      code: "handler",
      message: `The handler ${JSON.stringify(handler)} names no module and function.`,
    });
  });
});

describe("a handler that is not in the code package", () => {
  const DATADOG = "datadog_lambda.handler.handler";
  const NOTICE = {
    outcome: "elsewhere",
    notice: {
      level: "note",
      text: `The handler \`${DATADOG}\` is not in the code package; it is expected in a layer.`,
    },
  };

  it.each<[string, Partial<HandlerQuestion>]>([
    ["our layer lets it be imported", { layerImportNames: ["yaml", "datadog_lambda"] }],
    ["our layer is made of its distribution", { layerImportNames: ["datadog-lambda"] }],
    ["the function has other layers", { hasOtherLayers: true }],
    [
      "the function has other layers and nothing is known of ours",
      { hasOtherLayers: true, layerImportNames: undefined },
    ],
  ])("is taken for a layer's when %s", (_, more) => {
    expect(check(DATADOG, ["app.py"], more)).toEqual(NOTICE);
  });

  it.each<[string, readonly string[], Partial<HandlerQuestion>]>([
    ["no layer can hold it", ["app.py"], { layerImportNames: ["yaml"] }],
    ["nothing is known of our layer", ["app.py"], { layerImportNames: undefined }],
    ["a package of the code hides the layer's", ["datadog_lambda/__init__.py"], { hasOtherLayers: true }],
    ["a module of the code hides the layer's", ["datadog_lambda.py"], { layerImportNames: ["datadog_lambda"] }],
  ])("is refused when %s", (_, paths, more) => {
    expect(refusal(DATADOG, paths, more)).toMatchObject({
      code: "handler",
      message: `The handler "${DATADOG}" needs "datadog_lambda/handler.py", which is not in the code package.`,
    });
  });

  it("is named with the files that could be meant", () => {
    const paths = ["a/app/Main.py", "lib/main/__init__.py", "main.txt", "src/app/main.py", "z/main.py"];
    expect(refusal("app.main.handler", paths)).toMatchObject({
      message: 'The handler "app.main.handler" needs "app/main.py", which is not in the code package.',
      hint: `The package holds "a/app/Main.py", "lib/main/__init__.py", "src/app/main.py": set \`code-artifacts-dir\` so that it becomes "app/main.py", or correct the function's handler.`,
    });
    expect(refusal("lambda_function.handler", ["lambda-function.py"])).toMatchObject({
      hint: expect.stringContaining('The package holds "lambda-function.py"'),
    });
  });

  it("is named with the modules at the top when nothing is near", () => {
    const paths = ["a.py", "b/x.py", "c/__init__.py", "d.py", "templates/x.html"];
    expect(refusal("index.handler", paths)).toMatchObject({
      hint: expect.stringMatching(
        /^At its top the package holds the modules "a", "b", "c": check `code-artifacts-dir`, /,
      ),
    });
    expect(refusal("index.handler", ["x.txt"])).toMatchObject({
      hint: expect.stringMatching(/^At its top the package holds no Python modules: /),
    });
  });

  it("is quoted, so that it cannot become a workflow command", () => {
    const error = refusal("a\n::set-output name=x::y.handler", ["src/y\n::error::.py"]) as Error & { hint: string };
    expect(error.message).not.toContain("\n");
    expect(error.hint).not.toContain("\n");
  });
});
