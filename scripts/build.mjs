// Builds dist/, the committed bundle that GitHub runs: tsc, then ncc, then the licences of what is in it.
// After a clean `npm ci` the result is the same byte for byte under every Node from 20 on.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";
import { licensesText } from "./licenses.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
process.chdir(root);

// Chunks have numbers for names: what an earlier build left behind would stay in the commit.
rmSync(dist, { recursive: true, force: true });
rmSync(join(root, "lib"), { recursive: true, force: true });

compile();
const { code, assets } = await ncc(join(root, "lib", "index.js"), {
  esm: true,
  filename: "index.js",
  cache: false,
  quiet: true,
  // The ES modules of a package, where it has both kinds: of those, only what is used comes along.
  mainFields: ["module", "main"],
});
mkdirSync(dist);
writeFileSync(join(dist, "index.js"), code);
writeFileSync(join(dist, "package.json"), '{ "type": "module" }\n');
for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(dist, name), source);
// ncc's own list of licences forgets all packages but one as soon as there is a second chunk.
writeFileSync(join(dist, "licenses.txt"), licensesText(root));

/** Runs tsc under this Node, without a shell, so that it works on Windows too. */
function compile() {
  const directory = join(root, "node_modules", "typescript");
  const { bin } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const { status, error } = spawnSync(process.execPath, [join(directory, bin.tsc), "-p", "."], { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
