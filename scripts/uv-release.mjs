// Pins a release of uv: `node scripts/uv-release.mjs [version]` writes src/layer/uv-release.ts from PyPI's index.
import { writeFile } from "node:fs/promises";

const INDEX = "https://pypi.org/simple/uv/";

// The Linux files are statically linked: one serves glibc and musl.
const PLATFORMS = {
  "linux-x64": /-musllinux_1_1_x86_64\.whl$/,
  "linux-arm64": /-manylinux_2_17_aarch64\.manylinux2014_aarch64\.musllinux_1_1_aarch64\.whl$/,
  "darwin-x64": /-macosx_\d+_\d+_x86_64\.whl$/,
  "darwin-arm64": /-macosx_\d+_\d+_arm64\.whl$/,
  "win32-x64": /-win_amd64\.whl$/,
  "win32-arm64": /-win_arm64\.whl$/,
};

const response = await fetch(INDEX, { headers: { accept: "application/vnd.pypi.simple.v1+json" } });
if (!response.ok) throw new Error(`${INDEX} answered ${response.status}.`);
const { files, versions } = await response.json();

const version = process.argv[2] ?? newest(versions);
const released = files.filter(({ filename, yanked }) => filename.startsWith(`uv-${version}-`) && !yanked);

const rows = Object.entries(PLATFORMS).map(([platform, pattern]) => {
  const [file, ...others] = released.filter(({ filename }) => pattern.test(filename));
  if (file === undefined || others.length > 0) throw new Error(`uv ${version} has not one file for ${platform}.`);
  return `  "${platform}": {\n    file: "${file.filename}",\n    size: ${grouped(file.size)},\n    sha256: "${file.hashes.sha256}",\n  },`;
});

await writeFile(
  new URL("../src/layer/uv-release.ts", import.meta.url),
  `// Written by scripts/uv-release.mjs from ${INDEX}.

/** The release that is fetched when no uv is at hand. */
export const UV_VERSION = "${version}";

export interface UvWheel {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Its files by \`process.platform\` and \`process.arch\`; those for Linux are statically linked. */
export const UV_WHEELS: Readonly<Record<string, UvWheel>> = {
${rows.join("\n")}
};
`,
);
console.log(`uv ${version} is pinned. Run the tests in test/integration/uv.test.ts.`);

function newest(versions) {
  const numbers = (version) => version.split(".").map(Number);
  return versions
    .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
    .sort((a, b) => numbers(a).reduce((order, number, at) => order || number - numbers(b)[at], 0))
    .at(-1);
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, "_");
}
