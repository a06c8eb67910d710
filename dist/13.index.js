export const id = 13;
export const ids = [13,317,57];
export const modules = {

/***/ 5057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectInventory: () => (/* binding */ connectInventory)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/LambdaClient.js + 8 modules
var LambdaClient = __webpack_require__(410);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4528);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(2476);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/ListFunctionsCommand.js


class ListFunctionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListFunctions", schemas_0/* ListFunctions$ */._Ri) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/ListVersionsByFunctionCommand.js


class ListVersionsByFunctionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListVersionsByFunction", schemas_0/* ListVersionsByFunction$ */.LqL) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/ListAliasesCommand.js


class ListAliasesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListAliases", schemas_0/* ListAliases$ */.pyn) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/DeleteLayerVersionCommand.js


class DeleteLayerVersionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteLayerVersion", schemas_0/* DeleteLayerVersion$ */.dd6) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/DeleteFunctionCommand.js


class DeleteFunctionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteFunction", schemas_0/* DeleteFunction$ */.m1q) {
}

// EXTERNAL MODULE: ./lib/aws/arn.js
var arn = __webpack_require__(8690);
// EXTERNAL MODULE: ./lib/aws/client.js
var aws_client = __webpack_require__(542);
;// CONCATENATED MODULE: ./lib/aws/inventory.js



/** The inventory as seen from one function. `functionName` is a name, partial ARN or ARN, without qualifier. */
function connectInventory(region, functionName, log) {
    const client = new LambdaClient/* LambdaClient */.N({ region, requestHandler: aws_client/* REQUEST_HANDLER */.di });
    (0,aws_client/* watchCalls */.pE)(client, log);
    const FunctionName = functionName;
    return {
        async functions(which) {
            return toTheEnd(async (Marker) => {
                const { Functions = [], NextMarker } = await client.send(new ListFunctionsCommand({
                    MaxItems: PAGE,
                    ...(which === "all" && { FunctionVersion: "ALL" }),
                    ...(Marker !== undefined && { Marker }),
                }));
                return { items: Functions.map(listedFunction), next: NextMarker };
            });
        },
        async versions() {
            const all = await toTheEnd(async (Marker) => {
                const { Versions = [], NextMarker } = await client.send(new ListVersionsByFunctionCommand({
                    FunctionName,
                    MaxItems: PAGE,
                    ...(Marker !== undefined && { Marker }),
                }));
                return { items: Versions.map(listedFunction), next: NextMarker };
            });
            return all.filter(({ version }) => version !== "$LATEST");
        },
        async aliases() {
            return toTheEnd(async (Marker) => {
                const { Aliases = [], NextMarker } = await client.send(new ListAliasesCommand({ FunctionName, MaxItems: PAGE, ...(Marker !== undefined && { Marker }) }));
                return { items: Aliases.map(listedAlias), next: NextMarker };
            });
        },
        async deleteLayerVersion(arn) {
            const { layer, number } = layerVersionOf(arn);
            await client.send(new DeleteLayerVersionCommand({ LayerName: layer, VersionNumber: number }));
        },
        async deleteVersion(version) {
            // Without a qualifier DeleteFunction deletes the function itself.
            if (typeof version !== "string" || !/^[1-9]\d*$/.test(version)) {
                throw new Error(`${JSON.stringify(version)} is no number of a published version, so nothing is deleted`);
            }
            await client.send(new DeleteFunctionCommand({ FunctionName, Qualifier: version }));
        },
    };
}
/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html: 50 is the most that one page holds. */
const PAGE = 50;
async function toTheEnd(read) {
    const pages = [];
    let marker;
    do {
        const { items, next } = await read(marker);
        pages.push(items);
        marker = next || undefined;
    } while (marker !== undefined);
    return pages.flat();
}
function listedFunction(configuration) {
    return {
        name: configuration.FunctionName ?? "",
        arn: (0,arn/* withoutQualifier */.f)(configuration.FunctionArn ?? ""),
        version: configuration.Version ?? "$LATEST",
        codeSha256: configuration.CodeSha256 ?? "",
        description: configuration.Description ?? "",
        runtime: configuration.Runtime,
        architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
        layers: (configuration.Layers ?? []).map(({ Arn }) => Arn ?? ""),
    };
}
function listedAlias({ Name = "", FunctionVersion = "", RoutingConfig }) {
    return { name: Name, versions: [FunctionVersion, ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})] };
}
function layerVersionOf(arn) {
    const match = /^(?<layer>arn:[^:]+:lambda:[^:]+:\d+:layer:[^:]+):(?<number>[1-9]\d*)$/.exec(arn);
    if (match?.groups?.layer === undefined) {
        throw new Error(`${JSON.stringify(arn)} is no ARN of a layer version, so nothing is deleted`);
    }
    return { layer: match.groups.layer, number: Number(match.groups.number) };
}


/***/ }),

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectLambda: () => (/* binding */ connectLambda)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/LambdaClient.js + 8 modules
var LambdaClient = __webpack_require__(410);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4528);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(2476);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/GetFunctionCommand.js


class GetFunctionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetFunction", schemas_0/* GetFunction$ */.ZSC) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/CreateFunctionCommand.js


class CreateFunctionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateFunction", schemas_0/* CreateFunction$ */.L0M) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/UpdateFunctionConfigurationCommand.js


class UpdateFunctionConfigurationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateFunctionConfiguration", schemas_0/* UpdateFunctionConfiguration$ */.MIf) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/UpdateFunctionCodeCommand.js


class UpdateFunctionCodeCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateFunctionCode", schemas_0/* UpdateFunctionCode$ */.RFt) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/PublishVersionCommand.js


class PublishVersionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PublishVersion", schemas_0/* PublishVersion$ */.kbJ) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/GetAliasCommand.js


class GetAliasCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetAlias", schemas_0/* GetAlias$ */.Jx4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/CreateAliasCommand.js


class CreateAliasCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateAlias", schemas_0/* CreateAlias$ */.$vy) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/UpdateAliasCommand.js


class UpdateAliasCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "UpdateAlias", schemas_0/* UpdateAlias$ */.qEk) {
}

;// CONCATENATED MODULE: ./lib/aws/aliases.js

function aliasCalls(client, FunctionName) {
    return {
        async getAlias(Name) {
            return alias(await client.send(new GetAliasCommand({ FunctionName, Name })));
        },
        async createAlias(Name, FunctionVersion, Description) {
            const command = new CreateAliasCommand({
                FunctionName,
                Name,
                FunctionVersion,
                ...(Description !== undefined && { Description }),
            });
            return alias(await client.send(command));
        },
        async updateAlias(Name, { version, description, revisionId }) {
            const command = new UpdateAliasCommand({
                FunctionName,
                Name,
                FunctionVersion: version,
                // Left out, old weights would stay and keep sending traffic to another version.
                RoutingConfig: { AdditionalVersionWeights: {} },
                ...(description !== undefined && { Description: description }),
                ...(revisionId !== undefined && { RevisionId: revisionId }),
            });
            return alias(await client.send(command));
        },
    };
}
function alias(reply) {
    return {
        arn: reply.AliasArn ?? "",
        version: reply.FunctionVersion ?? "",
        description: reply.Description ?? "",
        weighted: Object.keys(reply.RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0,
        revisionId: reply.RevisionId,
    };
}

// EXTERNAL MODULE: ./lib/aws/client.js
var aws_client = __webpack_require__(542);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/aws/arn.js
var arn = __webpack_require__(8690);
;// CONCATENATED MODULE: ./lib/aws/settings.js
/** The settings in an answer of AWS, with Lambda's defaults for what it leaves out. */
function settingsOf(configuration) {
    const { Role, Handler, MemorySize, Timeout, EphemeralStorage, Environment } = configuration;
    return {
        ...(Role !== undefined && { role: Role }),
        ...(Handler !== undefined && { handler: Handler }),
        description: configuration.Description ?? "",
        ...(MemorySize !== undefined && { memorySize: MemorySize }),
        ...(Timeout !== undefined && { timeout: Timeout }),
        ephemeralStorage: EphemeralStorage?.Size ?? 512,
        // Without access to the key, AWS shows an error instead of the variables.
        ...(Environment?.Error === undefined && { environment: Environment?.Variables ?? {} }),
        vpc: vpcOf(configuration.VpcConfig ?? {}),
        tracing: configuration.TracingConfig?.Mode === "Active" ? "Active" : "PassThrough",
        snapStart: configuration.SnapStart?.ApplyOn === "PublishedVersions" ? "PublishedVersions" : "None",
        logging: loggingOf(configuration.LoggingConfig ?? {}),
        deadLetterTarget: configuration.DeadLetterConfig?.TargetArn ?? "",
        fileSystems: (configuration.FileSystemConfigs ?? [])
            .map(({ Arn, LocalMountPath }) => ({ arn: Arn ?? "", path: LocalMountPath ?? "" }))
            .sort((one, other) => (one.path < other.path ? -1 : 1)),
        kmsKey: configuration.KMSKeyArn ?? "",
    };
}
function vpcOf({ SubnetIds, SecurityGroupIds, Ipv6AllowedForDualStack }) {
    return {
        subnetIds: SubnetIds?.toSorted() ?? [],
        securityGroupIds: SecurityGroupIds?.toSorted() ?? [],
        ipv6: Ipv6AllowedForDualStack ?? false,
    };
}
function loggingOf({ LogFormat, ApplicationLogLevel, SystemLogLevel, LogGroup }) {
    return {
        format: LogFormat ?? "Text",
        ...(ApplicationLogLevel !== undefined && { applicationLevel: ApplicationLogLevel }),
        ...(SystemLogLevel !== undefined && { systemLevel: SystemLogLevel }),
        ...(LogGroup !== undefined && { group: LogGroup }),
    };
}
/** The same in the words of CreateFunction and UpdateFunctionConfiguration; the SDK does not send what is undefined. */
function settingFields(settings) {
    const { ephemeralStorage, environment, vpc, tracing, snapStart, logging, deadLetterTarget, fileSystems } = settings;
    return {
        Role: settings.role,
        Handler: settings.handler,
        Description: settings.description,
        MemorySize: settings.memorySize,
        Timeout: settings.timeout,
        EphemeralStorage: ephemeralStorage === undefined ? undefined : { Size: ephemeralStorage },
        Environment: environment && { Variables: environment },
        VpcConfig: vpc && {
            SubnetIds: [...vpc.subnetIds],
            SecurityGroupIds: [...vpc.securityGroupIds],
            Ipv6AllowedForDualStack: vpc.ipv6,
        },
        TracingConfig: tracing && { Mode: tracing },
        SnapStart: snapStart && { ApplyOn: snapStart },
        LoggingConfig: logging && {
            LogFormat: logging.format,
            ApplicationLogLevel: logging.applicationLevel,
            SystemLogLevel: logging.systemLevel,
            LogGroup: logging.group,
        },
        DeadLetterConfig: deadLetterTarget === undefined ? undefined : { TargetArn: deadLetterTarget },
        FileSystemConfigs: fileSystems?.map(({ arn, path }) => ({ Arn: arn, LocalMountPath: path })),
        KMSKeyArn: settings.kmsKey,
    };
}

;// CONCATENATED MODULE: ./lib/aws/function-state.js


/** GetFunction's answer. */
function functionState(reply) {
    const configuration = reply.Configuration ?? {};
    return {
        exists: true,
        name: configuration.FunctionName ?? "",
        version: configuration.Version ?? "$LATEST",
        description: configuration.Description ?? "",
        arn: (0,arn/* withoutQualifier */.f)(configuration.FunctionArn ?? ""),
        packageType: configuration.PackageType === "Image" ? "Image" : "Zip",
        runtime: configuration.Runtime,
        architecture: configuration.Architectures?.[0] === "arm64" ? "arm64" : "x86_64",
        codeSha256: configuration.CodeSha256 ?? "",
        codeSize: configuration.CodeSize ?? 0,
        codeLocation: reply.Code?.Location,
        layers: (configuration.Layers ?? []).map(({ Arn, CodeSize }) => ({ arn: Arn ?? "", zipped: CodeSize })),
        revisionId: configuration.RevisionId,
        readiness: readiness(configuration),
        settings: settingsOf(configuration),
        tags: reply.Tags,
        sourceKmsKey: reply.Code?.SourceKMSKeyArn ?? "",
    };
}
/** Enums of the API are open: whatever is neither in progress nor failed is ready. */
function readiness(configuration) {
    if (configuration.State === "Pending") {
        return { status: "busy", why: "being created" };
    }
    if (configuration.LastUpdateStatus === "InProgress") {
        return { status: "busy", why: "being updated" };
    }
    if (configuration.LastUpdateStatus === "Failed") {
        const reason = configuration.LastUpdateStatusReason ?? "no reason given";
        return { status: "failed", reason, code: configuration.LastUpdateStatusReasonCode ?? "Failed" };
    }
    if (configuration.State === "Failed") {
        return {
            status: "failed",
            reason: configuration.StateReason ?? "no reason given",
            code: configuration.StateReasonCode ?? "Failed",
        };
    }
    return { status: "ready" };
}
function publishedVersion(configuration) {
    return {
        version: configuration.Version ?? "",
        codeSha256: configuration.CodeSha256 ?? "",
        layers: (configuration.Layers ?? []).map((layer) => layer.Arn ?? ""),
        readiness: readiness(configuration),
    };
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/ListLayerVersionsCommand.js


class ListLayerVersionsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListLayerVersions", schemas_0/* ListLayerVersions$ */.XJE) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/GetLayerVersionByArnCommand.js


class GetLayerVersionByArnCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetLayerVersionByArn", schemas_0/* GetLayerVersionByArn$ */.oDo) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/PublishLayerVersionCommand.js


class PublishLayerVersionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PublishLayerVersion", schemas_0/* PublishLayerVersion$ */.hIh) {
}

;// CONCATENATED MODULE: ./lib/aws/zip-fields.js
/** Members of UpdateFunctionCode, and of the `Code` and `Content` of others. */
function zipFields(content) {
    switch (content.from) {
        case "bytes":
            return { ZipFile: content.bytes };
        case "s3": {
            const { bucket, key, objectVersion } = content;
            return { S3Bucket: bucket, S3Key: key, ...(objectVersion !== undefined && { S3ObjectVersion: objectVersion }) };
        }
        default:
            return content;
    }
}
/** Bytes of the zip that the request itself carries. */
function inlineBytes(content) {
    return content.from === "bytes" ? content.bytes.byteLength : 0;
}

;// CONCATENATED MODULE: ./lib/aws/layers.js


/** `once` makes a client that makes one attempt only. */
function layerCalls(client, once, log) {
    return {
        layerVersions(LayerName) {
            const page = (Marker) => client.send(new ListLayerVersionsCommand({ LayerName, MaxItems: 50, ...(Marker && { Marker }) }));
            const first = page();
            first.catch(() => { }); // its failure is thrown where the page is read
            return pagesFrom(first, page);
        },
        async getLayerVersion(Arn) {
            return layerVersionContent(await client.send(new GetLayerVersionByArnCommand({ Arn })));
        },
        async publishLayerVersion({ layerName, description, content, runtime, architecture }) {
            const command = new PublishLayerVersionCommand({
                LayerName: layerName,
                Description: description,
                Content: zipFields(content),
                CompatibleRuntimes: [runtime],
                CompatibleArchitectures: [architecture],
            });
            const published = layerVersionContent(await once().send(command));
            log.uploaded(inlineBytes(content));
            return published;
        },
    };
}
async function* pagesFrom(first, next) {
    let reply = await first;
    yield (reply.LayerVersions ?? []).map(layerVersion);
    while (reply.NextMarker) {
        reply = await next(reply.NextMarker);
        yield (reply.LayerVersions ?? []).map(layerVersion);
    }
}
function layerVersion(item) {
    return {
        arn: item.LayerVersionArn ?? "",
        version: item.Version ?? 0,
        description: item.Description ?? "",
        created: item.CreatedDate ?? "",
        runtimes: item.CompatibleRuntimes ?? [],
        architectures: item.CompatibleArchitectures ?? [],
    };
}
function layerVersionContent(reply) {
    return {
        ...layerVersion(reply),
        zipped: reply.Content?.CodeSize ?? 0,
        codeSha256: reply.Content?.CodeSha256 ?? "",
        location: reply.Content?.Location,
    };
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/TagResourceCommand.js


class TagResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TagResource", schemas_0/* TagResource$ */.Jqp) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/GetFunctionCodeSigningConfigCommand.js


class GetFunctionCodeSigningConfigCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetFunctionCodeSigningConfig", schemas_0/* GetFunctionCodeSigningConfig$ */.fXH) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-lambda/dist-es/commands/PutFunctionCodeSigningConfigCommand.js


class PutFunctionCodeSigningConfigCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PutFunctionCodeSigningConfig", schemas_0/* PutFunctionCodeSigningConfig$ */.OA9) {
}

;// CONCATENATED MODULE: ./lib/aws/side-settings.js

function sideSettingCalls(client, FunctionName) {
    return {
        async setTags(Resource, tags) {
            await client.send(new TagResourceCommand({ Resource, Tags: tags }));
        },
        async codeSigningConfig() {
            const reply = await client.send(new GetFunctionCodeSigningConfigCommand({ FunctionName }));
            return reply.CodeSigningConfigArn || undefined;
        },
        async setCodeSigningConfig(CodeSigningConfigArn) {
            await client.send(new PutFunctionCodeSigningConfigCommand({ FunctionName, CodeSigningConfigArn }));
        },
    };
}

;// CONCATENATED MODULE: ./lib/aws/lambda.js









/** The Lambda API for one function. `functionName` is a name, partial ARN or ARN. */
function connectLambda(region, functionName, log) {
    const client = new LambdaClient/* LambdaClient */.N({ region, requestHandler: aws_client/* REQUEST_HANDLER */.di });
    (0,aws_client/* watchCalls */.pE)(client, log);
    const once = () => {
        const { credentials } = client.config;
        const single = new LambdaClient/* LambdaClient */.N({ region, maxAttempts: 1, requestHandler: aws_client/* REQUEST_HANDLER */.di, credentials });
        (0,aws_client/* watchCalls */.pE)(single, log);
        return single;
    };
    const FunctionName = functionName;
    return {
        ...aliasCalls(client, functionName),
        ...layerCalls(client, once, log),
        ...sideSettingCalls(client, functionName),
        async getFunction(Qualifier) {
            const command = new GetFunctionCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) });
            return functionState(await client.send(command));
        },
        async getVersion(version) {
            const reply = await client.send(new GetFunctionCommand({ FunctionName, Qualifier: version }));
            return publishedVersion(reply.Configuration ?? {});
        },
        async createFunction({ settings, runtime, architecture, layers, content, sourceKmsKey, ...side }) {
            const command = new CreateFunctionCommand({
                FunctionName,
                ...settingFields(settings),
                Role: settings.role,
                Runtime: runtime,
                Architectures: [architecture],
                Layers: [...layers],
                Code: { ...zipFields(content), ...(sourceKmsKey !== "" && { SourceKMSKeyArn: sourceKmsKey }) },
                Tags: side.tags,
                ...(side.codeSigningConfig !== undefined && { CodeSigningConfigArn: side.codeSigningConfig }),
            });
            await (0,failure/* withoutSecrets */.cT)(secretsOf(settings), () => client.send(command));
            log.uploaded(inlineBytes(content));
        },
        async updateConfiguration({ layers, runtime, settings, revisionId }) {
            const command = new UpdateFunctionConfigurationCommand({
                FunctionName,
                ...settingFields(settings),
                ...(layers && { Layers: [...layers] }),
                ...(runtime !== undefined && { Runtime: runtime }),
                ...(revisionId !== undefined && { RevisionId: revisionId }),
            });
            await (0,failure/* withoutSecrets */.cT)(secretsOf(settings), () => client.send(command));
        },
        async updateCode({ content, architecture, sourceKmsKey, revisionId }) {
            const command = new UpdateFunctionCodeCommand({
                FunctionName,
                ...zipFields(content),
                // Left out, Lambda would go back to a key of its own.
                ...(sourceKmsKey !== "" && { SourceKMSKeyArn: sourceKmsKey }),
                ...(architecture && { Architectures: [architecture] }),
                ...(revisionId !== undefined && { RevisionId: revisionId }),
            });
            const reply = await client.send(command);
            log.uploaded(inlineBytes(content));
            return reply.CodeSha256 ?? "";
        },
        async publishVersion({ codeSha256, revisionId, description }) {
            const reply = await client.send(new PublishVersionCommand({
                FunctionName,
                CodeSha256: codeSha256,
                ...(description !== "" && { Description: description }),
                ...(revisionId !== undefined && { RevisionId: revisionId }),
            }));
            return publishedVersion(reply);
        },
    };
}
/** AWS repeats environment values in its refusals. */
function secretsOf({ environment }) {
    return Object.values(environment ?? {});
}


/***/ }),

/***/ 8013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollBack: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/aws/inventory.js + 5 modules
var aws_inventory = __webpack_require__(5057);
// EXTERNAL MODULE: ./lib/aws/lambda.js + 20 modules
var aws_lambda = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/function/keep-code.js
var keep_code = __webpack_require__(1897);
// EXTERNAL MODULE: ./lib/function/plan.js
var function_plan = __webpack_require__(3917);
;// CONCATENATED MODULE: ./lib/function/previous.js
/**
 * The version before this one: what its Description records, else the highest lower number. Going back twice goes
 * further back, since a rollback records what came before its goal. Undefined: there is none.
 */
function previousOf(version, all) {
    const recorded = /(?:^| )previous=(\d+|none)(?: |$)/.exec(version.description)?.[1];
    if (recorded === "none") {
        return undefined;
    }
    const numbers = all.map(({ version: number }) => Number(number));
    if (recorded !== undefined && numbers.includes(Number(recorded))) {
        return recorded;
    }
    const lower = numbers.filter((number) => number < Number(version.version));
    return lower.length === 0 ? undefined : String(Math.max(...lower));
}
/** The newest version that holds what $LATEST holds; undefined when $LATEST was never published. */
function versionOfLatest(latest, all) {
    const layers = latest.layers.map(({ arn }) => arn).join();
    return all
        .filter((version) => version.codeSha256 === latest.codeSha256 && version.layers.join() === layers)
        .toSorted((one, other) => Number(other.version) - Number(one.version))[0];
}

// EXTERNAL MODULE: ./lib/function/read.js + 1 modules
var read = __webpack_require__(4541);
// EXTERNAL MODULE: ./lib/function/settable.js
var settable = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/inputs.js + 5 modules
var lib_inputs = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/journal.js
var lib_journal = __webpack_require__(4868);
// EXTERNAL MODULE: ./lib/layer/inside.js + 1 modules
var inside = __webpack_require__(1463);
// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __webpack_require__(2959);
// EXTERNAL MODULE: ./lib/switch.js + 7 modules
var lib_switch = __webpack_require__(9028);
;// CONCATENATED MODULE: ./lib/rollback.js















/**
 * The story of `mode: rollback`: back to an earlier version. With an alias only the alias moves; without one, code,
 * layers, runtime and architecture of $LATEST become those of the version, as far as they differ.
 */
async function rollBack(asked, journal, surroundings) {
    const inputs = (0,lib_inputs/* forAws */.p)(asked);
    const lambda = (0,aws_lambda.connectLambda)(inputs.region, inputs.functionName.given, journal.calls);
    const { state: live, alias } = await journal.step("Function", "find", () => (0,read/* readLive */.p)(lambda, { ...inputs, settings: {} }, clock/* CLOCK */.Z));
    const goal = await journal.step("Goal", "find", () => findGoal(inputs, journal, lambda, live));
    const plan = alias === undefined
        ? planBack(live, goal.state, inputs.publish)
        : planAlias(alias.name, alias.version, goal.state.version, live);
    learnPlan(inputs, journal, live, goal.state, plan, alias);
    if (plan.changes.length === 0) {
        return "unchanged";
    }
    if (inputs.dryRun) {
        return "planned";
    }
    await journal.step("Rollback", undefined, () => goBack(inputs, journal, surroundings, { lambda, live, goal, plan }));
    return "rolled-back";
}
async function findGoal(inputs, journal, lambda, live) {
    const inventory = (0,aws_inventory.connectInventory)(inputs.region, inputs.functionName.given, journal.calls);
    const all = await inventory.versions();
    const current = live.version === "$LATEST" ? versionOfLatest(live, all) : live;
    const newest = all.map(({ version }) => Number(version)).reduce((one, other) => Math.max(one, other), 0);
    const previous = current === undefined ? (newest === 0 ? undefined : String(newest)) : previousOf(current, all);
    const number = inputs.rollbackTo ?? previous;
    if (number === undefined) {
        throw new errors/* ActionError */.l(`The function ${live.name} has no earlier version to go back to.`, {
            hint: "Name one in `rollback-to`, or deploy an earlier commit.",
            code: "no-version",
        });
    }
    const state = await (0,failure/* unlessMissing */.F2)(lambda.getFunction(number));
    if (state === undefined) {
        const known = all.map(({ version }) => version).slice(-5);
        throw new errors/* ActionError */.l(`The function ${live.name} has no version ${number}.`, {
            hint: known.length === 0 ? "It has no versions at all." : `Its newest versions: ${known.join(", ")}.`,
            code: "no-version",
        });
    }
    journal.say(`From ${current === undefined ? "$LATEST" : `version ${current.version}`} to version ${number}.`);
    return { state, previous: previousOf(state, all) };
}
function planAlias(name, from, to, live) {
    const layers = live.layers.map(({ arn }) => arn);
    const reason = from === undefined ? "There was none of this name." : `Callers leave version ${from} for ${to}.`;
    return { changes: from === to ? [] : [{ action: "move-alias", reason, alias: name }], layers, gap: undefined };
}
function planBack(live, goal, publish) {
    const layersBefore = live.layers.reduce((sum, { zipped = 0 }) => sum + zipped, 0);
    const layersAfter = goal.layers.reduce((sum, { zipped = 0 }) => sum + zipped, 0);
    return (0,function_plan/* makePlan */.Cs)(live, undefined, {
        layer: { kind: "untouched", why: `The layers of version ${goal.version}.` },
        otherLayers: goal.layers.map(({ arn }) => arn),
        runtime: goal.runtime,
        architecture: goal.architecture,
        code: { changed: goal.codeSha256 !== live.codeSha256, reason: `The code of version ${goal.version}.` },
        publish,
        alias: { kind: "stays" },
    }, { codeBefore: live.codeSize, codeAfter: goal.codeSize, layersBefore, layersAfter, onlyRemoves: false });
}
async function goBack(inputs, journal, { workDirectory }, { lambda, live, goal, plan }) {
    // A list with a deleted layer is refused: found before anything is written.
    const attached = live.layers.map(({ arn }) => arn);
    await Promise.all(goal.state.layers.filter(({ arn }) => !attached.includes(arn)).map(({ arn }) => (0,inside/* readOtherLayer */.QK)(arn, lambda)));
    await (0,lib_switch/* switchOver */.Bn)({
        inputs,
        journal,
        lambda,
        before: live,
        plan,
        workDirectory,
        aliasGoal: goal.state.version,
        publishLayer: () => Promise.reject(new Error("a rollback publishes no layer")),
        codeSha256: goal.state.codeSha256,
        code: async () => {
            const file = external_node_path_.join(workDirectory, "goal.zip");
            return (0,lib_switch/* contentFor */.FU)(inputs, journal)(await (0,keep_code/* fetchCode */.E)(goal.state, file, inputs.bucket));
        },
        versionDescription: `previous=${goal.previous ?? "none"}`,
        check: undefined,
        oldCode: undefined,
        sent: () => (0,settable/* settableOf */.Ij)(goal.state),
    });
}
function learnPlan(inputs, journal, live, goal, plan, alias) {
    const { name, arn, architecture, runtime } = (0,function_plan/* does */.YL)(plan, "move-alias") ? live : goal;
    journal.learn({
        function: { name, arn, architecture, region: inputs.region, ...(runtime !== undefined && { runtime }) },
        ...(alias && { alias: { name: alias.name, ...(alias.version !== undefined && { before: alias.version }) } }),
        goal: goal.version,
    });
    (0,lib_journal/* planSteps */.D)(journal, plan.changes);
}


/***/ })

};
