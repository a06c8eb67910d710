// Writes the tables of inputs and outputs in README.md from action.yml; with --check it only compares. Works on the current directory.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const action = parse(readFileSync("action.yml", "utf8"));
const readme = readFileSync("README.md", "utf8");
const inputs = table(
  ["Input", "Default", "Meaning"],
  Object.entries(action.inputs).map(([name, { description, default: value, required }]) => [
    code(name),
    required ? "**required**" : value === undefined ? "" : code(value),
    text(name, description),
  ]),
);
const outputs = table(
  ["Output", "Meaning"],
  Object.entries(action.outputs).map(([name, { description }]) => [code(name), text(name, description)]),
);

const wanted = between(between(readme, "inputs", inputs), "outputs", outputs);
if (wanted === readme) {
  console.log("README.md agrees with action.yml.");
} else if (process.argv.includes("--check")) {
  console.error("README.md does not agree with action.yml. Fix it with: npm run docs");
  process.exitCode = 1;
} else {
  writeFileSync("README.md", wanted);
  console.log("README.md now agrees with action.yml.");
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function text(name, description) {
  if (!description) throw new Error(`${name} has no description in action.yml.`);
  return description.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
}

function code(value) {
  return `\`${value}\``;
}

function between(document, name, content) {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no markers ${begin} … ${end}.`);
  return `${document.slice(0, from)}${begin}\n\n${content}\n\n${document.slice(to)}`;
}
