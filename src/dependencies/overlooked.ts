import { readdir } from "node:fs/promises";
import path from "node:path";
import { relativePath } from "../machine/paths.js";

const LISTS_PACKAGES = /requirements.*\.(?:txt|in)$|^Pipfile$/i;
const OF_DEVELOPERS = /[-_./](?:dev|development|tests?|lint|docs?|ci)[-_.]/i;

/** Files, relative to the workspace, that look like a list of packages although their name or place is not one that is searched. */
export async function overlookedFiles(workspace: string, directories: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all([...new Set(directories)].map(listsIn));
  return found.flat().map((file) => relativePath(workspace, file));
}

async function listsIn(directory: string): Promise<readonly string[]> {
  const [here, below] = await Promise.all([filesIn(directory), filesIn(path.join(directory, "requirements"))]);
  const lists = [
    ...here.filter((name) => LISTS_PACKAGES.test(name)),
    ...below.filter((name) => name.endsWith(".txt")).map((name) => `requirements/${name}`),
  ];
  return lists.filter((name) => !OF_DEVELOPERS.test(`/${name}`)).map((name) => path.join(directory, name));
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
