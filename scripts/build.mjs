// Builds dist/, the committed bundle that GitHub runs: tsc, then ncc, then the licences of what is in it.
// After a clean `npm ci` the result is the same byte for byte under every Node from 20 on.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licensesText } from "./licenses.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

// Chunks have numbers for names: what an earlier build left behind would stay in the commit.
rmSync(join(root, "dist"), { recursive: true, force: true });
rmSync(join(root, "lib"), { recursive: true, force: true });

runBin("typescript", "tsc", ["-p", "."]);
runBin("@vercel/ncc", "ncc", ["build", "lib/index.js", "-o", "dist", "--no-cache"]);
// ncc's own --license forgets all packages but one as soon as there is a second chunk.
writeFileSync(join(root, "dist", "licenses.txt"), licensesText(root));

/** Runs a package's command under this Node, without a shell, so that it works on Windows too. */
function runBin(packageName, command, args) {
  const directory = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const { status, error } = spawnSync(process.execPath, [join(directory, bin[command]), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
