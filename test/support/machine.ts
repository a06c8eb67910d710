import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of this repository. */
export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const SYSTEM = ["SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "ProgramFiles", "ProgramData", "LANG"];
const NETWORK = ["SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
const INDEX = ["UV_DEFAULT_INDEX", "UV_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "PIP_INDEX_URL", "PIP_CERT"];

/** What a child process needs of this machine to run and to reach the network at all: certificates and proxies. */
export function machineEnvironment(): Record<string, string> {
  const others = process.env.NO_PROXY ?? process.env.no_proxy;
  const noProxy = ["127.0.0.1", "localhost", ...(others ? [others] : [])].join(",");
  return { ...pick([...SYSTEM, ...NETWORK, ...NETWORK.map((name) => name.toLowerCase())]), NO_PROXY: noProxy };
}

/** Where this machine gets packages from. Only for tests of real packages: without it a child asks pypi.org. */
export function indexEnvironment(): Record<string, string> {
  return pick(INDEX);
}

/** A PATH with `first` in front of the machine's own tools. uv and Python of the tests' own environment are not on it. */
export function searchPath(...first: readonly string[]): string {
  const ours = [join(repository, ".cache"), join(repository, "node_modules")];
  const machine = (process.env.PATH ?? process.env.Path ?? "").split(delimiter);
  return [...first, ...machine.filter((directory) => !ours.some((own) => directory.startsWith(own)))].join(delimiter);
}

function pick(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
