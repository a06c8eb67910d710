/** What a tool's time has in it, measured alone and beside the tools: it is no tool, and in no table of them. */
export const SHARES = {
  /** `uv pip install` without a zip. */
  uv: "uv alone",
  /** Node starts and ends. */
  node: "node -e 0",
  /** Node with the modules of its own that a call to AWS needs. */
  http: "node, https and crypto",
  /** This action with an input that it refuses: it is loaded, reads its inputs and says what is wrong. */
  refused: "refused input",
  /** This action until its first request to AWS leaves. */
  firstCall: "first call",
} as const;

/** Whether a row is a share and no tool. */
export function isShare(name: string): boolean {
  return Object.values<string>(SHARES).includes(name);
}
