import { execFile, spawnSync } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { machineEnvironment, repository } from "../support/machine.ts";
import { createWorkspace, temporaryDirectory, writeFiles } from "../support/workspace.ts";

const PYTHON = {
  executable: true,
  content: '#!/bin/sh\necho "python $*" >> "$LOG"\n[ "$1" = -c ] && echo "$0"\nexit 0\n',
} as const;
const BROKEN = { executable: true, content: "#!/bin/sh\nexit 127\n" } as const;
const NPM = { executable: true, content: '#!/bin/sh\necho "npm $*" >> "$LOG"\n' } as const;

async function setup(clone: string, path: string) {
  const log = join(clone, "log");
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, "scripts", "setup.mjs")], {
    cwd: clone,
    encoding: "utf8",
    env: { ...machineEnvironment(), PATH: path, LOG: log },
  });
  const started = await readFile(log, "utf8").catch(() => "");
  return { status, said: stdout.split("\n"), stderr, started: started.split("\n").slice(0, -1) };
}

async function freshClone(): Promise<string> {
  const lock = { lockfileVersion: 3, packages: { "": {}, "node_modules/left": { version: "1.0.0" } } };
  const clone = await createWorkspace({ files: { "package-lock.json": JSON.stringify(lock) } });
  await cp(join(repository, "scripts"), join(clone, "scripts"), { recursive: true });
  return clone;
}

async function toolsOf(files: Parameters<typeof writeFiles>[1]): Promise<string> {
  const directory = await temporaryDirectory("tools");
  await writeFiles(directory, files);
  return [directory, "/usr/bin", "/bin"].join(delimiter);
}

describe("setup on a fresh clone", () => {
  beforeEach(({ skip }) => skip(process.platform === "win32", "its stand-ins for npm and Python are shell scripts"));

  test("installs the packages and makes the Python environment, each said in one line", async () => {
    const clone = await freshClone();
    const { status, said, started } = await setup(clone, await toolsOf({ npm: NPM, python3: PYTHON }));
    expect(status).toBe(1);
    expect(said[0]).toBe("Installing the npm packages of package-lock.json …");
    expect(started[0]).toBe("npm ci --loglevel=error");
    expect(started.some((line) => /^python -m venv .*\.cache\/venv$/.test(line))).toBe(true);
  });

  test("passes over a python3 that starts nothing", async () => {
    const clone = await freshClone();
    const { said } = await setup(clone, await toolsOf({ npm: NPM, python3: BROKEN, python: PYTHON }));
    expect(said[1]).toMatch(/^Making a Python environment in \.cache\/venv with .*\/python …$/);
  });

  test("says in one sentence what is missing when there is no Python", async () => {
    const clone = await freshClone();
    const directory = await temporaryDirectory("tools");
    await writeFiles(directory, { npm: NPM });
    const { status, stderr } = await setup(clone, directory);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^No Python 3\.10 or newer that has the venv module was found \(tried python3, python, /);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("installs again when the lock file names another version", async () => {
    const clone = await freshClone();
    const installed = (version: string) =>
      writeFiles(clone, {
        "node_modules/.package-lock.json": JSON.stringify({ packages: { "node_modules/left": { version } } }),
      });
    await installed("0.9.0");
    expect((await setup(clone, await toolsOf({ npm: NPM, python3: PYTHON }))).started[0]).toBe(
      "npm ci --loglevel=error",
    );
    await rm(join(clone, "log"));
    await installed("1.0.0");
    expect((await setup(clone, await toolsOf({ npm: NPM, python3: PYTHON }))).started[0]).toMatch(/^python/);
  });
});

test("setup starts nothing where everything is there", async () => {
  const script = join(repository, "scripts", "setup.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { ...machineEnvironment(), PATH: await temporaryDirectory("nothing") },
  });
  expect(stdout).toBe("Ready. `npm test` runs the tests, `npm run demo` the demo.\n");
});

test("the totals of a test run count broken files and hooks as failures, and keep the reasons of skips", async () => {
  const project = await createWorkspace({
    files: {
      "good.test.js": `test("good", () => {}); test("skipped", (context) => context.skip("no Python 3.14"));`,
      "bad.test.js": `test("bad", () => { throw new Error("bad"); });`,
      "broken.test.js": `throw new Error("cannot be loaded");`,
      "hook.test.js": `beforeAll(() => { throw new Error("hook"); }); test("never", () => {});`,
    },
  });
  const results = join(project, "results.json");
  const vitest = join(repository, "node_modules", "vitest", "vitest.mjs");
  const reporter = join(repository, "scripts", "test-reporter.mjs");
  spawnSync(process.execPath, [vitest, "run", "--globals", "--root", project, `--reporter=${reporter}`], {
    env: { ...machineEnvironment(), PATH: dirname(process.execPath), TEST_RESULTS: results },
  });
  expect(JSON.parse(await readFile(results, "utf8"))).toEqual({
    passed: 1,
    failed: 3,
    skipped: [{ name: "good.test.js > skipped", reason: "no Python 3.14" }, { name: "hook.test.js > never" }],
  });
});
