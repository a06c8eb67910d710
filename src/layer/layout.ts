/** Python's directory in a layer, for all runtimes: https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html */
export const ROOT = "python/";

/** Where the installer puts programs, below `ROOT`. */
export const PROGRAMS = process.platform === "win32" ? "Scripts/" : "bin/";
