import { expect, test } from "vitest";
import type { Facts } from "../../src/report/facts.ts";
import { lastLine } from "../../src/report/last-line.ts";

const FACTS: Facts = {
  mode: "deploy",
  dryRun: false,
  function: { name: "orders" },
  otherLayers: [],
  plan: [],
  completed: 0,
  outcome: "unchanged",
  notices: [],
  phases: [
    { name: "find", ms: 230 },
    { name: "pack", ms: 1_050 },
  ],
  calls: {},
  uploadedBytes: 0,
};

test.each<[string, Partial<Facts>]>([
  ["Nothing to do (1.3 s).", {}],
  ["Dry run, nothing was changed (1.3 s).", { outcome: "planned", dryRun: true }],
  ["Sizes compared, nothing was deployed (1.3 s).", { outcome: "reported", mode: "report" }],
  ["Rolled back to version 6 (1.3 s).", { outcome: "rolled-back", mode: "rollback", goal: "6" }],
  ["Deployed, 2.0 KB sent (1.3 s).", { outcome: "deployed", uploadedBytes: 2048 }],
  [
    "Deployed as version 7, the alias live names it, 2.0 KB sent (1.3 s).",
    {
      outcome: "deployed",
      uploadedBytes: 2048,
      function: { name: "orders", version: "7" },
      alias: { name: "live", before: "6", now: "7" },
    },
  ],
])("the log ends with: %s", (line, facts) => {
  expect(lastLine({ ...FACTS, ...facts })).toBe(`${line} The job summary says more.`);
});
