import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of all packages that can be in the bundle: those that package-lock.json does not mark as for development. Packages with the
 * same text are listed together. Needs a clean installation; the result depends on nothing else.
 */
export function licensesText(root) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const shipped = Object.entries(packages).filter(([path, { dev, optional }]) => path !== "" && !dev && !optional);
  const byText = new Map();
  for (const [path, { version, license }] of shipped) {
    const text = filesText(join(root, path)) || `License: ${license}`;
    const name = `${path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)}@${version}`;
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const sections = [...byText].map(([text, names]) => `${[...new Set(names)].join("\n")}\n\n${text}\n`);
  return `The bundle contains these packages.\n\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function filesText(directory) {
  const names = readdirSync(directory).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(join(directory, name), "utf8"));
  return texts.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n");
}
