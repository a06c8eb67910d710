import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { venvPython } from "../python.ts";

export interface Moto {
  readonly port: number;
  /** Ends the server and waits until it is gone. */
  stop(): Promise<void>;
}

// The server ends when its standard input closes, which the operating system does for us even when this process is
// killed: no orphan is left behind by a crashed test run.
const PROGRAM = `
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
from moto.server import main
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
`;
const ATTEMPTS = 3;
const READY_WITHIN_MS = 60_000;

/**
 * Starts a moto server (S3, IAM, STS) on a free loopback port and waits until it answers. `prelude` is Python that runs before it. Throws
 * with its stderr when it does not answer.
 */
export async function startMoto({ python = venvPython(), prelude = "" } = {}): Promise<Moto> {
  let trouble = "";
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = await freePort();
    const child = spawn(python, ["-c", `${prelude}\n${PROGRAM}`, String(port)], {
      stdio: ["pipe", "ignore", "pipe"],
      env: environment(),
    });
    const stderr = collect(child);
    if (await ready(child, port)) return { port, stop: () => stop(child) };
    await stop(child);
    trouble = stderr();
  }
  throw new Error(`moto did not start (python: ${python}; run \`npm run setup\`).\n${trouble}`);
}

function environment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function collect(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if (chunks.length > 200) chunks.shift();
  });
  child.on("error", (error) => chunks.push(Buffer.from(error.message)));
  child.stdin?.on("error", () => {});
  return () => Buffer.concat(chunks).toString().slice(-2_000);
}

async function ready(child: ChildProcess, port: number): Promise<boolean> {
  let gone = false;
  child.once("error", () => {
    gone = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!gone && child.exitCode === null && Date.now() < deadline) {
    const answered = await fetch(`http://127.0.0.1:${port}/moto-api/data.json`).then(
      (response) => response.body?.cancel().then(() => response.ok) ?? response.ok,
      () => false,
    );
    if (answered) return true;
    await sleep(25);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
