import { type Command, parseCommand } from "./runner-commands.ts";

export interface Annotation {
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

export type AnnotationKind = "error" | "warning" | "notice";

export interface Group {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface StepLog {
  /** What a person sees: masked, debug lines hidden. */
  readonly text: string;
  /** What the page shows: the first 10 of each kind, each cut at 4,096 characters. */
  readonly annotations: Readonly<Record<AnnotationKind, readonly Annotation[]>>;
  /** How many were issued, also those beyond 10. */
  readonly issued: Readonly<Record<AnnotationKind, number>>;
  readonly masks: readonly string[];
  readonly groups: readonly Group[];
  /** Set by commands in the log, not by files. */
  readonly outputs: Readonly<Record<string, string>>;
  /** A command that the runner refuses fails the step whatever the exit code is. */
  readonly refused: boolean;
}

const WITHOUT_TRACE = ["debug", "echo", "save-state", "add-matcher", "remove-matcher"];
const SHOWN_ANNOTATIONS = 10;
const MESSAGE_LIMIT = 4096;

/** Reads a step's output line by line, in the order of arrival, and obeys its commands as GitHub's runner does. */
export function createStepLog(secrets: readonly string[]) {
  const masks = new Set(secrets);
  const shown: string[] = [];
  const annotations: Record<AnnotationKind, Annotation[]> = { error: [], warning: [], notice: [] };
  const groups: { title: string; lines: string[] }[] = [];
  const outputs: Record<string, string> = {};
  let openGroup: { title: string; lines: string[] } | undefined;
  let resumeToken: string | undefined;
  let refused = false;

  const mask = (text: string) => maskSecrets(text, masks);
  const print = (text: string) => {
    shown.push(mask(text));
    openGroup?.lines.push(mask(text));
  };
  const annotate = (kind: AnnotationKind, message: string, properties: Annotation["properties"] = {}) => {
    annotations[kind].push({ message: mask(message).slice(0, MESSAGE_LIMIT), properties });
    print(`##[${kind}]${message}`);
  };
  const refuse = (reason: string) => {
    refused = true;
    annotate("error", reason);
  };

  const obey: Readonly<Record<string, (command: Command) => void>> = {
    error: ({ data, properties }) => annotate("error", data, properties),
    warning: ({ data, properties }) => annotate("warning", data, properties),
    notice: ({ data, properties }) => annotate("notice", data, properties),
    "add-mask": ({ data }) => {
      const parts = [data, ...data.split(/[\r\n]+/)].filter((part) => part.trim() !== "");
      if (parts.length === 0) annotate("warning", "Can't add secret mask for empty string.");
      for (const part of parts) masks.add(part);
    },
    group: ({ data }) => {
      print(`##[group]${data}`);
      openGroup = { title: mask(data), lines: [] };
      groups.push(openGroup);
    },
    endgroup: () => {
      openGroup = undefined;
      print("##[endgroup]");
    },
    "set-output": ({ data, properties }) => {
      outputs[properties.name ?? ""] = data;
      annotate("warning", "The `set-output` command is deprecated and will be disabled soon.");
    },
    "set-env": () => refuse("The `set-env` command is disabled."),
    "add-path": () => refuse("The `add-path` command is disabled."),
    "stop-commands": ({ data }) => {
      resumeToken = data.toLowerCase();
      known.add(resumeToken);
      print(`::stop-commands::${data}`);
    },
    ...Object.fromEntries(WITHOUT_TRACE.map((name) => [name, () => {}])),
  };
  const known = new Set(Object.keys(obey));

  function line(text: string): void {
    const command = parseCommand(text, known);
    if (command === undefined) {
      print(text);
    } else if (resumeToken === undefined) {
      obey[command.name]?.(command);
    } else {
      if (command.name === resumeToken) {
        known.delete(resumeToken);
        resumeToken = undefined;
      }
      print(text);
    }
  }

  function finish(): StepLog {
    const kinds = Object.keys(annotations) as AnnotationKind[];
    const perKind = <T>(value: (kind: AnnotationKind) => T) =>
      Object.fromEntries(kinds.map((kind) => [kind, value(kind)])) as Record<AnnotationKind, T>;
    return {
      text: shown.map((each) => `${each}\n`).join(""),
      annotations: perKind((kind) => annotations[kind].slice(0, SHOWN_ANNOTATIONS)),
      issued: perKind((kind) => annotations[kind].length),
      masks: [...masks],
      groups,
      outputs,
      refused,
    };
  }

  return { line, annotate, refuse, mask, finish };
}

/** Replaces secrets, also where they stand in a URL or in JSON. */
function maskSecrets(text: string, masks: ReadonlySet<string>): string {
  const forms = [...masks].flatMap((mask) => [mask, encodeURIComponent(mask), JSON.stringify(mask).slice(1, -1)]);
  return forms.sort((a, b) => b.length - a.length).reduce((result, form) => result.replaceAll(form, "***"), text);
}
