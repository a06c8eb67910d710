import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Environment } from "../machine/environment.js";

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Environment;
  readonly cwd: string;
  readonly onLine?: (line: string) => void;
  /** Ends the child and all that it has started. */
  readonly signal?: AbortSignal | undefined;
}

export interface ToolResult {
  /** Exit code; 128 + number of the signal when a signal ended the child, as shells say it. */
  readonly code: number;
  /** The last million characters. */
  readonly stdout: string;
  /** The last million characters. */
  readonly stderr: string;
}

const KEPT_CHARACTERS = 1_000_000;
const LONGEST_LINE = 64_000;

/** Runs a program to its end, without a shell. Rejects when it cannot be started (`ENOENT`) or when `signal` aborts. */
export function runTool(run: ToolRun): Promise<ToolResult> {
  const windows = process.platform === "win32";
  return new Promise((resolve, reject) => {
    run.signal?.throwIfAborted();
    const child = spawn(run.command, run.args, {
      cwd: run.cwd,
      env: run.env,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      detached: !windows, // leads a process group of its own, so that the group can be ended
    });
    const stdout = collect(child.stdout, run.onLine);
    const stderr = collect(child.stderr, run.onLine);

    const end = () => {
      if (child.pid !== undefined) endGroup(child.pid, windows);
      child.stdout.destroy();
      child.stderr.destroy();
      reject(run.signal?.reason);
    };
    run.signal?.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      run.signal?.removeEventListener("abort", end);
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), stdout: stdout(), stderr: stderr() });
    });
  });
}

function endGroup(pid: number, windows: boolean): void {
  if (windows) {
    // By its absolute path and without an environment: nothing else is meant by that name.
    const taskkill = path.win32.join(process.env.SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
    const options = { stdio: "ignore", windowsHide: true, cwd: path.dirname(taskkill), env: {} } as const;
    spawn(taskkill, ["/pid", String(pid), "/T", "/F"], options).once("error", () => {});
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function collect(stream: Readable, onLine: (line: string) => void = () => {}): () => string {
  let kept = "";
  let open = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    kept = (kept + chunk).slice(-KEPT_CHARACTERS);
    // A carriage return at the end of a chunk may be the first half of a line end.
    const lines = (open + chunk).split(/\r\n|\n|\r(?!$)/);
    open = lines.pop() ?? "";
    for (const line of lines) onLine(line);
    if (open.length > LONGEST_LINE) {
      onLine(open);
      open = "";
    }
  });
  stream.once("end", () => {
    if (open !== "") onLine(open.replace(/\r$/, ""));
  });
  return () => kept;
}
