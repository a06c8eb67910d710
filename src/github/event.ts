import type { Environment } from "../machine/environment.js";
import { isObject, parseJson } from "../parse-json.js";

/** What started the run, as far as it decides what may be done. Nothing in it is trusted: a field of another form is absent. */
export interface RunEvent {
  readonly kind: "pull_request" | "pull_request_target" | "merge_group" | "push" | "other";
  /** Of the pull request. */
  readonly number?: number;
  /** The branch that a pull request or merge group is for, or the one that was pushed to; without `refs/heads/`. */
  readonly branch?: string;
  /** Commit (40 hex digits) of that branch: its tip when the event happened; of a push the one before it. */
  readonly base?: string;
  /** Commit of the pull request's own branch. */
  readonly head?: string;
  /** The pull request comes from another repository, or nobody can tell. */
  readonly fork: boolean;
  /** Files of strangers may lie in the workspace while the run has rights of its own, or they come from a fork: nothing of them is executed. */
  readonly untrusted: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Started by who may write to the repository, as pushes are. All others a stranger can start or be the subject of, some with the
 * repository's rights: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
const OWN = ["schedule", "workflow_dispatch", "release"];
const TRUSTED = { fork: false, untrusted: false } as const;

/** Reads the event from its name, the text of its file and the runner's variables. Pure. */
export function parseEvent(env: Environment, text: string): RunEvent {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const payload = fieldsOf(parseJson(text));
  switch (name) {
    case "pull_request":
    case "pull_request_target": {
      const pull = fieldsOf(payload.pull_request);
      const [base, head] = [fieldsOf(pull.base), fieldsOf(pull.head)];
      const number = wholeNumber(payload.number ?? pull.number);
      const fork = isFork(base, head);
      return {
        kind: name,
        ...(number !== undefined && { number }),
        ...branchOf(base.ref ?? env.GITHUB_BASE_REF),
        ...commit("base", base.sha),
        ...commit("head", head.sha),
        fork,
        untrusted: fork || name === "pull_request_target",
      };
    }
    case "merge_group": {
      const { base_ref, base_sha } = fieldsOf(payload.merge_group);
      return { kind: name, ...branchOf(base_ref), ...commit("base", base_sha), ...TRUSTED };
    }
    case "push":
      return { kind: name, ...branchOfRun(env), ...commit("base", payload.before), ...TRUSTED };
    default:
      return { kind: "other", ...branchOfRun(env), fork: false, untrusted: !OWN.includes(name) };
  }
}

/** A deleted fork is `null`. */
function isFork(base: Fields, head: Fields): boolean {
  const [ours, theirs] = [fieldsOf(base.repo).full_name, fieldsOf(head.repo).full_name];
  return typeof ours !== "string" || ours !== theirs;
}

function branchOfRun({ GITHUB_REF = "" }: Environment): Pick<RunEvent, "branch"> {
  return GITHUB_REF.startsWith("refs/heads/") ? branchOf(GITHUB_REF) : {};
}

/** What git takes for a branch, as far as it matters here: https://git-scm.com/docs/git-check-ref-format */
function branchOf(ref: unknown): Pick<RunEvent, "branch"> {
  const branch = typeof ref === "string" ? ref.replace(/^refs\/heads\//, "") : "";
  return /^[^\p{Cc}\s~^:?*[\\]{1,250}$/u.test(branch) ? { branch } : {};
}

function commit<K extends "base" | "head">(name: K, sha: unknown): { readonly [name in K]?: string } {
  return isCommit(sha) ? ({ [name]: sha } as { readonly [name in K]: string }) : {};
}

/** 40 hex digits; forty zeros are no commit. */
export function isCommit(sha: unknown): sha is string {
  return typeof sha === "string" && /^(?!0{40}$)[0-9a-f]{40}$/.test(sha);
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
