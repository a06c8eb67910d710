import * as core from "@actions/core";
import { type CallLog, createCallLog } from "./aws/client.js";
import { CLOCK } from "./machine/clock.js";
import type { Facts, Failure, Notice, Outcome, Phase, PlannedChange } from "./report/facts.js";

/** The parts of the report that a run learns one after another. */
export type Learned = Partial<Omit<Facts, "outcome" | "notices" | "phases" | "calls" | "uploadedBytes" | "error">>;

/** What the run has learned so far: the report is made of it, also when the run fails half-way. */
export interface Journal {
  readonly calls: CallLog;
  /** A sentence for the log. */
  say(sentence: string): void;
  /** A sentence for log and summary; a warning becomes an annotation too. */
  notice(notice: Notice): void;
  /** Keeps secrets out of the log. */
  mask(secrets: readonly string[]): void;
  learn(facts: Learned): void;
  known(): Learned;
  /** Runs a step under its own heading in the log and adds its time to a phase of the report. */
  step<T>(title: string, phase: Phase["name"] | undefined, work: () => Promise<T>): Promise<T>;
  /** Adds the time of a part of the work to a phase of the report. */
  timed<T>(phase: Phase["name"], work: () => Promise<T>): Promise<T>;
  facts(outcome: Outcome, error?: Failure): Facts;
}

/** Adds steps to the plan that the report shows, and tells them in the log. */
export function planSteps(journal: Pick<Journal, "known" | "learn" | "say">, steps: readonly PlannedChange[]): void {
  const { plan = [] } = journal.known();
  journal.learn({ plan: [...plan, ...steps.map(({ action, reason }) => ({ action, reason }))] });
  for (const [index, { action, reason }] of steps.entries()) {
    journal.say(`${plan.length + index + 1}. ${action}: ${reason}`);
  }
}

export function createJournal(start: Pick<Facts, "mode" | "dryRun" | "function">): Journal {
  const calls = createCallLog();
  const phases = new Map<string, number>();
  const notices: Notice[] = [];
  let learned: Learned = start;

  const journal: Journal = {
    calls,
    // A name from outside must not become a workflow command: `::` counts at the start of a line, `##[` anywhere.
    say: (sentence) => core.info(sentence.replace(/[\r\n]+/g, " ").replace(/##+\[/g, "#[")),
    notice: (notice) => {
      notices.push(notice);
      (notice.level === "warning" ? core.warning : journal.say)(notice.text);
    },
    mask: (secrets) => {
      for (const secret of secrets) {
        core.setSecret(secret);
      }
    },
    learn: (facts) => {
      learned = { ...learned, ...facts };
    },
    known: () => learned,
    step: async (title, phase, work) => {
      core.startGroup(title);
      try {
        return await (phase === undefined ? work() : journal.timed(phase, work));
      } finally {
        core.endGroup();
      }
    },
    timed: async (phase, work) => {
      const start = CLOCK.now();
      try {
        return await work();
      } finally {
        phases.set(phase, (phases.get(phase) ?? 0) + CLOCK.now() - start);
      }
    },
    facts: (outcome, error) => ({
      otherLayers: [],
      plan: [],
      completed: 0,
      ...start,
      ...learned,
      outcome,
      notices,
      phases: [...phases].map(([name, ms]) => ({ name, ms: Math.round(ms) })),
      ...calls.snapshot(),
      ...(error && { error }),
    }),
  };
  return journal;
}
