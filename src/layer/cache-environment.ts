import { withRunnerPath } from "../machine/programs.js";

/** AWS's credentials, the step's inputs and GitHub's token: nothing that reads or writes a cache entry needs them. */
const WITHHELD = /^(?:AWS_.*|INPUT_.*|GITHUB_TOKEN)$/i;

/**
 * Works with less of the process's environment: the cache's client hands all of it to `tar` and `zstd`, which it looks
 * for on PATH. Whatever else runs at the same time would miss what is withheld.
 */
export async function inCacheEnvironment<T>(workspace: string, work: () => Promise<T>): Promise<T> {
  const all = { ...process.env };
  const shown = Object.entries(withRunnerPath(all, workspace)).filter(([name]) => !WITHHELD.test(name));
  for (const name of Object.keys(all).filter((it) => WITHHELD.test(it))) {
    delete process.env[name];
  }
  Object.assign(process.env, Object.fromEntries(shown));
  try {
    return await work();
  } finally {
    Object.assign(process.env, all);
  }
}
