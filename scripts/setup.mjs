import { execSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const binaries = windows ? "Scripts" : "bin";
const suffix = windows ? ".exe" : "";

/**
 * Makes a fresh clone ready: npm packages, Node 24, a Python environment with the AWS emulator and uv. Does only what is
 * missing. Throws an Error with one sentence when it cannot.
 *
 * @param {{ quiet?: boolean }} [options]
 * @returns {{ node: string, python: string, uv: string, env: Record<string, string> }} absolute paths of the tools, and the
 *   environment to start children with: this process's own, with Node 24 and the Python environment first on PATH
 */
export function prepare({ quiet = false } = {}) {
  const say = quiet ? () => {} : (sentence) => console.log(sentence);
  const node = installNode(say);
  installPackages(say, node);
  const venv = installPython(say);
  return {
    node,
    python: join(venv, `python${suffix}`),
    uv: join(venv, `uv${suffix}`),
    env: withPath([dirname(node), venv]),
  };
}

// npm runs under the Node of the tests, for which the packages are made.
function installPackages(say, node) {
  if (packagesAreCurrent()) return;
  say("Installing the npm packages of package-lock.json …");
  run("npm ci --loglevel=error", "`npm ci` failed.", withPath([dirname(node)]));
}

// npm writes what it installed to node_modules/.package-lock.json: the same packages as in our lock file, without the ones
// of other platforms.
function packagesAreCurrent() {
  const installed = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  if (installed === undefined) return false;
  const { "": _project, ...wanted } = readJson(join(root, "package-lock.json")).packages;
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
      path in installed ? installed[path].version === version : (optional ?? devOptional),
    )
  );
}

function installNode(say) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const node = join(root, ".cache", "node24", "node_modules", name, "bin", `node${suffix}`);
  if (!existsSync(node)) {
    say(`Fetching Node 24 from the package ${name}, because this is Node ${process.versions.node} …`);
    run(
      `npm install --loglevel=error --no-save --ignore-scripts --prefix .cache/node24 ${name}@24`,
      `Node 24 could not be fetched from the package ${name}. Install Node 24 and run this again with it.`,
    );
  }
  return node;
}

function installPython(say) {
  const venv = join(root, ".cache", "venv");
  const python = join(venv, binaries, `python${suffix}`);
  const requirements = readFileSync(join(root, "scripts", "requirements.txt"), "utf8");
  const stamp = join(venv, "requirements.txt");
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, "utf8") === requirements) return dirname(python);

  const base = findPython();
  say(`Making a Python environment in .cache/venv with ${base} …`);
  rmSync(venv, { recursive: true, force: true });
  run(`"${base}" -m venv "${venv}"`, `${base} could not make a virtual environment.`);
  say("Installing the packages of scripts/requirements.txt …");
  run(
    `"${python}" -m pip install --quiet --disable-pip-version-check -r "${join(root, "scripts", "requirements.txt")}"`,
    "The packages of scripts/requirements.txt could not be installed.",
  );
  writeFileSync(stamp, requirements);
  return dirname(python);
}

// A name on PATH counts only after it has run: version managers leave shims that start nothing, Windows has a stub that
// opens its store, and Debian splits ensurepip off.
function findPython() {
  const commands = windows
    ? [["py", "-3"], ["python3"], ["python"]]
    : [["python3"], ["python"], ...[14, 13, 12, 11, 10].map((minor) => [`python3.${minor}`])];
  const check = "import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print(sys.executable)";
  for (const [command, ...args] of commands) {
    const { status, stdout } = spawnSync(command, [...args, "-c", check], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  const names = commands.map((command) => command.join(" ")).join(", ");
  throw new Error(
    `No Python 3.10 or newer that has the venv module was found (tried ${names}). ` +
      "Install Python 3 (on Debian and Ubuntu also the package python3-venv) and run this again.",
  );
}

function withPath(directories) {
  const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== "PATH");
  const path = Object.entries(process.env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
  return { ...Object.fromEntries(others), PATH: [...directories, path].join(delimiter) };
}

// Through a shell, because npm is a script (.cmd) on Windows. Nothing but our own names and paths is in these commands.
function run(command, failure, env = process.env) {
  try {
    execSync(command, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  } catch (cause) {
    throw new Error(failure, { cause });
  }
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare();
    console.log("Ready. `npm test` runs the tests, `npm run demo` the demo.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
