import { isForeign, type RequirementSet } from "./sets.ts";

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** In the chart, the title when not given. */
  readonly short?: string;
  /** What it was given and what it does, for the reader. */
  readonly given: string;
  /** Ours; the others are compared with the best of it. */
  readonly ours?: true;
}

/** Everything that is measured, in the order of the tables. */
export const TOOLS: readonly Tool[] = [
  {
    name: "plain",
    title: "plain script",
    given:
      "`pip install -t`, delete `__pycache__`, `zip -9 -r`; to deploy: the aws CLI publishes the layer, points the function at it and uploads the code, on every run",
  },
  {
    name: "uv9",
    title: "uv, zip -9",
    given: "`uv pip install --target`, `zip -9 -r`",
  },
  {
    name: "uv1",
    title: "uv, zip -1",
    given: "the same with `zip -1`; to deploy: the same calls of the aws CLI as the plain script",
  },
  {
    name: "sam",
    title: "sam",
    given:
      "a template with a `LayerVersion`; to build: `sam build` and `sam package`, which zips and uploads; to deploy: `sam build`, `sam deploy`",
  },
  {
    name: "sam-kept",
    title: "sam, build folder kept",
    short: "sam, folder kept",
    given: "the same with `--cached` and `.aws-sam` of the run before, as a cache step would bring it",
  },
  {
    name: "spr",
    title: "serverless-python-requirements",
    short: "serverless-python-req.",
    given: "`layer: true`, `dockerizePip: false`; `serverless package`, `serverless deploy`",
  },
  {
    name: "spr-kept",
    title: "serverless-python-requirements, cache kept",
    short: "…, cache kept",
    given: "the same with its static cache of the run before, as a cache step would bring it",
  },
  {
    name: "sll",
    title: "serverless-layers",
    given: "the plugin's own checksum in S3 and its layer; `serverless deploy`, which builds as well",
  },
  {
    name: "ald",
    title: "aws-lambda-deploy, fat",
    given: "`pip install -t` into the code directory, then the action's own bundle: it makes no layers",
  },
  {
    name: "ald-bare",
    title: "aws-lambda-deploy, no dependencies",
    short: "…, no dependencies",
    given: "the action's own bundle with the code alone: somebody else sees to the layer",
  },
  {
    name: "ours-restored",
    title: "**this action**, layer in the Actions cache",
    short: "this action, cached layer",
    given: "the whole action: the layer was built before, this AWS does not have it",
    ours: true,
  },
  {
    name: "ours-stripped",
    title: "**this action**, `bytecode: off`",
    short: "this action, no bytecode",
    given: "the whole action, from reading AWS to the report: it builds, publishes, uploads and publishes a version",
    ours: true,
  },
  {
    name: "ours",
    title: "**this action**",
    short: "this action",
    given: "the same with bytecode, as it is by default",
    ours: true,
  },
];

/** Why a tool cannot serve the set; undefined when it can. */
export function unfit(tool: string, set: RequirementSet): string | undefined {
  const hostOnly = ["spr", "spr-kept", "sll", "ald"];
  return isForeign(set) && hostOnly.includes(tool)
    ? "it installs packages for the machine it runs on, another architecture needs Docker"
    : undefined;
}
