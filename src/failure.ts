import { type AwsFailure, awsFailure, isCredentials } from "./aws/failure.js";
import { ActionError } from "./errors.js";
import type { Facts, Failure } from "./report/facts.js";

const CREDENTIALS =
  "Run aws-actions/configure-aws-credentials before this step, in a job with `permissions: id-token: write`.";

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

interface Place {
  readonly functionName?: string;
  readonly region?: string | undefined;
  /** $LATEST has become what was wanted, and no alias waits for a version: the same deploy again finds nothing to do. */
  readonly settled?: boolean;
}

/** What a run has learned of where it works. */
export function placeOf({
  function: of,
  alias,
  putBack,
}: Pick<Partial<Facts>, "function" | "alias" | "putBack">): Place {
  return {
    ...(of?.name && { functionName: of.name }),
    ...(of?.region !== undefined && { region: of.region }),
    settled: alias === undefined && (putBack === undefined || putBack.outcome === "left"),
  };
}

/** Turns whatever was thrown into one sentence and one next step. AWS's own text is kept where it says more. */
export function describeFailure(error: unknown, place: Place = {}): Failure {
  if (error instanceof ActionError) {
    return { message: error.message, ...(error.hint !== undefined && { hint: error.hint }), code: error.code };
  }
  const failure = awsFailure(error);
  if (failure === undefined) {
    const message = error instanceof Error ? error.message : String(error);
    return { message, hint: "This was not foreseen. Please report it with the log of this step.", code: "unexpected" };
  }
  return { ...explain(failure, place), code: isCredentials(failure) ? "credentials" : failure.name };
}

function explain(failure: AwsFailure, place: Place): Explanation {
  const { message, hint } = explainAccess(failure, place) ?? explainRefusal(failure, place) ?? explainService(failure);
  // 412: $LATEST is somebody else's by now.
  if (failure.operation !== "PublishVersion" || !place.settled || failure.status === 412) {
    return { message, hint };
  }
  return { message, hint: /\brun again\b/i.test(hint) ? ONLY_THE_VERSION : `${hint} ${ONLY_THE_VERSION}` };
}

/** Running again would find nothing to do. */
const ONLY_THE_VERSION =
  "`$LATEST` is as wanted, at most its version is missing: publish one with `aws lambda publish-version`, or with the next deploy that changes something.";

/** Who asks: credentials, signatures, permissions. */
function explainAccess(failure: AwsFailure, place: Place): Explanation | undefined {
  if (isCredentials(failure)) {
    return { message: "No AWS credentials were found.", hint: CREDENTIALS };
  }
  if (/^ExpiredToken/.test(failure.name)) {
    return {
      message: `The AWS credentials expired before ${failure.operation}.`,
      hint: "Get credentials right before this step, or longer ones (`role-duration-seconds`).",
    };
  }
  if (
    /^(UnrecognizedClient|InvalidSignature|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch)/.test(
      failure.name,
    )
  ) {
    return {
      message: `AWS does not accept the credentials (${failure.name} at ${failure.operation}).`,
      hint: CREDENTIALS,
    };
  }
  if (failure.status === 403) {
    return explainDenied(failure, place);
  }
  return undefined;
}

function explainDenied(failure: AwsFailure, place: Place): Explanation {
  const { action, resource } = deniedAction(failure);
  if (action === "lambda:GetLayerVersion" && /resource-based policy/.test(failure.message)) {
    return {
      message: `The layer ${resource ?? ""} is not shared with this account.`,
      hint: "Ask its owner for `lambda:GetLayerVersion`, or take it out of `layers`.",
    };
  }
  const [, policy] = /with an explicit deny in (an? [a-z -]+?)(?=[.,:]| arn:|$)/.exec(failure.message) ?? [];
  if (policy !== undefined) {
    return {
      message: `The credentials may not perform ${action}${resource ? ` on ${resource}` : ""}: ${policy} denies it.`,
      hint: "No permission of the role helps against that: ask who writes this policy.",
    };
  }
  return {
    message: `The credentials may not perform ${action}${resource ? ` on ${resource}` : ""}.`,
    hint: `Allow \`${action}\` in the policy of the role that deploys ${place.functionName ?? "the function"}.`,
  };
}

/** What AWS names, else what the operation needs. Lambda reads S3 for the caller, and says so in words of its own. */
function deniedAction({ message, operation = "" }: AwsFailure): {
  readonly action: string;
  readonly resource?: string;
} {
  const [, inS3, object] = /denied by S3\b.* permission to (\w+) for (\S+)\. S3 Error/.exec(message) ?? [];
  if (inS3 !== undefined) {
    return { action: `s3:${inS3}`, resource: `arn:aws:s3:::${object}` };
  }
  const [, action, resource] =
    /not authorized to perform: (\S+?)(?: on resource: (\S+))?[\s,.]/.exec(`${message} `) ?? [];
  if (action !== undefined) {
    return { action, ...(resource !== undefined && { resource }) };
  }
  const [service, name] = operation.startsWith("s3.") ? ["s3", operation.slice(3)] : ["lambda", operation];
  return { action: `${service}:${permissionOf(name)}` };
}

/** The permission behind an operation, where the names differ. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
function permissionOf(operation: string): string {
  const others: Readonly<Record<string, string>> = {
    GetLayerVersionByArn: "GetLayerVersion",
    HeadObject: "GetObject",
    Invoke: "InvokeFunction",
  };
  return others[operation] ?? operation;
}

/** What is asked: AWS understood the request and says no. */
function explainRefusal(failure: AwsFailure, place: Place): Explanation | undefined {
  const text = failure.message;
  if (failure.status === 404 && failure.operation === "GetFunction") {
    return {
      message: `The function ${place.functionName} does not exist in ${place.region}.`,
      hint: "Check `function-name` and `region`.",
    };
  }
  if (failure.status === 412) {
    return {
      message: "The function was changed by somebody else during this deploy.",
      hint: "Run again, and give the workflow a `concurrency` group for this function.",
    };
  }
  if (failure.name === "ResourceConflictException") {
    return {
      message: sentence(`The function stayed busy: ${text}`),
      hint: "Run again later, or raise `wait-for-minutes`.",
    };
  }
  if (failure.name === "CodeStorageExceededException") {
    return {
      message: "The account's code storage in this Region is full.",
      hint: "Delete old function and layer versions; GetAccountSettings shows the usage.",
    };
  }
  if (failure.status === 413) {
    return { message: sentence(`The upload is too large for ${failure.operation}: ${text}`), hint: "Set `s3-bucket`." };
  }
  if (failure.status === 301 || /PermanentRedirect/.test(text)) {
    return {
      message: "The bucket of `s3-bucket` is in another Region.",
      hint: `Use a bucket in ${place.region ?? "the function's Region"}.`,
    };
  }
  if (/NoSuchBucket/.test(failure.name + text)) {
    return { message: "The bucket of `s3-bucket` does not exist.", hint: "Create it in the function's Region first." };
  }
  if (failure.status === 400) {
    return { message: sentence(`${failure.operation} was refused: ${text}`), hint: hintForInvalid(text) };
  }
  return undefined;
}

function hintForInvalid(text: string): string {
  if (/Layer version .* does not exist/.test(text)) {
    return "Take that layer out of the function with `layers`, or name a version that exists.";
  }
  if (/combined with layers|Unzipped size|must be smaller/.test(text)) {
    return "Make code or layers smaller: `code-exclude`, `exclude-packages`; other layers count too.";
  }
  if (/cannot be assumed by Lambda/.test(text)) {
    return "Let `lambda.amazonaws.com` assume the role of `role`; one that was just made needs some seconds: run again.";
  }
  if (/no longer supported/.test(text)) {
    return "Set `runtime` to a newer Python.";
  }
  if (/CodeSHA256/.test(text)) {
    return "Somebody else deployed at the same time: give the workflow a `concurrency` group for this function.";
  }
  return "AWS's sentence says what it does not take; correct that input.";
}

/** Whether it answers: throttling, outages, the network. */
function explainService(failure: AwsFailure): Explanation {
  if (failure.status === 429) {
    return {
      message: `AWS throttled ${failure.operation} until the retries were used up.`,
      hint: "Run again later; deploy fewer functions of this account at the same time.",
    };
  }
  if (failure.status !== undefined && failure.status >= 500) {
    return {
      message: `AWS answered ${failure.status} to ${failure.operation}.`,
      hint: "Run again; a deploy converges.",
    };
  }
  if (/socket timed out after/.test(failure.message)) {
    return { message: `AWS did not answer ${failure.operation} in time.`, hint: "Run again; a deploy converges." };
  }
  if (failure.status === undefined) {
    return {
      message: `AWS could not be reached for ${failure.operation} (${failure.message}).`,
      hint: "Check the Region and the runner's network, then run again.",
    };
  }
  return {
    message: sentence(`${failure.operation} failed: ${failure.message}`),
    hint: "Correct what AWS names, then run again.",
  };
}

/** Some texts of AWS end with a point and some do not. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
