import { UpdateAliasCommand } from "@aws-sdk/client-lambda";
import type { Emulator } from "./aws/emulator.ts";
import type { Fault, FaultRule } from "./aws/faults.ts";
import { AwsError } from "./aws/lambda/texts.ts";
import { lambdaOf } from "./aws/sdk.ts";

/** What a deploy leaves behind. Callers come through the alias; the others call `$LATEST`. */
export type Outcome =
  | "deployed"
  /** Alias and `$LATEST` are as before. */
  | "nothing changed"
  /** The same, after what was changed was put back. */
  | "rolled back"
  /** The alias is as before, `$LATEST` is wholly new. */
  | "alias stays"
  /** The alias is as before, `$LATEST` has the new layers with the old code: it could not be put back. */
  | "half, alias stays"
  /** The function exists and can not be called. */
  | "created, not active";

/** One call of the flow, in the situation in which it is made. */
export interface Column {
  readonly title: string;
  readonly op: string;
  /** How many calls of this operation come before the one that is meant. */
  readonly after?: number;
  readonly scene: "switch" | "first alias" | "large code" | "new function" | "smoke tests";
  /** What this call never succeeding leaves behind. */
  readonly lost: Outcome;
  readonly traits: readonly Trait[];
}

export type Trait =
  | "writes"
  /** Brings a zip. */
  | "uploads"
  /** Is refused while another update is under way. */
  | "busy"
  /** Is guarded by a RevisionId. */
  | "guarded"
  /** Is accepted first and done later. */
  | "lasts";

export interface Row {
  readonly title: string;
  /** Why a cell of this row makes no sense; undefined when it makes. */
  readonly senseless?: (column: Column) => string | undefined;
  readonly inject: (aws: Emulator, column: Column, functionName: string) => void;
  readonly expect: (column: Column) => Expected;
  /** Longest single wait of the run, in minutes. */
  readonly waitMinutes?: number;
  /** How often the SDK tries a call, 3 when not given. */
  readonly attempts?: number;
  /** Waits for minutes, and needs no processor meanwhile. */
  readonly slow?: boolean;
}

export type Expected =
  | { readonly outcome: "deployed" }
  | { readonly outcome: Exclude<Outcome, "deployed">; readonly says: RegExp };

export const COLUMNS: readonly Column[] = [
  { title: "GetFunction", op: "GetFunction", scene: "switch", lost: "nothing changed", traits: [] },
  { title: "ListLayerVersions", op: "ListLayerVersions", scene: "switch", lost: "nothing changed", traits: [] },
  { title: "GetLayerVersion", op: "GetLayerVersionByArn", scene: "switch", lost: "nothing changed", traits: [] },
  {
    title: "PublishLayerVersion",
    op: "PublishLayerVersion",
    scene: "switch",
    lost: "nothing changed",
    traits: ["writes", "uploads"],
  },
  {
    title: "UpdateFunctionConfiguration",
    op: "UpdateFunctionConfiguration",
    scene: "switch",
    lost: "nothing changed",
    traits: ["writes", "busy", "guarded", "lasts"],
  },
  {
    title: "GetFunction (waiting)",
    op: "GetFunction",
    // Before the first write: the alias's version, and twice $LATEST.
    after: 3,
    scene: "switch",
    lost: "half, alias stays",
    traits: [],
  },
  {
    title: "UpdateFunctionCode",
    op: "UpdateFunctionCode",
    scene: "switch",
    lost: "rolled back",
    traits: ["writes", "uploads", "busy", "guarded", "lasts"],
  },
  {
    title: "PublishVersion",
    op: "PublishVersion",
    scene: "switch",
    lost: "alias stays",
    traits: ["writes", "busy", "guarded"],
  },
  { title: "GetAlias", op: "GetAlias", scene: "switch", lost: "alias stays", traits: [] },
  {
    title: "UpdateAlias",
    op: "UpdateAlias",
    scene: "switch",
    lost: "alias stays",
    traits: ["writes", "busy", "guarded"],
  },
  { title: "CreateAlias", op: "CreateAlias", scene: "first alias", lost: "alias stays", traits: ["writes"] },
  { title: "Invoke", op: "Invoke", scene: "smoke tests", lost: "rolled back", traits: ["busy"] },
  { title: "s3.HeadObject", op: "s3.HeadObject", scene: "large code", lost: "nothing changed", traits: [] },
  {
    title: "s3.PutObject",
    op: "s3.PutObject",
    scene: "large code",
    lost: "nothing changed",
    traits: ["writes", "uploads"],
  },
  {
    title: "CreateFunction",
    op: "CreateFunction",
    scene: "new function",
    lost: "nothing changed",
    traits: ["writes", "uploads", "lasts"],
  },
];

/** Enough for what is not to wait for long, and enough for a slow machine. */
const SHORT_WAIT = 0.1;
const FOREVER = 1e9;
const PLANNED = { reason: "The role may not use the subnet", code: "InsufficientRolePermissions" };
const ALL = [
  "GetFunction",
  "ListLayerVersions",
  "GetLayerVersionByArn",
  "PublishLayerVersion",
  "UpdateFunctionConfiguration",
  "UpdateFunctionCode",
  "PublishVersion",
  "GetAlias",
  "UpdateAlias",
  "CreateAlias",
  "CreateFunction",
  "Invoke",
];

export const ROWS: readonly Row[] = [
  {
    title: "throttled once",
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "throttle" })),
    expect: deployed,
  },
  {
    title: "throttled forever",
    inject: (aws, column) => aws.fault(rule(column, FOREVER, { kind: "throttle" })),
    expect: (column) =>
      lost(
        column,
        column.op.startsWith("s3.")
          ? /^AWS answered 503 to s3\.\w+\. Run again/
          : new RegExp(`^AWS throttled ${column.op} until the retries were used up\\. Run again later`),
      ),
    waitMinutes: SHORT_WAIT,
  },
  {
    title: "busy (409) for some reads",
    senseless: neverBusy,
    inject(aws, column, functionName) {
      // An update of somebody else, seen by GetFunction too; alias and Invoke only refuse.
      const waits = column.op.startsWith("Update") && column.op !== "UpdateAlias";
      if (waits || column.op === "PublishVersion") {
        aws.fault(rule(column, 1, { kind: "meanwhile", run: () => aws.makeBusy(functionName, 3) }));
      } else {
        aws.fault(rule(column, 3, BUSY));
      }
    },
    expect: deployed,
  },
  {
    title: "busy (409) forever",
    senseless: neverBusy,
    inject: (aws, column) => aws.fault(rule(column, FOREVER, BUSY)),
    expect: (column) => lost(column, /^The function stayed busy: .+\. Run again later, or raise `wait-for-minutes`\.$/),
    waitMinutes: SHORT_WAIT,
  },
  {
    title: "another revision (412), nothing changed",
    senseless: unguarded,
    inject: (aws, column) => aws.fault(rule(column, 1, OTHER_REVISION)),
    expect: deployed,
  },
  {
    title: "another revision (412), somebody else deployed",
    senseless: unguarded,
    inject: (aws, column, functionName) =>
      aws.fault(
        rule(column, 1, {
          kind: "meanwhile",
          async run() {
            if (column.op === "UpdateAlias") {
              const theirs = { FunctionName: functionName, Name: "live", Description: "theirs" };
              await lambdaOf(aws).send(new UpdateAliasCommand(theirs));
            } else {
              await aws.updateFunction(functionName, { MemorySize: 512 });
            }
          },
        }),
      ),
    expect: (column) => ({
      // What somebody else did is not touched, so nothing is put back either.
      outcome: column.op === "UpdateFunctionCode" ? "half, alias stays" : notDeployed(column.lost),
      says: /somebody else.* during this deploy.*\. Run again, and give the workflow a `concurrency` group/i,
    }),
  },
  {
    title: "500 once",
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "serverError" })),
    expect: deployed,
  },
  {
    title: "500 forever",
    inject: (aws, column) => aws.fault(rule(column, FOREVER, { kind: "serverError" })),
    expect: (column) => lost(column, new RegExp(`^AWS answered 500 to ${column.op}\\. Run again`)),
    waitMinutes: SHORT_WAIT,
  },
  {
    title: "503 with HTML once",
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "gateway" })),
    expect: deployed,
  },
  {
    title: "503 with HTML forever",
    inject: (aws, column) => aws.fault(rule(column, FOREVER, { kind: "gateway" })),
    expect: (column) => lost(column, new RegExp(`^AWS answered 503 to ${column.op}\\. Run again`)),
    waitMinutes: SHORT_WAIT,
  },
  {
    title: "connection reset before",
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "resetBefore" })),
    expect: deployed,
  },
  {
    title: "connection reset during the upload",
    senseless: ({ traits }) => (traits.includes("uploads") ? undefined : "they send no zip"),
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "resetDuringUpload", bytes: 100 })),
    expect: deployed,
  },
  {
    title: "reply lost",
    senseless: ({ traits }) =>
      traits.includes("writes") ? undefined : "they write nothing, so a lost reply is like a reset connection",
    inject: (aws, column) => aws.fault(rule(column, 1, { kind: "lostReply" })),
    expect: deployed,
  },
  {
    title: "never answered",
    senseless: ({ op }) => (op === "Invoke" ? "it may take as long as a function may run, 15 minutes" : undefined),
    inject: (aws, column) => aws.fault(rule(column, FOREVER, { kind: "silence" })),
    expect: (column) => lost(column, new RegExp(`^AWS did not answer ${column.op} in time\\. Run again`)),
    attempts: 1,
    slow: true,
  },
  {
    title: "token expires",
    inject: expire,
    expect: (column) => ({
      outcome: EXPIRED[column.op] ?? notDeployed(column.lost),
      says: /^The AWS credentials expired before [\w.]+\. Get credentials right before this step/,
    }),
  },
  {
    title: "accepted, then Failed",
    senseless: ({ traits }) => (traits.includes("lasts") ? undefined : "they are done when AWS has answered"),
    inject: (aws, column, functionName) =>
      aws.fault(rule(column, 1, { kind: "meanwhile", run: () => aws.failNextUpdate(PLANNED, functionName) })),
    expect: ({ op }) => ({
      outcome: FAILED[op] ?? "rolled back",
      says: /The role may not use the subnet \(InsufficientRolePermissions\)\./,
    }),
  },
];

/** What AWS accepted and could not do. A function that was not there before has nothing to go back to. */
const FAILED: Readonly<Record<string, Exclude<Outcome, "deployed">>> = {
  CreateFunction: "created, not active",
};

/** Without credentials nothing can be put back. */
const EXPIRED: Readonly<Record<string, Exclude<Outcome, "deployed">>> = {
  UpdateFunctionCode: "half, alias stays",
  Invoke: "alias stays",
};

const BUSY: Fault = {
  kind: "awsError",
  status: 409,
  code: "ResourceConflictException",
  text: "The operation cannot be performed at this time. An update is in progress for resource: the function",
};

const REVISION_TEXT =
  "The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId";
const OTHER_REVISION: Fault = {
  kind: "awsError",
  status: 412,
  code: "PreconditionFailedException",
  text: REVISION_TEXT,
};

const EXPIRED_TEXT = "The security token included in the request is expired";

/** From this call on, AWS takes the credentials no more. */
function expire(aws: Emulator, column: Column): void {
  if (column.op.startsWith("s3.")) {
    const text = "The provided token has expired.";
    for (const op of [column.op, "s3.PutObject"]) {
      aws.fault({ op, times: FOREVER, do: { kind: "s3Error", status: 400, code: "ExpiredToken", text } });
    }
    return;
  }
  const run = () => {
    for (const op of ALL) {
      const code = "ExpiredTokenException";
      aws.fault({ op, times: FOREVER, do: { kind: "awsError", status: 403, code, text: EXPIRED_TEXT } });
    }
    throw new AwsError(403, "ExpiredTokenException", EXPIRED_TEXT);
  };
  aws.fault(rule(column, 1, { kind: "meanwhile", run }));
}

function rule({ op, after }: Column, times: number, fault: Fault): FaultRule {
  return { op, times, ...(after !== undefined && { after }), do: fault };
}

function deployed(): Expected {
  return { outcome: "deployed" };
}

function lost(column: Column, says: RegExp): Expected {
  return { outcome: notDeployed(column.lost), says };
}

function notDeployed(outcome: Outcome): Exclude<Outcome, "deployed"> {
  if (outcome === "deployed") throw new Error("a lost call cannot deploy");
  return outcome;
}

function neverBusy({ op, traits }: Column): string | undefined {
  if (op.startsWith("Create")) return "their 409 means that it exists already, as after a [lost reply](#reply-lost)";
  return traits.includes("busy") ? undefined : "AWS answers them whatever else is under way";
}

function unguarded({ traits }: Column): string | undefined {
  return traits.includes("guarded") ? undefined : "they have no revision to compare";
}
