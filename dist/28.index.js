export const id = 28;
export const ids = [28];
export const modules = {

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

/***/ 9028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FU: () => (/* binding */ contentFor),
  hC: () => (/* binding */ oldCodeFile),
  Bn: () => (/* binding */ switchOver)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/limits.js
var limits = __webpack_require__(8207);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var sha256 = __webpack_require__(580);
;// CONCATENATED MODULE: ./lib/aws/zip-content.js



/** The zip as Lambda takes it; one over 50 MiB is put into S3 first, unless it lies there already. */
async function zipContent(zip, storage, log) {
    if (zip.zipped <= limits/* DIRECT_UPLOAD_LIMIT */.Ce) {
        return { from: "bytes", bytes: await (0,promises_.readFile)(zip.file) };
    }
    if (storage === undefined) {
        throw new Error("a zip over 50 MiB and no bucket: the limits were not checked");
    }
    const { storeZip } = await Promise.all(/* import() */[__webpack_require__.e(719), __webpack_require__.e(698), __webpack_require__.e(147)]).then(__webpack_require__.bind(__webpack_require__, 4147));
    const { region, bucket } = storage;
    const key = `${storage.prefix}${zip.sha256}.zip`;
    const checksumSha256 = (0,sha256/* hexToBase64 */.O)(zip.sha256);
    const objectVersion = await storeZip({ region, bucket, key, checksumSha256 }, zip.file, log);
    return { from: "s3", bucket, key, objectVersion };
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/function/settable.js
var settable = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/function/update.js
var function_update = __webpack_require__(4467);
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
    const created = await (0,function_update/* idle */.N7)(writing);
    if (created.readiness.status === "failed") {
        const { reason, code } = created.readiness;
        throw new errors/* ActionError */.l(`The function was created but did not become active: ${reason} (${code}).`, {
            hint: "Correct what AWS names, then run again.",
            code: "create-failed",
        });
    }
    const { runtime, architecture, settings, sourceKmsKey } = wanted;
    const found = (0,settable/* settableOf */.Ij)(created);
    // With code signing the stored zip is not the one that was sent: after an answer AWS's own sum counts.
    const codeSha256 = answered ? found.codeSha256 : wanted.codeSha256;
    (0,settable/* assertSame */.ZQ)({ codeSha256, runtime, architecture, settings, sourceKmsKey, layerArns: wanted.layers.join() }, found);
    return created;
}

;// CONCATENATED MODULE: ./lib/function/move-alias.js

/**
 * Points the alias at the version, or creates it. A part of the traffic that went elsewhere comes back. After a refusal
 * that may belong to an attempt of ours whose reply was lost, the alias itself tells whether it moved.
 */
async function moveAlias({ lambda, waitMs, clock }, goal) {
    const deadline = clock.now() + waitMs;
    const find = () => (0,failure/* unlessMissing */.F2)(lambda.getAlias(goal.name));
    const before = await find();
    for (let current = before;;) {
        const done = asWanted(current, goal);
        if (done !== undefined) {
            return done;
        }
        try {
            return await point(lambda, current, goal);
        }
        catch (error) {
            if (!(0,failure/* isConflict */.dh)(error) && (0,failure/* awsFailure */.MT)(error)?.status !== 412) {
                throw error;
            }
            await clock.sleep(1_000);
            current = await find();
            const moved = asWanted(current, goal) !== undefined;
            if (!moved && (!isSame(current, before) || clock.now() > deadline)) {
                throw error;
            }
        }
    }
}
function point(lambda, current, { name, version, description }) {
    return current === undefined
        ? lambda.createAlias(name, version, description)
        : lambda.updateAlias(name, { version, description, revisionId: current.revisionId });
}
/** The alias, when it is what it is to be. */
function asWanted(alias, { version, description }) {
    const agrees = alias?.version === version && !alias.weighted;
    return agrees && (description ?? alias.description) === alias.description ? alias : undefined;
}
function isSame(one, other) {
    return (one?.version === other?.version && one?.weighted === other?.weighted && one?.description === other?.description);
}

// EXTERNAL MODULE: ./lib/function/plan.js
var function_plan = __webpack_require__(3917);
// EXTERNAL MODULE: ./lib/function/readiness.js
var readiness = __webpack_require__(7516);
;// CONCATENATED MODULE: ./lib/function/publish-version.js




/** Publishes $LATEST, which is to be in this state, and returns the number once the version is active. Throws when somebody else deployed meanwhile. */
async function publishVersion(writing, state, description) {
    const { lambda, waitMs, clock, timed } = writing;
    const { codeSha256 } = state;
    const deadline = clock.now() + waitMs;
    let { revisionId } = state;
    for (;;) {
        try {
            const published = await timed("publish", () => lambda.publishVersion({ codeSha256, revisionId, description }));
            return await verifiedVersion(writing, published, state);
        }
        catch (error) {
            // A lost reply leaves a version behind and a new RevisionId: asking again returns that same version.
            const current = await (0,function_update/* idleAfterRefusal */.p8)(writing, error);
            if (clock.now() > deadline) {
                throw error;
            }
            (0,settable/* assertSame */.ZQ)((0,settable/* settableOf */.Ij)(state), (0,settable/* settableOf */.Ij)(current));
            revisionId = current.revisionId;
        }
    }
}
/** The version must hold exactly the code and layers that were deployed: another deploy may have come between. */
async function verifiedVersion({ lambda, waitMs, clock, timed }, published, state) {
    const ready = published.readiness.status === "busy"
        ? await timed("wait", () => (0,readiness/* untilIdle */.F)(() => lambda.getVersion(published.version), waitMs, clock))
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
        throw (0,settable/* concurrent */.q6)(`Version ${ready.version} does not hold what this run deployed.`);
    }
    return ready.version;
}

;// CONCATENATED MODULE: ./lib/function/deploy.js






/** Carries the plan out, in its order, waiting before and after each update. Running it again after any crash converges. */
async function carryOut(request) {
    const { plan, timed, clock } = request;
    const content = (0,function_plan/* sendsCode */.lK)(plan) ? await timed("upload", request.code) : undefined;
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
                state = await (0,function_update/* applyUpdate */.QE)(request, state, told(request, change, (0,function_update/* configurationUpdate */.wt)({ ...change, layers })));
                accepted.push(clock.now());
                break;
            }
            case "update-code":
                state = await (0,function_update/* applyUpdate */.QE)(request, state, told(request, change, (0,function_update/* codeUpdate */.jX)({ ...request, ...change, content: needed(content) })));
                accepted.push(clock.now());
                break;
            case "publish-version":
                version = await publishVersion(request, state, request.versionDescription);
                break;
            case "move-alias":
                alias = await moveAlias(request, {
                    name: change.alias,
                    version: needed(version ?? request.aliasGoal),
                    description: request.aliasDescription,
                });
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
    return { version, alias, gapMs };
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

// EXTERNAL MODULE: ./lib/function/keep-code.js
var keep_code = __webpack_require__(1897);
// EXTERNAL MODULE: ./lib/function/update-order.js
var update_order = __webpack_require__(2598);
// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __webpack_require__(2959);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(1957);
// EXTERNAL MODULE: ./lib/function/settings.js
var settings = __webpack_require__(8407);
;// CONCATENATED MODULE: ./lib/function/restore.js




/**
 * Puts back every field of $LATEST that this run changed, in the reverse order. Throws when somebody else changed the
 * function meanwhile: their work is not overwritten.
 */
async function restore(request) {
    const { before, sent } = request;
    const now = await (0,function_update/* idle */.N7)(request);
    const was = (0,settable/* settableOf */.Ij)(before);
    const found = (0,settable/* settableOf */.Ij)(now);
    const changed = (0,settable/* differences */.tX)(was, found);
    (0,settable/* assertSame */.ZQ)({ ...was, ...Object.fromEntries(changed.map((key) => [key, sent[key]])) }, found);
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
    (0,settable/* assertSame */.ZQ)(was, (0,settable/* settableOf */.Ij)(state));
    if (changed.includes("settings")) {
        checkEnvironment(request);
    }
    return { outcome: "restored", parts: changed.map(settable/* wordFor */.GC) };
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
            const facts = await putBack(request());
            journal.learn({ ...(facts && { putBack: facts }) });
            if (facts !== undefined) {
                journal.say(inWords(facts));
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
function inWords(facts) {
    switch (facts.outcome) {
        case "restored":
            return `Put back: ${facts.parts.join(", ")}.`;
        case "left":
            return "Not put back: $LATEST is wholly new, and the old code was not laid aside.";
        case "failed":
            return `Putting back failed: ${facts.why}`;
        default:
            return facts;
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

;// CONCATENATED MODULE: ./lib/switch.js







/**
 * Carries a plan out, for a deploy or a rollback. The journal learns of each change as soon as it is made, so that a failure
 * is reported truly. When a step or a check fails, every field of $LATEST that was changed is put back; then the failure is thrown.
 */
async function switchOver(request) {
    const { inputs, journal, lambda, before, plan, oldCode, workDirectory } = request;
    const writing = { lambda, waitMs: inputs.waitMs, clock: clock/* CLOCK */.Z, timed: journal.timed };
    const content = contentFor(inputs, journal);
    let completed = 0;
    const switched = await orPutBack(journal, () => carryOut({
        ...writing,
        ...request,
        state: before,
        aliasDescription: inputs.aliasDescription,
        onAccepted: ({ action }) => journal.learn({ accepted: [...(journal.known().accepted ?? []), action] }),
        onDone: (change, state) => {
            completed += 1;
            journal.learn({ completed });
            request.onDone?.(change, state);
        },
    }), () => ({
        ...writing,
        before,
        sent: request.sent(),
        code: oldCode && (() => content(oldCode)),
        lateCode: async () => content(await (0,keep_code/* fetchCode */.E)(before, oldCodeFile(workDirectory), inputs.bucket)),
        codeFirst: (0,update_order/* isCodeFirst */.k)(plan),
    }));
    learnSwitched(journal, switched);
}
/** Where the code of before is laid aside. */
function oldCodeFile(workDirectory) {
    return external_node_path_.join(workDirectory, "old-code.zip");
}
/** How a zip of this run gets to Lambda. */
function contentFor({ region, bucket, keyPrefix: prefix }, { calls }) {
    const storage = bucket === undefined ? undefined : { region, bucket, prefix };
    return (zip) => zipContent(zip, storage, calls);
}
function learnSwitched(journal, { version, alias: moved, gapMs }) {
    const { function: facts, alias } = journal.known();
    journal.learn({
        ...(gapMs !== undefined && { gapMs: Math.round(gapMs) }),
        ...(facts && version !== undefined && { function: { ...facts, version } }),
        ...(alias && moved && { alias: { ...alias, arn: moved.arn, now: moved.version } }),
    });
}


/***/ })

};
