import path from "node:path";
import type { FoundDependencies } from "../dependencies/find.js";
import type { Environment } from "../machine/environment.js";

/** Dependencies without those whose installation would run code. */
export interface WheelsOnly {
  readonly dependencies: FoundDependencies;
  /** Normalised names, sorted. */
  readonly notBuilt: readonly string[];
}

/** Leaves out path dependencies and all that `allow-source` names, also as dependencies of others. Pure. */
export function wheelsOnly(dependencies: FoundDependencies): WheelsOnly {
  const { pathDependencies, allowSource, requirements, constraints, excluded } = dependencies;
  const notBuilt = [...new Set([...pathDependencies.map(({ name }) => name), ...allowSource])].toSorted();
  const stays = ({ name }: { readonly name: string }) => !notBuilt.includes(name);
  return {
    notBuilt,
    dependencies: {
      ...dependencies,
      pathDependencies: [],
      allowSource: [],
      requirements: requirements.filter(stays),
      constraints: constraints.filter(stays),
      excluded: [...new Set([...excluded, ...notBuilt])],
    },
  };
}

// What opens a door for uv or git: https://docs.astral.sh/uv/reference/environment/
const KEYS =
  /^(?:UV_INDEX_.+_(?:USERNAME|PASSWORD)|UV_KEYRING_PROVIDER|SSL_CLIENT_CERT|SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_SSH_COMMAND)$/i;
const PLACES = /^(?:UV|PIP)_.*(?:INDEX|URL|LINKS)/i;

/** The file in the empty directory, itself empty: where it is missing, uv would read the one of the home directory. */
export const NO_NETRC = "netrc";

/**
 * The environment for reading and installing what strangers wrote: without the credentials of package indexes, and without
 * git, to which a wheel can lead too. Their files name any host, and could have a variable filled into its URL.
 */
export function withoutKeys(env: Environment, emptyDirectory: string): Environment {
  const kept = Object.entries(env)
    .filter(([name]) => !KEYS.test(name))
    .map(([name, value]) => [name, PLACES.test(name) ? value?.replace(/\/\/[^\s/]*@/g, "//") : value] as const);
  return {
    ...Object.fromEntries(kept),
    NETRC: path.join(emptyDirectory, NO_NETRC),
    UV_CREDENTIALS_DIR: emptyDirectory,
    GIT_ALLOW_PROTOCOL: "none",
  };
}

/** What a dependency file of a stranger may have filled in: nothing. git is still found by it. */
export function withoutVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => /^(?:PATH|PATHEXT|SYSTEMROOT)$/i.test(name)));
}
