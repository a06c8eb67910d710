export const id = 317;
export const ids = [317];
export const modules = {

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


/***/ })

};
