export const id = 797;
export const ids = [797];
export const modules = {

/***/ 9797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  act: () => (/* binding */ act),
  isCodeFirst: () => (/* binding */ isCodeFirst),
  learnSwitched: () => (/* binding */ learnSwitched)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/aws/zip-content.js
var zip_content = __webpack_require__(7158);
// EXTERNAL MODULE: ./lib/function/deploy.js + 1 modules
var deploy = __webpack_require__(3670);
// EXTERNAL MODULE: ./lib/function/keep-code.js
var keep_code = __webpack_require__(1897);
// EXTERNAL MODULE: ./lib/function/readiness.js
var readiness = __webpack_require__(7516);
// EXTERNAL MODULE: ./lib/layer/description.js
var description = __webpack_require__(1439);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/layer/publish.js


const LOOK_FOR_MS = 15_000;
const ATTEMPTS = 3;
/**
 * Publishes a layer version. PublishLayerVersion knows no idempotency token and equal bytes make a new version, so after
 * an unclear answer AWS is asked for 15 s whether the version is there, before it is published again.
 */
async function publishLayer(request) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await publishOnce(request);
        }
        catch (error) {
            if (!(0,failure/* isUnclear */.Z5)(error)) {
                throw error;
            }
            const found = await findPublished(request);
            if (found !== undefined) {
                return found;
            }
            if (attempt === ATTEMPTS) {
                throw error;
            }
        }
    }
}
/** One answer that is not a throttle: a throttled request had no effect and may be sent again. */
async function publishOnce(request) {
    const { lambda, publication, clock } = request;
    const deadline = clock.now() + request.waitMs;
    for (let pause = 1_000;; pause = Math.min(pause * 2, 20_000)) {
        try {
            const published = await lambda.publishLayerVersion(publication);
            return confirmed(published, published.codeSha256, request);
        }
        catch (error) {
            if (!(0,failure/* isThrottled */.B5)(error) || clock.now() + pause > deadline) {
                throw error;
            }
            await clock.sleep(pause);
        }
    }
}
async function findPublished(request) {
    const { lambda, publication, newest, clock } = request;
    const deadline = clock.now() + LOOK_FOR_MS;
    while (clock.now() < deadline) {
        const page = await firstPage(lambda, publication.layerName);
        const match = page.find((it) => it.version > newest && it.description === publication.description);
        if (match !== undefined) {
            return confirmed(match, (await lambda.getLayerVersion(match.arn)).codeSha256, request);
        }
        await clock.sleep(1_000);
    }
    return undefined;
}
function confirmed(version, codeSha256, request) {
    if (codeSha256 !== request.codeSha256) {
        throw new errors/* ActionError */.l(`Layer version ${version.arn} does not hold the bytes that were sent.`, {
            hint: "Delete that layer version, since later runs would take it; the function was not changed. Who else writes to the bucket?",
            code: "layer-mismatch",
        });
    }
    return version;
}
async function firstPage(lambda, layerName) {
    for await (const page of lambda.layerVersions(layerName)) {
        return page;
    }
    return [];
}

// EXTERNAL MODULE: ./lib/put-back.js + 1 modules
var put_back = __webpack_require__(4726);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var sha256 = __webpack_require__(580);
;// CONCATENATED MODULE: ./lib/act.js









/**
 * Carries the plan out. The journal learns of each change as soon as it is made, so that a failure is reported truly.
 * When a step or a check fails, every field of $LATEST that was changed is put back; then the failure is thrown.
 */
async function act(request) {
    const { inputs, journal, observed, latest, layer, plan, check } = request;
    const { lambda, code, alias } = observed;
    const { bucket, keyPrefix: prefix, region, waitMs } = inputs;
    const storage = bucket === undefined ? undefined : { region, bucket, prefix };
    const writing = { lambda, waitMs, clock: readiness/* CLOCK */.Z, timed: journal.timed };
    const oldCode = await keepOldCode(request);
    let reached = latest;
    let newLayer;
    let completed = 0;
    const switched = await (0,put_back/* orPutBack */.i)(journal, () => (0,deploy/* carryOut */.u)({
        ...writing,
        plan,
        state: latest,
        publishLayer: async () => {
            const published = await publish(inputs, journal, observed, layer, storage);
            learnPublished(journal, published);
            newLayer = published.arn;
            return published.arn;
        },
        codeSha256: code.codeSha256,
        code: () => (0,zip_content/* zipContent */.R)(code, storage, journal.calls),
        versionDescription: describeVersion(alias?.version, request.commit),
        aliasDescription: inputs.aliasDescription,
        check,
        onAccepted: ({ action }) => journal.learn({ accepted: [...(journal.known().accepted ?? []), action] }),
        onDone: ({ action }, state) => {
            reached = state;
            learnCreated(journal, action, state);
            completed += 1;
            journal.learn({ completed });
            journal.say(`Done: ${action}.`);
        },
    }), () => ({
        ...writing,
        before: latest,
        sent: {
            layerArns: plan.layers.map((slot) => (typeof slot === "string" ? slot : newLayer)).join(),
            ...(inputs.runtime !== undefined && { runtime: inputs.runtime }),
            architecture: inputs.architecture ?? latest.architecture,
            sourceKmsKey: inputs.sourceKmsKey ?? latest.sourceKmsKey,
            settings: { ...latest.settings, ...settingsSent(plan) },
            // With code signing AWS's sum is not ours.
            codeSha256: reached.codeSha256 === latest.codeSha256 ? code.codeSha256 : reached.codeSha256,
        },
        code: oldCode && (() => (0,zip_content/* zipContent */.R)(oldCode, storage, journal.calls)),
        lateCode: async () => (0,zip_content/* zipContent */.R)(await (0,keep_code/* fetchCode */.E)(latest, oldCodeFile(request), inputs.bucket), storage, journal.calls),
        codeFirst: isCodeFirst(plan),
    }));
    learnSwitched(journal, switched);
}
function isCode({ action }) {
    return action === "update-code";
}
/** The code is updated before the configuration. */
function isCodeFirst({ changes }) {
    return changes.findIndex(isCode) < changes.findIndex(({ action }) => action === "update-configuration");
}
function settingsSent({ changes }) {
    return changes.find((change) => change.action === "update-configuration")?.settings ?? {};
}
/**
 * Lays the live code aside when it may have to come back: a check can fail, or the layers that the new code needs can be
 * refused after it.
 */
async function keepOldCode(request) {
    const { inputs, journal, latest, plan, check } = request;
    const layersFollow = isCodeFirst(plan) && plan.changes.some(({ action }) => action === "update-configuration");
    if (!plan.changes.some(isCode) || (check === undefined && !layersFollow)) {
        return undefined;
    }
    const kept = await (0,keep_code/* keepCode */.N)(latest, oldCodeFile(request), inputs.bucket);
    if (kept.outcome === "kept") {
        return kept.zip;
    }
    journal.notice({
        level: "warning",
        text: `If the deploy fails half-way, the old code can not be put back: ${kept.why}.`,
    });
    return undefined;
}
function oldCodeFile({ workDirectory }) {
    return external_node_path_.join(workDirectory, "old-code.zip");
}
function learnCreated(journal, action, { arn }) {
    const { function: facts } = journal.known();
    if (action === "create-function" && facts) {
        journal.learn({ function: { ...facts, arn } });
    }
}
/** Which version callers had before, for a later rollback, and which commit this one was made from. */
function describeVersion(previous, commit) {
    const known = commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit);
    return [previous && `previous=${previous}`, known && `commit=${commit}`].filter(Boolean).join(" ");
}
function learnSwitched(journal, { version, alias: moved, gapMs }) {
    const { function: facts, alias } = journal.known();
    journal.learn({
        ...(gapMs !== undefined && { gapMs: Math.round(gapMs) }),
        ...(facts && version !== undefined && { function: { ...facts, version } }),
        ...(alias && moved && { alias: { ...alias, arn: moved.arn, now: moved.version } }),
    });
}
async function publish(inputs, journal, { lambda, state }, { built, newest }, storage) {
    if (built === undefined) {
        throw new Error("a layer is to be published, but none was built");
    }
    const { archive, describes } = built;
    const { zip } = archive.manifest;
    return publishLayer({
        lambda,
        publication: {
            layerName: inputs.layerName,
            description: (0,description/* formatDescription */.GQ)(describes),
            content: await (0,zip_content/* zipContent */.R)({ file: archive.file, ...zip }, storage, journal.calls),
            runtime: inputs.runtime ?? state.runtime ?? "",
            architecture: inputs.architecture ?? state.architecture,
        },
        codeSha256: (0,sha256/* hexToBase64 */.O)(zip.sha256),
        newest,
        waitMs: inputs.waitMs,
        clock: readiness/* CLOCK */.Z,
    });
}
function learnPublished(journal, { arn, version, created, runtimes, architectures }) {
    const { layer } = journal.known();
    if (layer === undefined) {
        return;
    }
    const newest = [
        { version, created, attached: true, wanted: true },
        ...layer.newest.map((it) => ({ ...it, attached: false })),
    ];
    journal.learn({
        layer: { ...layer, versionArn: arn, version, created, runtimes, architectures, newest: newest.slice(0, 5) },
    });
}


/***/ }),

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ zipContent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8207);
/* harmony import */ var _zip_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(580);



/** The zip as Lambda takes it; one over 50 MiB is put into S3 first, unless it lies there already. */
async function zipContent(zip, storage, log) {
    if (zip.zipped <= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DIRECT_UPLOAD_LIMIT */ .Ce) {
        return { from: "bytes", bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(zip.file) };
    }
    if (storage === undefined) {
        throw new Error("a zip over 50 MiB and no bucket: the limits were not checked");
    }
    const { storeZip } = await Promise.all(/* import() */[__webpack_require__.e(719), __webpack_require__.e(698), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 4147));
    const { region, bucket } = storage;
    const key = `${storage.prefix}${zip.sha256}.zip`;
    const checksumSha256 = (0,_zip_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .hexToBase64 */ .O)(zip.sha256);
    const objectVersion = await storeZip({ region, bucket, key, checksumSha256 }, zip.file, log);
    return { from: "s3", bucket, key, objectVersion };
}


/***/ }),

/***/ 3670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/function/update.js
var update = __webpack_require__(4467);
;// CONCATENATED MODULE: ./lib/function/create.js



/** Creates the function and waits until it is active. When one is there already, it must be exactly this one. */
async function createFunction(writing, wanted) {
    let answered = true;
    try {
        await writing.timed("upload", () => writing.lambda.createFunction(wanted));
    }
    catch (error) {
        // The reply to an earlier attempt of ours may be lost.
        if (!(0,failure/* isConflict */.dh)(error)) {
            throw error;
        }
        answered = false;
    }
    const created = await (0,update/* idle */.N7)(writing);
    if (created.readiness.status === "failed") {
        const { reason, code } = created.readiness;
        throw new errors/* ActionError */.l(`The function was created but did not become active: ${reason} (${code}).`, {
            hint: "Correct what AWS names, then run again.",
            code: "create-failed",
        });
    }
    const { runtime, architecture, settings, sourceKmsKey } = wanted;
    const found = (0,update/* settingsOf */.f5)(created);
    // With code signing the stored zip is not the one that was sent: after an answer AWS's own sum counts.
    const codeSha256 = answered ? found.codeSha256 : wanted.codeSha256;
    (0,update/* assertSame */.ZQ)({ codeSha256, runtime, architecture, settings, sourceKmsKey, layerArns: wanted.layers.join() }, found);
    return created;
}

// EXTERNAL MODULE: ./lib/function/plan.js
var function_plan = __webpack_require__(3917);
// EXTERNAL MODULE: ./lib/function/readiness.js
var readiness = __webpack_require__(7516);
;// CONCATENATED MODULE: ./lib/function/deploy.js






/** Carries the plan out, in its order, waiting before and after each update. Running it again after any crash converges. */
async function carryOut(request) {
    const { plan, timed, clock } = request;
    const content = plan.changes.some(({ action }) => action === "update-code" || action === "create-function")
        ? await timed("upload", request.code)
        : undefined;
    let state = request.state;
    let newLayer;
    let version;
    let alias;
    const accepted = [];
    const last = plan.changes.findLast(({ action }) => action !== "move-alias" && !(0,function_plan/* isSideSetting */.g8)(action));
    for (const change of plan.changes) {
        switch (change.action) {
            case "publish-layer":
                newLayer = await timed("upload", request.publishLayer);
                break;
            case "create-function": {
                const layers = change.layers.map((slot) => arnOf(slot, newLayer));
                const { codeSha256 } = request;
                state = await createFunction(request, { ...change, layers, codeSha256, content: needed(content) });
                break;
            }
            case "update-code-signing":
                await request.lambda.setCodeSigningConfig(change.config);
                break;
            case "update-tags":
                await request.lambda.setTags(state.arn, change.tags);
                break;
            case "update-configuration": {
                const layers = change.layers?.map((slot) => arnOf(slot, newLayer));
                state = await (0,update/* applyUpdate */.QE)(request, state, told(request, change, (0,update/* configurationUpdate */.wt)({ ...change, layers })));
                accepted.push(clock.now());
                break;
            }
            case "update-code":
                state = await (0,update/* applyUpdate */.QE)(request, state, told(request, change, (0,update/* codeUpdate */.jX)({ ...request, ...change, content: needed(content) })));
                accepted.push(clock.now());
                break;
            case "publish-version":
                version = await publishVersion(request, state);
                break;
            case "move-alias":
                alias = await moveAlias(request, change.alias, needed(version ?? request.aliasGoal));
                break;
            default:
                change;
        }
        request.onDone(change, state);
        if (change.action === "update-code" || change.action === "create-function") {
            checkTaken(needed(content), request.codeSha256, state);
        }
        if (change === last) {
            await request.check?.(version ?? "$LATEST");
        }
    }
    const [first, second] = accepted;
    const gapMs = first === undefined || second === undefined ? undefined : second - first;
    return { state, version, alias, gapMs };
}
/** The same update, which tells when it was accepted. */
function told(request, change, update) {
    return {
        ...update,
        send: async (lambda, revisionId) => {
            await update.send(lambda, revisionId);
            request.onAccepted(change);
        },
    };
}
/** Others may write to the bucket: what Lambda took from it must be what was meant. With a KMS key the sum is not known to be comparable. */
function checkTaken(content, sent, { codeSha256, sourceKmsKey }) {
    if (content.from === "s3" && sourceKmsKey === "" && codeSha256 !== sent) {
        throw new errors/* ActionError */.l(`The object ${content.key} in the bucket is not the code package that was put there.`, {
            hint: "Somebody else writes to the bucket: check who, then deploy again.",
            code: "code-mismatch",
        });
    }
}
async function publishVersion(request, state) {
    const { lambda, versionDescription: description } = request;
    const { codeSha256 } = state;
    const deadline = request.clock.now() + request.waitMs;
    let { revisionId } = state;
    for (;;) {
        try {
            const published = await request.timed("publish", () => lambda.publishVersion({ codeSha256, revisionId, description }));
            return await verifiedVersion(request, published, state);
        }
        catch (error) {
            // A lost reply leaves a version behind and a new RevisionId: asking again returns that same version.
            const current = await (0,update/* idleAfterRefusal */.p8)(request, error);
            if (request.clock.now() > deadline) {
                throw error;
            }
            (0,update/* assertSame */.ZQ)((0,update/* settingsOf */.f5)(state), (0,update/* settingsOf */.f5)(current));
            revisionId = current.revisionId;
        }
    }
}
/** The version must hold exactly the code and layers that were deployed: another deploy may have come between. */
async function verifiedVersion(request, published, state) {
    const ready = published.readiness.status === "busy"
        ? await request.timed("wait", () => (0,readiness/* untilIdle */.F)(() => request.lambda.getVersion(published.version), request.waitMs, request.clock))
        : published;
    if (ready.readiness.status === "failed") {
        const { reason, code } = ready.readiness;
        throw new errors/* ActionError */.l(`Version ${ready.version} was published but did not become active: ${reason} (${code}).`, {
            hint: "Correct what AWS names, then run again.",
            code: "version-failed",
        });
    }
    const layers = state.layers.map(({ arn }) => arn).join();
    if (ready.codeSha256 !== state.codeSha256 || ready.layers.join() !== layers) {
        throw (0,update/* concurrent */.q6)(`Version ${ready.version} does not hold what this run deployed.`);
    }
    return ready.version;
}
/**
 * Points the alias at the version, or creates it. A part of the traffic that went elsewhere comes back. After a refusal
 * that may belong to an attempt of ours whose reply was lost, the alias itself tells whether it moved.
 */
async function moveAlias(request, name, version) {
    const { lambda, clock, aliasDescription: description } = request;
    const deadline = clock.now() + request.waitMs;
    const before = await findAlias(lambda, name);
    let current = before;
    while (!isAsWanted(current, version, description)) {
        try {
            return current === undefined
                ? await lambda.createAlias(name, version, description)
                : await lambda.updateAlias(name, { version, description, revisionId: current.revisionId });
        }
        catch (error) {
            if (!(0,failure/* isConflict */.dh)(error) && (0,failure/* awsFailure */.MT)(error)?.status !== 412) {
                throw error;
            }
            await clock.sleep(1_000);
            current = await findAlias(lambda, name);
            const moved = isAsWanted(current, version, description);
            if (!moved && (!isSameAlias(current, before) || clock.now() > deadline)) {
                throw error;
            }
        }
    }
    return needed(current);
}
async function findAlias(lambda, name) {
    try {
        return await lambda.getAlias(name);
    }
    catch (error) {
        if ((0,failure/* isMissing */.b2)(error)) {
            return undefined;
        }
        throw error;
    }
}
function isAsWanted(alias, version, description) {
    return (alias !== undefined &&
        alias.version === version &&
        !alias.weighted &&
        (description ?? alias.description) === alias.description);
}
function isSameAlias(one, other) {
    return (one?.version === other?.version && one?.weighted === other?.weighted && one?.description === other?.description);
}
function arnOf(slot, newLayer) {
    return typeof slot === "string" ? slot : needed(newLayer);
}
/** The plan puts what is needed before what needs it. */
function needed(value) {
    if (value === undefined) {
        throw new Error("the plan is out of order");
    }
    return value;
}


/***/ }),

/***/ 1897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ fetchCode),
/* harmony export */   N: () => (/* binding */ keepCode)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8207);
/* harmony import */ var _zip_sha256_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(580);






/** Streams the live zip to `file` and proves its bytes. The URL is a secret, so no error of the download is shown. */
async function keepCode(state, file, bucket) {
    if (state.codeSize > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .DIRECT_UPLOAD_LIMIT */ .Ce && bucket === undefined) {
        return { outcome: "impossible", why: "it is over 50 MB and there is no `s3-bucket`" };
    }
    const sha256 = state.codeLocation === undefined ? undefined : await download(state.codeLocation, file);
    if (sha256 === undefined || sha256 !== (0,_zip_sha256_js__WEBPACK_IMPORTED_MODULE_5__/* .base64ToHex */ .Q)(state.codeSha256)) {
        return { outcome: "impossible", why: "it could not be downloaded" };
    }
    return { outcome: "kept", zip: { file, zipped: state.codeSize, sha256 } };
}
/** The same where nothing else will do: throws an ActionError when the code cannot be had. */
async function fetchCode(state, file, bucket) {
    const kept = await keepCode(state, file, bucket);
    if (kept.outcome === "kept") {
        return kept.zip;
    }
    const whose = state.version === "$LATEST" ? "The old code" : `The code of version ${state.version}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`${whose} cannot be put back: ${kept.why}.`, {
        hint: "Deploy the commit that it was made from.",
        code: "no-code",
    });
}
async function download(url, file) {
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4886));
    const client = new HttpClient("lambda-layers-deploy", [], { socketTimeout: 60_000 });
    try {
        const { message } = await client.get(url);
        if (message.statusCode !== 200) {
            message.resume();
            return undefined;
        }
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
        message.on("data", (chunk) => hash.update(chunk));
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(message, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(file));
        return hash.digest("hex");
    }
    catch {
        return undefined;
    }
    finally {
        client.dispose();
    }
}


/***/ }),

/***/ 4467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ wordFor),
/* harmony export */   N7: () => (/* binding */ idle),
/* harmony export */   QE: () => (/* binding */ applyUpdate),
/* harmony export */   ZQ: () => (/* binding */ assertSame),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   jX: () => (/* binding */ codeUpdate),
/* harmony export */   p8: () => (/* binding */ idleAfterRefusal),
/* harmony export */   q6: () => (/* binding */ concurrent),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   wt: () => (/* binding */ configurationUpdate)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8115);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7516);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8407);




function settingsOf(state) {
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
function configurationUpdate({ layers, runtime, settings = {} }) {
    return {
        send: (lambda, revisionId) => lambda.updateConfiguration({ layers, runtime, settings, revisionId }),
        expected: (before) => ({
            ...settingsOf(before),
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
            ...settingsOf(before),
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
            const settings = settingsOf(state);
            if (sameSettings(update.expected(before), settings) && !sameSettings(settingsOf(before), settings)) {
                return succeeded(state);
            }
            if (!sameSettings(settingsOf(before), settings) || writing.clock.now() > deadline) {
                throw error;
            }
        }
    }
    const after = succeeded(await idle(writing));
    assertSame(update.expected(before), settingsOf(after));
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
function sameSettings(expected, found) {
    return differences(expected, found).length === 0;
}
/** In which settings is what was found not what is expected? */
function differences(expected, found) {
    return Object.keys(expected).filter((key) => key === "settings"
        ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .unexpectedSettings */ .Tw)(expected.settings, found.settings).length > 0
        : expected[key] !== found[key]);
}
/** Throws when somebody else changed the function. */
function assertSame(expected, found) {
    const words = differences(expected, found).flatMap((key) => key === "settings"
        ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .unexpectedSettings */ .Tw)(expected.settings, found.settings).map((name) => `\`${name}\``)
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
/** The setting in words: `code`, `layers`. */
function wordFor(setting) {
    const words = { codeSha256: "code", layerArns: "layers", sourceKmsKey: "the code's key" };
    return setting in words ? words[setting] : setting;
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

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ orPutBack)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(1957);
// EXTERNAL MODULE: ./lib/function/settings.js
var settings = __webpack_require__(8407);
// EXTERNAL MODULE: ./lib/function/update.js
var function_update = __webpack_require__(4467);
;// CONCATENATED MODULE: ./lib/function/restore.js



/**
 * Puts back every field of $LATEST that this run changed, in the reverse order. Throws when somebody else changed the
 * function meanwhile: their work is not overwritten.
 */
async function restore(request) {
    const { before, sent } = request;
    const now = await (0,function_update/* idle */.N7)(request);
    const was = (0,function_update/* settingsOf */.f5)(before);
    const found = (0,function_update/* settingsOf */.f5)(now);
    const changed = (0,function_update/* differences */.tX)(was, found);
    (0,function_update/* assertSame */.ZQ)({ ...was, ...Object.fromEntries(changed.map((key) => [key, sent[key]])) }, found);
    if (changed.length === 0) {
        return { outcome: "restored", parts: [] };
    }
    const codeChanged = changed.some((key) => CODE.includes(key));
    const code = codeFor(request, now);
    if (codeChanged && code === undefined) {
        return { outcome: "left" };
    }
    const configuration = (0,function_update/* configurationUpdate */.wt)({
        layers: changed.includes("layerArns") ? before.layers.map(({ arn }) => arn) : undefined,
        runtime: changed.includes("runtime") ? before.runtime : undefined,
        settings: (0,settings/* differingSettings */.C1)(now.settings, before.settings),
    });
    const updates = [
        changed.some((key) => !CODE.includes(key)) ? configuration : undefined,
        codeChanged && code !== undefined ? oldCode(before, await code()) : undefined,
    ];
    let state = now;
    // The way back passes through the same states as the way there, so it fits Lambda's limit too.
    for (const update of request.codeFirst ? updates : updates.toReversed()) {
        state = update === undefined ? state : await (0,function_update/* applyUpdate */.QE)(request, state, update);
    }
    (0,function_update/* assertSame */.ZQ)(was, (0,function_update/* settingsOf */.f5)(state));
    if (changed.includes("settings")) {
        checkEnvironment(request);
    }
    return { outcome: "restored", parts: changed.map(function_update/* wordFor */.GC) };
}
/** The old code; when an update failed, it runs still, beside whatever else is new: then it is worth fetching it. */
function codeFor({ code, lateCode }, { readiness }) {
    return code ?? (readiness.status === "failed" ? lateCode : undefined);
}
/** Throws when the variables that were there before could not be read, and so not be put back. */
function checkEnvironment({ before, sent }) {
    if (sent.settings?.environment !== undefined && before.settings.environment === undefined) {
        throw new errors/* ActionError */.l("The old `environment` could not be read, so the new one stays; everything else is as it was.", {
            hint: "Allow `kms:Decrypt` on the function's key.",
            code: "environment",
        });
    }
}
/** What UpdateFunctionCode sets; the rest is configuration. */
const CODE = ["codeSha256", "architecture", "sourceKmsKey"];
function oldCode({ codeSha256, architecture, sourceKmsKey }, content) {
    return (0,function_update/* codeUpdate */.jX)({ content, codeSha256, architecture, sourceKmsKey });
}

;// CONCATENATED MODULE: ./lib/put-back.js




/** Does the work; when it fails half-way, puts back what was changed, tells the journal and throws the failure. */
async function orPutBack(journal, work, request) {
    try {
        return await work();
    }
    catch (error) {
        if (isHalfDone(journal.calls.snapshot().calls, error)) {
            const rollback = await putBack(request());
            journal.learn({ ...(rollback && { rollback }) });
            if (rollback !== undefined) {
                journal.say(inWords(rollback));
            }
        }
        throw error;
    }
}
/** The function was written to, and not by somebody else: their work is never overwritten. */
function isHalfDone(calls, error) {
    const wrote = calls.UpdateFunctionConfiguration !== undefined || calls.UpdateFunctionCode !== undefined;
    const byOthers = (error instanceof errors/* ActionError */.l && error.code === "concurrent") || (0,failure/* awsFailure */.MT)(error)?.status === 412;
    return wrote && !byOthers;
}
function inWords(rollback) {
    switch (rollback.outcome) {
        case "restored":
            return `Put back: ${rollback.parts.join(", ")}.`;
        case "left":
            return "Not put back: $LATEST is wholly new, and the old code was not laid aside.";
        case "failed":
            return `Putting back failed: ${rollback.why}`;
        default:
            return rollback;
    }
}
/** Puts $LATEST back; undefined when nothing had changed. Never throws: the failure that led here is the one to report. */
async function putBack(request) {
    try {
        const restored = await restore(request);
        return restored.outcome === "restored" && restored.parts.length === 0 ? undefined : restored;
    }
    catch (error) {
        return { outcome: "failed", why: (0,lib_failure/* describeFailure */.I)(error).message };
    }
}


/***/ })

};
