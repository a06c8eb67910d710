import { createHash } from "node:crypto";

/** A zip that Lambda keeps. */
export interface Content {
  readonly zip: Buffer;
  readonly codeSha256: string;
  readonly unzipped: number;
}

export interface LayerVersion {
  readonly arn: string;
  readonly layerArn: string;
  readonly number: number;
  readonly account: string;
  readonly content: Content;
  readonly created: string;
  readonly description: string;
  readonly licenseInfo: string | undefined;
  readonly runtimes: readonly string[] | undefined;
  readonly architectures: readonly string[] | undefined;
  /** How many ListLayerVersions still do not show it. */
  unseenBy: number;
  policy: { readonly revisionId: string; readonly statements: readonly Statement[] } | undefined;
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: unknown;
  readonly Action: string;
  readonly Resource: string;
}

export interface Layer {
  readonly arn: string;
  /** Numbers are never used twice, not even when all versions are deleted. */
  lastNumber: number;
  readonly versions: Map<number, LayerVersion>;
}

/** What a function is made of at one moment. */
export interface Build {
  /** In the words of AWS: Runtime, Handler, MemorySize, Environment, … */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly content: Content | undefined;
  readonly layers: readonly LayerVersion[];
  /** ARN of the KMS key that encrypts the code; undefined: Lambda's own. */
  readonly sourceKmsKey?: string | undefined;
}

export interface Failure {
  readonly reason: string;
  readonly code: string;
}

export type Status =
  | { readonly is: "creating" | "updating"; pollsLeft: number; readonly failure: Failure | undefined }
  | { readonly is: "ready" | "inactive" }
  /** `born`: the function was there before, and still runs what it ran. */
  | { readonly is: "failed"; readonly failure: Failure; readonly born: boolean };

/** $LATEST or a published version. */
export interface FunctionVersion {
  readonly version: string;
  build: Build;
  /** What Invoke runs: while an update is in progress, and after it failed, the build before it. */
  serving: Build;
  status: Status;
  revisionId: string;
  lastModified: string;
}

export interface Alias {
  readonly name: string;
  readonly functionVersion: string;
  readonly description: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly revisionId: string;
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly latest: FunctionVersion;
  readonly versions: Map<string, FunctionVersion>;
  readonly aliases: Map<string, Alias>;
  readonly tags: Map<string, string>;
  codeSigningConfig: string | undefined;
  lastVersion: number;
  /** The version that $LATEST became last, and what $LATEST was then: publishing the same again gives that version. */
  published: { readonly version: string; readonly build: string } | undefined;
}

export interface Region {
  readonly functions: Map<string, LambdaFunction>;
  /** By ARN, layers of other accounts included. */
  readonly layers: Map<string, Layer>;
}

/** How this Lambda behaves; tests change it while it runs. */
export interface Behaviour {
  /** How many reads of a function still show an accepted update as unfinished; a write refused as too early counts as one. */
  polls: number;
  /** How many ListLayerVersions do not show a layer version that was just published. */
  listingLag: number;
  /** Bytes of code that the account may keep in a Region. */
  codeStorage: number;
  /** ARNs of the code signing configurations that the account has. */
  codeSigningConfigs: string[];
  /** ARNs of KMS keys that the caller may not use: it sees no environment that is encrypted with them. */
  deniedKeys: string[];
  /** The next accepted update or creation of the function (any when undefined) ends as failed. */
  failures: { readonly functionName: string | undefined; readonly failure: Failure }[];
}

export function contentOf(zip: Buffer, unzipped: number): Content {
  return { zip, codeSha256: createHash("sha256").update(zip).digest("base64"), unzipped };
}

/** The way Lambda writes times: `2026-11-25T10:00:00.000+0000`. */
export function timestamp(): string {
  return new Date().toISOString().replace("Z", "+0000");
}
