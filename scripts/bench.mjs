// Makes the clone ready and runs the benchmark under Node 24, which runs TypeScript as it is.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { prepare } from "./setup.mjs";

try {
  const { node, env } = prepare();
  const story = fileURLToPath(new URL("bench/story.ts", import.meta.url));
  process.exitCode = spawnSync(node, [story, ...process.argv.slice(2)], { stdio: "inherit", env }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
