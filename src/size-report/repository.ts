import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isCommit } from "../github/event.js";
import type { Environment } from "../machine/environment.js";
import { findGit, type Git, repositoryOf } from "../machine/git.js";

/** The repository that the code lies in. */
export interface Repository {
  /** Commit that is checked out. */
  readonly head: string;
  /** As the commit itself names them: they need not be there. */
  readonly parents: readonly string[];
  /** Newest commit that both have; undefined when the history at hand does not say. */
  mergeBase(commit: string): Promise<string | undefined>;
}

interface Place {
  readonly git: Git;
  /** Absolute: the directory with `.git`. */
  readonly top: string;
}

export interface RepositoryRequest {
  /** Absolute paths. */
  readonly workspace: string;
  readonly codeDirectory: string;
  readonly env: Environment;
}

/** Opens the repository of the code directory; undefined when there is none, or no git. */
export async function openRepository(request: RepositoryRequest): Promise<Repository | undefined> {
  const place = await findPlace(request);
  const read = (...args: readonly string[]) => place?.git([gitDirectory(place.top), ...args]).catch(() => undefined);
  // The commit as it is written: in a shallow clone git itself says that it has no parents.
  const head = (await read("rev-parse", "--verify", "--quiet", "HEAD^{commit}"))?.trim();
  const written = isCommit(head) ? await read("cat-file", "commit", head) : undefined;
  if (!isCommit(head) || written === undefined) {
    return undefined;
  }
  // What follows the parents is anybody's text.
  const [, listed = ""] = /^tree [0-9a-f]{40}\n((?:parent [0-9a-f]{40}\n)*)/.exec(written) ?? [];
  return {
    head,
    parents: listed.match(/[0-9a-f]{40}/g) ?? [],
    async mergeBase(commit) {
      const found = (await read("merge-base", commit, head))?.trim();
      return isCommit(found) ? found : undefined;
    },
  };
}

async function findPlace({ workspace, codeDirectory, env }: RepositoryRequest): Promise<Place | undefined> {
  const git = findGit(workspace, env);
  // The workspace's own, if it has one: a submodule's commits are others. Else that of a checkout below it.
  const top = (await repositoryOf(workspace, workspace)) ?? (await repositoryOf(codeDirectory, workspace));
  return git === undefined || top === undefined ? undefined : { git, top };
}

/** Absolute path of where the objects lie; undefined when it is no repository. */
async function objectsOf({ git, top }: Place): Promise<string | undefined> {
  const asked = git([gitDirectory(top), "rev-parse", "--path-format=absolute", "--git-path", "objects"]);
  return (await asked.catch(() => "")).trim() || undefined;
}

function gitDirectory(top: string): string {
  return `--git-dir=${path.join(top, ".git")}`;
}

export interface CheckOutRequest extends RepositoryRequest {
  /** 40 hex digits. */
  readonly commit: string;
  /** Where to ask for what is not there: `https://github.com/octo-org/shop`. */
  readonly remote: string;
  readonly token: string | undefined;
  /** An empty directory of ours. */
  readonly directory: string;
}

export type CheckedOut =
  /** `workspace` stands for the workspace: the same relative paths lead to the commit's files. */
  | { readonly outcome: "there"; readonly workspace: string }
  /** `said` are git's words, for the log. */
  | { readonly outcome: "failed"; readonly said: string };

/** Lays the files of a commit aside. The workspace and its repository stay as they are; their configuration is not read. */
export async function checkOut(request: CheckOutRequest): Promise<CheckedOut> {
  const { workspace, env, commit, directory } = request;
  const git = findGit(workspace, env);
  if (git === undefined) {
    return { outcome: "failed", said: "There is no git on this runner." };
  }
  const place = await findPlace(request);
  const objects = place && (await objectsOf(place));
  const top = place === undefined || objects === undefined ? workspace : place.top;
  const root = path.join(directory, "workspace");
  const tree = path.join(root, path.relative(workspace, top));
  const there = { outcome: "there", workspace: root } as const;
  const repository = path.join(directory, "repository.git");
  try {
    await git(["init", "--quiet", "--bare", "--template=", repository]);
    const ours: Git = (args, options) => git([`--git-dir=${repository}`, ...args], options);
    const lay = async () => {
      await rm(tree, { recursive: true, force: true });
      await ours(["worktree", "add", "--quiet", "--detach", "--force", "--no-checkout", tree, commit]);
      // Not as a child of the command before, which would go on when the time of that one is over.
      await git([gitDirectory(tree), `--work-tree=${tree}`, "reset", "--quiet", "--hard"]);
    };
    if (objects !== undefined && (await borrow(repository, objects, lay))) {
      return there;
    }
    await fetchCommit(ours, request);
    await lay();
    return there;
  } catch (error) {
    return { outcome: "failed", said: wordsOf(error) };
  }
}

/** With the objects of the workspace's repository, when the commit is whole there. */
async function borrow(repository: string, objects: string, lay: () => Promise<void>): Promise<boolean> {
  const alternates = path.join(repository, "objects", "info", "alternates");
  await mkdir(path.dirname(alternates), { recursive: true });
  await writeFile(alternates, `${objects}\n`);
  try {
    await lay();
    return true;
  } catch {
    // What git would fetch must not lean on objects that are missing there.
    await writeFile(alternates, "");
    return false;
  }
}

// How the network is reached from this runner: https://git-scm.com/docs/git#_environment_variables and curl's.
const NETWORK = /^(?:(?:HTTPS?|ALL|NO)_PROXY|GIT_SSL_CA(?:INFO|PATH)|SSL_CERT_(?:FILE|DIR))$/i;

/** The token goes over in a variable, where other users of the machine cannot see it, and to no other server. */
async function fetchCommit(ours: Git, { env, commit, remote, token }: CheckOutRequest): Promise<void> {
  const network = Object.fromEntries(Object.entries(env).filter(([name]) => NETWORK.test(name)));
  const header = token === undefined ? {} : authorization(remote, token);
  const careful = ["-c", "credential.helper=", "-c", "http.followRedirects=false", "-c", "gc.auto=0"];
  await ours([...careful, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=1", remote, commit], {
    env: { ...network, ...header, GIT_ALLOW_PROTOCOL: "http:https" },
  });
}

function authorization(remote: string, token: string): Environment {
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL(remote).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${encodedToken(token)}`,
  };
}

/** How the token looks in a header: to be masked as well. */
export function encodedToken(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}

/** The last line that git wrote: the error's own message repeats the whole command. */
function wordsOf(error: unknown): string {
  const { stderr, killed } = error as { readonly stderr?: unknown; readonly killed?: boolean };
  const lines = typeof stderr === "string" ? stderr.trim().split(/\r?\n/) : [];
  return killed ? "git did not end in time" : (lines.at(-1) ?? "").slice(0, 300) || "git failed";
}
