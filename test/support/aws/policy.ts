/** An IAM policy document, as much of it as a README prints. */
export interface PolicyDocument {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
  }[];
}

/** What the caller of the emulator may do. */
export interface Permissions {
  /** From now on this action is refused, like `lambda:GetFunction`. */
  deny(action: string): void;
  /** From now on only what this policy allows is allowed. */
  allowOnly(policy: PolicyDocument): void;
  allows(action: string, resource: string): boolean;
}

export function permissions(): Permissions {
  const denied = new Set<string>();
  let policy: PolicyDocument | undefined;
  return {
    deny: (action) => void denied.add(action),
    allowOnly(document) {
      policy = document;
    },
    allows(action, resource) {
      if (denied.has(action)) return false;
      if (policy === undefined) return true;
      const effects = policy.Statement.filter(
        (statement) =>
          [statement.Action].flat().some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
          [statement.Resource].flat().some((pattern) => matches(pattern, resource)),
      ).map(({ Effect }) => Effect);
      return effects.includes("Allow") && !effects.includes("Deny");
    },
  };
}

// IAM's wildcards: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`).test(text);
}

/** The permission that an operation of S3 needs. */
export function s3Action(op: string): string {
  const same: Readonly<Record<string, string>> = {
    HeadObject: "GetObject",
    HeadBucket: "ListBucket",
    ListObjectsV2: "ListBucket",
    CreateMultipartUpload: "PutObject",
    UploadPart: "PutObject",
    CompleteMultipartUpload: "PutObject",
  };
  const name = op.replace("s3.", "");
  return `s3:${same[name] ?? name}`;
}
