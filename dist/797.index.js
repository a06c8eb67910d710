export const id = 797;
export const ids = [797];
export const modules = {

/***/ 9797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  act: () => (/* binding */ act)
});

// EXTERNAL MODULE: ./lib/function/keep-code.js
var keep_code = __webpack_require__(1897);
// EXTERNAL MODULE: ./lib/function/plan.js
var function_plan = __webpack_require__(3917);
// EXTERNAL MODULE: ./lib/function/update-order.js
var update_order = __webpack_require__(2598);
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

// EXTERNAL MODULE: ./lib/machine/clock.js
var clock = __webpack_require__(2959);
// EXTERNAL MODULE: ./lib/switch.js + 7 modules
var lib_switch = __webpack_require__(9028);
// EXTERNAL MODULE: ./lib/zip/sha256.js
var sha256 = __webpack_require__(580);
;// CONCATENATED MODULE: ./lib/act.js








/** Carries the plan of a deploy out: publishes the layer, sends what changed, checks it. */
async function act(request) {
    const { inputs, journal, observed, latest, layer, plan, workDirectory, check } = request;
    const { lambda, code, alias } = observed;
    const content = (0,lib_switch/* contentFor */.FU)(inputs, journal);
    let reached = latest;
    let newLayer;
    await (0,lib_switch/* switchOver */.Bn)({
        inputs,
        journal,
        lambda,
        before: latest,
        plan,
        workDirectory,
        publishLayer: async () => {
            const published = await publish(inputs, observed, layer, content);
            learnPublished(journal, published);
            newLayer = published.arn;
            return published.arn;
        },
        codeSha256: code.codeSha256,
        code: () => content(code),
        versionDescription: describeVersion(alias?.version, request.commit),
        check,
        onDone: ({ action }, state) => {
            reached = state;
            learnCreated(journal, action, state);
            journal.say(`Done: ${action}.`);
        },
        oldCode: await keepOldCode(request),
        sent: () => ({
            layerArns: plan.layers.map((slot) => (typeof slot === "string" ? slot : newLayer)).join(),
            ...(inputs.runtime !== undefined && { runtime: inputs.runtime }),
            architecture: inputs.architecture ?? latest.architecture,
            sourceKmsKey: inputs.sourceKmsKey ?? latest.sourceKmsKey,
            settings: { ...latest.settings, ...settingsSent(plan) },
            // With code signing AWS's sum is not ours.
            codeSha256: reached.codeSha256 === latest.codeSha256 ? code.codeSha256 : reached.codeSha256,
        }),
    });
}
function settingsSent({ changes }) {
    return changes.find((change) => change.action === "update-configuration")?.settings ?? {};
}
/**
 * Lays the live code aside when it may have to come back: a check can fail, or the layers that the new code needs can be
 * refused after it.
 */
async function keepOldCode(request) {
    const { inputs, journal, latest, plan, workDirectory, check } = request;
    const layersFollow = (0,update_order/* isCodeFirst */.k)(plan) && (0,function_plan/* does */.YL)(plan, "update-configuration");
    if (!(0,function_plan/* does */.YL)(plan, "update-code") || (check === undefined && !layersFollow)) {
        return undefined;
    }
    const kept = await (0,keep_code/* keepCode */.N)(latest, (0,lib_switch/* oldCodeFile */.hC)(workDirectory), inputs.bucket);
    if (kept.outcome === "kept") {
        return kept.zip;
    }
    journal.notice({
        level: "warning",
        text: `If the deploy fails half-way, the old code can not be put back: ${kept.why}.`,
    });
    return undefined;
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
async function publish(inputs, { lambda, state }, { built, newest }, content) {
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
            content: await content({ file: archive.file, ...zip }),
            runtime: inputs.runtime ?? state.runtime ?? "",
            architecture: inputs.architecture ?? state.architecture,
        },
        codeSha256: (0,sha256/* hexToBase64 */.O)(zip.sha256),
        newest,
        waitMs: inputs.waitMs,
        clock: clock/* CLOCK */.Z,
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


/***/ })

};
