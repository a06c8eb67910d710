import { spawnSync } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { runTool, type ToolRun } from "../../src/layer/tool.ts";
import { fencedLog, scrub } from "../../src/layer/tool-output.ts";
import { machineEnvironment } from "../support/machine.ts";
import { temporaryDirectory } from "../support/workspace.ts";

async function node(script: string, others: Partial<ToolRun> = {}) {
  const cwd = await temporaryDirectory("tool");
  return runTool({ command: process.execPath, args: ["-e", script], env: machineEnvironment(), cwd, ...others });
}

describe("runTool", () => {
  test("gives the exit code and both outputs", async () => {
    expect(await node("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
      code: 3,
      stdout: "out\n",
      stderr: "err\n",
    });
  });

  test("passes arguments as they are, through no shell", async () => {
    const args = ["$HOME", "a b", '"quoted"', "%PATH%", "*", "; exit 9", "a&b", ""];
    const run = { args: ["-p", "JSON.stringify(process.argv.slice(1))", ...args] };

    expect(JSON.parse((await node("", run)).stdout)).toEqual(args);
  });

  test("passes the given environment and nothing of its own", async () => {
    const env = { ...machineEnvironment(), ONLY: "this" };

    const { stdout } = await node("console.log(JSON.stringify(Object.keys(process.env)))", { env });

    const names = JSON.parse(stdout) as string[];
    expect(names).toContain("ONLY");
    // Windows and macOS add some of their own.
    if (process.platform === "linux") expect(names.toSorted()).toEqual(Object.keys(env).toSorted());
    expect(names).not.toContain("TEST_TEMP");
  });

  test("runs in the given directory", async () => {
    const cwd = await temporaryDirectory("cwd");

    expect((await node("console.log(process.cwd())", { cwd })).stdout.trim()).toBe(cwd);
  });

  test("has no input to wait for", async () => {
    expect((await node("process.stdin.on('end', () => console.log('ended')).resume()")).stdout).toBe("ended\n");
  });

  test.each([
    ["lines of both outputs", "console.log('a'); console.error('b')", ["a", "b"]],
    ["Windows line ends", String.raw`process.stdout.write('a\r\nb\r\n')`, ["a", "b"]],
    [
      "carriage returns, since a runner takes them for line ends",
      String.raw`process.stdout.write('a\rb\n')`,
      ["a", "b"],
    ],
    [
      "a line end that comes in two parts",
      String.raw`process.stdout.write('a\r'); setTimeout(() => process.stdout.write('\nb\n'), 100)`,
      ["a", "b"],
    ],
    ["a last line without end", "process.stdout.write('a')", ["a"]],
    ["empty lines", String.raw`process.stdout.write('a\n\nb\n')`, ["a", "", "b"]],
    [
      "letters that come in two parts",
      "process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xa9, 10])), 100)",
      ["é"],
    ],
  ])("streams %s", async (_, script, expected) => {
    const lines: string[] = [];

    await node(script, { onLine: (line) => lines.push(line) });

    expect(lines.toSorted()).toEqual(expected.toSorted());
  });

  test("streams a line before the end of the tool", async () => {
    const controller = new AbortController();
    const onLine = (line: string) => controller.abort(new Error(`saw ${line}`));

    await expect(
      node("console.log('early'); setInterval(() => {}, 1000)", { onLine, signal: controller.signal }),
    ).rejects.toThrow("saw early");
  });

  test("keeps the end of a long output, and cuts a line that never ends", async () => {
    const lines: string[] = [];
    const script = "process.stdout.write('x'.repeat(3_000_000)); process.stdout.write('the end')";

    const { stdout } = await node(script, { onLine: (line) => lines.push(line) });

    expect(stdout.length).toBe(1_000_000);
    expect(stdout.endsWith("xthe end")).toBe(true);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join("").length).toBe(3_000_007);
  });

  test("ends the tool and what it has started, when it is told to", async () => {
    const grandchild = "setInterval(() => {}, 1000)";
    const script = `
      const { spawn } = require("node:child_process");
      console.log(spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" }).pid);
      setInterval(() => {}, 1000);
    `;
    const controller = new AbortController();
    let pid = 0;
    const onLine = (line: string) => {
      pid = Number(line);
      controller.abort(new Error("enough"));
    };

    await expect(node(script, { onLine, signal: controller.signal })).rejects.toThrow("enough");

    while (isRunning(pid)) await setTimeout(20);
  });

  test("starts nothing when it was told to end before", async () => {
    await expect(node("", { signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow("too late");
  });

  test.skipIf(process.platform === "win32")(
    "a tool that a signal ended has a code as shells give it (Windows has no signals)",
    async () => {
      expect((await node("process.kill(process.pid, 'SIGKILL')")).code).toBe(137);
    },
  );

  test("rejects when there is no such program", async () => {
    await expect(node("", { command: "no-such-program" })).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("fencedLog", () => {
  function recorder() {
    const lines: string[] = [];
    return { lines, info: (line: string) => lines.push(line) };
  }

  test("what a tool prints stands between a stop and a start of workflow commands", async () => {
    const log = recorder();

    const result = await fencedLog(log, [], async (onLine) => {
      onLine("::error::not a command");
      return 7;
    });

    const [stop = "", ...rest] = log.lines;
    const token = stop.slice("::stop-commands::".length);
    expect(result).toBe(7);
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(stop).toBe(`::stop-commands::${token}`);
    expect(rest).toEqual(["::error::not a command", `::${token}::`]);
  });

  test("commands work again after a failure, and each fence has a token of its own", async () => {
    const log = recorder();
    const failing = async () => {
      throw new Error("broken");
    };

    await expect(fencedLog(log, [], failing)).rejects.toThrow("broken");
    await expect(fencedLog(log, [], failing)).rejects.toThrow("broken");

    const [first = "", second, third = "", fourth] = log.lines;
    expect(second).toBe(`::${first.slice("::stop-commands::".length)}::`);
    expect(fourth).toBe(`::${third.slice("::stop-commands::".length)}::`);
    expect(third).not.toBe(first);
  });

  test("secrets do not come through", async () => {
    const log = recorder();

    await fencedLog(log, ["hunter2"], async (onLine) => onLine("get https://joe:hunter2@host/ with hunter2"));

    expect(log.lines[1]).toBe("get https://***@host/ with ***");
  });
});

test.each([
  ["https://user:pw@host/simple", [], "https://***@host/simple"],
  ["https://user@host/simple", [], "https://***@host/simple"],
  ["git+https://tok3n:@host/x.git and http://a:b@c:1/", [], "git+https://***@host/x.git and http://***@c:1/"],
  ["https://user:p@ss@host/", [], "https://***@host/"],
  ["`https://user:pw@host`", [], "`https://***@host`"],
  ["https://host/@scope/name https://host/a@1", [], "https://host/@scope/name https://host/a@1"],
  ["mail me@host, // a comment @ home", [], "mail me@host, // a comment @ home"],
  ["p%40ss and p@ss", ["p@ss"], "*** and ***"],
  ["longer-secret", ["longer", "longer-secret"], "***"],
  ["a $& b", ["a $&"], "*** b"],
  ["version 1.0", ["1", "1.0", ""], "version 1.0"],
])("scrub(%j, %j)", (text, secrets, expected) => {
  expect(scrub(text, secrets)).toBe(expected);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended but was not yet waited for counts as ended.
  if (process.platform !== "linux") return true;
  return !/^Z/.test(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout);
}
