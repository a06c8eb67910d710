import type { Notice } from "../report/facts.js";

/** The packages that Lambda's Python runtimes bring, sorted: https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html */
export const AWS_SDK = ["boto3", "botocore", "jmespath", "s3transfer"] as const;

/** Those that are made for each other's versions. */
const FAMILY: readonly string[] = ["boto3", "botocore", "s3transfer"];

/** Says when a part of the SDK would come from the layer and the rest from the runtime. It is a warning when `excluded` asked for that. */
export function sdkNotices(names: readonly string[], excluded: readonly string[]): readonly Notice[] {
  const [inside, outside] = [
    FAMILY.filter((name) => names.includes(name)),
    FAMILY.filter((name) => !names.includes(name)),
  ];
  if (inside.length === 0 || outside.length === 0) return [];
  const asked = outside.some((name) => excluded.includes(name));
  const which = `The layer has ${listed(inside)} without ${listed(outside)}`;
  const advice = asked
    ? "Leave out all of them with `exclude-packages: aws-sdk`, or none."
    : "If your code imports boto3, add it to the requirements.";
  const text = `${which}: what is missing comes from Lambda's runtime, in a version that may not fit. ${advice}`;
  return [{ level: asked ? "warning" : "note", text }];
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}
