import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./setup.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, ".cache", "test-results.json");

/** Runs vitest under Node 24 and returns its exit code. */
function runTests(args) {
  const { node, env } = prepare();
  warnAboutOldBundle();
  rmSync(results, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const shown = args.some((arg) => arg.startsWith("--reporter")) ? [] : ["--reporter=default"];
  const { status } = spawnSync(node, [vitest, "run", ...args, ...shown, "--reporter=./scripts/test-reporter.mjs"], {
    cwd: root,
    stdio: "inherit",
    env: { ...withoutCredentials(env), TEST_RESULTS: results },
  });
  const filtered = args.some((arg) => arg === "-t" || arg.startsWith("--testNamePattern"));
  return close(status ?? 1, filtered);
}

// The tests start from a known environment. A workflow's or a person's own credentials, inputs and job files are none of
// their business; RUNNER_TOOL_CACHE stays, it holds interpreters.
function withoutCredentials(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(AWS|ACTIONS|INPUT|GITHUB)_/.test(name)));
}

// A checkout writes all files within seconds, in any order.
function warnAboutOldBundle() {
  const bundle = join(root, "dist", "index.js");
  if (!existsSync(bundle)) {
    console.warn("!! dist/index.js is missing: run `npm run build`. The end-to-end tests run what is in dist/.");
    return;
  }
  const sources = readdirSync(join(root, "src"), { recursive: true }).map((name) => join(root, "src", name));
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (newest > statSync(bundle).mtimeMs + 10_000) {
    console.warn("!! dist/ is older than src/: run `npm run build`. The end-to-end tests run what is in dist/.");
  }
}

function close(status, filtered) {
  if (!existsSync(results)) {
    console.error("The test run ended before it had a result.");
    return status || 1;
  }
  const { passed, failed, skipped } = JSON.parse(readFileSync(results, "utf8"));
  if (!filtered) {
    for (const { name, reason } of skipped) console.log(`skipped: ${name} (${reason ?? "no reason given"})`);
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 ? status || 1 : status;
}

try {
  process.exitCode = runTests(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
