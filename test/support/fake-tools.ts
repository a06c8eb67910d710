import { readdir, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { temporaryDirectory, writeFiles } from "./workspace.ts";

export interface FakeTools {
  /** PATH with these tools before the system's own. */
  readonly path: string;
  /** Names of those that were started since the last question. */
  started(): Promise<readonly string[]>;
}

/** Programs that only leave a marker when they are started, and fail. On Windows nothing by these names can be started at all. */
export async function fakeTools(names: readonly string[]): Promise<FakeTools> {
  const [directory, markers] = [await temporaryDirectory("tools"), await temporaryDirectory("markers")];
  const script = (name: string) =>
    ({ content: `#!/bin/sh\n: > '${join(markers, name)}'\nexit 1\n`, executable: true }) as const;
  await writeFiles(directory, Object.fromEntries(names.map((name) => [name, script(name)])));
  const system = process.platform === "win32" ? [] : ["/usr/bin", "/bin"];
  return {
    path: [directory, ...system].join(delimiter),
    async started() {
      const names = await readdir(markers);
      await Promise.all(names.map((name) => rm(join(markers, name))));
      return names.toSorted();
    },
  };
}
