import { createHash } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createWorkspace, type Files, git, temporaryDirectory } from "./workspace.ts";

export interface HostileWorkspace {
  readonly workspace: string;
  /** The directory `libs/evil` of it. */
  readonly evil: string;
  /** A file that exists as soon as a program has run that the repository in `evil` names. */
  readonly trace: string;
}

/**
 * A workspace whose `libs/evil` (with at least these files) is a repository that lets git run programs: its fsmonitor,
 * and its remote for objects that are missing. `embedded`: by files which any pull request can bring; `own`: by a `.git`.
 */
export async function hostileWorkspace(
  place: "embedded" | "own",
  evilFiles: Files,
  others: Files = {},
): Promise<HostileWorkspace> {
  const source = await createWorkspace({ files: { ...evilFiles, "sub/missing.txt": "" }, git: true });
  git(source, "sparse-checkout", "set", "--cone", "--sparse-index", ...directoriesOf(evilFiles));
  const tree = git(source, "rev-parse", "HEAD:sub").trim();
  await rm(join(source, ".git/objects", tree.slice(0, 2), tree.slice(2)));

  const ours = Object.fromEntries(Object.entries(evilFiles).map(([path, file]) => [`libs/evil/${path}`, file]));
  const workspace = await createWorkspace({ files: { ...ours, ...others }, git: true });
  const evil = join(workspace, "libs/evil");
  const repository = place === "embedded" ? evil : join(evil, ".git");
  await cp(join(source, ".git"), repository, { recursive: true });
  const trace = join(await temporaryDirectory("trace"), "ran");
  const config = {
    "core.repositoryformatversion": "1",
    "core.bare": "false",
    "core.worktree": place === "embedded" ? "." : "..",
    "core.fsmonitor": `touch '${trace}'; false`,
    "extensions.partialClone": "origin",
    "index.sparse": "true",
    "remote.origin.url": source,
    "remote.origin.promisor": "true",
    "remote.origin.uploadpack": `touch '${trace}'; git-upload-pack`,
  };
  for (const [name, value] of Object.entries(config)) {
    git(workspace, "config", "-f", join(repository, "config"), name, value);
  }
  return { workspace, evil, trace };
}

function directoriesOf(files: Files): readonly string[] {
  return [...new Set(Object.keys(files).flatMap((path) => (path.includes("/") ? [path.split("/", 1).join("")] : [])))];
}

/** An index that lists empty files under these names: git itself would write none of them. */
export function forgedIndex(paths: readonly string[]): Buffer {
  const entries = paths.toSorted().map((path) => {
    const head = Buffer.alloc(62);
    head.writeUInt32BE(0o100644, 24);
    head.write("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 40, "hex");
    head.writeUInt16BE(path.length, 60);
    return Buffer.concat([head, Buffer.from(path), Buffer.alloc(8 - ((62 + path.length) % 8))]);
  });
  const header = Buffer.from("DIRC\0\0\0\x02\0\0\0\0", "latin1");
  header.writeUInt32BE(paths.length, 8);
  const bytes = Buffer.concat([header, ...entries]);
  return Buffer.concat([bytes, createHash("sha1").update(bytes).digest()]);
}
