import { ActionError } from "../errors.js";

export const RUNTIMES = ["python3.10", "python3.11", "python3.12", "python3.13", "python3.14"] as const;
export const ARCHITECTURES = ["x86_64", "arm64"] as const;

export type Runtime = (typeof RUNTIMES)[number];
export type Architecture = (typeof ARCHITECTURES)[number];

/** What the layer must run on: the function's Python, processor and C library. */
export interface Target {
  readonly runtime: Runtime;
  readonly architecture: Architecture;
  /** `3.11` */
  readonly pythonVersion: string;
  /** Highest glibc symbol version that the runtime's operating system has. */
  readonly glibc: readonly [major: number, minor: number];
  /** uv's name of the platform, which picks the wheels. */
  readonly platform: string;
}

// python3.10 and 3.11 run on Amazon Linux 2 (glibc 2.26), later ones on Amazon Linux 2023 (glibc 2.34):
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. uv knows no 2_26; 2_17 is the highest below it.
const AMAZON_LINUX_2 = { glibc: [2, 26], manylinux: "manylinux_2_17" } as const;
const AMAZON_LINUX_2023 = { glibc: [2, 34], manylinux: "manylinux_2_34" } as const;

/** The target for a function's runtime and architecture. Throws when the runtime is no supported Python. */
export function targetOf(runtime: string, architecture: Architecture): Target {
  if (!isRuntime(runtime)) {
    const python = runtime.startsWith("python");
    const choose = `set \`runtime\` to one of ${RUNTIMES.join(", ")}.`;
    throw new ActionError(`Runtime ${runtime} is ${python ? "not supported" : "not Python"}.`, {
      hint: python
        ? `S${choose.slice(1)}`
        : `Check \`function-name\`; if the function is to become one of Python, ${choose}`,
      code: "runtime",
    });
  }
  const system = runtime === "python3.10" || runtime === "python3.11" ? AMAZON_LINUX_2 : AMAZON_LINUX_2023;
  const machine = architecture === "arm64" ? "aarch64" : "x86_64";
  return {
    runtime,
    architecture,
    pythonVersion: runtime.slice("python".length),
    glibc: system.glibc,
    platform: `${machine}-${system.manylinux}`,
  };
}

function isRuntime(text: string): text is Runtime {
  return (RUNTIMES as readonly string[]).includes(text);
}
