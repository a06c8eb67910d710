import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startPackageIndex } from "../../test/support/package-index.ts";
import { buildWheel } from "../../test/support/wheels.ts";
import { temporaryDirectory } from "../../test/support/workspace.ts";
import { lambdaCloud } from "./clouds.ts";
import type { Lab } from "./lab.ts";
import type { Sample } from "./measure.ts";
import { runOurs } from "./ours.ts";
import type { Case } from "./rounds.ts";
import type { RequirementSet } from "./sets.ts";

const FILES = 5_000;
const PACKAGES = 300;

/** What grows in the tables of the scale cases. */
export const SCALES = [
  "files in the code directory, all deployed",
  "files in the code directory, nothing changed",
  "packages in the layer, built and deployed",
] as const;

/** Ours with a large code directory: a deploy of all of it and then one in which nothing changed. */
export function codeScaleCases(lab: Lab, set: RequirementSet): readonly Case[] {
  return [FILES, 2 * FILES].map((count) => ({
    tool: String(count),
    everyRound: true,
    run: async (): Promise<readonly Sample[]> => {
      const workspace = await temporaryDirectory("scale");
      for (let index = 0; index < count; index++) {
        const directory = join(workspace, "src", `package_${index % 100}`);
        if (index < 100) await mkdir(directory, { recursive: true });
        await writeFile(join(directory, `module_${index}.py`), moduleText(index));
      }
      await writeFile(join(workspace, "src", "app.py"), "def handler(event, context):\n    return {}\n");
      const cloud = await lambdaCloud(lab, set);
      const inputs = { requirements: "none" };
      const caches = { pip: "", uv: join(workspace, "uv") };
      const first = await runOurs(lab, { workspace, inputs, caches, cloud });
      const second = await runOurs(lab, { workspace, inputs, caches, cloud });
      await cloud.stop();
      await rm(workspace, { recursive: true, force: true });
      return [first, second];
    },
  }));
}

/** Ours with a layer of many small packages of ten modules, wheels in uv's cache. */
export async function layerScaleCases(lab: Lab, set: RequirementSet): Promise<readonly Case[]> {
  const wheels = await Promise.all(Array.from({ length: 2 * PACKAGES }, (_, index) => smallWheel(index)));
  const index = await startPackageIndex({ packages: wheels.map(({ file }) => file) });
  const uv = await temporaryDirectory("scale-uv");
  const once = async (count: number): Promise<Sample> => {
    const workspace = await temporaryDirectory("scale");
    await mkdir(join(workspace, "src"));
    await writeFile(join(workspace, "src", "app.py"), "def handler(event, context):\n    return {}\n");
    const lines = Array.from({ length: count }, (_, number) => `small-${number}==1.0\n`);
    await writeFile(join(workspace, "requirements.txt"), lines.join(""));
    const cloud = await lambdaCloud(lab, set);
    const request = { workspace, inputs: { cache: "false" }, caches: { pip: "", uv }, cloud, index: index.url };
    const sample = await runOurs(lab, request);
    await cloud.stop();
    await rm(workspace, { recursive: true, force: true });
    return sample;
  };
  return [PACKAGES, 2 * PACKAGES].map((count) => ({
    tool: String(count),
    everyRound: true,
    setup: () => once(count),
    run: async () => [await once(count)],
  }));
}

function smallWheel(index: number) {
  const modules = Array.from({ length: 10 }, (_, number) => [`small_${index}/module_${number}.py`, moduleText(number)]);
  const files = { [`small_${index}/__init__.py`]: "", ...Object.fromEntries(modules) };
  return buildWheel({ name: `small-${index}`, version: "1.0", files });
}

// About two kilobytes that differ.
function moduleText(index: number): string {
  const functions = Array.from(
    { length: 30 },
    (_, number) => `def function_${number}(value):\n    return value * ${index + number} + ${number}\n`,
  );
  return functions.join("\n");
}
