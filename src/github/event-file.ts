import { readFile } from "node:fs/promises";
import type { Environment } from "../machine/environment.js";
import { parseEvent, type RunEvent } from "./event.js";

/** Reads the event that started the run. */
export async function readEvent(env: Environment): Promise<RunEvent> {
  const { GITHUB_EVENT_PATH: file } = env;
  return parseEvent(env, file === undefined ? "" : await readFile(file, "utf8").catch(() => ""));
}
