import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type FileContent =
  | string
  | Uint8Array
  | { readonly content: string; readonly executable: true }
  | { readonly linkTo: string };

/** By path, with `/`. */
export type Files = Readonly<Record<string, FileContent>>;

/** A new empty directory. The end of the test run removes it; without a test run the system's temporary directory keeps it. */
export async function temporaryDirectory(name: string): Promise<string> {
  return realpath(await mkdtemp(join(process.env.TEST_TEMP ?? tmpdir(), `${name}-`)));
}

/** A directory with these files, as actions/checkout leaves it: with `git`, all of them are committed on `main`. */
export async function createWorkspace(request: { readonly files: Files; readonly git?: boolean }): Promise<string> {
  const directory = await temporaryDirectory("workspace");
  await writeFiles(directory, request.files);
  if (request.git) {
    git(directory, "init", "--quiet", "--initial-branch=main");
    commit(directory);
  }
  return directory;
}

/** Adds or replaces files below `directory`. */
export async function writeFiles(directory: string, files: Files): Promise<void> {
  for (const [path, file] of Object.entries(files)) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    if (typeof file === "string" || file instanceof Uint8Array) {
      await writeFile(target, file);
    } else if ("linkTo" in file) {
      await symlink(file.linkTo, target);
    } else {
      await writeFile(target, file.content);
      await chmod(target, 0o755);
    }
  }
}

/** Commits everything in the working tree. */
export function commit(directory: string, message = "Change"): void {
  git(directory, "add", "--all");
  git(directory, "commit", "--quiet", "--allow-empty", `--message=${message}`);
}

/** Runs git with none of the machine's configuration, and returns what it prints. */
export function git(directory: string, ...args: readonly string[]): string {
  const nobody = { NAME: "Tester", EMAIL: "tester@example.com", DATE: "2026-01-01T00:00:00Z" };
  const people = ["AUTHOR", "COMMITTER"].flatMap((role) =>
    Object.entries(nobody).map(([field, value]) => [`GIT_${role}_${field}`, value]),
  );
  return execFileSync("git", args, {
    cwd: directory,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null",
      ...Object.fromEntries(people),
    },
  });
}
