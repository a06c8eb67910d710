import type { OtherWheels } from "./missing-wheel.js";
import { ARCHITECTURES, RUNTIMES, type Target, targetOf } from "./target.js";

type Platform = Pick<Target, "pythonVersion" | "platform">;

/** Looks for wheels that would fit another glibc, runtime or architecture. `wheelFor` returns the name of the file, if there is one. */
export async function findOtherWheels(
  { runtime, architecture, pythonVersion, platform }: Target,
  wheelFor: (platform: Platform) => Promise<string | undefined>,
): Promise<OtherWheels> {
  const newest = platform.replace(/manylinux.*$/, "manylinux_2_40");
  const [newerGlibc, runtimes, architectures] = await Promise.all([
    wheelFor({ pythonVersion, platform: newest }),
    those(RUNTIMES, (other) => (other === runtime ? undefined : wheelFor(targetOf(other, architecture)))),
    those(ARCHITECTURES, (other) => (other === architecture ? undefined : wheelFor(targetOf(runtime, other)))),
  ]);
  return { newerGlibc, runtimes, architectures };
}

async function those<T>(
  candidates: readonly T[],
  find: (candidate: T) => Promise<string | undefined> | undefined,
): Promise<readonly T[]> {
  const found = await Promise.all(candidates.map(find));
  return candidates.filter((_, index) => found[index] !== undefined);
}
