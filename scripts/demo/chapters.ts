import type { ActionRun } from "../../test/support/runner.ts";
import { edit } from "./application.ts";

/** One deploy: what somebody changed before it, and what must be true after it. */
export interface Chapter {
  readonly title: string;
  readonly file: string;
  readonly change?: (workspace: string) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  /** By sentence: what was found, and what it should be. */
  readonly promises: (told: Told) => Readonly<Record<string, readonly [found: unknown, wanted: unknown]>>;
}

/** What a deploy did, as the emulator saw it and as the action tells it. */
export interface Told {
  /** Requests that arrived at the emulator, by operation. */
  readonly calls: Readonly<Record<string, number>>;
  readonly outputs: ActionRun["outputs"];
  /** What the function answers to GET /health. */
  readonly answer: { readonly before: string; readonly now: string };
  readonly cacheCalls: number;
  /** Of the zip that held code and dependencies before the first deploy. */
  readonly fatBytes: number;
}

const OLD = "fastapi==0.164.0";
const NEW = "fastapi==0.165.0";

/** The state in which the function was made. */
export const before = (workspace: string) => edit(workspace, "requirements.txt", /^fastapi==\S+/m, OLD);

export const chapters: readonly Chapter[] = [
  {
    title: "1  Move to layers",
    file: "1-move-to-layers",
    promises: ({ calls, outputs, answer, fatBytes }) => ({
      "the layer is built and published once, layer and code are switched once": [writes(calls), [1, 1, 1, 1]],
      "the layer comes from a build": [outputs["layer-source"], "built"],
      "the code is less than a hundredth of the fat zip": [Number(outputs["code-size"]) < fatBytes / 100, true],
      "the function answers as before": [answer.now, answer.before],
    }),
  },
  {
    title: "2  Nothing changed",
    file: "2-nothing-changed",
    promises: ({ calls, outputs, answer, cacheCalls }) => ({
      "two reads from AWS and nothing else": [calls, { GetFunction: 1, ListLayerVersions: 1 }],
      "the Actions cache is not asked": [cacheCalls, 0],
      "nothing is said to have changed": [outputs.changed, "false"],
      "the function answers as before": [answer.now, answer.before],
    }),
  },
  {
    title: "3  The code changed",
    file: "3-code-changed",
    change: (workspace) => edit(workspace, "app/core/config.py", '"1.0.0"', '"1.1.0"'),
    promises: ({ calls, outputs, answer }) => ({
      "only the code travels, and a version is published": [writes(calls), [0, 0, 1, 1]],
      "what travels is the code package": [outputs["uploaded-bytes"], outputs["code-size"]],
      "the new code answers": [answer.now.includes('"version":"1.1.0"'), true],
    }),
  },
  {
    title: "4  A dependency changed",
    file: "4-dependency-changed",
    change: (workspace) => edit(workspace, "requirements.txt", OLD, NEW),
    promises: ({ calls, outputs, answer }) => ({
      "a layer is published and attached once, the code stays": [writes(calls), [1, 1, 0, 1]],
      "what travels is the layer": [outputs["uploaded-bytes"], outputs["layer-size"]],
      "the new dependency answers": [answer.now.includes('"fastapi":"0.165.0"'), true],
    }),
  },
  {
    title: "5  Dry run: back to the old dependency",
    file: "5-dry-run",
    inputs: { "dry-run": "true" },
    change: (workspace) => {
      edit(workspace, "requirements.txt", NEW, OLD);
      edit(workspace, "app/core/config.py", '"1.1.0"', '"1.2.0"');
    },
    promises: ({ calls, outputs, answer }) => ({
      "nothing is written": [writes(calls), [0, 0, 0, 0]],
      "nothing is said to have changed": [
        [outputs.changed, outputs["uploaded-bytes"]],
        ["false", "0"],
      ],
      "the old layer would be used again": [outputs["layer-source"], "reused"],
      "the function answers as before": [answer.now, answer.before],
    }),
  },
];

/** Publications of a layer, changes of configuration and of code, publications of the function. */
function writes(calls: Told["calls"]): readonly number[] {
  const operations = ["PublishLayerVersion", "UpdateFunctionConfiguration", "UpdateFunctionCode", "PublishVersion"];
  return operations.map((operation) => calls[operation] ?? 0);
}
