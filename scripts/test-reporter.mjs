import { writeFileSync } from "node:fs";

/** Vitest reporter that leaves the totals of a run in the file TEST_RESULTS, for `scripts/test.mjs` to close with. */
export default class TotalsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded, or a hook that fails, has no failed test of its own.
    const broken = modules.filter(
      (module) => module.state() === "failed" && ![...module.children.allTests("failed")].length,
    );
    const totals = {
      passed: inState("passed").length,
      failed: inState("failed").length + broken.length + unhandledErrors.length,
      skipped: inState("skipped").map((test) => ({
        name: `${test.module.relativeModuleId} > ${test.fullName}`,
        reason: test.result().note,
      })),
    };
    writeFileSync(process.env.TEST_RESULTS, JSON.stringify(totals));
  }
}
