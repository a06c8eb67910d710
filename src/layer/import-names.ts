// A module compiled by CPython: `fast.so`, `fast.abi3.so`, `fast.cpython-312-x86_64-linux-gnu.so`.
const MODULE_ENDING = /^(?:pyc?|(?:.+\.)?so)$/;

/** The ending of a path when it is a Python module: splits `app/fast.abi3.so` into `app/fast` and its ending. */
export function moduleOf(path: string): string | undefined {
  const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
  return dot > 0 && MODULE_ENDING.test(path.slice(dot + 1)) ? path.slice(0, dot) : undefined;
}

/** Top-level modules and packages among the files of a directory that is on Python's path, sorted. */
export function importNamesOf(paths: readonly string[]): readonly string[] {
  const names = paths
    .map(moduleOf)
    .filter((module) => module !== undefined)
    .map((module) => module.split("/", 1)[0] ?? "")
    // Only these can stand in an import statement.
    .filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  return [...new Set(names)].sort();
}

/** Names that are in the code and in the layer: `/var/task` comes first on Python's path, so the code's copy is imported. */
export function shadowing(code: readonly string[], layer: readonly string[]): readonly string[] {
  const inLayer = new Set(layer);
  return code.filter((name) => inLayer.has(name));
}
