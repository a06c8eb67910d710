/** What a caller sends: the members of the SDK's input objects, gathered from path, query, headers and body. */
export interface Input {
  readonly FunctionName?: string;
  readonly Qualifier?: string;
  readonly RevisionId?: string;
  readonly Description?: string;
  readonly Marker?: string;
  readonly MaxItems?: string | number;

  readonly Code?: Input;
  readonly Content?: Input;
  readonly ZipFile?: string;
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  readonly S3ObjectVersion?: string;
  readonly ImageUri?: string;
  readonly CodeSha256?: string;
  readonly Publish?: boolean;
  readonly DryRun?: boolean;

  readonly Runtime?: string;
  readonly Role?: string;
  readonly Handler?: string;
  readonly Timeout?: number;
  readonly MemorySize?: number;
  readonly PackageType?: string;
  readonly Architectures?: readonly string[];
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
  readonly Layers?: readonly string[];
  readonly EphemeralStorage?: unknown;
  readonly TracingConfig?: unknown;
  readonly SnapStart?: { readonly ApplyOn?: string };
  readonly LoggingConfig?: object;
  readonly VpcConfig?: object;
  readonly DeadLetterConfig?: unknown;
  readonly FileSystemConfigs?: unknown;
  readonly ImageConfig?: unknown;
  readonly KMSKeyArn?: string;
  readonly SourceKMSKeyArn?: string;
  readonly CodeSigningConfigArn?: string;
  readonly Tags?: Readonly<Record<string, string>>;
  readonly FunctionVersion?: string;

  readonly Name?: string;
  readonly RoutingConfig?: { readonly AdditionalVersionWeights?: Readonly<Record<string, number>> };

  readonly LayerName?: string;
  readonly VersionNumber?: string | number;
  readonly Arn?: string;
  readonly LicenseInfo?: string;
  readonly CompatibleRuntimes?: readonly string[];
  readonly CompatibleArchitectures?: readonly string[];
  readonly CompatibleRuntime?: string;
  readonly CompatibleArchitecture?: string;
  readonly StatementId?: string;
  readonly Action?: string;
  readonly Principal?: string;
  readonly OrganizationId?: string;

  readonly Resource?: string;
  readonly TagKeys?: string | readonly string[];

  readonly InvocationType?: string | undefined;
  readonly LogType?: string | undefined;
  readonly Payload?: Buffer;
}
