// Everything to run before a commit, in the order that fails fastest.
import { spawnSync } from "node:child_process";

const commands = ["format", "lint", "typecheck", "docs", "build", "test"];

for (const command of commands) {
  console.log(`\n== npm run ${command}`);
  // npm is a script on Windows, which only a shell can start.
  const { status } = spawnSync(`npm run --silent ${command}`, { shell: true, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
