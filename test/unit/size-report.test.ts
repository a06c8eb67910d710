import { describe, expect, it } from "vitest";
import type { Facts, LayerFacts } from "../../src/report/facts.ts";
import type { LayerComparison, PackageComparison, SizeReport } from "../../src/report/size-facts.ts";
import { renderComment, renderSummary } from "../../src/report/summary.ts";
import * as examples from "../fixtures/size-report/facts.ts";
import { elementsOf, filled, HOSTILE } from "../support/hostile-facts.ts";

const KB = 1_024;

type Known = Extract<LayerComparison, { outcome: "known" }>;

/** An example with other sizes. */
function withSizes(facts: Facts, sizes: Partial<SizeReport>): Facts {
  return { ...facts, sizes: { ...(facts.sizes as SizeReport), ...sizes } };
}

function withLayer(facts: Facts, layer: Partial<Known>): Facts {
  return withSizes(facts, { layer: { ...(facts.sizes?.layer as Known), ...layer } });
}

const withPackages = (...packages: readonly PackageComparison[]) => withLayer(examples.grown, { packages });
const pair = (name: string, before: number | undefined, after: number | undefined, versions = ["1.0", "1.0"]) => ({
  name,
  ...(before !== undefined && { before: { name, version: versions[0] ?? "", unzipped: before } }),
  ...(after !== undefined && { after: { name, version: versions[1] ?? "", unzipped: after } }),
});
const LAYER_FACTS: LayerFacts = {
  name: "orders-api-dependencies",
  source: "built",
  reason: "",
  dependencyFiles: [],
  packages: [],
  changes: [],
  newest: [],
};
const lines = (facts: Facts) => renderSummary(facts).split("\n");
const beforeFolds = (facts: Facts) => renderSummary(facts).split("<details>")[0] ?? "";
/** Names and changes of the rows that stand open. */
const openRows = (facts: Facts) =>
  [...beforeFolds(facts).matchAll(/^\| ([a-z0-9-]+) \|.*\| ([^| ]+) \|$/gm)]
    .map(([, name, change]) => `${name} ${change?.replaceAll("\u00a0", " ")}`)
    .filter((row) => !row.startsWith("package"));

describe("the size report", () => {
  // Each is a Markdown file to look at; `node scripts/render-summary.mjs FILE picture.png --comment` shows it as GitHub does.
  it.each(Object.entries(examples))("tells what a change does: %s", async (name, facts) => {
    await expect(renderSummary(facts)).toMatchFileSnapshot(`../fixtures/size-report/${name}.md`);
  });

  it.each<[Facts, string]>([
    [examples.grown, "### 📦 orders-api: +672.0 KB unzipped (+2%)"],
    [examples.shrunk, "### 📦 orders-api: −91.6 MB unzipped (−70%)"],
    [examples.nothing, "### 📦 orders-api: no change in size"],
    [examples.codeOnly, "### 📦 orders-api: +916 bytes unzipped"],
    [examples.first, "### 📦 orders-api: 39.1 MB unzipped, no baseline yet"],
    [examples.firstBesideLive, "### 📦 orders-api: +471.8 KB unzipped (+1%) beside what is deployed"],
    [examples.firstLayer, "### 📦 orders-api: +39.0 MB unzipped"],
    [examples.detached, "### 📦 orders-api: −39.0 MB unzipped (−99%)"],
    [examples.noFigure, "### 📦 orders-api: no figure for the layer"],
    [examples.overLimit, "### ❌ orders-api: over the limit, 285.2 MB unzipped"],
    [examples.overGate, "### ❌ orders-api: larger than allowed, +41.3 MB unzipped (+106%)"],
    [
      { ...examples.grown, outcome: "failed", error: { message: "No.", code: "x" } },
      "### ❌ orders-api: the size report failed",
    ],
    [
      withSizes(examples.codeOnly, { code: { after: { zipped: 1, unzipped: 2 } } }),
      "### 📦 orders-api: 39.0 MB unzipped, change not known",
    ],
  ])("says the change in its first line: %#", (facts, line) => {
    expect(lines(facts)[0]?.replaceAll("\u00a0", " ")).toBe(line);
  });

  it.each<[Facts, RegExp]>([
    [examples.grown, /^\*\*The next deploy publishes a new layer and sends 23\.2.MB\*\*, because .*opentelemetry-api/],
    [
      examples.codeOnly,
      /^\*\*Only code travels: the next deploy sends 60\.1.KB instead of 23\.2.MB \(395x less\)\.\*\*/,
    ],
    [examples.nothing, /^\*\*The next deploy has nothing to send\.\*\*$/],
    [examples.firstLayer, /^\*\*The next deploy publishes a new layer and sends 23\.2.MB\*\*, its first one\./],
    [examples.detached, /^\*\*The next deploy detaches the layer and sends 60\.1.KB:\*\*/],
    [examples.untouched, /^\*\*The next deploy sends 60\.1.KB of code\*\* and leaves the layers alone\.$/],
    [examples.otherBytes, /, because it is asked for in another way: the packages are the same\./],
    [examples.first, /^\*\*Nothing to compare with yet\.\*\* No run on <code>main<\/code>/],
    [
      withPackages(pair("a", 1, 2, ["1", "2"]), pair("b", 1, 3, ["1", "2"]), pair("c", 1, 4, ["1", "2"])),
      /, because <code>c<\/code>, <code>b<\/code> and <code>a<\/code> changed\./,
    ],
    [withPackages(pair("a", 1, 2, ["1", "2"])), /, because <code>a<\/code> changed\./],
    [
      withLayer(examples.grown, { changed: false, packages: [] }),
      /: the one of the base branch is not published yet\./,
    ],
  ])("says in its second sentence what the next deploy does: %#", (facts, sentence) => {
    expect(lines(facts)[2]).toMatch(sentence);
  });

  it("does not say what the next deploy does while an error stands, but shows every figure below it", () => {
    const text = renderSummary(examples.overGate);
    expect(text).not.toContain("next deploy");
    expect(lines(examples.overGate).slice(0, 4)).toEqual([
      expect.stringContaining("❌"),
      "",
      "> [!CAUTION]",
      expect.stringContaining("The layer grows by 41.3 MB"),
    ]);
    expect(text).toMatch(/\| Layer of 23 packages, zipped \| 23\.1.MB \| \*\*40\.1.MB\*\* \| \+17\.0.MB \|/);
    expect(openRows(examples.overGate)).toEqual(["numpy +41.3 MB"]);
  });

  it("has a column for what is deployed only when that is known", () => {
    expect(lines(examples.besideLive)).toContain(
      "|  | main | this\u00a0pull\u00a0request | change | deployed\u00a0now |",
    );
    expect(lines(examples.grown)).toContain("|  | main | this\u00a0pull\u00a0request | change |");
    expect(lines(examples.firstBesideLive)).toContain(
      "|  | deployed\u00a0now | this\u00a0pull\u00a0request | change |",
    );
    expect(lines(examples.first)).toContain("|  | this\u00a0pull\u00a0request |");
  });

  it("compares no total with other layers to one without", () => {
    const { otherLayers: _, ...sizes } = examples.firstBesideLive.sizes as SizeReport;
    const text = renderSummary({ ...examples.firstBesideLive, sizes });
    expect(text).toMatch(/\*\*Unzipped, code and layer\*\* \| – \| \*\*39\.1.MB\*\* \| – \|/);
    expect(text.split("\n")[0]).toContain("change not known");
  });

  it("calls a commit of no pull request a commit, and a base without a name the base", () => {
    const baseline = { outcome: "found", source: "git" } as const;
    const text = renderSummary(withSizes(examples.otherBytes, { baseline }));
    expect(text).toContain("|  | base | this\u00a0commit | change |");
    expect(text).toContain("baseline: base, built here");
    expect(text).not.toContain("pull request");
  });

  it("shows what is not known as a dash or in words, never as 0", () => {
    const unknown = withLayer(withSizes(examples.grown, { code: { before: {}, after: {} } }), {
      before: {},
      after: {},
      packages: [{ name: "a", before: { name: "a", version: "1" }, after: { name: "a", version: "2" } }],
    });
    for (const facts of [unknown, examples.noFigure]) {
      const text = renderSummary(facts).replaceAll("\u00a0", " ");
      expect(text).not.toMatch(/(?<![\d.,])0(\.0)? (bytes|KB|MB)|NaN|undefined|null|Infinity/);
      expect(text).not.toContain("of 250 MB");
    }
    expect(beforeFolds(unknown)).toMatch(/\| a \| 1 \| \*\*2\*\* \| ⬆️ upgraded \| – \| – \|/);
    expect(renderSummary(examples.noFigure)).toContain("| Layer, zipped | 23.1\u00a0MB | no\u00a0figure | – |");
  });

  it("does not take the packages of an unknown base for new ones", () => {
    const { before: _, ...layer } = (examples.first.sizes as SizeReport).layer as Known;
    const facts = withSizes(examples.grown, { layer });
    expect(renderSummary(facts)).not.toMatch(/added|changed|Unchanged/);
    expect(beforeFolds(facts)).toContain("| botocore | 1.44.8 |");
  });

  it("counts the other layers when they are known, and says so when not", () => {
    expect(renderSummary(examples.besideLive)).toContain("**Unzipped, all together**");
    expect(renderSummary(examples.besideLive)).toContain("with 1 other layer of 7.8 MB unzipped");
    expect(renderSummary(examples.grown)).toContain("**Unzipped, code and layer**");
    expect(renderSummary(examples.grown)).toContain("other layers of the function are not counted");
  });

  it("counts a layer that is left alone, when it is known", () => {
    expect(renderSummary(examples.leftAlone)).toMatch(
      /\| Layer, left alone, zipped \| 23\.1.MB \| \*\*23\.1.MB\*\* \| = \|/,
    );
    expect(renderSummary(examples.leftAlone)).toMatch(/\*\*Unzipped, all together\*\* \| 39\.1.MB \| \*\*39\.1.MB\*\*/);
    expect(renderSummary(examples.untouched)).not.toContain("Layer");
  });

  it("has warnings before the packages and notes after them", () => {
    const notices = [
      { level: "note", text: "A note." },
      { level: "warning", text: "A warning." },
    ] as const;
    const order = ["A warning.", "| package |", "A note.", "<details>"];
    const text = renderSummary({ ...examples.grown, notices });
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it("has a title of its own when it failed before there were sizes", () => {
    const { sizes: _, ...facts } = examples.grown;
    expect(renderSummary({ ...facts, outcome: "failed", error: { message: "No.", code: "x" } }).split("\n")[0]).toBe(
      "### ❌ orders-api: the size report failed",
    );
  });

  it("marks a total as a lower bound when something in it was not counted", () => {
    const otherLayers = { count: 2, unzipped: 1_000_000, atLeast: true };
    const atLeast = withSizes(examples.besideLive, { otherLayers });
    expect(renderSummary(atLeast)).toMatch(/\| ≥.39\.4.MB \| \*\*≥.40\.1.MB\*\* \|/);
    expect(renderSummary(atLeast)).toContain("with 2 other layers of ≥ 976.6 KB");
    expect(renderSummary(examples.fork)).toMatch(/≥ 16% of 250 MB, ≤.210\.9.MB.left/);
    expect(renderSummary(examples.grown)).not.toMatch(/[≥≤]/);
  });

  it("speaks of the upload's limit only when a zip comes near it", () => {
    expect(renderSummary(examples.grown)).toContain("left · layer 46% of 50 MB per upload");
    expect(renderSummary(examples.overLimit)).toContain("layer over 50 MB zipped: through S3");
    expect(renderSummary(examples.untouched)).not.toContain("per upload");
  });

  it.each<[Facts, string]>([
    [examples.grown, "baseline: main at 9fceb02, from the cache"],
    [examples.fork, "baseline: main at 9fceb02, built here"],
    [examples.noFigure, "baseline: newest run of main at 51ab3c9, maybe not the commit that this one is based on"],
    [examples.noFigure, "python3.14 (a guess) · x86_64 (a guess)"],
    [examples.first, "python3.13 (of <code>.python-version</code>)"],
    [examples.fork, "python3.13 (of <code>requires-python</code>)"],
    [examples.fork, "nothing of this pull request was executed"],
    [{ ...examples.grown, layer: { ...LAYER_FACTS, bytecode: false } }, "x86_64 · layer without bytecode · baseline"],
  ])("says in small print what the figures rest on: %#", (facts, words) => {
    expect(lines(facts).findLast((line) => line.startsWith("<sub>"))).toContain(words);
  });
});

describe("the packages of a size report", () => {
  it("stand in the order of their impact, added and removed ones too", () => {
    const facts = withPackages(
      pair("little", 10_000, 20_000, ["1", "2"]),
      pair("gone", 40_000, undefined),
      pair("came", undefined, 50_000),
      pair("less", 60_000, 30_000, ["1", "2"]),
    );
    expect(openRows(facts)).toEqual(["came +48.8 KB", "gone −39.1 KB", "less −29.3 KB", "little +9.8 KB"]);
  });

  it("are no change when the same version moved by less than 1 KB", () => {
    const facts = withPackages(
      pair("noise", 10_000, 10_000 + KB - 1),
      pair("grown", 10_000, 10_000 + KB),
      pair("shrunk", 10_000, 10_000 - KB),
      pair("upgraded", 10_000, 10_000, ["1.0", "1.1"]),
    );
    expect(openRows(facts)).toEqual(["grown +1.0 KB", "shrunk −1.0 KB", "upgraded ="]);
    expect(beforeFolds(facts)).toMatch(/\| grown \| 1\.0 \| \*\*1\.0\*\* \| grown \|/);
    expect(beforeFolds(facts)).toMatch(/\| shrunk \| 1\.0 \| \*\*1\.0\*\* \| shrunk \|/);
    expect(renderSummary(facts)).toContain("<b>Unchanged</b>: 1 package, 10.8 KB unzipped");
  });

  it("are ten open ones and a fold, and unchanged ones folded", () => {
    expect(openRows(examples.manyChanges)).toHaveLength(10);
    expect(renderSummary(examples.manyChanges)).toContain("<summary>and 12 more packages</summary>");
    expect(renderSummary(examples.grown)).toContain("<details><summary><b>Unchanged</b>: 18 packages");
  });

  it("have no size together while one is not known", () => {
    const facts = withPackages(pair("a", 1, 1), {
      name: "b",
      after: { name: "b", version: "1" },
      before: { name: "b", version: "1" },
    });
    expect(renderSummary(facts)).toContain("<summary><b>Unchanged</b>: 2 packages</summary>");
  });
});

describe("a size report whose every name is hostile", () => {
  it.each(Object.entries(examples))("has the same elements as one with harmless names: %s", (_, facts) => {
    for (const render of [renderSummary, renderComment]) {
      const hostile = elementsOf(render, filled(facts, HOSTILE));
      expect(hostile).toEqual(elementsOf(render, filled(facts, "plain")));
      expect(hostile.filter((tag) => /^<(a|img|script)\b/.test(tag))).toEqual([]);
    }
  });

  it.each(Object.entries(examples))("has no line that GitHub or the runner obeys: %s", (_, facts) => {
    expect(renderSummary(filled(facts, HOSTILE))).not.toMatch(/::error::|@octocat|\]\(http|www\.evil|<script/);
  });
});

describe("the comment", () => {
  const name = (index: number) => `${"@|<`".repeat(125)}${index}`;
  const many = Array.from({ length: 300 }, (_, index) =>
    pair(name(index), 1_000_000 + index, 2_000_000 + index * 7, [`1.${"0.".repeat(250)}0`, `2.${"0.".repeat(250)}0`]),
  );

  it.each(Object.entries(examples))("is the summary, as long as that is short: %s", (_, facts) => {
    expect(renderComment(facts)).toBe(renderSummary(facts));
  });

  it("keeps its first lines and tables with 300 packages of 500 characters, and says where the rest is", () => {
    const facts = filled(withPackages(...many), "plain");
    const text = renderComment(withPackages(...many));
    expect(text.length).toBeLessThanOrEqual(64_000);
    expect(text.split("\n")[0]).toBe("### 📦 orders-api: +672.0\u00a0KB unzipped (+2%)");
    expect(text.match(/upgraded/g)).toHaveLength(10);
    expect(text).toContain("<sub>python3.13");
    expect(text.trimEnd()).toMatch(/A part of this report is too long for a comment: the job summary has all of it\.$/);
    expect(renderSummary(facts)).not.toContain("too long");
  });

  it("keeps the error when everything is as long and as hostile as it can be", () => {
    const evil = `${"\u202e<|`@".repeat(100)}\n`.repeat(50);
    const facts: Facts = {
      ...withPackages(...many),
      outcome: "failed",
      error: { message: evil, hint: evil, code: "x" },
    };
    const text = renderComment(filled(facts, evil));
    expect(text.length).toBeLessThanOrEqual(64_000);
    expect(text).toContain("> [!CAUTION]");
    expect(text).toContain("**Next step:**");
    expect(Buffer.byteLength(renderSummary(filled(facts, evil)))).toBeLessThan(1_048_576);
  });
});
