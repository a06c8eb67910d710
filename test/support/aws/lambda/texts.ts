// Every refusal of AWS Lambda that the emulator gives, in AWS's words. Where a text comes from:
//   [rec]   recorded from real AWS in LocalStack's public snapshots (tests/aws/services/lambda_/*.snapshot.json)
//   [model] the constraint texts that the service makes from its API model (botocore, lambda 2015-03-31)
//   [rep]   quoted in public issues; not in a recording
//   [?]     worded by us, AWS's own text is not known

/** An answer of AWS that is not a success. */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, text: string) {
    super(text);
    this.name = code;
    this.status = status;
    this.code = code;
  }
}

export const ZIPPED_LIMIT = 52_428_800;
export const REQUEST_LIMIT = 70_167_211;
export const UNZIPPED_LIMIT = 262_144_000;
/** [rep] of the whole request of UpdateFunctionConfiguration. */
export const CONFIGURATION_LIMIT = 5_120;
export const ENVIRONMENT_LIMIT = 4_096;
export const LAYERS_LIMIT = 5;

const invalid = (text: string) => new AwsError(400, "InvalidParameterValueException", text);
const missing = (text: string) => new AwsError(404, "ResourceNotFoundException", text);
const conflict = (text: string) => new AwsError(409, "ResourceConflictException", text);
const tooLarge = (text: string) => new AwsError(413, "RequestEntityTooLargeException", text);

// [rec] test_function_lifecycle, test_ops_on_nonexisting_version
export const functionNotFound = (arn: string) => missing(`Function not found: ${arn}`);
// [rec] test_get_function_wrong_region
export const wrongRegion = (asked: string, here: string) =>
  missing(`Functions from '${asked}' are not reachable in this region ('${here}')`);
// [rec] test_function_arns: the message is empty
export const otherAccount = () => new AwsError(403, "AccessDeniedException", "");
// [rec] test_ops_with_arn_qualifier_mismatch
export const qualifierMismatch = () =>
  invalid("The derived qualifier from the function name does not match the specified qualifier.");
// [rep] hashicorp/terraform-provider-aws and serverless issues
export const functionExists = (name: string) => conflict(`Function already exist: ${name}`);
// [rec] test_ops_with_arn_qualifier_mismatch
export const latestNotDeletable = () => invalid("$LATEST version cannot be deleted without deleting the function.");
// [rep] hashicorp/terraform-provider-aws issues
export const versionInUse = (aliases: readonly string[]) =>
  conflict(`Version is currently being used by the following alias(es): ${aliases.join(", ")}`);
// [rep] seen right after a role was made
export const roleNotAssumable = () => invalid("The role defined for the function cannot be assumed by Lambda.");

// [rec] test_lambda_concurrent_code_updates
export const updateInProgress = (arn: string) =>
  conflict(`The operation cannot be performed at this time. An update is in progress for resource: ${arn}`);
// [rep] Invoke and updates of a function that is being created
export const stillPending = () =>
  conflict("The operation cannot be performed at this time. The function is currently in the following state: Pending");
// [rec] test_function_revisions_basic
export const revisionMismatch = () =>
  new AwsError(
    412,
    "PreconditionFailedException",
    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
  );
// [rec] test_publish_with_wrong_sha256
export const codeShaMismatch = (given: string, current: string) =>
  invalid(
    `CodeSHA256 (${given}) is different from current CodeSHA256 in $LATEST (${current}). Please try again with the CodeSHA256 in $LATEST.`,
  );

// [rec] test_oversized_request_create_lambda
export const requestTooLarge = (operation: string, limit = REQUEST_LIMIT) =>
  tooLarge(`Request must be smaller than ${limit} bytes for the ${operation} operation`);
// [rec] test_oversized_zipped_create_lambda
export const zippedTooLarge = () => tooLarge(`Zipped size must be smaller than ${ZIPPED_LIMIT} bytes`);
// [rec] test_oversized_lambda
export const unzippedTooLarge = () => invalid(`Unzipped size must be smaller than ${UNZIPPED_LIMIT} bytes`);
// [rep] aws/aws-sam-cli and serverless issues
export const combinedTooLarge = (bytes: number) =>
  invalid(
    `Function code combined with layers exceeds the maximum allowed size of ${UNZIPPED_LIMIT} bytes. The actual size is ${bytes} bytes.`,
  );
// [rec] test_create_lambda_exceptions
export const notAZip = () =>
  invalid("Could not unzip uploaded file. Please check your file, then try to upload again.");
// [rep] terraform-provider-aws issues about archives without entries
export const emptyZip = () => invalid("Uploaded file must be a non-empty zip");
// [rec] test_lambda_code_location_s3_errors
export const objectNotReadable = (code: string, text: string) =>
  invalid(`Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${text}`);
// [rep] re:Post "Your access has been denied by S3"
export const objectDenied = (bucket: string, key: string) =>
  new AwsError(
    403,
    "AccessDeniedException",
    `Your access has been denied by S3, please make sure your request credentials have permission to GetObject for ${bucket}/${key}. S3 Error Code: AccessDenied. S3 Error Message: Access Denied`,
  );
// [model] CodeStorageExceededException; the words are [rep]
export const codeStorageExceeded = () =>
  new AwsError(400, "CodeStorageExceededException", "Code storage limit exceeded.");
// [?]
export const serialization = () =>
  new AwsError(400, "SerializationException", "Could not parse request body into json.");
// [?]
export const noCode = () => invalid("Please provide a source for function code.");

// [rec] test_layer_exceptions
export const layerNotFound = () => missing("The resource you requested does not exist.");
export const layerVersionTooLow = () => invalid("Layer Version Cannot be less than 1");
// [rec] test_layer_function_exceptions, test_layer_function_quota_exception
export const layerToAttachMissing = (arn: string) => invalid(`Layer version ${arn} does not exist.`);
export const tooManyLayers = () => invalid(`Cannot reference more than ${LAYERS_LIMIT} layers.`);
export const sameLayerTwice = (first: string, second: string) =>
  invalid(
    `Two different versions of the same layer are not allowed to be referenced in the same function. ${first} and ${second} are versions of the same layer.`,
  );
export const layerInOtherRegion = (here: string) =>
  invalid(`Layers are not in the same region as the function. Layers are expected to be in region ${here}.`);
// [rec] test_layer_policy_exceptions
export const layerToShareMissing = (arn: string) => missing(`Layer version ${arn} does not exist.`);
export const noPolicy = () => missing("No policy is associated with the given resource.");
export const statementNotFound = (id: string) => missing(`Statement ${id} is not found in resource policy.`);
export const statementExists = (id: string) =>
  conflict(
    `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
  );

// [rec] test_large_environment_variables_fails
export const environmentTooLarge = (measured: string) =>
  invalid(
    `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${measured}`,
  );
// [rec] test_create_deprecated_function_runtime_with_validation_enabled
export const runtimeRetired = (runtime: string) =>
  invalid(
    `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
  );
// [rec] test_create_lambda_exceptions: not "1 validation error detected", and another error code than the other enums
export const runtimeUnknown = (runtime: string) =>
  invalid(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(", ")}] or be a valid ARN`,
  );
// [rec] test_lambda_image_crud, test_lambda_zip_file_to_image
export const imageNeedsUri = () => invalid("Please provide ImageUri when updating a function with packageType Image.");
export const zipTakesNoUri = () =>
  invalid("Please don't provide ImageUri when updating a function with packageType Zip.");

// [rec] test_alias_lifecycle, test_non_existent_alias_update, test_notfound_and_invalid_routingconfigs
export const aliasNotFound = (arn: string) => missing(`Cannot find alias arn: ${arn}`);
export const aliasToUpdateNotFound = (arn: string) => missing(`Alias not found: ${arn}`);
export const aliasExists = (arn: string) => conflict(`Alias already exists: ${arn}`);
export const tooManyWeights = () => invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
export const weightOfOwnVersion = (version: string) =>
  invalid(
    `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
  );
export const latestWithWeights = () => invalid("$LATEST is not supported for an alias pointing to more than 1 version");

// [rec] test_code_signing_not_found_excs
export const codeSigningConfigMissing = (arn: string) =>
  new AwsError(
    404,
    "CodeSigningConfigNotFoundException",
    `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${arn}.`,
  );

// [rec] the form of every ValidationException
export const validation = (value: string, member: string, constraint: string) =>
  new AwsError(
    400,
    "ValidationException",
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );

// [rep] the form of IAM's refusals
export const notAuthorized = (principal: string, action: string, resource: string) =>
  new AwsError(
    403,
    "AccessDeniedException",
    `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
// [rep] aws/aws-cdk issues about layers of another account
export const layerNotShared = (principal: string, arn: string) =>
  new AwsError(
    403,
    "AccessDeniedException",
    `User: ${principal} is not authorized to perform: lambda:GetLayerVersion on resource: ${arn} because no resource-based policy allows the lambda:GetLayerVersion action`,
  );
// [rec] test_lambda_invoke_payload_encoding_error
export const notJson = (reason: string) =>
  new AwsError(
    400,
    "InvalidRequestContentException",
    `Could not parse request body into json: Could not parse payload into json: ${reason}`,
  );
// [rep] AWS's common errors, for a request without a signature
export const unsigned = () => new AwsError(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
// [?] an operation that this emulator does not have: a test must see that at once
export const notEmulated = (operation: string) =>
  new AwsError(501, "NotEmulatedException", `The emulator does not know ${operation}.`);

// [rec] test_layer_exceptions, with python3.15 absent as there
export const RUNTIMES = [
  "nodejs20.x",
  "python3.14",
  "provided.al2023",
  "python3.12",
  "python3.13",
  "nodejs24.x",
  "nodejs22.x",
  "java25",
  "python3.10",
  "python3.11",
  "java21",
  "ruby3.3",
  "ruby3.4",
  "ruby3.2",
  "python3.8",
  "python3.9",
  "java17",
  "nodejs16.x",
  "dotnet10",
  "dotnet8",
  "java11",
  "dotnet6",
  "nodejs18.x",
  "provided.al2",
  "java8.al2",
];
// [rec] runtimes that AWS refuses for creating and updating
export const RETIRED_RUNTIMES = [
  "python3.7",
  "python3.6",
  "python2.7",
  "nodejs14.x",
  "nodejs12.x",
  "ruby2.7",
  "java8",
  "go1.x",
];
