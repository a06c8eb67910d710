export const id = 225;
export const ids = [225,317,57];
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

/***/ 8966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   GC: () => (/* binding */ wordFor),
/* harmony export */   Ij: () => (/* binding */ settableOf),
/* harmony export */   ZQ: () => (/* binding */ assertSame),
/* harmony export */   q6: () => (/* binding */ concurrent),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8407);


function settableOf(state) {
    const { codeSha256, runtime, architecture, sourceKmsKey, settings, layers } = state;
    return {
        codeSha256,
        runtime,
        architecture,
        sourceKmsKey,
        settings,
        layerArns: layers.map(({ arn }) => arn).join(),
    };
}
function isSame(expected, found) {
    return differences(expected, found).length === 0;
}
/** Where is what was found not what is expected? */
function differences(expected, found) {
    return Object.keys(expected).filter((key) => key === "settings"
        ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .unexpectedSettings */ .Tw)(expected.settings, found.settings).length > 0
        : expected[key] !== found[key]);
}
/** Throws when somebody else changed the function. */
function assertSame(expected, found) {
    const words = differences(expected, found).flatMap((key) => key === "settings"
        ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .unexpectedSettings */ .Tw)(expected.settings, found.settings).map((name) => `\`${name}\``)
        : [wordFor(key)]);
    if (words.length > 0) {
        throw concurrent(`Somebody else changed the function during this deploy (${words.join(", ")}).`);
    }
}
function concurrent(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(message, {
        hint: "Run again, and give the workflow a `concurrency` group for this function.",
        code: "concurrent",
    });
}
/** In words: `code`, `layers`. */
function wordFor(key) {
    const words = { codeSha256: "code", layerArns: "layers", sourceKmsKey: "the code's key" };
    return key in words ? words[key] : key;
}


/***/ }),

/***/ 4467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ idle),
/* harmony export */   QE: () => (/* binding */ applyUpdate),
/* harmony export */   jX: () => (/* binding */ codeUpdate),
/* harmony export */   p8: () => (/* binding */ idleAfterRefusal),
/* harmony export */   wt: () => (/* binding */ configurationUpdate)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8115);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7516);
/* harmony import */ var _settable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8966);




function configurationUpdate({ layers, runtime, settings = {} }) {
    return {
        send: (lambda, revisionId) => lambda.updateConfiguration({ layers, runtime, settings, revisionId }),
        expected: (before) => ({
            ...(0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .settableOf */ .Ij)(before),
            settings: { ...before.settings, ...settings },
            ...(layers !== undefined && { layerArns: layers.join() }),
            ...(runtime !== undefined && { runtime }),
        }),
    };
}
function codeUpdate({ content, codeSha256: sent, architecture, sourceKmsKey }) {
    // Once AWS has answered, its own sum counts: with code signing the stored zip is not the one that was sent.
    let codeSha256 = sent;
    return {
        send: async (lambda, revisionId) => {
            codeSha256 = await lambda.updateCode({ content, architecture, sourceKmsKey, revisionId });
        },
        expected: (before) => ({
            ...(0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .settableOf */ .Ij)(before),
            codeSha256,
            sourceKmsKey,
            ...(architecture !== undefined && { architecture }),
        }),
    };
}
/**
 * Sends one update and waits until it is in force. A conflict is waited out. After an answer that may belong to an
 * attempt of ours whose reply was lost, the function itself tells whether the update is in.
 */
async function applyUpdate(writing, before, update) {
    const deadline = writing.clock.now() + writing.waitMs;
    let state = before;
    for (;;) {
        try {
            await writing.timed("upload", () => update.send(writing.lambda, state.revisionId));
            break;
        }
        catch (error) {
            state = await idleAfterRefusal(writing, error);
            const found = (0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .settableOf */ .Ij)(state);
            const untouched = (0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)((0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .settableOf */ .Ij)(before), found);
            if ((0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)(update.expected(before), found) && !untouched) {
                return succeeded(state);
            }
            if (!untouched || writing.clock.now() > deadline) {
                throw error;
            }
        }
    }
    const after = succeeded(await idle(writing));
    (0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .assertSame */ .ZQ)(update.expected(before), (0,_settable_js__WEBPACK_IMPORTED_MODULE_2__/* .settableOf */ .Ij)(after));
    return after;
}
/** Reads $LATEST until nothing is under way. */
function idle({ lambda, waitMs, clock, timed }) {
    return timed("wait", () => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_1__/* .untilIdle */ .F)(() => lambda.getFunction(), waitMs, clock));
}
/** Waits out a conflict (409) or a stale RevisionId (412); throws every other error again. */
async function idleAfterRefusal(writing, error) {
    if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .isConflict */ .dh)(error) && (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .awsFailure */ .MT)(error)?.status !== 412) {
        throw error;
    }
    // AWS can refuse although GetFunction shows the function idle: never ask again at once.
    await writing.clock.sleep(1_000);
    return idle(writing);
}
function succeeded(state) {
    if (state.readiness.status === "failed") {
        const { reason, code } = state.readiness;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`AWS accepted the update, but it failed: ${reason} (${code}).`, {
            hint: "The function goes on without this update. Correct what AWS names, then run again.",
            code: "update-failed",
        });
    }
    return state;
}


/***/ }),

/***/ 7225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tidyUp: () => (/* binding */ tidyUp)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var aws_failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/aws/inventory.js + 5 modules
var aws_inventory = __webpack_require__(5057);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(1957);
// EXTERNAL MODULE: ./lib/function/prune-versions.js
var prune_versions = __webpack_require__(7536);
// EXTERNAL MODULE: ./lib/layer/prune.js
var prune = __webpack_require__(7037);
// EXTERNAL MODULE: ./lib/upkeep/upkeep.js
var upkeep_upkeep = __webpack_require__(3482);
;// CONCATENATED MODULE: ./lib/upkeep/delete-old.js






/** Deletes old versions of the function. Decided anew: aliases may have moved since the plan was made, also by this run. */
async function deleteVersions(request) {
    const { keepVersions } = request.upkeep.wish;
    if (keepVersions === undefined) {
        return;
    }
    await deleting(request, "delete-versions", { ...NOTHING, keepVersions }, ({ versions, aliases }, inventory) => (0,prune_versions/* pruneVersions */.s)(versions.map(({ version }) => version), aliases, keepVersions).map((version) => ({ name: version, delete: () => inventory.deleteVersion(version) })));
}
/** Deletes old versions of our layer. Decided anew: functions may have come to old versions, or left them. */
async function deleteLayerVersions(request) {
    const { journal, newest, upkeep } = request;
    const { keepLayerVersions: keep } = upkeep.wish;
    if (keep === undefined) {
        return;
    }
    const wish = { ...NOTHING, keepLayerVersions: keep };
    const gone = await deleting(request, "delete-layer-versions", wish, ({ layerVersions: versions, functions }, inventory) => (0,prune/* pruneLayerVersions */.p)({ versions, functions, keep, newest }).delete.map(({ arn, version }) => ({
        name: String(version),
        delete: () => inventory.deleteLayerVersion(arn),
    })));
    const { layer } = journal.known();
    if (layer !== undefined) {
        journal.learn({
            layer: { ...layer, newest: layer.newest.filter(({ version }) => !gone.includes(String(version))) },
        });
    }
}
const NOTHING = { moveUsers: false, keepLayerVersions: undefined, keepVersions: undefined };
/** Deletes, and returns what is gone. What AWS refuses is named in a warning. The plan then tells what was really deleted. */
async function deleting({ inputs, journal, lambda }, action, wish, choose) {
    const what = action === "delete-versions" ? "version" : "layer version";
    const inventory = (0,aws_inventory.connectInventory)(inputs.region, inputs.functionName.given, journal.calls);
    const chosen = await (0,upkeep_upkeep/* readStock */.J6)(wish, { ...inputs, inventory, lambda }).then((stock) => choose(stock, inventory), (error) => {
        journal.notice({ level: "warning", text: `Old ${what}s were not looked for. ${whyRefused(error)}` });
        return [];
    });
    const done = [];
    const refused = [];
    for (const deletion of chosen) {
        try {
            await deletion.delete().catch(unlessGone);
            done.push(deletion.name);
        }
        catch (error) {
            refused.push({ name: deletion.name, why: whyRefused(error) });
        }
    }
    if (refused.length > 0) {
        const names = refused.map(({ name }) => name).join(", ");
        const text = `Of the old ${what}s, these were not deleted: ${names}. ${refused[0]?.why}`;
        journal.notice({ level: "warning", text });
    }
    const keep = action === "delete-versions" ? wish.keepVersions : wish.keepLayerVersions;
    const reasonOf = action === "delete-versions" ? upkeep_upkeep/* versionsReason */.oZ : upkeep_upkeep/* layerVersionsReason */.BR;
    const reason = done.length === 0 ? "None was deleted." : reasonOf(done, keep);
    const plan = (journal.known().plan ?? []).map((it) => (it.action === action ? { action, reason } : it));
    journal.learn({ plan });
    journal.say(reason);
    return done;
}
/** Throws again what did not come from AWS. */
function whyRefused(error) {
    const failure = (0,aws_failure/* awsFailure */.MT)(error);
    if (failure === undefined) {
        throw error;
    }
    return (0,aws_failure/* isConflict */.dh)(error) ? failure.message : (0,lib_failure/* describeFailure */.I)(error).message;
}
/** Also an attempt of ours whose reply was lost may have deleted it. */
function unlessGone(error) {
    if (!(0,aws_failure/* isMissing */.b2)(error)) {
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/aws/lambda.js + 20 modules
var aws_lambda = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/function/update.js
var update = __webpack_require__(4467);
// EXTERNAL MODULE: ./lib/layer/lookup.js
var lookup = __webpack_require__(6191);
// EXTERNAL MODULE: ./lib/layer/users.js
var users = __webpack_require__(3238);
;// CONCATENATED MODULE: ./lib/layer/move-user.js



/**
 * Gives another function the new version of our layer, and changes nothing else of it: the list keeps its order and the
 * other layers. Waits before and after, and never overwrites what somebody else does meanwhile. Throws what AWS refuses.
 */
async function moveUser(writing, layer, target) {
    const state = await (0,update/* idle */.N7)(writing);
    const ours = (0,lookup/* ourLayer */.SF)(state.layers, state.arn, layer.layerName);
    if (ours === undefined) {
        return { outcome: "left", why: "does not have the layer any more" };
    }
    // After a failed update GetFunction shows what was sent, while the function still runs what it ran before.
    if (ours === target && state.readiness.status !== "failed") {
        return { outcome: "current" };
    }
    const unfit = (0,users/* misfit */.h)(state, layer);
    if (unfit !== undefined) {
        return { outcome: "left", why: unfit };
    }
    const layers = state.layers.map(({ arn }) => (arn === ours ? target : arn));
    await (0,update/* applyUpdate */.QE)(writing, state, (0,update/* configurationUpdate */.wt)({ layers, runtime: undefined, settings: {} }));
    return { outcome: "moved" };
}

// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __webpack_require__(2959);
;// CONCATENATED MODULE: ./lib/upkeep/move-users.js






/**
 * Gives the other functions the layer version of the deployed one. One after the other: all calls but GetFunction share
 * 15 a second in an account and Region. A failure stops none of the others, but throws in the end, naming all that failed.
 */
async function moveUsers({ inputs, journal, upkeep }) {
    const { layer } = journal.known();
    const { shared, users = [] } = upkeep;
    if (shared === undefined || layer?.versionArn === undefined || layer.version === undefined) {
        throw new Error("functions are to get a layer version that does not exist");
    }
    const target = { arn: layer.versionArn, version: layer.version, shared };
    let facts = users.map(upkeep_upkeep/* userFacts */.HJ);
    for (const user of users.filter(({ behind }) => behind)) {
        const now = await moveOne(inputs, journal, user, target);
        facts = facts.map((it) => (it.name === user.name ? now : it));
        journal.learn({ layerUsers: facts });
    }
    const failed = facts.filter(({ outcome }) => outcome === "failed");
    if (failed.length > 0) {
        const what = `${failed.length} of ${facts.length} functions on the layer did not get its version ${target.version}`;
        throw new errors/* ActionError */.l(`${what}: ${failed.map(({ name, reason }) => `${name} (${reason})`).join("; ")}`, {
            hint: "The function of this workflow is deployed. Correct what AWS names, then run again: it moves the rest.",
            code: "layer-users",
        });
    }
}
async function moveOne(inputs, journal, user, target) {
    const { name, version: before, unfit } = user;
    if (unfit !== undefined) {
        return { ...(0,upkeep_upkeep/* userFacts */.HJ)(user), outcome: "skipped" };
    }
    try {
        const lambda = (0,aws_lambda.connectLambda)(inputs.region, name, journal.calls);
        const writing = { lambda, waitMs: inputs.waitMs, clock: clock/* CLOCK */.Z, timed: journal.timed };
        const moved = await moveUser(writing, target.shared, target.arn);
        switch (moved.outcome) {
            case "moved":
                journal.say(`${name}: layer version ${before} → ${target.version}.`);
                return { name, version: target.version, behind: false, before, outcome: "moved" };
            case "current":
                return { name, version: target.version, behind: false };
            case "left":
                journal.say(`${name} ${moved.why}.`);
                return { ...(0,upkeep_upkeep/* userFacts */.HJ)(user), outcome: "skipped", reason: moved.why };
            default:
                return moved;
        }
    }
    catch (error) {
        const { message } = (0,lib_failure/* describeFailure */.I)(error, { functionName: name, region: inputs.region });
        journal.say(`${name}: ${message}`);
        return { ...(0,upkeep_upkeep/* userFacts */.HJ)(user), outcome: "failed", reason: message };
    }
}

;// CONCATENATED MODULE: ./lib/upkeep/tidy.js


/**
 * Carries the upkeep out, after the function itself was switched. A function that cannot get the new layer version stops
 * no other, but fails the run, which then deletes nothing. A deletion that AWS refuses is only a warning.
 */
async function tidyUp(request) {
    const { journal, upkeep } = request;
    for (const { action } of upkeep.changes) {
        switch (action) {
            case "update-layer-users":
                await moveUsers(request);
                break;
            case "delete-versions":
                await deleteVersions(request);
                break;
            case "delete-layer-versions":
                await deleteLayerVersions(request);
                break;
            default:
                action;
        }
        journal.learn({ completed: (journal.known().completed ?? 0) + 1 });
        journal.say(`Done: ${action}.`);
    }
}


/***/ })

};
