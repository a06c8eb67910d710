/** The ARN of a function or of a layer, without the version or alias behind it. */
export function withoutQualifier(arn: string): string {
  return arn.split(":").slice(0, 7).join(":");
}

/** What an ARN ends in: the number of a version. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}
