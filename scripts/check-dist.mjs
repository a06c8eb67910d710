// Proves that the committed dist/ is what a clean `npm ci` of the committed sources builds, chunks included.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const expected = join(root, ".cache", "expected-dist");
const copy = mkdtempSync(join(tmpdir(), "check-dist-"));

try {
  run("git", ["clone", "--quiet", "--no-hardlinks", root, copy], root);
  // npm is a script on Windows, which only a shell can start.
  run("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"], copy, process.platform === "win32");
  run(process.execPath, ["scripts/build.mjs"], copy);

  // Intent to add, so that a chunk which is not committed counts as a difference.
  run("git", ["add", "--intent-to-add", "dist"], copy);
  const differences = execFileSync("git", ["diff", "--stat", "HEAD", "--", "dist"], { cwd: copy, encoding: "utf8" });
  if (differences === "") {
    console.log("dist/ is what a clean install builds.");
  } else {
    rmSync(expected, { recursive: true, force: true });
    cpSync(join(copy, "dist"), expected, { recursive: true });
    console.error(`dist/ is not what the committed sources build:\n${differences}`);
    console.error(
      "Fix it with: npm ci && npm run build && git add dist && git commit (the expected one is in .cache/expected-dist)",
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
}

function run(command, args, cwd, shell = false) {
  execFileSync(command, args, { cwd, shell, stdio: ["ignore", "ignore", "inherit"] });
}
