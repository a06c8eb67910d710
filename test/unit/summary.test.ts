import { describe, expect, it } from "vitest";
import type { Action, CodeFacts, Facts, LayerFacts } from "../../src/report/facts.ts";
import { renderSummary } from "../../src/report/summary.ts";
import * as examples from "../fixtures/summary/facts.ts";
import { elementsOf, filled, HOSTILE } from "../support/hostile-facts.ts";

const layerOf = (facts: Facts) => facts.layer as LayerFacts;
const codeOf = (facts: Facts) => facts.code as CodeFacts;

describe("renderSummary", () => {
  // Each is a Markdown file to look at; `node scripts/render-summary.mjs FILE picture.png` shows it as GitHub does.
  it.each(Object.entries(examples))("tells the story of a run: %s", async (name, facts) => {
    await expect(renderSummary(facts)).toMatchFileSnapshot(`../fixtures/summary/${name}.md`);
  });

  it.each<[Facts, string]>([
    [examples.unchanged, "### ✅ orders-api: nothing to do"],
    [examples.code, "### ✅ orders-api: code deployed, version 42"],
    [examples.dependencies, "### ✅ orders-api: dependencies updated, version 43"],
    [examples.rebuiltFromCache, "### ✅ orders-api: layer updated, version 43"],
    [examples.migrated, "### ✅ orders-api: moved to layers, version 12"],
    [examples.firstLayer, "### ✅ orders-api: deployed with its first layer, version 1"],
    [examples.planned, "### 📝 orders-api: plan, nothing was changed"],
    [examples.detached, "### ✅ orders-api: layer detached, version 42"],
    [examples.untouchedLayers, "### ✅ orders-api: code deployed, version 42"],
    [examples.moved, "### ✅ orders-api: moved to python3.13 and x86_64, version 43"],
    [examples.upkeep, "### ✅ orders-api: dependencies updated, version 43"],
    [examples.usersMoved, "### ✅ orders-api: functions on its layer moved"],
    [examples.usersFailed, "### ❌ orders-api: deployed, but not every function on its layer was moved"],
    [examples.refused, "### ❌ orders-api: not deployed"],
    [examples.halfway, "### ❌ orders-api: deploy stopped after 2 of 4 steps"],
    [examples.created, "### ✅ orders-api: created, version 1"],
    [examples.settings, "### ✅ orders-api: configuration updated, version 43"],
    [examples.otherLayers, "### ✅ orders-api: layers updated, version 43"],
    [examples.aliasCreated, "### ✅ orders-api: code deployed, version 42"],
    [examples.checkFailed, "### ↩️ orders-api: rolled back, version 41 is still live"],
    [examples.checkFailedOnLatest, "### ↩️ orders-api: rolled back, everything is as it was"],
    [examples.checkFailedLeft, "### ❌ orders-api: a check failed, the new code is live"],
    [examples.aliasWentBack, "### ↩️ orders-api: rolled back to version 41"],
    [examples.plannedBack, "### 📝 orders-api: plan, nothing was changed"],
  ])("says in its first line what happened: %#", (facts, line) => {
    expect(renderSummary(facts).split("\n")[0]).toBe(line);
  });

  it("names no version when none was published", () => {
    const facts = { ...examples.code, function: examples.unchanged.function };
    expect(renderSummary(facts).split("\n")[0]).toBe("### ✅ orders-api: code deployed");
  });

  it("says that a plan has nothing to do", () => {
    const [first, , lead] = renderSummary(examples.plannedNothing).split("\n");
    expect(first).toBe("### 📝 orders-api: plan, nothing to do");
    expect(lead).toBe("**A deploy would change nothing.**");
  });

  it("says of a run that only reports that nothing was deployed, and why", () => {
    const { error: _, ...facts } = examples.wrongInputs;
    const notices = [{ level: "note", text: "On a pull request nothing is deployed." }] as const;
    expect(renderSummary({ ...facts, mode: "report", outcome: "reported", notices })).toBe(
      "### 📦 orders-api: nothing was deployed\n\n> [!NOTE]\n> On a pull request nothing is deployed.\n",
    );
  });

  it("speaks of one thing in the singular", () => {
    const facts: Facts = {
      ...examples.dependencies,
      code: { ...codeOf(examples.code), leftOut: ["requests"] },
      layer: {
        ...layerOf(examples.dependencies),
        packageCount: 1,
        changes: [{ name: "requests", from: "2.31.0", to: "2.32.0" }],
      },
      otherLayers: [{ arn: "arn:aws:lambda:eu-central-1:1:layer:x:1" }],
      calls: { GetFunction: 1 },
    };
    const text = renderSummary(facts);
    expect(text).toContain("**1 package upgraded.**");
    expect(text).toContain("Layer, 1 package + bytecode");
    expect(text).toContain("1 other layer |");
    expect(text).toContain("1 AWS call,");
    expect(text).toContain("because the layer brings it: <code>requests</code>.");
    expect(text).not.toMatch(/\b1 (packages|layers|AWS calls|files|steps)\b/);
  });

  it("shows what is not known as a dash, never as 0", () => {
    const { sha256 } = codeOf(examples.code).after ?? {};
    const facts: Facts = {
      ...examples.dependencies,
      code: { ...codeOf(examples.code), before: {}, after: sha256 === undefined ? {} : { sha256 } },
      layer: { ...layerOf(examples.dependencies), before: { versionArn: "arn:x:6" }, after: {}, packages: [] },
      limits: { zipped: 52_428_800, unzipped: 262_144_000, atLeast: false },
      phases: [],
      calls: {},
      uploadedBytes: 0,
    };
    const text = renderSummary(facts);
    expect(text).toContain("| Code package | – | **–** | – |  |");
    expect(text).toContain("| Layer, 22 packages + bytecode | – | **–** | – |  |");
    expect(text).toContain("| Code package now | – | – | – |");
    expect(text).not.toMatch(/\| (\*\*)?0(\.0|.bytes| \|)/);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it("says ≥ and ≤ when another layer counts by its zipped size, and nothing of the kind otherwise", () => {
    expect(renderSummary(examples.foundEarlier)).toMatch(/\*\*≥.41\.7.MB\*\*.*≥ 17% of 250 MB, ≤.208\.3.MB.left/);
    expect(renderSummary(examples.code)).not.toMatch(/[≥≤]/);
  });

  it("says what stood between the deploy and its callers", () => {
    const lines = (facts: Facts) => renderSummary(facts).split("\n");
    expect(lines(examples.checked)).toContain(
      "**3 checks passed**, then the alias <code>live</code> moved from version 41 to 42.",
    );
    expect(lines(examples.aliasCreated)).toContain(
      "**3 checks passed**, then the alias <code>live</code> was created at version 42.",
    );
    expect(lines({ ...examples.aliasCreated, smokeTests: [] })).toContain(
      "**The alias <code>live</code> was created at version 42.**",
    );
    const { alias: _, ...withoutAlias } = examples.checked;
    expect(lines(withoutAlias)).toContain("**3 checks passed.**");
    expect(renderSummary(examples.code)).not.toMatch(/checks? passed|alias/);
    expect(renderSummary(examples.checkFailed)).not.toMatch(/checks? passed/);
  });

  it("tells of an alias that only had to move", () => {
    const plan = examples.checked.plan.filter(({ action }) => action !== "update-code");
    const text = renderSummary({ ...examples.checked, plan, smokeTests: [], completed: 2, uploadedBytes: 0 });
    expect(text.split("\n").slice(0, 3)).toEqual([
      "### ✅ orders-api: alias moved, version 42",
      "",
      "**`$LATEST` was as it should be already.**",
    ]);
  });

  it("shows before and now of a migration in one unit, as its table does", () => {
    const { code } = examples.migrated;
    const small = { before: { zipped: 1_468_006 }, after: { zipped: 629_146 } };
    const text = renderSummary({ ...examples.migrated, code: { ...(code as NonNullable<Facts["code"]>), ...small } });
    expect(text).toMatch(/1\.4.MB → 0\.6.MB/);
    expect(text).toMatch(/now sends 0\.6.MB instead of 1\.4.MB: 2\.3x less/);
    expect(text).toMatch(/\| Code package.* \| 1\.4.MB \| .*0\.6.MB.* \| −0\.8.MB \|/);
  });

  it("gives the ratio of every deploy", () => {
    const ratio =
      /<b>Sizes, time[\s\S]*Code and layer together are \*\*[\d.,]+ times\*\* the code alone|\(code \+ layer\) \/ code = 394\.8/;
    const deploys = Object.values(examples).filter(
      ({ mode, outcome }) => mode === "deploy" && (outcome === "deployed" || outcome === "unchanged"),
    );
    expect(deploys.filter((facts) => !ratio.test(renderSummary(facts)))).toEqual([]);
  });

  it("numbers only what is done: a layer that is kept is no step", () => {
    const text = renderSummary(examples.plannedReuse);
    expect(text).toContain("**A deploy would take 2 steps:**\n\n1. **Update the configuration.**");
    expect(text).toMatch(/\n2\. .*\n\n\*\*Layer <code>orders-api-dependencies:5<\/code> reused\.\*\*/);
    expect(text).not.toMatch(/^3\. /m);
    expect(text).toContain("| package | before | then |");
  });

  it("tells kept, added and removed layers of others apart", () => {
    const text = renderSummary({
      ...examples.otherLayers,
      otherLayersBefore: [...examples.otherLayers.otherLayers.slice(0, 1), { arn: "arn:x:1", zipped: 2_048 }],
    });
    expect(text).toContain("Other layers: 1 added, 1 removed.");
    expect(text).toMatch(/LambdaInsightsExtension:56<\/code> \| 3\.1.MB.zipped \| kept \|/);
    expect(text).toMatch(/company-certificates:4<\/code> \| 216\.3.KB.zipped \| 🆕 added \|/);
    expect(text).toMatch(/<code>arn:x:1<\/code> \| 2\.0.KB.zipped \| 🗑️ removed \|/);
    expect(text).toMatch(/\| 2 other layers \| 3\.1.MB \| \*\*3\.3.MB\*\* \|/);
    const { otherLayers } = examples.otherLayers;
    expect(renderSummary({ ...examples.otherLayers, otherLayersBefore: otherLayers.toReversed() })).toContain(
      "Other layers: in another order.",
    );
    expect(renderSummary({ ...examples.code, otherLayers, otherLayersBefore: otherLayers })).toContain(
      "2 layers that this run left alone:",
    );
  });

  it("opens what changed and folds the rest", () => {
    const beforeFolds = (facts: Facts) => renderSummary(facts).split("<details>")[0];
    expect(beforeFolds(examples.dependencies)).toContain("| fastapi | 0.164.1 | **0.165.0** | ⬆️ upgraded |");
    expect(beforeFolds(examples.dependencies)).toContain("| sniffio | 1.3.1 |  | 🗑️ removed |  |");
    expect(beforeFolds(examples.migrated)).toContain("2. **Configuration updated.**");
    expect(beforeFolds(examples.code)).not.toContain("**Code sent.**");
  });

  it("lists the ten largest packages and folds the others", () => {
    const [, inLayer = ""] = renderSummary(examples.code).split("<b>Layer</b>");
    const [open = "", folded = ""] = inLayer.split("and 12 more packages");
    const names = (part: string) =>
      [...part.matchAll(/^\| ([a-z0-9-]+) \| [\d.a-z]+ \| [\d&]/gm)].map(([, name]) => name);
    expect(names(open).slice(0, 3)).toEqual(["botocore", "pydantic-core", "pydantic"]);
    expect(names(open)).toHaveLength(10);
    expect(names(folded)).toHaveLength(12);
  });
});

describe("a failed run", () => {
  const at = (completed: number, calls: Readonly<Record<string, number>>, order?: readonly Action[]): Facts => ({
    ...examples.halfway,
    completed,
    calls,
    plan: (order ?? examples.halfway.plan.map(({ action }) => action)).map((action) => ({ action, reason: "" })),
  });
  const all: readonly Action[] = ["publish-layer", "update-configuration", "update-code", "publish-version"];
  const codeFirst: readonly Action[] = ["update-code", "update-configuration", "publish-version"];
  const layer = { PublishLayerVersion: 1 };
  const configuration = { ...layer, UpdateFunctionConfiguration: 1 };
  const code = { ...configuration, UpdateFunctionCode: 1 };
  const PUBLISH = { ...code, PublishVersion: 1 };
  const aliased: readonly Action[] = [...all, "move-alias"];
  const creation: readonly Action[] = ["create-function", "publish-version"];
  const pruning: readonly Action[] = ["update-code", "publish-version", "update-layer-users", "delete-versions"];
  const LATER = "the next run that changes something publishes one.";
  const AGAIN = "Run it again when that is solved: it goes on from here.";
  const refusedAt = (completed: number, calls: Readonly<Record<string, number>>, code: string): Facts => ({
    ...at(completed, calls),
    error: { message: "It failed.", code },
  });
  const withAlias = (facts: Facts): Facts => ({ ...facts, alias: { name: "live", before: "41" } });

  it.each<[string, Facts, string]>([
    ["before any write", at(0, { GetFunction: 1, "s3.HeadObject": 1 }), "**Nothing was changed in AWS.**"],
    ["with the zip in S3", at(0, { "s3.PutObject": 1 }), "**The function was not touched.**"],
    ["while the layer is published", at(0, layer), "**The function was not touched.**"],
    [
      "after the layer",
      at(1, layer),
      "**The function was not touched.** The layer is published: the next run finds it and builds nothing.",
    ],
    [
      "in the configuration",
      at(1, configuration),
      "**AWS did not confirm the new configuration.** `$LATEST` had the old code and configuration until then.",
    ],
    ["after the configuration", at(2, configuration), "**`$LATEST` has the new configuration with the old code.**"],
    [
      "in the code",
      at(2, code),
      "**AWS did not confirm the new code.** `$LATEST` has the new configuration with the old code.",
    ],
    [
      "after the code, when it goes first",
      at(1, code, codeFirst),
      "**AWS did not confirm the new configuration.** `$LATEST` has the new code with the old configuration.",
    ],
    [
      "before the version",
      at(3, code),
      `**\`$LATEST\` has the new code and the new configuration.** No version was published of it; ${LATER}`,
    ],
    ["at the version", refusedAt(3, PUBLISH, "AccessDeniedException"), `No version was published of it; ${LATER}`],
    [
      "at the version, without a reply",
      refusedAt(3, PUBLISH, "TimeoutError"),
      `A version may have been published of it; if not, ${LATER}`,
    ],
    [
      "at a version of somebody else",
      refusedAt(3, PUBLISH, "concurrent"),
      `A version may have been published of it; if not, ${LATER}`,
    ],
    [
      "at a version that fails",
      refusedAt(3, PUBLISH, "version-failed"),
      `The version that was published of it does not work; the next run that changes something publishes another.`,
    ],
    [
      "at the version, with an alias",
      withAlias(refusedAt(3, PUBLISH, "TimeoutError")),
      `A version may have been published of it. ${AGAIN}`,
    ],
    [
      "after the version, with an alias",
      withAlias(at(4, PUBLISH, aliased)),
      `**\`$LATEST\` has the new code and the new configuration.** ${AGAIN}`,
    ],
    [
      "in code that goes alone",
      at(0, { UpdateFunctionCode: 1 }, ["update-code", "publish-version"]),
      "`$LATEST` had the old code until then.",
    ],
    [
      "after code that goes alone",
      at(1, { UpdateFunctionCode: 1 }, ["update-code", "publish-version"]),
      "**`$LATEST` has the new code.** No version",
    ],
    [
      "after the creation",
      at(1, { CreateFunction: 1 }, creation),
      `**The function was created.** No version was published of it; ${LATER}`,
    ],
    [
      "in the creation",
      at(0, { CreateFunction: 1 }, creation),
      "**AWS did not confirm the new function.** Run it again",
    ],
    [
      "with the users of the layer",
      at(0, {}, ["update-layer-users"]),
      "**The function itself is as it should be.** Run it again when that is solved: it moves the rest.",
    ],
    [
      "with the users of the layer, before old versions",
      at(2, {}, pruning),
      "it moves the rest. Old versions are deleted by the next run that publishes one.",
    ],
    [
      "at old versions",
      at(3, {}, pruning),
      "**The function itself is deployed.** Old versions are deleted by the next run that publishes one.",
    ],
  ])("tells in which state $LATEST is when it stopped %s", (_, facts, state) => {
    expect(renderSummary(facts)).toContain(state);
  });

  it("marks what is done, where it stopped and what was not begun", () => {
    const marks = (facts: Facts) => renderSummary(facts).match(/^(✅|❌|⬜)/gmu);
    expect(marks(at(0, {}))).toEqual(["⬜", "⬜", "⬜", "⬜"]);
    expect(marks(at(1, configuration, all))).toEqual(["✅", "❌", "⬜", "⬜"]);
    expect(marks(at(3, { ...code, PublishVersion: 2 }))).toEqual(["✅", "✅", "✅", "❌"]);
  });

  it("gives the sentence and the next step first, and opens nothing else", () => {
    const text = renderSummary(examples.refused);
    expect(text.split("\n").slice(0, 6)).toEqual([
      "### ❌ orders-api: not deployed",
      "",
      "> [!CAUTION]",
      "> <b>Code and layers are 262.3 MB unzipped&#59; the limit is 250.0 MB.</b>".replace("&#59;", ";"),
      ">",
      expect.stringMatching(/^> \*\*Next step:\*\* The largest packages/),
    ]);
    expect(text.split("<details>")[0]).not.toContain("|");
  });

  it("has a summary before anything is known", () => {
    expect(renderSummary(examples.wrongInputs)).not.toContain("<details>");
  });
});

describe("the summary's size", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({
    name: `package-with-a-rather-long-name-${index}`,
    version: `1.${index}.0`,
    zipped: index * 1_000,
    unzipped: index * 3_000,
    files: index,
  }));
  const files = Array.from({ length: 20_000 }, (_, index) => `app/generated/deeply/nested/module_${index}/__init__.py`);

  it("stays small with 5,000 packages and 20,000 changed files, and says what it does not list", () => {
    const text = renderSummary({
      ...examples.dependencies,
      code: { ...codeOf(examples.code), changes: { added: files, removed: files, modified: files } },
      layer: {
        ...layerOf(examples.dependencies),
        packageCount: many.length,
        packages: many,
        changes: many.map(({ name, version }) => ({ name, from: "1.0.0", to: version })),
      },
    });
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    expect(text).toContain("and 4,990 more packages");
    expect(text).toContain("4,690 more packages not listed here.");
    expect(text).toContain("- and 19,900 more files");
  });

  it("stays under 1 MiB when every text is as long and as hostile as it can be, and keeps its first lines", () => {
    const evil = "\u202e<|`".repeat(1_000);
    const text = renderSummary({
      ...examples.halfway,
      error: { message: evil, hint: evil, code: "x" },
      notices: Array.from({ length: 200 }, () => ({ level: "warning", text: evil })),
      layer: {
        ...layerOf(examples.migrated),
        reason: evil,
        dependencyFiles: files.map(() => evil),
        packages: many.map((one) => ({ ...one, name: evil, version: evil })),
        changes: many.map(() => ({ name: evil, from: evil, to: evil })),
      },
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text.split("\n")[0]).toBe("### ❌ orders-api: deploy stopped after 2 of 4 steps");
    expect(text).toContain("A part of this summary is too long to be shown.");
  });
});

describe("a run whose every name is hostile", () => {
  it.each(Object.entries(examples))("has the same elements as one with harmless names: %s", (_, facts) => {
    const hostile = elementsOf(renderSummary, filled(facts, HOSTILE));
    expect(hostile).toEqual(elementsOf(renderSummary, filled(facts, "plain")));
    expect(hostile.filter((tag) => /^<(a|img)\b/.test(tag))).toEqual([]);
  });
});
