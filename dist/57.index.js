export const id = 57;
export const ids = [57];
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


/***/ })

};
