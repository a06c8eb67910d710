import type { FunctionState } from "../aws/lambda.js";
import type { CodeFacts, Size } from "../report/facts.js";
import { plural } from "../report/markdown.js";
import { base64ToHex } from "../zip/sha256.js";
import { contentChanges, sameContent } from "./changes.js";
import type { CodePackage } from "./code.js";

/** The code package beside the live one. */
export interface CodeComparison {
  readonly changed: boolean;
  /** A sentence. */
  readonly reason: string;
  readonly before: Size;
  readonly changes: CodeFacts["changes"];
}

/**
 * Same bytes, or same files? Only when the sums differ is the live zip looked at, by range reads of its central
 * directory: zlib releases compress the same files to other bytes.
 */
export async function compareCode(state: FunctionState, code: CodePackage): Promise<CodeComparison> {
  if (!state.exists) {
    return { changed: true, reason: "The function is new.", before: {}, changes: undefined };
  }
  const sha256 = base64ToHex(state.codeSha256);
  if (state.readiness.status === "failed") {
    const reason = `The function's last update failed (${state.readiness.code}), so the code is sent again.`;
    return { changed: true, reason, before: { zipped: state.codeSize, sha256 }, changes: undefined };
  }
  if (state.codeSha256 === code.codeSha256) {
    const { zipped, unzipped, files } = code;
    return {
      changed: false,
      reason: "The code is the same.",
      before: { zipped, unzipped, files, sha256 },
      changes: undefined,
    };
  }
  const { readRemoteZip } = await import("../zip/remote.js"); // loads an HTTP client that unchanged code does without
  const live = state.codeLocation === undefined ? undefined : await readRemoteZip(state.codeLocation);
  if (live === undefined) {
    const reason = "The code package differs from the live one.";
    return { changed: true, reason, before: { zipped: state.codeSize, sha256 }, changes: undefined };
  }
  const before = { zipped: state.codeSize, unzipped: live.unzipped, files: live.files, sha256 };
  if (sameContent(code.entries, live.entries)) {
    return {
      changed: false,
      reason: "The files are the same, only compressed differently.",
      before,
      changes: undefined,
    };
  }
  const changes = contentChanges(code.entries, live.entries);
  return { changed: true, reason: differing(changes), before, changes };
}

function differing({ added, removed, modified }: NonNullable<CodeFacts["changes"]>): string {
  const counts = [
    [modified.length, "changed"],
    [added.length, "added"],
    [removed.length, "removed"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${plural(count, "file")} ${word}`);
  return `${said.join(", ")}.`;
}
